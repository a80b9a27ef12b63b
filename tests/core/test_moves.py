"""What an action asks of an attempt: the same in both front ends, with a reason where nothing."""

import pytest

from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Level,
    Mark,
    Pause,
    Select,
    Submit,
    Visit,
)
from quizgen.core.keys import Action, Choose, Command, GoTo, Sure, Unclear
from quizgen.core.moves import Notice, finishing, move, next_open
from quizgen.core.paper import Feedback, Section, Timing
from quizgen.core.state import Attempt, new_attempt
from tests.core.samples import MINUTE, after, paper, started

SECTIONS = (Section("Polity", 2), Section("Economy", 2))
FREE = paper(4, sections=SECTIONS)
LOCKED = paper(4, sections=SECTIONS, locked=True)
IN_ORDER = paper(3, timing=Timing(question_ms=19_000))
PRACTICE = paper(3, feedback=Feedback.IMMEDIATE)


def moved(attempt: Attempt, *events: Event) -> Attempt:
    """Return the attempt after events that take no time."""
    return after(attempt, *((attempt.now_ms, event) for event in events))


def notice(attempt: Attempt, asked: Action) -> str:
    """Return why nothing happens."""
    found = move(attempt, asked)
    assert isinstance(found, Notice)
    return found.text


# Answering


def test_an_option_chosen_again_is_taken_back() -> None:
    attempt = started(paper())
    assert move(attempt, Choose(1)) == Select(0, "b")
    chosen = moved(attempt, Select(0, "b"))
    assert move(chosen, Choose(1)) == Clear(0)
    assert move(chosen, Choose(2)) == Select(0, "c")


def test_in_practice_a_choice_is_final_so_the_engine_answers() -> None:
    closed = moved(started(PRACTICE), Select(0, "b"))
    assert move(closed, Choose(1)) == Select(0, "b")


def test_an_answer_is_taken_away_and_a_question_skipped() -> None:
    assert move(started(paper()), Command.CLEAR) == Clear(0)
    assert move(started(PRACTICE), Command.SKIP) == Clear(0)


def test_marking_is_a_switch() -> None:
    attempt = started(paper())
    assert move(attempt, Command.MARK) == Mark(0, on=True)
    assert move(moved(attempt, Mark(0, on=True)), Command.MARK) == Mark(0, on=False)


def test_what_cannot_be_come_back_to_is_not_marked() -> None:
    assert notice(started(IN_ORDER), Command.MARK) == (
        "There is no return to a question here, so there is no mark for review."
    )


# How sure


def test_how_sure_goes_round() -> None:
    attempt = moved(started(paper()), Select(0, "a"))
    said: list[Level | None] = []
    for _ in range(5):
        event = move(attempt, Command.HOW_SURE)
        assert isinstance(event, Certainty)
        said.append(event.level)
        attempt = moved(attempt, event)
    assert said == [Level.SURE, Level.UNSURE, Level.GUESS, None, Level.SURE]


@pytest.mark.parametrize("asked", [Command.HOW_SURE, Sure(Level.GUESS)])
def test_in_a_mock_one_is_sure_of_an_answer_not_of_a_blank(asked: Action) -> None:
    assert notice(started(paper()), asked) == "Answer first; then say how sure you are."


def test_in_practice_it_is_said_before_choosing_which_is_final() -> None:
    attempt = started(PRACTICE)
    assert move(attempt, Sure(Level.GUESS)) == Certainty(0, Level.GUESS)
    assert move(attempt, Command.HOW_SURE) == Certainty(0, Level.SURE)
    chosen = moved(attempt, Certainty(0, Level.GUESS), Select(0, "a"))
    assert chosen.entries[0].certainty is Level.GUESS


# Moving


def test_next_previous_and_go_to() -> None:
    attempt = moved(started(FREE), Visit(1))
    assert move(attempt, Command.NEXT) == Visit(2)
    assert move(attempt, Command.PREVIOUS) == Visit(0)
    assert move(attempt, GoTo(3)) == Visit(3)


def test_at_the_ends_there_is_a_word_for_it() -> None:
    attempt = started(FREE)
    assert notice(attempt, Command.PREVIOUS) == "This is the first question."
    assert notice(moved(attempt, Visit(3)), Command.NEXT) == (
        "This is the last question: f submits the paper, l shows them all."
    )


@pytest.mark.parametrize("number", [-1, 4, 999_999_999])
def test_a_question_there_is_not(number: int) -> None:
    assert notice(started(FREE), GoTo(number)) == "There are questions 1 to 4."


def test_questions_with_their_own_clock_are_taken_in_order() -> None:
    attempt = moved(started(IN_ORDER), Visit(1))
    reason = "Each question has its own clock: they are taken in order."
    assert notice(attempt, Command.PREVIOUS) == reason
    assert notice(attempt, GoTo(0)) == reason
    assert move(attempt, Command.NEXT) == Visit(2)


def test_a_locked_section_has_ends_of_its_own() -> None:
    attempt = started(LOCKED)
    assert notice(attempt, Command.PREVIOUS) == "This is the first question in this section."
    assert notice(moved(attempt, Visit(1)), Command.NEXT) == (
        "This is the last question in this section: f finishes it, l shows them all."
    )
    second = moved(attempt, EndSection(0))
    assert notice(second, Command.PREVIOUS) == "This is the first question in this section."
    assert notice(moved(second, Visit(3)), Command.NEXT) == (
        "This is the last question: f submits the paper, l shows them all."
    )


