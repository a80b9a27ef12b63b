"""The journal of an attempt: an append-only file of JSON Lines, the truth about it.

The first line is the header: format version, id, what was asked and its answers. Each further line
is one event. Rules that must stay true:

- One process writes, holding a lock; one write a record.
- A record is whole once its line feed is written. A last record cut short is dropped, the rest
  kept. A write that fails or is broken off is taken back: what follows it starts on a line of its
  own, and a record nobody acted on is not there.
- A journal of a newer format is refused, never guessed at.
"""

import errno
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from quizgen.core.errors import UserError
from quizgen.core.item import Answer
from quizgen.core.paper import Paper
from quizgen.core.record import answer_from, paper_from, record
from quizgen.core.refusals import Refused
from quizgen.core.regrading import Regrading, regraded
from quizgen.core.sitting import replay
from quizgen.core.state import Attempt
from quizgen.store.lock import try_lock
from quizgen.store.whole import force_folder

FORMAT = 2
"""2 adds to a statement's reason its id and its facts, which 1 has not."""


LAST_MS = 253_402_300_799_999
"""The last moment of the year 9999: a wall time beyond it is none."""


class StoreError(UserError):
    """Answers cannot be kept or read."""

    wrong_use = False


class JournalUnwritable(StoreError, OSError):
    """A record could not be written; the file is as it was before."""


class JournalBusy(StoreError):
    """Another process is writing this attempt."""


class JournalUnreadable(StoreError):
    """The file is not a journal, is of a newer format, or is damaged before its last record."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a journal says before its first event.

    Attributes:
        id: Of the attempt; also the file's name.
        kind: `practice` or `mock`.
        started_ms: Wall time.
        bank: Fingerprint of the bank the paper was drawn from.
        answers: In paper order.
    """

    id: str
    kind: str
    started_ms: int
    bank: str
    version: str
    paper: Paper
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A journal as read.

    Attributes:
        attempt: As its records leave it.
        wall_ms: Wall time of the last record.
        whole_bytes: Length of the file up to its last whole record.
        cut: Whether something after that was dropped.
        events: Its records but the header, in order; see `core.events`.
        regradings: Of a finished attempt, where they were asked for; the oldest first.
    """

    path: Path
    header: Header
    attempt: Attempt
    wall_ms: int
    whole_bytes: int
    cut: bool
    events: Sequence[Mapping[str, Any]]
    regradings: tuple[Regrading, ...] = ()

    @property
    def marked(self) -> tuple[Attempt, tuple[Answer, ...]]:
        """The attempt and its answers as they are marked now."""
        last = self.regradings[-1] if self.regradings else None
        return regraded(self.attempt, self.header.answers, last)


class Journal:
    """An attempt's file, open for appending and locked by this process; a context manager."""

    def __init__(self, path: Path, file: IO[bytes], end: int) -> None:
        self.path = path
        self._file = file
        self._end = end

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """Start the journal of a new attempt, its header on disk.

        Raises:
            JournalUnwritable: The folder or the disk does not take it.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("xb", buffering=0)
        except OSError as error:
            raise unwritable(path, error) from error
        try:
            journal = cls._locked(path, file)
            journal.append(_header_record(header), force=True)
        except BaseException:
            file.close()
            with suppress(OSError):
                path.unlink()
            raise
        force_folder(path.parent)
        return journal

    @classmethod
    def reopen(cls, path: Path) -> tuple["Journal", Recorded]:
        """Go on with an attempt, without what a crash cut short.

        Raises:
            JournalBusy: Another process writes it.
            JournalUnreadable: See `read`.
            JournalUnwritable: The file cannot be written.
        """
        try:
            file = path.open("r+b", buffering=0)
        except OSError as error:
            raise unwritable(path, error) from error
        journal = cls._locked(path, file)
        try:
            recorded = read(path)
            journal.cut_to(recorded.whole_bytes)
        except BaseException:
            journal.close()
            raise
        return journal, recorded

    @classmethod
    def _locked(cls, path: Path, file: IO[bytes]) -> "Journal":
        try:
            ours = try_lock(file)
        except OSError as error:
            file.close()
            raise unwritable(path, error) from error
        if not ours:
            file.close()
            raise JournalBusy(
                f"attempt {path.stem} is open in another window",
                help="go on there, or close it first: only one may write an attempt",
            )
        return cls(path, file, 0)

    def append(self, record: Mapping[str, Any], *, force: bool) -> None:
        """Write one record; with `force`, onto the disk itself.

        Raises:
            JournalUnwritable: It could not be written; the file is as it was before.
        """
        line = line_of(record)
        try:
            _write_whole(self._file, line)
            if force:
                os.fsync(self._file.fileno())
        except BaseException as error:  # Ctrl-C too: its record would stand without its effect
            with suppress(OSError):
                self.cut_to(self._end)
            if isinstance(error, OSError):
                raise unwritable(self.path, error, "make room on the disk") from error
            raise
        self._end += len(line)

    def cut_to(self, end: int) -> None:
        """Drop what stands after the last whole record, and write on from there.

        Raises:
            JournalUnwritable: The file cannot be cut.
        """
        try:
            self._file.truncate(end)
            self._file.seek(end)
        except OSError as error:
            raise unwritable(self.path, error) from error
        self._end = end

    def discard(self) -> None:
        """Close and delete the file: of an attempt that was never started."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """Let the file and its lock go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def line_of(record: Mapping[str, Any]) -> bytes:
    """Return a record as it is written, with its line feed."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    # A file's name may hold what no encoding takes; a title is no reason to lose an answer.
    return text.encode(errors="replace") + b"\n"


def _write_whole(file: IO[bytes], line: bytes) -> None:
    """A disk that fills up takes part of a record and says so only at the next write."""
    if file.write(line) != len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def in_use(path: Path) -> bool:
    """Return whether another process is writing this attempt."""
    try:
        with path.open("r+b", buffering=0) as file:
            return not try_lock(file)
    except OSError:
        return False


def read(path: Path) -> Recorded:
    """Return what a journal holds, up to its last whole record.

    Raises:
        JournalUnreadable: No journal, one of a newer format, or one damaged in its middle.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise JournalUnreadable(f"cannot read {path}: {error.strerror}") from error
    whole = data.rfind(b"\n") + 1
    lines = data[:whole].split(b"\n")[:-1]
    records = _parsed(path, lines)
    if not records:
        raise JournalUnreadable(
            f"{path} holds no attempt", help="it was cut off before its first question; delete it"
        )
    header = _header_from(path, records[0])
    events = records[1:]
    try:
        attempt = replay(header.paper, events)
        wall = int(events[-1]["w"]) if events else header.started_ms
    except (Refused, LookupError, TypeError, ValueError) as error:
        raise _damaged(path, "its records do not follow from each other") from error
    return Recorded(path, header, attempt, wall, whole, whole < len(data), events)


