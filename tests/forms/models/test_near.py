"""False years and values are such as tempt: those near in time, in words, or in the file."""

from collections import Counter
from dataclasses import replace
from math import comb

from quizgen.core.item import Form
from quizgen.forms.models.model import Model, count, drawn, made, yields
from quizgen.forms.models.spec import ColumnSpec, EventFact, RowFact
from tests.forms.models.pools import MEMBERS, SETTING, SHAPED, TODAY, item, model
from tests.forms.models.small import CLUB, LINE, TABLE, status

NEAREST = 6
DECADES = tuple(str(year) for year in range(1900, 2030, 10))


def drawn_ids(of: Model, name: str, seeds: int) -> list[str]:
    found = [drawn(of, name, seed, TODAY, frozenset()) for seed in range(seeds)]
    assert None not in found
    return [name for name in found if name]


def tokens(name: str) -> list[str]:
    return name.partition(":")[2].split("+")


def events(*dates: str) -> Model:
    """A timeline of one event on each date, named by it."""
    facts = [
        EventFact(id=f"e{date}", event=f"event {number}", date=date)
        for number, date in enumerate(dates)
    ]
    return model(LINE, facts)


def six_around(own: str, among: tuple[str, ...] = DECADES) -> set[str]:
    others = sorted(set(among) - {own}, key=lambda year: abs(int(year) - int(own)))
    return set(others[:NEAREST])


def test_a_year_is_offered_among_the_six_nearest() -> None:
    offered: dict[str, set[str]] = {}
    for name in drawn_ids(events(*DECADES), "year", 400):
        key, *others = [token[1:] for token in tokens(name)]
        offered.setdefault(key, set()).update(others)
    assert offered == {year: six_around(year) for year in DECADES}
    assert offered["1900"] == {"1910", "1920", "1930", "1940", "1950", "1960"}


def test_a_false_year_is_among_the_six_nearest_and_a_near_one_the_more_often() -> None:
    shown: Counter[int] = Counter()
    for name in drawn_ids(events(*DECADES), "pairs", 1200):
        for token in tokens(name):
            event, _, source = token.partition(".")
            if source:
                assert source[1:] in six_around(event[1:])
                shown[abs(int(source[1:]) - int(event[1:]))] += 1
    assert shown[10] > 1.5 * shown[20] > 1.5 * shown[30] > 0


def test_all_that_can_be_drawn_is_counted_and_nothing_else() -> None:
    of, years = events(*DECADES), len(DECADES)
    found = count(of, TODAY)
    assert found[Form.PAIRS] == sum(
        comb(years, size) * comb(size, true) * NEAREST ** (size - true)
        for size, truths in ((3, (1, 2, 3)), (4, (1, 2, 3, 4)))
        for true in truths
    )
    few = events(*DECADES[:8])
    asked = model(replace(LINE, forms=("year",)), few.facts)
    assert count(asked, TODAY) == {Form.DIRECT: 8 * comb(NEAREST, 3)}
    assert len({*drawn_ids(asked, "year", 2000)}) == 8 * comb(NEAREST, 3)


def test_what_is_far_can_still_be_made() -> None:
    of = events(*DECADES)
    assert made(of, "m~year:e1900+e2000+e2010+e2020", SETTING) is not None
    assert made(of, "m~pairs:e1900.e2020+e1910+e1920", SETTING) is not None
    assert made(of, "m~before:e1900+e2000+e2010+e2020", SETTING) is None
    assert made(of, "m~before:e1910+e1900+e2010+e2020", SETTING) is not None


def test_events_are_compared_with_those_around_them() -> None:
    of = events(*(str(year) for year in range(1950, 2020)))
    for name in drawn_ids(of, "before", 60) + drawn_ids(of, "how-many-before", 60):
        head, *others = [int(token[1:]) for token in tokens(name)]
        assert all(abs(head - other) <= 12 for other in others)
    for name in drawn_ids(of, "earliest", 60):
        key, *others = [int(token[1:]) for token in tokens(name)]
        assert all(0 < other - key <= 12 for other in others)


def test_the_years_of_joining_are_near_too() -> None:
    of = model(
        replace(CLUB, as_of="2029-12-31", forms=("joined",)),
        [status(int(year), entity=f"Land {year}", since=year) for year in DECADES],
    )
    for name in drawn_ids(of, "joined", 100):
        key, *others = [token[1:] for token in tokens(name)]
        assert set(others) <= six_around(key)


def test_a_false_status_is_the_neighbouring_one_more_often_than_a_far_one() -> None:
    shown: Counter[tuple[str, str]] = Counter()
    for seed in range(500):
        name = drawn(MEMBERS, "pairs", seed, TODAY, frozenset()) or ""
        for token in tokens(name):
            fact, _, other = token.partition(".")
            if other:
                shown[fact.rpartition("-")[2], other] += 1
    assert shown["dialogue", "observer"] > 2 * shown["dialogue", "member"] > 0


# Attributes


