"""Clocks on the screen: what they warn of, what they close, and a disk that is full."""

from dataclasses import replace

import pytest

from quizgen.core.paper import Paper, Timing
from quizgen.core.state import Ending, Phase
from quizgen.screen.look import COLOURS, Look, Shade
from tests.core.samples import HOUR, MINUTE, SECOND
from tests.screen.hall import Seat, seated
from tests.screen.papers import each_timed, in_sections, plain, practice, timed, with_pause

RED, YELLOW = COLOURS[Shade.DARK].named[0], COLOURS[Shade.DARK].named[2]


def test_the_clock_counts_down_with_the_time() -> None:
    with seated(timed(ms=2 * HOUR)) as seat:
        assert seat.lines[0].rstrip().endswith(" 2:00:00")
        seat.wait(1)
        assert seat.lines[0].rstrip().endswith(" 2:00:00")
        seat.wait(SECOND)
        assert seat.lines[0].rstrip().endswith(" 1:59:59")
        seat.wait(HOUR)
        assert seat.lines[0].rstrip().endswith(" 59:59")


def test_a_paper_without_a_clock_shows_none() -> None:
    with seated(plain()) as seat:
        assert ":" not in seat.lines[0]
        seat.press("t")
        assert seat.said == "This paper has no clock."


@pytest.mark.parametrize(
    ("left_ms", "words"), [(10 * MINUTE, "10 minutes left."), (MINUTE, "1 minute left.")]
)
def test_a_warning_is_given_in_words_once(left_ms: int, words: str) -> None:
    with seated(timed(ms=HOUR)) as seat:
        seat.wait(HOUR - left_ms - 1)
        assert words not in seat.shown
        seat.wait(1)
        assert seat.said == words
        seat.press("a")
        seat.wait(5 * SECOND)
        assert words not in seat.shown


def test_the_clock_turns_amber_at_ten_minutes_and_red_at_one() -> None:
    with seated(timed(ms=HOUR)) as seat:
        assert seat.style_of("1:00:00").bold
        seat.wait(50 * MINUTE)
        assert YELLOW in str(seat.style_of("10:00"))
        seat.wait(9 * MINUTE)
        assert RED in str(seat.style_of("1:00"))


def test_a_warning_reaches_the_candidate_wherever_he_is() -> None:
    with seated(timed(ms=HOUR)) as seat:
        seat.press("l")
        seat.wait(50 * MINUTE)
        assert (seat.page, seat.said) == ("PalettePage", "10 minutes left.")


def test_at_zero_the_paper_submits_itself_and_says_so() -> None:
    with seated(timed(ms=MINUTE)) as seat:
        seat.press("a")
        seat.wait(MINUTE)
        assert (seat.page, seat.attempt.ending) == ("ResultPage", Ending.TIME)
        assert seat.said == "Time is up: the paper was submitted with every answer that was saved."
        assert "1 right" in seat.shown


@pytest.mark.parametrize("key", ["l", "v", "?", "f"])
def test_at_zero_the_result_comes_from_any_page(key: str) -> None:
    with seated(timed(ms=MINUTE)) as seat:
        seat.press(key)
        seat.wait(MINUTE)
        assert seat.page == "ResultPage"
        assert seat.said.startswith("Time is up")
        seat.press("enter")
        seat.press("q")
        assert seat.page == "ResultPage"


def test_an_answer_after_zero_does_not_count_though_nothing_was_drawn_yet() -> None:
    with seated(timed(ms=MINUTE)) as seat:
        seat.clock.run(MINUTE)
        seat.press("a")
        assert seat.attempt.phase is Phase.SUBMITTED
        assert seat.answers == [None, None, None]
        assert seat.page == "ResultPage"
        assert "Time is up" in seat.said


def test_a_questions_own_clock_closes_it_and_the_next_opens() -> None:
    with seated(each_timed()) as seat:
        assert seat.lines[0].rstrip().endswith(" 0:19")
        seat.wait(19 * SECOND)
        assert (seat.number, seat.said) == (2, "Time is up for question 1.")
        assert "0:19" in seat.lines[0]
        seat.press("b", "n")
        seat.wait(19 * SECOND)
        assert seat.answers == [None, "b", None]
        assert seat.page == "ResultPage" or "Time is up for question 3" in seat.said


