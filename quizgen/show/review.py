"""The questions of a finished attempt, each with response, key, time spent and reasons."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.events import Level
from quizgen.core.only import Only
from quizgen.core.paper import Paper
from quizgen.core.result import Result, Row
from quizgen.show.layout import BLANK, Flow
from quizgen.show.question import reviewed_question
from quizgen.show.regraded import row_regraded
from quizgen.show.verdict import explanation, verdict
from quizgen.show.words import capital, duration, topic_name

_NONE = {
    Only.ALL: "no question was closed",
    Only.WRONG: "no answer was wrong",
    Only.UNANSWERED: "no question was left unanswered",
    Only.MARKED: "no question was marked for review",
    Only.GUESSED: "no answer was called a guess",
    Only.SURE_BUT_WRONG: "no answer you were sure of was wrong",
    Only.CHANGED: "no answer was changed",
}
_CERTAIN = {
    Level.SURE: "You were sure.",
    Level.UNSURE: "You were unsure.",
    Level.GUESS: "You called it a guess.",
}


def review(
    result: Result, rows: Sequence[Row] | None = None, *, plain: bool = False
) -> Iterator[Group]:
    """Yield questions of a result, in the order given, ready to be printed.

    Where there are none, a line says so.

    Args:
        rows: Those to show; None: all, in paper order.
    """
    rows = result.rows if rows is None else rows
    if not rows:
        yield Group(Flow(Text(nothing(Only.ALL))))
    for row in rows:
        yield Group(reviewed(row, result.attempt.paper, result.was(row), plain=plain), BLANK)


def nothing(only: Only, topic: str = "") -> str:
    """Return what is said where no question of a result is wanted."""
    words = f"{_NONE[only]}."
    return f"{capital(topic_name(topic))}: {words}" if topic else capital(words)


def reviewed(row: Row, paper: Paper, was: Row | None = None, *, plain: bool = False) -> Group:
    """Return one question: as answered, what became of it, how it came to that, and the reasons.

    Args:
        was: As it was first marked, where its key is another now.
    """
    views: list[RenderableType] = [
        reviewed_question(paper, row.number - 1, row.entry.response, row.key, plain=plain),
        BLANK,
        verdict(row, paper, plain=plain),
        *([Flow(Text(row_regraded(was)))] if was else []),
        *(Flow(Text(line)) for line in history(row, spoken=plain)),
    ]
    reasons = explanation(row, plain=plain)
    if reasons.renderables:
        views += [BLANK, reasons]
    return Group(*views)


def history(row: Row, *, spoken: bool = False) -> list[str]:
    """Return sentences: time where the verdict does not say it, changes, certainty, mark."""
    told = []
    if not row.answered and row.entry.spent_ms:
        told.append(f"Time spent: {duration(row.entry.spent_ms, spoken=spoken)}.")
    if len(row.changes) > 1:
        told.append(f"Changed: {', then '.join(_steps(row))}.")
    if row.entry.certainty is not None:
        told.append(_CERTAIN[row.entry.certainty])
    if row.entry.marked:
        told.append("You marked it for review.")
    return told


def _steps(row: Row) -> Iterator[str]:
    for change in row.changes:
        letter = change.response and row.question.letter(change.response)
        yield f"({letter})" if letter else "cleared"
