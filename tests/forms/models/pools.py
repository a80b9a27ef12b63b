"""Models shaped like the shipped ones, and short ways to make some."""

from collections.abc import Sequence

from quizgen.core.item import Item
from quizgen.forms.dates import When
from quizgen.forms.models.model import Model, build, drawn, made
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
from quizgen.forms.shared import Setting
from quizgen.forms.spec import SourceSpec

SETTING = Setting(
    "quizgen",
    {
        "hadi": SourceSpec(title="An SCO Perspective", date="2019-11"),
        "tass": SourceSpec(title="With admission of Laos", date="2025-09-01"),
    },
)
OLD_STYLE = Setting("quizgen", SETTING.sources, style="upsc-2023")
TODAY = When("2026-11-22")


def model(spec: ModelSpec, facts: Sequence[FactSpec], setting: Setting = SETTING) -> Model:
    """The model of a sound pool."""
    found = build(spec, facts, setting)
    assert isinstance(found, Model), found
    return found


def item(of: Model, item_id: str, setting: Setting = SETTING) -> Item:
    """The item of an id that names one."""
    found = made(of, item_id, setting)
    assert found is not None, item_id
    assert found.question.id == item_id
    return found


def sample(
    of: Model, name: str, seed: str | int, when: When = TODAY, setting: Setting = SETTING
) -> Item:
    """An item of a form, drawn by a seed."""
    found = drawn(of, name, seed, when, frozenset())
    assert found is not None, (of.spec.id, name)
    return item(of, found, setting)


EVENTS = tuple(
    EventFact(id=name, event=event, date=date, why=why, source=source, locator=locator)
    for name, event, date, why, source, locator in (
        ("ceasefire-date", "the cease-fire in Kashmir", "1949-01-01", "", "hadi", ""),
        ("liaquat-pact-date", "the Nehru-Liaquat Pact", "1950-04", "", "hadi", "paragraph 1"),
        (
            "indus-date",
            "the signing of the Indus Waters Treaty",
            "1960-09-19",
            "At Karachi.",
            "",
            "",
        ),
        ("boundary-date", "the Sino-Pakistani boundary agreement", "1963", "", "hadi", ""),
        ("war-1965-date", "the war of 1965", "1965", "", "hadi", "paragraph 2"),
        (
            "tashkent-date",
            "the signing of the Tashkent Declaration",
            "1966-01-10",
            "Shastri died there the night after.",
            "tass",
            "",
        ),
        ("dhaka-date", "the surrender at Dhaka", "1971-12-16", "", "hadi", ""),
        ("simla-date", "the signing of the Simla Agreement", "1972-07-02", "", "hadi", ""),
        ("pow-date", "the Delhi agreement on prisoners of war", "1973-08", "", "hadi", ""),
        ("siachen-date", "the occupation of Siachen", "1984", "", "hadi", ""),
        ("lahore-date", "the signing of the Lahore Declaration", "1999-02-21", "", "hadi", ""),
        ("kargil-date", "the Kargil conflict", "1999", "", "hadi", ""),
        ("agra-date", "the Agra summit", "2001-07", "", "hadi", ""),
        ("mumbai-date", "the Mumbai attacks", "2008-11-26", "", "hadi", ""),
        ("pulwama-date", "the Pulwama attack", "2019-02-14", "", "tass", "paragraph 3"),
        ("pahalgam-date", "the Pahalgam attack", "2025-04-22", "", "tass", ""),
    )
)
TIMELINE = model(
    TimelineModel(
        id="relations",
        timeline="events",
        about="relations between India and Pakistan",
        topic="treaty-dates",
        tags=("beyond",),
    ),
    EVENTS,
)

CATEGORIES = (
    CategorySpec(id="member", one="a member state", many="member states", whole=True),
    CategorySpec(id="observer", one="an observer", many="observers", whole=True),
    CategorySpec(id="dialogue", one="a dialogue partner", many="dialogue partners"),
    CategorySpec(id="partner", one="a partner", many="partners", whole=True),
)
_MERGED = "2025-09-01"


def _statuses() -> tuple[StatusFact, ...]:
    rows = [
        *((name, "member", "2001-06-15", "") for name in ("China", "Kazakhstan", "Kyrgyzstan")),
        *((name, "member", "2001-06-15", "") for name in ("Russia", "Tajikistan", "Uzbekistan")),
        *((name, "observer", "2005-07-05", "2017-06-09") for name in ("India", "Pakistan")),
        *((name, "member", "2017-06-09", "") for name in ("India", "Pakistan")),
        ("Iran", "observer", "2005-07-05", "2023-07-04"),
        ("Iran", "member", "2023-07-04", ""),
        ("Belarus", "dialogue", "2010", "2015-07-10"),
        ("Belarus", "observer", "2015-07-10", "2024-07-04"),
        ("Belarus", "member", "2024-07-04", ""),
        ("Mongolia", "observer", "2004-06-17", _MERGED),
        ("Afghanistan", "observer", "2012-06", _MERGED),
        ("Sri Lanka", "dialogue", "2010", _MERGED),
        ("Turkiye", "dialogue", "2013", _MERGED),
        *((name, "dialogue", "2016", _MERGED) for name in ("Armenia", "Nepal", "Cambodia")),
        *((name, "dialogue", "2022-09-14", _MERGED) for name in ("Egypt", "Qatar")),
        *(
            (name, "partner", _MERGED, "")
            for name in ("Mongolia", "Afghanistan", "Sri Lanka", "Turkiye", "Armenia")
        ),
        *((name, "partner", _MERGED, "") for name in ("Nepal", "Cambodia", "Egypt", "Qatar")),
        ("Laos", "partner", _MERGED, ""),
    ]
    return tuple(
        StatusFact(
            id=f"sco-{entity.lower().replace(' ', '-')}-{category}",
            entity=entity,
            category=category,
            since=since,
            until=until,
            why="It was admitted at Astana." if since.startswith(("2017", "2024")) else "",
            source="hadi" if since < "2019" else "tass",
        )
        for entity, category, since, until in rows
    )


