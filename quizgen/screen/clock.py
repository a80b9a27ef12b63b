"""The clocks: time left in digits, and of a question's own clock a bar."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from quizgen.core.sitting import WARNINGS_MS, Sitting
from quizgen.screen.look import Look

_STYLES = dict(zip(WARNINGS_MS, (Style.parse("bold yellow"), Style.parse("bold red")), strict=True))
_CALM = Style.parse("bold")


def digits(left_ms: int) -> str:
    """Return time left as `21:40` or `1:59:59`; a second that has begun counts."""
    seconds = -(-left_ms // 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def times_left(sitting: Sitting) -> list[tuple[str, int]]:
    """Return the clocks a paper has, each with its name and the time left, the nearest last.

    Where each question has a clock, what is left of their sum is not time the candidate has.
    """
    if sitting.paper.timing.question_ms is not None:
        found = [("question", sitting.question_ms())]
    else:
        found = [("paper", sitting.remaining_ms()), ("section", sitting.section_ms())]
    return [(name, left) for name, left in found if left is not None]


def until_next_second(sitting: Sitting) -> int | None:
    """Return in how many ms a clock shows another second; None if no clock runs."""
    return min(((left - 1) % 1000 + 1 for _, left in times_left(sitting) if left), default=None)


class Clock(Widget):
    """Time left in digits, amber and red as it runs out; nothing where there is no clock.

    Only these few cells are drawn anew each second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._segments: list[Segment] = []

    def show(self, sitting: Sitting) -> None:
        """Show the time that is left now."""
        clocks = times_left(sitting)
        alone = len(clocks) == 1
        segments: list[Segment] = []
        for name, left in clocks:
            style = next((_STYLES[mark] for mark in sorted(_STYLES) if left <= mark), _CALM)
            if name == "question":
                style = _CALM
            segments += [Segment(" " if alone else f" {name} "), Segment(digits(left), style)]
        if segments != self._segments:
            width = sum(segment.cell_length for segment in segments)
            if width != sum(segment.cell_length for segment in self._segments):
                self.styles.width = width
            self._segments = segments
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the one line."""
        base = self.visual_style.rich_style
        if y:
            return Strip.blank(self.size.width, base)
        return Strip(self._segments).apply_style(base).crop_extend(0, self.size.width, base)


class Bar(Widget):
    """How much of a question's own time is left; of no height where it has no clock."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._cells = -1

    def show(self, sitting: Sitting) -> None:
        """Show the time that is left now."""
        left, whole = sitting.question_ms(), sitting.paper.timing.question_ms
        self.display = whole is not None
        self.visible = left is not None
        if whole is None or left is None:
            return
        self._share = left / whole
        cells = round(self._share * self.size.width)
        if cells != self._cells:
            self._cells = cells
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the one line."""
        base, width = self.visual_style.rich_style, self.size.width
        self._cells = round(self._share * width)
        full, empty = self._look.bar
        style = Style.parse("red" if self._share <= 0.25 else "green")  # noqa: PLR2004 - a quarter
        bar = [
            Segment(full * self._cells, style),
            Segment(empty * (width - self._cells), Style(dim=True)),
        ]
        return Strip(bar).apply_style(base) if not y else Strip.blank(width, base)
