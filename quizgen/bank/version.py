"""Which code made an index entry: an entry made by other code is made again.

The version of a release is not enough, since a checkout changes under the same number. So the
paths, sizes and times of the source files that turn a question file into items are part of it.
"""

import os
from contextlib import suppress
from pathlib import Path

import quizgen
from quizgen.core.digest import blake2b

_FOLDERS = ("core", "forms", "bank")


def loader_version() -> str:
    """Return a text that differs whenever the code that loads question files does."""
    package = Path(quizgen.__file__).parent
    code = sorted(part for folder in _FOLDERS for part in _sources_in(package / folder))
    return f"{quizgen.__version__}-{blake2b(repr(code).encode(), digest_size=8).hexdigest()}"


def _sources_in(folder: Path) -> list[tuple[str, int, int]]:
    """Paths, sizes and times; none where the package is not made of files (a zipped one)."""
    found: list[tuple[str, int, int]] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
            elif entry.is_dir():
                found += _sources_in(Path(entry))
    return found