def table(column: str, *values: str) -> Model:
    """A table of one column, its rows in that order and named r00, r01 and so on."""
    columns = (
        ColumnSpec(
            id=column,
            head="Head",
            question="What is it of {name}?",
            reverse="Which has {value}?",
            statement="{name} has {value}.",
        ),
    )
    return model(
        replace(TABLE, columns=columns),
        [
            RowFact(id=f"r{number:02}", name=f"Row {chr(65 + number)}", values={column: value})
            for number, value in enumerate(values)
        ],
    )


def false_of(of: Model, row: str, seeds: int = 500) -> Counter[str]:
    """How often each row's value was shown with a row."""
    shown: Counter[str] = Counter()
    for name in drawn_ids(of, "pairs", seeds):
        shown.update(
            token.partition(".")[2] for token in tokens(name) if token.startswith(f"{row}.")
        )
    return shown


RIVERS = [
    "Amur",
    "Ganges",
    "Indus",
    "Jordan",
    "Kabul",
    "Loire",
    "Mekong",
    "Niger",
    "Oder",
    "Plata",
    "Rhine",
    "Seine",
    "Tagus",
    "Volga",
]


def test_a_false_value_is_that_of_a_row_near_in_the_file() -> None:
    shown = false_of(table("river", *RIVERS), "r07")
    assert {"r05", "r06", "r08"} <= set(shown) <= {"r04", "r05", "r06", "r08", "r09", "r10"}
    assert shown["r06"] + shown["r08"] > shown["r04"] + shown["r10"]
    assert set(false_of(table("river", *RIVERS), "r00")) <= {f"r0{n}" for n in range(1, 7)}


def test_words_in_common_bring_a_value_nearer() -> None:
    values = [*RIVERS]
    values[0], values[7] = "Great White Nile", "Great Blue Nile"
    assert false_of(table("river", *values), "r07")["r00"] > 0


def test_words_that_most_values_have_bring_none_nearer() -> None:
    values = [f"Lower Valley {name}" if number % 3 else name for number, name in enumerate(RIVERS)]
    assert set(false_of(table("river", *values), "r07")) <= {f"r{n:02}" for n in range(4, 11)}


def test_dates_are_near_in_time_whatever_their_order_in_the_file() -> None:
    dates = [f"{1 + 5 * n % 9} May {1900 + 37 * n % 110}" for n in range(13)]
    of = table("date", *dates)
    years = {f"r{n:02}": int(date[-4:]) for n, date in enumerate(dates)}
    ranked = sorted(years, key=lambda row: years[row])
    shown = false_of(of, ranked[6])
    assert {ranked[5], ranked[7]} <= set(shown) <= {*ranked[3:6], *ranked[7:10]}


def test_a_value_or_a_name_is_offered_among_near_ones() -> None:
    of = table("river", *RIVERS)
    for form in ("value", "name"):
        for name in drawn_ids(of, form, 100):
            key, *others = [int(token[1:]) for token in tokens(name)]
            near = sorted(set(range(len(RIVERS))) - {key}, key=lambda n: abs(n - key))[:NEAREST]
            assert set(others) <= set(near)


def test_where_near_values_may_be_meant_by_each_other_far_ones_are_offered() -> None:
    of = table("river", "Indus", *(f"Ganges {n}" for n in range(1, 8)), "Ganges", "Volga", "Oder")
    found = drawn_ids(of, "value", 200)
    assert any(tokens(name)[0] == "r00" for name in found)
    for name in found:
        assert len({option.text for option in item(of, name).question.options}) == 4


def test_one_row_makes_one_statement_of_a_question() -> None:
    of = SHAPED[-1]
    for name in drawn_ids(of, "which", 150) + drawn_ids(of, "how-many", 150):
        rows = [token.partition(".")[0].rpartition("-")[0] for token in tokens(name)]
        assert len(set(rows)) == len(rows)
    # An id of two statements on one row still names its item.
    assert item(of, "agreements~which:simla-date+simla-place")


def test_a_value_that_is_true_of_one_row_alone_is_shown_once() -> None:
    of = table("river", *RIVERS[:5])
    for name in drawn_ids(of, "pairs", 100):
        assert len({token.rpartition(".")[2] for token in tokens(name)}) == len(tokens(name))
    for name in drawn_ids(of, "how-many", 100):
        shown = [token.rpartition(".")[2].removesuffix("-river") for token in tokens(name)]
        assert len(set(shown)) == len(shown)


def test_a_value_that_several_rows_have_may_be_shown_twice() -> None:
    # Else the last of few values would have to be shown, however far it is.
    of = table("place", *["Lahore", "Karachi"] * 4, "Delhi")
    shown = [tuple(tokens(name)) for name in drawn_ids(of, "pairs", 300)]
    assert any(len([one for one in names if one.endswith(".r00")]) > 1 for names in shown)


def test_every_form_of_every_model_can_still_be_drawn() -> None:
    for of in SHAPED:
        assert all(drawn(of, form.name, 1, TODAY, frozenset()) for form in yields(of))
