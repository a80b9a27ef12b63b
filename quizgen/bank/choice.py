"""What a draw chooses from: the written items that a filter means, as one pool or by share of form.

Items are reached by seeks on their hash, in the whole run or in its cells: those of one file,
topic, difficulty and form.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizgen.bank import queries
from quizgen.bank.draw import Candidate
from quizgen.bank.entries import signed
from quizgen.bank.queries import ASKED, Named
from quizgen.bank.topics import Filter, HasTopic, Meant, Tally, meant
from quizgen.core.item import Form
from quizgen.core.mix import Mix
from quizgen.forms.dates import When

_COUNT = "SELECT sum(count) FROM run CROSS JOIN files USING (file)"
_UNASKED = "SELECT count(*) FROM unasked"
_CELL = "INSERT OR IGNORE INTO cells SELECT ?, file, ?, ?, ? FROM run WHERE place = ?"
_CANDIDATES = "SELECT hash, bank, id, facts, item"
_BETWEEN = f"""
{_CANDIDATES} FROM run CROSS JOIN items INDEXED BY items_by_hash USING (file)
    WHERE hash BETWEEN ? AND ? AND {ASKED}
"""
_BETWEEN_IN_CELLS = f"""
{_CANDIDATES} FROM cells
    CROSS JOIN items INDEXED BY items_by_cell USING (file, slug, difficulty, form)
    WHERE hash BETWEEN ? AND ? AND pool = ? AND {ASKED}
"""
_DATED = "SELECT item, slug, difficulty, form FROM run CROSS JOIN items INDEXED BY items_by_date"
_PAST = f"""
{_DATED} USING (file) WHERE until > '' AND until <= ? AND NOT told AND {ASKED}
"""
_NOT_AS_OF = f"""
{_DATED} USING (file) WHERE (until > '' OR as_of > '' OR since > '') AND {ASKED}
    AND (since > :day OR as_of > :day OR until BETWEEN '0' AND :day)
"""


class Choice(NamedTuple):
    """One pool of written items.

    Attributes:
        number: Of the pool, from 0.
        meant: What it holds, by topic, difficulty and form.
        cells: The tallies whose items it holds; None: all.
        without: Items left out of them.
        total: How many items are left.
    """

    number: int
    meant: Meant
    cells: tuple[Tally, ...] | None
    without: frozenset[int]
    total: int


def choose(
    database: sqlite3.Connection, only: Filter, models: Sequence[HasTopic], mix: Mix = ()
) -> list[Choice]:
    """Return the pool a filter means, or one pool for each share of a mix.

    Args:
        models: What else has topics in this run.

    Raises:
        UnknownTopic: No item and no model has a topic of the filter's.
    """
    by_kind = bool(only.topics or only.difficulty or only.forms or mix)
    known = queries.tallies(database) if by_kind else None
    whole = meant(only, (*(known or ()), *models))
    left_out = _left_out(database, only)
    kinds = [_of_forms(whole, forms) for forms, _ in mix] or [whole]
    return [_choice(database, number, kind, known, left_out) for number, kind in enumerate(kinds)]


def _of_forms(whole: Meant, forms: frozenset[Form]) -> Meant:
    return Meant(whole.slugs, whole.difficulty, forms & (whole.forms or forms))


def _left_out(database: sqlite3.Connection, only: Filter) -> set[Named]:
    found = {hit for name in only.exclude for hit in queries.named(database, name)}
    return found if only.when is None else found.union(not_asked(database, only.when))


def not_asked(database: sqlite3.Connection, when: When) -> Iterable[Named]:
    """Yield the items that their dates keep from being asked at a time."""
    rows = (
        database.execute(_NOT_AS_OF, {"day": when.day})
        if when.as_of
        else database.execute(_PAST, (when.day,))
    )
    return (Named(*row) for row in rows)


def _choice(
    database: sqlite3.Connection,
    number: int,
    kind: Meant,
    known: Sequence[Tally] | None,
    left_out: Iterable[Named],
) -> Choice:
    without = frozenset(hit.item for hit in left_out if kind.holds(hit))
    if known is None:
        cells, total = None, _count(database)
    else:
        cells = tuple(cell for cell in known if kind.holds(cell))
        total = sum(cell.items for cell in cells)
    return Choice(number, kind, cells, without, total - len(without))


def _count(database: sqlite3.Connection) -> int:
    (count,) = database.execute(_COUNT).fetchone()
    (unasked,) = database.execute(_UNASKED).fetchone()
    return (count or 0) - int(unasked)


def between(
    database: sqlite3.Connection, choice: Choice
) -> Callable[[int, int], Sequence[Candidate]]:
    """Return how to fetch the candidates of a range of hashes, for `draw`."""
    if choice.cells is not None:
        database.execute("DELETE FROM cells WHERE pool = ?", (choice.number,))
        cells = (
            (choice.number, cell.slug, cell.difficulty, cell.form, cell.place)
            for cell in choice.cells
        )
        database.executemany(_CELL, cells)
    query = _BETWEEN if choice.cells is None else _BETWEEN_IN_CELLS
    pool = () if choice.cells is None else (choice.number,)

    def fetch(low: int, high: int) -> Sequence[Candidate]:
        rows = database.execute(query, (signed(low), signed(high), *pool))
        return [_candidate(*row) for row in rows if row[-1] not in choice.without]

    return fetch


def _candidate(hashed: int, bank: str, id_: str, facts: str, number: int) -> Candidate:
    return Candidate(hashed, f"{bank}:{id_}", frozenset(facts.splitlines()), number)
