"""The charts of a result: marks by topic, certainty against outcome, time for each question.

What a chart says stands in words beside it or in its description; colour only repeats it.
"""

from collections.abc import Sequence
from fractions import Fraction

from quizgen.core.analysis import CertaintyRow
from quizgen.core.marking import Outcome, Tally
from quizgen.core.result import Row
from quizgen.show.findings import level_name, share
from quizgen.show.html.bars import ROW, across, drawing, key, row_head, sentences
from quizgen.show.html.markup import Element
from quizgen.show.html.svg import WIDTH, bar, chart, label, line, mark
from quizgen.show.words import count, duration, marks

_IN_STRIP = 20
_STRIP = 104
_HIGH = 54
"""Of the longest bar in a strip of times."""


def marks_chart(rows: Sequence[tuple[str, Tally]]) -> Element:
    """Return what each topic, by its name, brought of what it could; losses to the left of zero."""
    lowest = min(Fraction(0), *(tally.marks for _, tally in rows))
    span = (max(tally.maximum for _, tally in rows) - lowest) or Fraction(1)
    drawn: list[Element] = []
    for number, (name, tally) in enumerate(rows):
        values = [float((value - lowest) / span) for value in (0, tally.maximum, tally.marks)]
        drawn += row_head(number, name, f"{marks(tally.marks)} of {marks(tally.maximum)}")
        drawn += _marks_bars(number, *values)
    said = [f"{name}: {marks(tally.marks)} of {marks(tally.maximum)}" for name, tally in rows]
    return drawing(
        chart("marks", "Marks by topic", sentences(said), ROW * len(rows), *drawn),
        key("marks", Outcome.RIGHT, "marks"),
        key("marks", Outcome.UNANSWERED, "possible marks"),
        *([key("marks", Outcome.WRONG, "below zero")] if lowest else []),
    )


def _marks_bars(number: int, zero: float, maximum: float, found: float) -> list[Element]:
    top = ROW * number + 18
    kind = Outcome.WRONG if found < zero else Outcome.RIGHT
    start, end = sorted((zero, found))
    return [
        across(Outcome.UNANSWERED, "marks", top, zero, maximum),
        across(kind, "marks", top, start, end),
    ]


def certainty_chart(rows: Sequence[CertaintyRow]) -> Element:
    """Return right and wrong answers for each level of certainty."""
    most = max(row.answers for row in rows) or 1
    drawn: list[Element] = []
    said = []
    for number, row in enumerate(rows):
        name, sharing = level_name(row.level), share(row.right, row.answers)
        figures = f"{row.right} of {row.answers} right" + (f", {sharing}" if sharing else "")
        said.append(f"{name}: {figures}")
        top, right = ROW * number + 18, row.right / most
        drawn += row_head(number, name, figures)
        drawn.append(across(Outcome.RIGHT, "certainty", top, 0, right))
        drawn.append(across(Outcome.WRONG, "certainty", top, right, row.answers / most))
    return drawing(
        chart("certainty", "Certainty and outcome", sentences(said), ROW * len(rows), *drawn),
        key("certainty", Outcome.RIGHT, "right"),
        key("certainty", Outcome.WRONG, "wrong"),
    )


def times_chart(rows: Sequence[Row], pace_ms: int | None) -> Element:
    """Return a bar for the time of each question, with the shape of its outcome below.

    Args:
        pace_ms: What the paper's clock gives a question; drawn where a question took longer.
    """
    slowest = max(rows, key=lambda row: row.entry.spent_ms)
    most = max(slowest.entry.spent_ms, 1)
    pace = pace_ms if pace_ms is not None and pace_ms < most else None
    strips = [rows[start : start + _IN_STRIP] for start in range(0, len(rows), _IN_STRIP)]
    drawn = [
        each
        for number, strip in enumerate(strips)
        for each in _strip(strip, _STRIP * number, most, pace)
    ]
    said = (
        f"{count(len(rows), 'question')}; the slowest is question {slowest.number}, "
        f"{duration(most)}. The time of each stands beside it below."
    )
    kinds = [kind for kind in Outcome if any(row.outcome is kind for row in rows)]
    return drawing(
        chart("times", "Time for each question", said, _STRIP * len(strips), *drawn),
        *(key("times", kind, kind) for kind in kinds),
        *([] if pace is None else [f"Dashed line: {duration(pace)}, the paper's time a question"]),
    )


def _strip(rows: Sequence[Row], top: float, most: int, pace: int | None) -> list[Element]:
    """Up to twenty questions: bars, below them the shapes, below these every fifth number."""
    step, floor = WIDTH / _IN_STRIP, top + 14 + _HIGH
    drawn = [label(duration(most), 0, top + 10, small=True), line(top + 14), line(floor)]
    if pace is not None:
        drawn.append(line(floor - _HIGH * pace / most, dashed=True))
    for place, row in enumerate(rows):
        high = max(_HIGH * row.entry.spent_ms / most, 1)
        middle = (place + 0.5) * step
        drawn.append(bar("times", row.outcome, middle - 5, floor - high, 10, high))
        drawn.append(mark(row.outcome, middle, floor + 9))
        if place == 0 or row.number % 5 == 0:
            drawn.append(label(str(row.number), middle, floor + 25, anchor="middle", small=True))
    return drawn
