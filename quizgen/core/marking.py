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

    Right answers, less both losses, plus what void questions give, are the marks.

    Attributes:
        lost_wrong: Marks taken off for wrong responses, positive.
        lost_blank: Marks taken off for blanks, positive.
        scale: By what all marks were multiplied in place of void questions; 1: by nothing.
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
    scale: Fraction

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


def scale_of(outcomes: Sequence[Outcome], scheme: MarkingScheme) -> Fraction:
    """Return by what a whole paper's marks are multiplied in place of its void questions.

    Where every question is void there is nothing to scale.
    """
    asked, void = len(outcomes), outcomes.count(Outcome.VOID)
    scaled = scheme.void is VoidPolicy.SCALE and void < asked
    return Fraction(asked, asked - void) if scaled else Fraction(1)


def tally(
    outcomes: Sequence[Outcome], scheme: MarkingScheme, scale: Fraction | None = None
) -> Tally:
    """Return counts, marks and maximum under the scheme's void policy.

    Args:
        scale: That of the whole paper, where these are some of its questions, so that the marks
            and maxima of its parts sum to its own; None: these are all of them.
    """
    found = Counter(outcomes)
    scale = scale_of(outcomes, scheme) if scale is None else scale
    void = found[Outcome.VOID]
    given = void * scheme.right if scheme.void is VoidPolicy.FULL_MARKS else Fraction(0)
    own = sum((count * marks(each, scheme) for each, count in found.items()), Fraction(0))
    return Tally(
        right=found[Outcome.RIGHT],
        wrong=found[Outcome.WRONG],
        unanswered=found[Outcome.UNANSWERED],
        declined=found[Outcome.DECLINED],
        void=void,
        marks=scale * own + given,
        maximum=scale * (len(outcomes) - void) * scheme.right + given,
        lost_wrong=scale * found[Outcome.WRONG] * scheme.wrong,
        lost_blank=scale * found[Outcome.UNANSWERED] * scheme.blank,
        scale=scale,
    )