def _parsed(path: Path, lines: Sequence[bytes]) -> list[dict[str, Any]]:
    try:  # all at once takes a sixth of the time
        records = json.loads(b"[%b]" % b",".join(lines))
    except (ValueError, RecursionError):
        records = []
    if len(records) == len(lines) and all(isinstance(each, dict) for each in records):
        return list(records)
    return [_parse(path, number, line) for number, line in enumerate(lines, 1)]


def _parse(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, f"line {number} is not a record") from error
    if not isinstance(parsed, dict):
        raise _damaged(path, f"line {number} is not a record")
    return parsed


def _header_record(header: Header) -> dict[str, Any]:
    return {"format": FORMAT, **record(header)}


def _header_from(path: Path, found: dict[str, Any]) -> Header:
    version = found.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise JournalUnreadable(
            f"{path} was written by a newer quizgen (format {version}, this one reads {FORMAT})",
            help="update quizgen to open it; nothing was changed",
        )
    try:
        return Header(
            id=found["id"],
            kind=found["kind"],
            started_ms=moment(found["started_ms"]),
            bank=found["bank"],
            version=found["version"],
            paper=paper_from(found["paper"]),
            answers=tuple(answer_from(answer) for answer in found["answers"]),
        )
    except (LookupError, TypeError, ValueError) as error:
        raise _damaged(path, "its first line is not the header of an attempt") from error


def moment(found: object) -> int:
    """Return a wall time of a record; `ValueError` if it is none."""
    if isinstance(found, int) and 0 <= found <= LAST_MS:
        return found
    raise ValueError(found)


def _damaged(path: Path, what: str) -> JournalUnreadable:
    return JournalUnreadable(
        f"{path} is damaged: {what}",
        help="the file is left as it is; other attempts are not affected",
    )


_ELSEWHERE = "make room on the disk, or set QUIZGEN_HOME to a folder that can be written"


def unwritable(path: Path, error: OSError, remedy: str = _ELSEWHERE) -> JournalUnwritable:
    """Return the error of a file that folder or disk do not take."""
    return JournalUnwritable(
        f"cannot write {path}: {error.strerror or error}",
        help=remedy,
    )
