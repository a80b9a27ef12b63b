"""The result on the screen: the score, then the questions that are wanted."""

from collections.abc import Iterator

import pytest

from quizgen.core.end import End
from tests.screen.hall import SIZES, Seat, seated
from tests.screen.papers import timed
from tests.show.exam import ANSWERS, PAPER, events, regraded
from tests.show.exhibits import attempt

SURE_BUT_WRONG = ("2", "9")
WRONG = ("2", "5", "6", "9", "11")


@pytest.fixture
def seat() -> Iterator[Seat]:
    """A candidate before the result of a mock of twelve questions."""
    with seated(PAPER, attempt=attempt(PAPER, *events()), answers=ANSWERS) as taken:
        yield taken


def gone_through(seat: Seat) -> list[str]:
    """Return the numbers of the questions that Enter goes through, to the last."""
    found = []
    for _ in range(20):
        found.append(next(line.split()[1] for line in seat.lines[1:] if "Question " in line))
        seat.press("enter")
        if seat.said:
            break
    return found


def test_the_score_comes_first_then_what_it_teaches(seat: Seat) -> None:
    words = " ".join(" ".join(seat.all_by_scrolling()).split())
    assert words.startswith("Score")
    for part in ("5 right, 5 wrong, 2 unanswered", "Sure but wrong", "Certainty", "treaty dates"):
        assert part in words


@pytest.mark.parametrize("size", SIZES)
def test_every_line_of_the_result_is_reached_in_every_window(size: tuple[int, int]) -> None:
    done = attempt(PAPER, *events())
    with seated(PAPER, attempt=done, answers=ANSWERS, size=size) as seat:
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        for part in ("Score 6.67 of 24", "Sure but wrong", "Second", "slowest topic", "hard"):
            assert part in words
        assert all(len(line) <= size[0] for line in seat.lines)


def test_enter_goes_through_every_question_with_its_reasons(seat: Seat) -> None:
    seat.press("enter")
    assert seat.page == "ReviewPage"
    words = seat.shown
    assert "all: 1 of 12" in words
    for part in ("What is 1?", "Right (+2)", "A book, 2001", "You were sure."):
        assert part in words
    assert gone_through(seat) == [str(number) for number in range(1, 13)]
    assert seat.said.startswith("This is the last of them")


@pytest.mark.parametrize(("key", "numbers"), [("w", WRONG), ("c", SURE_BUT_WRONG)])
def test_the_wrong_and_the_sure_but_wrong_are_a_key_away(
    seat: Seat, key: str, numbers: tuple[str, ...]
) -> None:
    seat.press(key)
    assert tuple(gone_through(seat)) == numbers


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("Wrong", WRONG),
        ("Unanswered", ("7", "10")),
        ("Marked for review", ("12",)),
        ("Guessed", ("5", "11")),
        ("Sure but wrong", SURE_BUT_WRONG),
        ("Answer changed", ("3", "5", "6", "10")),
        ("All, treaty dates", ("2", "4", "6", "8", "10", "12")),
        ("Wrong, SCO membership", ("5", "9", "11")),
    ],
)
def test_questions_are_filtered(seat: Seat, wanted: str, numbers: tuple[str, ...]) -> None:
    seat.press("enter", "f")
    seat.click(f"{len(numbers)}  {wanted}")
    assert seat.page == "ReviewPage"
    assert tuple(gone_through(seat)) == numbers


def test_a_filter_is_chosen_by_keys(seat: Seat) -> None:
    seat.press("enter", "f", "down", "enter")
    assert "wrong: 1 of 5" in seat.shown
    seat.press("f")
    assert "> 5 Wrong" in seat.shown
    seat.press("escape")
    assert "wrong: 1 of 5" in seat.shown


