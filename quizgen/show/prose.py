"""Texts of question files as renderables: paragraphs, numbered lines, tables, emphasis.

Every text goes through `core.text`, so nothing unsafe comes this far.
"""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from quizgen.core.text import Block, Lines, Paragraph, Runs, blocks, runs
from quizgen.show.layout import BLANK, Columns, Flow, numbered

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
        case _ if speak:
            head, *rows = block.rows
            for row in rows:
                yield Flow(_spoken_row(head, row), indent=2)
        case _:
            head, *rows = block.rows
            styled_rows = (tuple(styled(cell) for cell in row) for row in rows)
            yield Columns((tuple(styled(cell, "bold") for cell in head), *styled_rows))


def _spoken_row(head: tuple[Runs, ...], row: tuple[Runs, ...]) -> Text:
    parts = []
    for name, cell in zip(head, row, strict=True):
        title, words = styled(name), styled(cell)
        parts.append(title + Text(": ") + words if title.plain else words)
    return Text("; ").join(parts) + Text(".")
