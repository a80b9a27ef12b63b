"""The palette as one widget: every question's number and status, the open one in brackets."""

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from quizgen.core.attempt import can_open
from quizgen.core.keys import GoTo
from quizgen.core.palette import Standing, Status, standings
from quizgen.core.state import Attempt
from quizgen.screen.canvas import Canvas
from quizgen.screen.look import Look
from quizgen.show.palette import legend, standing_words

_TEN, _FIVE = 10, 5


class Grid(ScrollView, can_focus=False):
    """Ten questions to a row, or five where there is no room; a click opens one.

    Rows begin anew with each section. Numbers of questions that cannot be opened are dim.
    """

    def __init__(self, look: Look, attempt: Attempt) -> None:
        super().__init__()
        self._look = look
        self._attempt = attempt
        self._rows: list[range] = []
        self._cursor: int | None = None
        self._cells = self._all_cells()

    def show(self, attempt: Attempt, cursor: int | None = None) -> None:
        """Show where an attempt stands.

        Args:
            cursor: A question to point at, in place of the open one.
        """
        before = self.open
        self._attempt, self._cursor = attempt, cursor
        self._arrange()
        self._refresh_changed()
        if self.open != before:
            self._bring_into_view()

    @property
    def open(self) -> int:
        """The question pointed at."""
        return self._attempt.current if self._cursor is None else self._cursor

    @property
    def in_row(self) -> int:
        """How many questions stand in a row."""
        room = self.scrollable_content_region.width - 1
        return _TEN if _TEN * self._cell_width <= room else _FIVE

    def neighbour(self, rows: int) -> int:
        """Return the question so many rows below the one pointed at, or above; as far as goes."""
        row = next(number for number, row in enumerate(self._rows) if self.open in row)
        column = self.open - self._rows[row].start
        there = self._rows[min(max(row + rows, 0), len(self._rows) - 1)]
        return min(there.start + column, there.stop - 1)

    def on_resize(self) -> None:
        """Arrange anew."""
        self._arrange()
        self._bring_into_view()

    def render_line(self, y: int) -> Strip:
        """Return a row of what is scrolled into view."""
        base, width = self.visual_style.rich_style, self.size.width
        row = y + self.scroll_offset.y
        if row >= len(self._rows):
            return Strip.blank(width, base)
        segments = [Segment(" ")]
        for question in self._rows[row]:
            segments += self._cells[question]
        return Strip(segments).apply_style(base).crop_extend(0, width, base)

    def on_click(self, event: Click) -> None:
        """Ask for the question that was clicked."""
        row = event.y + self.scroll_offset.y
        if row < len(self._rows):
            column = (event.x - 1) // self._cell_width
            if 0 <= column < len(self._rows[row]):
                event.stop()
                self.post_message(Canvas.Picked(GoTo(self._rows[row][column])))

    @property
    def _cell_width(self) -> int:
        return len(str(len(self._attempt.entries))) + 3

    def _arrange(self) -> None:
        paper, many = self._attempt.paper, self.in_row
        spans = [paper.span_of(number) for number in range(len(paper.sections))]
        rows = [
            range(start, min(start + many, span.stop))
            for span in spans
            for start in range(span.start, span.stop, many)
        ]
        if rows != self._rows:
            self._rows = rows
            self.refresh()
        self.virtual_size = Size(many * self._cell_width + 1, len(rows))

    def _refresh_changed(self) -> None:
        """Draw the rows anew in which a cell changed."""
        before, self._cells = self._cells, self._all_cells()
        for number, row in enumerate(self._rows):
            if before[row.start : row.stop] != self._cells[row.start : row.stop]:
                self.refresh_line(number)

    def _bring_into_view(self) -> None:
        row = next((number for number, row in enumerate(self._rows) if self.open in row), 0)
        top, height = self.scroll_offset.y, self.size.height
        if row < top or row >= top + height:
            self.scroll_to(y=max(row - height // 2, 0), animate=False)

    def _all_cells(self) -> list[list[Segment]]:
        return [self._cell(*each) for each in enumerate(standings(self._attempt))]

    def _cell(self, question: int, standing: Standing) -> list[Segment]:
        attempt = self._attempt
        shape, style = self._look.shapes[standing]
        shut = attempt.paper.locked and not can_open(attempt, question)
        here = question == self.open
        before, after = ("[", "]") if here else (" ", " ")
        width = self._cell_width - 2
        plain = Style(bold=here, dim=shut)
        return [
            Segment(f"{before + str(question + 1):>{width}}", plain),
            # A dim colour could not be read on a light page: only numbers are dim.
            Segment(shape, Style(bold=here) + Style.parse(style)),
            Segment(after, plain),
        ]


class Legend(Widget):
    """The standings with shape, words and number, a line each."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: dict[Standing, int] = {}
        self._height = len(Status)  # as the style sheet has it

    def show(self, attempt: Attempt) -> None:
        """Count anew."""
        found = legend(attempt)
        if len(found) != self._height:
            self._height = len(found)
            self.styles.height = self._height
        if found != self._found:
            self._found = found
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line of one standing."""
        base, width = self.visual_style.rich_style, self.size.width
        if y >= len(self._found):
            return Strip.blank(width, base)
        each, found = list(self._found.items())[y]
        shape, style = self._look.shapes[each]
        words = standing_words(each)
        if width < _ROOMY:
            words = _SHORT.get(words, words)
        number = str(found)
        space = " " * max(min(width, _ROOMY) - 2 - len(words) - len(number), 1)
        segments = [Segment(shape, Style.parse(style)), Segment(f" {words}{space}{number}")]
        return Strip(segments).apply_style(base).crop_extend(0, width, base)


_SHORT: dict[str, str] = {
    Status.MARKED: "for review",
    Status.ANSWERED_AND_MARKED: "answered, review",
}
_ROOMY = 38
