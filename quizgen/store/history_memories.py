"""The memory of each fact, in the tables of the history: its reviews, folded in order of time."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from quizgen.core.history import Response
from quizgen.core.item import Form
from quizgen.core.memory import Memory, Rating, Review
from quizgen.store.history_file import decoded, present
from quizgen.store.history_items import miss
from quizgen.store.history_layout import Miss

Step = Callable[[Memory | None, Review], Memory]
"""The memory of a fact after a review; None: of a fact never reviewed before."""

_REVIEWS = (
    "SELECT at_ms, number, part, rating, miss, form FROM reviews WHERE fact = ? "
    "ORDER BY at_ms, number, part, rating, miss, form"
)
_MEMORY = (
    "SELECT fact, stability, difficulty, last_ms, due_ms, reviews, lapses FROM facts WHERE name = ?"
)


class _Row(NamedTuple):
    """A review; in the order in which they are folded."""

    at_ms: int
    number: int
    part: int
    rating: Rating
    miss: int
    form: Form


def remember(
    database: sqlite3.Connection, records: Mapping[int, Sequence[Response]], step: Step
) -> None:
    """Write the reviews of new attempts, by their numbers, and carry the memories on.

    A fact that has a later review already is folded anew.
    """
    rows: dict[str, list[tuple[_Row, int]]] = {}
    for attempt, responses in records.items():
        for name, row in _rows(responses):
            rows.setdefault(name, []).append((row, attempt))
    for name, new in rows.items():
        known = database.execute(_MEMORY, (name,)).fetchone()
        fact = known[0] if known else _new(database, name)
        database.executemany(
            "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((fact, *row[:3], attempt, *row[3:]) for row, attempt in new),
        )
        added = sorted(row for row, _ in new)
        if known and added[0].at_ms > known[3]:
            _fold(database, fact, name, added, step, Memory(*known[1:]))
        else:
            _fold(database, fact, name, _reviews(database, fact) if known else added, step)


def forget(
    database: sqlite3.Connection, records: Mapping[int, Sequence[Response]], step: Step
) -> None:
    """Take the reviews of responses out, by the numbers of their attempts.

    The facts that they told of are folded anew.
    """
    places: dict[str, list[tuple[int, int, int]]] = {}
    for attempt, responses in records.items():
        for name, row in _rows(responses):
            places.setdefault(name, []).append((row.at_ms, row.number, attempt))
    for name, gone in places.items():
        found = database.execute("SELECT fact FROM facts WHERE name = ?", (name,)).fetchone()
        (fact,) = present(found)
        database.executemany(
            "DELETE FROM reviews WHERE fact = ? AND at_ms = ? AND number = ? AND attempt = ?",
            ((fact, *place) for place in gone),
        )
        left = _reviews(database, fact)
        if left:
            _fold(database, fact, name, left, step)
        else:
            database.execute("DELETE FROM facts WHERE fact = ?", (fact,))


def fold_anew(
    database: sqlite3.Connection, step: Step, after: int, most: int
) -> tuple[int, int | None]:
    """Fold some facts anew, from that after a number on.

    Args:
        most: Reviews after which no other fact is begun.

    Returns:
        How many facts, and the number of the last one; None: there are no more.
    """
    found = database.execute(
        "SELECT fact, name, reviews FROM facts WHERE fact > ? ORDER BY fact LIMIT ?", (after, most)
    ).fetchall()
    reviews = 0
    for folded, (fact, name, count) in enumerate(found, 1):
        _fold(database, fact, name, _reviews(database, fact), step)
        reviews += count
        if reviews >= most:
            return folded, fact
    return len(found), found[-1][0] if found else None


def _rows(responses: Iterable[Response]) -> Iterator[tuple[str, _Row]]:
    for each in responses:
        missed = miss(each.outcome, each.certainty)
        for part, review in enumerate(each.reviews):
            row = _Row(review.at_ms, each.number, part, review.rating, missed, each.form)
            yield review.fact, row


def _new(database: sqlite3.Connection, name: str) -> int:
    row = database.execute(
        "INSERT INTO facts VALUES (NULL, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", (name,)
    )
    return row.lastrowid or 0


def _reviews(database: sqlite3.Connection, fact: int) -> list[_Row]:
    return [_row(row) for row in database.execute(_REVIEWS, (fact,))]


@decoded
def _row(row: Sequence[Any]) -> _Row:
    at_ms, number, part, rating, missed, form = row
    return _Row(at_ms, number, part, Rating(rating), missed, Form(form))


def _fold(
    database: sqlite3.Connection,
    fact: int,
    name: str,
    rows: Sequence[_Row],
    step: Step,
    before: Memory | None = None,
) -> None:
    """Write the memory of a fact after reviews, at least one, in order of time."""
    first, *others = rows
    memory = step(before, Review(name, first.at_ms, first.rating))
    for row in others:
        memory = step(memory, Review(name, row.at_ms, row.rating))
    last = rows[-1]
    database.execute(
        "UPDATE facts SET stability = ?, difficulty = ?, last_ms = ?, due_ms = ?, reviews = ?, "
        "lapses = ?, miss = ?, rank = ?, form = ? WHERE fact = ?",
        (
            memory.stability,
            memory.difficulty,
            memory.last_ms,
            memory.due_ms,
            memory.reviews,
            memory.lapses,
            last.miss,
            int(last.miss != Miss.SURE_BUT_WRONG),
            last.form,
            fact,
        ),
    )
