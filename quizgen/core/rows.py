"""Which questions of a result are wanted."""

from collections.abc import Callable

from quizgen.core.errors import UserError
from quizgen.core.marking import Outcome
from quizgen.core.only import Only
from quizgen.core.result import Result, Row
from quizgen.core.topics import meant_topic, slug


class NotInResult(UserError):
    """No question of the result is on the topic that was named."""


_WANTED: dict[Only, Callable[[Row], bool]] = {
    Only.ALL: lambda _: True,
    Only.WRONG: lambda row: row.outcome is Outcome.WRONG,
    Only.UNANSWERED: lambda row: row.outcome in {Outcome.UNANSWERED, Outcome.DECLINED},
    Only.MARKED: lambda row: row.entry.marked,
    Only.GUESSED: lambda row: row.guessed,
    Only.SURE_BUT_WRONG: lambda row: row.sure_but_wrong,
    Only.CHANGED: lambda row: row.changed,
}


def rows_of(result: Result, only: Only = Only.ALL, topic: str = "") -> tuple[Row, ...]:
    """Return the questions of a result that are wanted, in paper order; there may be none.

    Args:
        topic: As a slug or in words, in any case (`treaty-dates`, `Treaty dates`); empty: any.

    Raises:
        NotInResult: No question of the result is on that topic.
    """
    rows = _on(result, topic) if topic else result.rows
    return tuple(filter(_WANTED[only], rows))


def _on(result: Result, topic: str) -> tuple[Row, ...]:
    asked = slug(topic)
    found = tuple(row for row in result.rows if slug(row.question.topic) == asked)
    if found and asked:
        return found
    known = {slug(each.topic): each.topic for each in result.topics if slug(each.topic)}
    near = meant_topic(topic, known)
    help_ = f"did you mean `{near}`? " if near else ""
    raise NotInResult(
        f"there is no topic `{topic}`",
        why="no question of this result is about it",
        help=f"{help_}topics: {', '.join(known.values()) or 'none'}",
    )
