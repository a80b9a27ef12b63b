"""The SQLite file behind the index: opened, laid out, thrown away if unsound, or done without.

It is a cache: where the file does not serve, memory does, and nothing is said.
Items are worded in a house style; each style has a file of its own.
A write-ahead log lets one process read an unchanging state while another writes.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from quizgen.core.mix import STYLE

FILE_NAME = "index.sqlite"
"""Of the index in the usual style."""

_PAGE_BYTES = 16_384  # several items to a page

PATIENCE_S = 1.0
"""How long another process's lock is waited for."""

_LAYOUT = """
CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL,
    recent INTEGER NOT NULL,
    bank TEXT NOT NULL,
    title TEXT NOT NULL,
    count INTEGER NOT NULL,
    models INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    lacking TEXT NOT NULL,
    digest TEXT NOT NULL,
    diagnostics TEXT NOT NULL
);
CREATE TABLE items (
    item INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    bank TEXT NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    topic TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    form TEXT NOT NULL,
    document TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    as_of TEXT NOT NULL,
    told INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    facts TEXT NOT NULL,
    span TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX items_by_hash ON items (file, hash, bank, id, facts);
CREATE INDEX items_by_cell ON items (file, slug, difficulty, form, hash, bank, id, facts);
CREATE INDEX items_by_id ON items (id, bank, file);
CREATE INDEX items_by_date ON items (file, until, told)
    WHERE until > '' OR as_of > '' OR since > '';
CREATE TABLE resting (
    fact TEXT NOT NULL,
    file INTEGER NOT NULL,
    item INTEGER NOT NULL,
    PRIMARY KEY (fact, file, item)
) WITHOUT ROWID;
CREATE INDEX resting_by_file ON resting (file);
CREATE TABLE models (
    model INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    bank TEXT NOT NULL,
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    topic TEXT NOT NULL,
    weight INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    settled TEXT NOT NULL,
    yields TEXT NOT NULL,
    span TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX models_by_file ON models (file, position);
CREATE INDEX models_by_id ON models (id, bank, file);
CREATE TABLE pooled (
    fact TEXT NOT NULL,
    file INTEGER NOT NULL,
    model INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (fact, file, model)
) WITHOUT ROWID;
CREATE INDEX pooled_by_file ON pooled (file);
CREATE TABLE tallies (
    file INTEGER NOT NULL,
    slug TEXT NOT NULL,
    topic TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    form TEXT NOT NULL,
    document TEXT NOT NULL,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (file, slug, topic, difficulty, form, document)
) WITHOUT ROWID;
CREATE TABLE overlaps (
    file INTEGER NOT NULL,
    other INTEGER NOT NULL,
    repeats INTEGER NOT NULL,
    PRIMARY KEY (file, other)
) WITHOUT ROWID;
"""
# files: `stamp` is what stat says, `content` a hash of the bytes, `recent` whether it had changed
# shortly before it was read, `digest` the sum of its items' and models'.
# items: `hash` is even over 64 bits, signed; `slug` and `difficulty` are empty where there is none.
# `since` and `as_of` are the last day of what the author wrote, `until` the first; or empty; `told`
# is whether the question says the year of its `as_of`.
# resting: every fact that an item rests on; `facts` of items holds those it names, a line each.
# models: `facts` is their number, `settled` the last day on which what it yields changes, or empty,
# `yields` name, form and difficulty of each, as JSON.
# pooled: every fact that a model asks for, from the day `since` to the one before `until`.
# tallies: how many items of a kind a file holds, and the position of the first.
# items_by_hash and items_by_cell have all that a draw asks of an item, so that it need not look the
# item up.
# overlaps: files that have an id in common, both ways round; `repeats` if of the same bank too.

_APPLICATION = 0x515A_6978
_LAYOUT_NUMBER = crc32(_LAYOUT.encode()) & 0x7FFF_FFFF


def index_path(folder: Path, style: str = STYLE) -> Path:
    """Return the path of a style's index in a folder."""
    path = folder / FILE_NAME
    return path if style == STYLE else path.with_stem(f"{path.stem}-{style}")


def open_cache(folder: Path, style: str = STYLE) -> sqlite3.Connection:
    """Return the index kept in a folder, or an empty one in memory where that cannot be used.

    A file of that name that is corrupt, another program's or of another layout is thrown away.
    """
    for _ in range(2):
        try:
            return _on_disk(index_path(folder, style))
        except (OSError, sqlite3.OperationalError):
            break
        except sqlite3.DatabaseError:
            discard(folder, style)
    return in_memory()


def in_memory(known: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """Return an index in memory, holding what another one knows if that can be read."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    if known is not None:
        with suppress(sqlite3.DatabaseError):
            known.backup(memory)
            _prepare(memory)
            return memory
        memory.close()
        memory = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(memory)
    return memory


def discard(folder: Path, style: str = STYLE) -> None:
    """Throw the index of a style away, if that can be done."""
    path = index_path(folder, style)
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """Write all that follows, or nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    finally:
        # Some failures (a full disk) have ended the transaction already.
        if database.in_transaction:
            database.execute("ROLLBACK")


def _on_disk(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = NORMAL")
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """Lay the tables out in an empty database; refuse one that holds something else."""
    database.execute("PRAGMA temp_store = MEMORY")
    if _is_ours(database):
        return
    database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    database.execute("PRAGMA journal_mode = WAL")
    with writing(database):
        _lay_out(database)


def _lay_out(database: sqlite3.Connection) -> None:
    if _is_ours(database):  # another process was quicker
        return
    if database.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise sqlite3.DatabaseError("not an index of this layout")
    for statement in _LAYOUT.split(";"):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_LAYOUT_NUMBER}")


def _is_ours(database: sqlite3.Connection) -> bool:
    return _number(database, "application_id") == _APPLICATION and (
        _number(database, "user_version") == _LAYOUT_NUMBER
    )


def _number(database: sqlite3.Connection, pragma: str) -> int:
    number: int = database.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number
