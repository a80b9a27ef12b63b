"""Practice on the screen: a verdict and its reasons after each answer."""

import pytest

from quizgen.core.end import End
from quizgen.core.paper import Feedback
from tests.core.samples import SECOND
from tests.screen.hall import SIZES, seated
from tests.screen.papers import ANSWERS, each_timed, like_real, practice


def test_each_answer_is_judged_and_explained_at_once() -> None:
    with seated(like_real(3, feedback=Feedback.IMMEDIATE), answers=ANSWERS[:3]) as seat:
        seat.press("b")
        words = seat.shown
        assert "(b) II only your answer" in words
        assert "(a) I only right" in words
        assert "Wrong (-0.67)" in words
        assert "Signed on 2 July 1972." in " ".join(seat.all_by_scrolling())
        assert "Enter next question" in seat.lines[-1]


def test_an_answer_is_final_and_late_keys_count_for_nothing() -> None:
    with seated(practice()) as seat:
        seat.press("b", "a", "x", "m", "h", "n", "s", "1", "down", "space")
        assert seat.answers == ["b", None, None]
        assert seat.number == 1
        assert "closed" in seat.said


@pytest.mark.parametrize("key", ["enter", "right"])
def test_enter_opens_the_next_question(key: str) -> None:
    with seated(practice()) as seat:
        seat.press("enter")
        assert seat.number == 1
        seat.press("a", key)
        assert (seat.number, "What is q2?" in seat.shown) == (2, True)


def test_a_question_is_skipped_and_its_answer_shown() -> None:
    with seated(practice()) as seat:
        seat.press("s")
        assert seat.entry.locked
        assert "Skipped" in seat.shown
        assert "(a) Option a of q1 right" in seat.shown


def test_how_sure_is_said_before_choosing() -> None:
    with seated(practice()) as seat:
        seat.press("h")
        assert "● sure" in seat.shown
        seat.click("○ guess")
        seat.press("a")
        assert seat.journal.records[-2]["level"] == "guess"


def test_the_last_question_leads_to_the_score() -> None:
    with seated(practice(2)) as seat:
        seat.press("a", "enter", "b")
        assert "Enter the score" in seat.lines[-1]
        seat.press("enter")
        assert seat.page == "ResultPage"
        assert "1 right, 1 wrong" in seat.shown
        assert seat.journal.kinds == ["start", "select", "visit", "select", "submit"]


def test_stopping_sums_up_what_was_answered() -> None:
    with seated(practice(5)) as seat:
        seat.press("a", "q")
        assert seat.page == "ResultPage"
        assert "1 right, 0 wrong, 0 unanswered" in seat.shown


def test_stopping_before_the_first_answer_leaves() -> None:
    with seated(practice()) as seat:
        seat.press("q")
        assert seat.app.return_value in {End.STOPPED, End.FINISHED}


def test_ctrl_c_hands_in_and_leaves() -> None:
    with seated(practice()) as seat:
        seat.press("a", "ctrl+c")
        assert seat.app.return_value is End.INTERRUPTED
        assert seat.journal.kinds[-1] == "submit"


def test_the_first_clock_starts_when_the_candidate_says_so() -> None:
    with seated(each_timed(feedback=Feedback.IMMEDIATE), begun=False) as seat:
        assert (seat.page, "What is q1?" in seat.shown) == ("FirstClock", False)
        assert "Each question has 19 seconds." in seat.shown
        assert "Enter start with the first question" in seat.lines[-1]
        seat.wait(60 * SECOND)
        seat.press("a")
        assert seat.said == "The first question is not open yet: Enter starts, q leaves."
        seat.press("enter")
        assert (seat.page, "0:19" in seat.lines[0]) == ("Practice", True)
        assert seat.journal.kinds == ["start"]


def test_who_does_not_start_a_practice_with_clocks_leaves_nothing() -> None:
    with seated(each_timed(feedback=Feedback.IMMEDIATE), begun=False) as seat:
        seat.press("q")
        assert (seat.app.return_value, seat.journal.kinds) == (End.STOPPED, [])


def test_a_questions_clock_closes_it_without_an_answer() -> None:
    with seated(each_timed(feedback=Feedback.IMMEDIATE)) as seat:
        seat.wait(19 * SECOND)
        assert (seat.number, seat.entry.locked) == (1, True)
        assert "Time is up" in seat.shown
        assert "Option a of q1 right" in seat.shown
        assert "next question and its clock" in seat.lines[-1]
        seat.wait(60 * SECOND)
        assert seat.number == 1
        seat.press("enter")
        assert "0:19" in seat.lines[0]


def test_an_answer_after_its_clock_is_refused() -> None:
    with seated(each_timed(feedback=Feedback.IMMEDIATE)) as seat:
        seat.clock.run(19 * SECOND)
        seat.press("a")
        assert seat.answers == [None, None, None]
        assert "closed" in seat.said


@pytest.mark.parametrize("size", SIZES)
def test_verdict_and_reasons_are_reached_in_every_window(size: tuple[int, int]) -> None:
    paper = like_real(3, feedback=Feedback.IMMEDIATE)
    with seated(paper, answers=ANSWERS[:3], size=size) as seat:
        seat.press("b")
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        assert "Wrong (-0.67)" in words
        assert "Lahore, two Prime Ministers." in words
        seat.press("up", "down", "pageup")
        assert seat.number == 1


def test_help_has_the_keys_of_practice_alone() -> None:
    with seated(practice()) as seat:
        seat.press("?")
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        assert "skip this question" in words
        assert "palette: every question" not in words
        assert "previous question" not in words
        assert "takes it back" not in words
        assert "to go on later" not in words


def test_a_key_of_a_mock_is_told_to_be_one() -> None:
    with seated(practice()) as seat:
        seat.press("l")
        assert "is a key of a mock" in seat.said
        assert seat.page == "Practice"
