"""Texts of question files as renderables: paragraphs, numbered lines, tables, emphasis.

Every text goes through `core.text`, so nothing unsafe comes this far.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from quizgen.core.text import Block, Lines, Paragraph, Runs, Table, blocks, runs
from quizgen.show.layout import BLANK, Columns, Either, Flow, numbered

Row = tuple[Runs, ...]
_STYLES = {"em": "italic", "strong": "bold"}


def styled(found: Runs, style: str = "") -> Text:
    """Return runs as Rich text."""
    text = Text(style=style)
    for run in found:
        text.append(run.text, _STYLES.get(run.style))
    return text


def rich_line(text: str, style: str = "") -> Text:
    """Return one line of a question file as Rich text, with its emphasis."""
    return styled(runs(text), style)


def text_views(text: str, *, speak: bool = False) -> Iterator[RenderableType]:
    """Yield the blocks of a text of a question file, a blank line between them.

    Args:
        speak: Rows of tables as sentences.
    """
    for number, block in enumerate(blocks(text)):
        if number:
            yield BLANK
        yield from _block_views(block, speak=speak)


def _block_views(block: Block, *, speak: bool) -> Iterator[RenderableType]:
    match block:
        case Paragraph(found):
            yield Flow(styled(found))
        case Lines(lines):
            yield from numbered([(label, styled(found)) for label, found in lines])
        case Table():
            yield from _table(block, speak=speak)


def _table(table: Table, *, speak: bool) -> Iterator[RenderableType]:
    """Rows in columns, as sentences where there is no room; heads only if any has a text."""
    head, *rows = table.rows
    if speak:
        yield from _spoken(head, rows)
        return
    cells = [tuple(styled(cell) for cell in row) for row in rows]
    if any(head) or not rows:
        cells.insert(0, tuple(styled(cell, "bold") for cell in head))
    yield Either(Columns(tuple(cells)), tuple(_spoken(head, rows)), wrapping=True)


def _spoken(head: Row, rows: Sequence[Row]) -> Iterator[Flow]:
    """Rows as sentences; a first column without a head is the label of its row."""
    if not head[0] and len(head) > 1 and rows:
        yield from numbered([(styled(row[0]).plain, _sentence(head[1:], row[1:])) for row in rows])
    else:
        for row in rows:
            yield Flow(_sentence(head, row), indent=2)


def _sentence(head: Row, row: Row) -> Text:
    parts = []
    for name, cell in zip(head, row, strict=True):
        title, words = styled(name), styled(cell)
        parts.append(title + Text(": ") + words if title.plain else words)
    joined = Text("; ").join(parts)
    return joined if joined.plain.endswith((".", "?", "!")) else joined + Text(".")
