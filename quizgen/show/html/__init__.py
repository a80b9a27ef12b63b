"""A result as one HTML file: no script, nothing from the network, every text escaped."""

from quizgen.show.html.document import About, page

__all__ = ["About", "page"]
