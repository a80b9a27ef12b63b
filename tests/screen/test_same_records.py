"""Line mode and screen write the same records, byte for byte, for the same moves and clock."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.core.item import Answer
from quizgen.core.moves import next_open, starts_unasked
from quizgen.core.paper import Feedback, Paper
from quizgen.core.state import Phase as Standing
from quizgen.line.mock import run_mock
from quizgen.line.practice import run_practice
from tests.core.samples import MINUTE, SECOND, MemoryJournal
from tests.line.script import Room, Step, Wait
from tests.screen.hall import Seat, seated
from tests.screen.papers import (
    declining,
    each_timed,
    in_sections,
    plain,
    practice,
    timed,
    with_pause,
)

Move = tuple[int, str]
"""So many ms are waited, then something is done; see `TYPED`."""


@dataclass(frozen=True, slots=True)
class Way:
    """How something is done: the lines typed, and the keys pressed."""

    lines: tuple[str, ...]
    keys: tuple[str, ...]


def go_to(number: int) -> Way:
    """Return how a question is gone to."""
    return Way((f"g {number}",), ("g", *str(number), "enter"))


TYPED: dict[str, Way] = {
    **{key: Way((key,), (key,)) for key in "abcdenpuxmhtr12345"},
    "next": Way(("",), ("enter",)),
    "next section": Way(("section",), ("tab",)),
    "go to 1": go_to(1),
    "go to 3": go_to(3),
    "go to 99": go_to(99),
    "palette": Way(("l",), ("l", "escape")),
    "list": Way(("v",), ("v", "escape")),
    "keys": Way(("?",), ("?", "?")),
    "finish, but no": Way(("f", "no"), ("f", "n")),
    "finish": Way(("f", "yes"), ("f", "y")),
    "pause and go on": Way(("z", ""), ("z", "enter")),
    "nonsense": Way(("w",), ("w",)),
}
"""Moves of a mock."""

PRACTISED: dict[str, Way] = {
    **{key: TYPED[key] for key in ("a", "b", "d", "h", "1", "e", "keys", "nonsense")},
    "skip": Way(("s",), ("s",)),
    "next": TYPED["next"],
    "stop": Way(("q",), ("q",)),
}
"""Moves of a practice."""


def by_lines(paper: Paper, moves: Sequence[Move]) -> MemoryJournal:
    """Return the journal of a candidate who types lines at a terminal."""
    steps: list[Step] = [] if starts_unasked(paper) else [""]
    for ms, done in moves:
        steps += [Wait(ms), *_ways(paper)[done].lines]
    room = Room(paper, *steps, terminal=True)
    answers = [_answer(paper)] * len(paper.questions)
    sits = run_mock if paper.feedback is Feedback.AFTER else run_practice
    sits(room.sitting, answers, room.console, room.reader)
    return room.journal


def by_keys(paper: Paper, moves: Sequence[Move]) -> MemoryJournal:
    """Return the journal of a candidate who presses keys on the screen."""
    mock = paper.feedback is Feedback.AFTER
    begun = starts_unasked(paper)
    with seated(paper, begun=begun) as seat:
        if not begun:
            seat.press("enter")
        for ms, done in moves:
            seat.wait(ms)
            _to_the_score(seat)
            if seat.left or seat.attempt.phase is Standing.SUBMITTED:
                break
            seat.press(*_ways(paper)[done].keys)
            if seat.page == "FinishPage":
                seat.press(
                    "escape"
                )  # from the last question, `next` leads there; line mode says so
            _to_the_score(seat)
        if not (mock or seat.left):
            seat.press("ctrl+c")  # the end of the input, which sums a practice up
        return seat.journal


def _to_the_score(seat: Seat) -> None:
    """Ask for the score at once after the last question, as line mode does."""
    ended = seat.left or seat.attempt.phase is Standing.SUBMITTED
    if seat.page == "Practice" and not ended and next_open(seat.attempt) is None:
        seat.press("enter")


def _ways(paper: Paper) -> dict[str, Way]:
    return TYPED if paper.feedback is Feedback.AFTER else PRACTISED


def _answer(paper: Paper) -> Answer:
    return Answer(paper.questions[0].options[0].id)


MOCK = (
    (3 * SECOND, "b"),
    (SECOND, "b"),
    (SECOND, "2"),
    (4 * SECOND, "h"),
    (0, "m"),
    (7 * SECOND, "next"),
    (SECOND, "a"),
    (SECOND, "x"),
    (SECOND, "palette"),
    (12 * SECOND, "go to 3"),
    (SECOND, "c"),
    (SECOND, "u"),
    (SECOND, "list"),
    (0, "r"),
    (SECOND, "finish, but no"),
    (SECOND, "pause and go on"),
    (SECOND, "next section"),
    (SECOND, "d"),
    (30 * SECOND, "finish"),
    (SECOND, "a"),
    (30 * SECOND, "finish"),
)
PRACTICE = (
    (3 * SECOND, "h"),
    (SECOND, "b"),
    (SECOND, "a"),
    (20 * SECOND, "next"),
    (SECOND, "keys"),
    (SECOND, "skip"),
    (0, "next"),
    (8 * SECOND, "1"),
    (SECOND, "stop"),
)
KINDS = {
    "plain": plain(),
    "one clock": timed(ms=MINUTE),
    "sections": in_sections(),
    "locked sections": in_sections(locked=True),
    "sections with clocks": in_sections(locked=True, limit_ms=40 * SECOND),
    "a pause": with_pause(),
    "a clock for each question": each_timed(),
    "a fifth option": declining(),
    "practice": practice(),
    "practice with clocks": each_timed(3, Feedback.IMMEDIATE),
}


@pytest.mark.parametrize("paper", KINDS.values(), ids=KINDS)
def test_the_same_moves_write_the_same_records(paper: Paper) -> None:
    moves = MOCK if paper.feedback is Feedback.AFTER else PRACTICE
    typed, pressed = by_lines(paper, moves), by_keys(paper, moves)
    assert len(pressed.lines) > 5
    assert pressed.lines == typed.lines
    assert pressed.forced == typed.forced


def test_time_alone_writes_the_same_records() -> None:
    for paper in (timed(ms=MINUTE), each_timed(), in_sections(locked=True, limit_ms=MINUTE)):
        moves = ((5 * MINUTE, "a"),)
        assert by_keys(paper, moves).lines == by_lines(paper, moves).lines


@st.composite
def scripts(draw: st.DrawFn) -> tuple[str, list[Move]]:
    """Return a kind of paper and what is done with it."""
    kind = draw(st.sampled_from(list(KINDS)))
    waits = st.just(0) | st.integers(0, 25 * SECOND)
    done = st.sampled_from(sorted(_ways(KINDS[kind])))
    return kind, draw(st.lists(st.tuples(waits, done), min_size=5, max_size=30))


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(scripts())
def test_any_moves_write_the_same_records(script: tuple[str, list[Move]]) -> None:
    paper, moves = KINDS[script[0]], script[1]
    assert by_keys(paper, moves).lines == by_lines(paper, moves).lines
