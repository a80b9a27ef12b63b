"""What keeps a model from asking anything is named, where it stands."""

import json
from dataclasses import replace

import pytest

from quizgen.core.diagnostics import Problem
from quizgen.core.item import Difficulty
from quizgen.forms.models.model import Model, build, made, model_from, model_record, yields
from quizgen.forms.models.spec import (
    ColumnSpec,
    FactSpec,
    GroupSpec,
    ModelSpec,
)
from quizgen.forms.shared import Setting
from tests.forms.models.generated import KINDS, pool
from tests.forms.models.pools import (
    EVENTS,
    SETTING,
    SHAPED,
    item,
    model,
    sample,
)
from tests.forms.models.small import CLUB, LINE, SET, TABLE, event, row, said, status

Found = list[tuple[str, tuple[str | int, ...]]]


def problems(spec: ModelSpec, facts: tuple[FactSpec, ...]) -> Found:
    """Code and path of each problem."""
    found = build(spec, facts, SETTING)
    assert not isinstance(found, Model)
    assert found
    assert all(isinstance(problem, Problem) and problem.message for problem in found)
    return [(problem.code, problem.path) for problem in found]


def test_a_pool_of_another_kind_is_refused() -> None:
    assert problems(LINE, (said(1),)) == [("QG152", ("model", "timeline"))]
    assert problems(CLUB, EVENTS) == [("QG152", ("model", "membership"))]


def test_a_form_that_the_kind_does_not_have_is_named() -> None:
    found = build(replace(LINE, forms=("year", "before", "yeer", "size")), EVENTS, SETTING)
    assert not isinstance(found, Model)
    assert [(problem.path, problem.help) for problem in found] == [
        (("model", "forms", 2), "did you mean `year`?"),
        (
            ("model", "forms", 3),
            "it has year, earliest, before, how-many-before, pairs, how-many-pairs, sequence",
        ),
    ]


def test_a_form_that_the_pool_does_not_suffice_for_is_named() -> None:
    spec = replace(LINE, forms=("pairs", "year"))
    assert problems(spec, EVENTS[:3]) == [("QG154", ("model", "forms", 1))]


def test_a_pool_that_suffices_for_nothing_is_named() -> None:
    assert problems(LINE, (event(1), event(2))) == [("QG154", ("model", "timeline"))]


@pytest.mark.parametrize(
    ("spec", "facts", "expected"),
    [
        (LINE, (event(1), event(2, event="Event 1.")), ("QG120", ("fact", 1, "event"))),
        (LINE, (event(1, event="one | two"),), ("QG123", ("fact", 0, "event"))),
        (SET, (said(1), said(2, correct="It is 1")), ("QG120", ("fact", 1, "correct"))),
        (
            SET,
            (said(1), said(2, correct="", incorrect="It is 1.")),
            ("QG120", ("fact", 1, "incorrect")),
        ),
        (TABLE, (row(1), row(2, name="Row 1")), ("QG120", ("fact", 1, "name"))),
        (TABLE, (row(1, values={"date": "1|2"}),), ("QG123", ("fact", 0, "values", "date"))),
        (TABLE, (row(1, name="a|b"),), ("QG123", ("fact", 0, "name"))),
        (CLUB, (status(1, entity="a|b"),), ("QG123", ("fact", 0, "entity"))),
    ],
)
def test_texts_that_are_alike_or_would_break_a_table_are_named(
    spec: ModelSpec, facts: tuple[FactSpec, ...], expected: tuple[str, tuple[str | int, ...]]
) -> None:
    assert problems(spec, facts) == [expected]


def test_names_that_lead_nowhere_are_named() -> None:
    assert problems(CLUB, (status(1, category="guest"),)) == [("QG151", ("fact", 0, "category"))]
    assert problems(TABLE, (row(1, values={"place": "x"}),)) == [
        ("QG151", ("fact", 0, "values", "place"))
    ]
    assert problems(TABLE, (row(1, whys={"place": "x"}),)) == [
        ("QG151", ("fact", 0, "whys", "place"))
    ]
    groups = replace(SET, groups=(GroupSpec(id="g", about="it"),))
    assert problems(groups, (said(1, group="h"), said(2))) == [
        ("QG151", ("fact", 0, "group")),
        ("QG101", ("fact", 1, "group")),
    ]
    assert problems(SET, (said(1, group="h"),)) == [("QG151", ("fact", 0, "group"))]
    assert problems(SET, (said(1, against=("s1", "s2", "s9")), said(2))) == [
        ("QG151", ("fact", 0, "against", 0)),
        ("QG151", ("fact", 0, "against", 2)),
    ]


