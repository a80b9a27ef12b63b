"""Partial dates are intervals of days, and are in an order only where those are apart."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.forms.dates import before, first_day, is_date, is_day, last_day, year_of

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def exactly(day: date, exact: int) -> str:
    """The date as text: 4, 7 or 10 characters of it."""
    return day.isoformat()[:exact]


DATES = st.builds(exactly, DAYS, st.sampled_from((4, 7, 10)))


@given(DATES)
def test_every_day_month_and_year_of_the_calendar_is_a_date(text: str) -> None:
    assert is_date(text)
    assert is_day(text) == (len(text) == 10)
    assert year_of(text) == text[:4]


@pytest.mark.parametrize(
    "text",
    ["", "66", "1966-1", "1966-13", "1966-00", "1966-02-30", "1900-02-29", "1966-04-31", "1966-"],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not is_date(text)
    assert not is_day(text)


@given(DAYS)
def test_a_partial_date_runs_from_its_first_day_to_its_last(day: date) -> None:
    month, year = day.isoformat()[:7], day.isoformat()[:4]
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    assert (first_day(month), last_day(month)) == (f"{month}-01", last.isoformat())
    assert (first_day(year), last_day(year)) == (f"{year}-01-01", f"{year}-12-31")
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day.isoformat()


@given(DATES, DATES)
def test_of_two_dates_one_is_before_the_other_only_if_they_do_not_overlap(
    one: str, other: str
) -> None:
    overlap = one.startswith(other) or other.startswith(one)
    assert before(one, other) + before(other, one) == (not overlap)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_a_day_is_before_the_next_and_not_before_its_month(day: date) -> None:
    text, after = day.isoformat(), (day + timedelta(days=1)).isoformat()
    assert before(text, after)
    assert not before(text, text)
    assert not before(text, text[:7])
    assert not before(text[:7], text)
