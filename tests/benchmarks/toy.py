"""A throwaway exam screen, to measure ours against: `python toy.py`.

A hundred questions, a palette of as many cells in one widget, options, and a countdown. It keeps
nothing and knows no rule: what it costs is what such a page costs in Textual.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

QUESTIONS = 100

_IN_ROW = 10
_SECONDS = 7200
_OPTIONS = ("Karachi", "Simla", "Lahore", "Tashkent")


class Palette(Widget):
    """Every question's number, ten to a row; answered ones in green, the open one reversed."""

    def __init__(self) -> None:
        super().__init__()
        self.open = 0
        self.answers: dict[int, str] = {}

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        numbers = range(y * _IN_ROW, (y + 1) * _IN_ROW) if y < QUESTIONS // _IN_ROW else ()
        cells = [
            Segment(
                f" {number + 1:>3} ",
                Style(
                    color="green" if number in self.answers else None, reverse=number == self.open
                ),
            )
            for number in numbers
        ]
        return Strip(cells).adjust_cell_length(self.size.width)


class Toy(App[None]):
    """`n` opens the next question, `a` to `d` answer the open one."""

    CSS = """
    #clock { dock: top; height: 1; text-align: right; }
    #question { width: 1fr; }
    Palette { width: 54; }
    #said { dock: bottom; height: 1; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        ("n", "next", "next"),
        *((letter, f"answer('{letter}')", letter) for letter in "abcd"),
    ]
    left = var(_SECONDS)

    def compose(self) -> ComposeResult:
        """Yield clock, question beside palette, and what was said."""
        yield Static(id="clock")
        with Horizontal():
            yield Static(id="question")
            yield Palette()
        yield Static(id="said")

    def on_mount(self) -> None:
        """Draw, and start the clock."""
        self.draw()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Let a second pass."""
        self.left -= 1

    def watch_left(self) -> None:
        """Draw the clock alone."""
        minutes, seconds = divmod(self.left, 60)
        self.query_one("#clock", Static).update(f"{minutes}:{seconds:02}", layout=False)

    def action_next(self) -> None:
        """Open the next question."""
        palette = self.query_one(Palette)
        palette.open = min(palette.open + 1, QUESTIONS - 1)
        self.query_one("#said", Static).update("", layout=False)
        self.draw()

    def action_answer(self, letter: str) -> None:
        """Answer the open question."""
        palette = self.query_one(Palette)
        palette.answers[palette.open] = letter
        self.query_one("#said", Static).update(
            f"Saved for question {palette.open + 1}: {letter}", layout=False
        )
        self.draw()

    def draw(self) -> None:
        """Draw question and palette."""
        palette = self.query_one(Palette)
        lines = [f"Question {palette.open + 1} of {QUESTIONS}", ""]
        lines += [f"Where was the treaty number {palette.open + 1} on borders signed?", ""]
        for letter, option in zip("abcd", _OPTIONS, strict=True):
            mark = "*" if palette.answers.get(palette.open) == letter else " "
            lines.append(f" {mark} ({letter}) {option}")
        self.query_one("#question", Static).update("\n".join(lines), layout=False)
        palette.refresh()


if __name__ == "__main__":
    Toy().run()
