"""The attempts of a user: unfinished ones lie in `open`, finished ones beside it.

An id is the moment of the start in UTC and four digits of chance (`20261122-101500-3fa2`), so that
names sort by time.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizgen.core.attempt import Phase
from quizgen.store.journal import Header, Journal, JournalUnreadable, Recorded, StoreError, read


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
class Attempts:
    """The attempts in a folder, which need not exist yet."""

    folder: Path

    @property
    def _open(self) -> Path:
        return self.folder / "open"

    def begin(self, header: Header) -> Journal:
        """Start the journal of a new attempt; raises `JournalUnwritable`."""
        return Journal.create(self._open / f"{header.id}.jsonl", header)

    def unfinished(self) -> tuple[list[Recorded], list[JournalUnreadable]]:
        """Return what can be resumed, the last one left first, and what cannot be read.

        One that was submitted as its process died is put with the finished ones; one that was
        never started is passed over.
        """
        found, unreadable = [], []
        for path in sorted(self._open.glob("*.jsonl"), reverse=True):
            try:
                recorded = read(path)
            except JournalUnreadable as error:
                unreadable.append(error)
                continue
            if recorded.attempt.phase is Phase.SUBMITTED:
                self.finish(path)
            elif recorded.attempt.phase is not Phase.READY:
                found.append(recorded)
        found.sort(key=lambda recorded: recorded.wall_ms, reverse=True)
        return found, unreadable

    def finish(self, path: Path) -> Path:
        """Put a submitted attempt with the finished ones and return where it lies now.

        Where that is refused it stays, and `unfinished` tries again.
        """
        try:
            return path.replace(self.folder / path.name)
        except OSError:
            return path

    def find(self, name: str | None = None) -> Recorded:
        """Return the finished attempt of that id, or its beginning or end; None: the last one.

        Raises:
            NoAttemptYet: None was finished so far.
            NoSuchAttempt: None or several have that name.
            JournalUnreadable: Its file is damaged or of a newer format.
        """
        paths = sorted(self.folder.glob("*.jsonl"))
        if name is None:
            if not paths:
                raise NoAttemptYet(
                    "there is no finished attempt yet",
                    help="start one: quizgen practice, quizgen mock",
                )
            return read(max(paths, key=_written))
        matching = [path for path in paths if goes_by(path.stem, name)]
        if len(matching) != 1:
            how_many = "no" if not matching else f"{len(matching)}"
            shown = ", ".join(path.stem for path in (matching or paths)[-5:]) or "none yet"
            raise NoSuchAttempt(
                f"{how_many} finished attempts go by `{name}`", f"there are {shown}"
            )
        return read(matching[0])


def _written(path: Path) -> tuple[int, str]:
    """A finished attempt's last record is its submission."""
    return path.stat().st_mtime_ns, path.name


def goes_by(stem: str, name: str) -> bool:
    """Return whether a name means an attempt: its id, or four characters or more of its ends."""
    part = len(name) >= len("3fa2") and (stem.startswith(name) or stem.endswith(name))
    return stem == name or part
