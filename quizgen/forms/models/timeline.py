"""Timelines: what may be asked of years and order of events (forms D, L, H, P, HP and Q).

Only dates that do not overlap are ever put in an order.
"""

import re
from collections.abc import Mapping, Sequence

from quizgen.core.item import Form
from quizgen.forms.dates import When, before, first_day, last_day, year_of
from quizgen.forms.models.frames import Frame, Pick, Row, Rows, bits, masks
from quizgen.forms.models.ids import BALANCED, CODED, COUNTED, ORDERED, PICKED, Asking, Place
from quizgen.forms.models.near import around, years_pick
from quizgen.forms.models.pool import Model, askable
from quizgen.forms.models.specs.timeline import EventFact

FORMS = {
    "year": Asking(Form.DIRECT, BALANCED),
    "earliest": Asking(Form.DIRECT, PICKED),
    "before": Asking(Form.LIST, CODED, headed=True),
    "how-many-before": Asking(Form.HOW_MANY, COUNTED, headed=True),
    "pairs": Asking(Form.PAIRS, CODED),
    "how-many-pairs": Asking(Form.HOW_MANY_PAIRS, COUNTED),
    "sequence": Asking(Form.SEQUENCE, ORDERED),
}


_CLOSE = 12
"""How many events before and after one are compared with it in a draw: others are too easy."""


def places(model: Model, form: str, when: When | None) -> list[Place]:
    """Return what a form may be asked of: the events to compare others with, or all at once."""
    if FORMS[form].headed:
        return [Place(form, head=event.id) for event in askable(model, EventFact, when)]
    return [Place(form)]


def frame(model: Model, place: Place, when: When | None) -> Frame | None:
    """Return what may be shown at a place; None if there is no such place."""
    events = askable(model, EventFact, when)
    if place.parts or place.day:
        return None
    if FORMS[place.form].headed:
        return _around(events, place.head, when)
    match place.form:
        case "year":
            return _years(events, when)
        case "earliest":
            return _earliest(events, when)
        case "sequence":
            return Rows(_rows(events), masks(_spans(events), _overlap))
    return _pairs(events, when)


def _rows(events: Sequence[EventFact]) -> tuple[Row, ...]:
    return tuple([Row(event.id, (event.id,)) for event in events])


Span = tuple[str, str]


def _spans(events: Sequence[EventFact]) -> list[Span]:
    """The first and the last day that each may have been on."""
    return [(first_day(event.date), last_day(event.date)) for event in events]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")  # not the number of a resolution


def _names_a_year(event: EventFact) -> bool:
    """Whether an event tells a year by its name, and so gives away its own or denies another."""
    return _YEAR.search(event.event) is not None


def _years(events: Sequence[EventFact], when: When | None) -> Pick:
    keys = bits(n for n, event in enumerate(events) if not _names_a_year(event))
    years = [year_of(event.date) for event in events]
    return years_pick(_rows(events), keys, years, near=when is not None)


def _earliest(events: Sequence[EventFact], when: When | None) -> Pick:
    spans = _spans(events)
    later = [[n for n, span in enumerate(spans) if own[1] < span[0]] for own in spans]
    if when:
        later = [sorted(order, key=lambda n: (spans[n], n))[:_CLOSE] for order in later]
    return Pick(
        rows=_rows(events),
        keys=bits(range(len(events))),
        rivals=tuple(map(bits, later)),
        clash=(0,) * len(events),
        classes=tuple([event.id for event in events]),
    )


def _around(events: Sequence[EventFact], head: str, when: When | None) -> Rows | None:
    pivot = next((event for event in events if event.id == head), None)
    if pivot is None:
        return None
    earlier = [event for event in events if before(event.date, pivot.date)]
    later = [event for event in events if before(pivot.date, event.date)]
    if when:
        earlier = sorted(earlier, key=lambda event: (last_day(event.date), event.id))[-_CLOSE:]
        later = sorted(later, key=lambda event: (first_day(event.date), event.id))[:_CLOSE]
    rows = [Row(event.id, (event.id,), true=True) for event in earlier]
    rows += [Row(event.id, (event.id,), true=False) for event in later]
    return Rows(tuple(sorted(rows, key=lambda row: row.key)), head=(pivot.id,))


def _pairs(events: Sequence[EventFact], when: When | None) -> Rows:
    events = [event for event in events if not _names_a_year(event)]
    years = {event.id: year_of(event.date) for event in events}
    sources = _near_years(years) if when else _other_years(years)
    rows = [Row(event.id, (event.id,), sources=sources[years[event.id]]) for event in events]
    if not when:
        return Rows(tuple(rows))
    shown = {token: years[token.rpartition(".")[2]] for row in rows for token in row.tokens}
    return Rows(tuple(rows), values=shown)


def _near_years(years: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """For each year an event of each of the nearest others, the nearest first."""
    first = {year: event for event, year in reversed(years.items())}
    ordered = sorted(first)

    def near(own: str) -> list[str]:
        return sorted(around(ordered, own), key=lambda year: (abs(int(year) - int(own)), year))

    return {own: tuple([first[year] for year in near(own)]) for own in ordered}


def _other_years(years: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        own: tuple([event for event, year in years.items() if year != own])
        for own in set(years.values())
    }
