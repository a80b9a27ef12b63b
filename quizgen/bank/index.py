"""The index of question files: what each held when it was last loaded, kept in step with the files.

A file is known by path, size, times in nanoseconds, inode and the version of the code that loaded
it; then it costs one look at its status. If it was modified within two seconds of being indexed it
is read again, since a second change may leave size and times as they were; its content decides.
yaml, pydantic and the loader are imported only where a changed file is loaded.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.bank.entries import Entry, Rows, confirm, forget_missing, replace, rows_of
from quizgen.bank.sources import SourceFile
from quizgen.bank.version import loader_version
from quizgen.core.digest import blake2b
from quizgen.core.mix import STYLE

if TYPE_CHECKING:
    from quizgen.bank.loaded import QuestionFile

RECENT_NS = 2_000_000_000
_MOST_BYTES = 6_000_000  # more than the loader takes, so that it says so, yet never a whole disk
_ROUNDS = 4
_WORTH_HELPERS = 1_000_000  # bytes that take longer to load than a helper to start


def load_file(data: bytes, name: str, style: str = STYLE) -> "QuestionFile":
    """Load a question file; see `quizgen.bank.loader.read_question_file`."""
    from quizgen.bank.loader import read_question_file

    return read_question_file(data, name, style)


@dataclass(frozen=True, slots=True)
class Loading:
    """How changed files are loaded.

    Attributes:
        version: Of the code behind `load`.
        clock_ns: The wall time, in nanoseconds since 1970.
        progress: Told how many of the changed files are loaded, and how many there are.
        style: The house style of the wording.
    """

    load: "Callable[[bytes, str, str], QuestionFile]" = load_file
    version: str = field(default_factory=loader_version)
    clock_ns: Callable[[], int] = time.time_ns
    progress: Callable[[int, int], None] | None = None
    style: str = STYLE


def refresh(database: sqlite3.Connection, files: Sequence[SourceFile], loading: Loading) -> None:
    """Bring the index in step with the files, and keep reading that very state.

    On return a read transaction is open, in which every file is as this run first saw it, whatever
    other processes write meanwhile.

    Raises:
        sqlite3.DatabaseError: The index cannot be read or written.
    """
    stamps = {file.path: _stamp(file.path) for file in files}
    seen: set[Path] = set()
    for _ in range(_ROUNDS):
        database.execute("BEGIN")
        changed = [
            file
            for file in files
            if not _is_known(database, file, stamps[file.path], loading, seen=file.path in seen)
        ]
        if not changed:
            return
        database.execute("ROLLBACK")
        for file, found in _counted(changed, _contents(database), loading):
            stamps[file.path] = _update(database, file, found, loading)
            seen.add(file.path)
        forget_missing(database, {file.key for file in files})
    raise sqlite3.OperationalError("other processes keep changing the index")


def _contents(database: sqlite3.Connection) -> dict[bytes, tuple[str, str]]:
    """Hash and loader's version of each file in the index, by its path."""
    rows = database.execute("SELECT path, content, version FROM files")
    return {path: (content, version) for path, content, version in rows}


Contents = Mapping[bytes, tuple[str, str]]


def _counted(
    files: Sequence[SourceFile], known: Contents, loading: Loading
) -> Iterator[tuple[SourceFile, "Found"]]:
    """Read files, several at once where they are large, and tell of the progress."""
    from quizgen.bank.helpers import worked

    told = loading.progress or (lambda _done, _total: None)
    with closing(worked(partial(_read, known, loading), _parts(files))) as found:
        for done, each in enumerate(found):
            told(done, len(files))
            yield each
    told(len(files), len(files))


def _parts(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    from quizgen.bank.helpers import processes, shares

    sizes = {file.path: _size(file.path) for file in files}
    count = processes() if sum(sizes.values()) >= _WORTH_HELPERS else 1
    return shares(files, lambda file: sizes[file.path], count)


def _is_known(
    database: sqlite3.Connection, file: SourceFile, stamp: str, loading: Loading, *, seen: bool
) -> bool:
    """Whether the index has the file as it is; `seen` if this run has read it already."""
    row = database.execute(
        "SELECT stamp, version, recent FROM files WHERE path = ?", (file.key,)
    ).fetchone()
    return row is not None and row[:2] == (stamp, loading.version) and (seen or not row[2])


class Found(NamedTuple):
    """A file that was read; without rows if the index knows its content."""

    entry: Entry
    rows: Rows | None


def _read(known: Contents, loading: Loading, file: SourceFile) -> Found:
    """Read a file, and load it if its content is new."""
    now = loading.clock_ns()
    try:
        with file.path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            data = stream.read(_MOST_BYTES)
    except OSError as problem:
        nothing = Entry(stamp="", content="", recent=True, version=loading.version)
        return Found(nothing, rows_of(file, nothing, _unreadable(file.name, problem)))
    entry = Entry(
        stamp=_stamp_of(status),
        content=blake2b(data, digest_size=16).hexdigest(),
        recent=max(status.st_mtime_ns, status.st_ctime_ns) + RECENT_NS >= now,
        version=loading.version,
    )
    if known.get(file.key) == (entry.content, entry.version):
        return Found(entry, None)
    loaded = loading.load(data, file.name, loading.style)
    return Found(entry, rows_of(file, entry, loaded))


def _update(database: sqlite3.Connection, file: SourceFile, found: Found, loading: Loading) -> str:
    """Write what was read of a file, and return its stamp."""
    entry, rows = found
    if rows is None and not confirm(database, file, entry):
        # Another process has put something else in its place meanwhile.
        entry, rows = _read({}, loading, file)
    if rows is not None:
        replace(database, file, rows)
    return entry.stamp


def _stamp(path: Path) -> str:
    """Return what tells a file from its earlier self; empty for one that is not there."""
    try:
        return _stamp_of(path.stat())
    except OSError:
        return ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _stamp_of(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _unreadable(name: str, problem: OSError) -> "QuestionFile":
    """Return a file without questions, whose only diagnostic says why it cannot be read."""
    from quizgen.bank.diagnosed import unreadable
    from quizgen.bank.loaded import QuestionFile

    found = unreadable(name, problem.strerror or str(problem))
    return QuestionFile(name, bank="", title="", diagnostics=(found,))
