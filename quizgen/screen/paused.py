"""What is seen while the clocks are stopped: nothing of the paper."""

from collections.abc import Sequence

from rich.text import Text

from quizgen.core.events import Resume
from quizgen.screen.canvas import Canvas
from quizgen.screen.frame import Hint
from quizgen.screen.page import Page
from quizgen.show.layout import BLANK, Flow
from quizgen.show.told import PAUSED
from quizgen.show.words import one_line


class Paused(Page):
    """Any key goes on."""

    def place(self) -> Text:
        """Return the paper's title."""
        return Text(one_line(self.session.attempt.paper.title), style="bold")

    def hints(self) -> Sequence[Hint]:
        """Return the way on."""
        return (Hint("Enter", "go on, and let the clock run", "go on"),)

    def draw(self) -> None:
        """Say so."""
        self.query_one(Canvas).show([BLANK, Flow(Text(PAUSED, style="bold"))])
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Go on at Enter or the key that paused."""
        if key == "enter" or typed == "z":
            self.happen(Resume())
        else:
            self.say("Enter goes on.")

    def pick(self, asked: object) -> None:
        """Go on."""
        del asked
        self.happen(Resume())
