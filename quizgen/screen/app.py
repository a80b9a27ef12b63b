"""The application: which page an attempt has come to, the passing of time, and the end.

Private names of Textual that it uses, since no public one orders keys or ends without a traceback:
of the application `_check_bindings`, `_close_messages_no_wait`, `_exit_renderables` and
`_handle_exception`.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.console import RenderableType
from textual.app import App
from textual.binding import Binding
from textual.events import Event, Key
from textual.filter import LineFilter, Monochrome
from textual.reactive import Reactive
from textual.screen import Screen

from quizgen.core.desk import Desk
from quizgen.core.end import End
from quizgen.core.events import Submit
from quizgen.core.item import Answer
from quizgen.core.paper import Feedback
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Phase
from quizgen.screen.clock import until_next_second
from quizgen.screen.filters import filters_for
from quizgen.screen.look import Look, Shade, terminal_theme, theme
from quizgen.screen.page import Page, Session
from quizgen.screen.stages import first_page, handed_in
from quizgen.screen.style import STYLE
from quizgen.screen.terminal import Terminal
from quizgen.show.standing import interruption
from quizgen.show.told import closed

if TYPE_CHECKING:
    from textual.timer import Timer

    from quizgen.core.result import Regraded

_LATE_MS = 20
"""A timer may be early, and would draw the same second again."""


class ExamApp(App[End]):
    """Sits a paper on the whole screen, from the page its attempt is at.

    Whoever runs it minds the signals: `leave` ends it from outside.

    Args:
        answers: In paper order; seen only after submission, or in practice after each question.
        regraded: Of a finished attempt that was.

    Attributes:
        trouble: What made it fail, to be raised once the terminal is as it was.
    """

    TITLE = "quizgen"
    CSS = STYLE
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("ctrl+t", "switch_shade", show=False, priority=True),
    ]
    ansi_theme_dark = Reactive(terminal_theme(Shade.DARK), init=False)
    ansi_theme_light = Reactive(terminal_theme(Shade.LIGHT), init=False)

    def __init__(
        self,
        sitting: Sitting,
        answers: Sequence[Answer],
        look: Look,
        regraded: "Regraded | None" = None,
    ) -> None:
        super().__init__(driver_class=Terminal)
        self.look = look
        self._own_filters = filters_for(look)
        for shade in Shade:
            self.register_theme(theme(shade, own_colours=look.own_colours))
        self.theme = theme(look.shade, own_colours=look.own_colours).name
        self.session = Session(
            Desk(sitting), answers, look, self.look_round, self.leave, lambda: self.page, regraded
        )
        self.trouble: Exception | None = None
        self._phase = self.session.attempt.phase
        self._timer: Timer | None = None
        self._home: asyncio.AbstractEventLoop | None = None
        self._left = False
        self._keys: deque[Key] = deque()
        self._first_words = _welcome(self.session.attempt)

    @property
    def page(self) -> Page:
        """The page that is seen."""
        return cast("Page", self.screen)  # no other kind is ever shown

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to each line; where colour is unwanted, Textual would send greys."""
        usual = super().get_line_filters()
        return [*(each for each in usual if not isinstance(each, Monochrome)), *self._own_filters]

    def get_default_screen(self) -> Screen[None]:
        """Return the page the attempt is at, so that it is the first thing drawn."""
        return first_page(self.session)

    def on_mount(self) -> None:
        """Begin to follow the time; the first page draws itself."""
        self._home = asyncio.get_running_loop()
        if self._left:
            self.leave()
        self._wake_up()

    async def on_event(self, event: Event) -> None:
        """Take keys in the order typed; Textual gives them to the page that was seen meanwhile."""
        if not isinstance(event, Key):
            await super().on_event(event)
        elif not await self._check_bindings(event.key, priority=True):
            self._keys.append(event)
            self.on_page_drawn()

    def on_page_drawn(self) -> None:
        """Let the page that is seen hear the keys that waited for it.

        A key may open or close a page, and the next one is for what it opened.
        """
        if self._first_words and self.page.drawn:
            self.page.say(self._first_words)
            self._first_words = ""
        while self._keys and self.page.drawn:
            self.page.hear(self._keys.popleft())

    def pass_time(self) -> None:
        """Close what is due, tell what time has brought, and wake up when the next thing changes.

        A timer is only a wake-up: what time it is, the sitting says.
        """
        if not self.screen_stack:
            return  # the application ends, and its pages are gone
        before = self.session.attempt
        told = self.session.desk.news()
        said = closed(before, self.session.attempt)
        if _seen(before) != _seen(self.session.attempt):
            self.look_round()
        if (said or told) and self._phase is not Phase.SUBMITTED:  # the result says how it came
            self.page.tell(said, told)
        self.page.draw_clocks()
        self._wake_up()

    def _wake_up(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        waits = [self.session.desk.wait_ms(), until_next_second(self.session.desk.sitting)]
        wait_ms = min((wait for wait in waits if wait is not None), default=None)
        if wait_ms is not None and self.session.attempt.phase is Phase.RUNNING:
            self._timer = self.set_timer((wait_ms + _LATE_MS) / 1000, self.pass_time)

    def look_round(self) -> None:
        """Go to the page that the attempt has come to, or draw the one that is seen."""
        phase = self.session.attempt.phase
        if phase is self._phase:
            if self.page.fitted:  # else it is still being made, and draws itself
                self.page.draw()
            self._wake_up()  # another question may have a clock of its own
            return
        self._phase = phase
        page = first_page(self.session)
        self._turn_to(page)
        page.say(handed_in(self.session.attempt))
        self._wake_up()

    def _turn_to(self, page: Page) -> None:
        """Put a page in the place of all others but the first, which Textual does not give up."""
        with self.batch_update():
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.push_screen(page)

    def leave(self, end: End = End.INTERRUPTED) -> None:
        """End the application, wherever it is; a finished attempt ends as finished."""
        submitted = self.session.attempt.phase is Phase.SUBMITTED
        self.exit(End.FINISHED if submitted else end)

    def leave_soon(self) -> None:
        """Leave, asked by the handler of a signal, which may come at any point of the program."""
        self._left = True
        if self._home is not None:
            self._home.call_soon_threadsafe(self.leave)

    async def action_quit(self) -> None:
        """Leave, to go on another time."""
        self.leave(End.STOPPED)

    def action_interrupt(self) -> None:
        """Leave, as Ctrl-C does everywhere; a practice is summed up."""
        attempt = self.session.attempt
        if attempt.phase is Phase.RUNNING and attempt.paper.feedback is Feedback.IMMEDIATE:
            unsaved = self.session.desk.do(Submit())
            self.exit(End.UNSAVED if isinstance(unsaved, OSError) else End.INTERRUPTED)
        else:
            self.leave()

    def action_switch_shade(self) -> None:
        """Turn from dark to light, or back."""
        shade = Shade.LIGHT if self.current_theme.dark else Shade.DARK
        self.theme = theme(shade, own_colours=self.look.own_colours).name

    def _handle_exception(self, error: Exception) -> None:
        """Keep the error for whoever runs the application; Textual would print its traceback.

        Once it is left it means nothing: pages miss their parts, which are taken down around them.
        """
        if self.return_value is None:
            self.trouble = self.trouble or error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def panic(self, *renderables: RenderableType) -> None:
        """End without printing anything; the reader of keys ends so when the terminal is gone."""
        del renderables
        self._close_messages_no_wait()


def _seen(attempt: Attempt) -> tuple[Phase, int, int, bool]:
    """What passing time can close; that it passed, the clocks alone show."""
    return attempt.phase, attempt.section, attempt.current, attempt.open_entry.locked


def _welcome(attempt: Attempt) -> str:
    """What a candidate who comes back must know first; empty for one who begins."""
    if attempt.phase is Phase.SUBMITTED or not attempt.interruptions:
        return ""
    gap = attempt.interruptions[-1]
    return f"Resumed. {interruption(gap.gap_ms, charged=gap.charged)}"