def test_a_questions_own_clock_is_a_bar_that_shortens() -> None:
    with seated(each_timed()) as seat:
        full = "".join(seat.lines).count("█")
        seat.wait(10 * SECOND)
        assert 0 < "".join(seat.lines).count("█") < full


def test_a_sections_own_clock_closes_it_and_the_next_opens() -> None:
    with seated(in_sections(locked=True, limit_ms=20 * MINUTE)) as seat:
        assert "section 20:00" in seat.lines[0]
        seat.press("a")
        seat.wait(10 * MINUTE)
        assert seat.said == "10 minutes left for this section."
        seat.wait(10 * MINUTE)
        assert (seat.number, seat.said) == (4, "Time is up for section 1 (SCO membership).")
        seat.wait(40 * MINUTE)
        assert seat.page == "ResultPage"


def test_both_clocks_are_named_where_there_are_two() -> None:
    with seated(in_sections(locked=True, limit_ms=20 * MINUTE), size=(60, 20)) as seat:
        assert "paper 1:00:00" in seat.lines[0]
        assert "section 20:00" in seat.lines[0]


def test_a_pause_stops_the_clock_and_hides_the_question() -> None:
    with seated(with_pause()) as seat:
        seat.press("a", "z")
        assert seat.page == "Paused"
        assert "What is" not in seat.shown
        seat.wait(HOUR)
        assert "30:00" in seat.lines[0]
        seat.press("b", "w")
        assert (seat.answers[0], seat.said) == ("a", "Enter goes on.")
        seat.press("enter")
        assert (seat.page, seat.answers[0]) == ("Exam", "a")
        assert "30:00" in seat.lines[0]
        assert seat.journal.kinds == ["start", "select", "pause", "resume"]


@pytest.mark.parametrize("click", [False, True])
def test_a_pause_is_ended_by_its_own_key_or_by_the_mouse(click: bool) -> None:
    with seated(with_pause()) as seat:
        seat.press("z")
        if click:
            seat.click("go on")
        else:
            seat.press("z")
        assert seat.page == "Exam"


def test_a_paper_without_a_pause_says_so() -> None:
    with seated(timed()) as seat:
        seat.press("z")
        assert (seat.page, seat.said) == ("Exam", "This paper has no pause.")


def test_a_machine_that_slept_is_an_interruption_that_costs_no_time() -> None:
    with seated(timed()) as seat:
        seat.sleep_machine(HOUR)
        seat.wait(SECOND)
        assert seat.said.startswith("Interrupted for 1 h")
        assert "the clock stood still" in seat.said
        assert "29:59" in seat.lines[0]


def test_an_answer_that_cannot_be_saved_is_not_shown_and_can_be_given_again() -> None:
    with seated(timed()) as seat:
        seat.journal.full = True
        seat.press("b")
        assert seat.said.startswith("Not saved: No space left on device.")
        assert (seat.entry.response, "●" in seat.shown) == (None, False)
        seat.wait(MINUTE)
        seat.journal.full = False
        seat.press("b")
        assert seat.said == "Saved for question 1: (b) Option b of q1.  Saving works again."
        assert "● (b)" in seat.shown
        seat.wait(MINUTE)
        seat.press("x")
        assert "Saving works again." not in seat.said


def test_a_clock_that_cannot_be_saved_is_told_once() -> None:
    with seated(timed()) as seat:
        seat.journal.full = True
        seat.wait(5 * SECOND)
        assert seat.said.startswith("The time cannot be saved: No space left on device.")
        seat.press("escape")
        for _ in range(30):
            seat.wait(SECOND)
            assert seat.said == ""
        seat.journal.full = False
        seat.wait(40 * SECOND)
        assert seat.said == "Saving works again."
        seat.press("escape")
        seat.wait(40 * SECOND)
        assert seat.said == ""