STATUSES = _statuses()
SCO = "the Shanghai Cooperation Organisation (SCO)"
MEMBERS = model(
    MembershipModel(
        id="sco-members",
        membership="sco-status",
        of=SCO,
        name="Country",
        categories=CATEGORIES,
        dates=("2019-11-15", "2023-07-31", "2024-08-01", "2025-09-30"),
        as_of="2025-09-30",
    ),
    STATUSES,
)

_STATED = (
    ("charter", "+", "The Charter was signed at St Petersburg"),
    ("charter", "+", "The Charter is open to other states"),
    ("charter", "+", "The Charter was signed before it was in force"),
    ("charter", "+", "The Charter speaks of equality of its members, and of their good faith"),
    ("charter", "-", "The Charter was signed at Astana"),
    ("charter", "-", "The Charter forbids observers"),
    ("charter", "-", "The Charter sets up a common army and a headquarters for it in Moscow"),
    ("charter", "-", "The Charter was signed in 1996"),
    ("bodies", "+", "The Secretariat is at Beijing"),
    ("bodies", "+", "The anti-terrorist structure is at Tashkent"),
    ("bodies", "+", "The Council of Heads of State meets every year"),
    ("bodies", "-", "The Secretariat is at Moscow"),
    ("bodies", "-", "The anti-terrorist structure is at Bishkek"),
    ("bodies", "-", "Decisions are taken by a majority of two thirds"),
    ("bodies", "-", "The Secretary-General is elected for ten years"),
)
STATEMENTS = model(
    StatementsModel(
        id="sco-statements",
        statements="sco-said",
        groups=(
            GroupSpec(id="charter", about="the Charter of the SCO"),
            GroupSpec(id="bodies", about="the bodies of the SCO"),
        ),
    ),
    tuple(
        StatementFact(
            id=f"said-{number}",
            group=group,
            **{"correct" if truth == "+" else "incorrect": f"{text}."},
            why=f"So says paragraph {number}.",
            against=("said-12",) if number == 9 else (),
            source="hadi",
            locator=f"paragraph {number % 3}",
            since="2024-07-04" if number == 2 else "",
            until="2025-09-01" if number == 3 else "",
        )
        for number, (group, truth, text) in enumerate(_STATED, 1)
    ),
)

COLUMNS = (
    ColumnSpec(
        id="date",
        head="Date",
        question="When was the {name} signed?",
        reverse="Which one of the following was signed on {value}?",
        statement="The {name} was signed on {value}.",
    ),
    ColumnSpec(
        id="place",
        head="Signed at",
        question="Where was the {name} signed?",
        statement="The {name} was signed at {value}.",
    ),
    ColumnSpec(id="offices", head="Offices of the signatories"),
)
AGREEMENTS = model(
    AttributesModel(
        id="agreements",
        attributes="agreements",
        name="Agreement",
        about="agreements between India and Pakistan",
        columns=COLUMNS,
    ),
    tuple(
        RowFact(
            id=name,
            name=title,
            values={"date": date, "place": place, "offices": offices},
            why=f"It came after the talks of {date[-4:]}.",
            whys={"place": "The place was neutral."} if name == "tashkent" else {},
            source="hadi",
            since="1999-02-21" if name == "lahore" else "",
        )
        for name, title, date, place, offices in (
            ("liaquat", "Delhi Pact", "8 April 1950", "New Delhi", "Prime Ministers"),
            ("indus", "Indus Waters Treaty", "19 September 1960", "Karachi", "Heads of government"),
            ("tashkent", "Tashkent Declaration", "10 January 1966", "Tashkent", "Both heads"),
            ("simla", "Simla Agreement", "2 July 1972", "Simla", "Prime Minister and President"),
            ("prisoners", "Agreement on Prisoners", "28 August 1973", "New Delhi", "Envoys"),
            ("reactors", "Nuclear Pact", "31 December 1988", "Islamabad", "Foreign Secretaries"),
            ("lahore", "Lahore Declaration", "21 February 1999", "Lahore", "Prime Ministers"),
            ("missiles", "Missile Pact", "3 October 2005", "Islamabad", "Foreign Secretaries"),
        )
    ),
)
SHAPED = (TIMELINE, MEMBERS, STATEMENTS, AGREEMENTS)