def test_review_has_the_keys_of_the_exam(seat: Seat) -> None:
    seat.press("enter", "n", "right", "p")
    assert "all: 2 of 12" in seat.shown
    seat.press("left", "p")
    assert seat.said.startswith("This is the first of them")
    seat.press("g", "1", "2", "enter")
    assert "all: 12 of 12" in seat.shown
    seat.press("g", "1", "3", "enter")
    assert seat.said == "There is no question 13 in this result."
    seat.press("g", "0", "enter")
    assert seat.said == "There is no question 0 in this result."
    seat.press("g", "1", "escape")
    assert "all: 12 of 12" in seat.shown
    seat.press("w")
    assert seat.said.startswith("Enter next")


def test_a_number_that_is_filtered_out_is_found_among_all(seat: Seat) -> None:
    seat.press("w", "g", "3", "enter")
    assert "all: 3 of 12" in seat.shown


def test_the_list_of_a_result_opens_a_question(seat: Seat) -> None:
    seat.press("w", "l")
    words = seat.shown
    assert "2 - wrong" in words
    assert "right" not in words
    seat.press("end", "enter")
    assert "wrong: 5 of 5" in seat.shown
    seat.press("l")
    seat.click("What is 5?")
    assert "wrong: 2 of 5" in seat.shown


def test_the_way_back_leads_to_the_score(seat: Seat) -> None:
    seat.press("enter", "q")
    assert seat.page == "ResultPage"
    seat.click("every question")
    assert seat.page == "ReviewPage"
    seat.click("score")
    assert seat.page == "ResultPage"


def test_the_last_line_of_a_review_is_clicked(seat: Seat) -> None:
    seat.press("enter")
    seat.click("next", -1)
    assert "all: 2 of 12" in seat.shown
    seat.click("filter", -1)
    assert seat.page == "Choices"
    seat.click("back", -1)
    seat.click("go to", -1)
    assert "Go to question:" in seat.lines[-1]


def test_where_nothing_was_wrong_the_result_says_so() -> None:
    with seated(timed(2)) as seat:
        seat.press("a", "n", "a", "f", "y", "w")
        assert "No answer was wrong." in seat.shown
        seat.press("n", "p", "f", "escape", "l")
        assert seat.page == "Choices"
        assert "What is q2?" in seat.shown


def test_a_filter_without_questions_is_dim_and_says_that_there_are_none() -> None:
    with seated(timed(2)) as seat:
        seat.press("a", "f", "y", "enter", "f")
        assert "0 Wrong" in seat.shown
        seat.click("Wrong")
        assert "No answer was wrong." in seat.shown


def test_a_paper_handed_in_without_an_answer_has_a_result() -> None:
    with seated(timed(2)) as seat:
        seat.press("f", "y")
        assert "0 right, 0 wrong, 2 unanswered" in seat.shown
        seat.press("enter", "n")
        assert "all: 2 of 2" in seat.shown


@pytest.mark.parametrize("key", ["q", "escape"])
def test_leaving_ends_the_application_as_finished(seat: Seat, key: str) -> None:
    seat.press("w", "escape", "x")
    assert seat.said.startswith("Enter shows")
    seat.press(key)
    assert seat.app.return_value is End.FINISHED


def test_the_last_line_of_the_score_is_clicked(seat: Seat) -> None:
    seat.click("reads on", -1)
    assert seat.canvas.scroll_offset.y > 0
    seat.press("c", "q")
    seat.click("leave", -1)
    assert seat.app.return_value is End.FINISHED


def test_keys_that_follow_the_one_that_leaves_are_not_heard(seat: Seat) -> None:
    seat.burst("q", "enter", "n", "f", "w")
    assert (seat.app.return_value, seat.page) == (End.FINISHED, "ResultPage")


def test_a_regraded_result_says_so_and_so_does_each_question_that_was() -> None:
    found = regraded()
    answers = [row.answer for row in found.rows]
    with seated(PAPER, attempt=found.attempt, answers=answers, regraded=found.regraded) as seat:
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        assert "Score 8 of 24" in words
        assert "Regraded on 22 November 2026: 6.67 of 24 before." in words
        seat.press("enter")
        assert "Regraded" not in seat.shown
        seat.press("enter")
        assert "Right (+2)" in seat.shown
        assert "Regraded. At first the key was (a): wrong (-0.67)." in seat.shown
