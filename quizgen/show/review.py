"""The questions of a finished attempt, each with response, key, time spent and reasons."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.marking import Outcome
from quizgen.core.paper import Paper
from quizgen.core.result import Result, Row
from quizgen.show.layout import BLANK, Flow
from quizgen.show.question import reviewed_question
from quizgen.show.verdict import explanation, verdict
from quizgen.show.words import duration


def review(result: Result, *, only_wrong: bool = False, plain: bool = False) -> Iterator[Group]:
    """Yield every question of a result, or the wrong ones, in paper order, ready to be printed.

    Where there is none, a line says so.
    """
    rows = [row for row in result.rows if not only_wrong or row.outcome is Outcome.WRONG]
    if not rows:
        yield Group(Flow(Text("No answer was wrong." if only_wrong else "No question was closed.")))
    for row in rows:
        yield _question(row, result.attempt.paper, plain=plain)


def _question(row: Row, paper: Paper, *, plain: bool) -> Group:
    views: list[RenderableType] = [
        reviewed_question(paper, row.number - 1, row.entry.response, plain=plain),
        BLANK,
        verdict(row, paper, plain=plain),
        *_history(row, plain=plain),
    ]
    reasons = explanation(row, plain=plain)
    if reasons.renderables:
        views += [BLANK, reasons]
    return Group(*views, BLANK)


def _history(row: Row, *, plain: bool) -> Iterator[RenderableType]:
    """Time where the verdict does not say it, and how the answer changed."""
    if row.outcome in {Outcome.UNANSWERED, Outcome.DECLINED} and row.entry.spent_ms:
        yield Flow(Text(f"Time spent: {duration(row.entry.spent_ms, spoken=plain)}."))
    if len(row.changes) > 1:
        steps = [
            "cleared" if change.response is None else f"({row.question.letter(change.response)})"
            for change in row.changes
        ]
        yield Flow(Text(f"Changed: {', then '.join(steps)}."))
