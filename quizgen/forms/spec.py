"""What an author writes, as frozen dataclasses: the fields of a question file.

The dataclasses are validated as they stand, so their types say what shape a value must have, and
each field's `description` is what documentation and a schema say of it. Everything an author may
leave out has a default. Texts arrive as they were typed. Each kind of question has a module of its
own under `specs`, so that a draw loads only what it needs; here are all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from inspect import get_annotations
from typing import Any

from quizgen.forms.specs.base import Common, Shared, SourceSpec, said, worded
from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec
from quizgen.forms.specs.pairs import PairSpec, PairsSpec
from quizgen.forms.specs.reasons import ReasonSpec, ReasonsSpec
from quizgen.forms.specs.sequence import EntrySpec, SequenceSpec
from quizgen.forms.specs.statements import Ask, StatementSpec, StatementsSpec

__all__ = [
    "Ask",
    "ChoiceSpec",
    "Common",
    "EntrySpec",
    "FileSpec",
    "OptionSpec",
    "PairSpec",
    "PairsSpec",
    "ReasonSpec",
    "ReasonsSpec",
    "SequenceSpec",
    "Shared",
    "SourceSpec",
    "StatementSpec",
    "StatementsSpec",
    "field_names",
    "said",
    "worded",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FileSpec(Shared):
    """A question file without its questions; the shared fields are defaults for them."""

    title: str = worded("What the file is called")
    bank: str = worded("The bank its questions belong to, as part of their names")
    lang: str = said("The language of the composed lines", default="en")
    stale_after: str = worded("The age at which `check` asks to look again at `as_of`: 18 months")
    sources: Mapping[str, str | SourceSpec] = said("Sources by name", default_factory=dict)


def field_names(spec: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields an author may write, those of the form itself first."""
    known = {one.name for one in fields(spec)}
    parts = (get_annotations(part) for part in spec.__mro__)
    return tuple(name for part in parts for name in part if name in known)
