"""The folder of attempts as the history sees it: which files there are, by their names alone.

Finished attempts lie in the folder itself, a journal each, their regradings in `regradings`. One
that was sat elsewhere has no journal: it lies in `imported`, as lines of `response_lines`, under a
name that tells how often it was regraded, if ever (`ATTEMPT.2.jsonl`).
"""

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.core.history import Response, Sat
from quizgen.store.regradings import FOLDER, regrading_files
from quizgen.store.response_lines import line_of
from quizgen.store.whole import write_whole

ENDING = ".jsonl"
IMPORTED = "imported"


def imported_name(sat: Sat) -> str:
    """Return the name of the file of an attempt that has no journal."""
    return f"{sat.id}.{sat.regraded}{ENDING}" if sat.regraded else f"{sat.id}{ENDING}"


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a finished attempt.

    Attributes:
        paths: Its journal, and that into which it was imported; the first that can be read counts.
        regraded: How often the first was regraded.
        regradings: Of a journal, the oldest first.
    """

    paths: tuple[Path, ...]
    regraded: int = 0
    regradings: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """Finished attempts: `path` holds their journals; it need not exist yet."""

    path: Path

    @property
    def imported(self) -> Path:
        """Where attempts without a journal lie."""
        return self.path / IMPORTED

    def stamp(self) -> tuple[str, int]:
        """Return what changes whenever a file comes or goes, and the time in ns of the last change.

        A second change within the file system's resolution of the first may leave it as it was.

        Raises:
            OSError: A folder is there and cannot be looked at.
        """
        folders = (self.path, self.imported, self.path / FOLDER)
        found = [_stamp(folder) for folder in folders]
        return " ".join(text for text, _ in found), max(time for _, time in found)

    def regraded(self) -> dict[str, int]:
        """Return how often each attempt was regraded, by its id; `OSError` as `files`.

        Names alone: to make the paths of thousands takes ten times as long.
        """
        regradings = regrading_files(self.path)
        found = {attempt: times for attempt, times, _ in sorted(self._imported())}
        found |= {attempt: len(regradings.get(attempt, ())) for attempt in _stems(self.path)}
        return found

    def files(self, attempts: Container[str]) -> dict[str, Files]:
        """Return the files of some attempts by their ids.

        Raises:
            OSError: A folder is there and cannot be listed.
        """
        regradings = regrading_files(self.path)
        found: dict[str, Files] = {}
        for attempt, times, stem in sorted(self._imported()):
            if attempt in attempts:
                found[attempt] = Files((_path(self.imported, stem),), times)
        for attempt in filter(attempts.__contains__, _stems(self.path)):
            imported = found[attempt].paths if attempt in found else ()
            files = regradings.get(attempt, ())
            found[attempt] = Files((_path(self.path, attempt), *imported), len(files), files)
        return found

    def paths(self, attempt: str) -> list[Path]:
        """Return the files that an attempt of that id has; `OSError` as `files`."""
        return [path for name, path in self._every() if name == attempt]

    def every_path(self) -> list[Path]:
        """Return all files of finished attempts; `OSError` as `files`."""
        return [path for _, path in self._every()]

    def has_journal(self, attempt: str) -> bool:
        """Return whether an attempt of that id was sat here."""
        return (self.path / f"{attempt}{ENDING}").exists()

    def keep(self, sat: Sat, responses: Sequence[Response], before: Sat | None = None) -> None:
        """Write an attempt that has no journal, whole or not at all.

        Args:
            before: The same attempt as it was imported before, regraded less often.

        Raises:
            OSError: The folder or the disk does not take it.
        """
        text = "".join(f"{line_of(sat, each)}\n" for each in responses)
        write_whole(self.imported / imported_name(sat), text.encode())
        if before is not None:
            (self.imported / imported_name(before)).unlink(missing_ok=True)

    def _every(self) -> Iterator[tuple[str, Path]]:
        """The id and path of each file, journals first: what cannot be deleted is still whole."""
        yield from ((attempt, _path(self.path, attempt)) for attempt in _stems(self.path))
        yield from ((attempt, _path(self.imported, stem)) for attempt, _, stem in self._imported())
        for attempt, paths in regrading_files(self.path).items():
            yield from ((attempt, path) for path in paths)

    def _imported(self) -> Iterator[tuple[str, int, str]]:
        """The id, the times of regrading and the file's stem of each attempt that was imported."""
        for stem in _stems(self.imported):
            attempt, _, times = stem.partition(".")
            if times.isascii() and times.isdecimal():
                yield attempt, int(times), stem
            else:
                yield stem, 0, stem


def _stamp(folder: Path) -> tuple[str, int]:
    try:
        status = folder.stat()
    except FileNotFoundError:
        return "-", 0
    return f"{status.st_ino}:{status.st_mtime_ns}", status.st_mtime_ns


def _stems(folder: Path) -> list[str]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
    return [name.removesuffix(ENDING) for name in names if name.endswith(ENDING)]


def _path(folder: Path, stem: str) -> Path:
    return folder / f"{stem}{ENDING}"
