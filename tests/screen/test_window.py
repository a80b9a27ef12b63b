"""Windows of every size: nothing is cut off or out of reach, and the place is kept."""

import pytest
from textual.events import Paste

from quizgen.core.palette import Status
from quizgen.screen.look import Look, Shade
from tests.screen.hall import SIZES, STANDARD, Seat, seated
from tests.screen.papers import LONG_STEM, asking, like_real, plain, timed

TOO_SMALL = [(59, 20), (60, 19), (20, 5), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_every_line_of_a_long_question_is_reached_and_nothing_is_cut_off(
    size: tuple[int, int],
) -> None:
    with seated(asking(LONG_STEM), size=size) as seat:
        text = " ".join(" ".join(seat.all_by_scrolling()).split())
        for word in LONG_STEM.split():
            assert word in text
        for letter in "abcd":
            assert f"({letter}) Option {letter}" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("letter", "abcd")
def test_every_option_of_a_long_question_is_chosen_and_then_seen(
    size: tuple[int, int], letter: str
) -> None:
    with seated(asking(LONG_STEM), size=size) as seat:
        seat.press(letter)
        assert seat.entry.response == letter
        assert f"● ({letter}) Option {letter}" in seat.shown


def test_the_pointer_brings_its_option_into_view_and_above_the_first_the_stem() -> None:
    with seated(asking(LONG_STEM), size=(60, 20)) as seat:
        seat.press("down")
        assert "> ○ (a)" in seat.shown
        seat.press("down", "down", "down")
        assert "> ○ (d)" in seat.shown
        seat.press("up", "up", "up")
        assert "> ○ (a)" in seat.shown
        for _ in range(60):
            seat.press("up")
        assert "With reference to the agreements" in seat.shown


def test_another_question_begins_at_its_top() -> None:
    with seated(asking(LONG_STEM, LONG_STEM), size=(60, 20)) as seat:
        seat.press("end", "n")
        assert "With reference to the agreements" in seat.shown


@pytest.mark.parametrize("size", SIZES)
def test_a_whole_paper_is_sat_by_keys_alone(size: tuple[int, int]) -> None:
    with seated(like_real(6), size=size, begun=False) as seat:
        seat.press("enter")
        for letter in "abcdab":
            seat.press(letter, "n")
        seat.press("y")
        assert seat.page == "ResultPage"
        assert seat.answers == list("abcdab")


@pytest.mark.parametrize("size", TOO_SMALL)
def test_a_window_too_small_says_so_and_waits(size: tuple[int, int]) -> None:
    with seated(timed()) as seat:
        seat.press("n")
        seat.resize(*size)
        seat.press("a", "n", "enter", "f", "y", "down", "space")
        assert (seat.number, seat.answers) == (2, [None, None, None])
        assert "What is q2?" not in seat.shown
        seat.resize(*STANDARD)
        assert (seat.page, "What is q2?" in seat.shown) == ("Exam", True)
        seat.press("a")
        assert seat.answers == [None, "a", None]


def test_a_window_too_small_says_what_is_needed() -> None:
    with seated(timed(), size=(59, 19)) as seat:
        shown = seat.shown
        assert "59 columns and 19 rows" in shown
        assert "needs 60 and 20" in shown
        assert "Every answer is saved" in shown


def test_a_window_too_small_starts_nothing() -> None:
    with seated(timed(), size=(50, 10), begun=False) as seat:
        seat.press("enter")
        assert seat.journal.lines == []
        seat.resize(60, 20)
        seat.press("enter")
        assert seat.journal.kinds == ["start"]


@pytest.mark.parametrize("size", [(60, 20), (120, 36), (200, 60)])
def test_another_size_keeps_page_question_and_answer(size: tuple[int, int]) -> None:
    with seated(like_real(25)) as seat:
        seat.press("n", "b", "l")
        seat.resize(*size)
        assert seat.page == "PalettePage"
        seat.press("escape")
        assert seat.number == 2
        assert "● (b) Only two pairs" in seat.shown


@pytest.mark.parametrize("width", [60, 120])
def test_another_width_keeps_the_place_in_a_long_text(width: int) -> None:
    with seated(asking(LONG_STEM), size=(80, 20)) as seat:
        seat.press("pagedown")
        top = seat.canvas.scroll_offset.y
        first = seat.lines[seat.canvas.region.y]
        assert top > 0
        seat.resize(width, 20)
        label = next(word for word in first.split() if word)
        now = seat.lines[seat.canvas.region.y]
        assert label in now or "Statement" in now


def test_lower_and_higher_windows_keep_the_line_at_the_top() -> None:
    with seated(asking(LONG_STEM), size=(60, 24)) as seat:
        seat.press("pagedown")
        top = seat.canvas.scroll_offset.y
        seat.resize(60, 20)
        assert seat.canvas.scroll_offset.y == top


def test_the_palette_folds_away_below_eighty_columns_and_comes_back() -> None:
    with seated(like_real(25), size=(79, 24)) as seat:
        assert "not visited" not in seat.shown
        seat.resize(80, 24)
        assert "not visited" in seat.shown
        seat.resize(60, 20)
        assert "not visited" not in seat.shown
        seat.press("l")
        assert "not visited" in seat.shown


@pytest.mark.parametrize("shade", Shade)
def test_ctrl_t_turns_from_dark_to_light_and_back(shade: Shade) -> None:
    with seated(timed(), look=Look(shade)) as seat:
        before = seat.app.theme
        seat.press("ctrl+t")
        assert seat.app.theme != before
        assert seat.app.current_theme.dark is (shade is Shade.LIGHT)
        seat.press("ctrl+t", "a")
        assert (seat.app.theme, seat.entry.response) == (before, "a")


@pytest.mark.parametrize("look", [Look(ascii=True), Look(own_colours=True, ascii=True)])
def test_nothing_but_ascii_is_drawn_where_there_is_nothing_else(look: Look) -> None:
    with seated(timed(), look=look, begun=False) as seat:
        for key in ("enter", "a", "m", "h", "l", "l", "v", "v", "?", "?", "f", "y", "enter"):
            seat.press(key)
            assert all(line.isascii() for line in seat.lines), key


@pytest.mark.parametrize("look", [Look(own_colours=True), Look()])
def test_every_status_has_a_shape_of_its_own(look: Look) -> None:
    shapes = [shape for shape, _ in look.shapes.values()]
    assert len(set(shapes)) == len(shapes) == len(Status) + 1  # and what is locked


def test_no_page_is_wider_than_the_window() -> None:
    with seated(plain(30), size=(60, 20), begun=False) as seat:
        for key in ("enter", "a", "h", "l", "escape", "v", "escape", "?", "escape", "f", "y"):
            seat.press(key)
            assert all(len(line) <= 60 for line in seat.lines)


def test_where_more_stands_below_is_told_and_clicked() -> None:
    with seated(asking(LONG_STEM), size=(60, 20)) as seat:
        assert "PgDn (a), (b), (c) and (d) below" in seat.shown
        while "below" in seat.shown:
            seat.click("PgDn", 0)
        assert "(d) Option d" in seat.shown


def test_what_was_pasted_is_not_taken() -> None:
    async def paste(seat: Seat) -> None:
        seat.app.page.post_message(Paste("abcd\nn"))
        await seat.pilot.pause()

    with seated(timed()) as seat:
        seat.run(paste(seat))
        assert (seat.number, seat.answers) == (1, [None, None, None])
        assert "pasted" in seat.said
