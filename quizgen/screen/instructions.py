"""What is read before a clock starts: the rules of a mock, in practice the time of a question."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from quizgen.core.end import End
from quizgen.core.events import Start
from quizgen.screen.canvas import Canvas
from quizgen.screen.frame import Hint
from quizgen.screen.page import Page
from quizgen.show.layout import BLANK, Flow
from quizgen.show.rules import each_has, instructions
from quizgen.show.words import one_line

_START, _LEAVE = "start", "leave"


class Instructions(Page):
    """Rules, marking and what counts; Enter consents, and only then the clock starts."""

    timed = False
    starts = "I have read this: start the clock"
    """What Enter does, in the line of keys."""
    otherwise = "The paper has not started: Enter starts it and its clock, q leaves."
    """What is said of any other key."""

    def place(self) -> Text:
        """Return its name."""
        return Text("Instructions", style="bold")

    def views(self) -> Sequence[RenderableType]:
        """Return what is to be read."""
        return (instructions(self.session.attempt.paper), BLANK)

    def hints(self) -> Sequence[Hint]:
        """Return the two ways on."""
        more = [Hint("PgDn", "reads on", "down")] if self.query_one(Canvas).hides_more_below else []
        return [*more, Hint("Enter", self.starts, _START), Hint("q", "leave", _LEAVE)]

    def on_canvas_scrolled(self) -> None:
        """Say whether there is more to read."""
        self.draw_keys()

    def on_mount(self) -> None:
        """Draw before anything is shown: it is what a start is seen to take."""
        self.fit()

    def draw(self) -> None:
        """Draw what is to be read."""
        self.query_one(Canvas).show(self.views())
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Start, leave or scroll."""
        if key == "enter":
            self.pick(_START)
        elif typed == "q" or key == "escape":
            self.pick(_LEAVE)
        elif not self.query_one(Canvas).scrolled_by(key):
            self.say(self.otherwise)

    def pick(self, asked: object) -> None:
        """Do what was chosen."""
        if asked == _START:
            self.happen(Start())
        elif asked == _LEAVE:
            self.session.leave(End.STOPPED)
        else:
            self.query_one(Canvas).scrolled_by("pagedown")


class FirstClock(Instructions):
    """Before a practice whose questions have clocks: the first one's starts at Enter."""

    starts = "start with the first question"
    otherwise = "The first question is not open yet: Enter starts, q leaves."

    def place(self) -> Text:
        """Return the title."""
        return Text(one_line(self.session.attempt.paper.title), style="bold")

    def views(self) -> Sequence[RenderableType]:
        """Return how long each question may take."""
        return (BLANK, Flow(Text(each_has(self.session.attempt.paper), style="bold")))
