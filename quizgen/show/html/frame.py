"""The frame of every page: its head, its sections, and who made it.

A page holds all it needs: no script, nothing loaded, nothing sent. The policy in its head says so
to the browser as well.
"""

from importlib.resources import files

from quizgen.show.html.markup import Element, element, written

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def document(title: str, version: str, body: Element) -> str:
    """Return a whole page as HTML.

    Args:
        version: Of quizgen.
    """
    return "<!DOCTYPE html>\n" + written(element("html", _head(title, version), body, lang="en"))


def _head(title: str, version: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"quizgen {version}"),
        element("title", title),
        element("style", files(__package__).joinpath("page.css").read_text(encoding="utf-8")),
    )


def section(name: str, title: str, *parts: Element) -> Element:
    """Return a section of a page under its heading; `name` is its own on the page."""
    head = element("h2", title, id=f"{name}-head")
    return element("section", head, *parts, id=name, aria_labelledby=f"{name}-head")


def made_by(version: str) -> Element:
    """Return the last sentence of a page."""
    return element("p", f"Made by quizgen {version}. This page loads nothing and sends nothing.")
