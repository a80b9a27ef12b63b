"""Elements of HTML and SVG, safe by construction.

Rules that must stay true:

- Every text is cleaned and escaped when it is written; there is no way to pass markup as text.
- Only names listed here can be written, so no text can become a tag or an attribute, and there is
  neither script nor anything that loads.
- A link leads to a place on the same page.
- The one text that is not escaped, a style sheet, may hold no `<`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from quizgen.core.text import clean

_HTML = """
    html head meta title style body header nav main footer section article figure figcaption
    h1 h2 h3 p div span strong em a time ul ol li dl dt dd table caption thead tbody tr th td
    fieldset legend input label
"""
_SVG = "svg desc defs pattern g rect path line circle text"
_ANY = "id class lang role tabindex aria-hidden aria-label aria-labelledby"
_OF_HTML = """
    charset http-equiv name content href datetime scope type for checked autocomplete
"""
_OF_SVG = """
    viewBox width height x y x1 x2 y1 y2 r d fill transform text-anchor
    patternUnits patternTransform
"""
ELEMENTS = frozenset(f"{_HTML} {_SVG}".split())
ATTRIBUTES = frozenset(f"{_ANY} {_OF_HTML} {_OF_SVG}".split())
_EMPTY = frozenset({"meta", "input"})
_INLINE = frozenset({"span", "strong", "em", "a", "time"})
"""After others a line break is written, which shows nowhere and lets the file be read."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and children, in order; strings among these are text.

    Raises:
        ValueError: A name is not among those that can be written, a link leads off the page, or a
            style sheet holds a `<`.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Node", ...]

    def __post_init__(self) -> None:
        """Refuse what is never to be written, whoever makes it."""
        unknown = [name for name, _ in self.attributes if name not in ATTRIBUTES]
        if self.name not in ELEMENTS or unknown:
            raise ValueError(f"never written: <{self.name}> {' '.join(unknown)}")
        if any(name == "href" and not value.startswith("#") for name, value in self.attributes):
            raise ValueError("a link leads to a place on the page")
        if self.name == "style" and not all(map(_is_sheet, self.children)):
            raise ValueError("a style sheet is text without <")


Node = Element | str
Value = str | int | float | None
"""Of an attribute; None leaves it out."""


def element(name: str, /, *children: Node, **attributes: Value) -> Element:
    """Return an element.

    An underscore in an attribute's name stands for a hyphen, one at its end for nothing (`class_`).
    """
    found = tuple(
        (attribute.removesuffix("_").replace("_", "-"), _written(value))
        for attribute, value in attributes.items()
        if value is not None
    )
    return Element(name, found, children)


def _is_sheet(child: Node) -> bool:
    return isinstance(child, str) and "<" not in child


def _written(value: str | float) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def written(node: Node) -> str:
    """Return an element as HTML, or a text escaped."""
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterable[str]:
    if isinstance(node, str):
        yield escape(clean(node))
        return
    words = "".join(f' {name}="{escape(clean(value))}"' for name, value in node.attributes)
    yield f"<{node.name}{words}>"
    if node.name == "style":
        yield from (child for child in node.children if isinstance(child, str))
    else:
        for child in node.children:
            yield from _pieces(child)
    if node.name not in _EMPTY:
        yield f"</{node.name}>"
    if node.name not in _INLINE:
        yield "\n"
