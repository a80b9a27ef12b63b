"""What is said where nothing is due for revision: what comes back, and when."""

from datetime import datetime, timedelta, timezone

import pytest

from quizgen.show.coming import Coming, nothing_due

INDIA = timezone(timedelta(hours=5, minutes=30))
NOW = datetime(2026, 11, 22, 23, 50, tzinfo=INDIA)


def coming(facts: int, missed: int, hours: float) -> Coming:
    """Return facts of which the first is due in so many hours."""
    return Coming(facts, missed, NOW + timedelta(hours=hours), NOW)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "Nothing is due for revision."),
        (coming(8, 0, 6), "Nothing is due for revision; 8 facts come back tomorrow."),
        (
            coming(8, 5, 20),
            "Nothing is due for revision; 8 facts come back tomorrow, 5 of them missed.",
        ),
        (coming(8, 8, 6), "Nothing is due for revision; 8 facts you missed come back tomorrow."),
        (coming(1, 0, 6), "Nothing is due for revision; 1 fact comes back tomorrow."),
        (coming(1, 1, 6), "Nothing is due for revision; 1 fact you missed comes back tomorrow."),
        (coming(1, 0, 1 / 12), "Nothing is due for revision; 1 fact comes back today at 23:55."),
        (
            coming(2, 1, 48),
            "Nothing is due for revision; 2 facts come back on 24 November 2026, 1 of them missed.",
        ),
        (
            coming(3, 1, 1 / 12),
            "Nothing is due for revision; 3 facts come back today from 23:55 on, 1 of them missed.",
        ),
    ],
)
def test_it_is_said_how_much_comes_back_and_on_which_day_here(
    found: Coming | None, said: str
) -> None:
    assert nothing_due(found) == said


@pytest.mark.parametrize(
    ("others", "where", "said"),
    [
        (1, "", "Nothing that these questions ask for is due for revision; 1 other fact is."),
        (4, "", "Nothing that these questions ask for is due for revision; 4 other facts are."),
        (4, "on this topic", "Nothing on this topic is due for revision; 4 other facts are."),
    ],
)
def test_what_is_due_but_not_asked_for_here_is_told(others: int, where: str, said: str) -> None:
    assert nothing_due(None, others, where) == said
    later = nothing_due(coming(2, 0, 6), others, where)
    assert later == f"{said} 2 facts come back tomorrow."
