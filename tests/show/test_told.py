"""What a candidate is told while sitting, in both front ends."""

import errno
from dataclasses import replace

import pytest

from quizgen.core.desk import Gap, Saved, Unsaved, Warned
from quizgen.core.errors import UserError
from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Level,
    Mark,
    Pause,
    Select,
    Submit,
    Tick,
    Visit,
)
from quizgen.core.paper import Timing
from quizgen.core.refusals import QuestionLocked
from quizgen.core.sitting import WARNINGS_MS
from quizgen.show.told import closed, happened, news, trouble
from tests.show.exhibits import SPEED, attempt, in_sections, mock, practice

FULL = OSError(errno.ENOSPC, "No space left on device")
TEN, ONE = WARNINGS_MS


class JournalFull(UserError, OSError):
    """As a journal that cannot be written says it."""


def test_what_was_not_saved_is_said_with_a_remedy() -> None:
    assert trouble(FULL) == (
        "Not saved: No space left on device. What was saved before is safe; try again."
    )
    assert trouble(FULL, "go on later").endswith("What was saved before is safe; go on later.")


def test_what_the_rules_do_not_allow_is_said_in_a_sentence() -> None:
    assert trouble(QuestionLocked("question 1 is closed")) == "Question 1 is closed."


def test_an_error_that_brings_a_remedy_says_it_and_nothing_reaches_the_terminal() -> None:
    full = JournalFull("cannot write \x1b[31mx.jsonl", help="make room on the disk")
    assert trouble(full).startswith("Not saved: Cannot write \ufffd[31mx.jsonl. Make room on")


def test_warnings_say_what_closes_and_in_which_colour() -> None:
    assert news(Warned(TEN, section=False)).markup == "[bold yellow]10 minutes left.[/bold yellow]"
    told = news(Warned(ONE, section=True))
    assert (told.plain, told.style) == ("1 minute left for this section.", "bold red")


def test_other_news() -> None:
    gap = Gap(840_000, charged=True)
    assert news(gap).plain == "Interrupted for 14 min; the clock ran on."
    assert news(gap, plain=True).plain == "Interrupted for 14 minutes; the clock ran on."
    assert news(Unsaved(FULL)).plain == (
        "The time cannot be saved: No space left on device. Your answers are safe; it is tried "
        "again."
    )
    assert news(Saved()).plain == "Saving works again."


def test_an_answer_is_said_to_be_saved_as_it_is_shown() -> None:
    assert happened(attempt(mock()), Select(0, "two")) == "Saved for question 1: (b) II only."


def test_an_answer_that_went_is_named() -> None:
    sat = attempt(mock(), (1, Select(0, "two")))
    assert happened(sat, Clear(0)) == "Question 1 has no answer now: (b) is taken back."
    assert happened(attempt(mock()), Clear(0)) == "Question 1 has no answer now."


def test_in_practice_the_verdict_says_what_became_of_an_answer() -> None:
    sat = attempt(practice())
    assert happened(sat, Select(0, "two")) == ""
    assert happened(sat, Clear(0)) == ""
    assert happened(sat, Certainty(0, Level.GUESS)) == "Question 1: you call it a guess."


def test_marks_for_review() -> None:
    sat = attempt(mock())
    assert happened(sat, Mark(0, on=True)) == "Question 1 is marked for review."
    assert happened(sat, Mark(0, on=False)) == "Question 1 is no longer marked for review."


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Level.SURE, "you are sure"),
        (Level.UNSURE, "you are unsure"),
        (Level.GUESS, "you call it a guess"),
        (None, "you do not say how sure you are"),
    ],
)
def test_how_sure(level: Level | None, said: str) -> None:
    assert happened(attempt(mock()), Certainty(0, level)) == f"Question 1: {said}."


def test_a_section_handed_in() -> None:
    sat = attempt(in_sections(locked=True))
    assert happened(sat, EndSection(0)) == "Section 1 (treaty dates) is closed."


@pytest.mark.parametrize("event", [Visit(1), Pause(), Submit()])
def test_of_what_shows_itself_nothing_is_said(event: Visit | Pause | Submit) -> None:
    assert happened(attempt(mock()), event) == ""


def test_what_the_clock_closed_is_named() -> None:
    speed = attempt(mock(replace(SPEED, paper_ms=None)))
    later = attempt(speed.paper, (19_000, Tick()))
    assert closed(speed, later) == "Time is up for question 1."
    sections = attempt(in_sections(locked=True))
    later = attempt(sections.paper, (20 * 60_000, Tick()))
    assert closed(sections, later) == "Time is up for section 1 (treaty dates)."


def test_in_practice_a_question_closes_where_it_stands() -> None:
    sat = attempt(practice(SPEED))
    assert closed(sat, attempt(sat.paper, (19_000, Tick()))) == "Time is up for question 1."


def test_where_nothing_closed_or_all_is_over_nothing_is_said_here() -> None:
    sat = attempt(mock(Timing(paper_ms=60_000)))
    assert closed(sat, attempt(sat.paper, (30_000, Tick()))) == ""
    assert closed(sat, attempt(sat.paper, (60_000, Tick()))) == ""
