"""Opens the history of this user's answers, and says in a line what there is to know of it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from quizgen.cli.settings import read_settings
from quizgen.cli.world import folders
from quizgen.core.errors import UserError
from quizgen.core.text import clean
from quizgen.learn.schedule import step
from quizgen.show.words import count
from quizgen.store.attempts import Attempts
from quizgen.store.history import History, Opened
from quizgen.store.history_file import rebuilt_from

_MANY = 500  # fewer attempts are read in a moment, and fewer facts scheduled


@contextmanager
def open_history(*, plain: bool = False) -> Iterator[History]:
    """Open the history, and tell at the end if it was made anew or may be old.

    Args:
        plain: Without the progress of reading, which redraws its line.

    Raises:
        HistoryError: It cannot be used.
        BadSetting: The settings make no sense; CannotRead: they cannot be read.
    """
    # What was submitted as its process died is finished too.
    Attempts(folders().attempts).unfinished()
    with _open(plain=plain) as history:
        try:
            yield history
        finally:
            _tell(history.opened)


def take_in(path: Path, saved: str = "your answers are saved, but not in the history yet") -> None:
    """Take a finished attempt into the history; if that fails, a line says so.

    The attempt itself is safe: the history catches up with it the next time it is opened.

    Args:
        saved: What is said then.
    """
    try:
        with _open() as history:
            taken = history.take(path)
            _tell(history.opened, behind=not taken)
    except UserError as error:
        tell_error(error, saved)


def tell_error(error: UserError, lead: str) -> None:
    """Tell in one line why something goes without the history."""
    said = f"{lead}: {error.message}"
    print(clean(f"{said}; {error.help}" if error.help else said), file=sys.stderr)


def _open(*, plain: bool = False) -> History:
    retention = read_settings(folders().settings).retention
    return History.open(
        folders().data,
        partial(step, retention=retention),
        schedule=f"fsrs {retention}",
        progress=partial(_progress, "Reading attempts", shown=not plain),
        rescheduling=partial(_rescheduling, retention, shown=not plain),
    )


def _tell(opened: Opened, *, behind: bool = False) -> None:
    why = rebuilt_from(opened.rebuilt)
    if why:
        attempts = count(opened.added, "attempt")
        print(f"The history was made anew from {attempts}: {why}.", file=sys.stderr)
    if behind or opened.behind:
        print(
            "Another quizgen is writing the history: the latest answers may not be in it yet.",
            file=sys.stderr,
        )


def _rescheduling(retention: float, done: int, total: int, *, shown: bool) -> None:
    """Show how far the scheduling of facts is, and tell at its end that it was done."""
    _progress("Scheduling facts", done, total, shown=shown)
    if done == total > 0:
        facts = "1 fact is" if total == 1 else f"{total:,} facts are"
        print(f"{facts} scheduled anew, for a retention of {retention}.", file=sys.stderr)


def _progress(what: str, done: int, total: int, *, shown: bool) -> None:
    """Show how far something is, where someone watches and it takes a while."""
    if shown and total >= _MANY and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        end = "\r" if done < total else "\r\x1b[K"
        print(f"{what}: {done:,} of {total:,}", end=end, file=sys.stderr, flush=True)
