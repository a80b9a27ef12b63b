"""How each page looks, at three sizes, dark and light by turns.

Look at what changed before `--snapshot-update`: the report that pytest names shows both.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from quizgen.core.attempt import apply
from quizgen.core.events import Certainty, EndSection, Event, Level, Mark, Pause, Select, Visit
from quizgen.core.item import Answer
from quizgen.core.paper import Feedback, Paper, Section, Timing
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, new_attempt
from quizgen.screen.app import ExamApp
from quizgen.screen.look import Look, Shade
from tests.core.samples import MINUTE, SECOND, HandClock, MemoryJournal, after, started
from tests.screen.papers import ANSWERS, like_real
from tests.show import exam
from tests.show.exhibits import attempt as sat

SIZES = ((80, 24), (120, 36), (60, 20))

UNDER_WAY: tuple[tuple[int, Event], ...] = (
    (40 * SECOND, Select(0, "a")),
    (41 * SECOND, Visit(1)),
    (95 * SECOND, Mark(1, on=True)),
    (96 * SECOND, Visit(2)),
    (130 * SECOND, Select(2, "c")),
    (131 * SECOND, Mark(2, on=True)),
    (132 * SECOND, Visit(3)),
    (150 * SECOND, Visit(4)),
    (200 * SECOND, Select(4, "b")),
    (205 * SECOND, Certainty(4, Level.UNSURE)),
)
SECTIONS = (
    Section("SCO membership", 9, 10 * MINUTE),
    Section("treaty-dates", 8, 10 * MINUTE),
    Section("Summits", 8, 10 * MINUTE),
)
MOCK = like_real(25)
IN_SECTIONS = like_real(25, sections=SECTIONS, timing=Timing(paper_ms=30 * MINUTE), locked=True)
PRACTICE = like_real(
    10, feedback=Feedback.IMMEDIATE, timing=Timing(question_ms=19 * SECOND, pause=True)
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an attempt stands, and the keys that lead to the page from there."""

    attempt: Attempt
    keys: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ANSWERS


def mock(*more: tuple[int, Event], paper: Paper = MOCK) -> Attempt:
    """Return a mock of which five questions were seen."""
    return after(started(paper), *UNDER_WAY, *more)


SCENES = {
    "instructions": Scene(new_attempt(MOCK)),
    "exam": Scene(mock()),
    "pairs": Scene(mock((210 * SECOND, Visit(7))), ("down",)),
    "sections": Scene(mock((9 * MINUTE + 30 * SECOND, EndSection(0)), paper=IN_SECTIONS)),
    "palette": Scene(mock(), ("l", "down")),
    "list": Scene(mock(), ("v", "down")),
    "help": Scene(mock(), ("?",)),
    "submit": Scene(mock(), ("f",)),
    "go-to": Scene(mock(), ("g", "1", "2")),
    "result": Scene(sat(exam.PAPER, *exam.events()), answers=exam.ANSWERS),
    "review": Scene(sat(exam.PAPER, *exam.events()), ("w",), exam.ANSWERS),
    "practice": Scene(after(started(PRACTICE), (6 * SECOND, Select(0, "b")))),
}
PICTURES = [
    pytest.param(name, size, list(Shade)[(row + column) % 2], id=f"{name}-{size[0]}x{size[1]}")
    for row, name in enumerate(SCENES)
    for column, size in enumerate(SIZES)
]

Compare = Callable[..., bool]


@pytest.mark.parametrize(("name", "size", "shade"), PICTURES)
def test_a_page_looks_as_it_did(
    snap_compare: Compare, name: str, size: tuple[int, int], shade: Shade
) -> None:
    scene = SCENES[name]
    assert snap_compare(_app(scene, Look(shade)), press=scene.keys, terminal_size=size)


def test_an_exam_in_ascii_looks_as_it_did(snap_compare: Compare) -> None:
    assert snap_compare(_app(SCENES["exam"], Look(ascii=True)), terminal_size=SIZES[0])


def test_a_window_too_small_looks_as_it_did(snap_compare: Compare) -> None:
    assert snap_compare(_app(SCENES["exam"], Look()), terminal_size=(50, 14))


def test_a_pause_looks_as_it_did(snap_compare: Compare) -> None:
    pausing = like_real(25, timing=Timing(paper_ms=30 * MINUTE, pause=True))
    paused = apply(mock(paper=pausing), Pause(), 300 * SECOND)
    assert snap_compare(_app(Scene(paused), Look()), terminal_size=SIZES[0])


def _app(scene: Scene, look: Look) -> ExamApp:
    sitting = Sitting(scene.attempt, HandClock(), MemoryJournal())
    return ExamApp(sitting, scene.answers[: len(scene.attempt.entries)], look)
