"""Brings the history's file in step with the folder of attempts."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quizgen.store.history_file import writing
from quizgen.store.history_folder import Folder, Record, read_attempt
from quizgen.store.history_memories import fold_anew
from quizgen.store.history_writing import Rules, remove, remove_all, write
from quizgen.store.journal import JournalUnreadable

RECENT_NS = 2_000_000_000
"""A file system may give two changes within this time the same time."""

_BATCH_RESPONSES = 2_000
_BATCH = 200
"""Attempts, or facts: few enough that nobody waits for long, many enough to be worth a commit."""


@dataclass(frozen=True, slots=True)
class Way:
    """How it is done.

    Attributes:
        schedule: Names the rules behind `rules.step`: under another name all facts are folded anew.
        clock_ns: Wall time.
        progress: Told how many of the files to be read are read, and how many there are.
    """

    folder: Folder
    rules: Rules
    schedule: str
    clock_ns: Callable[[], int]
    progress: Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file of the folder that could not be taken in: its name, and why, as told to the user."""

    name: str
    message: str
    help: str


def catch_up(database: sqlite3.Connection, way: Way) -> tuple[int, int]:
    """Take in what came into the folder, take out what went, and return how many of each.

    Raises:
        OSError: The folder cannot be looked at.
        sqlite3.Error: The file cannot be read or written.
    """
    stamp, changed_ns = way.folder.stamp()
    _follow(database, way)
    if _state(database, "stamp") == stamp:
        return 0, 0
    # First what is known, then what is there: whatever comes in between is not taken to be gone.
    known = {name for (name,) in database.execute("SELECT id FROM attempts")}
    files = way.folder.files()
    removed = _take_out(database, known, known - files.keys(), way)
    new = [files[name] for name in sorted(files.keys() - known)]
    added, failed = _take_in(database, new, way)
    settled = abs(way.clock_ns() - changed_ns) >= RECENT_NS
    if settled or failed != passed_over(database):
        with writing(database):
            _pass_over(database, failed)
            _set_state(database, "stamp", stamp if settled else "")
    return added, removed


def passed_over(database: sqlite3.Connection) -> list[PassedOver]:
    """Return the files that could not be taken in when the folder was last looked through."""
    return [PassedOver(*row) for row in database.execute("SELECT * FROM passed_over ORDER BY name")]


def _follow(database: sqlite3.Connection, way: Way) -> None:
    """Fold all facts anew if they follow another schedule."""
    if _state(database, "schedule") == way.schedule:
        return
    last: int | None = 0
    while last is not None:
        with writing(database):
            last = fold_anew(database, way.rules.step, last, _BATCH)
    with writing(database):
        _set_state(database, "schedule", way.schedule)


def _take_out(database: sqlite3.Connection, known: set[str], gone: set[str], way: Way) -> int:
    if gone == known:
        if gone:
            with writing(database):
                remove_all(database)
        return len(gone)
    names = iter(sorted(gone))
    while batch := list(islice(names, _BATCH)):
        with writing(database):
            remove(database, batch, way.rules.step)
    return len(gone)


def _take_in(
    database: sqlite3.Connection, paths: Sequence[Path], way: Way
) -> tuple[int, list[PassedOver]]:
    """Read files while others may write, and write what was read, a batch at a time."""
    added, failed = 0, list[PassedOver]()
    found = _read(paths, failed)
    done = 0
    while done < len(paths):
        way.progress(done, len(paths))
        batch, tried = _batch(found)
        done += tried
        with writing(database):
            added += len(write(database, batch, way.rules))
    if paths:
        way.progress(len(paths), len(paths))
    return added, sorted(failed, key=lambda each: each.name)


def _read(paths: Sequence[Path], failed: list[PassedOver]) -> Iterator[Record | None]:
    for path in paths:
        try:
            yield read_attempt(path)
        except JournalUnreadable as error:
            failed.append(PassedOver(path.name, error.message, error.help))
            yield None


def _batch(found: Iterator[Record | None]) -> tuple[list[Record], int]:
    """Return a batch of attempts, and how many files it took."""
    batch: list[Record] = []
    responses = tried = 0
    for each in found:
        tried += 1
        if each is not None:
            batch.append(each)
            responses += len(each[1])
        if responses >= _BATCH_RESPONSES or tried == _BATCH:
            break
    return batch, tried


def _pass_over(database: sqlite3.Connection, failed: Sequence[PassedOver]) -> None:
    database.execute("DELETE FROM passed_over")
    database.executemany(
        "INSERT INTO passed_over VALUES (?, ?, ?)",
        ((each.name, each.message, each.help) for each in failed),
    )


def _state(database: sqlite3.Connection, name: str) -> str | None:
    row = database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _set_state(database: sqlite3.Connection, name: str, value: str) -> None:
    database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))
