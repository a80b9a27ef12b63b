"""Memberships: what may be asked of who belonged to what, and when (forms D, L, H, P, HP and Q).

The categories of a model exclude each other, so an entity that surely belonged to one on a day
belonged to no other. Where a partial date leaves open whether it did, it is not shown.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizgen.core.item import Form
from quizgen.forms.dates import NEVER, When, first_day, is_day, last_day, year_of
from quizgen.forms.models.frames import Frame, Pick, Row, Rows, bits, masks
from quizgen.forms.models.ids import (
    ALONE,
    BALANCED,
    CODED,
    COUNTED,
    ORDERED,
    PICKED,
    Asking,
    Place,
)
from quizgen.forms.models.near import years_pick
from quizgen.forms.models.pool import Model, askable, by_id, spec_as
from quizgen.forms.models.specs.membership import MembershipModel, StatusFact

FORMS = {
    "which": Asking(Form.LIST, CODED),
    "how-many": Asking(Form.HOW_MANY, COUNTED),
    "direct": Asking(Form.DIRECT, PICKED),
    "size": Asking(Form.DIRECT, ALONE),
    "joined": Asking(Form.DIRECT, BALANCED),
    "pairs": Asking(Form.PAIRS, CODED),
    "how-many-pairs": Asking(Form.HOW_MANY_PAIRS, COUNTED),
    "sequence": Asking(Form.SEQUENCE, ORDERED),
}
_OF_A_CATEGORY = frozenset(("which", "how-many", "direct"))
_TIMELESS = frozenset(("joined", "sequence"))
_FEWEST = 4  # a smaller number cannot stand at each place among four


def places(model: Model, form: str, when: When | None) -> list[Place]:
    """Return what a form may be asked of: days, and categories where it asks for one.

    Of a category that nobody was in on a day nothing is asked: the answer would always be none.
    """
    if form in _TIMELESS:
        return [Place(form)]
    spec = spec_as(model, MembershipModel)
    if form not in _OF_A_CATEGORY:
        return [Place(form, (), day) for day in _days(spec, when)]
    return [
        Place(form, (one.id,), day)
        for day in _days(spec, when)
        for one in spec.categories
        if any(fact.category == one.id for fact in holding(askable(model, StatusFact, when), day))
    ]


def _days(spec: MembershipModel, when: When | None) -> Iterable[str]:
    if when is not None and when.as_of:
        return (min(when.day, spec.as_of),)
    days = dict.fromkeys(spec.dates or (spec.as_of,))
    return [day for day in days if when is None or day <= when.day]


def frame(model: Model, place: Place, when: When | None) -> Frame | None:
    """Return what may be shown at a place; None if there is no such place."""
    if not _exists(model, place):
        return None
    if place.form in _TIMELESS:
        return _orders(model, when) if place.form == "sequence" else _years(model, when)
    return _sizes(model, place.day) if place.form == "size" else _held(model, place, when)


def _held(model: Model, place: Place, when: When | None) -> Frame:
    held = holding(askable(model, StatusFact, when), place.day)
    categories = [one.id for one in spec_as(model, MembershipModel).categories]
    if place.form == "direct":
        return _pick(held, categories, place.parts[0])
    if not place.parts:
        return _pairs(held, categories, when)
    return Rows(tuple([_row(fact, true=fact.category == place.parts[0]) for fact in held]))


def _exists(model: Model, place: Place) -> bool:
    """Whether a place has the parts and the day that its form needs, and no others."""
    spec = spec_as(model, MembershipModel)
    parts = [(one.id,) for one in spec.categories] if place.form in _OF_A_CATEGORY else [()]
    if place.form in _TIMELESS:
        return place == Place(place.form)
    return place.parts in parts and is_day(place.day) and place.day <= spec.as_of


def _row(fact: StatusFact, *, true: bool = True, sources: Iterable[str] = ()) -> Row:
    return Row(fact.id, (fact.id,), true, tuple(sources))


def holding(facts: Iterable[StatusFact], day: str) -> list[StatusFact]:
    """Return the facts that surely held on a day."""
    return [fact for fact in facts if _surely(fact, day)]


def _surely(fact: StatusFact, day: str) -> bool:
    return last_day(fact.since) <= day and (not fact.until or day < first_day(fact.until))


def _surely_not(fact: StatusFact, day: str) -> bool:
    return day < first_day(fact.since) or (bool(fact.until) and last_day(fact.until) <= day)


def _pick(held: Sequence[StatusFact], categories: Sequence[str], asked: str) -> Pick:
    order = {category: number for number, category in enumerate(categories)}
    keys = bits(n for n, fact in enumerate(held) if fact.category == asked)
    everyone = bits(range(len(held)))
    return Pick(
        rows=tuple([_row(fact) for fact in held]),
        keys=keys,
        rivals=(everyone & ~keys,) * len(held),
        clash=(0,) * len(held),
        classes=tuple([fact.id for fact in held]),
        far=tuple([max(1, abs(order[fact.category] - order[asked])) for fact in held]),
    )


def _pairs(held: Sequence[StatusFact], categories: Sequence[str], when: When | None) -> Rows:
    """Entities beside a category; a false one is such that somebody held it on that day."""
    order = {category: number for number, category in enumerate(categories)}
    shown = {fact.category for fact in held} if when else {*categories}

    def near(own: str) -> list[str]:
        return sorted(shown - {own}, key=lambda other: (abs(order[other] - order[own]), other))

    return Rows(tuple([_row(fact, sources=near(fact.category)) for fact in held]))


def _came_once(model: Model) -> Callable[[StatusFact], bool]:
    """Whether an entity came to a category once: of who came twice no date can be asked."""
    came = Counter((fact.entity, fact.category) for fact in by_id(model, StatusFact).values())
    return lambda fact: came[fact.entity, fact.category] == 1


def _years(model: Model, when: When | None) -> Pick:
    """Years in which entities came to a category."""
    facts, once = askable(model, StatusFact, when), _came_once(model)
    keys = bits(n for n, fact in enumerate(facts) if once(fact))
    years = [year_of(fact.since) for fact in facts]
    return years_pick([_row(fact) for fact in facts], keys, years, near=when is not None)


def _orders(model: Model, when: When | None) -> Rows:
    facts = list(filter(_came_once(model), askable(model, StatusFact, when)))
    spans = [(first_day(fact.since), last_day(fact.since)) for fact in facts]
    return Rows(
        tuple([_row(fact) for fact in facts]),
        masks(spans, lambda one, other: one[0] <= other[1] and other[0] <= one[1]),
    )


class Changes(NamedTuple):
    """The latest change of a category up to a day: who came and who went, with the date."""

    came: tuple[StatusFact, ...]
    went: tuple[StatusFact, ...]


def members(model: Model, category: str, day: str) -> list[StatusFact] | None:
    """Return the facts of all that belonged to a category on a day, None if that is not sure."""
    facts = [fact for fact in _sorted(model) if fact.category == category]
    if not all(_surely(fact, day) or _surely_not(fact, day) for fact in facts):
        return None
    return holding(facts, day)


def changes(model: Model, category: str, day: str) -> Changes:
    """Return the latest change of a category, of whose members all is sure on that day."""
    facts = [fact for fact in _sorted(model) if fact.category == category]
    came = [fact for fact in facts if last_day(fact.since) <= day]
    went = [fact for fact in facts if fact.until and last_day(fact.until) <= day]
    dates = [*(fact.since for fact in came), *(fact.until for fact in went)]
    latest = first_day(max(dates, key=last_day, default=NEVER))
    return Changes(
        tuple([fact for fact in came if last_day(fact.since) >= latest]),
        tuple([fact for fact in went if last_day(fact.until) >= latest]),
    )


def _sorted(model: Model) -> list[StatusFact]:
    return sorted(by_id(model, StatusFact).values(), key=lambda fact: fact.id)


def _sizes(model: Model, day: str) -> Rows:
    """One row for each category whose number on that day is sure, named by the category."""
    spec = spec_as(model, MembershipModel)
    rows = []
    for category in spec.categories:
        found = members(model, category.id, day) if category.whole else None
        if found is not None and len(found) >= _FEWEST:
            latest = changes(model, category.id, day)
            facts = {fact.id: None for fact in (*latest.came, *latest.went)}
            rows.append(Row(category.id, (f"{spec.id}-size-{category.id}", *facts)))
    return Rows(tuple(sorted(rows, key=lambda row: row.key)))
