"""A question as it is asked, in practice and in a mock."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.events import Certainty, Level, Mark, Select, Visit
from quizgen.core.paper import MarkingScheme, Timing
from quizgen.show.question import mock_question, practice_question, reviewed_question, stakes
from tests.golden_files import assert_golden
from tests.show.exhibits import (
    HALF_HOUR,
    RAJASTHAN,
    SPEED,
    UPSC,
    attempt,
    in_sections,
    mock,
    practice,
    shown,
)


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_in_practice(name: str, plain: bool, width: int) -> None:
    views = [practice_question(practice(), index, plain=plain) for index in range(3)]

    assert_golden(f"show/practice_{name}.txt", shown(*views, plain=plain, width=width))


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_in_a_mock_with_the_choice_made(name: str, plain: bool) -> None:
    sat = attempt(mock(), (5_000, Select(0, "both")), (6_000, Mark(0, on=True)))
    view = mock_question(sat, HALF_HOUR.paper_ms, plain=plain)

    assert_golden(f"show/mock_{name}.txt", shown(view, plain=plain))


def test_a_mock_says_nothing_of_topic_and_difficulty() -> None:
    printed = shown(mock_question(attempt(mock()), None))

    assert printed.splitlines()[0] == "Question 1 of 3    not answered"
    assert "medium" not in printed


def test_a_mock_says_how_sure_one_said_to_be() -> None:
    sat = attempt(mock(), (1, Select(0, "two")), (2, Certainty(0, Level.GUESS)))
    assert shown(mock_question(sat, None)).startswith("Question 1 of 3    answered, guess\n")


def test_in_a_paper_of_sections_the_open_one_stands_above() -> None:
    sat = attempt(in_sections(), (1, Visit(2)))
    lines = shown(mock_question(sat, HALF_HOUR.paper_ms)).splitlines()
    assert lines[0] == "Section 2 of 2: SCO membership"
    assert lines[1].startswith("Question 3 of 3    not answered")
    assert lines[1].endswith("30 min left")


def test_a_locked_section_shows_its_own_time_in_place_of_the_papers() -> None:
    sat = attempt(in_sections(locked=True))
    lines = shown(mock_question(sat, 1_800_000, 1_200_000)).splitlines()
    assert lines[0] == f"Section 1 of 2: treaty dates{'20 min left':>52}"
    assert lines[1] == "Question 1 of 3    not answered"
    assert shown(mock_question(sat, 1_800_000, 1_200_000, plain=True), plain=True).startswith(
        "Section 1 of 2: treaty dates. 20 minutes left.\nQuestion 1 of 3: not answered.\n"
    )


def test_a_question_with_its_own_clock_shows_it_alone() -> None:
    sat = attempt(in_sections(locked=True, timing=Timing(question_ms=19_000)))
    lines = shown(mock_question(sat, 19_000, 1_200_000)).splitlines()
    assert lines[0] == "Section 1 of 2: treaty dates"
    assert lines[1].endswith("19 s left")


def test_the_right_option_is_told_once_it_may_be_seen() -> None:
    def options(response: str | None, key: str | None, *, plain: bool = False) -> list[str]:
        view = reviewed_question(mock(), 1, response, key, plain=plain)
        return shown(view, plain=plain).splitlines()[-4:]

    assert options("simla", "karachi") == [
        "  (a) Karachi   right",
        "> (b) Simla   your answer",
        "  (c) Lahore",
        "  (d) Tashkent",
    ]
    assert options("karachi", "karachi")[0] == "> (a) Karachi   your answer, right"
    assert options(None, "karachi")[0] == "  (a) Karachi   right"
    assert options("karachi", "karachi", plain=True)[0] == (
        "  (a) Karachi, your answer, the right one"
    )
    assert options("simla", "karachi", plain=True)[:2] == [
        "  (a) Karachi, the right one",
        "  (b) Simla, your answer",
    ]


def test_of_a_void_question_no_option_is_right() -> None:
    printed = shown(reviewed_question(mock(), 1, "simla", None))
    assert "> (b) Simla\n" in printed
    assert "right" not in printed


def test_aloud_a_section_without_a_clock_is_a_sentence() -> None:
    printed = shown(mock_question(attempt(in_sections()), None, plain=True), plain=True)
    assert printed.startswith("Section 1 of 2: treaty dates.\nQuestion 1")


def test_what_is_at_stake() -> None:
    assert stakes(UPSC) == "+2 or -0.67"
    assert stakes(RAJASTHAN) == "+1.33 or -0.44, blank -0.44"
    assert stakes(MarkingScheme(wrong=Fraction(0))) == "+2 or 0"


def test_a_question_with_its_own_clock_says_so() -> None:
    head = shown(practice_question(practice(SPEED), 0)).splitlines()[0]

    assert head.endswith("19 s, +2 or -0.67")


def test_a_question_without_topic_or_difficulty() -> None:
    paper = practice(Timing())
    bare = replace(paper.questions[0], topic="", difficulty=None)
    paper = replace(paper, questions=(bare, *paper.questions[1:]))

    assert shown(practice_question(paper, 0)).splitlines()[0] == (
        f"{'Question 1 of 3':<69}+2 or -0.67"
    )
    assert shown(practice_question(paper, 0, plain=True)).startswith(
        "Question 1 of 3. +2 or -0.67.\n"
    )
