"""Going about a paper: next, previous, by number, by palette, by list, by section."""

import pytest

from quizgen.core.desk import DOUBLE_PRESS_MS
from quizgen.core.paper import Feedback
from quizgen.screen.look import Look
from tests.screen.hall import seated
from tests.screen.papers import each_timed, in_sections, like_real, plain, timed


@pytest.mark.parametrize("key", ["enter", "n", "N", "right"])
def test_the_next_question_opens(key: str) -> None:
    with seated(plain()) as seat:
        seat.press(key)
        assert (seat.number, seat.journal.kinds) == (2, ["start", "visit"])
        assert "What is q2?" in seat.shown


def test_a_second_press_of_the_enter_that_started_the_clock_passes_no_question() -> None:
    with seated(timed(), begun=False) as seat:
        seat.burst("enter", "enter")
        seat.wait(DOUBLE_PRESS_MS - 1)
        seat.press("enter")
        assert (seat.number, seat.journal.kinds) == (1, ["start"])
        seat.wait(1)
        seat.press("enter")
        assert seat.number == 2


def test_any_other_key_is_heard_at_once() -> None:
    with seated(timed(), begun=False) as seat:
        seat.burst("enter", "down", "enter", "n")
        assert (seat.number, seat.answers[0]) == (2, "a")


@pytest.mark.parametrize("key", ["p", "left"])
def test_the_previous_question_opens(key: str) -> None:
    with seated(plain()) as seat:
        seat.press("n", "n", key)
        assert seat.number == 2


def test_nothing_goes_round_and_from_the_last_question_next_asks_whether_to_submit() -> None:
    with seated(plain(2)) as seat:
        seat.press("p")
        assert (seat.number, seat.said) == (1, "This is the first question.")
        seat.press("n", "n")
        assert (seat.number, seat.page) == (2, "FinishPage")
        assert "Submit the paper?" in seat.shown
        seat.press("n")
        assert (seat.number, seat.page) == (2, "Exam")


@pytest.mark.parametrize("key", ["g", "G"])
def test_a_number_goes_to_its_question(key: str) -> None:
    with seated(plain(12)) as seat:
        seat.press(key, "1", "2")
        assert "Go to question: 12_" in seat.lines[-1]
        seat.press("enter")
        assert seat.number == 12
        assert "Go to question" not in seat.shown


@pytest.mark.parametrize("typed", [("0",), ("1", "3"), ("9", "9", "9", "9", "9", "9", "9")])
def test_a_number_without_a_question_says_which_there_are(typed: tuple[str, ...]) -> None:
    with seated(plain(12)) as seat:
        seat.press("g", *typed, "enter")
        assert (seat.number, seat.said) == (1, "There are questions 1 to 12.")


@pytest.mark.parametrize("other", ["escape", "a", "enter"])
def test_what_is_no_number_goes_nowhere_and_answers_nothing(other: str) -> None:
    with seated(plain(12)) as seat:
        seat.press("g", other)
        assert (seat.number, seat.entry.response) == (1, None)
        assert "Go to question" not in seat.shown


def test_a_digit_too_many_is_taken_back() -> None:
    with seated(plain(12)) as seat:
        seat.press("g", "1", "2", "backspace", "1", "enter")
        assert seat.number == 11
        seat.press("g", "2", "escape", "b")
        assert (seat.number, seat.entry.response) == (11, "b")


def test_digits_that_are_no_ascii_are_no_number() -> None:
    with seated(plain(12)) as seat:
        seat.press("g", "२", "enter")
        assert seat.number == 2  # Enter goes on, as ever: the number was given up


def test_the_next_unanswered_and_the_next_marked_question_are_found() -> None:
    with seated(plain(4)) as seat:
        seat.press("a", "n", "a", "n", "m", "n", "a")
        seat.press("u")
        assert seat.number == 3
        seat.press("u")
        assert (seat.number, seat.said) == (3, "Every other question is answered.")
        seat.press("p", "r")
        assert seat.number == 3
        seat.press("m", "r")
        assert seat.said == "No question is marked for review."


def test_the_palette_points_with_arrows_and_opens_with_enter() -> None:
    with seated(plain(25), size=(60, 20)) as seat:
        seat.press("l", "right", "right", "down", "enter")
        assert (seat.page, seat.number) == ("Exam", 13)
        seat.press("l", "end", "space")
        assert seat.number == 25
        seat.press("l", "home", "up", "left", "enter")
        assert seat.number == 1


