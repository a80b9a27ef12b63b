"""The files of one run within the index, which may know more: connected, in order, and alone.

Table `run` lists them; tables `unasked` and `unmade` hold the items, and the models, whose bank and
id an earlier file of the run has already.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from quizgen.bank.cache import discard, in_memory, open_cache
from quizgen.bank.index import Loading, refresh
from quizgen.bank.sources import SourceFile

_TABLES = (
    "CREATE TEMP TABLE run (place INTEGER PRIMARY KEY, file INTEGER NOT NULL UNIQUE)",
    "CREATE TEMP TABLE unasked (item INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE unmade (model INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE looked_for (fact TEXT NOT NULL)",
    """
    CREATE TEMP TABLE cells (
        pool INTEGER, file INTEGER, slug TEXT, difficulty TEXT, form TEXT,
        PRIMARY KEY (pool, file, slug, difficulty, form)
    ) WITHOUT ROWID
    """,
)
_RUN = "INSERT INTO run SELECT ?, file FROM files WHERE path = ?"
_UNASKED = """
INSERT INTO unasked SELECT DISTINCT later.item
    FROM run AS after
    CROSS JOIN overlaps ON overlaps.file = after.file AND overlaps.repeats
    CROSS JOIN run AS before ON before.file = overlaps.other AND before.place < after.place
    CROSS JOIN items AS later ON later.file = after.file
    CROSS JOIN items AS first INDEXED BY items_by_id
        ON first.id = later.id AND first.bank = later.bank AND first.file = before.file
"""
_UNMADE = """
INSERT INTO unmade SELECT DISTINCT later.model
    FROM run AS after
    CROSS JOIN models AS later ON later.file = after.file
    CROSS JOIN models AS first INDEXED BY models_by_id
        ON first.id = later.id AND first.bank = later.bank
    CROSS JOIN run AS before ON before.file = first.file AND before.place < after.place
"""


def connect(
    files: Sequence[SourceFile], cache: Path | None, loading: Loading
) -> sqlite3.Connection:
    """Return the index brought in step with the files of the run, and showing them alone.

    Args:
        cache: The folder of the index; None: in memory.
    """
    if cache is None:
        return _entered(in_memory(), files, loading)
    database = open_cache(cache, loading.style)
    try:
        return _entered(database, files, loading)
    except sqlite3.OperationalError:  # locked, full or read-only: what it knows still serves
        spare = in_memory(database)
        database.close()
    except sqlite3.DatabaseError:
        database.close()
        discard(cache, loading.style)
        spare = open_cache(cache, loading.style)
    try:
        return _entered(spare, files, loading)
    except sqlite3.DatabaseError:
        spare.close()
        return _entered(in_memory(), files, loading)


def _entered(
    database: sqlite3.Connection, files: Sequence[SourceFile], loading: Loading
) -> sqlite3.Connection:
    refresh(database, files, loading)
    for statement in _TABLES:
        database.execute(statement)
    database.executemany(_RUN, ((place, file.key) for place, file in enumerate(files)))
    database.execute(_UNASKED)
    database.execute(_UNMADE)
    return database
