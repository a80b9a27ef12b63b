"""Text of question files: a small subset of Markdown, parsed into blocks.

Every renderer starts from blocks, so what can reach a screen or a page is decided here: no control
character, no terminal escape, no bidirectional override. The subset: paragraphs, numbered and
bulleted lines, `*emphasis*`, `**strong**`, tables. Anything else stays the text that was typed.

A line break inside a paragraph is kept where the next line starts a numbered or bulleted line;
other lines of a paragraph flow together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_NUMBERED = re.compile(r"(\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]|[-\u2022])\s+(?=\S)")
# Neither branch looks past the next mark of its own kind: the time is linear in the text.
_EMPHASIS = re.compile(
    r"(?<![\w*])"
    r"(?:\*\*(?=[^\s*])(?P<strong>(?:[^*]|\*(?!\*))+)(?<=[^\s*])\*\*"
    r"|\*(?=[^\s*])(?P<em>[^*]+)(?<=[^\s*])\*)"
    r"(?![\w*])"
)
_MOST_BARS = 40
"""Of a table's head: no screen has room for more, and each row is made as long as it."""
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?")


def unsafe_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and character of everything that must not reach a terminal, in order.

    Joiners, which Indian scripts need, are safe; so are tab and line feed.
    """
    return ((match.start(), match.group()) for match in _UNSAFE.finditer(text))


def clean(text: str) -> str:
    """Return the text with each unsafe character shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters in one style: "" for plain, `em` or `strong`."""

    text: str
    style: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that flow."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Lines:
    """Numbered or bulleted lines, each with its label as typed (`II.`), one to a line."""

    lines: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first row the head; every row as long as the head."""

    rows: tuple[tuple[Runs, ...], ...]


Block = Paragraph | Lines | Table


def runs(text: str) -> Runs:
    """Return one line of text as runs of one style each; spacing is folded."""
    text = " ".join(clean(text).split())
    found: list[Run] = []
    start = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > start:
            found.append(Run(text[start : match.start()]))
        style = match.lastgroup or ""
        found.append(Run(match[style], style))
        start = match.end()
    if start < len(text):
        found.append(Run(text[start:]))
    return tuple(found)


def plain(text: str) -> str:
    """Return one line of text without its marks of emphasis."""
    return "".join(run.text for run in runs(text))


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, in order; empty for a text of nothing but spaces."""
    chunks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))
    return tuple(block for chunk in chunks for block in _chunk(chunk.splitlines()))


def _chunk(lines: list[str]) -> Iterator[Block]:
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) > 1 and 0 < lines[0].count("|") <= _MOST_BARS and _RULE.fullmatch(lines[1]):
        yield _table([lines[0], *lines[2:]])
        return
    places = (place for place, line in enumerate(lines) if _NUMBERED.match(line))
    first = next(places, len(lines))
    if lines[:first]:
        yield Paragraph(runs(" ".join(lines[:first])))
    if lines[first:]:
        yield _lines(lines[first:])


def _lines(lines: list[str]) -> Lines:
    """A line without a label of its own continues the one before."""
    labelled: list[list[str]] = []
    for line in lines:
        match = _NUMBERED.match(line)
        if match:
            labelled.append([match.group(1), line[match.end() :]])
        else:
            labelled[-1].append(line)
    return Lines(tuple((label, runs(" ".join(words))) for label, *words in labelled))


def _table(lines: list[str]) -> Table:
    rows = [
        [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        for line in lines
    ]
    width = len(rows[0])
    return Table(tuple(tuple(runs(cell) for cell in (row + [""] * width)[:width]) for row in rows))
