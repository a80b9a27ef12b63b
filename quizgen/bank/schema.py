"""Plain data into the dataclasses of `forms`, or into problems in words of our own.

pydantic validates the dataclasses as they stand; what it finds is translated here, so that none of
its wording reaches a user.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from quizgen.bank.mending import quoted, shown
from quizgen.core.diagnostics import Problem
from quizgen.forms.spec import (
    ChoiceSpec,
    FileSpec,
    OptionSpec,
    Shared,
    SourceSpec,
    StatementSpec,
    StatementsSpec,
    field_names,
)

Spec = TypeVar("Spec", bound=Shared)

_NESTED: dict[str, type[Any]] = {
    "options": OptionSpec,
    "statements": StatementSpec,
    "sources": SourceSpec,
}
_BRANCHES = frozenset({"str", *(spec.__name__ for spec in _NESTED.values())})
_CALLED: dict[type[Any], str] = {
    ChoiceSpec: "a question with options",
    StatementsSpec: "a question with statements",
    FileSpec: "a file",
    OptionSpec: "an option",
    StatementSpec: "a statement",
    SourceSpec: "a source",
}


# The dataclasses know nothing of pydantic, so that nothing but this module loads it.
for _spec in _CALLED:
    with_config(ConfigDict(extra="forbid"))(_spec)
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {
    spec: TypeAdapter(spec) for spec in (ChoiceSpec, StatementsSpec, FileSpec)
}


def validated(spec: type[Spec], data: Mapping[str, Any]) -> Spec | tuple[Problem, ...]:
    """Return the data as a spec, or a problem for each value that does not fit it."""
    try:
        fitting: Spec = _ADAPTERS[spec].validate_python(data)
    except ValidationError as error:
        return tuple(_problems(spec, data, error))
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
    for name in wrong.difference(field_names(spec)).intersection(data):
        meant = near(name, field_names(spec))
        if meant and meant not in kept:
            kept[meant] = data[name]
            stands_for[meant] = name
    return kept, stands_for


def near(name: str, names: Iterable[str]) -> str:
    """Return the name that was probably meant, "" if none comes near."""
    close = get_close_matches(name.casefold(), list(names), n=1)
    return close[0] if close else ""


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One thing pydantic found.

    Attributes:
        path: To the value, or to where it should be.
        value: What stands there, None if nothing.
        owner: The dataclass whose field it is.
        allowed: The values it may have, where they are few.
    """

    kind: str
    path: tuple[str | int, ...]
    value: Any
    owner: type[Any]
    allowed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The nearest field name."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))


def _problems(
    spec: type[Any], data: Mapping[str, Any], error: ValidationError
) -> Iterable[Problem]:
    misfits = [
        misfit
        for found in error.errors(include_url=False, include_input=False)
        if (misfit := _misfit(spec, data, found)) is not None
    ]
    meant = {
        (misfit.path[:-1], match)
        for misfit in misfits
        if misfit.kind == "unexpected_keyword_argument" and (match := _meant(misfit))
    }
    for misfit in misfits:
        if misfit.kind == "missing" and (misfit.path[:-1], misfit.name) in meant:
            continue  # the unknown field beside it is the same mistake
        yield _TRANSLATIONS.get(misfit.kind, _wrong_shape)(misfit)


def _misfit(spec: type[Any], data: Mapping[str, Any], found: Mapping[str, Any]) -> _Misfit | None:
    """One finding, None if it belongs to a branch of a union that the author did not choose."""
    value: Any = data
    path: list[str | int] = []
    owner = spec
    for step in found["loc"]:
        if _leads_on(value, step):
            value = value[step]
        elif step in _BRANCHES and path and path[0] in _NESTED:
            if (step == "str") == isinstance(value, dict):
                return None
            continue
        else:
            value = None
        path.append(step)
        if isinstance(value, dict) and len(path) == 2:  # noqa: PLR2004 - one level of nesting
            owner = _NESTED.get(str(path[0]), owner)
    expected = found.get("ctx", {}).get("expected", "")
    allowed = tuple(part.strip("' ") for part in expected.replace(" or ", ", ").split(", "))
    return _Misfit(found["type"], tuple(path), value, owner, allowed if expected else ())


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int)


def _fields(owner: type[Any]) -> list[str]:
    return [*field_names(owner), *(["questions"] if owner is FileSpec else [])]


def _meant(misfit: _Misfit) -> str:
    return near(misfit.name, _fields(misfit.owner))


def _unknown(misfit: _Misfit) -> Problem:
    name = misfit.name
    meant = _meant(misfit)
    nested = misfit.owner in (OptionSpec, StatementSpec)
    if not meant and nested and (" " in name.strip() or name[:1].isupper()):
        return _colon_in_text(misfit)
    has = f"{_CALLED[misfit.owner]} has: {', '.join(_fields(misfit.owner))}"
    help_ = f"did you mean `{meant}`? {has[0].upper()}{has[1:]}" if meant else has
    return Problem("QG104", misfit.path, f"unknown field `{name}`", help=help_, at_key=True)


def _colon_in_text(misfit: _Misfit) -> Problem:
    text = f"{misfit.name}: {misfit.value}" if isinstance(misfit.value, str) else misfit.name
    return Problem(
        "QG132",
        misfit.path,
        f"a colon makes `{misfit.name}` the name of a field",
        help=f"put the text in quotes: {shown(quoted(text))}",
        at_key=True,
    )


def _missing(misfit: _Misfit) -> Problem:
    message = f"{_CALLED[misfit.owner]} needs `{misfit.name}`"
    return Problem("QG101", misfit.path, message, help=f"add `{misfit.name}:`")


def _bad_value(misfit: _Misfit) -> Problem:
    allowed = misfit.allowed or ("true", "false")
    close = near(str(misfit.value), allowed)
    listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    return Problem(
        "QG106",
        misfit.path,
        f"`{misfit.name}` cannot be `{misfit.value}`",
        help=f"did you mean `{close}`? It is {listed}" if close else f"it is {listed}",
    )


_SHAPES: dict[str, tuple[str, str]] = {
    "string_type": ("text", "write the text after the colon"),
    "tuple_type": ("a list", "write one entry to a line, each with a dash"),
    "dict_type": ("a mapping", "write one entry to a line, each as `name: text`"),
    "mapping_type": ("a mapping", "write one entry to a line, each as `name: text`"),
    "dataclass_type": ("a mapping", "write its fields, each as `name: text`"),
}


def _wrong_shape(misfit: _Misfit) -> Problem:
    wanted, help_ = _SHAPES.get(misfit.kind, ("something else", "see `quizgen explain QG102`"))
    called = f"`{misfit.name}`"
    if isinstance(misfit.path[-1], int):
        called = f"entry {misfit.path[-1] + 1} of {called}"
        if misfit.owner is StatementsSpec and misfit.name == "statements":
            help_ = "begin it with `correct:` or `incorrect:`"
    if misfit.path == ("answer",):
        help_ = "name one option, by its letter: `answer: a`"
    if isinstance(misfit.value, dict | list):
        given = "a mapping" if isinstance(misfit.value, dict) else "a list"
    else:
        given = "text" if misfit.value else "empty"
    return Problem("QG102", misfit.path, f"{called} is {given}, not {wanted}", help=help_)


_TRANSLATIONS: dict[str, Callable[[_Misfit], Problem]] = {
    "unexpected_keyword_argument": _unknown,
    "missing": _missing,
    "literal_error": _bad_value,
    "enum": _bad_value,
    "bool_parsing": _bad_value,
}
