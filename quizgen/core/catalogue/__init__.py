"""The codes of diagnostics: severity, title, and what `quizgen explain` says of each.

QG0xx: the file and its YAML. QG10x to QG12x: content. QG13x and QG14x: traps of YAML. QG15x:
facts and item models. QG20x to QG22x: warnings about sound questions. QG23x and QG24x: advice.
Codes are never reused.
"""

from quizgen.core.catalogue.advice import ADVICE
from quizgen.core.catalogue.content import CONTENT
from quizgen.core.catalogue.entry import Entry
from quizgen.core.catalogue.files import FILES
from quizgen.core.catalogue.forms import FORMS
from quizgen.core.catalogue.models import MODELS
from quizgen.core.catalogue.traps import TRAPS
from quizgen.core.catalogue.warnings import WARNINGS
from quizgen.core.diagnostics import Severity

__all__ = ["CATALOGUE", "Entry", "is_error"]

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **CONTENT,
    **FORMS,
    **TRAPS,
    **MODELS,
    **WARNINGS,
    **ADVICE,
}


def is_error(code: str) -> bool:
    """Return whether a finding of that code keeps its question or file from being asked."""
    return CATALOGUE[code].severity is Severity.ERROR
