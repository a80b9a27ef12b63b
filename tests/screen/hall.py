"""An examination hall: a seat at the screen, and a clock that only the test moves.

A key here costs some milliseconds; `Pilot.press` sleeps forty besides.
"""

import asyncio
import unicodedata
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from rich.cells import set_cell_size
from rich.style import Style
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.strip import Strip

from quizgen.core.events import Start
from quizgen.core.item import Answer
from quizgen.core.paper import Paper
from quizgen.core.result import Regraded
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Entry, new_attempt
from quizgen.screen.app import ExamApp
from quizgen.screen.canvas import Canvas
from quizgen.screen.frame import Notice
from quizgen.screen.look import Look
from tests.core.samples import HandClock, MemoryJournal

T = TypeVar("T")

STANDARD, SMALLEST = (80, 24), (60, 20)
SIZES = ((200, 60), (120, 36), STANDARD, SMALLEST)
"""From the largest window to the smallest that is used."""


class Seat:
    """A candidate at the screen: what he does, and what he sees."""

    def __init__(self, app: ExamApp, clock: HandClock, journal: MemoryJournal) -> None:
        self.app, self.clock, self.journal = app, clock, journal
        self.pilot: Pilot[Any] = Pilot(app)
        self._runner = asyncio.Runner()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the application work until this is done."""
        return self._runner.run(work)

    def close(self) -> None:
        """Leave the hall."""
        self._runner.close()

    # What he does

    def press(self, *keys: str) -> None:
        """Press keys by their names, each once the screen has dealt with the one before."""
        for key in keys:
            self.run(self._burst(key))

    def burst(self, *keys: str) -> None:
        """Press keys as fast as they come, waiting for nothing between them."""
        self.run(self._burst(*keys))

    def click(self, text: str, nth: int = 0) -> None:
        """Click the first character of a text, where it is seen first; -1: last."""
        self.run(self._click(self.place_of(text, nth)))

    def wait(self, ms: int) -> None:
        """Let time pass, waking the application whenever something is due."""
        self.run(self._wait(ms))

    def sleep_machine(self, ms: int) -> None:
        """Close the lid for so long; the application notices when it is woken next."""
        self.clock.sleep(ms)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.run(self.pilot.resize_terminal(width, height))
        self.run(self.pilot.pause())

    async def _wait(self, ms: int) -> None:
        desk = self.app.session.desk
        while (due := desk.wait_ms()) is not None and due <= ms:
            ms -= due
            await self._pass(due)
        await self._pass(ms)

    async def _pass(self, ms: int) -> None:
        page = self.app.page
        self.clock.run(ms)
        self.app.pass_time()
        if self.app.page is not page:
            await self._settle()

    async def _burst(self, *keys: str) -> None:
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            driver.send_message(key_event(key))
        await self._settle()

    async def _click(self, place: tuple[int, int]) -> None:
        await self.pilot.click(offset=place)
        await self._settle()

    async def _settle(self) -> None:
        """Wait until every widget has dealt with what it was sent, and with what came of that."""
        for _ in range(3):
            await asyncio.sleep(0)
            await self.pilot._wait_for_screen()
        while not (self.left or self.app.page.drawn):
            await self.pilot._wait_for_screen()

    async def _drawn(self) -> list[Strip]:
        await self._settle()
        while self.app.screen._layout_required and not self.left:
            self.app.screen._on_timer_update()  # which a timer would call some time later
            await self._settle()
        return self.app.screen._compositor.render_strips()

    async def _style_at(self, column: int, row: int) -> Style:
        return self.app.screen.get_style_at(column, row)

    # What became of it

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self.app.session.attempt

    @property
    def left(self) -> bool:
        """Whether the application has ended."""
        return self.app._exit

    @property
    def number(self) -> int:
        """Number, from 1, of the open question."""
        return self.attempt.current + 1

    @property
    def entry(self) -> Entry:
        """What was done with the open question."""
        return self.attempt.open_entry

    @property
    def answers(self) -> list[str | None]:
        """The response to each question."""
        return [entry.response for entry in self.attempt.entries]

    # What he sees

    @property
    def page(self) -> str:
        """The kind of page that is seen."""
        return type(self.app.page).__name__

    @property
    def said(self) -> str:
        """What the line of notices says."""
        return self.app.page.query_one(Notice).said

    @property
    def canvas(self) -> Canvas:
        """Where the page's text is drawn."""
        return self.app.page.query_one("#main", Canvas)

    @property
    def lines(self) -> list[str]:
        """The screen as it is drawn, line by line."""
        strips = self.run(self._drawn())
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def shown(self) -> str:
        """All that is seen, on one line, spaces folded."""
        return " ".join(" ".join(self.lines).split())

    def place_of(self, text: str, nth: int = 0) -> tuple[int, int]:
        """Return column and row of a text, where it is seen first; -1: last."""
        found = [
            (column, row)
            for row, line in enumerate(self.lines)
            for column in range(len(line))
            if line.startswith(text, column)
        ]
        assert found, f"{text!r} is not seen"
        return found[nth]

    def style_of(self, text: str) -> Style:
        """Return the style of the first character of a text, where it is first seen."""
        return self.style_at(*self.place_of(text))

    def style_at(self, column: int, row: int) -> Style:
        """Return the style of one cell."""
        return self.run(self._style_at(column, row))

    def all_by_scrolling(self) -> list[str]:
        """Return every line of the page's text that PgDn brings into view, from the top."""
        self.press("home")
        seen: list[str] = []
        while True:
            top, height = self.canvas.scroll_offset.y, self.canvas.size.height
            first = self.canvas.region.y
            width = self.canvas.size.width
            for row, line in enumerate(self.lines[first : first + height]):
                if top + row == len(seen):
                    seen.append(set_cell_size(line, width).rstrip())
            if not self.canvas.hides_more_below:
                return seen
            self.press("pagedown")
            assert self.canvas.scroll_offset.y > top, "nothing scrolls"


def key_event(key: str) -> Key:
    """Return the event of a key by its name, or by its character."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character: str | None
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = key if len(key) == 1 else None
    return Key(name, character)


@contextmanager
def seated(
    paper: Paper,
    *,
    size: tuple[int, int] = STANDARD,
    look: Look | None = None,
    begun: bool = True,
    attempt: Attempt | None = None,
    answers: Sequence[Answer] = (),
    regraded: Regraded | None = None,
) -> Iterator[Seat]:
    """Give a candidate a seat until the block ends; whatever broke the application is raised.

    Args:
        begun: Whether the paper was started before, so that the first question is seen.
        attempt: To go on with, in place of a new one.
        answers: By default each question's first option is right.
        regraded: Of a finished attempt that was.
    """
    clock, journal = HandClock(), MemoryJournal()
    sitting = Sitting(attempt or new_attempt(paper), clock, journal)
    if begun and attempt is None:
        sitting.do(Start())
    keys = answers or [Answer(question.options[0].id) for question in paper.questions]
    seat = Seat(ExamApp(sitting, keys, look or Look(), regraded), clock, journal)
    running = seat.app.run_test(size=size)
    seat.pilot = seat.run(running.__aenter__())
    try:
        yield seat
    finally:
        try:
            seat.run(running.__aexit__(None, None, None))
        finally:
            seat.close()
