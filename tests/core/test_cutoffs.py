"""A score is held against past cut-offs only where that says something."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import cycle, islice
from typing import Any

import pytest

from quizgen.core.cutoffs import CUTOFFS, distances
from quizgen.core.events import Select, Submit
from quizgen.core.item import Answer
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.result import result
from tests.core.samples import after, paper, question, started

SYLLABUS = (
    "History of India",
    "Geography",
    "Indian polity and governance",
    "Economic and social development",
    "Environment and ecology",
    "General science",
    "current-affairs",
)
TWO_HOURS = Timing(paper_ms=7_200_000)


def whole(topics: tuple[str, ...] = SYLLABUS) -> Paper:
    """Return a paper of a hundred questions, the topics taking turns."""
    exam = paper(100, timing=TWO_HOURS)
    names = islice(cycle(topics), 100)
    questions = tuple(question(f"q{number}", topic) for number, topic in enumerate(names))
    return replace(exam, questions=questions, preset="upsc-gs1")


def years(exam: Paper, *, submitted: bool = True) -> list[int]:
    """Return the years whose cut-offs a paper's score is held against."""
    attempt = after(started(exam), (1000, Select(0, "a")))
    if submitted:
        attempt = after(attempt, (2000, Submit()))
    found = distances(result(attempt, [Answer("a")] * len(exam.questions)))
    return [each.cutoff.year for each in found]


def test_a_whole_paper_over_the_whole_syllabus_has_ten_years_the_latest_first() -> None:
    assert years(whole()) == list(range(2024, 2014, -1))


def test_a_distance_is_what_lies_between_score_and_cut_off() -> None:
    attempt = after(started(whole()), (1000, Select(0, "a")), (2000, Submit()))
    found = distances(result(attempt, [Answer("a")] * 100))
    assert found[0].marks == 2 - Fraction("87.98")
    assert found[-1].marks == 2 - Fraction("107.34")


def test_every_cut_off_is_of_200_and_says_where_it_is_from() -> None:
    for each in CUTOFFS:
        assert 0 < each.marks < 200
        assert each.source


def _with(**changes: Any) -> Callable[[], Paper]:
    return lambda: replace(whole(), **changes)


@pytest.mark.parametrize(
    "exam",
    [
        _with(preset="ssc-cgl-1"),
        _with(preset=""),
        _with(marking=MarkingScheme(wrong=Fraction(1, 2))),
        _with(feedback=Feedback.IMMEDIATE),
        _with(timing=Timing()),
        _with(timing=Timing(paper_ms=7_200_001)),
        _with(timing=Timing(paper_ms=7_200_000, pause=True)),
        _with(questions=whole().questions[:99], sections=(Section("Sample", 99),)),
    ],
)
def test_what_is_no_whole_paper_has_none(exam: Callable[[], Paper]) -> None:
    assert years(exam()) == []


def test_who_is_entitled_to_extra_time_sits_a_whole_paper_too() -> None:
    extra = Timing(paper_ms=9_600_000, extra=Fraction(1, 3))
    assert len(years(replace(whole(), timing=extra))) == 10
    assert years(replace(whole(), timing=replace(extra, paper_ms=9_600_001))) == []


def test_before_it_is_handed_in_it_has_none() -> None:
    assert years(whole(), submitted=False) == []


@pytest.mark.parametrize("left_out", range(7))
def test_where_a_part_of_the_syllabus_is_not_asked_there_is_none(left_out: int) -> None:
    topics = tuple(topic for number, topic in enumerate(SYLLABUS) if number != left_out)
    assert years(whole(topics)) == []
    assert years(whole((*topics, "Treaty dates", ""))) == []


def test_a_few_questions_do_not_cover_a_part() -> None:
    assert years(whole((*SYLLABUS, *["Modern history"] * 18))) == []  # four of each other
    assert years(whole((*SYLLABUS, *["Modern history"] * 12)))  # five or six of each


@pytest.mark.parametrize(
    "topic", ["Political science", "Social science", "History of science", "", "!"]
)
def test_a_topic_of_something_else_is_not_taken_for_science(topic: str) -> None:
    assert years(whole((*(name for name in SYLLABUS if "science" not in name), topic))) == []
