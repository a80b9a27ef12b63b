"""What `quizgen` alone says of an attempt that broke off."""

from datetime import UTC, datetime

from quizgen.core.events import Clear, Select, Visit
from quizgen.core.paper import Timing
from quizgen.show.today import Today, Unfinished, today
from tests.show.exhibits import attempt, mock, practice, shown

MINUTE = 60_000
BROKEN_OFF = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


def page(unfinished: Unfinished | None) -> str:
    return shown(today(Today((), unfinished, in_use=0, troubled=0, kept_in="~/here")))


def test_the_clock_of_a_mock_stood_still() -> None:
    sat = attempt(mock(Timing(paper_ms=30 * MINUTE)), (MINUTE, Select(0, "one")))
    assert (
        "An unfinished mock: Treaty dates, sectional test, 3 questions, 1 answered, 29\n"
        "min left.\n"
        "Interrupted at 10:42 (14 min ago). The clock stands still meanwhile.\n"
        "  quizgen resume\n"
    ) in page(Unfinished("mock", sat, BROKEN_OFF, 14 * MINUTE))


def test_the_clock_of_a_strict_mock_ran_on() -> None:
    sat = attempt(mock(Timing(paper_ms=30 * MINUTE, strict=True)), (MINUTE, Select(0, "one")))
    shown_page = page(Unfinished("mock", sat, BROKEN_OFF, 14 * MINUTE))
    assert "15 min left" in " ".join(shown_page.split())
    assert "The clock runs on meanwhile." in shown_page


def test_of_a_practice_what_was_skipped_is_done_too() -> None:
    sat = attempt(practice(), (1, Select(0, "one")), (2, Visit(1)), (3, Clear(1)))
    assert "An unfinished practice: Practice, 3 questions, 2 done.\n" in page(
        Unfinished("practice", sat, BROKEN_OFF, MINUTE)
    )


def test_models_are_told_beside_the_questions() -> None:
    topics = (("treaty-dates", 24), ("Membership", 0), ("", 3))
    told = shown(today(Today(topics, None, in_use=0, troubled=0, kept_in="~/here", models=2)))
    assert told.startswith(
        "27 questions and 2 models that make more: treaty dates 24, Membership, without a\n"
        "topic 3\n"
    )
    alone = shown(today(Today(topics[1:2], None, in_use=0, troubled=0, kept_in="~", models=1)))
    assert alone.startswith("1 model that makes questions: Membership\n")
    assert page(None).startswith("No questions yet.\n")


def test_an_attempt_that_is_being_sat_elsewhere_is_said_to_be() -> None:
    elsewhere = shown(today(Today((), None, in_use=1, troubled=0, kept_in="~/here")))
    assert "1 attempt is being sat in another window." in elsewhere
    assert "quizgen resume" not in elsewhere


def test_a_journal_tampered_with_sends_the_terminal_no_codes() -> None:
    sat = attempt(practice())
    assert "\x1b" not in page(Unfinished("\x1b[31mmock", sat, BROKEN_OFF, MINUTE))
