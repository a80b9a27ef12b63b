"""Where everything is drawn: Rich renderables laid out as lines, scrolled, and clicked on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, ClassVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class _WholeCells(ScrollBarRender):
    """A scroll bar of whole cells: the finer one has characters that not every terminal has."""

    VERTICAL_BARS: ClassVar = [" "] * 8


ScrollBar.renderer = _WholeCells

TARGET = "target"
"""The key, in a style's meta, of what a click asks for."""


def target(asked: object) -> Style:
    """Return a style that makes what bears it ask for something when clicked."""
    return Style(meta={TARGET: asked})


@dataclass(frozen=True, slots=True)
class Target:
    """A view that asks for something when clicked, over the whole width.

    Attributes:
        asked: Compared by value; see `Canvas.lines_of`.
        style: Of all of its lines.
    """

    view: RenderableType
    asked: Any
    style: str = ""


class Canvas(ScrollView, can_focus=False):
    """Views below each other; text is never wider than `widest` columns."""

    widest = 96
    margin = 1

    class Picked(Message):
        """Something was clicked that asks for something."""

        def __init__(self, asked: Any) -> None:
            super().__init__()
            self.asked = asked

    class Scrolled(Message):
        """Other lines are seen than before."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._views: tuple[RenderableType | Target, ...] = ()
        self._lines: list[Strip] = []
        self._starts: list[int] = []
        self._width = 0

    def show(self, views: Sequence[RenderableType | Target], *, from_top: bool = False) -> None:
        """Draw these views in place of what was there.

        Args:
            from_top: Whether to scroll to the first line; else the place is kept.
        """
        before = self._lines
        self._views = tuple(views)
        self._lay_out()
        for number, (old, new) in enumerate(zip_longest(before, self._lines)):
            if old != new:  # the others need not be drawn again
                self.refresh_line(number)
        if from_top:
            self.scroll_to(y=0, animate=False)

    def lines_of(self, asked: object) -> range:
        """Return the lines of the view that asks for something; empty if there are none yet."""
        for number, view in enumerate(self._views if self._starts else ()):
            if isinstance(view, Target) and view.asked == asked:
                return range(self._starts[number], self._starts[number + 1])
        return range(0)

    def bring_into_view(self, lines: range) -> None:
        """Scroll as little as shows these lines, the first rather than the last."""
        top, height = self.scroll_offset.y, self.size.height
        if lines and (lines.start < top or lines.stop > top + height):
            above = lines.start < top or len(lines) > height
            self.scroll_to(y=lines.start if above else lines.stop - height, animate=False)

    @property
    def end_seen(self) -> int:
        """The number, from 0, of the first line below what is seen."""
        return self.scroll_offset.y + self.size.height

    @property
    def hides_more_below(self) -> bool:
        """Whether lines stand below the last one seen."""
        return self.end_seen < len(self._lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are seen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def scrolled_by(self, key: str) -> bool:
        """Scroll as a key asks for; return whether it is one that scrolls."""
        page, here = max(self.size.height - 1, 1), self.scroll_offset.y
        to = {
            "up": here - 1,
            "down": here + 1,
            "pageup": here - page,
            "pagedown": here + page,
            "space": here + page,
            "home": 0,
            "end": len(self._lines),
        }.get(key)
        if to is not None:
            self.scroll_to(y=to, animate=False)
        return to is not None

    def on_resize(self) -> None:
        """Lay out anew where the width changed; what stood at the top stays there."""
        if self._room == self._width:
            self._measure()
            return
        top = self._view_at(self.scroll_offset.y)
        self._lay_out()
        self.refresh()
        if self._starts[:-1]:
            self.scroll_to(y=self._starts[top], animate=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region, laid out now if they were to be shown before any room."""
        if not self._width:
            self._lay_out()
            self.post_message(self.Scrolled())
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return a line of what is scrolled into view."""
        base, width = self.visual_style.rich_style, self.size.width
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, base)
        strip = self._lines[line]
        left = Strip.blank(self.margin, base)
        return Strip.join([left, strip]).apply_style(base).crop_extend(0, width, base)

    def on_click(self, event: Click) -> None:
        """Tell what was asked for."""
        asked = event.style.meta.get(TARGET)
        if asked is not None:
            event.stop()
            self.post_message(self.Picked(asked))

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _view_at(self, line: int) -> int:
        starts = self._starts[:-1]
        return max((number for number, start in enumerate(starts) if start <= line), default=0)

    def _lay_out(self) -> None:
        self._width = self._room
        if not self._width:
            return
        width = max(min(self._width - 2 * self.margin, self.widest), 1)
        self._lines, self._starts = [], []
        for view in self._views:
            self._starts.append(len(self._lines))
            self._lines += self._strips(view, width)
        self._starts.append(len(self._lines))
        self._measure()

    def _measure(self) -> None:
        """Say how large it is: as large as its room where all fits, since a new size costs time."""
        height = max(len(self._lines), self.scrollable_content_region.height)
        self.virtual_size = Size(self._width, height)

    def _strips(self, view: RenderableType | Target, width: int) -> list[Strip]:
        plain = view.view if isinstance(view, Target) else view
        options = self.app.console.options.update(width=width, height=None)
        rows = Segment.split_lines(self.app.console.render(plain, options))
        strips = [part for row in rows for part in _folded(row, width)]
        if isinstance(view, Target):
            style = Style.parse(view.style) + target(view.asked)
            strips = [strip.extend_cell_length(width).apply_style(style) for strip in strips]
        return strips


def _folded(row: list[Segment], width: int) -> list[Strip]:
    """A line that is not to be broken is broken all the same where the screen would cut it off."""
    strip = Strip(row)
    if strip.cell_length <= width:
        return [strip]
    cuts = [*range(width, strip.cell_length, width), strip.cell_length]
    return list(strip.divide(cuts))
