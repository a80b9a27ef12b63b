"""The index of question files: what each held when it was last loaded, kept in step with the files.

A file is known by path, size, times in nanoseconds, inode and the version of the code that loaded
it; then it costs one look at its status. If it was modified within two seconds of being indexed it
is read again, since a second change may leave size and times as they were; its content decides.
yaml, pydantic and the loader are imported only where a changed file is loaded.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.bank.entries import Entry, confirm, forget_missing, replace
from quizgen.bank.loaded import QuestionFile
from quizgen.bank.sources import SourceFile
from quizgen.bank.version import loader_version
from quizgen.core.digest import blake2b

RECENT_NS = 2_000_000_000
_MOST_BYTES = 6_000_000  # more than the loader takes, so that it says so, yet never a whole disk
_ROUNDS = 4


def load_file(data: bytes, name: str) -> QuestionFile:
    """Load a question file; see `quizgen.bank.loader.read_question_file`."""
    from quizgen.bank.loader import read_question_file

    return read_question_file(data, name)


@dataclass(frozen=True, slots=True)
class Loading:
    """How changed files are loaded.

    Attributes:
        version: Of the code behind `load`.
        clock_ns: The wall time, in nanoseconds since 1970.
        progress: Told how many of the changed files are loaded, and how many there are.
    """

    load: Callable[[bytes, str], QuestionFile] = load_file
    version: str = field(default_factory=loader_version)
    clock_ns: Callable[[], int] = time.time_ns
    progress: Callable[[int, int], None] | None = None


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
        for file in _counted(changed, loading.progress):
            stamps[file.path] = _update(database, file, loading)
            seen.add(file.path)
        forget_missing(database, {file.key for file in files})
    raise sqlite3.OperationalError("other processes keep changing the index")


def _counted(
    files: Sequence[SourceFile], progress: Callable[[int, int], None] | None
) -> Iterator[SourceFile]:
    for done, file in enumerate(files):
        if progress:
            progress(done, len(files))
        yield file
    if progress:
        progress(len(files), len(files))


def _is_known(
    database: sqlite3.Connection, file: SourceFile, stamp: str, loading: Loading, *, seen: bool
) -> bool:
    """Whether the index has the file as it is; `seen` if this run has read it already."""
    row = database.execute(
        "SELECT stamp, version, recent FROM files WHERE path = ?", (file.key,)
    ).fetchone()
    return row is not None and row[:2] == (stamp, loading.version) and (seen or not row[2])


def _update(database: sqlite3.Connection, file: SourceFile, loading: Loading) -> str:
    """Read a file, load it if its content is new, and return its stamp."""
    now = loading.clock_ns()
    try:
        with file.path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            data = stream.read(_MOST_BYTES)
    except OSError as problem:
        nothing = Entry(stamp="", content="", recent=True, version=loading.version)
        replace(database, file, nothing, _unreadable(file.name, problem))
        return ""
    entry = Entry(
        stamp=_stamp_of(status),
        content=blake2b(data, digest_size=16).hexdigest(),
        recent=max(status.st_mtime_ns, status.st_ctime_ns) + RECENT_NS >= now,
        version=loading.version,
    )
    if not confirm(database, file, entry):
        replace(database, file, entry, loading.load(data, file.name))
    return entry.stamp


def _stamp(path: Path) -> str:
    """Return what tells a file from its earlier self; empty for one that is not there."""
    try:
        return _stamp_of(path.stat())
    except OSError:
        return ""


def _stamp_of(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _unreadable(name: str, problem: OSError) -> QuestionFile:
    """Return a file without questions, whose only diagnostic says why it cannot be read."""
    from quizgen.bank.diagnosed import unreadable

    found = unreadable(name, problem.strerror or str(problem))
    return QuestionFile(name, bank="", title="", diagnostics=(found,))
