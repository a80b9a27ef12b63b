"""A model and its pool, and which of its facts may be asked when."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from quizgen.forms.dates import NEVER, When, first_day, last_day
from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.shared import Cited

Fact = TypeVar("Fact", bound=FactSpec)
Spec = TypeVar("Spec", bound=ModelSpec)


@dataclass(frozen=True, slots=True)
class Model:
    """An item model with its pool, both found sound.

    Attributes:
        spec: Its forms are those it yields, by name.
        facts: Of one kind, with ids all different.
        cited: The source of each fact as printed, in the same order.
    """

    bank: str
    spec: ModelSpec
    facts: tuple[FactSpec, ...]
    cited: tuple[Cited, ...]


def known_from(fact: FactSpec) -> str:
    """Return the date from which a fact is one, empty if it always was."""
    return fact.known_from


def known_until(fact: FactSpec) -> str:
    """Return the date from which a fact no longer holds, whatever day it is asked for."""
    return fact.known_until


def askable(model: Model, kind: type[Fact], when: When | None) -> list[Fact]:
    """Return the facts that may be asked, by id; without `when`, those that ever could be.

    None is from after the day up to which the pool is known to be right, nor after the day of
    `when`, nor did it cease to be true by then.
    """
    return [fact for fact in _askable(model, when) if isinstance(fact, kind)]


@lru_cache(maxsize=128)
def _askable(model: Model, when: When | None) -> tuple[FactSpec, ...]:
    """Weighed once for a paper, which asks for each of its questions."""
    found = (fact for fact in model.facts if _is_askable(model, fact, when))
    return tuple(sorted(found, key=lambda fact: fact.id))


def by_id(model: Model, kind: type[Fact]) -> dict[str, Fact]:
    """Return the whole pool of a kind of facts."""
    return {fact.id: fact for fact in _facts(model, kind)}


def spec_as(model: Model, kind: type[Spec]) -> Spec:
    """Return what the author wrote of a model known to be of a kind; `TypeError` if it is not."""
    if not isinstance(model.spec, kind):
        raise TypeError(kind)
    return model.spec


def _facts(model: Model, kind: type[Fact]) -> Iterator[Fact]:
    return (fact for fact in model.facts if isinstance(fact, kind))


def lifetime(model: Model, *facts: FactSpec) -> tuple[str, str]:
    """Return the first day on which some facts may be asked together, and the first after them.

    The first is empty if they always could; without facts, it is the model's own lifetime.
    """
    begin = [last_day(date) for date in (model.spec.since, *map(known_from, facts)) if date]
    end = [first_day(date) for date in (model.spec.until, *map(known_until, facts)) if date]
    return max(begin, default=""), min(end, default=NEVER)


def _is_askable(model: Model, fact: FactSpec, when: When | None) -> bool:
    since, until = lifetime(model, fact)
    if when is None:
        since = last_day(known_from(fact)) if known_from(fact) else ""
    if model.spec.as_of and since > last_day(model.spec.as_of):
        return False
    return when is None or since <= when.day < until
