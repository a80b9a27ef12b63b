"""When a fact is due: by FSRS, in whole days, and the same for the same history."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as Grade
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.memory import Memory, Rating, Review
from quizgen.learn.schedule import step

HOUR = 3_600_000
DAY = 24 * HOUR
EVENING = 20_779 * DAY + 15 * HOUR
"""Half past eight in the evening in India, on 22 November 2026."""


def reviewed(*times: tuple[int, Rating], retention: float = 0.9) -> Memory:
    """Return the memory after reviews, each at a wall time in ms."""
    memory = None
    for at_ms, rating in times:
        memory = step(memory, Review("simla-year", at_ms, rating), retention)
    assert memory is not None
    return memory


@pytest.mark.parametrize(
    ("rating", "days"),
    [(Rating.AGAIN, 1), (Rating.HARD, 1), (Rating.GOOD, 2), (Rating.EASY, 8)],
)
def test_a_first_answer_is_due_days_later_the_better_it_was(rating: Rating, days: int) -> None:
    memory = reviewed((EVENING, rating))
    assert memory.due_ms // DAY - EVENING // DAY == days
    assert memory.reviews == 1
    assert memory.lapses == (rating is Rating.AGAIN)


def test_what_is_due_on_a_day_is_due_from_its_morning_on() -> None:
    """In India, half past five: whoever answers in the evening may revise before breakfast."""
    due = datetime.fromtimestamp(reviewed((EVENING, Rating.AGAIN)).due_ms / 1000, UTC)
    assert due == datetime(2026, 11, 23, tzinfo=UTC)


def test_nothing_is_due_before_a_night_has_passed() -> None:
    just_before_dawn = 20_780 * DAY - 1
    for times in ([just_before_dawn], [just_before_dawn - HOUR, just_before_dawn]):
        memory = reviewed(*((at_ms, Rating.AGAIN) for at_ms in times))
        assert memory.due_ms == just_before_dawn + 8 * HOUR


def test_an_evening_and_the_next_morning_are_two_days() -> None:
    first = (EVENING, Rating.GOOD)
    same_day = reviewed(first, (EVENING + HOUR, Rating.GOOD))
    next_day = reviewed(first, (EVENING + 10 * HOUR, Rating.GOOD))
    assert next_day.stability > same_day.stability


@pytest.mark.parametrize("grades", list(product(Rating, repeat=3)))
def test_memory_is_what_fsrs_says_it_is(grades: tuple[Rating, ...]) -> None:
    """Reviews on days 0, 3 and 17, beside FSRS itself with dates of its own."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    start = datetime(2026, 11, 22, tzinfo=UTC)
    card = Card(card_id=1, due=start)
    memory = None
    for day, rating in zip((0, 3, 17), grades, strict=True):
        now = start + timedelta(days=day)
        card, _ = scheduler.review_card(card, Grade(int(rating)), now)
        memory = step(memory, Review("fact", 20_779 * DAY + day * DAY, rating))
    assert memory is not None
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.due_ms == card.due.timestamp() * 1000
    assert (memory.reviews, memory.lapses) == (3, grades.count(Rating.AGAIN))


def test_a_second_look_on_the_same_day_moves_the_memory_a_little() -> None:
    once = reviewed((EVENING, Rating.AGAIN))
    twice = reviewed((EVENING, Rating.AGAIN), (EVENING + HOUR, Rating.GOOD))
    assert once.stability < twice.stability < reviewed((EVENING, Rating.GOOD)).stability
    assert twice.due_ms > EVENING + HOUR + 7 * HOUR


def test_a_higher_target_asks_sooner() -> None:
    history = [(EVENING, Rating.GOOD), (EVENING + 2 * DAY, Rating.GOOD)]
    due = [reviewed(*history, retention=share).due_ms for share in (0.95, 0.9, 0.8)]
    assert due == sorted(due)
    assert due[0] < due[2]


def test_a_clock_that_goes_back_counts_as_standing_still() -> None:
    back = reviewed((EVENING, Rating.GOOD), (EVENING - 40 * DAY, Rating.GOOD))
    assert back == reviewed((EVENING, Rating.GOOD), (EVENING, Rating.GOOD))


@pytest.mark.parametrize("far", [0, -(10**15), 10**18])
def test_no_time_of_a_broken_clock_is_out_of_range(far: int) -> None:
    memory = reviewed((far, Rating.GOOD), (far + 10**18, Rating.EASY))
    assert memory.due_ms > memory.last_ms == far + 10**18


@given(
    st.lists(st.tuples(st.integers(0, 40 * DAY), st.sampled_from(Rating)), min_size=1, max_size=12)
)
def test_whatever_the_history_the_schedule_is_sound_and_the_same(
    gaps: list[tuple[int, Rating]],
) -> None:
    at_ms, history = EVENING, []
    for gap, rating in gaps:
        at_ms += gap
        history.append((at_ms, rating))
    memory = reviewed(*history)
    assert memory == reviewed(*history)
    assert memory.last_ms == at_ms
    assert memory.due_ms >= at_ms + 8 * HOUR
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.reviews == len(gaps)
    assert memory.lapses == [rating for _, rating in gaps].count(Rating.AGAIN)
