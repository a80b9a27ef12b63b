"""Which questions are shown again."""

from dataclasses import replace

import pytest

from quizgen.core.events import Certainty, Clear, Event, Level, Mark, Select, Submit, Visit
from quizgen.core.item import Answer
from quizgen.core.only import Only
from quizgen.core.result import result
from quizgen.core.rows import NotInResult, rows_named, rows_of
from tests.core.samples import after, paper, question, started

EVENTS: tuple[Event, ...] = (
    Select(0, "a"),
    Certainty(0, Level.SURE),
    Visit(1),
    Select(1, "b"),
    Certainty(1, Level.SURE),
    Mark(1, on=True),
    Visit(2),
    Select(2, "b"),
    Select(2, "a"),
    Certainty(2, Level.GUESS),
    Visit(3),
    Select(3, "c"),
    Clear(3),
    Mark(3, on=True),
    Visit(4),
    Select(4, "d"),
    Certainty(4, Level.GUESS),
    Submit(),
)
TOPICS = (
    "SCO membership",
    "treaty dates",
    "sco-membership",
    "",
    "Treaty dates",
    "\N{GREEK SMALL LETTER ALPHA}",
)
_PAPER = paper(6)
FOUND = result(
    after(
        started(
            replace(
                _PAPER,
                questions=tuple(question(f"q{n}", name) for n, name in enumerate(TOPICS)),
            )
        ),
        *((1000, event) for event in EVENTS),
    ),
    [Answer("a")] * 6,
)


def numbers(only: Only, topic: str = "") -> list[int]:
    return [row.number for row in rows_of(FOUND, only, topic)]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only.ALL, [1, 2, 3, 4, 5, 6]),
        (Only.WRONG, [2, 5]),
        (Only.UNANSWERED, [4, 6]),
        (Only.MARKED, [2, 4]),
        (Only.GUESSED, [3, 5]),
        (Only.SURE_BUT_WRONG, [2]),
        (Only.CHANGED, [3, 4]),
    ],
)
def test_those_wanted_come_in_paper_order(only: Only, expected: list[int]) -> None:
    assert numbers(only) == expected


@pytest.mark.parametrize("topic", ["treaty dates", "Treaty Dates", "treaty-dates"])
def test_a_topic_is_meant_however_it_is_written(topic: str) -> None:
    assert numbers(Only.ALL, topic) == [2, 5]
    assert numbers(Only.UNANSWERED, topic) == []


def test_an_unknown_topic_is_told_with_what_may_be_meant() -> None:
    with pytest.raises(NotInResult) as refused:
        rows_of(FOUND, Only.WRONG, "treaty date")
    assert refused.value.message == "there is no topic `treaty date`"
    assert refused.value.help == (
        "did you mean `treaty dates`? topics: SCO membership, treaty dates, \u03b1"
    )


@pytest.mark.parametrize("topic", ["physics", "!", " "])
def test_a_topic_near_none_is_told_with_those_there_are(topic: str) -> None:
    with pytest.raises(NotInResult) as refused:
        rows_of(FOUND, topic=topic)
    assert refused.value.help.startswith("topics: SCO membership, ")


def test_where_no_question_has_a_topic_that_is_said() -> None:
    with pytest.raises(NotInResult, match="no topic `x`") as refused:
        rows_of(result(started(paper(1)), [Answer("a")]), topic="x")
    assert refused.value.help == "topics: none"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["sample:q1"], [2]),
        (["q4", "q0"], [5, 1]),
        (["6"], [6]),
        ([], []),
    ],
)
def test_questions_are_named_by_id_or_by_number(names: list[str], expected: list[int]) -> None:
    assert [row.number for row in rows_named(FOUND.rows, names)] == expected


def test_an_id_comes_before_a_number_and_means_that_question_of_every_bank() -> None:
    twice = tuple(
        replace(row, question=replace(row.question, bank=bank, id="6"))
        for row, bank in zip(FOUND.rows, "ab", strict=False)
    )
    rows = (*twice, *FOUND.rows[2:])
    assert [row.number for row in rows_named(rows, ["6"])] == [1, 2]
    assert [row.number for row in rows_named(rows, ["b:6"])] == [2]


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("q11", "did you mean `q1`?"),
        ("simla", "name its id, or its number in the attempt"),
        ("7", "name its id, or its number in the attempt"),
        pytest.param("x" * 10_000, "name its id, or its number in the attempt", id="endless"),
    ],
)
def test_a_question_that_was_not_asked_is_told_with_the_one_meant(name: str, help_: str) -> None:
    with pytest.raises(NotInResult) as refused:
        rows_named(FOUND.rows, [name])
    assert refused.value.message == f"no question of this attempt goes by `{name}`"
    assert refused.value.help == help_
