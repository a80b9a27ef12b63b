"""A page: head with the clock, a body, notices, keys; waits while the window is too small."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.message import Message
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
from quizgen.show.told import closed, happened, news, trouble

if TYPE_CHECKING:
    from textual.geometry import Size

    from quizgen.core.result import Regraded

_WIDE = 150
"""Columns from which the palette has ten questions to a row."""


@dataclass(frozen=True, slots=True)
class Session:
    """What every page works with.

    Attributes:
        answers: In paper order; looked at only where the rules allow it.
        look_round: To be called after each event, which may have closed something: goes to the
            page that the attempt has come to, and draws.
        leave: Ends the application.
        page: The page that is seen.
        regraded: Of a finished attempt that was.
    """

    desk: Desk
    answers: Sequence[Answer]
    look: Look
    look_round: Callable[[], None]
    leave: Callable[[End], None]
    page: "Callable[[], Page]"
    regraded: "Regraded | None" = None

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self.desk.attempt


class Page(Screen[None]):
    """What all pages share.

    A key is heard by `press`, a click by `pick`; whatever changes is drawn by `draw`.
    """

    timed = True

    class Drawn(Message):
        """The page was drawn for the first time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._drawn = False
        self._fits: Size | None = None
        self._unsaid = Text()

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
        self.draw_keys()
        self.draw_clocks()

    def draw_keys(self) -> None:
        """Draw the last line."""
        self.query_one("#keys", Line).say(hint_line(self.hints(), self.app.size.width - 2))

    def draw_clocks(self) -> None:
        """Draw what changes as time passes."""
        if self.timed and self.fitted:
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
            typed: The character, in lower case; empty where it is none that can be printed.
        """
        raise NotImplementedError

    def pick(self, asked: object) -> None:
        """Do what a click asks for."""
        raise NotImplementedError

    def say(self, text: str | Text) -> None:
        """Say something until the next key; an empty text takes back what was said."""
        said = text if isinstance(text, Text) else Text(text)
        if self.fitted:
            self.query_one(Notice).say(said)
        else:
            self._unsaid = _joined([self._unsaid, said])

    def tell(self, closed: str, what: Sequence[News]) -> None:
        """Say what the passing of time has closed, and what else it has brought."""
        self.say(_joined([Text(closed), *map(news, what)]))
        if any(isinstance(item, Warned) for item in what):
            self.app.bell()

    def happen(self, event: Event) -> bool:
        """Let an event happen and say so; or why it did not, and return False."""
        before = self.session.attempt
        error = self.session.desk.do(event)
        if error is None:
            said = Text(happened(before, event))
        else:
            shut = closed(before, self.session.attempt)
            said = Text(f"{shut} {trouble(error)}".strip(), style="bold yellow")
        self.say(_joined([said, *map(news, self.session.desk.saved_again())]))
        self.session.look_round()
        return error is None

    def on_screen_resume(self) -> None:
        """Draw what may have changed under another page."""
        if self._drawn:
            self.draw()

    def on_mount(self) -> None:
        """Suit the window from the first layout on."""
        self._suit()

    def on_resize(self) -> None:
        """Draw for the first time, or anew; wait where there is no room.

        Textual tells more than once of the same size.
        """
        if self._fits != self.app.size:
            self.fit()
        if not self._drawn:
            self._drawn = True
            self.post_message(self.Drawn())

    def fit(self) -> None:
        """Draw for the size of the window."""
        self._fits = self.app.size
        self._suit()
        self.draw()
        if self._unsaid.plain and not self.query_one(Notice).said:
            self.say(self._unsaid)
        self._unsaid = Text()

    def _suit(self) -> None:
        self.set_class(self.too_small, "-small")
        self.set_class(self.app.size.width >= _WIDE, "-wide")

    @property
    def fitted(self) -> bool:
        """Whether there is anything to draw on: time may pass while a page is still made."""
        return self._fits is not None

    @property
    def drawn(self) -> bool:
        """Whether it was drawn, so that keys can be heard."""
        return self._drawn

    @property
    def too_small(self) -> bool:
        """Whether the window is too small for a page."""
        return self.app.size.width < NARROWEST or self.app.size.height < LOWEST

    @property
    def listens(self) -> bool:
        """Whether anything can be chosen: not in a window too small to see it, nor on leaving."""
        return not self.too_small and self.app.return_value is None

    def hear(self, event: Key) -> None:
        """Hear a key."""
        if self.listens:
            typed = event.character or "" if event.is_printable else ""
            self.press(event.key, typed.lower())

    def on_paste(self, event: Paste) -> None:
        """Take nothing that was pasted: its letters would be keys."""
        event.stop()
        self.say("What was pasted is not taken.")

    def on_canvas_picked(self, event: Canvas.Picked) -> None:
        """Hear a click."""
        event.stop()
        if self.listens:
            self.pick(event.asked)


def _joined(parts: Iterable[Text]) -> Text:
    return Text("  ").join(part for part in parts if part.plain)
