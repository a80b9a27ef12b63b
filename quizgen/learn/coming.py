"""What comes back next for revision, of what the questions at hand ask for.

It is told of one day, as who plans his practice asks for: the first on which any such fact becomes
due. Only a few days with facts are looked at, and none a year away: later ones are no news today.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from quizgen.core.revision import DueFact

_DAYS = 7
"""Days with facts that are looked at; commonly the first has some that these questions ask for."""
_YEAR_MS = 366 * 24 * 3_600_000


class Schedule(Protocol):
    """When facts become due."""

    def next_due_ms(self, now_ms: int) -> int | None:
        """Return when the next fact becomes due that is not yet; None if none will."""

    def due_between(self, after_ms: int, until_ms: int) -> list[DueFact]:
        """Return the facts that become due after a moment and until another, the first first."""


def next_day(
    schedule: Schedule,
    asked: Callable[[Sequence[str]], Collection[str]],
    day_end: Callable[[int], int],
    now_ms: int,
) -> list[DueFact]:
    """Return the facts of the first day, today or later, that has any which are asked for.

    The first to be due comes first. None if there is no such day soon.

    Args:
        asked: Returns which of some facts are asked for.
        day_end: Returns the last ms of the day, where the user is, of a wall time.
    """
    after_ms = now_ms
    for _ in range(_DAYS):
        first_ms = schedule.next_due_ms(after_ms)
        if first_ms is None or first_ms > now_ms + _YEAR_MS:
            break
        end_ms = day_end(first_ms)
        facts = schedule.due_between(after_ms, end_ms)
        names = frozenset(asked([each.fact for each in facts]))
        found = [each for each in facts if each.fact in names]
        if found:
            return found
        after_ms = end_ms
    return []
