"""Whatever is pressed, in whatever window: nothing breaks, and every record can be gone on with."""

import string

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.core.paper import Feedback, Paper
from quizgen.core.sitting import replay
from tests.screen.hall import SIZES, Seat, seated
from tests.screen.papers import (
    LONG_STEM,
    asking,
    declining,
    each_timed,
    in_sections,
    like_real,
    plain,
    practice,
    with_pause,
)

LEAVING = {"q", "Q"}  # where a candidate leaves, there is nothing left to break
NAMED = [
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "space",
    "backspace",
    "delete",
    "insert",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "f1",
    "f12",
    "ctrl+t",
    "ctrl+a",
    "ctrl+l",
    "ctrl+left",
    "shift+up",
    "ctrl+@",
    "ctrl+backslash",
]
KEYS = [*NAMED, *sorted(set(string.printable) - LEAVING - set(string.whitespace)), "é", "क", "中"]
LIKELY = [*"abcdenpgulmvxhrfztyn?12", *("enter", "enter", "tab", "space", "up", "down", "escape")]
PAPERS = (
    plain(1),
    like_real(100),
    in_sections(),
    in_sections(locked=True),
    in_sections(locked=True, limit_ms=60_000),
    with_pause(),
    declining(),
    each_timed(5),
    each_timed(5, Feedback.IMMEDIATE),
    practice(4),
    asking(LONG_STEM, LONG_STEM),
)
SMALLER = ((59, 24), (10, 3))

pressed = st.sampled_from(KEYS) | st.sampled_from(LIKELY)
moved = st.integers(0, 30_000)
sized = st.sampled_from((*SIZES, *SMALLER))
burst = st.lists(pressed, min_size=1, max_size=40)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    paper=st.sampled_from(PAPERS),
    size=sized,
    begun=st.booleans(),
    steps=st.lists(burst | moved | sized, min_size=5, max_size=20),
)
def test_no_keys_break_the_screen(
    paper: Paper,
    size: tuple[int, int],
    begun: bool,
    steps: list[list[str] | int | tuple[int, int]],
) -> None:
    with seated(paper, size=size, begun=begun) as seat:
        for step in steps:
            _do(seat, step)
            assert seat.app._exception is None
            if seat.left:
                break
            assert all(len(line) <= seat.app.size.width for line in seat.lines)
        assert replay(paper, seat.journal.records) == seat.attempt


def _do(seat: Seat, step: list[str] | int | tuple[int, int]) -> None:
    match step:
        case int():
            seat.wait(step)
        case tuple():
            seat.resize(*step)
        case _:
            seat.burst(*step)
