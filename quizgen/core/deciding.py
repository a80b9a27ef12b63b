"""The next regrading of an attempt: what the bank of today and a person make of its keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.core.item import Answer
from quizgen.core.paper import VoidPolicy
from quizgen.core.regrading import Regrading
from quizgen.core.rekeying import Finding, Judged

_SURE = frozenset((Finding.UNCHANGED, Finding.CORRECTED, Finding.VOID))


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decides; questions by their index from 0.

    Attributes:
        void: To be void, whatever the bank says, until accepted.
        accepted: To follow the bank of today, though they were reworded or voided by hand; where
            it tells no key, one voided by hand goes back to the key before.
        kept: To count as they do now, whatever the bank says of them this time.
        policy: What becomes of void questions; None: as before.
    """

    void: frozenset[int] = frozenset()
    accepted: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    policy: VoidPolicy | None = None


def decide(
    answers: Sequence[Answer], last: Regrading, found: Mapping[int, Judged], decided: Decided
) -> Regrading:
    """Return what counts from now on; its time and version are still those of the last one.

    Args:
        answers: That the attempt was sat with, in paper order.
        found: What the bank of today says of its questions; the others stay as they count now.
    """
    by_hand = (frozenset(last.by_hand) | decided.void) - decided.accepted
    now = dict(last.answers)
    for index, judged in found.items():
        accepted = index in decided.accepted
        if judged.answer and (accepted or judged.finding in _SURE) and index not in decided.kept:
            now[index] = judged.answer
        elif accepted and index in last.by_hand:
            now[index] = replace(now[index], void=False)
    for index in by_hand:
        now[index] = replace(now.get(index, answers[index]), void=True)
    return replace(
        last,
        policy=decided.policy or last.policy,
        answers=tuple((index, now[index]) for index in sorted(now) if now[index] != answers[index]),
        by_hand=tuple(sorted(by_hand)),
        undoes=False,
    )


def undecided(
    answers: Sequence[Answer], now: Regrading, found: Mapping[int, Judged], decided: Decided
) -> dict[int, Finding]:
    """Return the questions whose key was left alone, and why: for a person to decide.

    Those that he names now, that are void by hand, or whose new key was accepted, are decided.
    """
    named = decided.accepted | decided.kept | frozenset(now.by_hand)
    counting = dict(now.answers)
    return {
        index: judged.finding
        for index, judged in found.items()
        if judged.finding not in _SURE
        and index not in named
        and not (judged.answer and _accepted(answers[index], counting.get(index), judged.answer))
    }


def _accepted(first: Answer, counting: Answer | None, told: Answer) -> bool:
    """Whether a question counts by the key told, and did not at first."""
    return counting is not None and first.right != counting.right == told.right
