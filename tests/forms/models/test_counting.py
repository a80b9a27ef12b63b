"""The number of items is that of all that could be drawn, gone through one by one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from random import Random

import pytest

from quizgen.core.item import Form
from quizgen.forms.models.counting import counted
from quizgen.forms.models.drawing import found
from quizgen.forms.models.frames import Frame, Pick, Row, Rows, bits, is_sound, masks
from quizgen.forms.models.ids import (
    ALONE,
    CODED,
    COUNTED,
    ORDERED,
    PICKED,
    STATED,
    Asking,
    Place,
)
from quizgen.forms.models.model import Model, When, build, count, made
from quizgen.forms.models.pool import askable
from quizgen.forms.models.spec import (
    AttributesModel,
    EventFact,
    FactSpec,
    MembershipModel,
    RowFact,
    StatementFact,
    StatementsModel,
    StatusFact,
    TimelineModel,
)
from tests.forms.models.generated import KINDS, pool
from tests.forms.models.pools import SETTING, SHAPED, TODAY
from tests.forms.models.reader import held

Shown = tuple[str, ...]


def by_hand(of: Model, when: When) -> Counter[Form]:
    """The items of all ids there could be, by form; those that show the same are one.

    Where several facts say the same of what is false, that of the first id is taken for all.
    """
    items: Counter[Form] = Counter()
    for head, shown in candidates(of, when):
        made_item = made(of, f"{of.spec.id}~{head}{'+'.join(shown)}", SETTING)
        if made_item is not None:
            items[made_item.question.form] += 1
    return items


def candidates(of: Model, when: When) -> Iterator[tuple[str, Shown]]:
    """All ids that are written as ids are: what comes before the facts, and the facts."""
    match of.spec:
        case TimelineModel():
            yield from _timeline(askable(of, EventFact, when))
        case MembershipModel():
            days = [day for day in of.spec.dates or (of.spec.as_of,) if day <= when.day]
            yield from _membership(of.spec, days, askable(of, StatusFact, when))
        case StatementsModel():
            ids = [fact.id for fact in askable(of, StatementFact, when)]
            for group in [f".{group.id}" for group in of.spec.groups] or [""]:
                yield from _sets(f"which{group}:", ids, (2, 3, 4))
                yield from _sets(f"how-many{group}:", ids, (3, 4))
                yield from _picks(f"direct{group}:", ids, ids)
        case AttributesModel():
            yield from _attributes(of.spec, askable(of, RowFact, when))


def _sets(head: str, ids: list[str], sizes: tuple[int, ...]) -> Iterator[tuple[str, Shown]]:
    for size in sizes:
        for shown in combinations(sorted(ids), size):
            yield head, shown


def _mixed(head: str, tokens: dict[str, list[str]]) -> Iterator[tuple[str, Shown]]:
    """Three or four rows, or two, each true or false in each way."""
    for size in (2, 3, 4):
        for rows in combinations(sorted(tokens), size):
            for shown in product(*(tokens[row] for row in rows)):
                yield head, tuple(sorted(shown))


def _picks(head: str, keys: list[str], others: list[str]) -> Iterator[tuple[str, Shown]]:
    for key in keys:
        for shown in combinations(sorted(others), 3):
            yield head, (key, *shown)


def _firsts(values: dict[str, str]) -> list[str]:
    """The first id of each value."""
    first: dict[str, str] = {}
    for name, value in sorted(values.items()):
        first.setdefault(value, name)
    return sorted(first.values())


def _tokens(rows: list[str], sources: list[str]) -> dict[str, list[str]]:
    return {row: [row, *(f"{row}.{source}" for source in sources)] for row in rows}


def _timeline(events: list[EventFact]) -> Iterator[tuple[str, Shown]]:
    ids = [event.id for event in events]
    yield from _picks("year:", ids, _firsts({event.id: event.date[:4] for event in events}))
    yield from _picks("earliest:", ids, ids)
    yield from _sets("sequence:", ids, (3, 4))
    for head in ids:
        yield from _sets(f"before:{head}+", ids, (3, 4))
        yield from _sets(f"how-many-before:{head}+", ids, (3, 4))
    plain = {event.id: event.date[:4] for event in events if "war of" not in event.event}
    for form in ("pairs:", "how-many-pairs:"):
        yield from _mixed(form, _tokens(sorted(plain), _firsts(plain)))


def _membership(
    spec: MembershipModel, days: list[str], facts: list[StatusFact]
) -> Iterator[tuple[str, Shown]]:
    ids = [fact.id for fact in facts]
    yield from _picks("joined:", ids, _firsts({fact.id: fact.since[:4] for fact in facts}))
    yield from _sets("sequence:", ids, (3, 4))
    for day in days:
        sure = {
            fact.id: fact.category for fact in facts if held(fact, date.fromisoformat(day)) is True
        }
        # Of a category that nobody was in that day no draw asks.
        for category in (one.id for one in spec.categories if one.id in sure.values()):
            yield from _sets(f"which.{category}@{day}:", list(sure), (3, 4))
            yield from _sets(f"how-many.{category}@{day}:", list(sure), (3, 4))
            yield from _picks(f"direct.{category}@{day}:", list(sure), list(sure))
            yield f"size@{day}:", (category,)
        for form in ("pairs", "how-many-pairs"):
            yield from _mixed(f"{form}@{day}:", _tokens(list(sure), sorted(set(sure.values()))))


def _attributes(spec: AttributesModel, rows: list[RowFact]) -> Iterator[tuple[str, Shown]]:
    stated: dict[str, list[str]] = {}
    for column in spec.columns:
        values = {row.id: row.values[column.id] for row in rows if column.id in row.values}
        ids, firsts = sorted(values), _firsts(values)
        yield from _picks(f"value.{column.id}:", ids, firsts)
        yield from _picks(f"name.{column.id}:", ids, ids)
        for form in ("pairs", "how-many-pairs"):
            yield from _mixed(f"{form}.{column.id}:", _tokens(ids, firsts))
        for row in ids:
            name = f"{row}-{column.id}"
            stated[name] = [name, *(f"{name}.{source}" for source in firsts)]
    for form in ("which:", "how-many:"):
        for head, shown in _mixed(form, stated):
            asked = [row for row in ids_of(rows) if any(one.startswith(f"{row}-") for one in shown)]
            if len(asked) == len(shown):  # of one row no draw takes two
                yield head, shown
    for first, second in combinations(spec.columns, 2):
        both = {
            row.id: f"{row.values[first.id]}|{row.values[second.id]}"
            for row in rows
            if {first.id, second.id} <= row.values.keys()
        }
        head = f"how-many-rows.{first.id}.{second.id}:"
        yield from _mixed(head, _tokens(sorted(both), _firsts(both)))


def ids_of(rows: list[RowFact]) -> list[str]:
    return [row.id for row in rows]


_MOST = {"timeline": 5, "membership": 7, "statements": 8, "attributes": 4}


def small(kind: str, number: int) -> Model | None:
    """A generated model over a few of its facts."""
    of = pool(kind, number)
    if of is None:
        return None
    spec, most = replace(of.spec, forms=()), _MOST[kind]
    if isinstance(spec, AttributesModel):
        most = 3 if len(spec.columns) > 1 else most
        spec = replace(spec, columns=spec.columns[:2])
    columns = {column.id for column in getattr(spec, "columns", ())}
    small_one = build(spec, [_narrowed(fact, columns) for fact in of.facts[:most]], SETTING)
    return small_one if isinstance(small_one, Model) else None


def _narrowed(fact: FactSpec, columns: set[str]) -> FactSpec:
    """A row without the values of columns that are left out."""
    if not isinstance(fact, RowFact):
        return fact
    values = {name: value for name, value in fact.values.items() if name in columns}
    return replace(fact, values=values, whys={})


TRUTHS = (CODED, STATED, COUNTED, ORDERED, ALONE)


def frames() -> Iterator[Frame]:
    """Frames in which rows clash at random or in groups, as no pool would have them."""
    for number in range(60):
        chance = Random(number)
        size = chance.randint(1, 9)
        pairs = [pair for pair in combinations(range(size), 2) if chance.random() < 0.4]
        clash = tuple(bits(sum(pair) - one for pair in pairs if one in pair) for one in range(size))
        rows = tuple(Row(f"r{one}", (f"r{one}",), chance.random() < 0.5) for one in range(size))
        yield Rows(rows, clash)
        few = [row._replace(sources=tuple("xy"[: chance.randint(0, 2)])) for row in rows[:6]]
        groups = [chance.randint(0, 3) for _ in few]
        yield Rows(tuple(few), masks(groups, int.__eq__))
        rivals = tuple(chance.getrandbits(size) & ~(1 << one) for one in range(size))
        yield Pick(rows, chance.getrandbits(size), rivals, clash, ("",) * size)


def test_frames_are_counted_as_going_through_them_finds() -> None:
    for frame in frames():
        keys = [row.key for row in frame.rows]
        if isinstance(frame, Pick):
            shown = [(key, *others) for key in keys for others in combinations(keys, 3)]
            sound = sum(is_sound(frame, tokens, PICKED) for tokens in shown)
            assert counted(frame, PICKED) == {0: sound}
            continue
        ways = [[row.key, *(f"{row.key}.{source}" for source in row.sources)] for row in frame.rows]
        for truths in TRUTHS:
            assert counted(frame, truths) == {
                size: sum(
                    is_sound(frame, tuple(sorted(tokens)), truths)
                    for rows in combinations(ways, size)
                    for tokens in product(*rows)
                )
                for size in truths
            }


def test_what_is_found_in_a_frame_is_sound_and_is_found_if_there_is_any() -> None:
    for number, frame in enumerate(frames()):
        places = {Place("any"): frame}
        for truths in [PICKED] if isinstance(frame, Pick) else TRUTHS:
            asking = Asking(Form.LIST, truths)
            drawn = found(asking, tuple(places), places.get, str(number), frozenset())
            assert (drawn is None) == (not any(counted(frame, truths).values()))
            if drawn is not None:
                assert is_sound(frame, drawn[1], truths)


def compared(numbers: range) -> Counter[Form]:
    """The items of pools of these numbers, counted in both ways."""
    whole: Counter[Form] = Counter()
    for kind in KINDS:
        for number in numbers:
            of = small(kind, number)
            if of is not None:
                when = (TODAY, When("1996-08-01"))[number % 2]
                items = by_hand(of, when)
                assert count(of, when) == items, (kind, number)
                whole += items
    return whole


def test_the_items_of_small_pools_are_as_many_as_going_through_them_finds() -> None:
    assert compared(range(3, 4)).total() > 500


@pytest.mark.slow
def test_the_items_of_all_forms_are_as_many_as_going_through_them_finds() -> None:
    forms = set(compared(range(5, 15)))
    assert forms == {*Form} - {Form.NEGATIVE, Form.ONE_REASON, Form.TWO_REASONS}


def test_a_paper_for_a_day_counts_what_was_known_then() -> None:
    of = SHAPED[0]
    assert count(of, When("1999-12-31", as_of=True)) == count(of, When("1999-12-31"))
    fewer, all_of_them = count(of, When("1971-01-01", as_of=True)), count(of, TODAY)
    assert fewer[Form.SEQUENCE] == 35  # of six events in order: 20 by threes and 15 by fours
    assert all(fewer[form] < number for form, number in all_of_them.items())


def test_what_cannot_be_drawn_is_not_counted() -> None:
    assert count(SHAPED[0], When("1949-01-01", as_of=True)) == {}
