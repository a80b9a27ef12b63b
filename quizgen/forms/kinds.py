"""The kinds of question, told by the fields that are there; in this table new kinds join."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms import choice, pairs, reasons, sequence, statements
from quizgen.forms.shared import Setting
from quizgen.forms.spec import (
    ChoiceSpec,
    Common,
    PairsSpec,
    ReasonsSpec,
    SequenceSpec,
    StatementsSpec,
)

Composed = Item | tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question.

    Attributes:
        name: As diagnostics call it: *a question with ...*.
        marks: Fields of which any one tells the kind; the first is one it must have.
        spec: What an author writes.
        compose: From the spec to an item.
    """

    name: str
    marks: tuple[str, ...]
    spec: type[Common]
    compose: Callable[[Any, Setting], Composed]


KINDS = (
    Kind("pairs", ("pairs", "heads"), PairsSpec, pairs.compose),
    Kind("reasons", ("reasons", "claim"), ReasonsSpec, reasons.compose),
    Kind("a sequence", ("sequence",), SequenceSpec, sequence.compose),
    Kind("statements", ("statements", "about", "lead"), StatementsSpec, statements.compose),
    Kind("options", ("options", "question"), ChoiceSpec, choice.compose),
)
"""In order: the first kind with a mark among the fields is taken."""


def kind_of(fields: Iterable[str]) -> Kind | None:
    """Return the kind of a question with those fields, None if they tell none."""
    present = frozenset(fields)
    for kind in KINDS:
        if not present.isdisjoint(kind.marks):
            return kind
    return None


def compose(spec: Common, setting: Setting) -> Composed:
    """Return the item an author wrote, or every problem that keeps it from being one."""
    for kind in KINDS:
        if kind.spec is type(spec):
            return kind.compose(spec, setting)
    raise TypeError(type(spec))
