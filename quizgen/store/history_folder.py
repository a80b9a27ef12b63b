"""The folder of attempts as the history sees it: which files there are, by their names alone.

Finished attempts lie in the folder itself, a journal each, their regradings in `regradings`. One
that was sat elsewhere has no journal: it lies in `imported`, as lines of `response_lines`, under a
name that tells when it was last regraded and how often, if ever (`ATTEMPT.1700000000000.2.jsonl`).
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.core.history import Response, Sat
from quizgen.store.regradings import FOLDER, names_in, number_of, regrading_files
from quizgen.store.response_lines import line_of
from quizgen.store.whole import PARTIAL, write_whole

ENDING = ".jsonl"
IMPORTED = "imported"

Regraded = tuple[int, int]
"""The number of an attempt's last regrading, and how many it has: another pair, other marks."""

_NEVER: Regraded = 0, 0
_REGRADED = re.compile(r"([^.]*)\.(\d{1,15})\.(\d{1,7})", re.ASCII)


def imported_name(sat: Sat) -> str:
    """Return the name of the file of an attempt that has no journal."""
    regraded = f".{sat.regraded_ms}.{sat.regraded}" if sat.regraded else ""
    return f"{sat.id}{regraded}{ENDING}"


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a finished attempt.

    Attributes:
        paths: Its journal, and that into which it was imported; the first that can be read counts.
        regradings: Of a journal, the oldest first.
    """

    paths: tuple[Path, ...]
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

    def regraded(self) -> dict[str, Regraded]:
        """Return how each attempt was regraded, by its id; `OSError` as `files`.

        Names alone: to make the paths of thousands takes ten times as long.
        """
        regradings = regrading_files(self.path)
        journals = dict.fromkeys(_stems(self.path), _NEVER)
        for attempt in regradings.keys() & journals.keys():
            files = regradings[attempt]
            journals[attempt] = number_of(files[-1]), len(files)
        return {attempt: last for attempt, last, _ in sorted(self._imported())} | journals

    def files(self, attempts: Container[str]) -> dict[str, Files]:
        """Return the files of some attempts by their ids.

        Raises:
            OSError: A folder is there and cannot be listed.
        """
        regradings = regrading_files(self.path)
        found: dict[str, Files] = {}
        for attempt, _, stem in sorted(self._imported()):
            if attempt in attempts:
                found[attempt] = Files((_path(self.imported, stem),))
        for attempt in filter(attempts.__contains__, _stems(self.path)):
            imported = found[attempt].paths if attempt in found else ()
            paths = (_path(self.path, attempt), *imported)
            found[attempt] = Files(paths, regradings.get(attempt, ()))
        return found

    def paths(self, attempt: str) -> list[Path]:
        """Return the files that an attempt of that id has; `OSError` as `files`."""
        return [path for name, path in self._every() if name == attempt]

    def every_path(self) -> list[Path]:
        """Return all files of finished attempts, those gone too; `OSError` as `files`."""
        return [path for _, path in self._every()]

    def has_journal(self, attempt: str) -> bool:
        """Return whether an attempt of that id was sat here."""
        return (self.path / f"{attempt}{ENDING}").exists()

    def keep(self, sat: Sat, responses: Sequence[Response], before: Sat | None = None) -> None:
        """Write an attempt that has no journal, whole or not at all.

        Args:
            before: The same attempt as it was imported before it was regraded.

        Raises:
            OSError: The folder or the disk does not take it.
        """
        text = "".join(f"{line_of(sat, each)}\n" for each in responses)
        write_whole(self.imported / imported_name(sat), text.encode())
        if before is not None:
            (self.imported / imported_name(before)).unlink(missing_ok=True)

    def _every(self) -> Iterator[tuple[str, Path]]:
        """The id and path of each file, journals last: without them nobody finds the others."""
        for attempt, paths in regrading_files(self.path).items():
            yield from ((attempt, path) for path in paths)
        for folder in (self.path / FOLDER, self.imported):
            partial = (name for name in names_in(folder) if name.endswith(PARTIAL))
            yield from ((name.partition(".")[0], folder / name) for name in partial)
        yield from ((attempt, _path(self.imported, stem)) for attempt, _, stem in self._imported())
        yield from ((attempt, _path(self.path, attempt)) for attempt in _stems(self.path))

    def _imported(self) -> Iterator[tuple[str, Regraded, str]]:
        """The id, the last regrading and the file's stem of each attempt that was imported."""
        for stem in _stems(self.imported):
            found = _REGRADED.fullmatch(stem)
            if found:
                yield found[1], (int(found[2]), int(found[3])), stem
            else:
                yield stem, _NEVER, stem


def _stamp(folder: Path) -> tuple[str, int]:
    try:
        status = folder.stat()
    except FileNotFoundError:
        return "-", 0
    return f"{status.st_ino}:{status.st_mtime_ns}", status.st_mtime_ns


def _stems(folder: Path) -> list[str]:
    return [name.removesuffix(ENDING) for name in names_in(folder) if name.endswith(ENDING)]


def _path(folder: Path, stem: str) -> Path:
    return folder / f"{stem}{ENDING}"