def test_a_paper_whose_end_cannot_be_saved_ends_at_the_next_key_once_it_can() -> None:
    with seated(timed(ms=MINUTE)) as seat:
        seat.press("a")
        seat.journal.full = True
        seat.wait(2 * MINUTE)
        assert (seat.page, seat.attempt.phase) == ("Exam", Phase.RUNNING)
        assert seat.lines[0].rstrip().endswith(" 0:00")
        seat.press("b")
        assert seat.said.startswith("Not saved")
        seat.journal.full = False
        seat.press("b")
        assert (seat.page, seat.answers) == ("ResultPage", ["a", None, None])
        assert seat.attempt.submitted_ms == MINUTE


@pytest.mark.parametrize("paper", [timed(), practice()])
def test_a_full_disk_hands_nothing_in(paper: Paper) -> None:
    with seated(paper) as seat:
        seat.journal.full = True
        if seat.page == "Practice":
            seat.press("q")
        else:
            seat.press("f", "y")
        assert seat.said.startswith("Not saved")
        assert seat.attempt.phase is Phase.RUNNING


def test_a_paper_that_cannot_be_started_stays_at_its_instructions() -> None:
    with seated(timed(), begun=False) as seat:
        seat.journal.full = True
        seat.press("enter")
        assert (seat.page, seat.said.startswith("Not saved")) == ("Instructions", True)
        seat.journal.full = False
        seat.press("enter")
        assert seat.page == "Exam"


def test_the_bar_has_shapes_where_there_is_only_ascii() -> None:
    with seated(each_timed(), look=Look(ascii=True)) as seat:
        seat.wait(10 * SECOND)
        assert "##" in seat.lines[1]
        assert ".." in seat.lines[1]
        assert seat.shown.isascii()


@pytest.mark.parametrize("key", ["l", "v", "?", "f"])
def test_time_that_passes_while_a_page_opens_breaks_nothing(key: str) -> None:
    """A second ends while a page that was asked for is still being made, and is told all the same.

    Pages are made in a few hundredths of a second; a mock of two hours has many.
    """

    async def open_as_time_passes(seat: Seat) -> None:
        seat.app.page.press(key, key)
        seat.clock.run(50 * MINUTE)
        assert not seat.app.page.drawn
        seat.app.pass_time()

    with seated(timed(ms=HOUR)) as seat:
        seat.run(open_as_time_passes(seat))
        assert "10:00" in seat.lines[0]
        assert seat.said == "10 minutes left."


@pytest.mark.parametrize("key", ["l", "v", "?", "f"])
def test_a_question_that_closes_while_a_page_opens_breaks_nothing(key: str) -> None:
    async def open_as_time_passes(seat: Seat) -> None:
        seat.app.page.press(key, key)
        seat.clock.run(19 * SECOND)
        seat.app.pass_time()

    with seated(each_timed()) as seat:
        seat.run(open_as_time_passes(seat))
        assert seat.number == 2


def test_a_machine_that_slept_beyond_the_end_of_a_strict_paper_wakes_to_its_result() -> None:
    strict = replace(timed(), timing=Timing(paper_ms=30 * MINUTE, strict=True))
    with seated(strict) as seat:
        seat.press("a")
        seat.sleep_machine(HOUR)
        seat.wait(SECOND)
        assert (seat.page, seat.answers) == ("ResultPage", ["a", None, None])
        assert "Time is up" in seat.said
        assert "Interrupted once" in " ".join(seat.all_by_scrolling())


def test_an_interruption_that_a_strict_paper_survives_costs_its_time() -> None:
    strict = replace(timed(), timing=Timing(paper_ms=30 * MINUTE, strict=True))
    with seated(strict) as seat:
        seat.sleep_machine(5 * MINUTE)
        seat.wait(SECOND)
        assert seat.said.startswith("Interrupted for 5 min")
        assert "the clock ran on" in seat.said
        assert "24:59" in seat.lines[0]


def test_a_section_that_closes_while_it_is_asked_about_is_not_handed_in_twice() -> None:
    with seated(in_sections(locked=True, limit_ms=MINUTE)) as seat:
        seat.press("f")
        seat.wait(MINUTE)
        assert "Time is up for section 1" in seat.said
        seat.press("y")
        assert (seat.page, seat.attempt.section, seat.number) == ("Exam", 1, 4)
