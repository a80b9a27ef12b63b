"""What is due of what the questions at hand ask for, and what of it comes back next."""

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from quizgen.bank.library import Library
from quizgen.cli.world import SystemClock, local_time, today
from quizgen.forms.dates import When

if TYPE_CHECKING:
    from quizgen.show.coming import Coming
    from quizgen.store.history import History


def due_here(history: "History", library: Library) -> tuple[int, int]:
    """Return how many facts are due that these questions ask for today, and how many others."""
    facts = history.due_names(SystemClock().wall_ms())
    here = len(library.askable(facts, When(today())))
    return here, len(facts) - here


def coming(history: "History", library: Library) -> "Coming | None":
    """Return what comes back next of what these questions ask for; None if nothing will soon."""
    from quizgen.learn.coming import next_day
    from quizgen.show.coming import Coming

    now_ms = SystemClock().wall_ms()
    asked = partial(library.askable, when=When(today()))
    found = next_day(history, asked, _end_of_day, now_ms)
    if not found:
        return None
    missed = sum(each.failed for each in found)
    return Coming(len(found), missed, local_time(found[0].due_ms), local_time(now_ms))


def _end_of_day(ms: int) -> int:
    """The last millisecond of the day, where this computer is, of a wall time."""
    midnight = datetime.combine(local_time(ms).date() + timedelta(days=1), time())
    return round(midnight.astimezone().timestamp() * 1000) - 1
