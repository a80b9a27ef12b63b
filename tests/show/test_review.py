"""Every question again, after submission."""

from dataclasses import replace

import pytest

from quizgen.core.events import Certainty, Clear, Event, Level, Mark, Select, Submit, Visit
from quizgen.core.item import Answer
from quizgen.core.marking import Outcome
from quizgen.core.only import Only
from quizgen.core.result import result
from quizgen.core.rows import rows_of
from quizgen.show.review import history, nothing, review, reviewed
from tests.golden_files import assert_golden
from tests.show.exhibits import ANSWERS, attempt, mock, practice, shown

EVENTS: tuple[tuple[int, Event], ...] = (
    (10_000, Select(0, "two")),
    (14_000, Select(0, "one")),
    (14_000, Visit(1)),
    (20_000, Select(1, "karachi")),
    (20_000, Visit(2)),
    (60_000, Select(2, "9")),
    (61_000, Clear(2)),
    (61_000, Submit()),
)
FOUND = result(attempt(mock(), *EVENTS), ANSWERS)


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_every_question(name: str, plain: bool, width: int) -> None:
    views = review(FOUND, plain=plain)

    assert_golden(f"show/review_{name}.txt", shown(*views, plain=plain, width=width))


def test_only_those_wanted() -> None:
    printed = shown(*review(FOUND, rows_of(FOUND, Only.WRONG)))

    assert printed.startswith("Question 1 of 3")
    assert "Question 2" not in printed
    assert "Question 3" not in printed


def test_nothing_to_show() -> None:
    empty = result(attempt(practice(), (0, Submit())), ANSWERS)

    assert shown(*review(empty)) == "No question was closed.\n"


def test_where_nothing_is_wanted_that_is_a_sentence() -> None:
    said = [nothing(only) for only in Only]

    assert all(sentence.startswith("No ") and sentence.endswith(".") for sentence in said)
    assert len(set(said)) == len(Only)
    assert nothing(Only.WRONG, "treaty-dates") == "Treaty dates: no answer was wrong."
    assert "\x1b" not in nothing(Only.WRONG, "\x1b[31m")


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Level.SURE, "You were sure."),
        (Level.UNSURE, "You were unsure."),
        (Level.GUESS, "You called it a guess."),
    ],
)
def test_certainty_and_mark_are_told_with_the_question(level: Level, said: str) -> None:
    events = (*EVENTS[:2], (14_000, Certainty(0, level)), (14_000, Mark(0, on=True)))
    row = result(attempt(mock(), *events), ANSWERS).rows[0]

    assert history(row) == ["Changed: (b), then (a).", said, "You marked it for review."]
    assert said in shown(reviewed(row, mock()))


def test_of_a_void_question_no_option_is_called_right() -> None:
    printed = shown(reviewed(replace(FOUND.rows[1], outcome=Outcome.VOID), mock()))

    assert "(a) Karachi\n" in printed
    assert "Void: this question has no single right answer" in printed


def test_a_question_that_explains_nothing_ends_with_its_verdict() -> None:
    bare = replace(FOUND, rows=(replace(FOUND.rows[1], answer=Answer("karachi")),))

    assert shown(*review(bare)).endswith("Right (+2) in 6 s. (a) Karachi.\n\n")
