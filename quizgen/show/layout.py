"""The few shapes that everything shown is made of: lines that hang, spread, or stand in columns.

No line ends in spaces. Where there is no room side by side, parts go below each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quizgen.show.words import one_line

BLANK = Text("")
GAP = 8
_NARROWEST = 10


def safe_line(text: str, style: str = "") -> Text:
    """Return any text as one line of Rich text, as it was typed."""
    return Text(one_line(text), style=style)


@dataclass(frozen=True, slots=True)
class Flow:
    """Words that flow, hanging from a label.

    Attributes:
        label: Before the first line, its own spaces after it; later lines stand below the words.
        indent: Columns before the label.
    """

    words: Text
    label: Text = field(default_factory=Text)
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        first = Text(" " * self.indent) + self.label
        hang = cell_len(first.plain)
        if hang and options.max_width - hang < _NARROWEST:
            yield Flow(first)
            first, hang = Text("  "), 2
        width = max(options.max_width - hang, 1)
        for number, line in enumerate(self.words.wrap(console, width)):
            after = first if number == 0 else Text(" " * hang)
            yield whole(_without_trailing_space(after + line))


@dataclass(frozen=True, slots=True)
class Ends:
    """Two parts at the ends of a line, or below each other."""

    left: Text
    right: Text

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield one line or more."""
        room = options.max_width - cell_len(self.left.plain) - cell_len(self.right.plain)
        if room > 1 and self.right.plain:
            yield whole(Text.assemble(self.left, " " * room, self.right))
        else:
            yield from (Flow(part) for part in (self.left, self.right) if part.plain)


@dataclass(frozen=True, slots=True)
class Abreast:
    """Parts side by side after a label, or below each other."""

    label: str
    parts: tuple[Text, ...]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield one line or more."""
        line = Text(" " * GAP).join(self.parts)
        if cell_len(self.label) + cell_len(line.plain) <= options.max_width:
            yield Flow(line, Text(self.label))
            return
        for number, part in enumerate(self.parts):
            yield Flow(part, Text(self.label if number == 0 else " " * cell_len(self.label)))


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of cells in columns two spaces apart; cells wrap where there is no room.

    Attributes:
        rows: The first row is the head; all are as long as the head.
        right: Numbers, from 0, of columns that stand to the right.
        firm: Numbers of columns that wrap last of all.
    """

    rows: tuple[tuple[Text, ...], ...]
    right: frozenset[int] = frozenset()
    indent: int = 2
    firm: frozenset[int] = frozenset()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        widths = self._widths(options.max_width)
        for row in self.rows:
            cells = [
                list(cell.wrap(console, width)) for cell, width in zip(row, widths, strict=True)
            ]
            for number in range(max(len(cell) for cell in cells)):
                yield whole(self._line(cells, widths, number))

    def fits(self, room: int) -> bool:
        """Return whether no cell needs to wrap in so many columns."""
        return sum(self._natural()) <= self._free(room)

    def wraps(self, room: int) -> bool:
        """Return whether in so many columns cells wrap, if at all, between words alone.

        Those of firm columns do not.
        """
        return sum(self._longest_words()) <= self._free(room)

    def _longest_words(self) -> list[int]:
        return [
            natural if column in self.firm else self._longest_word(column)
            for column, natural in enumerate(self._natural())
        ]

    def _longest_word(self, column: int) -> int:
        words = (word for row in self.rows for word in row[column].plain.split())
        return max(map(cell_len, words), default=1)

    def _natural(self) -> list[int]:
        return [
            max(1, *(cell_len(row[column].plain) for row in self.rows))
            for column in range(len(self.rows[0]))
        ]

    def _free(self, room: int) -> int:
        """What is left for cells beside indent and gaps."""
        return room - self.indent - 2 * (len(self.rows[0]) - 1)

    def _widths(self, room: int) -> list[int]:
        """Natural widths; what is too much is taken from the widest, a column at a time.

        No word is broken while that can be helped.
        """
        widths, free = self._natural(), self._free(room)
        least = self._longest_words() if self.wraps(room) else [1] * len(widths)
        while sum(widths) > free and widths != least:
            spare = [width if width > few else 0 for width, few in zip(widths, least, strict=True)]
            widths[spare.index(max(spare))] -= 1
        return widths

    def _line(self, cells: list[list[Text]], widths: list[int], number: int) -> Text:
        line = Text(" " * self.indent)
        for column, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            part = lines[number].copy() if number < len(lines) else Text()
            part.rstrip()
            space = " " * (width - cell_len(part.plain))
            if column:
                line.append("  ")
            line.append(Text(space) + part if column in self.right else part + Text(space))
        line.rstrip()
        return line


@dataclass(frozen=True, slots=True)
class Either:
    """Columns, or where they do not fit, the same in other shapes.

    Attributes:
        wrapping: Whether columns whose cells wrap between words fit too.
    """

    columns: Columns
    narrow: tuple[RenderableType, ...]
    wrapping: bool = False

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the one that fits."""
        room = options.max_width
        if self.columns.wraps(room) if self.wrapping else self.columns.fits(room):
            yield self.columns
        else:
            yield from self.narrow


@dataclass(frozen=True, slots=True)
class OneLine:
    """A line to be copied whole, a command: never broken by us."""

    words: Text

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> RenderResult:
        """Yield it."""
        yield whole(self.words.copy())


def _without_trailing_space(line: Text) -> Text:
    line.rstrip()
    return line


def whole(line: Text) -> Text:
    """Return a line that is laid out already: Rich neither wraps nor crops it."""
    line.no_wrap = True
    line.overflow = "ignore"
    return line


def spaced(parts: Iterable[Iterable[RenderableType]]) -> Group:
    """Return the parts below each other, a blank line between those that are not empty."""
    views: list[RenderableType] = []
    for part in map(list, parts):
        if part:
            views += [BLANK, *part] if views else part
    return Group(*views)


def labelled(label: str, words: Text, style: str = "") -> Flow:
    """Return words that hang from `Label: `."""
    return Flow(words, Text(f"{label}: ", style=style))


def numbered(lines: Sequence[tuple[str, Text]]) -> Iterator[Flow]:
    """Yield lines with their labels, indented, the words below each other."""
    width = max(cell_len(label) for label, _ in lines)
    gap = 1 if width == 1 else 2
    for label, words in lines:
        yield Flow(words, Text(label + " " * (width - cell_len(label) + gap)), indent=2)
