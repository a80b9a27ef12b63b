"""Whether a response was right, and why."""

import io
from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.events import Clear, Event, Select, Tick, Visit
from quizgen.core.item import DECLINED, Answer, Option, Why
from quizgen.core.marking import Outcome
from quizgen.core.paper import MarkingScheme, Paper
from quizgen.core.result import Row, row
from quizgen.show.console import make_console
from quizgen.show.verdict import explanation, verdict
from tests.golden_files import assert_golden
from tests.show.exhibits import (
    ANSWERS,
    RAJASTHAN,
    SPEED,
    attempt,
    mock,
    practice,
    shown,
)


def _row(paper: Paper, *events: tuple[int, Event], index: int = 0) -> Row:
    return row(attempt(paper, *events), ANSWERS[index], index)


def _said(paper: Paper, *events: tuple[int, Event], index: int = 0, plain: bool = False) -> str:
    """The verdict on one line."""
    return " ".join(shown(verdict(_row(paper, *events, index=index), paper, plain=plain)).split())


def test_right() -> None:
    paper = practice()
    events = (0, Visit(1)), (6_000, Select(1, "karachi"))

    assert _said(paper, *events, index=1) == "Right (+2) in 6 s. (a) Karachi."
    assert _said(paper, *events, index=1, plain=True) == "Right (+2) in 6 seconds. (a) Karachi."


def test_wrong() -> None:
    assert _said(practice(), (14_000, Select(0, "one"))) == (
        "Wrong (-0.67) in 14 s. You chose (a) I only. Answer: (b) II only."
    )


def test_skipped() -> None:
    assert _said(practice(), (1_000, Clear(0))) == "Skipped: no marks lost. Answer: (b) II only."


def test_skipped_where_a_blank_costs_marks() -> None:
    assert _said(practice(marking=RAJASTHAN), (1_000, Clear(0))) == (
        "Skipped: 0.44 marks lost. Answer: (b) II only."
    )
    dear = MarkingScheme(blank=Fraction(1))
    assert _said(practice(marking=dear), (1_000, Clear(0))).startswith("Skipped: 1 mark lost.")


def test_time_is_up() -> None:
    assert _said(practice(SPEED), (20_000, Tick())) == (
        "Time is up: not answered, no marks lost. Answer: (b) II only."
    )
    assert _said(practice(SPEED), (18_000, Clear(0))).startswith("Skipped:")


def test_left_blank_in_a_mock() -> None:
    assert _said(mock()) == "Not answered: no marks lost. Answer: (b) II only."


def test_declined() -> None:
    paper = practice(marking=RAJASTHAN)
    question = paper.questions[0]
    offered = replace(question, options=(*question.options, Option(DECLINED, "Not attempted")))
    paper = replace(paper, questions=(offered, *paper.questions[1:]))

    assert _said(paper, (1_000, Select(0, DECLINED))) == (
        "Not attempted: no marks lost. Answer: (b) II only."
    )


def test_void() -> None:
    paper = practice()
    void = replace(_row(paper, (1_000, Select(0, "one"))), outcome=Outcome.VOID)

    assert shown(verdict(void, paper)) == (
        "Void: this question has no single right answer and is not marked.\n"
    )


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_the_reasons(name: str, plain: bool, width: int) -> None:
    paper = practice()
    events: tuple[tuple[int, Event], ...] = (
        (1_000, Select(0, "one")),
        (1_000, Visit(1)),
        (2_000, Select(1, "karachi")),
        (2_000, Visit(2)),
        (5_000, Select(2, "9")),
    )
    rows = [_row(paper, *events, index=index) for index in range(3)]
    views = [
        view for each in rows for view in (verdict(each, paper), explanation(each, plain=plain))
    ]

    assert_golden(f"show/reasons_{name}.txt", shown(*views, plain=plain, width=width))


def test_a_question_without_any_reason_has_none() -> None:
    bare = replace(_row(practice()), answer=Answer("two"))

    assert explanation(bare).renderables == []


def test_what_is_said_of_a_statement_stands_in_place_of_correct_or_not() -> None:
    answer = Answer(
        "two",
        statements=(
            Why("I", correct=False, text="In 1960.", verdict="Not matched: *Karachi*."),
            Why("II", correct=True, verdict="Correctly matched."),
        ),
    )

    assert shown(explanation(replace(_row(practice()), answer=answer))) == (
        "  I.   Not matched: Karachi. In 1960.\n  II.  Correctly matched.\n"
    )


def test_statements_with_names_have_a_colon_after_them() -> None:
    answer = Answer(
        "two",
        statements=(
            Why("Statement-I", correct=True, text="So."),
            Why("Statement-II", correct=True, verdict="Correct, and explains Statement-I."),
        ),
    )

    assert shown(explanation(replace(_row(practice()), answer=answer))) == (
        "  Statement-I:   Correct. So.\n  Statement-II:  Correct, and explains Statement-I.\n"
    )


def test_a_source_without_a_locator() -> None:
    sourced = replace(_row(practice()), answer=Answer("two", source="A book, 2001"))

    assert shown(explanation(sourced)) == "Source: A book, 2001\n"


def test_hostile_reasons_are_shown_harmlessly() -> None:
    evil = "\x1b[2J[red]x[/red]\u202e"
    answer = Answer(
        "two",
        statements=(Why(evil, correct=True, text=evil),),
        options=(Why("one", correct=False, text=evil),),
        explanation=evil,
        remember=evil,
        source=evil,
        locator=evil,
    )
    paper = practice()
    question = replace(paper.questions[0], as_of=evil, topic=evil)
    hostile = replace(_row(paper), answer=answer, question=question)
    printed = shown(verdict(hostile, paper), explanation(hostile))

    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert printed.count("[red]x[/red]") == 8


def test_colour_is_for_the_verdict_alone() -> None:
    stream = io.StringIO()
    paper = practice()
    console = make_console(stream, color=True, environ={})
    console.show(verdict(_row(paper, (1_000, Select(0, "two"))), paper))

    assert stream.getvalue() == "\x1b[1;32mRight (+2)\x1b[0m in 1 s. (b) II only.\n"
