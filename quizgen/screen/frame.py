"""What frames every page: the head with the clock, the line of notices, the line of keys."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from quizgen.screen.canvas import TARGET, Canvas, target
from quizgen.screen.clock import Clock
from quizgen.screen.look import Look

NARROWEST, LOWEST = 60, 20
"""Columns and rows below which a page does not fit."""


class Line(Widget):
    """One line of text, cut short with three points where it does not fit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Text()

    def say(self, text: Text) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        base, width = self.visual_style.rich_style, self.size.width
        if y:
            return Strip.blank(width, base)
        text = self._text.copy()
        if cell_len(text.plain) > width:
            text.truncate(max(width - 3, 0))
            text.append("...")
        style = base + self.app.console.get_style(text.style)
        return Strip(text.render(self.app.console)).apply_style(style).crop_extend(0, width, base)

    def on_click(self, event: Click) -> None:
        """Tell what was asked for."""
        asked = event.style.meta.get(TARGET)
        if asked is not None:
            event.stop()
            self.post_message(Canvas.Picked(asked))


class Head(Horizontal):
    """Where the candidate is, at the left, and the time left, at the right."""

    def compose(self) -> ComposeResult:
        """Yield the two."""
        yield Line(id="place")
        yield Clock()


class Notice(Widget):
    """The line between page and keys: what just happened, or a rule if nothing did."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said = Text()

    @property
    def said(self) -> str:
        """What it says now."""
        return self._said.plain

    def say(self, said: Text) -> None:
        """Say something; an empty text takes it back."""
        if said != self._said:
            width = max(cell_len(self._said.plain), cell_len(said.plain))
            self._said = said
            self.refresh(layout=width > self.size.width)  # else its height stays as it is

    def render(self) -> RenderableType:
        """Return the text, or the rule."""
        if self._said.plain:
            return self._said
        return Text(self._look.rule * self.size.width, style="dim")


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does in a word or two, and what a click on it asks for."""

    key: str
    word: str
    asked: Any


def hint_line(hints: Sequence[Hint], width: int) -> Text:
    """Return as many hints as there is room for, the last one always."""
    *first, last = hints
    kept: list[Hint] = []
    for hint in first:
        if _width([*kept, hint, last]) > width:
            break
        kept.append(hint)
    return Text("  ").join(_hint(hint) for hint in [*kept, last])


def _width(hints: Iterable[Hint]) -> int:
    return sum(cell_len(hint.key) + cell_len(hint.word) + 3 for hint in hints) - 2


def _hint(hint: Hint) -> Text:
    text = Text.assemble((hint.key, "bold cyan"), " ", hint.word)
    text.stylize(target(hint.asked))
    return text


class Small(Widget):
    """What stands on a terminal that is too small for a page."""

    def render(self) -> RenderableType:
        """Return what to do."""
        size = self.app.size
        return Text(
            f"This window has {size.width} columns and {size.height} rows; quizgen needs "
            f"{NARROWEST} and {LOWEST}. Make it larger to go on. Every answer is saved, and a "
            "clock that was running still is."
        )
