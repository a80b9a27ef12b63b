"""What `quizgen` alone shows, and `quizgen where`."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizgen.bank.library import Library
from quizgen.bank.sources import shipped_folder
from quizgen.cli.banks import open_bank
from quizgen.cli.world import SystemClock, console, folders, local_time, tilde, today
from quizgen.core.errors import UserError

if TYPE_CHECKING:
    from quizgen.show.today import Today, Unfinished, Weakest
    from quizgen.store.history import History
    from quizgen.store.journal import Recorded

_WEEK = 7


def show_today() -> None:
    """Show what calls for practice, the questions there are, and an unfinished attempt."""
    from quizgen.show.today import Today
    from quizgen.show.today import today as shown
    from quizgen.store.attempts import Attempts

    unfinished = Attempts(folders().attempts).unfinished()
    with open_bank(None, None, tell=False) as library:
        page = Today(
            topics=tuple(library.topics()),
            models=sum(file.models for file in library.files),
            unfinished=_left(unfinished.resumable[0]) if unfinished.resumable else None,
            in_use=len(unfinished.in_use),
            troubled=sum(1 for file in library.files if file.errors),
            kept_in=tilde(folders().data),
        )
        if folders().attempts.is_dir():  # who never sat anything has no history to be made
            page = _remembered(page, library)
    console().show(shown(page))


def _remembered(page: "Today", library: Library) -> "Today":
    """The page with what the history tells; without it, where that cannot be used."""
    from quizgen.cli.keeping import open_history, tell_error

    try:
        with open_history() as history:
            return _with_history(page, history, library)
    except UserError as error:
        tell_error(error, "what is due and how you are doing is not shown")
        return page


def _with_history(page: "Today", history: "History", library: Library) -> "Today":
    from quizgen.cli.coming import coming, due_here
    from quizgen.show.history_list import Listed

    last = history.attempts(limit=1)
    if not last:
        return page
    due, others = due_here(history, library)
    return replace(
        page,
        due=due,
        others=others,
        coming=None if due else coming(history, library),
        weakest=_weakest(history),
        last=Listed(0, last[0], local_time(last[0].started_ms)),  # its number is not shown
    )


def _weakest(history: "History") -> "Weakest | None":
    """The weakest topic by the latest answers; only the days that hold these are read.

    Whoever answers much has them all within a week, so that a long history is no slower to tell of.
    """
    from quizgen.core.progress import LATEST, REACH
    from quizgen.learn.progress import progress
    from quizgen.show.today import Weakest

    day, ever = today(), history.totals()
    for reach in (_WEEK, REACH):
        first = date.fromisoformat(day) - timedelta(days=reach - 1)
        found = progress([*ever, *history.daily(first.isoformat())], (), day)
        if all(each.now.number >= min(LATEST, each.ever.number) for each in found.topics):
            break
    weakest = found.weakest
    share = None if weakest is None else weakest.now.accuracy
    return None if weakest is None or share is None else Weakest(weakest.name, share)


def _left(recorded: "Recorded") -> "Unfinished":
    from quizgen.show.today import Unfinished

    return Unfinished(
        kind=recorded.header.kind,
        attempt=recorded.attempt,
        broken_off=local_time(recorded.wall_ms),
        gap_ms=max(SystemClock().wall_ms() - recorded.wall_ms, 0),
    )


def where() -> None:
    """Print the folders quizgen uses, and the file of your settings, which need not be there.

    Example: quizgen where
    """
    from quizgen.store.history_file import FILE_NAME

    places = folders()
    for name, path in (
        ("shipped questions", shipped_folder()),
        ("your questions", places.questions),
        ("attempts", places.attempts),
        ("history", places.data / FILE_NAME),
        ("cache", places.cache),
        ("logs", places.logs),
        ("settings", places.settings),
    ):
        absent = " (need not be there)" if path == places.settings and not path.exists() else ""
        print(f"{name + ':':20}{path}{absent}")
