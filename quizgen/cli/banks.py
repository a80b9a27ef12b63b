"""Opens the bank a command works on, and says in one line which of its files have problems."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile, default_files, named_files
from quizgen.cli.world import bank_paths, folders
from quizgen.core.errors import UserError
from quizgen.core.text import clean

if TYPE_CHECKING:
    from quizgen.bank.library import LibraryFile


class NothingToAsk(UserError):
    """No question is left to be asked."""

    wrong_use = False


def bank_files(paths: Sequence[Path] | None) -> list[SourceFile]:
    """Return the files of these paths; without any of `QUIZGEN_BANK`, or the usual ones."""
    named = paths or bank_paths()
    return named_files(named) if named else default_files(folders().questions)


def origin(file: Path | None, banks: Sequence[Path] | None) -> tuple[str, ...]:
    """Return the words of a command line, run from anywhere, that name the same bank again."""
    if file is not None:
        return (str(file.absolute()),)
    return tuple(word for path in banks or () for word in ("--bank", str(path.absolute())))


def open_bank(file: Path | None, banks: Sequence[Path] | None, *, tell: bool = True) -> Library:
    """Return the bank of one file, or of banks, telling of files with problems; to be closed.

    Raises:
        BankError: A path is not there or holds no question file.
        NothingToAsk: None of its files has a sound question.
    """
    files = bank_files([file] if file else banks)
    library = Library.open(files, folders().cache, progress=_progress)
    if tell:
        for each in library.files:
            _tell(each)
        if not library.count():
            library.close()
            raise _nothing(library)
    return library


def _tell(file: "LibraryFile") -> None:
    if file.errors:
        errors = _count(file.errors, "error")
        sound = _count(file.count, "sound question")
        print(
            clean(f"{file.name}: {errors}, {sound}; see: {_check([file.name])}"),
            file=sys.stderr,
        )


def _nothing(library: Library) -> NothingToAsk:
    return NothingToAsk(
        "there is no sound question to ask",
        help=f"see what is wrong: {_check(file.name for file in library.files)}",
    )


def _check(names: Iterable[str]) -> str:
    """The command that says what is wrong with files."""
    import shlex

    return shlex.join(("quizgen", "check", *names))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _progress(done: int, total: int) -> None:
    """Show how far the reading of new files is, where someone watches and it takes a while."""
    if total >= 5 and sys.stderr.isatty():  # noqa: PLR2004 - fewer are read in a moment
        end = "\r" if done < total else "\r\x1b[K"
        print(f"Reading question files: {done} of {total}", end=end, file=sys.stderr, flush=True)
