"""A model from what its author wrote, or what keeps it from asking anything.

The facts are sound by themselves: each has an id of its own, texts and dates where it needs them.
Here it is found whether they agree with the model and with each other, and what they suffice for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from quizgen.core.diagnostics import Problem
from quizgen.forms.models import drawing
from quizgen.forms.models.checks import pool_problems
from quizgen.forms.models.kind import Kind, kind_of
from quizgen.forms.models.pool import Model
from quizgen.forms.models.spec import FactSpec, ModelSpec
from quizgen.forms.shared import Setting, cited


def build(
    spec: ModelSpec, facts: Sequence[FactSpec], setting: Setting
) -> Model | tuple[Problem, ...]:
    """Return the model over its pool, or every problem that keeps it from being one.

    A problem's path begins with `model`, or with `fact` and its number in the pool.
    """
    kind = kind_of(spec)
    strange = next((fact for fact in facts if not isinstance(fact, kind.fact)), None)
    if strange is not None:
        return (_wrong_pool(kind, spec),)
    problems = (*_form_problems(kind, spec), *pool_problems(spec, facts))
    if problems:
        return problems
    sources = tuple(
        cited(replace(spec, source=fact.source or spec.source), setting.sources) for fact in facts
    )
    model = Model(setting.bank, spec, tuple(facts), sources)
    able = tuple(name for name in spec.forms or kind.forms if _is_able(kind, model, name))
    problems = tuple(_lacking(kind, spec, able))
    return problems or replace(model, spec=replace(spec, forms=tuple(dict.fromkeys(able))))


def _wrong_pool(kind: Kind, spec: ModelSpec) -> Problem:
    pool = getattr(spec, kind.name)
    return Problem(
        "QG152",
        ("model", kind.name),
        f"the facts of the pool `{pool}` are not {kind.holds}",
        help=f"name a pool of {kind.holds}",
    )


def _form_problems(kind: Kind, spec: ModelSpec) -> Iterable[Problem]:
    for number, name in enumerate(spec.forms):
        if name not in kind.forms:
            close = get_close_matches(name, kind.forms, n=1)
            listed = ", ".join(kind.forms)
            yield Problem(
                "QG106",
                ("model", "forms", number),
                f"a model with `{kind.name}` has no form `{name}`",
                help=f"did you mean `{close[0]}`?" if close else f"it has {listed}",
            )


def _is_able(kind: Kind, model: Model, name: str) -> bool:
    """Whether the pool suffices for a form, whatever the day."""
    found = drawing.found(
        kind.forms[name],
        kind.places(model, name, None),
        lambda place: kind.frame(model, place, None),
        "",
        frozenset(),
    )
    return found is not None


def _lacking(kind: Kind, spec: ModelSpec, able: Sequence[str]) -> Iterable[Problem]:
    why = f"an item shows three or more {kind.holds} that cannot be taken for one another"
    for number, name in enumerate(spec.forms):
        if name not in able:
            yield Problem(
                "QG154",
                ("model", "forms", number),
                f"the pool `{getattr(spec, kind.name)}` does not suffice for the form `{name}`",
                why=why,
                help=f"add {kind.holds}, or leave this form out",
            )
    if not spec.forms and not able:
        yield Problem(
            "QG154",
            ("model", kind.name),
            f"the pool `{getattr(spec, kind.name)}` does not suffice for any form",
            why=why,
            help=f"add {kind.holds}",
        )
