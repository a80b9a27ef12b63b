"""Brings the history's file in step with the folder of attempts."""

import sqlite3
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizgen.store.history_attempt import Record, read_attempt
from quizgen.store.history_file import writing
from quizgen.store.history_folder import Files, Folder, Regraded
from quizgen.store.history_memories import fold_anew
from quizgen.store.history_reading import fact_count
from quizgen.store.history_writing import Rules, newer, remove, remove_all, renew
from quizgen.store.journal import JournalUnreadable
from quizgen.store.regradings import RegradingUnreadable

RECENT_NS = 2_000_000_000
"""A file system may give two changes within this time the same time."""

Progress = Callable[[int, int], None]
"""Told how much is done, and how much there is to do."""

_BATCH_RESPONSES = 4_000
_BATCH = 500
"""Attempts: few enough that nobody waits for long, many enough to be worth a commit."""
_BATCH_REVIEWS = 4_000


def unseen(_done: int, _total: int) -> None:
    """Tell nobody of progress."""


@dataclass(frozen=True, slots=True)
class Way:
    """How it is done.

    Attributes:
        schedule: Names the rules behind `rules.step`: under another name all facts are folded anew.
        clock_ns: Wall time.
        progress: Of reading attempts.
        rescheduling: Of folding facts anew.
    """

    folder: Folder
    rules: Rules
    schedule: str
    clock_ns: Callable[[], int]
    progress: Progress
    rescheduling: Progress


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file of the folder that could not be read: its name, and why, as told to the user.

    Its attempt may be in the history all the same: where it is a regrading, by the one before it;
    where it is a journal, as it was imported.
    """

    name: str
    message: str
    help: str

    @property
    def attempt(self) -> str:
        """Id of its attempt."""
        return self.name.partition(".")[0]


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
    rows = database.execute("SELECT id, regraded_ms, regraded FROM attempts")
    known: dict[str, Regraded] = {name: (last, times) for name, last, times in rows}
    regraded = way.folder.regraded()
    removed = _take_out(database, set(known), known.keys() - regraded.keys(), way)
    again = {each.attempt for each in passed_over(database)}
    wanted = again & regraded.keys()
    if regraded != known:
        wanted |= {name for name, found in regraded.items() if found != known.get(name)}
    files = way.folder.files(wanted) if wanted else {}
    added, failed = _take_in(database, [files[name] for name in sorted(files)], known, way)
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
    total, done = fact_count(database), 0
    last: int | None = 0
    while last is not None:
        way.rescheduling(min(done, total), total)
        with writing(database):
            folded, last = fold_anew(database, way.rules.step, last, _BATCH_REVIEWS)
        done += folded
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
    database: sqlite3.Connection, files: Sequence[Files], known: Container[str], way: Way
) -> tuple[int, list[PassedOver]]:
    """Read files while others may write, and write what was read, a batch at a time."""
    added, failed = 0, list[PassedOver]()
    found = _read(files, failed)
    done = 0
    while done < len(files):
        way.progress(done, len(files))
        batch, tried = _batch(found)
        done += tried
        with writing(database):
            again = [each for each in batch if each[0].id in known]
            # What another process took in meanwhile may be newer than what was read.
            new = newer(database, [each for each in batch if each[0].id not in known])
            added += renew(database, [*again, *new], way.rules)
    if files:
        way.progress(len(files), len(files))
    return added, sorted(failed, key=lambda each: each.name)


def _read(files: Sequence[Files], failed: list[PassedOver]) -> Iterator[Record | None]:
    for each in files:
        troubles: list[PassedOver] = []
        record = _readable(each, troubles)
        failed += troubles[:1]
        yield record


def _readable(files: Files, troubles: list[PassedOver]) -> Record | None:
    def unread(error: RegradingUnreadable) -> None:
        troubles.append(PassedOver(error.path.name, error.message, error.help))

    for path in files.paths:
        try:
            return read_attempt(path, files.regradings, unread)
        except JournalUnreadable as error:
            troubles.append(PassedOver(path.name, error.message, error.help))
    return None


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
