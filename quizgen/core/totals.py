"""Totals of responses: what progress is drawn from, kept up to date as responses come in.

Rules that must stay true:

- A total is a sum: totals of the same cell add up in any order to the same total, exactly.
- Void questions count nowhere. To decline is to leave unanswered.
- The history keeps each cell twice: for each day, and for all time, where `day` is empty.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizgen.core.events import Level
from quizgen.core.history import Response
from quizgen.core.item import Form
from quizgen.core.marking import Outcome

EVER = ""
"""The `day` of totals over all days."""

Cell = tuple[str, str, Form, Level | None]
"""Day, topic, form, certainty."""


@dataclass(frozen=True, slots=True)
class Total:
    """Responses that have topic, form, certainty and day in common.

    Attributes:
        topic: As written in the question; spellings of one `slug` are one topic to a reader.
        certainty: None: it was not said.
        day: Local day of the responses, `YYYY-MM-DD`; empty: of all time.
        unanswered: Blank or declined.
        marks_won: Of right answers.
        marks_lost: Of wrong answers and blanks, positive.
        spent_ms: Exam time on all of them.
        paced: How many of them the paper's clock gave a pace.
        pace_ms: The paces of those, summed.
        paced_spent_ms: Exam time on those, to hold against `pace_ms`.
    """

    topic: str
    form: Form
    certainty: Level | None
    day: str
    right: int = 0
    wrong: int = 0
    unanswered: int = 0
    marks_won: Fraction = Fraction(0)
    marks_lost: Fraction = Fraction(0)
    spent_ms: int = 0
    paced: int = 0
    pace_ms: int = 0
    paced_spent_ms: int = 0

    @property
    def answers(self) -> int:
        """How many were answered: right or wrong."""
        return self.right + self.wrong

    @property
    def responses(self) -> int:
        """How many there are, blanks among them."""
        return self.right + self.wrong + self.unanswered

    @property
    def cell(self) -> Cell:
        """What they have in common."""
        return self.day, self.topic, self.form, self.certainty

    def plus(self, other: "Total", sign: int = 1) -> "Total":
        """Return the sum of two totals of one cell; with a `sign` of -1 their difference."""
        return Total(
            self.topic,
            self.form,
            self.certainty,
            self.day,
            self.right + sign * other.right,
            self.wrong + sign * other.wrong,
            self.unanswered + sign * other.unanswered,
            self.marks_won + sign * other.marks_won,
            self.marks_lost + sign * other.marks_lost,
            self.spent_ms + sign * other.spent_ms,
            self.paced + sign * other.paced,
            self.pace_ms + sign * other.pace_ms,
            self.paced_spent_ms + sign * other.paced_spent_ms,
        )


def totals_of(responses: Iterable[Response], day: Callable[[int], str]) -> dict[Cell, Total]:
    """Return the totals of responses by cell, for each day and for all time.

    Args:
        day: The local day, `YYYY-MM-DD`, of a wall time in ms.
    """
    cells: dict[Cell, list[Response]] = {}
    for each in responses:
        if each.outcome is not Outcome.VOID:
            cell = (day(each.at_ms), each.topic, each.form, each.certainty)
            cells.setdefault(cell, []).append(each)
    found = {cell: _total(cell, each) for cell, each in cells.items()}
    for total in list(found.values()):
        ever = replace(total, day=EVER)
        known = found.get(ever.cell)
        found[ever.cell] = ever if known is None else known.plus(ever)
    return found


def _total(cell: Cell, responses: Sequence[Response]) -> Total:
    day, topic, form, certainty = cell
    outcomes = [each.outcome for each in responses]
    marks = [each.marks for each in responses]
    paces = [(each.pace_ms, each.spent_ms) for each in responses if each.pace_ms is not None]
    return Total(
        topic=topic,
        form=form,
        certainty=certainty,
        day=day,
        right=outcomes.count(Outcome.RIGHT),
        wrong=outcomes.count(Outcome.WRONG),
        unanswered=outcomes.count(Outcome.UNANSWERED) + outcomes.count(Outcome.DECLINED),
        marks_won=sum((each for each in marks if each > 0), Fraction(0)),
        marks_lost=-sum((each for each in marks if each < 0), Fraction(0)),
        spent_ms=sum(each.spent_ms for each in responses),
        paced=len(paces),
        pace_ms=sum(pace for pace, _ in paces),
        paced_spent_ms=sum(spent for _, spent in paces),
    )
