"""What pydantic finds in plain data, in words of our own: none of its wording reaches a user."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from quizgen.bank.mending import quoted, shown
from quizgen.bank.terms import LISTS, OF_FILE, Terms, meant, near
from quizgen.core.diagnostics import Problem
from quizgen.forms.spec import FileSpec, PairSpec, field_names


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One thing pydantic found.

    Attributes:
        path: To the value, or to where it should be.
        value: What stands there, None if nothing.
        beside: What else stands in the mapping it stands in.
        owner: The dataclass whose field it is.
        allowed: The values it may have, where they are few.
        terms: How to speak of it.
    """

    kind: str
    path: tuple[str | int, ...]
    value: Any
    beside: Mapping[str, Any]
    owner: type[Any]
    allowed: tuple[str, ...]
    terms: Terms

    @property
    def name(self) -> str:
        """The nearest field name."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))

    @property
    def called(self) -> str:
        """What the mapping is called in which it stands."""
        return self.terms.called[self.owner]


def translated(
    spec: type[Any], data: Mapping[str, Any], error: ValidationError, terms: Terms
) -> Iterable[Problem]:
    """Yield a problem for each value of the data that does not fit a spec."""
    misfits = [
        misfit
        for found in error.errors(include_url=False, include_input=False)
        if (misfit := _misfit(spec, data, found, terms)) is not None
    ]
    others = {
        (misfit.path[:-1], other)
        for misfit in misfits
        if misfit.kind == "unexpected_keyword_argument" and (other := _meant(misfit))
    }
    for misfit in misfits:
        if misfit.kind == "missing" and (misfit.path[:-1], misfit.name) in others:
            continue  # the unknown field beside it is the same mistake
        yield _TRANSLATIONS.get(misfit.kind, _wrong_shape)(misfit)


def _misfit(
    spec: type[Any], data: Mapping[str, Any], found: Mapping[str, Any], terms: Terms
) -> _Misfit | None:
    """One finding, None if it belongs to a branch of a union that the author did not choose."""
    value: Any = data
    holder: Any = data
    path: list[str | int] = []
    owner = spec
    names = {part.__name__ for part in terms.nested.values()}
    for step in found["loc"]:
        holder = value
        if _leads_on(value, step):
            value = value[step]
        elif step == "str" or step in names:
            # A branch of a union, by the name of its type.
            if (step == "str") == isinstance(value, dict):
                return None
            continue
        else:
            value = None
        path.append(step)
        if isinstance(value, dict) and len(path) == (1 if path[0] == "claim" else 2):
            owner = terms.nested.get(str(path[0]), owner)
    expected = found.get("ctx", {}).get("expected", "")
    allowed = tuple(part.strip("' ") for part in expected.replace(" or ", ", ").split(", "))
    held = holder if isinstance(holder, dict) else {}
    beside = {name: one for name, one in held.items() if name != path[-1]}
    allowed = allowed if expected else ()
    return _Misfit(found["type"], tuple(path), value, beside, owner, allowed, terms)


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int)


def _fields(owner: type[Any]) -> list[str]:
    return [*field_names(owner), *(LISTS if owner is FileSpec else ())]


def _meant(misfit: _Misfit) -> str:
    return meant(misfit.name, [name for name in _fields(misfit.owner) if name not in misfit.beside])


def _unknown(misfit: _Misfit) -> Problem:
    name = misfit.name
    other = _meant(misfit)
    nested = misfit.owner in misfit.terms.nested.values()
    if not other and misfit.owner is PairSpec and not misfit.beside:
        return _colon_in_row(misfit)
    if not other and nested and (" " in name.strip() or name[:1].isupper()):
        return _colon_in_text(misfit)
    has = f"{misfit.called} has: {', '.join(_fields(misfit.owner))}"
    help_ = f"did you mean `{other}`? {has[0].upper()}{has[1:]}" if other else has
    if name in OF_FILE and not nested:
        help_ = f"`{name}` belongs at the top of the file, for all that is in it"
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


def _colon_in_row(misfit: _Misfit) -> Problem:
    value = misfit.value if isinstance(misfit.value, str) else "..."
    return Problem(
        "QG132",
        misfit.path,
        f"a colon makes `{misfit.name}` the name of a field",
        help=f"write the row as `- matched: {shown(f'{misfit.name} | {value}')}`, or `mismatched`",
        at_key=True,
    )


def _missing(misfit: _Misfit) -> Problem:
    message = f"{misfit.called} needs `{misfit.name}`"
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


_BARRED = frozenset(("heads", "matched", "mismatched", "match"))
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
    if misfit.kind == "dataclass_type":
        help_ = misfit.terms.begin.get(misfit.name, help_)
    if misfit.name in _BARRED and isinstance(misfit.value, list):
        cells = " | ".join(cell for cell in misfit.value if isinstance(cell, str))
        help_ = f"write the columns with bars between them: `{misfit.name}: {cells}`"
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
