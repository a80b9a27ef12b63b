"""A paper whose parts disagree never reaches a candidate."""

from dataclasses import replace

import pytest

from quizgen.core.paper import Paper, Section
from tests.core.samples import MINUTE, paper

TWO = paper(5, sections=(Section("English", 2), Section("Reasoning", 3)))


def test_each_question_belongs_to_one_section() -> None:
    assert [TWO.section_of(index) for index in range(5)] == [0, 0, 1, 1, 1]
    assert (TWO.span_of(0), TWO.span_of(1)) == (range(2), range(2, 5))
    with pytest.raises(IndexError):
        TWO.section_of(5)


@pytest.mark.parametrize(
    "sections",
    [
        (),
        (Section("All", 4),),
        (Section("All", 5), Section("None", 0)),
        (Section("More", 6), Section("Less", -1)),
    ],
)
def test_sections_hold_all_the_questions_and_none_is_empty(sections: tuple[Section, ...]) -> None:
    with pytest.raises(ValueError, match="the sections of a paper hold all of its questions"):
        replace(TWO, sections=sections)


def test_a_paper_asks_something() -> None:
    with pytest.raises(ValueError, match="at least one"):
        replace(TWO, questions=(), sections=())


def test_a_section_with_a_clock_is_locked() -> None:
    timed = (Section("English", 2, MINUTE), Section("Reasoning", 3, MINUTE))
    with pytest.raises(ValueError, match="clock of their own are locked"):
        replace(TWO, sections=timed)
    assert isinstance(replace(TWO, sections=timed, locked=True), Paper)
