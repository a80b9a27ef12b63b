"""What keeps a pool from being asked about: names that lead nowhere, and contradictions."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from quizgen.core.chance import fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.forms.dates import NEVER, first_day, is_day, last_day
from quizgen.forms.models.spec import (
    AttributesModel,
    ColumnSpec,
    EventFact,
    FactSpec,
    MembershipModel,
    ModelSpec,
    RowFact,
    StatementFact,
    StatementsModel,
    StatusFact,
)
from quizgen.forms.models.specs.attributes import value_name
from quizgen.forms.shared import Path


def pool_problems(spec: ModelSpec, facts: Sequence[FactSpec]) -> Iterable[Problem]:
    """Yield what is wrong with a model and its pool, the facts being of its kind."""
    match spec:
        case MembershipModel():
            yield from _membership(spec, [fact for fact in facts if isinstance(fact, StatusFact)])
        case StatementsModel():
            statements = [fact for fact in facts if isinstance(fact, StatementFact)]
            yield from _statements(spec, statements)
        case AttributesModel():
            yield from _attributes(spec, [fact for fact in facts if isinstance(fact, RowFact)])
        case _:
            events = [fact for fact in facts if isinstance(fact, EventFact)]
            yield from _texts([fact.event for fact in events], "event")
            yield from _bars([fact.event for fact in events], "event")


def _texts(texts: Sequence[str], *fields: str) -> Iterable[Problem]:
    """Yield the facts that say what one before them says; a field for each, or one for all."""
    seen: set[str] = set()
    for number, text in enumerate(fingerprints(texts)):
        if text in seen:
            field = fields[number] if len(fields) > 1 else fields[0]
            message = f"another fact of this pool says the same: `{texts[number]}`"
            yield Problem("QG120", ("fact", number, field), message, help="change or remove one")
        seen.add(text)


def _bars(texts: Sequence[str], field: str) -> Iterable[Problem]:
    for number, text in enumerate(texts):
        yield from _bar(text, ("fact", number, field))


def _bar(text: str, path: Path) -> Iterable[Problem]:
    if "|" in text:
        message = "a bar would part the columns of a table"
        yield Problem("QG123", path, message, help="write it without the bar", piece="|")


def _unknown(name: str, known: Iterable[str], path: Path, what: str) -> Iterable[Problem]:
    names = list(known)
    if name not in names:
        help_ = f"it is one of {', '.join(names)}" if names else f"the model has no {what}"
        yield Problem("QG151", path, f"the model has no {what} `{name}`", help=help_)


def _parts(parts: Sequence[Any], path: Path, *texts: str) -> Iterable[Problem]:
    """Yield what is wrong with ids and texts of categories, groups or columns."""
    seen: set[str] = set()
    for number, part in enumerate(parts):
        if part.id in seen:
            message = f"the id `{part.id}` is used twice"
            yield Problem("QG109", (*path, number, "id"), message, help="give one another id")
        seen.add(part.id)
        for name in texts:
            if not getattr(part, name).strip():
                yield Problem("QG121", (*path, number, name), f"`{name}` has no text")


def _membership(spec: MembershipModel, facts: Sequence[StatusFact]) -> Iterable[Problem]:
    yield from _days(spec)
    yield from _parts(spec.categories, ("model", "categories"), "one", "many")
    for number, category in enumerate(spec.categories):
        yield from _bar(category.one, ("model", "categories", number, "one"))
    yield from _bar(spec.name, ("model", "name"))
    yield from _bars([fact.entity for fact in facts], "entity")
    known = [category.id for category in spec.categories]
    for number, fact in enumerate(facts):
        yield from _unknown(fact.category, known, ("fact", number, "category"), "category")
        if fact.until and last_day(fact.until) <= first_day(fact.since):
            message = f"it ends on {fact.until}, but begins only on {fact.since}"
            help_ = "mend one of the two dates"
            yield Problem("QG153", ("fact", number, "until"), message, help=help_)
    yield from _overlaps(facts)


def _days(spec: MembershipModel) -> Iterable[Problem]:
    if not is_day(spec.as_of):
        yield Problem(
            "QG110" if spec.as_of else "QG101",
            ("model", "as_of"),
            f"`as_of` is not a day: `{spec.as_of}`" if spec.as_of else "`as_of` is missing",
            why="nothing can be asked of a membership after the day up to which it is known",
            help="write the day up to which the pool is right and whole: 2025-09-30",
        )
        return
    for number, day in enumerate(spec.dates):
        path = ("model", "dates", number)
        if not is_day(day):
            help_ = "write it in full: 2019-11-15"
            yield Problem("QG110", path, f"this is not a day: `{day}`", help=help_)
        elif day > spec.as_of:
            message = f"{day} is after {spec.as_of}, up to which the pool is known to be right"
            yield Problem("QG153", path, message, help="remove it, or bring the pool up to date")


def _overlaps(facts: Sequence[StatusFact]) -> Iterable[Problem]:
    """Yield each fact of an entity that surely held while an earlier one in the file did."""
    entities = fingerprints([fact.entity for fact in facts])
    for (first, one), (second, two) in combinations(enumerate(facts), 2):
        if entities[first] != entities[second]:
            continue
        begins = max(last_day(one.since), last_day(two.since))
        ends = min(first_day(fact.until) if fact.until else NEVER for fact in (one, two))
        if begins < ends:
            yield Problem(
                "QG153",
                ("fact", second, "since"),
                f"{two.entity} would be in two categories at once: `{one.id}` held then too",
                why="the categories of a model exclude each other",
                help="give the earlier of the two its `until`, or mend a date",
            )


def _statements(spec: StatementsModel, facts: Sequence[StatementFact]) -> Iterable[Problem]:
    yield from _parts(spec.groups, ("model", "groups"), "about")
    yield from _texts(
        [fact.words for fact in facts],
        *["correct" if fact.correct else "incorrect" for fact in facts],
    )
    groups, ids = [group.id for group in spec.groups], {fact.id for fact in facts}
    for number, fact in enumerate(facts):
        if groups and not fact.group:
            help_ = f"add `group:`, one of {', '.join(groups)}"
            message = "the model has groups, and this statement is in none"
            yield Problem("QG101", ("fact", number, "group"), message, help=help_)
        elif fact.group:
            yield from _unknown(fact.group, groups, ("fact", number, "group"), "group")
        for place, other in enumerate(fact.against):
            if other not in ids or other == fact.id:
                message = f"there is no other statement `{other}` in this pool"
                help_ = "name the id of the statement that it must not stand beside"
                yield Problem("QG151", ("fact", number, "against", place), message, help=help_)
        if fact.since and fact.until and last_day(fact.until) <= first_day(fact.since):
            message = f"it ends on {fact.until}, but begins only on {fact.since}"
            help_ = "mend one of the two dates"
            yield Problem("QG153", ("fact", number, "until"), message, help=help_)


def _attributes(spec: AttributesModel, facts: Sequence[RowFact]) -> Iterable[Problem]:
    yield from _parts(spec.columns, ("model", "columns"), "head")
    yield from _bar(spec.name, ("model", "name"))
    for number, column in enumerate(spec.columns):
        path = ("model", "columns", number)
        yield from _bar(column.head, (*path, "head"))
        for problem in _patterns(column):
            yield Problem("QG155", (*path, *problem.path), problem.message, help=problem.help)
    yield from _texts([fact.name for fact in facts], "name")
    yield from _bars([fact.name for fact in facts], "name")
    yield from _cells(spec, facts)


_NEEDED = {"question": ("{name}",), "reverse": ("{value}",), "statement": ("{name}", "{value}")}
_BRACES = re.compile(r"\{[^{}]*\}")


def _patterns(column: ColumnSpec) -> Iterable[Problem]:
    for name, needed in _NEEDED.items():
        pattern = getattr(column, name)
        for word in needed:
            if pattern and word not in pattern:
                help_ = f"put `{word}` where it belongs"
                yield Problem("QG155", (name,), f"`{name}` says nothing of `{word}`", help=help_)
        for word in _BRACES.findall(pattern):
            if word not in {"{name}", "{value}"}:
                help_ = "it may hold `{name}` and `{value}`"
                message = f"`{name}` cannot be filled: nothing is called `{word}`"
                yield Problem("QG155", (name,), message, help=help_)


def _cells(spec: AttributesModel, facts: Sequence[RowFact]) -> Iterable[Problem]:
    columns = [column.id for column in spec.columns]
    named: dict[str, str] = {}
    for number, fact in enumerate(facts):
        for field, entries in (("values", fact.values), ("whys", fact.whys)):
            for column, text in entries.items():
                path: Path = ("fact", number, field, column)
                yield from _unknown(column, columns, path, "column")
                if field == "values":
                    yield from _bar(text, path)
        for column in fact.values:
            name = value_name(fact.id, column)
            if named.setdefault(name, fact.id) != fact.id:
                message = f"the rows `{named[name]}` and `{fact.id}` both name a fact `{name}`"
                yield Problem(
                    "QG109", ("fact", number, "id"), message, help="change one of the ids"
                )