def test_an_entity_is_in_one_category_at_a_time() -> None:
    facts = (
        status(1, category="member", since="2023-07-04"),
        status(2, category="member", since="2005", until="2023-08"),
        status(3, entity="India", since="2017"),
    )
    assert problems(CLUB, facts) == [("QG153", ("fact", 1, "since"))]
    handed_over = (status(1, since="2017-06-09"), status(2, since="2005", until="2017-06"))
    # The end of the one may be the day the other began: that is no contradiction.
    assert ("QG153", ("fact", 1, "since")) not in problems(CLUB, handed_over)


def test_what_ends_begins_before() -> None:
    assert problems(CLUB, (status(1, until="2023-07-04"),)) == [("QG153", ("fact", 0, "until"))]
    assert problems(SET, (said(1, since="2020", until="2019-05"),)) == [
        ("QG153", ("fact", 0, "until"))
    ]


def test_a_membership_says_up_to_what_day_it_is_known() -> None:
    assert ("QG101", ("model", "as_of")) in problems(replace(CLUB, as_of=""), (status(1),))
    assert ("QG110", ("model", "as_of")) in problems(replace(CLUB, as_of="2024"), (status(1),))
    dates = replace(CLUB, dates=("2024-01-01", "2024-02", "2025-01-01"))
    assert problems(dates, (status(1),)) == [
        ("QG110", ("model", "dates", 1)),
        ("QG153", ("model", "dates", 2)),
    ]


def test_categories_groups_and_columns_have_ids_of_their_own_and_words() -> None:
    twice = replace(CLUB, categories=(*CLUB.categories, *CLUB.categories))
    assert problems(twice, (status(1),)) == [("QG109", ("model", "categories", 1, "id"))]
    empty = replace(CLUB, categories=(replace(CLUB.categories[0], many=" "),))
    assert problems(empty, (status(1),)) == [("QG121", ("model", "categories", 0, "many"))]
    barred = replace(CLUB, name="a|b", categories=(replace(CLUB.categories[0], one="a | b"),))
    assert problems(barred, (status(1),)) == [
        ("QG123", ("model", "categories", 0, "one")),
        ("QG123", ("model", "name")),
    ]
    heads = replace(TABLE, name="a|b", columns=(ColumnSpec(id="date", head="a|b"),))
    assert problems(heads, (row(1),)) == [
        ("QG123", ("model", "name")),
        ("QG123", ("model", "columns", 0, "head")),
    ]


def test_a_sentence_of_a_column_names_what_it_is_about() -> None:
    column = ColumnSpec(
        id="date",
        head="Date",
        question="When was it signed?",
        reverse="Which was signed in {year}?",
        statement="It was signed in {value}.",
    )
    assert problems(replace(TABLE, columns=(column,)), (row(1),)) == [
        ("QG155", ("model", "columns", 0, "question")),
        ("QG155", ("model", "columns", 0, "reverse")),
        ("QG155", ("model", "columns", 0, "reverse")),
        ("QG155", ("model", "columns", 0, "statement")),
    ]


def test_two_values_cannot_have_one_name() -> None:
    columns = tuple(ColumnSpec(id=name, head=name) for name in ("date", "signed-date"))
    facts = (
        row(1, id="simla", values={"signed-date": "1972"}),
        row(2, id="simla-signed", values={"date": "1972"}),
    )
    assert problems(replace(TABLE, columns=columns), facts) == [("QG109", ("fact", 1, "id"))]


# What is taken from the file, and from the record


def test_a_fact_without_a_source_has_that_of_its_model() -> None:
    setting = Setting("notes", SETTING.sources)
    facts = [event(n, date=f"199{n}", source="tass" if n == 1 else "") for n in range(1, 5)]
    of = build(replace(LINE, source="hadi"), facts, setting)
    assert isinstance(of, Model)
    assert [cited.text for cited in of.cited] == [
        "With admission of Laos, 2025",
        *["An SCO Perspective, 2019"] * 3,
    ]
    found = item(of, "m~year:e2+e1+e3+e4")
    assert found.question.bank == "notes"
    assert found.answer.source == (
        "An SCO Perspective, 2019 (1992, 1993, 1994); With admission of Laos, 2025 (1991)"
    )


