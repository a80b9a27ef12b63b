"""All kinds of item models, for those who read question files; a draw loads one at a time."""

from quizgen.forms.models.kind import NAMES, Kind, kind_named, kind_of

__all__ = ["KINDS", "Kind", "kind_of"]

KINDS = tuple(map(kind_named, NAMES))
