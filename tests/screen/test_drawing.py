"""What is drawn anew, and what is not: time that passes moves the clocks alone."""

import pytest

from quizgen.core.sitting import HEARTBEAT_MS
from quizgen.screen.exam import Exam
from tests.core.samples import HOUR, SECOND
from tests.screen.hall import seated
from tests.screen.papers import timed


def test_time_that_passes_draws_the_clock_and_not_the_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[Exam] = []
    draw = Exam.draw

    def noted(page: Exam) -> None:
        drawn.append(page)
        draw(page)

    monkeypatch.setattr(Exam, "draw", noted)
    with seated(timed(ms=HOUR)) as seat:
        seat.press("a")
        assert drawn  # so keys do draw it
        drawn.clear()
        seat.wait(3 * HEARTBEAT_MS + SECOND)
        assert seat.lines[0].rstrip().endswith(" 59:44")
        assert not drawn


def test_the_summary_before_handing_in_tells_the_time_as_the_clock_does() -> None:
    with seated(timed(ms=HOUR)) as seat:
        seat.press("f")
        seat.wait(SECOND)
        (left,) = [line for line in seat.lines if "Time left" in line]
        seat.wait(2 * SECOND)
        (later,) = [line for line in seat.lines if "Time left" in line]
        assert left != later
