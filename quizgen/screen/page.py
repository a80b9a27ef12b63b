"""A page: head with the clock, a body, notices, keys; waits while the window is too small."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from quizgen.core.desk import Desk, News, Warned
from quizgen.core.end import End
from quizgen.core.events import Event
from quizgen.core.item import Answer
from quizgen.core.state import Attempt
from quizgen.screen.canvas import Canvas
from quizgen.screen.clock import Clock
from quizgen.screen.frame import LOWEST, NARROWEST, Head, Hint, Line, Notice, Small, hint_line
from quizgen.screen.look import Look
from quizgen.show.told import happened, news, trouble

_WIDE = 116
"""Columns from which the palette has ten questions to a row."""


@dataclass(frozen=True, slots=True)
class Session:
    """What every page works with.

    Attributes:
        answers: In paper order; looked at only where the rules allow it.
        look_round: To be called after each event, which may have closed something: goes to the
            page that the attempt has come to, and draws.
        leave: Ends the application.
    """

    desk: Desk
    answers: Sequence[Answer]
    look: Look
    look_round: Callable[[], None]
    leave: Callable[[End], None]

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self.desk.attempt


class Page(Screen[None]):
    """What all pages share.

    A key is heard by `press`, a click by `pick`; whatever changes is drawn by `draw`.
    """

    timed = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._drawn = False

    def compose(self) -> ComposeResult:
        """Yield the frame around the body."""
        yield Head()
        yield from self.body()
        yield Notice(self.session.look)
        yield Line(id="keys")
        yield Small()

    def body(self) -> ComposeResult:
        """Yield what stands between head and notices."""
        yield Canvas(id="main")

    def draw(self) -> None:
        """Draw all that may have changed."""
        self.query_one("#place", Line).say(self.place())
        self.query_one("#keys", Line).say(hint_line(self.hints(), self.size.width - 2))
        self.draw_clocks()

    def draw_clocks(self) -> None:
        """Draw what changes as time passes."""
        if self.timed:
            self.query_one(Clock).show(self.session.desk.sitting)

    def place(self) -> Text:
        """Return what the head says."""
        raise NotImplementedError

    def hints(self) -> Sequence[Hint]:
        """Return the keys worth naming, the most useful first, help last."""
        raise NotImplementedError

    def press(self, key: str, typed: str) -> None:
        """Do what a key asks for.

        Args:
            key: Its name, such as `up`.
            typed: The character; empty where it is none that can be printed.
        """
        raise NotImplementedError

    def pick(self, asked: object) -> None:
        """Do what a click asks for."""
        raise NotImplementedError

    def say(self, text: str | Text) -> None:
        """Say something until the next key; an empty text takes back what was said."""
        said = text if isinstance(text, Text) else Text(text)
        self.query_one(Notice).say(said)

    def tell(self, what: Sequence[News]) -> None:
        """Say what the passing of time has brought."""
        said = Text("  ").join(news(item) for item in what)
        if said.plain:
            self.say(said)
            if any(isinstance(item, Warned) for item in what):
                self.app.bell()

    def happen(self, event: Event) -> bool:
        """Let an event happen and say so; or why it did not, and return False."""
        before = self.session.attempt
        error = self.session.desk.do(event)
        if error is None:
            self.say(happened(before, event))
        else:
            self.say(Text(trouble(error), style="bold yellow"))
        self.session.look_round()
        return error is None

    def on_screen_resume(self) -> None:
        """Draw what may have changed under another page."""
        if self._drawn:
            self.draw()

    def on_resize(self) -> None:
        """Draw for the first time, or anew; wait where there is no room."""
        self.set_class(self.too_small, "-small")
        self.set_class(self.app.size.width >= _WIDE, "-wide")
        self._drawn = True
        self.draw()

    @property
    def too_small(self) -> bool:
        """Whether the window is too small for a page."""
        return self.app.size.width < NARROWEST or self.app.size.height < LOWEST

    def on_key(self, event: Key) -> None:
        """Hear a key; nothing is chosen in a window too small to see it."""
        event.stop()
        event.prevent_default()
        if not self.too_small:
            self.press(event.key, event.character or "" if event.is_printable else "")

    def on_canvas_picked(self, event: Canvas.Picked) -> None:
        """Hear a click."""
        event.stop()
        if not self.too_small:
            self.pick(event.asked)
