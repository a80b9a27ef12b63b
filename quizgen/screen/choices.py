"""A list to choose from, a line or more to each choice: arrows point, Enter takes."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from rich.text import Text

from quizgen.screen.canvas import Canvas, Target
from quizgen.screen.frame import Hint
from quizgen.screen.page import Page, Session
from quizgen.show.layout import Flow

_BACK = "back"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line.

    Attributes:
        label: Before the words, which wrap beside it.
        asked: What taking it means; each of a list is another.
        shut: Whether it cannot be taken now; it is dim.
    """

    label: Text
    words: str
    asked: Hashable
    shut: bool = False


class Choices(Page):
    """Shows choices over another page; Esc, or the key that opened it, closes it.

    Args:
        choices: Makes the list, each time it is drawn.
        at: What is pointed at first.
        take: Called with this page and what was taken; the page closes where it returns True.
        verb: What Enter does, for the line of keys.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        choices: Callable[[], Sequence[Choice]],
        at: Hashable,
        take: Callable[["Choices", Hashable], bool],
        *,
        verb: str,
        opened_by: str,
        timed: bool,
    ) -> None:
        super().__init__(session)
        self._title, self._choices, self._take = title, choices, take
        self._verb, self._opened_by, self.timed = verb, opened_by, timed
        asked = [choice.asked for choice in choices()]
        self._at = asked.index(at) if at in asked else 0

    def place(self) -> Text:
        """Return the title."""
        return Text(self._title, style="bold")

    def hints(self) -> Sequence[Hint]:
        """Return how to take one, and the way back."""
        here = self._choices()[self._at].asked
        return (
            Hint("Enter", self._verb, here),
            Hint("Up, Down", "choose", None),
            Hint("Esc", "back", _BACK),
        )

    def draw(self) -> None:
        """Draw the list, the one pointed at in view."""
        canvas, choices = self.query_one(Canvas), self._choices()
        canvas.show([_line(each, here=n == self._at) for n, each in enumerate(choices)])
        canvas.bring_into_view(canvas.lines_of(choices[self._at].asked))
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Point, take, scroll or close."""
        last = len(self._choices()) - 1
        page = max(self.query_one(Canvas).size.height - 1, 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -last, "end": last}
        if key == "escape" or (typed and typed == self._opened_by):
            self.app.pop_screen()
        elif key in {"enter", "space"}:
            self.pick(self._choices()[self._at].asked)
        elif key in steps:
            self._at = min(max(self._at + steps[key], 0), last)
            self.say("")
            self.draw()
        else:
            self.say("Up and Down choose, Enter takes, Esc goes back.")

    def pick(self, asked: object) -> None:
        """Take what was chosen, or close."""
        if asked == _BACK or (isinstance(asked, Hashable) and self._take(self, asked)):
            self.app.pop_screen()


def _line(choice: Choice, *, here: bool) -> Target:
    label = Text.assemble("> " if here else "  ", choice.label)
    style = "bold" if here else "dim" if choice.shut else ""
    return Target(Flow(Text(choice.words), label), choice.asked, style)
