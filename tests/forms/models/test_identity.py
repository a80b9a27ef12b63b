"""An item is a function of its id and the facts the id names: nothing else changes it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from quizgen.core.chance import shuffled
from quizgen.core.item import Item
from quizgen.core.record import item_json
from quizgen.forms.models.model import Model, build, drawn, made, yields
from quizgen.forms.models.spec import AttributesModel, RowFact, StatusFact
from tests.forms.models.generated import KINDS, pool
from tests.forms.models.pools import (
    AGREEMENTS,
    OLD_STYLE,
    SETTING,
    SHAPED,
    TIMELINE,
    TODAY,
    item,
    sample,
)
from tests.golden_files import assert_golden


def ids(of: Model, seeds: int = 4) -> Iterator[str]:
    """Ids drawn from a model, some of each form."""
    for form in yields(of):
        for seed in range(seeds):
            found = drawn(of, form.name, seed, TODAY, frozenset())
            if found is not None:
                yield found


def digest() -> str:
    """What a process makes of the shaped models: ids and items, in both styles."""
    whole = sha256()
    for of in SHAPED:
        for name in ids(of):
            for setting in (SETTING, OLD_STYLE):
                whole.update(f"{name} {item_json(item(of, name, setting))}\n".encode())
    return whole.hexdigest()


@pytest.mark.parametrize("seed", ["1", "77"])
def test_another_process_makes_the_same_items_of_the_same_ids(seed: str) -> None:
    script = "from tests.forms.models.test_identity import digest; print(digest())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest()


@pytest.mark.parametrize("of", SHAPED, ids=lambda of: of.spec.id)
def test_the_items_of_today_are_those_of_every_later_version(of: Model) -> None:
    shown = [_told(sample(of, form.name, "golden")) for form in yields(of)]
    assert_golden(f"models/{of.spec.id}.txt", "\n\n".join(shown) + "\n")


def _told(made_item: Item) -> str:
    question, answer = made_item.question, made_item.answer
    lines = [
        f"== {question.id}",
        f"{question.form} {question.difficulty}, facts: {', '.join(question.facts)}",
        question.stem,
    ]
    lines += [
        f"{'*' if option.id == answer.key else ' '} {option.text} [{option.id}]"
        for option in question.options
    ]
    lines += [
        f"- {why.label}: {why.verdict or why.correct} | {why.text}"
        for why in (*answer.statements, *answer.options)
    ]
    told: dict[str, Any] = {
        "explanation": answer.explanation,
        "source": answer.source,
        "locator": answer.locator,
        "as of": question.as_of,
        "since": answer.since,
        "until": answer.until,
    }
    return "\n".join([*lines, *(f"{name}: {text}" for name, text in told.items() if text)])


def shorter(of: Model) -> Model | None:
    """The model before the last facts were written; None if they are too few then."""
    facts = of.facts[: len(of.facts) * 2 // 3]
    if any(isinstance(fact, StatusFact) for fact in facts):
        last = of.facts[len(facts) - 1]
        assert isinstance(last, StatusFact)
        facts = tuple(
            fact for fact in facts if isinstance(fact, StatusFact) and fact.entity != last.entity
        )
    found = build(replace(of.spec, forms=()), facts, SETTING)
    return found if isinstance(found, Model) else None


def growing() -> Iterator[tuple[Model, Model]]:
    for of in (*SHAPED, *(found for n in range(12) for kind in KINDS if (found := pool(kind, n)))):
        before = shorter(of)
        if before is not None:
            yield before, of


def test_a_growing_pool_changes_no_item() -> None:
    compared = 0
    for before, after in growing():
        for name in ids(before):
            if "~size@" not in name:  # asks for all there are, so a new one is another answer
                assert made(after, name, SETTING) == item(before, name), name
                compared += 1
    assert compared > 400


def test_the_order_of_facts_in_the_file_changes_no_item_and_only_draws_of_neighbours() -> None:
    for of in SHAPED:
        numbers = shuffled(range(len(of.facts)), "another order", str)
        mixed = replace(
            of,
            facts=tuple(of.facts[number] for number in numbers),
            cited=tuple(of.cited[number] for number in numbers),
        )
        assert all(item(mixed, name) == item(of, name) for name in ids(of))
        # Which rows of a table are neighbours is for its author to say.
        assert (list(ids(mixed)) == list(ids(of))) == (of is not AGREEMENTS)


@pytest.mark.parametrize("of", SHAPED, ids=lambda of: of.spec.id)
def test_a_changed_fact_changes_only_the_items_that_name_it(of: Model) -> None:
    old = of.facts[4]
    new = replace(old, why="It has been written anew.")
    changed = replace(of, facts=(*of.facts[:4], new, *of.facts[5:]))
    touched = 0
    for name in ids(of, 12):
        rows = name.split(":")[1].replace("+", ".").split(".")
        named = any(row == old.id or row.startswith(f"{old.id}-") for row in rows)
        if not named and "~size@" not in name:
            assert item(changed, name) == item(of, name)
        touched += item(changed, name) != item(of, name)
    assert touched


def test_the_style_changes_the_words_and_not_the_item() -> None:
    for of in SHAPED:
        for name in ids(of):
            one, other = item(of, name), item(of, name, OLD_STYLE)
            assert one.answer.key == other.answer.key
            assert [option.id for option in one.question.options] == [
                option.id for option in other.question.options
            ]


STRANGE = {
    "relations": (
        "no id at all",
        "others~sequence:agra-date+indus-date+simla-date",
        "relations~decade:agra-date+indus-date+simla-date",
        "relations~which:agra-date+indus-date+simla-date",
        "relations~sequence.x:agra-date+indus-date+simla-date",
        "relations~sequence@2019-11-15:agra-date+indus-date+simla-date",
        "relations~sequence:indus-date+agra-date+simla-date",
        "relations~sequence:agra-date+agra-date+simla-date",
        "relations~sequence:agra-date+simla-date",
        "relations~sequence:agra-date+indus-date+nowhere-date",
        "relations~sequence:agra-date+indus-date+pow-date+pulwama-date+simla-date",
        # The conflict of 1999 may have been before or after the declaration of that year.
        "relations~sequence:indus-date+kargil-date+lahore-date",
        "relations~before:kargil-date+indus-date+lahore-date+simla-date",
        "relations~before:nowhere-date+agra-date+indus-date+simla-date",
        "relations~before:indus-date+agra-date+lahore-date+simla-date",
        "relations~year:lahore-date+agra-date+indus-date+kargil-date",
        "relations~year:war-1965-date+agra-date+indus-date+simla-date",
        "relations~year:simla-date+indus-date+agra-date+pow-date",
        "relations~year:simla-date+agra-date+indus-date",
        "relations~earliest:simla-date+agra-date+indus-date+lahore-date",
        "relations~pairs:agra-date+indus-date.simla-date+lahore-date.kargil-date",
        "relations~pairs:agra-date.indus-date+indus-date.agra-date+simla-date.agra-date",
        "relations~sequence:agra-date+indus-date+" + "x" * 2000,
    ),
    "sco-members": (
        "sco-members~which@2019-11-15:sco-china-member+sco-india-member+sco-iran-observer",
        "sco-members~which.guest@2019-11-15:sco-china-member+sco-india-member+sco-iran-observer",
        "sco-members~which.member:sco-china-member+sco-india-member+sco-iran-observer",
        "sco-members~which.member@2019-11-31:sco-china-member+sco-india-member+sco-iran-observer",
        # The pool is known to be right up to 30 September 2025.
        "sco-members~which.member@2025-10-01:sco-china-member+sco-india-member+sco-laos-partner",
        # Belarus became a dialogue partner in 2010; in what month is not said.
        "sco-members~which.dialogue@2010-06-01:sco-belarus-dialogue+sco-china-member+sco-india-observer",
        "sco-members~size@2019-11-15:dialogue",
        "sco-members~size@2019-11-15:nobody",
        "sco-members~size.member@2019-11-15:member",
        "sco-members~joined@2019-11-15:sco-iran-member+sco-belarus-member+sco-china-member+sco-india-member",
    ),
    "sco-statements": (
        "sco-statements~which:said-1+said-2",
        "sco-statements~which.nothing:said-1+said-2",
        "sco-statements~which.charter:said-1+said-9",
        "sco-statements~which.bodies:said-10+said-12+said-9",
        "sco-statements~which.charter:said-5+said-6+said-7",
        "sco-statements~how-many.charter:said-5+said-6+said-7+said-8",
        "sco-statements~direct.charter:said-5+said-6+said-7+said-8",
        "sco-statements~direct.charter:said-1+said-2+said-7+said-8",
        "sco-statements~which.charter:said-1.said-2+said-5",
    ),
    "agreements": (
        "agreements~value.nothing:simla+indus+lahore+tashkent",
        "agreements~value.offices:simla+indus+lahore+tashkent",
        "agreements~value:simla+indus+lahore+tashkent",
        # The name tells the place.
        "agreements~value.place:tashkent+indus+liaquat+simla",
        # Both were signed at New Delhi.
        "agreements~value.place:indus+lahore+liaquat+prisoners",
        "agreements~pairs.place:indus+liaquat.prisoners+simla",
        "agreements~how-many-rows.date.date:indus+lahore+simla",
        "agreements~how-many-rows.place.date:indus+lahore+simla",
        "agreements~which:indus-date+indus-date.lahore+simla-date",
        "agreements~which:indus-offices+simla-date",
        "agreements~which:indus-date.lahore+simla-date.nothing",
    ),
}


@pytest.mark.parametrize(
    ("of", "name"),
    [(of, name) for of in SHAPED for name in STRANGE[of.spec.id]],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_an_id_that_could_never_be_drawn_makes_nothing(of: Model, name: str) -> None:
    assert made(of, name, SETTING) is None


def test_in_a_language_without_words_nothing_is_made() -> None:
    name = next(ids(TIMELINE))
    assert made(TIMELINE, name, replace(SETTING, lang="hi")) is None


def test_two_columns_of_one_row_are_two_facts() -> None:
    found = item(AGREEMENTS, "agreements~how-many-rows.date.place:indus+simla+tashkent.lahore")
    assert set(found.question.facts) == {
        f"{row}-{column}" for row in ("indus", "simla", "tashkent") for column in ("date", "place")
    }
    spec = AGREEMENTS.spec
    assert isinstance(spec, AttributesModel)
    assert all(isinstance(fact, RowFact) for fact in AGREEMENTS.facts)
