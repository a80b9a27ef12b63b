"""Plain data into the dataclasses of `forms`, or into problems.

pydantic validates the dataclasses as they stand; see `misfits` for what is said of the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from quizgen.bank.misfits import translated
from quizgen.bank.terms import TERMS, Terms, meant
from quizgen.core.diagnostics import Problem
from quizgen.forms.spec import field_names

Spec = TypeVar("Spec")

_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
"""Made when it is first needed, as a file has but a few kinds."""


def validated(
    spec: type[Spec], data: Mapping[str, Any], terms: Terms = TERMS
) -> Spec | tuple[Problem, ...]:
    """Return the data as a spec, or a problem for each value that does not fit it."""
    try:
        fitting: Spec = _adapter(spec).validate_python(data)
    except ValidationError as error:
        return tuple(translated(spec, data, error, terms))
    return fitting


def as_meant(
    spec: type[Any], data: Mapping[str, Any], problems: Iterable[Problem]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the data without the fields that have problems, to see what else is wrong with it.

    An unknown field near to a known one takes its place; the second result names it, by the field
    whose place it took.
    """
    wrong = {str(problem.path[0]) for problem in problems if problem.path}
    kept = {name: value for name, value in data.items() if name not in wrong}
    stands_for: dict[str, str] = {}
    for name in [name for name in data if name in wrong.difference(field_names(spec))]:
        other = meant(name, field_names(spec))
        if other and other not in kept:
            kept[other] = data[name]
            stands_for[other] = name
    return kept, stands_for
