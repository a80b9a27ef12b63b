"""Texts of question files as elements: paragraphs, numbered lines, tables, emphasis."""

from collections.abc import Iterator, Sequence

from quizgen.core.text import Block, Lines, Paragraph, Runs, blocks, runs
from quizgen.show.html.boxes import box
from quizgen.show.html.markup import Element, Node, element


def line(text: str) -> tuple[Node, ...]:
    """Return one line of a question file, with its emphasis."""
    return _styled(runs(text))


def prose(text: str) -> Iterator[Element]:
    """Yield the blocks of a text of a question file."""
    return map(_block, blocks(text))


def labelled_lines(lines: Sequence[tuple[str, Sequence[Node]]]) -> Element:
    """Return lines with their labels as typed (`II.`) before them."""
    return element(
        "ul",
        *(
            element("li", element("span", label, " ", class_="label"), element("span", *words))
            for label, words in lines
        ),
        class_="labelled",
        role="list",  # some readers take a list without bullets for none
    )


def _styled(found: Runs) -> tuple[Node, ...]:
    return tuple(element(run.style, run.text) if run.style else run.text for run in found)


def _block(block: Block) -> Element:
    if isinstance(block, Paragraph):
        return element("p", *_styled(block.runs))
    if isinstance(block, Lines):
        return labelled_lines([(label, _styled(words)) for label, words in block.lines])
    return _table(block.rows)


def _table(rows: Sequence[Sequence[Runs]]) -> Element:
    """Heads only if any has a text; a first column without a head labels its rows."""
    head, *body = rows
    labels = not head[0] and len(head) > 1
    parts = [element("tbody", *(_row(row, labels=labels) for row in body))]
    if any(head):
        parts.insert(0, element("thead", element("tr", *map(_head, head))))
    return box("Table", *parts)


def _head(words: Runs) -> Element:
    return element("th", *_styled(words), scope="col") if words else element("td")


def _row(row: Sequence[Runs], *, labels: bool) -> Element:
    first = element("th", *_styled(row[0]), scope="row") if labels else _cell(row[0])
    return element("tr", first, *map(_cell, row[1:]))


def _cell(words: Runs) -> Element:
    return element("td", *_styled(words))
