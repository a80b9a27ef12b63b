"""What is due of what the questions at hand ask for, and what of it comes back next."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from quizgen.bank.library import Library
from quizgen.cli.world import SystemClock, local_time, today
from quizgen.forms.dates import When

if TYPE_CHECKING:
    from quizgen.show.coming import Coming
    from quizgen.store.history import History

_DAYS = 7
"""Days looked at for one whose facts these questions ask for; commonly it is the first."""
_YEAR_MS = 366 * 24 * 3_600_000


def due_here(history: "History", library: Library) -> tuple[int, int]:
    """Return how many facts are due that these questions ask for today, and how many others."""
    facts = history.due_names(SystemClock().wall_ms())
    here = len(library.askable(facts, When(today())))
    return here, len(facts) - here


def coming(history: "History", library: Library) -> "Coming | None":
    """Return what comes back next of what these questions ask for; None if nothing will soon."""
    from quizgen.show.coming import Coming

    now_ms = SystemClock().wall_ms()
    after = now_ms
    for _ in range(_DAYS):
        next_ms = history.next_due_ms(after)
        if next_ms is None or next_ms > now_ms + _YEAR_MS:
            break
        after = _end_of_day(next_ms)
        facts = {each.fact: each for each in history.due(after) if each.due_ms > now_ms}
        found = [facts[name] for name in library.askable(facts, When(today()))]
        if found:
            first, missed = min(each.due_ms for each in found), sum(each.failed for each in found)
            return Coming(len(found), missed, local_time(first), local_time(now_ms))
    return None


def _end_of_day(ms: int) -> int:
    """The last millisecond of the day, where this computer is, of a wall time."""
    midnight = datetime.combine(local_time(ms).date() + timedelta(days=1), time())
    return round(midnight.astimezone().timestamp() * 1000) - 1
