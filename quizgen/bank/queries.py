"""What a run asks of the index, each question a seek: none reads all items to find a few."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.bank.draw import Candidate
from quizgen.bank.entries import digest_of, signed
from quizgen.bank.loaded import Lacking
from quizgen.bank.topics import Filter, Tally, is_meant, slugs_of
from quizgen.core.item import Item
from quizgen.core.record import item_from

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Diagnostic

_FILES = """
SELECT bank, title, count, errors, warnings, lacking,
    (SELECT count(*) FROM unasked CROSS JOIN items USING (item) WHERE items.file = run.file)
    FROM run CROSS JOIN files USING (file) ORDER BY place
"""
_TALLIES = """
SELECT place, slug, topic, difficulty, document, first, tallies.count - coalesce(less.count, 0)
    FROM run CROSS JOIN tallies USING (file)
    LEFT JOIN (
        SELECT file, slug, topic, difficulty, document, count(*) AS count
        FROM unasked CROSS JOIN items USING (item) GROUP BY 1, 2, 3, 4, 5
    ) AS less USING (file, slug, topic, difficulty, document)
    ORDER BY place, first
"""
_COUNT = "SELECT sum(count) FROM run CROSS JOIN files USING (file)"
_UNASKED = "SELECT count(*) FROM unasked"
_DIGESTS = "SELECT digest FROM run CROSS JOIN files USING (file)"
_UNASKED_RECORDS = "SELECT record FROM unasked CROSS JOIN items USING (item)"
_DIAGNOSTICS = "SELECT diagnostics FROM run CROSS JOIN files USING (file) WHERE place = ?"
_CELL = "INSERT OR IGNORE INTO cells SELECT file, ?, ? FROM run WHERE place = ?"
_CANDIDATES = "SELECT hash, bank, id, facts, item"
_ASKED = "item NOT IN (SELECT item FROM unasked)"
_BETWEEN = f"""
{_CANDIDATES} FROM run CROSS JOIN items INDEXED BY items_by_hash USING (file)
    WHERE hash BETWEEN ? AND ? AND {_ASKED}
"""
_BETWEEN_IN_CELLS = f"""
{_CANDIDATES} FROM cells CROSS JOIN items INDEXED BY items_by_cell USING (file, slug, difficulty)
    WHERE hash BETWEEN ? AND ? AND {_ASKED}
"""
_NAMED = f"""
SELECT item, slug, difficulty FROM items INDEXED BY items_by_id CROSS JOIN run USING (file)
    WHERE id = ? AND (bank = ? OR ?) AND {_ASKED} ORDER BY place
"""  # noqa: S608 - of constants
_IN_FILE = f"""
SELECT record FROM run CROSS JOIN items USING (file)
    WHERE place = ? AND {_ASKED} ORDER BY position
"""  # noqa: S608 - of constants


class Named(NamedTuple):
    """An item found by its name."""

    item: int
    slug: str
    difficulty: str


class Choice(NamedTuple):
    """What a filter means in this run.

    Attributes:
        cells: The tallies whose items are meant; None: all.
        without: Items left out of them.
        total: How many items are left.
    """

    cells: tuple[Tally, ...] | None
    without: frozenset[int]
    total: int


def files(database: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Return bank, title, count, errors, warnings and what is lacking, file by file in order."""
    return [
        (bank, title, count - unasked, errors + unasked, warnings, Lacking(**json.loads(lacking)))
        for bank, title, count, errors, warnings, lacking, unasked in database.execute(_FILES)
    ]


def diagnostics(database: sqlite3.Connection, place: int, name: str) -> "list[Diagnostic]":
    """Return what is wrong within a file, which this run calls by that name."""
    from quizgen.bank.diagnosed import from_json

    (text,) = database.execute(_DIAGNOSTICS, (place,)).fetchone()
    return from_json(text, name)


def digest(database: sqlite3.Connection) -> int:
    """Return the digest of the items that are asked."""
    whole = sum(int(digest, 16) for (digest,) in database.execute(_DIGESTS))
    return whole - digest_of(record for (record,) in database.execute(_UNASKED_RECORDS))


def choose(database: sqlite3.Connection, only: Filter) -> Choice:
    """Return what a filter means; `UnknownTopic` if no item has a topic of its."""
    known = tallies(database) if only.topics or only.difficulty else None
    slugs = None if known is None else slugs_of(only, known)
    excluded = {
        hit.item
        for name in only.exclude
        for hit in named(database, name)
        if is_meant(hit, slugs, only.difficulty)
    }
    if known is None:
        cells, total = None, _count(database)
    else:
        cells = tuple(cell for cell in known if is_meant(cell, slugs, only.difficulty))
        total = sum(cell.items for cell in cells)
    return Choice(cells, frozenset(excluded), total - len(excluded))


def _count(database: sqlite3.Connection) -> int:
    (count,) = database.execute(_COUNT).fetchone()
    (unasked,) = database.execute(_UNASKED).fetchone()
    return (count or 0) - int(unasked)


def tallies(database: sqlite3.Connection) -> list[Tally]:
    """Return the tallies of all files, in file order."""
    return [Tally(*row) for row in database.execute(_TALLIES)]


def named(database: sqlite3.Connection, name: str) -> list[Named]:
    """Return the item of `bank:id`, or the items of `id` in every bank, in file order."""
    bank, _, id_ = name.rpartition(":")
    return [Named(*row) for row in database.execute(_NAMED, (id_, bank, not bank))]


def item(database: sqlite3.Connection, number: int) -> Item:
    """Return an item by what the index knows it by."""
    (record,) = database.execute("SELECT record FROM items WHERE item = ?", (number,)).fetchone()
    return item_from(json.loads(record))


def items_in(database: sqlite3.Connection, place: int) -> list[Item]:
    """Return the items of a file, in file order."""
    return [item_from(json.loads(record)) for (record,) in database.execute(_IN_FILE, (place,))]


def between(
    database: sqlite3.Connection, choice: Choice
) -> Callable[[int, int], Sequence[Candidate]]:
    """Return how to fetch the candidates of a range of hashes, for `draw`."""
    if choice.cells is not None:
        database.execute("DELETE FROM cells")
        cells = ((cell.slug, cell.difficulty, cell.place) for cell in choice.cells)
        database.executemany(_CELL, cells)
    query = _BETWEEN if choice.cells is None else _BETWEEN_IN_CELLS

    def fetch(low: int, high: int) -> Sequence[Candidate]:
        rows = database.execute(query, (signed(low), signed(high)))
        return [_candidate(*row) for row in rows if row[-1] not in choice.without]

    return fetch


def _candidate(hashed: int, bank: str, id_: str, facts: str, number: int) -> Candidate:
    return Candidate(hashed, f"{bank}:{id_}", frozenset(facts.splitlines()), number)
