"""A year of thirty answers a day: revision stays bearable, and intervals grow long.

How much is due depends on how many facts thirty answers bring up. Asked one by one, or by codes
from a bank of some 600 facts, no day after the first month has more than sixty due. A larger bank
asked by codes brings up three new facts with every answer that revision leaves free, and misses
come back the next day: soon the thirty answers are all taken (22 facts are due on the mean day of
900, 29 of 1,200, 34 of 2,100), and now and then, at worst on one day in 35, more than sixty are
due: up to 74 in 140 such years. That is what thirty answers can carry, not how they are chosen: to
ask first what brings up most of what is due changes nothing, nor does it to spread intervals by
the name of the fact. To put each fact on the day that has least would (58 at most), but then its
date would hang on all other facts, and no attempt could come in late, or be deleted, without
scheduling everything anew.
"""

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
# that of the shipped questions, written and made, whose codes and counts ask for three at a time.
YEARS = [
    pytest.param(999, 1, False, id="one by one"),
    pytest.param(999, 2, False, id="one by one, someone else"),
    pytest.param(450, 1, True, id="by codes"),
    pytest.param(450, 2, True, id="by codes, someone else"),
    pytest.param(600, 3, True, id="by codes, more of them"),
]
MORE_THAN_FITS = [pytest.param(1200, 1, id="a lot"), pytest.param(2100, 2, id="without end")]


@pytest.mark.parametrize(("size", "seed", "coded"), YEARS)
def test_after_the_first_month_no_day_has_more_than_sixty_due(
    size: int, seed: int, coded: bool
) -> None:
    lived_through = year(size, seed, coded=coded)
    assert len(lived_through.due) == 365
    assert max(lived_through.due[MONTH:]) <= 60


@pytest.mark.parametrize(("size", "seed"), MORE_THAN_FITS)
def test_of_more_facts_than_thirty_answers_can_carry_what_is_due_still_stays_bounded(
    size: int, seed: int
) -> None:
    due = year(size, seed, coded=True).due[MONTH:]
    assert mean(due) > 25
    assert max(due) <= 80
    assert sum(each > 60 for each in due) <= len(due) / 30
    assert median(due[-MONTH:]) <= 40  # it does not grow


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
