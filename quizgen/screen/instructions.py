"""The instruction page: the rules are read before the clock starts."""

from collections.abc import Sequence

from rich.text import Text

from quizgen.core.end import End
from quizgen.core.events import Start
from quizgen.screen.canvas import Canvas
from quizgen.screen.frame import Hint
from quizgen.screen.page import Page
from quizgen.show.layout import BLANK
from quizgen.show.rules import instructions

_START, _LEAVE = "start", "leave"


class Instructions(Page):
    """Rules, marking and what counts; Enter consents, and only then the clock starts."""

    timed = False

    def place(self) -> Text:
        """Return its name."""
        return Text("Instructions", style="bold")

    def hints(self) -> Sequence[Hint]:
        """Return the two ways on."""
        more = [Hint("PgDn", "reads on", "down")] if self.query_one(Canvas).hides_more_below else []
        start = Hint("Enter", "I have read this: start the clock", _START)
        return [*more, start, Hint("q", "leave", _LEAVE)]

    def on_canvas_scrolled(self) -> None:
        """Say whether there is more to read."""
        self.draw_keys()

    def on_mount(self) -> None:
        """Draw before anything is shown: it is what a start is seen to take."""
        self.fit()

    def draw(self) -> None:
        """Draw the rules."""
        self.query_one(Canvas).show([instructions(self.session.attempt.paper), BLANK])
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Start, leave or scroll."""
        if key == "enter":
            self.pick(_START)
        elif typed == "q" or key == "escape":
            self.pick(_LEAVE)
        elif not self.query_one(Canvas).scrolled_by(key):
            self.say("The paper has not started: Enter starts it and its clock, q leaves.")

    def pick(self, asked: object) -> None:
        """Do what was chosen."""
        if asked == _START:
            self.happen(Start())
        elif asked == _LEAVE:
            self.session.leave(End.STOPPED)
        else:
            self.query_one(Canvas).scrolled_by("pagedown")
