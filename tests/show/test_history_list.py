"""The list of attempts, and the page of one, as they read at every width."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quizgen.core.marking import Outcome
from quizgen.show.history_list import Listed, history_list
from quizgen.show.history_page import history_page
from tests.golden_files import assert_golden
from tests.show.doing import RESPONSES, listed, response, sat
from tests.show.exhibits import shown

WIDTHS = [("80", False, 80), ("60", False, 60), ("40", False, 40), ("plain", True, 80)]
LAST = listed(12, 21)
ROWS = (
    LAST,
    listed(11, 20, sat("Practice", "practice", right=15)),
    listed(9, 3, replace(sat("Economy"), right=0, wrong=0, unanswered=25, marks=sat().marks * 0)),
)


# The list


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
def test_the_list(name: str, plain: bool, width: int) -> None:
    printed = shown(history_list(ROWS, more=8, plain=plain), plain=plain, width=width)

    assert_golden(f"show/history_{name}.txt", printed)
    assert max(map(len, printed.splitlines())) <= width


def test_without_attempts_it_says_how_to_begin() -> None:
    assert shown(history_list(())) == "No finished attempts yet. Begin with: quizgen practice\n"


def test_of_a_whole_list_nothing_is_said_to_be_left_out() -> None:
    assert "not shown" not in shown(history_list(ROWS))
    assert "\n1 earlier attempt not shown.\n" in shown(history_list(ROWS, more=1))


def test_an_attempt_without_an_answer_has_no_accuracy() -> None:
    printed = shown(history_list(ROWS[2:], plain=True), plain=True)

    assert printed.startswith("9  3 November 2026, mock, Economy: 0 of 50, 28 minutes 3 seconds.")


# The page of one


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
def test_the_page_of_one(name: str, plain: bool, width: int) -> None:
    views = history_page(LAST, RESPONSES, whole=True, plain=plain)
    printed = shown(views, plain=plain, width=width)

    assert_golden(f"show/history_one_{name}.txt", printed)
    assert max(map(len, printed.splitlines())) <= width


def test_an_attempt_from_another_computer_has_no_result_here() -> None:
    printed = shown(history_page(LAST, RESPONSES, whole=False))

    assert "quizgen result" not in printed
    assert "where it was sat" in printed


def test_void_questions_are_counted_and_have_no_marks() -> None:
    void = Listed(1, replace(sat(), void=1), LAST.started)

    assert "14 right, 10 wrong, 1 unanswered, 1 void" in shown(history_page(void, (), whole=True))
    views = history_page(LAST, RESPONSES[-1:], whole=True, plain=True)
    assert "4  indus-signed-where: void, 56 seconds, you were unsure.\n" in shown(views, plain=True)


def test_one_mark_is_one_mark() -> None:
    one = replace(RESPONSES[0], marks=RESPONSES[0].marks / 2)

    assert "right, 1 mark, 14 seconds" in shown(
        history_page(LAST, (one,), whole=True, plain=True), plain=True
    )


def test_an_attempt_of_nothing_and_without_a_time_zone_has_its_head() -> None:
    nothing = replace(ROWS[2], started=datetime(2026, 11, 3, 9, 5, tzinfo=UTC).replace(tzinfo=None))
    printed = shown(history_page(nothing, (), whole=True))

    assert "Attempt 9: mock, Economy\n3 November 2026, 09:05\nScore      0 of 50\n" in printed


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("mine:simla", "simla"),
        ("mine:x-7f3a9c", "treaty dates, direct"),
        ("mine:sco~direct:iran", "treaty dates, direct"),
        (f"mine:{'long-' * 9}", "treaty dates, direct"),
        ("mine:", "treaty dates, direct"),
    ],
)
def test_a_question_is_called_by_a_name_that_was_given_to_be_read(item: str, name: str) -> None:
    printed = shown(history_page(LAST, (response(1, item),), whole=True))

    assert f"  1  {name}" in " ".join(printed.split("\n"))


def test_hostile_text_is_shown_harmlessly() -> None:
    evil = "\x1b[2J[red]x[/red]\u202e\n; rm"
    odd = Listed(1, replace(sat(evil, evil), id=evil), LAST.started)
    hostile = replace(response(1, f"{evil}:{evil}", Outcome.WRONG), topic=evil)
    for plain in (False, True):
        views = (
            history_list((odd,), plain=plain),
            history_page(odd, (hostile,), whole=True, plain=plain),
        )
        printed = shown(*views, plain=plain)
        assert "\x1b" not in printed
        assert "\u202e" not in printed
        assert "[red]x[/red]" in printed
