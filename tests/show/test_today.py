"""What `quizgen` alone says: of what there is, of what broke off, of what is to be done."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from quizgen.core.events import Clear, Select, Visit
from quizgen.core.paper import Timing
from quizgen.show.coming import Coming
from quizgen.show.today import Today, Unfinished, Weakest, today
from tests.golden_files import assert_golden
from tests.show.doing import listed, sat
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


# For who has been here before


def returning(
    due: int | None = None, weakest: Weakest | None = None, unfinished: Unfinished | None = None
) -> Today:
    return Today(
        (("treaty-dates", 24),),
        unfinished,
        in_use=0,
        troubled=0,
        kept_in="~/here",
        due=due,
        weakest=weakest,
        last=listed(),
    )


@pytest.mark.parametrize(("name", "width"), [("80", 80), ("60", 60), ("40", 40)])
def test_what_calls_for_practice_comes_first_each_with_its_command(name: str, width: int) -> None:
    broken = attempt(mock(Timing(paper_ms=30 * MINUTE)), (MINUTE, Select(0, "one")))
    left = Unfinished("mock", broken, BROKEN_OFF, 14 * MINUTE)
    weakest = Weakest("sco-membership", Fraction(25, 52))
    printed = shown(today(returning(due=14, weakest=weakest, unfinished=left)), width=width)

    assert_golden(f"show/today_{name}.txt", printed)
    assert max(map(len, printed.splitlines())) <= width


def test_where_nothing_is_due_it_is_said_without_a_command() -> None:
    printed = shown(today(returning(due=0)))

    assert printed.startswith("Nothing is due for revision.\n\n  quizgen result    the last score:")
    assert "--due" not in printed
    assert "--weak" not in printed


def test_where_nothing_is_due_it_is_said_what_comes_back_and_what_is_asked_for_elsewhere() -> None:
    coming = Coming(8, 5, BROKEN_OFF + timedelta(days=1), BROKEN_OFF)
    printed = shown(today(replace(returning(due=0), coming=coming, others=4)))

    assert printed.startswith(
        "Nothing that these questions ask for is due for revision; 4 other facts are. 8\n"
        "facts come back tomorrow, 5 of them missed.\n\n  quizgen result"
    )


def test_what_is_not_known_of_revision_is_not_told() -> None:
    printed = shown(today(returning(due=None)))

    assert "revision" not in printed
    assert "  quizgen progress    how you are doing\n" in printed


def test_one_fact_is_one_and_a_topic_may_have_no_name() -> None:
    printed = shown(today(returning(due=1, weakest=Weakest("", Fraction(1, 3)))))

    assert "  quizgen practice --due     1 fact due for revision\n" in printed
    assert (
        "  quizgen practice --weak    the weakest topic: questions without a topic, 33 %" in printed
    )


def test_who_comes_for_the_first_time_sees_what_there_is() -> None:
    first = Today((("treaty-dates", 24),), None, in_use=0, troubled=0, kept_in="~/here", due=0)

    assert shown(today(first)) == (
        "24 questions: treaty dates 24\n"
        "\n"
        "  quizgen practice    10 questions, explained as you go\n"
        "  quizgen mock        25 questions in 30 minutes, with negative marking\n"
        "  quizgen add FILE    your own questions\n"
        "\n"
        "Your answers stay on this computer, in ~/here.\n"
    )


def test_names_in_the_history_send_the_terminal_no_codes() -> None:
    evil = "\x1b[31m"
    hostile = returning(weakest=Weakest(evil, Fraction(1, 2)))
    printed = shown(today(replace(hostile, last=listed(of=sat(evil, evil)))))

    assert "\x1b" not in printed
