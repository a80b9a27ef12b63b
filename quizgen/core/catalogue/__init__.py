"""The codes of diagnostics: severity, title, and what `quizgen explain` says of each.

QG0xx: the file and its YAML. QG10x to QG12x: content. QG13x and QG14x: traps of YAML. QG2xx:
warnings about sound questions. Codes are never reused.
"""

from quizgen.core.catalogue.content import CONTENT
from quizgen.core.catalogue.entry import Entry
from quizgen.core.catalogue.files import FILES
from quizgen.core.catalogue.traps import TRAPS
from quizgen.core.catalogue.warnings import WARNINGS
from quizgen.core.diagnostics import Severity

__all__ = ["CATALOGUE", "Entry", "is_error"]

CATALOGUE: dict[str, Entry] = {**FILES, **CONTENT, **TRAPS, **WARNINGS}


def is_error(code: str) -> bool:
    """Return whether a finding of that code keeps its question or file from being asked."""
    return CATALOGUE[code].severity is Severity.ERROR
