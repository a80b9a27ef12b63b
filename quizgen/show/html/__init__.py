"""Results and progress as HTML files: no script, nothing from the network, every text escaped."""

from quizgen.show.html.document import About, page
from quizgen.show.html.progress import progress_page

__all__ = ["About", "page", "progress_page"]
