"""The SQLite file of the history: opened, laid out, set aside if unsound.

It holds nothing that is not in the folder of attempts. Rules that must stay true:

- What cannot be read, or is another program's, is renamed, never written to and never deleted.
- A file of a newer layout is refused. One of an older layout is laid out anew.
- Files are laid out and set aside by one process at a time, that which holds `history.lock`.
- Nobody waits for a lock for longer than `PATIENCE_S`.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from quizgen.store.history_layout import APPLICATION, LAYOUT, LAYOUT_NUMBER
from quizgen.store.journal import StoreError
from quizgen.store.lock import try_lock

FILE_NAME = "history.db"
PATIENCE_S = 2.0
_PAUSE_S = 0.02
_CACHE_KIB = 32_000
"""At most: what is filled with many attempts comes back to the same pages again and again."""
_DAMAGED_ENDING, _FOREIGN_ENDING = "damaged", "foreign"
_T = TypeVar("_T")

DAMAGED = "it was damaged"
_FOREIGN = "it was another program's"
_OLDER = "it was made by an older quizgen"
_NONE = "there was none"


class HistoryError(StoreError):
    """The history cannot be used; the attempts themselves are not affected."""


class HistoryNewer(HistoryError):
    """Its file was written by a newer quizgen."""


class HistoryBusy(HistoryError):
    """Another process has been writing it for longer than anyone should wait."""


class HistoryUnusable(HistoryError):
    """The folder or the disk does not take it."""


class Unsound(HistoryUnusable):
    """A file cannot serve, and is set aside or laid out anew; `found` says what it is."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"the history cannot be used: {found}",
            help="delete history.db: it is made again from the attempts",
        )
        self.found = found


def open_file(folder: Path) -> tuple[sqlite3.Connection, str]:
    """Return the history kept in a folder, and why it is empty if it was not so before.

    Raises:
        HistoryError: One of its subclasses.
    """
    with _told(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _connected(folder), ""
        except Unsound:
            with _alone(folder):
                return _renewed(folder)


def rebuilt_from(why: str) -> str:
    """Return why a history without any attempt was made anew: its very first time is no news."""
    return "" if why == _NONE else why


def decoded(decode: Callable[[Sequence[Any]], _T]) -> Callable[[Sequence[Any]], _T]:
    """Return a reader of rows to which one that was never written so is damage of the file."""

    @wraps(decode)
    def decoding(row: Sequence[Any]) -> _T:
        try:
            return decode(row)
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise sqlite3.DatabaseError("a row holds what was never written") from error

    return decoding


def present(row: _T | None) -> _T:
    """Return a row that another one says is there; that it is not is damage of the file."""
    if row is None:
        raise sqlite3.DatabaseError("a row that belongs to another is not there")
    return row


def set_aside(folder: Path, database: sqlite3.Connection, inode: int) -> None:
    """Close a history found to be damaged and give its file another name.

    Args:
        inode: Of the file it was opened from: another process may have set that aside already.
    """
    with suppress(sqlite3.Error):
        database.close()
    with _told(folder), _alone(folder):
        if file_inode(folder) == inode:
            _rename(folder, _DAMAGED_ENDING)


def file_inode(folder: Path) -> int:
    """Return the inode of the history's file; 0 if there is none."""
    try:
        return (folder / FILE_NAME).stat().st_ino
    except OSError:
        return 0


def set_aside_files(folder: Path) -> list[Path]:
    """Return the histories that were set aside, with what belongs to them; no other program's."""
    return _aside(folder, _DAMAGED_ENDING)


def _aside(folder: Path, ending: str) -> list[Path]:
    return sorted(folder.glob(f"{FILE_NAME}.{ending}-*"))


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


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_WORLD = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
}


_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


def meaning(error: sqlite3.Error, folder: Path) -> HistoryError | Unsound:
    """Return the error to tell a user, or what is wrong with the file itself.

    Raises:
        sqlite3.Error: The error itself, where it is neither: the fault is ours.
    """
    # An error without a code is Python's own: text that is none, or `decoded`.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _BUSY:
        return HistoryBusy(
            "another quizgen is writing the history", help="try again in a moment; nothing is lost"
        )
    if code in _WORLD:
        return unusable(folder, str(error))
    if code in _DAMAGE or str(error).startswith("no such table"):
        return Unsound(DAMAGED)
    raise error


def unusable(folder: Path, why: str) -> HistoryUnusable:
    """Return the error of a folder or disk that does not take the history."""
    return HistoryUnusable(
        f"cannot keep the history in {folder}: {why}",
        help="make room on the disk, or set QUIZGEN_HOME to a folder that can be written; "
        "the attempts themselves are safe",
    )


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise meaning(error, folder) from error
    except OSError as error:
        raise unusable(folder, error.strerror or str(error)) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process lays out or sets aside the file."""
    with (folder / "history.lock").open("ab", buffering=0) as file:
        end = time.monotonic() + PATIENCE_S
        while not try_lock(file):
            if time.monotonic() > end:
                raise HistoryBusy(
                    "another quizgen is setting up the history", help="try again in a moment"
                )
            time.sleep(_PAUSE_S)
        yield


def _connected(folder: Path) -> sqlite3.Connection:
    """Open a file that is laid out; raise `Unsound` for any other."""
    path = folder / FILE_NAME
    if not path.exists():
        raise Unsound(_NONE)
    database = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)
    try:
        _check(database)
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except sqlite3.Error as error:
        database.close()
        raise meaning(error, folder) from error
    except BaseException:
        database.close()
        raise
    return database


def _check(database: sqlite3.Connection) -> None:
    application, layout = _number(database, "application_id"), _number(database, "user_version")
    if application == 0 and _is_empty(database):
        raise Unsound(_NONE)
    if application != APPLICATION:
        raise Unsound(_FOREIGN)
    if layout > LAYOUT_NUMBER:
        raise HistoryNewer(
            f"the history was written by a newer quizgen (layout {layout}, this one reads "
            f"{LAYOUT_NUMBER})",
            help="update quizgen; nothing was changed",
        )
    if layout < LAYOUT_NUMBER:
        raise Unsound(_OLDER)


def _is_empty(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _number(database: sqlite3.Connection, pragma: str) -> int:
    number: int = database.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number


def _renewed(folder: Path) -> tuple[sqlite3.Connection, str]:
    """Open the file once it serves; the lock is held."""
    try:
        return _connected(folder), ""  # another process was quicker
    except Unsound as unsound:
        why = unsound.found
    if why in {DAMAGED, _FOREIGN}:
        _rename(folder, _DAMAGED_ENDING if why == DAMAGED else _FOREIGN_ENDING)
    _lay_out(folder / FILE_NAME)
    return _connected(folder), why


def _rename(folder: Path, ending: str) -> None:
    """The log goes first: it must never be taken for that of a new file."""
    taken = {path.name for path in _aside(folder, ending)}
    names = (f"{FILE_NAME}.{ending}-{number}" for number in range(1, len(taken) + 2))
    aside = next(name for name in names if name not in taken)
    for part in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            (folder / (FILE_NAME + part)).replace(folder / (aside + part))


def _lay_out(path: Path) -> None:
    database = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        with writing(database):
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (name,) in tables.fetchall():
                database.execute(f'DROP TABLE "{name}"')
            for statement in LAYOUT.split(";"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {LAYOUT_NUMBER}")
    finally:
        database.close()
