"""When a fact is due for revision: FSRS with its default weights.

Rules that must stay true:

- The same reviews give the same memory, on every machine and in every time zone: intervals are not
  fuzzed, and nothing but the reviews is asked.
- Intervals are whole days, at least one. The short steps in minutes that flashcards begin with are
  off: an answer is followed by its explanation, and a question seen again ten minutes later tests
  that alone. A second look on the same day moves the memory a little, as FSRS has it.
- Days are those of UTC, which in India begin at half past five in the morning: what is due on a day
  is due from its start, not from the hour of the last answer. But a night passes first: nothing is
  due less than eight hours after it was answered.
- A clock that goes back counts as standing still.

Source: FSRS-6 as the package `fsrs` has it.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from quizgen.core.memory import Memory, Rating, Review

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""FSRS's own, and the usual one."""
LOWEST_RETENTION, HIGHEST_RETENTION = 0.7, 0.97
"""What may be asked for in its place. At the lower end a fact answered right three times in a row
waits for eight years; at the upper end one answered right six times comes back within a month, so
that revision leaves no time for anything new.

Source: the range that `fsrs4anki` permits, in its tutorial.
"""

_HOUR_MS = 3_600_000
_DAY_MS = 24 * _HOUR_MS
_NIGHT_MS = 8 * _HOUR_MS
_LONGEST_DAYS = 36_500
"""FSRS's longest interval; a longer gap tells no more than that."""


def step(memory: Memory | None, review: Review, retention: float = RETENTION) -> Memory:
    """Return the memory of a fact after a review; None: it was never reviewed before.

    Args:
        retention: The chance of recall, between 0 and 1, at which a fact is due: the higher, the
            more often.
    """
    at_ms = review.at_ms if memory is None else max(review.at_ms, memory.last_ms)
    day = at_ms // _DAY_MS
    now = _reviewed(memory, day, review.rating, retention)
    failed = review.rating is Rating.AGAIN
    return Memory(
        stability=now.stability,
        difficulty=now.difficulty,
        last_ms=at_ms,
        due_ms=max((day + now.interval) * _DAY_MS, at_ms + _NIGHT_MS),
        reviews=1 if memory is None else memory.reviews + 1,
        lapses=int(failed) if memory is None else memory.lapses + failed,
    )


class _Reviewed(NamedTuple):
    """What FSRS says after a review; the interval in days."""

    stability: float
    difficulty: float
    interval: int


_ORIGIN = datetime(2000, 1, 1, tzinfo=UTC)
"""FSRS asks for dates, but uses only the days between them: any day will do for the last review."""


def _reviewed(memory: Memory | None, day: int, rating: Rating, retention: float) -> _Reviewed:
    from fsrs import Rating as Grade

    elapsed = 0 if memory is None else day - memory.last_ms // _DAY_MS
    now = _ORIGIN + timedelta(days=min(elapsed, _LONGEST_DAYS))
    card, _ = _scheduler(retention).review_card(_card(memory), Grade(rating), now)
    stability, difficulty = cast("tuple[float, float]", (card.stability, card.difficulty))
    return _Reviewed(stability, difficulty, (card.due - now).days)


def _card(memory: Memory | None) -> "Card":
    """A memory as FSRS has it; a card without id and date would wait for the clock to give them."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0, due=_ORIGIN)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_ORIGIN,
        last_review=_ORIGIN,
    )


@cache
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST_DAYS,
        enable_fuzzing=False,
    )
