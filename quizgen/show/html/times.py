"""Where time went: for each question, by what became of it, early and late."""

from collections.abc import Iterator, Sequence

from quizgen.core.analysis import Analysis, Group, Half
from quizgen.core.paper import Feedback
from quizgen.core.result import Result
from quizgen.show.findings import mean
from quizgen.show.html.boxes import table
from quizgen.show.html.charts import times_chart
from quizgen.show.html.markup import Element
from quizgen.show.words import capital, duration

Rows = Sequence[tuple[str, ...]]


def times(result: Result, found: Analysis) -> Iterator[Element]:
    """Yield the chart and the tables of time, by outcome and by half."""
    limit = result.attempt.paper.timing.paper_ms
    pace = None if limit is None else limit // len(result.attempt.paper.questions)
    yield times_chart(result.rows, pace)
    outcomes = [_outcome(group) for group in found.outcomes]
    yield table("Time by outcome", ("Outcome", "Questions", "Time each", "Time"), outcomes)
    if len(result.rows) > 1:
        heads = ("Part", "Answers", "Right", "Time")
        yield table("First and second half", heads, _halves(result, found))


def _outcome(group: Group) -> tuple[str, ...]:
    each = mean(group)
    return capital(group.name), str(group.questions), each, duration(group.spent_ms)


def _halves(result: Result, found: Analysis) -> Rows:
    """The time of an answer given early or late is all that its question took."""
    middle = found.first.questions
    parts = [
        (_span(result, 0, middle), found.first),
        (_span(result, middle, len(result.rows)), found.second),
    ]
    if result.attempt.paper.feedback is Feedback.AFTER:
        parts += [
            ("Answered in the first half of the time", found.early),
            ("Answered in the second half", found.late),
        ]
    return [(name, *_half(half)) for name, half in parts]


def _span(result: Result, start: int, end: int) -> str:
    first, last = result.rows[start].number, result.rows[end - 1].number
    return f"Question {first}" if first == last else f"Questions {first} to {last}"


def _half(half: Half) -> tuple[str, str, str]:
    return str(half.answers), str(half.right), duration(half.spent_ms)
