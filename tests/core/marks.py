"""Marking schemes of tests."""

from dataclasses import replace
from fractions import Fraction

from quizgen.core.paper import MarkingScheme


def changed_marks(
    scheme: MarkingScheme, right: Fraction, wrong: Fraction, blank: Fraction
) -> MarkingScheme:
    """Return the scheme with other marks, as `--marks --wrong --blank` make it."""
    return replace(scheme, right=right, wrong=wrong, blank=blank)