@pytest.mark.parametrize("key", ["escape", "l", "L"])
def test_the_palette_is_closed_without_going_anywhere(key: str) -> None:
    with seated(plain(25)) as seat:
        seat.press("l", "down", "w")
        assert "Arrows choose a question" in seat.said
        seat.press(key)
        assert (seat.page, seat.number) == ("Exam", 1)


def test_every_question_of_a_long_paper_is_reached_in_the_palette_of_a_small_window() -> None:
    with seated(like_real(100), size=(60, 20)) as seat:
        seat.press("l", "pagedown", "pagedown", "end", "pageup", "pagedown", "enter")
        assert seat.number == 100
        seat.press("l", "end")
        assert "[100" in seat.shown


def test_the_palette_beside_the_question_is_clicked() -> None:
    with seated(plain(25)) as seat:
        seat.click("17")
        assert seat.number == 17
        assert "[17" in seat.shown


def test_the_palette_shows_status_by_shape_and_counts_in_its_legend() -> None:
    with seated(plain(5)) as seat:
        seat.press("a", "n", "a", "m", "n", "m", "n")
        shown = seat.shown
        assert "1■ 2◆ 3▲ [4□] 5·" in shown
        for words in ("■ answered 1", "□ not answered 1", "▲ for review 1", "· not visited 1"):
            assert words in shown


def test_what_is_locked_has_a_shape_and_a_number_of_its_own() -> None:
    with seated(in_sections(locked=True), look=Look(ascii=True)) as seat:
        for words in ("[1o] 2. 3.", "4- 5-", ". not visited 2", "- locked 4"):
            assert words in seat.shown
        seat.press("a", "f", "y", "l")
        for words in ("1# 2- 3-", "[4o] 5.", "6- 7-", "- locked 4"):
            assert words in seat.shown
    with seated(in_sections()) as seat:
        assert "locked" not in seat.shown


def test_the_list_shows_the_words_of_every_question_and_opens_one() -> None:
    with seated(plain(30), size=(60, 20)) as seat:
        seat.press("v")
        assert seat.page == "Choices"
        assert "What is q3?" in seat.shown
        seat.press("down", "down", "enter")
        assert (seat.page, seat.number) == ("Exam", 3)
        seat.press("v", "end", "enter")
        assert seat.number == 30
        seat.press("v", "v")
        assert (seat.page, seat.number) == ("Exam", 30)


def test_a_line_of_the_list_is_clicked() -> None:
    with seated(plain(5)) as seat:
        seat.press("v")
        seat.click("What is q4?")
        assert (seat.page, seat.number) == ("Exam", 4)


def test_sections_stand_in_a_bar_that_is_clicked() -> None:
    with seated(in_sections()) as seat:
        assert "[SCO membership 0/3] treaty dates 0/2 Summits 0/2" in seat.shown
        seat.click("Summits")
        assert seat.number == 6
        seat.press("b")
        assert "[Summits 1/2]" in seat.shown


def test_tab_opens_the_next_section_and_after_the_last_the_first() -> None:
    with seated(in_sections()) as seat:
        found = []
        for _ in range(3):
            seat.press("tab")
            found.append(seat.number)
        assert found == [4, 6, 1]


def test_locked_sections_are_shown_locked_and_not_opened() -> None:
    with seated(in_sections(locked=True)) as seat:
        assert "[SCO membership 0/3] treaty dates 0/2 locked Summits 0/2 locked" in seat.shown
        seat.click("Summits")
        assert seat.number == 1
        assert seat.said == "Question 6 is in section Summits, which is not open."
        seat.press("g", "4", "enter")
        assert (seat.number, "not open" in seat.said) == (1, True)
        seat.press("tab")
        assert (seat.number, "one after the other" in seat.said) == (1, True)
        seat.press("n", "n", "n")
        assert (seat.number, seat.page) == (3, "FinishPage")


@pytest.mark.parametrize("page", ["l", "v"])
def test_a_page_over_the_exam_opens_no_locked_section_either(page: str) -> None:
    with seated(in_sections(locked=True)) as seat:
        seat.press(page, "end", "enter")
        assert seat.page != "Exam"
        assert "not open" in seat.said
        seat.press("home", "enter")
        assert (seat.page, seat.number) == ("Exam", 1)