def test_a_question_of_a_section_that_is_not_open() -> None:
    assert notice(started(LOCKED), GoTo(2)) == (
        "Question 3 is in section Economy, which is not open."
    )


def test_a_title_from_a_question_file_reaches_no_terminal_as_it_is() -> None:
    sections = (Section("Polity", 1), Section("Eco\x1b[31m\nnomy", 1))
    told = notice(started(paper(2, sections=sections, locked=True)), GoTo(1))
    assert "\x1b" not in told
    assert "\n" not in told


def test_after_the_end_one_is_told_of_it_not_of_an_error() -> None:
    ended = moved(started(FREE), Submit())
    assert notice(ended, Command.NEXT) == "The paper was submitted; nothing can be changed."
    assert notice(new_attempt(FREE), GoTo(1)) == "The paper has not been started."


# Next unanswered, next marked


def test_the_next_unanswered_question_is_looked_for_onward_and_round() -> None:
    attempt = moved(started(FREE), Select(0, "a"), Visit(2), Select(2, "a"))
    assert move(attempt, Command.NEXT_UNANSWERED) == Visit(3)
    last = moved(attempt, Visit(3))
    assert move(last, Command.NEXT_UNANSWERED) == Visit(1)


def test_when_all_are_answered_that_is_said() -> None:
    attempt = moved(started(paper(2)), Select(0, "a"), Visit(1))
    assert notice(attempt, Command.NEXT_UNANSWERED) == "Every other question is answered."
    attempt = moved(attempt, Select(1, "b"))
    assert notice(attempt, Command.NEXT_UNANSWERED) == "Every question is answered."


def test_the_next_marked_question() -> None:
    attempt = moved(started(FREE), Mark(0, on=True))
    assert notice(attempt, Command.NEXT_MARKED) == "No other question is marked for review."
    assert move(moved(attempt, Visit(3)), Command.NEXT_MARKED) == Visit(0)
    assert notice(started(FREE), Command.NEXT_MARKED) == "No question is marked for review."


def test_locked_sections_are_searched_one_by_one() -> None:
    attempt = moved(started(LOCKED), Select(0, "a"), Visit(1), Select(1, "a"))
    assert notice(attempt, Command.NEXT_UNANSWERED) == (
        "Every question in this section is answered."
    )
    assert notice(attempt, Command.NEXT_MARKED) == (
        "No question in this section is marked for review."
    )
    second = moved(started(LOCKED), Mark(0, on=True), EndSection(0))
    assert notice(second, Command.NEXT_MARKED) == (
        "No question in this section is marked for review."
    )


# Sections


def test_the_next_section_opens_at_its_first_question_and_round() -> None:
    attempt = moved(started(FREE), Visit(1))
    assert move(attempt, Command.NEXT_SECTION) == Visit(2)
    assert move(moved(attempt, Visit(3)), Command.NEXT_SECTION) == Visit(0)


def test_where_there_is_no_other_section_to_go_to() -> None:
    assert notice(started(paper()), Command.NEXT_SECTION) == "This paper has no sections."
    assert notice(started(LOCKED), Command.NEXT_SECTION) == (
        "The sections are taken one after the other: f finishes this one."
    )


def test_finishing_ends_the_open_section_or_submits_the_paper() -> None:
    attempt = started(LOCKED)
    assert finishing(attempt) == EndSection(0)
    assert finishing(moved(attempt, EndSection(0))) == Submit()
    assert finishing(started(FREE)) == Submit()


# The rest


def test_only_a_paper_with_a_pause_is_paused() -> None:
    pausable = paper(timing=Timing(paper_ms=30 * MINUTE, pause=True))
    assert move(started(pausable), Command.PAUSE) == Pause()
    assert notice(started(paper()), Command.PAUSE) == "This paper has no pause."


def test_what_is_unclear_is_answered_in_a_sentence() -> None:
    assert notice(started(paper()), Unclear("this question has options a to d")) == (
        "This question has options a to d."
    )


@pytest.mark.parametrize(
    "asked",
    [
        Command.PALETTE,
        Command.QUESTIONS,
        Command.TIME,
        Command.HELP,
        Command.FINISH,
        Command.SUBMIT,
        Command.STOP,
        Command.NOTHING,
    ],
)
def test_what_informs_or_must_be_confirmed_is_no_move(asked: Command) -> None:
    assert move(started(paper()), asked) is None


def test_practice_goes_on_with_the_first_question_that_is_open() -> None:
    attempt = moved(started(PRACTICE), Select(0, "a"))
    assert next_open(attempt) == 1
    for index in (1, 2):
        attempt = moved(attempt, Visit(index), Clear(index))
    assert next_open(attempt) is None


@pytest.mark.parametrize("asked", [Command.NEXT_UNANSWERED, Command.NEXT_MARKED])
def test_where_questions_are_taken_in_order_none_is_skipped_to(asked: Command) -> None:
    assert move(started(IN_ORDER), asked) == Notice(
        "Each question has its own clock: they are taken in order."
    )
