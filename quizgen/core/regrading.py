"""Marks after a key was corrected: what now counts in place of what an attempt was sat with.

The attempt itself, its paper as shown and its first answers are never touched. A regrading says all
that differs from them, so that the last one alone tells how the attempt is marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.core.item import Answer
from quizgen.core.paper import Paper, VoidPolicy
from quizgen.core.state import Attempt


@dataclass(frozen=True, slots=True)
class Regrading:
    """All that differs from the answers and the marking scheme that an attempt was sat with.

    Attributes:
        at_ms: Wall time.
        version: Of the quizgen that did it.
        policy: What becomes of void questions.
        answers: Index of a question, from 0, and the answer that now counts; by index.
        by_hand: Indices of questions that were voided by hand: they stay void.
        undoes: Whether it takes back the last one that was not taken back before it.
    """

    at_ms: int
    version: str
    policy: VoidPolicy
    answers: tuple[tuple[int, Answer], ...] = ()
    by_hand: tuple[int, ...] = ()
    undoes: bool = False


def regraded(
    attempt: Attempt, answers: Sequence[Answer], last: Regrading | None
) -> tuple[Attempt, tuple[Answer, ...]]:
    """Return an attempt and its answers as they are marked now.

    Args:
        answers: That it was sat with, in paper order.
        last: Its last regrading; None: it was never regraded.

    Raises:
        IndexError: The regrading is of another paper.
    """
    if last is None:
        return attempt, tuple(answers)
    counting = list(answers)
    for index, answer in last.answers:
        counting[index] = answer
    marking = replace(attempt.paper.marking, void=last.policy)
    return replace(attempt, paper=replace(attempt.paper, marking=marking)), tuple(counting)


def in_force(paper: Paper, regradings: Sequence[Regrading]) -> Regrading:
    """Return what counts now: the last regrading, or one that says nothing."""
    return regradings[-1] if regradings else Regrading(0, "", paper.marking.void)


def alters(answers: Sequence[Answer], last: Regrading, new: Regrading) -> bool:
    """Return whether a regrading changes what counts: other reasons for the same key do not.

    Args:
        answers: That the attempt was sat with, in paper order.
    """
    return _counting(answers, last) != _counting(answers, new)


def _counting(answers: Sequence[Answer], regrading: Regrading) -> tuple[object, ...]:
    counting = dict(enumerate(answers)) | dict(regrading.answers)
    keys = {index: answer.right for index, answer in counting.items()}
    return regrading.policy, regrading.by_hand, keys


def undoing(paper: Paper, regradings: Sequence[Regrading]) -> Regrading | None:
    """Return what takes back the last regrading that was not taken back; None: all were.

    It says what counted before that one; its time and version are still those of then.
    """
    standing = [in_force(paper, ())]
    for each in regradings:
        if not each.undoes:
            standing.append(each)
        elif len(standing) > 1:
            standing.pop()
    return replace(standing[-2], undoes=True) if len(standing) > 1 else None
