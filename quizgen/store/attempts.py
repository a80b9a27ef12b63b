"""The attempts of a user: unfinished ones lie in `open`, finished ones beside it.

An id is the moment of the start in UTC and four digits of chance (`20261122-101500-3fa2`), so that
names sort by time.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from quizgen.core.regrading import Regrading
from quizgen.core.state import Phase
from quizgen.store.journal import (
    Header,
    Journal,
    JournalUnreadable,
    Recorded,
    StoreError,
    in_use,
    read,
)
from quizgen.store.regradings import add_regrading, regradings


class NoSuchAttempt(StoreError):
    """No attempt, or more than one, goes by that name."""

    wrong_use = True


class NoAttemptYet(StoreError):
    """No attempt was finished so far."""


def attempt_id(wall_ms: int, chance: int) -> str:
    """Return the id of an attempt started at a wall time, with a number of chance."""
    moment = datetime.fromtimestamp(wall_ms / 1000, UTC)
    return f"{moment:%Y%m%d-%H%M%S}-{chance % 65536:04x}"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Attempts that were not submitted.

    Attributes:
        in_use: Being sat by another process.
        unreadable: Damaged, or of a newer format.
    """

    resumable: list[Recorded]
    in_use: list[Recorded]
    unreadable: list[JournalUnreadable]


@dataclass(frozen=True, slots=True)
class Attempts:
    """The attempts in a folder, which need not exist yet."""

    folder: Path

    @property
    def _open(self) -> Path:
        return self.folder / "open"

    def begin(self, header: Header) -> Journal:
        """Start the journal of a new attempt; raises `JournalUnwritable`."""
        return Journal.create(self._open / f"{header.id}.jsonl", header)

    def unfinished(self) -> Unfinished:
        """Return what was not submitted, the last one left first.

        One that was submitted as its process died is put with the finished ones; one that was
        never started is passed over.
        """
        found = Unfinished([], [], [])
        for path in self._open.glob("*.jsonl"):
            try:
                recorded = read(path)
            except JournalUnreadable as error:
                found.unreadable.append(error)
                continue
            if recorded.attempt.phase is Phase.SUBMITTED:
                if not in_use(path):  # else its result is being read, and its process puts it there
                    self.finish(path)
            elif recorded.attempt.phase is not Phase.READY:
                (found.in_use if in_use(path) else found.resumable).append(recorded)
        for attempts in (found.resumable, found.in_use):
            attempts.sort(key=lambda each: (each.wall_ms, each.header.id), reverse=True)
        return found

    def finish(self, path: Path) -> Path:
        """Put a submitted attempt with the finished ones and return where it lies now.

        Where that is refused it stays, and `unfinished` tries again.
        """
        there = self.folder / path.name
        try:
            return path.replace(there)
        except OSError:
            return there if there.exists() else path

    def find(self, name: str | None = None) -> Recorded:
        """Return the finished attempt of that id, or its beginning or end; None: the last one.

        One that was submitted as its process died is among them. It has its regradings with it.

        Raises:
            NoAttemptYet: None was finished so far.
            NoSuchAttempt: None or several have that name.
            JournalUnreadable: Its file, or that of a regrading, is damaged or of a newer format.
        """
        recorded = read(self._path(name))
        return replace(recorded, regradings=regradings(recorded))

    def regrade(self, recorded: Recorded, regrading: Regrading) -> Path:
        """Record that an attempt is marked otherwise from now on; errors as `add_regrading`."""
        return add_regrading(recorded, regrading)

    def _path(self, name: str | None) -> Path:
        self.unfinished()  # puts a submitted one with the finished ones
        paths = sorted(self.folder.glob("*.jsonl"))
        if name is None:
            if not paths:
                raise NoAttemptYet(
                    "there is no finished attempt yet",
                    help="start one: quizgen practice, quizgen mock",
                )
            return max(paths, key=_written)
        matching = [path for path in paths if goes_by(path.stem, name)]
        if len(matching) != 1:
            how_many = f"{len(matching)} finished attempts go" if matching else "no attempt goes"
            shown = ", ".join(path.stem for path in (matching or paths)[-5:]) or "none yet"
            raise NoSuchAttempt(f"{how_many} by `{name}`", f"the latest are {shown}")
        return matching[0]


def _written(path: Path) -> tuple[int, str]:
    """A finished attempt's last record is its submission."""
    return path.stat().st_mtime_ns, path.name


def goes_by(stem: str, name: str) -> bool:
    """Return whether a name means an attempt: its id, or four characters or more of its ends.

    Digits alone look like a number of a list, so they must be a whole part of the id: the day or
    the last four.
    """
    if name.isdecimal():
        parts = stem.split("-")
        return name in {stem, parts[0], parts[-1]}
    part = len(name) >= len("3fa2") and (stem.startswith(name) or stem.endswith(name))
    return stem == name or part
