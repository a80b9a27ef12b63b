"""The parts charts are drawn with. Each outcome has a pattern and a shape besides its colour."""

from quizgen.core.marking import Outcome
from quizgen.show.html.markup import Element, element

WIDTH = 360
"""Of every chart, in its own units: about a pixel each on a phone."""
_CROSS = "M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5"
_TICK = "M-4 0L-1.2 3L4 -3.5"
_DASH = "M-4 0L4 0"


def chart(name: str, title: str, description: str, height: float, *drawn: Element) -> Element:
    """Return a drawing with its title and description; `name` is its own on the page."""
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-description"),
        _stripes(f"{name}-stripes"),
        *drawn,
        class_="chart",
        role="img",
        aria_labelledby=f"{name}-title {name}-description",
        viewBox=f"0 0 {WIDTH} {height:g}",
    )


def _stripes(name: str) -> Element:
    pattern = element(
        "pattern",
        element("path", d="M0 0V6", class_="stripe"),
        id=name,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return element("defs", pattern)


def bar(name: str, kind: Outcome, x: float, y: float, width: float, height: float) -> Element:
    """Return a bar of the chart of that name: right full, wrong striped, others open."""
    fill = f"url(#{name}-stripes)" if kind is Outcome.WRONG else None
    return element(
        "rect", class_=f"bar {_style(kind)}", x=x, y=y, width=width, height=height, fill=fill
    )


def label(words: str, x: float, y: float, *, anchor: str = "start", small: bool = False) -> Element:
    """Return words on a chart; `y` is their base line."""
    style = "small" if small else None
    return element("text", words, x=x, y=y, text_anchor=anchor, class_=style)


def line(y: float, *, dashed: bool = False) -> Element:
    """Return a line across a chart."""
    return element("line", x1=0, x2=WIDTH, y1=y, y2=y, class_="pace" if dashed else "rule")


def mark(kind: Outcome, x: float, y: float) -> Element:
    """Return the shape of an outcome, about eight units wide around a point."""
    return element(
        "g", _shape(kind), class_=f"mark {_style(kind)}", transform=f"translate({x:g} {y:g})"
    )


def sign(kind: Outcome) -> Element:
    """Return the shape of an outcome to stand beside its word, which says the same."""
    return element("svg", mark(kind, 6, 6), class_="sign", viewBox="0 0 12 12", aria_hidden="true")


def swatch(name: str, kind: Outcome) -> Element:
    """Return a piece of a bar of the chart of that name, for its legend."""
    piece = bar(name, kind, 1, 1, 16, 10)
    return element("svg", piece, class_="swatch", viewBox="0 0 18 12", aria_hidden="true")


def _style(kind: Outcome) -> str:
    return kind if kind in {Outcome.RIGHT, Outcome.WRONG} else "open"


def _shape(kind: Outcome) -> Element:
    match kind:
        case Outcome.RIGHT:
            return element("path", d=_TICK)
        case Outcome.WRONG:
            return element("path", d=_CROSS)
        case Outcome.DECLINED:
            return element("path", d=_DASH)
        case Outcome.VOID:
            return element("rect", x=-3, y=-3, width=6, height=6)
        case _:
            return element("circle", r=3.2)