def test_one_source_has_its_locator_and_several_have_theirs_beside_them() -> None:
    facts = [event(n, date=f"199{n}", source="hadi", locator=f"page {n}") for n in range(1, 5)]
    one = item(
        model(LINE, [replace(fact, locator="page 1") for fact in facts]), "m~year:e2+e1+e3+e4"
    )
    assert (one.answer.source, one.answer.locator) == ("An SCO Perspective, 2019", "page 1")
    assert one.answer.document == "An SCO Perspective"
    several = item(model(LINE, facts), "m~year:e2+e1+e3+e4")
    assert several.answer.locator == ""
    assert several.answer.source == (
        "An SCO Perspective, 2019, page 2 (1992), page 1 (1991), page 3 (1993), page 4 (1994)"
    )
    none = item(model(LINE, [replace(fact, source="") for fact in facts]), "m~year:e2+e1+e3+e4")
    assert none.answer.source == ""


def test_the_fact_whose_value_is_shown_is_cited_and_dates_the_item_too() -> None:
    years = [event(n, date=f"199{n}", source="tass" if n == 4 else "hadi") for n in range(1, 5)]
    found = item(model(LINE, years), "m~how-many-pairs:e1.e4+e2+e3")
    assert found.question.facts == ("e1", "e2", "e3")
    assert found.answer.since == "1994"
    assert "With admission of Laos, 2025 (" in found.answer.source
    rows = [row(n, since=f"200{n}", source="tass" if n == 4 else "hadi") for n in range(1, 5)]
    column = ColumnSpec(id="date", head="Date", statement="The {name} is of {value}.")
    table = model(replace(TABLE, columns=(column,)), rows)
    for name in ("m~pairs.date:r1.r4+r2+r3", "m~which:r1-date.r4+r2-date"):
        found = item(table, name)
        assert found.answer.since == "2004"
        assert "With admission of Laos, 2025 (" in found.answer.source


def test_what_the_author_says_of_a_model_is_on_its_items() -> None:
    spec = replace(
        LINE,
        topic="treaty-dates",
        difficulty=Difficulty.EASY,
        remember="First things first.",
        tags=("beyond",),
    )
    found = sample(model(spec, EVENTS), "sequence", 1)
    assert found.question.topic == "treaty-dates"
    assert found.question.difficulty is Difficulty.EASY
    assert found.answer.remember == "First things first."
    assert found.tags == ("beyond",)


def test_a_model_comes_back_from_its_record_and_makes_the_same_items() -> None:
    generated = [found for kind in KINDS for n in range(6) if (found := pool(kind, n))]
    for of in (*SHAPED, *generated):
        again = model_from(model_record(of))
        assert model_record(again) == model_record(of)
        for form in yields(of):
            assert yields(again) == yields(of)
            if of in SHAPED:
                assert sample(again, form.name, 1) == sample(of, form.name, 1)


def test_a_record_is_plain_json() -> None:
    for of in SHAPED:
        told = model_record(of)
        assert json.loads(json.dumps(told)) == told
        assert model_record(model_from(json.loads(json.dumps(told)))) == told


def test_a_hard_model_comes_back_hard() -> None:
    of = model(replace(LINE, difficulty=Difficulty.HARD), EVENTS)
    assert model_from(model_record(of)).spec.difficulty is Difficulty.HARD


def test_a_record_of_no_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        model_from({**model_record(SHAPED[0]), "kind": "weather"})


# What is not asked


def test_values_that_a_form_refuses_as_options_are_not_shown() -> None:
    # They would be taken for letters: (a) A. Gate (a).
    places = ("A. Gate (a)", "B. Fort (b)", "C. Hill (c)", "D. Road (d)")
    columns = (ColumnSpec(id="date", head="Date", question="Where was the {name}?"),)
    facts = [row(n, values={"date": place}) for n, place in enumerate(places)]
    of = model(replace(TABLE, columns=columns), facts)
    assert made(of, "m~value.date:r0+r1+r2+r3", SETTING) is None


def test_values_are_compared_without_their_points() -> None:
    columns = (ColumnSpec(id="date", head="Date", question="Where was the {name}?"),)
    facts = [row(n, values={"date": date}) for n, date in enumerate(("U.S.", "US", "UK", "EU"))]
    assert problems(replace(TABLE, columns=columns, forms=("value",)), tuple(facts)) == [
        ("QG154", ("model", "forms", 0))
    ]


def test_a_number_that_is_not_sure_is_not_asked_for() -> None:
    facts = [status(n, entity=f"Land {n}", since="2001" if n else "2010") for n in range(6)]
    categories = (replace(CLUB.categories[0], whole=True),)
    of = model(replace(CLUB, categories=categories, dates=("2010-06-01", "2011-01-01")), facts)
    assert "size" in {form.name for form in yields(of)}
    assert item(of, "m~size@2011-01-01:member")
    assert made(of, "m~size@2010-06-01:member", SETTING) is None
