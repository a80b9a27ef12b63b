"""Where questions come from: the shipped bank and the user's folder, or the paths he named.

Below a folder every `*.yaml` and `*.yml` is a question file, whatever the case of its ending;
hidden files and folders are skipped. A file that was named is taken whatever it is called.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import quizgen
from quizgen.bank.errors import MissingPath, NoQuestionFiles

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A question file of this run.

    Attributes:
        path: Absolute.
        name: As the user named it, or as found below the folder he named; stands in diagnostics.
    """

    path: Path
    name: str

    @property
    def key(self) -> bytes:
        """The path as the file system has it, which need not be text."""
        return os.fsencode(self.path)


def shipped_folder() -> Path:
    """Return the folder of the shipped bank: in the package, or beside it in a checkout."""
    package = Path(quizgen.__file__).parent
    inside = package / "questions"
    return inside if inside.is_dir() else package.parent / "questions"


def default_files(user_folder: Path) -> list[SourceFile]:
    """Return the files of the shipped bank, then the user's own; either may be absent or empty.

    Raises:
        MissingPath: A folder cannot be read.
    """
    folders = [folder for folder in (shipped_folder(), user_folder) if folder.is_dir()]
    return _once(file for folder in folders for file in _below(folder))


def named_files(paths: Iterable[Path]) -> list[SourceFile]:
    """Return the files named, and those below the folders named, in the order named, each once.

    Raises:
        MissingPath: A path is not there, cannot be read, or is neither a file nor a folder.
        NoQuestionFiles: A folder holds no question file.
    """
    return _once(file for path in paths for file in _named(path))


def _once(files: Iterable[SourceFile]) -> list[SourceFile]:
    first: dict[Path, SourceFile] = {}
    for file in files:
        first.setdefault(file.path, file)
    return list(first.values())


def _named(path: Path) -> Iterable[SourceFile]:
    try:
        return _at(path)
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _at(path: Path) -> Iterable[SourceFile]:
    if path.is_dir():
        return list(_below(path)) or _refuse_empty(path)
    if path.is_file():
        return [_source(path)]
    if path.exists():
        # A pipe or a device can be read once at most, and a bank is read again when it changes.
        raise MissingPath(
            f"`{path}` is neither a file nor a folder", help="save the questions to a file first"
        )
    raise MissingPath(
        f"there is no file or folder `{path}`",
        help="check the spelling, and the folder you are in",
    )


def _refuse_empty(folder: Path) -> list[SourceFile]:
    raise NoQuestionFiles(
        f"no question file in `{folder}`",
        why="question files end in .yaml or .yml; hidden ones are skipped",
        help="name a folder that holds question files, or the file itself",
    )


def _source(path: Path) -> SourceFile:
    return SourceFile(Path(os.path.abspath(path)), str(path))  # noqa: PTH100 - links stay as named


def _below(folder: Path, above: tuple[str, ...] = ()) -> Iterator[SourceFile]:
    """Yield question files, sorted by name within each folder; linked folders are followed once.

    `above` are the real paths of the folders on the way here, so that a link to one of them ends.
    """
    real = os.path.realpath(folder)
    if real in above:
        return
    for entry in _entries(folder):
        path = folder / entry.name
        if entry.is_dir():
            yield from _below(path, (*above, real))
        elif entry.name.lower().endswith(ENDINGS) and entry.is_file():
            yield _source(path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as problem:
        raise _unreadable(folder, problem) from problem
    return sorted(shown, key=lambda entry: entry.name)


def _unreadable(path: Path, problem: OSError) -> MissingPath:
    return MissingPath(
        f"`{path}` cannot be read: {problem.strerror}",
        help="check who may read it, or name another path",
    )
