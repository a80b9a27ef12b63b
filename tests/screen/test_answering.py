"""Answering on the screen: what is chosen is saved, and seen, at once."""

import pytest

from quizgen.core.events import Level
from quizgen.core.item import DECLINED
from quizgen.core.palette import Status, status
from quizgen.core.state import Phase
from tests.screen.hall import seated
from tests.screen.papers import declining, plain, timed


def test_the_clock_starts_only_when_the_candidate_consents() -> None:
    with seated(timed(), begun=False) as seat:
        seat.wait(60_000)
        seat.press("a", "1", "down", "?", "space")
        assert (seat.page, seat.journal.lines) == ("Instructions", [])
        seat.press("enter")
        assert (seat.page, seat.journal.kinds) == ("Exam", ["start"])
        assert "30:00" in seat.lines[0]
        assert seat.attempt.open_entry.response is None


def test_leaving_the_instructions_starts_nothing() -> None:
    with seated(timed(), begun=False) as seat:
        seat.press("q")
        assert seat.journal.lines == []
        assert seat.attempt.phase is Phase.READY


@pytest.mark.parametrize("keys", [("b",), ("B",), ("2",), ("down", "down", "enter")])
def test_an_answer_is_given_by_letter_number_or_arrows(keys: tuple[str, ...]) -> None:
    with seated(plain()) as seat:
        seat.press(*keys)
        assert seat.entry.response == "b"
        assert seat.journal.records[-1] | {"question": 0, "option": "b"} == seat.journal.records[-1]
        assert seat.journal.forced[-1]
        assert seat.said == "Saved for question 1: (b) Option b of q1."


def test_space_chooses_where_the_arrow_points() -> None:
    with seated(plain()) as seat:
        seat.press("up", "space")
        assert seat.entry.response == "d"


def test_an_answer_is_given_by_clicking_anywhere_on_its_line() -> None:
    with seated(plain()) as seat:
        seat.click("(c)")
        assert seat.entry.response == "c"
        seat.click("Option a of q1")
        assert seat.entry.response == "a"


def test_what_is_chosen_is_told_by_shape_and_not_by_colour_alone() -> None:
    with seated(plain()) as seat:
        seat.press("c")
        assert "● (c) Option c of q1" in seat.shown
        assert "○ (b) Option b of q1" in seat.shown
        assert seat.style_of("Option c of q1").bold
        assert not seat.style_of("Option b of q1").bold


def test_another_option_takes_the_place_of_the_first() -> None:
    with seated(plain()) as seat:
        seat.press("a", "d")
        assert seat.entry.response == "d"
        assert "● (a)" not in seat.shown


@pytest.mark.parametrize("again", [("b",), ("2",), ("down", "enter"), ("down", "space")])
def test_the_option_that_is_chosen_is_taken_back_by_choosing_it_again(
    again: tuple[str, ...],
) -> None:
    with seated(plain()) as seat:
        seat.press("b", *again)
        if again[0] == "down":  # which pointed at the one below
            assert seat.entry.response == "c"
            return
        assert seat.entry.response is None
        assert seat.said == "Question 1 has no answer now: (b) is taken back."
        assert seat.journal.kinds[-1] == "clear"


def test_a_second_click_takes_the_answer_back() -> None:
    with seated(plain()) as seat:
        seat.click("(b)")
        seat.click("(b)")
        assert seat.entry.response is None


def test_x_takes_the_answer_away() -> None:
    with seated(plain()) as seat:
        seat.press("b", "x")
        assert seat.entry.response is None
        assert "Question 1 has no answer now" in seat.said


def test_a_letter_beyond_the_options_answers_nothing_and_says_which_there_are() -> None:
    with seated(plain()) as seat:
        seat.press("e")
        assert (seat.entry.response, seat.said) == (
            None,
            "This question has options a to d.",
        )
        seat.press("7")
        assert seat.entry.response is None
        seat.press("w")
        assert "not a key here" in seat.said


def test_a_mark_is_set_and_taken_away_and_an_answer_that_is_marked_counts() -> None:
    with seated(plain()) as seat:
        seat.press("a", "m")
        assert status(seat.entry) is Status.ANSWERED_AND_MARKED
        assert "marked for review" in seat.shown
        seat.press("m")
        assert status(seat.entry) is Status.ANSWERED
        assert seat.said == "Question 1 is no longer marked for review."


def test_certainty_is_asked_only_of_an_answer_and_goes_round() -> None:
    with seated(plain()) as seat:
        seat.press("h")
        assert seat.said == "Answer first; then say how sure you are."
        assert "How sure?" not in seat.shown
        seat.press("a")
        assert "How sure?" in seat.shown
        said = []
        for _ in range(4):
            seat.press("h")
            said.append(seat.entry.certainty)
        assert said == [*Level, None]


@pytest.mark.parametrize("level", Level)
def test_certainty_is_said_with_the_mouse(level: Level) -> None:
    with seated(plain()) as seat:
        seat.press("a")
        seat.click(f"○ {level}")
        assert seat.entry.certainty is level
        assert f"● {level}" in seat.shown


def test_a_fifth_option_declines_the_question() -> None:
    with seated(declining()) as seat:
        assert "(e) Question not attempted" in seat.shown
        seat.press("e")
        assert seat.entry.response == DECLINED
        seat.press("n", "5")
        assert seat.entry.response == DECLINED
        seat.press("n", "up", "enter")
        assert seat.entry.response == DECLINED


def test_esc_takes_the_pointer_away_so_that_enter_goes_on() -> None:
    with seated(plain()) as seat:
        seat.press("down", "escape", "enter")
        assert (seat.number, seat.answers) == (2, [None, None, None])


def test_the_pointer_stays_behind_when_another_question_opens() -> None:
    with seated(plain()) as seat:
        seat.press("down", "down", "n", "enter")
        assert (seat.number, seat.answers) == (3, [None, None, None])