def test_a_section_is_finished_after_asking_and_stays_closed() -> None:
    with seated(in_sections(locked=True)) as seat:
        seat.press("a", "f")
        assert "Finish" in seat.shown
        seat.press("enter")
        assert (seat.page, seat.number) == ("Exam", 1)
        seat.press("f", "y")
        assert (seat.page, seat.number) == ("Exam", 4)
        assert seat.journal.kinds[-1] == "end-section"
        assert "SCO membership 1/3 closed [treaty dates 0/2]" in seat.shown
        seat.press("g", "1", "enter")
        assert seat.number == 4


def test_the_summary_of_a_section_counts_that_section_alone() -> None:
    with seated(in_sections(locked=True)) as seat:
        seat.press("a", "f")
        assert "Not visited 2" in seat.shown


def test_the_last_section_hands_the_paper_in() -> None:
    with seated(in_sections(locked=True)) as seat:
        seat.press("f", "y", "f", "y", "f")
        assert "Submit the paper?" in seat.shown
        assert "Not visited 1 question 7" in seat.shown
        assert "Closed without an answer 5 (no longer to be answered)" in seat.shown
        seat.press("y")
        assert (seat.page, seat.journal.kinds[-1]) == ("ResultPage", "submit")


@pytest.mark.parametrize("keys", [("enter",), ("space",), ("n",), ("N",), ("escape",), ("f",)])
def test_handing_in_asks_and_no_is_the_default(keys: tuple[str, ...]) -> None:
    with seated(timed()) as seat:
        seat.press("f")
        assert "Submit the paper?" in seat.shown
        seat.press(*keys)
        assert (seat.page, "submit" in seat.journal.kinds) == ("Exam", False)


@pytest.mark.parametrize("keys", [("y",), ("Y",), ("up", "enter"), ("left", "space")])
def test_handing_in_is_meant(keys: tuple[str, ...]) -> None:
    with seated(timed()) as seat:
        seat.press("f", *keys)
        assert (seat.page, seat.journal.kinds[-1]) == ("ResultPage", "submit")
        assert seat.said == "Submitted."


def test_handing_in_is_clicked() -> None:
    with seated(timed()) as seat:
        seat.press("f")
        seat.click("back to question 1")
        assert seat.page == "Exam"
        seat.press("f", "a")
        assert seat.page == "FinishPage"
        seat.click("submit", 1)
        assert seat.page == "ResultPage"


def test_keys_in_the_last_line_are_clicked() -> None:
    with seated(plain()) as seat:
        seat.click("next")
        assert seat.number == 2
        seat.click("back")
        assert seat.number == 1
        seat.click("keys")
        assert seat.page == "HelpPage"
        seat.click("back", -1)
        assert seat.page == "Exam"


def test_help_has_every_key_of_the_paper_and_no_other() -> None:
    with seated(plain(), size=(60, 20)) as seat:
        seat.press("?")
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        for key in ("previous question", "how sure you are", "PgUp, PgDn", "Ctrl-T", "can be"):
            assert key in words
        assert "pause" not in words
        seat.press("w")
        assert seat.said == "Esc goes back to the question."
        seat.press("?")
        assert seat.page == "Exam"


def test_a_paper_in_order_names_no_way_back() -> None:
    with seated(each_timed()) as seat:
        assert "go to" not in seat.lines[-1]
        seat.press("n", "g", "1", "enter")
        assert seat.said == "Each question has its own clock: they are taken in order."
        seat.press("p", "r")
        assert (seat.number, seat.answers) == (2, [None, None, None])
        seat.press("?")
        assert "previous question" not in " ".join(seat.all_by_scrolling())


def test_time_is_told_for_every_clock_there_is() -> None:
    with seated(in_sections(locked=True, limit_ms=600_000)) as seat:
        seat.press("t")
        assert "for this section" in seat.said
    with seated(each_timed(feedback=Feedback.AFTER)) as seat:
        seat.press("t")
        assert "19 s left for this question" in seat.said


def test_the_next_unanswered_question_is_a_key_away_when_handing_in() -> None:
    with seated(plain(3)) as seat:
        seat.press("a", "f", "u")
        assert (seat.page, seat.number) == ("Exam", 2)
        seat.press("a", "n", "a", "f", "u")
        assert (seat.page, seat.said) == ("FinishPage", "Every question is answered.")
        seat.press("w")
        assert seat.said == "Esc goes back to the question."


def test_a_key_without_a_meaning_says_so() -> None:
    with seated(plain()) as seat:
        seat.press("f5")
        assert "? shows the keys" in seat.said
        seat.press("7")
        assert "g goes to a question" in seat.said
        assert seat.answers == [None, None, None]
