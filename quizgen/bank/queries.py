"""What a run asks of the index, each question a seek: none reads all items to find a few."""

import json
import sqlite3
from collections import Counter
from collections.abc import Container
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.bank.entries import digest_of
from quizgen.bank.topics import Tally
from quizgen.core.item import Item
from quizgen.core.record import item_from

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Diagnostic

_FILES = """
SELECT bank, title, count, models, errors, warnings, lacking,
    (SELECT count(*) FROM unasked CROSS JOIN items USING (item) WHERE items.file = run.file),
    (SELECT count(*) FROM unmade CROSS JOIN models USING (model) WHERE models.file = run.file)
    FROM run CROSS JOIN files USING (file) ORDER BY place
"""
_TALLIES = """
SELECT place, slug, topic, difficulty, form, document, first,
    tallies.count - coalesce(less.count, 0)
    FROM run CROSS JOIN tallies USING (file)
    LEFT JOIN (
        SELECT file, slug, topic, difficulty, form, document, count(*) AS count
        FROM unasked CROSS JOIN items USING (item) GROUP BY 1, 2, 3, 4, 5, 6
    ) AS less USING (file, slug, topic, difficulty, form, document)
    ORDER BY place, first
"""
_DIGESTS = "SELECT digest FROM run CROSS JOIN files USING (file)"
_NOT_ASKED = """
SELECT record FROM unasked CROSS JOIN items USING (item)
    UNION ALL SELECT record FROM unmade CROSS JOIN models USING (model)
"""
_DIAGNOSTICS = "SELECT diagnostics FROM run CROSS JOIN files USING (file) WHERE place = ?"
ASKED = "item NOT IN (SELECT item FROM unasked)"
_NAMED = f"""
SELECT item, slug, difficulty, form FROM items INDEXED BY items_by_id CROSS JOIN run USING (file)
    WHERE id = ? AND (bank = ? OR ?) AND {ASKED} ORDER BY place
"""  # noqa: S608 - of constants
_IN_FILE = f"""
SELECT item, slug, difficulty, form, record FROM run CROSS JOIN items USING (file)
    WHERE place = ? AND {ASKED} ORDER BY position
"""  # noqa: S608 - of constants
_DAY_MATTERS = """
SELECT 1 FROM run CROSS JOIN items INDEXED BY items_by_date USING (file)
    WHERE until > :day AND until > '' AND NOT told
    UNION ALL SELECT 1 FROM run CROSS JOIN models USING (file) WHERE settled > :day LIMIT 1
"""
_NAMES = f"""
SELECT slug, bank || ':' || id FROM run CROSS JOIN items INDEXED BY items_by_cell USING (file)
    WHERE {ASKED}
"""  # noqa: S608 - of constants
_RECORDS = f"SELECT record FROM run CROSS JOIN items USING (file) WHERE {ASKED}"  # noqa: S608


class Named(NamedTuple):
    """An item found by its name."""

    item: int
    slug: str
    difficulty: str
    form: str


def files(database: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Return what `LibraryFile` says of each, from its bank on, in order."""
    found = []
    for bank, title, count, models, errors, warnings, lacking, *lost in database.execute(_FILES):
        unasked, unmade = lost
        counts = (count - unasked, models - unmade, errors + unasked + unmade, warnings)
        found.append((bank, title, *counts, lacking))
    return found


def diagnostics(database: sqlite3.Connection, place: int, name: str) -> "list[Diagnostic]":
    """Return what is wrong within a file, which this run calls by that name."""
    from quizgen.bank.diagnosed import from_json

    (text,) = database.execute(_DIAGNOSTICS, (place,)).fetchone()
    return from_json(text, name)


def digest(database: sqlite3.Connection) -> int:
    """Return the digest of the items that are asked and the models they are made of."""
    whole = sum(int(digest, 16) for (digest,) in database.execute(_DIGESTS))
    return whole - digest_of(record for (record,) in database.execute(_NOT_ASKED))


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


def items_in(database: sqlite3.Connection, place: int) -> list[tuple[Named, str]]:
    """Return the items of a file with their records, in file order."""
    rows = database.execute(_IN_FILE, (place,))
    return [(Named(*found), record) for *found, record in rows]


def day_matters(database: sqlite3.Connection, day: str) -> bool:
    """Return whether there is anything that can be asked on that day alone, or after it alone."""
    return database.execute(_DAY_MATTERS, {"day": day}).fetchone() is not None


def count_named(database: sqlite3.Connection, names: Container[str]) -> Counter[str]:
    """Return how many items have one of these names, `bank:id`, by slug of topic."""
    return Counter(slug for slug, name in database.execute(_NAMES) if name in names)


def tags(database: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return tags with the numbers of their items, the most frequent first; reads all items."""
    records = (json.loads(record) for (record,) in database.execute(_RECORDS))
    counts = Counter(tag for record in records for tag in record.get("tags", ()))
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
