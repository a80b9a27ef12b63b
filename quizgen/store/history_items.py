"""The last response of each item, in the tables of the history."""

import sqlite3
from collections.abc import Iterable

from quizgen.core.events import Level
from quizgen.core.history import Response
from quizgen.core.marking import Outcome
from quizgen.store.history_layout import Miss


def miss(outcome: str, certainty: str | None) -> Miss:
    """Return what became of a response, as the tables have it."""
    if outcome == Outcome.WRONG:
        return Miss.SURE_BUT_WRONG if certainty == Level.SURE else Miss.WRONG
    return Miss.BLANK if outcome in {Outcome.UNANSWERED, Outcome.DECLINED} else Miss.NONE


def note(database: sqlite3.Connection, responses: Iterable[Response]) -> dict[str, int]:
    """Note the last response of each item, and return the items' numbers by name."""
    latest: dict[str, Response] = {}
    for each in responses:
        known = latest.get(each.item)
        if known is None or _rank(each) > _rank(known):
            latest[each.item] = each
    return {name: _note(database, each) for name, each in latest.items()}


def _rank(response: Response) -> tuple[object, ...]:
    """Greatest for the last response of an item; one that is void yields to any other."""
    counts = response.outcome is not Outcome.VOID
    return int(counts), response.at_ms, response.attempt, response.number


def _note(database: sqlite3.Connection, last: Response) -> int:
    row = database.execute(
        "SELECT item, counts, at_ms, attempt, number FROM items WHERE name = ?", (last.item,)
    ).fetchone()
    values = (last.topic, *_rank(last), miss(last.outcome, last.certainty))
    if row is None:
        new = database.execute(
            "INSERT INTO items VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (last.item, *values)
        )
        return new.lastrowid or 0
    item: int = row[0]
    if _rank(last) > row[1:]:
        database.execute(
            "UPDATE items SET topic = ?, counts = ?, at_ms = ?, attempt = ?, number = ?, miss = ? "
            "WHERE item = ?",
            (*values, item),
        )
    return item


def look_back(database: sqlite3.Connection, names: Iterable[str]) -> None:
    """Find the last response of items anew; forget those that have none."""
    for name in names:
        (item,) = database.execute("SELECT item FROM items WHERE name = ?", (name,)).fetchone()
        database.execute("DELETE FROM items WHERE item = ?", (item,))
        left = database.execute(
            "SELECT topic, outcome <> 'void', at_ms, id, number, outcome, certainty "
            "FROM responses JOIN attempts USING (attempt) WHERE item = ? "
            "ORDER BY 2 DESC, 3 DESC, 4 DESC, 5 DESC LIMIT 1",
            (item,),
        ).fetchone()
        if left is not None:
            *values, outcome, certainty = left
            database.execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (item, name, *values, miss(outcome, certainty)),
            )
