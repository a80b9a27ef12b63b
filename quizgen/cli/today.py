"""What `quizgen` alone shows, and `quizgen where`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizgen.bank.sources import shipped_folder
from quizgen.cli.banks import open_bank
from quizgen.cli.world import SystemClock, console, folders, tilde

if TYPE_CHECKING:
    from quizgen.show.today import Unfinished
    from quizgen.store.journal import Recorded


def show_today() -> None:
    """Show the questions there are, what to do, and an unfinished attempt."""
    from quizgen.show.today import Today, today
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
    console().show(today(page))


def _left(recorded: "Recorded") -> "Unfinished":
    from quizgen.show.today import Unfinished

    return Unfinished(
        kind=recorded.header.kind,
        attempt=recorded.attempt,
        broken_off=datetime.fromtimestamp(recorded.wall_ms / 1000, UTC).astimezone(),
        gap_ms=max(SystemClock().wall_ms() - recorded.wall_ms, 0),
    )


def where() -> None:
    """Print the folders quizgen uses.

    Example: quizgen where
    """
    places = folders()
    for name, path in (
        ("shipped questions", shipped_folder()),
        ("your questions", places.questions),
        ("attempts", places.attempts),
        ("cache", places.cache),
        ("logs", places.logs),
    ):
        print(f"{name + ':':20}{path}")
