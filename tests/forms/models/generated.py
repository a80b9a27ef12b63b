"""Pools no author would write: partial dates, repeated values, entities that come and go."""

from collections.abc import Callable, Sequence
from random import Random

from quizgen.forms.models.model import Model, build
from quizgen.forms.models.spec import (
    AttributesModel,
    CategorySpec,
    ColumnSpec,
    EventFact,
    FactSpec,
    GroupSpec,
    MembershipModel,
    ModelSpec,
    RowFact,
    StatementFact,
    StatementsModel,
    StatusFact,
    TimelineModel,
)
from tests.forms.models.pools import SETTING


def pool(kind: str, number: int) -> Model | None:
    """The model of that number, None where its pool is too small or contradicts itself."""
    chance = Random(f"{kind} {number}")
    found = build(*_KINDS[kind](chance), SETTING)
    return found if isinstance(found, Model) else None


Pool = tuple[ModelSpec, Sequence[FactSpec]]


def day(chance: Random, first: int = 1990, last: int = 1999) -> str:
    """A year, a month or a day of some years."""
    year, month = chance.randint(first, last), chance.randint(1, 12)
    exact = f"{year}-{month:02}-{chance.randint(1, 28):02}"
    return chance.choice((exact[:4], exact[:7], exact, exact))


def _timeline(chance: Random) -> Pool:
    facts = [
        EventFact(
            id=f"event-{number}",
            event=f"the war of {year}" if chance.random() < 0.1 else f"the treaty number {number}",
            date=date,
            why=chance.choice(("", "It was long in coming.")),
        )
        for number in range(chance.randint(5, 14))
        for date in [day(chance, 1990, chance.choice((1992, 1999)))]
        for year in [date[:4]]
    ]
    return TimelineModel(id="line", timeline="pool", about=chance.choice(("", "it"))), facts


def _membership(chance: Random) -> Pool:
    categories = ("full", "observer", "guest")
    facts: list[StatusFact] = []
    for number in range(chance.randint(5, 12)):
        dates = sorted({day(chance) for _ in range(chance.randint(1, 4))})
        for place, since in enumerate(dates):
            last = place == len(dates) - 1
            until = "" if last else dates[place + 1]
            if last and chance.random() < 0.3:
                until = day(chance, 2000, 2003)
            facts.append(
                StatusFact(
                    id=f"land-{number}-{place}",
                    entity=f"Land {number}",
                    category=chance.choice(categories),
                    since=since,
                    until=until,
                    why=chance.choice(("", "It had asked for it.")),
                )
            )
    spec = MembershipModel(
        id="club",
        membership="pool",
        of="the Club (CL)",
        categories=tuple(
            CategorySpec(id=one, one=f"a {one} state", many=f"{one} states", whole=one != "guest")
            for one in categories
        ),
        dates=("1994-06-15", "1997-01-01", "2001-05-05")[: chance.randint(0, 3)],
        as_of="2002-12-31",
    )
    return spec, facts


def _statements(chance: Random) -> Pool:
    groups = [f"group-{number}" for number in range(chance.randint(0, 3))]
    facts: list[StatementFact] = []
    for number in range(chance.randint(4, 24)):
        truth = chance.choice(("correct", "incorrect"))
        facts.append(
            StatementFact(
                id=f"said-{number}",
                **{truth: f"It has the number {number}" + " and more" * chance.randint(0, 3) + "."},
                group=chance.choice(groups) if groups else "",
                against=tuple(fact.id for fact in facts if chance.random() < 0.15),
                since=day(chance) if chance.random() < 0.2 else "",
                until=day(chance, 2000, 2003) if chance.random() < 0.2 else "",
            )
        )
    spec = StatementsModel(
        id="set",
        statements="pool",
        about="" if groups else chance.choice(("", "the thing, so called")),
        groups=tuple(GroupSpec(id=group, about=f"the {group} of it") for group in groups),
    )
    return spec, facts


_VALUES = {
    "place": (
        "Shanghai",
        "Moscow",
        "Shanghai and Moscow",
        "Astana",
        "Bishkek",
        "a ship",
        "Tashkent",
    ),
    "date": ("1966", "10 January 1966", "January 1966", "2 July 1972", "3 May 1990", "1999"),
    "number": ("5", "8", "10", "1,000", "12", "6"),
}


def _attributes(chance: Random) -> Pool:
    columns = chance.sample(sorted(_VALUES), chance.randint(1, 3))
    facts = [
        RowFact(
            id=f"row-{number}",
            name=f"{chance.choice(('treaty', 'Pact'))} {chr(65 + number)}",
            values={
                column: chance.choice(_VALUES[column])
                for column in columns
                if chance.random() < 0.9
            },
            whys={column: f"The {column} was agreed." for column in columns},
            since=day(chance) if chance.random() < 0.2 else "",
        )
        for number in range(chance.randint(4, 12))
    ]
    spec = AttributesModel(
        id="table",
        attributes="pool",
        name="Treaty",
        columns=tuple(
            ColumnSpec(
                id=column,
                head=column.capitalize(),
                question=f"What {column} has the {{name}}?",
                reverse=f"Which one of the following has the {column} {{value}}?",
                statement=f"the {{name}} has the {column} {{value}}.",
            )
            for column in columns
        ),
    )
    return spec, facts


_KINDS: dict[str, Callable[[Random], Pool]] = {
    "timeline": _timeline,
    "membership": _membership,
    "statements": _statements,
    "attributes": _attributes,
}
KINDS = tuple(_KINDS)
