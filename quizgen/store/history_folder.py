"""The folder of attempts as the history reads it: journals, and attempts imported from elsewhere.

An imported attempt has no journal; it is kept in `imported`, as the lines of `response_lines`.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quizgen.core.history import Response, Sat
from quizgen.core.recording import Occasion, recorded
from quizgen.core.result import result
from quizgen.store.journal import LAST_MS, JournalUnreadable, read
from quizgen.store.response_lines import BadLine, line_of, parse, sat_of

_ENDING = ".jsonl"
_MOST_MS = 1 << 53

Record = tuple[Sat, tuple[Response, ...]]


@dataclass(frozen=True, slots=True)
class Folder:
    """Finished attempts: `path` holds their journals; it need not exist yet."""

    path: Path

    @property
    def imported(self) -> Path:
        """Where attempts without a journal lie."""
        return self.path / "imported"

    def stamp(self) -> tuple[str, int]:
        """Return what changes whenever a file comes or goes, and the time in ns of the last change.

        A second change within the file system's resolution of the first may leave it as it was.

        Raises:
            OSError: A folder is there and cannot be looked at.
        """
        found = [_stamp(folder) for folder in (self.path, self.imported)]
        return " ".join(text for text, _ in found), max(time for _, time in found)

    def files(self) -> dict[str, Path]:
        """Return the file of each attempt by its id; the journal, where it was imported too.

        Raises:
            OSError: A folder is there and cannot be listed.
        """
        return {**_names(self.imported), **_names(self.path)}

    def paths(self, attempt: str) -> list[Path]:
        """Return the files that an attempt of that id has; `OSError` as `files`."""
        return [path for path in self.every_path() if path.stem == attempt]

    def every_path(self) -> list[Path]:
        """Return all files of finished attempts; `OSError` as `files`."""
        return [*_names(self.path).values(), *_names(self.imported).values()]

    def keep(self, sat: Sat, responses: Sequence[Response]) -> None:
        """Write an attempt that has no journal, whole or not at all.

        Raises:
            OSError: The folder or the disk does not take it.
        """
        self.imported.mkdir(parents=True, exist_ok=True)
        path = self.imported / f"{sat.id}{_ENDING}"
        partial = path.with_suffix(f".{os.getpid()}.partial")
        text = "".join(f"{line_of(sat, each)}\n" for each in responses)
        try:
            with partial.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except BaseException:
            with suppress(OSError):
                partial.unlink()
            raise


def read_attempt(path: Path) -> Record:
    """Return what the file of an attempt holds.

    Raises:
        JournalUnreadable: It is damaged, of a newer format, or not named after its attempt.
    """
    found = _imported(path) if path.parent.name == "imported" else _journal(path)
    sat, responses = found
    if sat.id != path.stem:
        raise JournalUnreadable(
            f"{path} holds attempt {sat.id}",
            help=f"if it is not a copy, name it {sat.id}{_ENDING}",
        )
    moments = [sat.started_ms, sat.ended_ms, *(each.at_ms for each in responses)]
    spans = [sat.spent_ms, *(each.pace_ms or 0 for each in responses)]
    if not (min(moments) >= 0 and max(moments) <= LAST_MS and max(spans) <= _MOST_MS):
        raise _damaged(path, "it has times that cannot be")
    return found


def _journal(path: Path) -> Record:
    found = read(path)
    header = found.header
    try:
        chosen = dict(_choices(path))
        occasion = Occasion(header.id, header.kind, header.started_ms, found.wall_ms, chosen)
        return recorded(occasion, result(found.attempt, header.answers))
    except (LookupError, TypeError, ValueError) as error:
        raise _damaged(path, "its parts do not belong together") from error


def _choices(path: Path) -> Iterator[tuple[int, int]]:
    """Index of a question and wall time of each choice or skip, in order."""
    for line in path.read_bytes().split(b"\n")[1:-1]:
        if b'"event":"select"' in line or b'"event":"clear"' in line:
            found = json.loads(line)
            yield found["question"], int(found["w"])


def _imported(path: Path) -> Record:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
        found = [parse(line) for line in lines]
        (head,) = {head for head, _ in found}
    except OSError as error:
        raise JournalUnreadable(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        why = str(error) if isinstance(error, BadLine) else "it is not the text of one attempt"
        raise _damaged(path, why, _AGAIN) from error
    responses = tuple(response for _, response in found)
    if not len({each.number for each in responses}) == len(responses) == head.questions:
        raise _damaged(path, "its lines are not those of one whole attempt", _AGAIN)
    return sat_of(head, responses), responses


_LEFT = "the file is left as it is; other attempts are not affected"
_AGAIN = "import the attempt again from where it came from"


def _damaged(path: Path, what: str, remedy: str = _LEFT) -> JournalUnreadable:
    return JournalUnreadable(f"{path} is damaged: {what}", help=remedy)


def _stamp(folder: Path) -> tuple[str, int]:
    try:
        status = folder.stat()
    except FileNotFoundError:
        return "-", 0
    return f"{status.st_ino}:{status.st_mtime_ns}", status.st_mtime_ns


def _names(folder: Path) -> dict[str, Path]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except FileNotFoundError:
        return {}
    return {name[: -len(_ENDING)]: folder / name for name in names if name.endswith(_ENDING)}
