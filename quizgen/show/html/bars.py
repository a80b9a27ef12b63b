"""Rows of bars across a chart, each under a name and its figures; the legend below a chart."""

from collections.abc import Sequence

from quizgen.core.marking import Outcome
from quizgen.show.html.markup import Element, Node, element
from quizgen.show.html.svg import WIDTH, bar, label, sign, swatch

ROW = 38
"""Height of a row, its name included."""
_BAR = 13
_LONGEST = 30
"""Characters of a name that leave room for its figures; the table has it whole."""


def row_head(number: int, name: str, figures: str) -> list[Element]:
    """Return the line above the bars of a row, by its number from 0."""
    base = ROW * number + 13
    shown = (
        name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )
    return [label(shown, 0, base), label(figures, WIDTH, base, anchor="end")]


def across(kind: Outcome, name: str, top: float, start: float, end: float) -> Element:
    """Return a bar from one share of the width to another, its outline within the drawing."""
    room = WIDTH - 2
    return bar(name, kind, 1 + start * room, top, (end - start) * room, _BAR)


def drawing(picture: Element, *keys: Node) -> Element:
    """Return a chart with its legend."""
    items = (element("li", key) for key in keys)
    legend = element("ul", *items, class_="legend", role="list")
    return element("figure", picture, element("figcaption", legend))


def key(name: str, kind: Outcome, words: str) -> Element:
    """Return a sample of a bar, the shape that goes with it in the chart of times, and the word."""
    return element("span", swatch(name, kind), *([sign(kind)] if name == "times" else []), words)


def sentences(parts: Sequence[str]) -> str:
    """Return what a chart says, for its description."""
    return f"{'; '.join(parts)}."
