"""Tables: each in a box of its own, so that what is too wide for a phone scrolls in it."""

from collections.abc import Sequence

from quizgen.show.html.markup import Element, Node, element


def box(label: str, *parts: Node) -> Element:
    """Return a table of these parts in its box, named for who hears it."""
    return element(
        "div",
        element("table", *parts),
        class_="scroll",
        role="group",
        aria_label=label,
        tabindex=0,
    )


def table(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 0
) -> Element:
    """Return a table under its title, the first cell of each row its head.

    Args:
        words: How many columns at the end hold words; others but the first hold figures.
    """
    figures = len(heads) - words
    return box(
        title,
        element("caption", title),
        element("thead", element("tr", *_heads(heads, figures))),
        element("tbody", *(_row(row, figures) for row in rows)),
    )


def _heads(heads: Sequence[str], figures: int) -> list[Element]:
    return [
        element("th", head, scope="col", class_=_class(column, figures))
        for column, head in enumerate(heads)
    ]


def _row(cells: Sequence[str], figures: int) -> Element:
    first, *rest = cells
    return element(
        "tr",
        element("th", first, scope="row"),
        *(
            element("td", cell, class_=_class(column, figures))
            for column, cell in enumerate(rest, start=1)
        ),
    )


def _class(column: int, figures: int) -> str | None:
    return "figure" if 0 < column < figures else None
