"""Which questions of a result are wanted."""

from collections.abc import Callable, Iterable, Sequence

from quizgen.core.errors import UserError
from quizgen.core.marking import Outcome
from quizgen.core.only import Only
from quizgen.core.result import Result, Row
from quizgen.core.topics import meant_topic, slug


class NotInResult(UserError):
    """No question of the result is on the topic, or goes by the id, that was named."""


_LONGEST = 200
"""Characters of a name that is looked for among those near it."""
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


def rows_named(rows: Sequence[Row], names: Iterable[str]) -> tuple[Row, ...]:
    """Return questions of a result by `bank:id`, by `id`, or by their number in the paper.

    Raises:
        NotInResult: A name is that of none.
    """
    return tuple(row for name in names for row in _named(rows, name))


def _named(rows: Sequence[Row], name: str) -> list[Row]:
    found = [row for row in rows if name in {row.question.ref, row.question.id}]
    found = found or [row for row in rows if str(row.number) == name]
    if found:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name[:_LONGEST], [row.question.id for row in rows], n=1)
    raise NotInResult(
        f"no question of this attempt goes by `{name}`",
        help=f"did you mean `{near[0]}`?" if near else "name its id, or its number in the attempt",
    )


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
