"""Opens the bank a command works on, and says in one line which of its files have problems."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile, default_files, named_files
from quizgen.cli.world import bank_paths, folders
from quizgen.core.errors import UserError
from quizgen.core.mix import STYLE
from quizgen.core.text import clean
from quizgen.show.words import count

_NAMED = 3
_MANY = 5  # fewer files are read in a moment


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


def open_bank(
    file: Path | None,
    banks: Sequence[Path] | None,
    *,
    style: str | None = None,
    tell: bool = True,
    plain: bool = False,
) -> Library:
    """Return the bank of one file, or of banks, telling of files with problems; to be closed.

    Args:
        style: The house style of the questions; None: the usual one.
        plain: Without the progress of loading, which redraws its line.

    Raises:
        BankError: A path is not there or holds no question file.
        NothingToAsk: None of its files has a sound question.
    """
    named = [file] if file else banks
    library = Library.open(
        bank_files(named),
        folders().cache,
        progress=None if plain else _progress,
        style=style or STYLE,
    )
    if tell:
        _tell(library, named or ())
        if not any(file.count or file.models for file in library.files):
            library.close()
            raise _nothing(library)
    return library


def _tell(library: Library, named: Sequence[Path]) -> None:
    """Name the files with problems on one line, however many they are."""
    troubled = [file for file in library.files if file.errors]
    if not troubled:
        return
    names = [file.name for file in troubled]
    errors = count(sum(file.errors for file in troubled), "error")
    sound = count(sum(file.count for file in troubled), "sound question")
    models = sum(file.models for file in troubled)
    if models:
        sound += f" and {count(models, 'model that makes', 'models that make')} more"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    shown = f"{', '.join(names[:_NAMED])}{more}"
    command = _check(names if len(names) == 1 else map(str, named))
    print(clean(f"{shown}: {errors}, {sound}; see: {command}"), file=sys.stderr)


def _nothing(library: Library) -> NothingToAsk:
    return NothingToAsk(
        "there is no sound question to ask",
        help=f"see what is wrong: {_check(file.name for file in library.files)}",
    )


def _check(names: Iterable[str]) -> str:
    """The command that says what is wrong with files."""
    import shlex

    return shlex.join(("quizgen", "check", *names))


def _progress(done: int, total: int) -> None:
    """Show how far the reading of new files is, where someone watches and it takes a while."""
    if total >= _MANY and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        end = "\r" if done < total else "\r\x1b[K"
        print(f"Reading question files: {done} of {total}", end=end, file=sys.stderr, flush=True)
