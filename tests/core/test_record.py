"""Items and papers come back from the journal and the index exactly as they went in."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.item import Answer, Difficulty, Form, Item, Option, Question, Why
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing, VoidPolicy
from quizgen.core.presets import PRESETS
from quizgen.core.record import (
    answer_from,
    item_from,
    item_json,
    marking_from,
    paper_from,
    question_from,
    record,
)
from tests.core.samples import paper, question

TEXTS = st.text(max_size=12)
MARKS = st.fractions(0, 10, max_denominator=20)
WHYS = st.lists(
    st.builds(
        Why,
        TEXTS,
        st.booleans(),
        TEXTS,
        verdict=TEXTS,
        facts=st.lists(TEXTS, max_size=2).map(tuple),
        id=TEXTS,
    ),
    max_size=3,
).map(tuple)
QUESTIONS = st.builds(
    Question,
    bank=TEXTS,
    id=TEXTS,
    form=st.sampled_from(Form),
    stem=TEXTS,
    options=st.lists(st.builds(Option, TEXTS, TEXTS, st.booleans()), max_size=5).map(tuple),
    topic=TEXTS,
    difficulty=st.sampled_from([None, *Difficulty]),
    shuffle=st.booleans(),
    facts=st.lists(TEXTS, max_size=2).map(tuple),
    fingerprint=TEXTS,
    as_of=TEXTS,
)
ANSWERS = st.builds(Answer, TEXTS, WHYS, WHYS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, until=TEXTS)
ITEMS = st.builds(Item, QUESTIONS, ANSWERS, st.lists(TEXTS, max_size=2).map(tuple))
SCHEMES = st.builds(
    MarkingScheme,
    MARKS,
    MARKS,
    MARKS,
    st.booleans(),
    st.one_of(st.none(), MARKS),
    st.sampled_from(VoidPolicy),
)
ONE_OR_TWO = st.integers(1, 2)
CLOCKS = st.one_of(st.none(), st.integers(1, 10**8))


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Draw a paper of one or two sections."""
    parts = [draw(st.lists(QUESTIONS, min_size=1, max_size=2)) for _ in range(draw(ONE_OR_TWO))]
    locked = draw(st.booleans())
    return Paper(
        title=draw(TEXTS),
        questions=tuple(each for part in parts for each in part),
        sections=tuple(
            Section(draw(TEXTS), len(part), draw(CLOCKS) if locked else None) for part in parts
        ),
        marking=draw(SCHEMES),
        timing=Timing(draw(CLOCKS), draw(CLOCKS), draw(st.booleans()), draw(st.booleans())),
        feedback=draw(st.sampled_from(Feedback)),
        locked=locked,
        preset=draw(TEXTS),
        code=draw(TEXTS),
        seed=draw(TEXTS),
    )


def through_json(value: Any) -> Any:
    """Return what a file gives back of a record."""
    return json.loads(json.dumps(value))


@given(ITEMS)
def test_an_item_comes_back_as_it_was(item: Item) -> None:
    assert item_from(json.loads(item_json(item))) == item


@given(ITEMS)
def test_the_record_of_an_item_is_the_one_its_fields_make(item: Item) -> None:
    assert item_json(item) == json.dumps(record(item))


@given(papers())
def test_a_paper_comes_back_as_it_was(sat: Paper) -> None:
    assert paper_from(through_json(record(sat))) == sat


@given(SCHEMES)
def test_a_marking_scheme_comes_back_as_it_was(scheme: MarkingScheme) -> None:
    assert marking_from(through_json(record(scheme))) == scheme


def test_marks_are_in_the_journal_in_numbers_even_where_they_are_the_usual_ones() -> None:
    assert record(paper())["marking"] == {
        "right": "2",
        "wrong": "2/3",
        "blank": "0",
        "declining": False,
        "blank_limit": None,
        "void": "scale",
    }


def test_the_marks_of_rpsc_survive_to_the_last_digit() -> None:
    scheme = PRESETS["rpsc-ras"].marking
    written = through_json(record(scheme))
    assert (written["wrong"], written["blank_limit"]) == ("4/9", "1/10")
    assert marking_from(written) == scheme


def test_a_record_is_short() -> None:
    assert record(question("q1", options="ab")) == {
        "bank": "sample",
        "id": "q1",
        "form": "D",
        "stem": "What is q1?",
        "options": [
            {"id": "a", "text": "Option a of q1"},
            {"id": "b", "text": "Option b of q1"},
        ],
    }


def test_an_answer_written_before_statements_had_facts_is_read_as_ever() -> None:
    told = {"key": "year", "statements": [{"label": "I", "correct": True, "text": "In 1972."}]}
    assert answer_from(told) == Answer("year", (Why("I", correct=True, text="In 1972."),))
    assert record(answer_from(told)) == told


def test_a_statement_has_its_facts_and_its_id_in_the_record_only_where_there_are_some() -> None:
    answer = Answer("a", (Why("I", correct=True, facts=("simla-date",), id="a"),))
    (written,) = record(answer)["statements"]
    assert written == {"label": "I", "correct": True, "facts": ["simla-date"], "id": "a"}


def test_a_question_that_must_not_be_shuffled_says_so() -> None:
    fixed = replace(question("q1"), shuffle=False, difficulty=Difficulty.HARD)
    written = record(fixed)
    assert (written["shuffle"], written["difficulty"]) == (False, "hard")
    assert question_from(written) == fixed


def test_marks_that_a_file_does_not_name_are_the_usual_ones() -> None:
    assert marking_from({}) == MarkingScheme()


GOOD: dict[str, Any] = record(paper(1))


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {**GOOD, "questions": [{}]},
        {**GOOD, "questions": "none"},
        {**GOOD, "questions": []},
        {**GOOD, "sections": [{"title": "A", "count": "1"}]},
        {**GOOD, "sections": 1},
        {**GOOD, "feedback": "never"},
        {**GOOD, "marking": {"right": "two"}},
        {**GOOD, "marking": {"right": "1/0"}},
        {**GOOD, "marking": {"void": "keep"}},
        {**GOOD, "timing": {"hours": 2}},
        {**GOOD, "colour": "red"},
    ],
)
def test_a_record_that_is_no_paper_is_refused_with_an_error_a_caller_expects(broken: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        paper_from(broken)


def test_a_record_that_is_no_answer_is_refused() -> None:
    with pytest.raises(TypeError):
        answer_from({"key": "a", "statements": ["I"]})
    with pytest.raises(TypeError):
        answer_from({"key": "a", "statements": [{"label": "I", "correct": True, "facts": 1}]})


def test_fractions_are_never_decimals() -> None:
    assert record(MarkingScheme(wrong=Fraction(1, 3)))["wrong"] == "1/3"
