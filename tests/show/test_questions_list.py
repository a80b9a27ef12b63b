"""The list of all questions: known by number, status and words that tell them apart."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from quizgen.core.events import Certainty, EndSection, Level, Mark, Select, Visit
from quizgen.core.paper import Paper, Section
from quizgen.core.state import Attempt
from quizgen.show.questions_list import cut, known_by, questions_list
from tests.golden_files import assert_golden
from tests.show.exhibits import INDUS, SIMLA, SPEED, attempt, in_sections, mock, shown

PAIRS = (
    "Consider the following pairs:\n\n| Declaration | Signed at |\n|---|---|\n"
    "| {} | {} |\n| Tashkent | Tashkent |\n\nHow many pairs are correctly matched?"
)


def _of(*stems: str) -> Paper:
    questions = tuple(replace(INDUS, id=f"q{n}", stem=stem) for n, stem in enumerate(stems))
    return replace(mock(), questions=questions, sections=(Section("Mock", len(stems)),))


def _sat(paper: Paper) -> Attempt:
    return attempt(
        paper,
        (1, Select(0, "one")),
        (2, Certainty(0, Level.GUESS)),
        (3, Visit(1)),
        (4, Mark(1, on=True)),
    )


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_the_list(name: str, plain: bool, width: int) -> None:
    view = questions_list(_sat(in_sections()), plain=plain)

    printed = shown(view, plain=plain, width=width)
    assert_golden(f"show/questions_{name}.txt", printed)
    assert all(cell_len(line) <= width for line in printed.splitlines())


def test_a_paper_without_sections_is_listed_without_headings() -> None:
    lines = shown(questions_list(_sat(mock()))).splitlines()
    assert [line[:6] for line in lines] == ["  1#  ", " [2?] ", "  3.  "]


@pytest.mark.parametrize("plain", [False, True])
def test_locked_sections_say_whether_they_are_open(plain: bool) -> None:
    sat = attempt(in_sections(locked=True), (1, EndSection(0)))
    printed = shown(questions_list(sat, plain=plain))
    assert "Section 1 of 2: treaty dates (closed)" in printed
    assert "Section 2 of 2: SCO membership (open)" in printed


@pytest.mark.parametrize("plain", [False, True])
def test_what_is_not_open_yet_cannot_be_read(plain: bool) -> None:
    locked = shown(questions_list(attempt(in_sections(locked=True)), plain=plain))
    assert "Where was the Indus Waters Treaty signed?" in locked
    assert "not open yet" in locked
    assert "How many members" not in locked

    speed = attempt(mock(SPEED), (1, Visit(1)))
    printed = shown(questions_list(speed, plain=plain))
    assert "With reference to the Simla Agreement" in printed
    assert "Where was the Indus Waters Treaty signed?" in printed
    assert "How many members" not in printed


def test_a_question_that_a_closed_section_took_along_was_not_opened() -> None:
    sat = attempt(in_sections(locked=True), (1, EndSection(0)))
    lines = shown(questions_list(sat)).splitlines()
    assert lines[1].startswith("  1-   With reference to the Simla Agreement")
    assert lines[2] == "  2-   was not opened"
    assert lines[5].startswith(" [3o]  How many members")


def test_a_question_is_known_by_the_first_words_no_other_has() -> None:
    statements = "Consider the following statements:\n\nI. {}\nII. It is old.\n\nWhich is right?"
    paper = _of(
        statements.format("*One* is first."),
        statements.format("Two is second."),
        PAIRS.format("Lahore", "Lahore"),
        PAIRS.format("Simla", "Karachi"),
        "Where was it signed?",
    )
    assert known_by(paper) == (
        "One is first.",
        "Two is second.",
        "Lahore, Lahore",
        "Simla, Karachi",
        "Where was it signed?",
    )


def test_questions_that_read_the_same_are_known_by_their_beginning() -> None:
    assert known_by(_of("Where?\n\nWhen?", "Where?\n\nWhen?")) == ("Where?", "Where?")


def test_a_question_of_no_words_has_none() -> None:
    assert known_by(_of(" ", "Where?")) == ("", "Where?")
    assert shown(questions_list(attempt(_of(" ", "Where?")))).startswith(" [1o]\n")


def test_words_from_a_question_file_stay_words() -> None:
    bold = replace(SIMLA, stem="[bold]Is\x1b[31m it?[/bold]")
    paper = replace(mock(), questions=(bold,), sections=(Section("Mock", 1),))
    assert "[bold]Is\ufffd[31m it?[/bold]" in shown(questions_list(attempt(paper)))


@pytest.mark.parametrize(
    ("words", "room", "left"),
    [
        ("Where was it?", 13, "Where was it?"),
        ("Where was it?", 12, "Where was..."),
        ("Where was it?", 9, "Where..."),
        ("Where?", 2, ".."),
        ("\u092d\u093e\u0930\u0924", 9, "\u092d\u093e\u0930\u0924"),
        ("\u6771\u4eac\u90fd\u5e81", 7, "\u6771\u4eac..."),
    ],
)
def test_what_does_not_fit_is_cut_and_shown_to_be(words: str, room: int, left: str) -> None:
    assert cut(words, room) == left
    assert cell_len(cut(words, room)) <= room
