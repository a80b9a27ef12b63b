"""Models as plain JSON types, for the index: what is at its default is left out."""

from collections.abc import Mapping
from typing import Any, TypeVar

from quizgen.core.item import Difficulty
from quizgen.core.record import Record, record
from quizgen.forms.models.kind import kind_named, kind_of
from quizgen.forms.models.pool import Model
from quizgen.forms.shared import Cited

Spec = TypeVar("Spec")


def model_record(model: Model) -> Record:
    """Return a model as JSON types."""
    return {
        "kind": kind_of(model.spec).name,
        "bank": model.bank,
        "spec": record(model.spec),
        "facts": record(model.facts),
        "cited": record(model.cited),
    }


def model_from(told: Record) -> Model:
    """Return the model of a record; `KeyError`, `TypeError` or `ValueError` if it is none."""
    kind = kind_named(told["kind"])
    return Model(
        bank=told["bank"],
        spec=_spec(kind.spec, told["spec"], kind.parts),
        facts=tuple(_spec(kind.fact, fact) for fact in told["facts"]),
        cited=tuple(_spec(Cited, cited) for cited in told["cited"]),
    )


_NONE: Mapping[str, type[Any]] = {}


def _spec(kind: type[Spec], told: Record, parts: Mapping[str, type[Any]] = _NONE) -> Spec:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    for name in known.keys() & parts.keys():
        known[name] = tuple(_spec(parts[name], part) for part in told[name])
    if known.get("difficulty"):
        known["difficulty"] = Difficulty(known["difficulty"])
    return kind(**known)
