"""Every question again, after submission."""

from dataclasses import replace

import pytest

from quizgen.core.events import Clear, Event, Select, Submit, Visit
from quizgen.core.item import Answer
from quizgen.core.result import result
from quizgen.show.review import review
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


def test_only_the_wrong_ones() -> None:
    printed = shown(*review(FOUND, only_wrong=True))

    assert printed.startswith("Question 1 of 3")
    assert "Question 2" not in printed
    assert "Question 3" not in printed


def test_nothing_to_show() -> None:
    empty = result(attempt(practice(), (0, Submit())), ANSWERS)

    assert shown(*review(empty)) == "No question was closed.\n"
    assert shown(*review(empty, only_wrong=True)) == "No answer was wrong.\n"


def test_a_question_that_explains_nothing_ends_with_its_verdict() -> None:
    bare = replace(FOUND, rows=(replace(FOUND.rows[1], answer=Answer("karachi")),))

    assert shown(*review(bare)).endswith("Right (+2) in 6 s. (a) Karachi.\n\n")
