"""Opens the history of this user's answers, and says in a line what there is to know of it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.cli.world import folders
from quizgen.core.text import clean
from quizgen.learn.schedule import RETENTION, step
from quizgen.show.words import count
from quizgen.store.attempts import Attempts
from quizgen.store.history import History, Opened
from quizgen.store.history_file import rebuilt_from
from quizgen.store.journal import StoreError

SCHEDULE = f"fsrs {RETENTION}"
"""Names the rules by which facts come back: under another name all are scheduled anew."""

_MANY = 500  # fewer attempts are read in a moment


@contextmanager
def open_history(*, plain: bool = False) -> Iterator[History]:
    """Open the history, and tell at the end if it was made anew or may be old.

    Args:
        plain: Without the progress of reading, which redraws its line.

    Raises:
        HistoryError: It cannot be used.
    """
    # What was submitted as its process died is finished too.
    Attempts(folders().attempts).unfinished()
    with _open(plain=plain) as history:
        try:
            yield history
        finally:
            _tell(history.opened)


def take_in(path: Path) -> None:
    """Take a finished attempt into the history; if that fails, a line says so.

    The attempt itself is safe: the history catches up with it the next time it is opened.
    """
    try:
        with _open() as history:
            taken = history.take(path)
            _tell(history.opened, behind=not taken)
    except StoreError as error:
        tell_error(error, "your answers are saved, but not in the history yet")


def tell_error(error: StoreError, lead: str) -> None:
    """Tell in one line why something goes without the history."""
    said = f"{lead}: {error.message}"
    print(clean(f"{said}; {error.help}" if error.help else said), file=sys.stderr)


def _open(*, plain: bool = False) -> History:
    return History.open(
        folders().data, step, schedule=SCHEDULE, progress=_none if plain else _progress
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


def _none(_done: int, _total: int) -> None:
    pass


def _progress(done: int, total: int) -> None:
    """Show how far the reading of attempts is, where someone watches and it takes a while."""
    if total >= _MANY and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        end = "\r" if done < total else "\r\x1b[K"
        said = f"Reading attempts: {done:,} of {total:,}"
        print(said, end=end, file=sys.stderr, flush=True)
