"""What is shown of a pool is known by its fact, so that a wrong code fails that fact alone."""

import pytest

from quizgen.core.item import Form
from quizgen.core.recall import facts
from quizgen.forms.models.model import Model, drawn, yields
from tests.forms.models.pools import AGREEMENTS, MEMBERS, SHAPED, TIMELINE, TODAY, item

CODED = {Form.TWO_STATEMENTS, Form.STATEMENTS, Form.LIST, Form.PAIRS}


@pytest.mark.parametrize(
    ("of", "name", "expected"),
    [
        (
            TIMELINE,
            "relations~pairs:kargil-date+liaquat-pact-date.simla-date+siachen-date",
            {
                "kargil-date": ("kargil-date",),
                "liaquat-pact-date-as-simla-date": ("liaquat-pact-date",),
                "siachen-date": ("siachen-date",),
            },
        ),
        (
            MEMBERS,
            "sco-members~which.member@2023-07-31:sco-china-member+sco-mongolia-observer+sco-nepal-dialogue",
            {
                "sco-china-member": ("sco-china-member",),
                "sco-mongolia-observer": ("sco-mongolia-observer",),
                "sco-nepal-dialogue": ("sco-nepal-dialogue",),
            },
        ),
        (
            AGREEMENTS,
            "agreements~how-many-rows.place.offices:indus.tashkent+simla+tashkent",
            {
                "indus-as-tashkent": ("indus-place", "indus-offices"),
                "simla": ("simla-place", "simla-offices"),
                "tashkent": ("tashkent-place", "tashkent-offices"),
            },
        ),
        (
            AGREEMENTS,
            "agreements~which:indus-place.tashkent+missiles-date",
            {"indus-place-as-tashkent": ("indus-place",), "missiles-date": ("missiles-date",)},
        ),
    ],
)
def test_what_is_shown_asks_for_its_own_fact(
    of: Model, name: str, expected: dict[str, tuple[str, ...]]
) -> None:
    made = item(of, name)
    assert {why.id: why.facts for why in made.answer.statements} == expected


def test_an_entry_of_a_sequence_stands_by_its_numeral_not_by_its_place() -> None:
    made = item(TIMELINE, "relations~sequence:ceasefire-date+mumbai-date+tashkent-date")
    assert [why.id for why in made.answer.statements] == [
        "ceasefire-date",
        "tashkent-date",
        "mumbai-date",
    ]


@pytest.mark.parametrize("of", SHAPED, ids=lambda of: str(of.spec.id))
def test_all_that_an_item_asks_for_is_asked_by_what_it_shows_or_compares_with(of: Model) -> None:
    for form in yields(of):
        for seed in range(3):
            name = drawn(of, form.name, seed, TODAY, frozenset())
            assert name is not None
            made = item(of, name)
            own = {fact for why in made.answer.statements for fact in why.facts}
            heads = {name.partition(":")[2].partition("+")[0]}
            if made.answer.statements:
                assert own <= set(made.question.facts) <= own | heads
            if made.question.form in CODED:
                codes = {one for option in made.question.options for one in option.id.split("+")}
                assert codes - {"none"} <= {why.id for why in made.answer.statements}
            assert facts(made.question, made.answer) == made.question.facts
