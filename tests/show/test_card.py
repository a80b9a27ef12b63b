"""The score card."""

from dataclasses import replace

import pytest

from quizgen.core.events import (
    Certainty,
    Clear,
    Event,
    Interrupt,
    Level,
    Select,
    Submit,
    Tick,
    Visit,
)
from quizgen.core.item import DECLINED, Option
from quizgen.core.paper import Paper, Timing
from quizgen.core.result import Result, result
from quizgen.show.card import card
from tests.golden_files import assert_golden
from tests.show.exhibits import ANSWERS, RAJASTHAN, attempt, mock, practice, shown

WRONG_RIGHT_SKIPPED: tuple[tuple[int, Event], ...] = (
    (14_000, Select(0, "one")),
    (14_000, Visit(1)),
    (20_000, Select(1, "karachi")),
    (20_000, Visit(2)),
    (61_000, Clear(2)),
)


def _result(paper: Paper, *events: tuple[int, Event]) -> Result:
    return result(attempt(paper, *events), ANSWERS)


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_of_a_practice(name: str, plain: bool, width: int) -> None:
    found = _result(practice(), *WRONG_RIGHT_SKIPPED)

    assert_golden(
        f"show/card_{name}.txt", shown(card(found, plain=plain), plain=plain, width=width)
    )


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_of_an_interrupted_mock(name: str, plain: bool) -> None:
    events = (*WRONG_RIGHT_SKIPPED, (61_000, Interrupt(840_000)), (70_000, Submit()))

    assert_golden(
        f"show/card_mock_{name}.txt",
        shown(card(_result(mock(), *events), plain=plain), plain=plain),
    )


def test_only_what_was_closed_counts_in_practice() -> None:
    printed = shown(card(_result(practice(), (14_000, Select(0, "two")), (14_000, Submit()))))

    assert printed.startswith("Score  2 of 2        1 right, 0 wrong, 0 unanswered")
    assert "Lost" not in printed
    assert "slowest" not in printed
    assert "Look again" not in printed


def test_nothing_answered() -> None:
    assert shown(card(_result(practice(), (1_000, Submit())))) == (
        "Nothing was answered, so there is no score.\n"
    )


def test_accuracy_is_left_out_where_nothing_was_answered() -> None:
    assert "accuracy" not in shown(card(_result(mock(), (1_000, Submit()))))


@pytest.mark.parametrize("plain", [False, True])
def test_an_exam_that_charges_blanks(plain: bool) -> None:
    paper = mock(marking=RAJASTHAN)
    first = paper.questions[0]
    declining = replace(first, options=(*first.options, Option(DECLINED, "Not attempted")))
    paper = replace(paper, questions=(declining, *paper.questions[1:]))
    printed = shown(card(_result(paper, (1_000, Select(0, DECLINED))), plain=plain), plain=plain)

    assert "0 right, 0 wrong, 2 unanswered, 1 not attempted" in printed
    assert "Lost to blanks" in printed
    assert "More than 10 % was left blank: this exam disqualifies such a paper." in printed
    assert plain or "Unanswered  Not attempted  Marks" in printed


def test_void_questions_are_counted_only_where_there_are_some() -> None:
    found = _result(practice(), *WRONG_RIGHT_SKIPPED)
    printed = shown(card(replace(found, tally=replace(found.tally, void=1))))

    assert "1 void" in printed
    assert "Void" in printed
    assert "void" not in shown(card(found)).lower()


def test_a_strict_mock_says_that_its_clock_ran_on() -> None:
    paper = mock(Timing(paper_ms=1_800_000, strict=True))
    events: list[tuple[int, Event]] = [
        (1_000, Interrupt(60_000, charged=True)),
        (61_000, Tick()),
        (61_000, Interrupt(60_000, charged=True)),
    ]

    assert "Interrupted twice, 2 min; the clock ran on." in shown(card(_result(paper, *events)))


def test_questions_without_a_topic_have_a_row_only_beside_others() -> None:
    paper = practice()
    bare = tuple(replace(question, topic="") for question in paper.questions)
    alone = replace(paper, questions=bare)
    mixed = replace(paper, questions=(*bare[:2], paper.questions[2]))

    assert "Topic" not in shown(card(_result(alone, *WRONG_RIGHT_SKIPPED)))
    assert "no topic" in shown(card(_result(mixed, *WRONG_RIGHT_SKIPPED)))


def _many(count: int, name: str, *, of: Paper | None = None, commands: bool = True) -> str:
    """The card of a paper of questions that all were skipped."""
    paper = of or practice()
    questions = tuple(replace(paper.questions[0], id=f"{name}{number}") for number in range(count))
    sections = (replace(paper.sections[0], count=count),)
    paper = replace(paper, questions=questions, sections=sections)
    steps = [(n, event) for n in range(count) for event in (Visit(n), Clear(n))]
    return shown(card(result(attempt(paper, *steps), [ANSWERS[0]] * count), commands=commands))


def test_a_long_list_to_look_at_again_is_cut() -> None:
    printed = _many(25, "q")

    assert "q9 and 15 more" in printed
    assert "quizgen practice --ids q0,q1,q2,q3,q4,q5,q6,q7,q8,q9\n" in printed


def test_the_questions_of_a_mock_are_named_by_the_numbers_they_had() -> None:
    assert "Look again at  questions 1, 2 and 3\n" in _many(3, "q", of=mock())
    assert "Look again at  question 1\n" in _many(1, "q", of=mock())
    long = " ".join(_many(25, "q", of=mock()).split())
    assert "Look again at questions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 15 more" in long
    assert "--ids" not in long


def test_what_was_sure_but_wrong_is_named_first() -> None:
    found = _result(
        mock(),
        (1_000, Select(0, "one")),
        (1_000, Visit(1)),
        (2_000, Select(1, "simla")),
        (2_000, Certainty(1, Level.SURE)),
        (3_000, Submit()),
    )

    assert "Look again at  questions 2, 1 and 3\n" in shown(card(found))


def test_where_nothing_can_be_copied_no_command_is_named() -> None:
    assert "quizgen" not in _many(3, "q", commands=False)
    assert "Look again at  q0, q1 and q2\n" in _many(3, "q", commands=False)
    assert "quizgen mock --code" in _many(3, "q", of=mock())
    assert "quizgen" not in _many(3, "q", of=mock(), commands=False)


def test_a_made_question_is_named_by_its_number_and_asked_again_by_its_id() -> None:
    name = "sco~how-many.member@2019-11-15:sco-india+sco-iran.observer+sco-"
    printed = _many(2, name)

    assert "Look again at  question 1 and question 2" in printed
    assert f"quizgen practice --ids '{name}0,{name}1'\n" in printed


def test_no_command_is_made_of_ids_that_a_shell_could_take_for_something_else() -> None:
    printed = _many(2, "$(rm -rf);")

    assert "Look again at  $(rm -rf);0 and $(rm -rf);1" in printed
    assert "--ids" not in printed


def test_no_command_is_made_of_an_odd_code() -> None:
    paper = replace(mock(), code="x;\x1b[31m")
    printed = shown(card(_result(paper, (1_000, Submit()))))

    assert "The same paper again  x;\ufffd[31m\n" in printed
