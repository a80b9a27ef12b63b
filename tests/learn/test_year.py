"""A year of thirty answers a day: revision stays bearable, and intervals grow long."""

from functools import cache
from statistics import mean, median

import pytest

from tests.learn.year import DAY, Year, lived

MONTH = 30


@cache
def year(size: int, seed: int, *, coded: bool) -> Year:
    """Return 365 days of thirty answers each, lived once for all tests."""
    return lived(365, 30, size=size, coded=coded, seed=seed)


# A bank of a thousand facts asked one by one, which a year does not exhaust; and one as large as
# that of the shipped questions written by hand, whose codes and counts ask for three at a time.
YEARS = [
    pytest.param(999, 1, False, id="one by one"),
    pytest.param(999, 2, False, id="one by one, someone else"),
    pytest.param(450, 1, True, id="by codes"),
    pytest.param(450, 2, True, id="by codes, someone else"),
]


@pytest.mark.parametrize(("size", "seed", "coded"), YEARS)
def test_after_the_first_month_no_day_has_more_than_sixty_due(
    size: int, seed: int, coded: bool
) -> None:
    lived_through = year(size, seed, coded=coded)
    assert len(lived_through.due) == 365
    assert max(lived_through.due[MONTH:]) <= 60


@pytest.mark.parametrize(("size", "seed", "coded"), YEARS)
def test_at_the_end_the_median_interval_is_over_sixty_days(
    size: int, seed: int, coded: bool
) -> None:
    memories = year(size, seed, coded=coded).memories.values()
    assert len(memories) > 400
    assert median((memory.due_ms - memory.last_ms) / DAY for memory in memories) > 60


@pytest.mark.parametrize(("size", "seed", "coded"), YEARS)
def test_what_was_learned_is_remembered_at_the_end(size: int, seed: int, coded: bool) -> None:
    """By the law he forgets by, not by the one that set the dates."""
    learner = year(size, seed, coded=coded).learner
    end = max(learner.told.values())
    assert mean(learner.share(fact, end) for fact in learner.told) > 0.85


def test_the_same_year_is_the_same_schedule() -> None:
    one, other = (lived(40, 30, size=90, coded=True, seed=3) for _ in range(2))
    assert one.memories == other.memories
    assert one.due == other.due
