"""What is drawn: never a used fact, always the same, nothing only where there is nothing."""

from collections import Counter
from itertools import combinations

import pytest

from quizgen.core.item import Difficulty, Form, Item
from quizgen.forms.models.ids import ALONE
from quizgen.forms.models.kinds import kind_of
from quizgen.forms.models.model import Model, When, build, drawn, made, weight, yields
from quizgen.forms.models.pool import spec_as
from quizgen.forms.models.spec import (
    EventFact,
    MembershipModel,
    ModelSpec,
    StatementFact,
    StatementsModel,
    TimelineModel,
)
from tests.forms.models.generated import KINDS, pool
from tests.forms.models.pools import (
    AGREEMENTS,
    CATEGORIES,
    EVENTS,
    MEMBERS,
    SETTING,
    SHAPED,
    STATEMENTS,
    STATUSES,
    TIMELINE,
    TODAY,
    item,
    model,
    sample,
)

NONE: frozenset[str] = frozenset()


def used_up(of: Model, name: str, when: When = TODAY) -> list[Item]:
    """Items of a form, none of which asks for a fact of another, until there are no more."""
    found: list[Item] = []
    used: set[str] = set()
    while (drawn_id := drawn(of, name, len(found), when, frozenset(used))) is not None:
        made_item = item(of, drawn_id)
        assert used.isdisjoint(made_item.question.facts)
        used.update(made_item.question.facts)
        found.append(made_item)
    return found


@pytest.mark.parametrize("of", SHAPED, ids=lambda of: of.spec.id)
def test_no_fact_is_asked_for_twice(of: Model) -> None:
    for form in yields(of):
        found = used_up(of, form.name)
        assert len(found) > 1 or form.name in {"size", "sequence"}


def test_options_are_drawn_from_used_facts_too_as_they_are_not_asked_for() -> None:
    assert len(used_up(TIMELINE, "year")) == len(EVENTS) - 1  # one names its year


def test_nothing_is_drawn_only_where_there_is_nothing() -> None:
    tried = 0
    for number in range(40):
        of = pool("statements", number)
        if of is None or "how-many" not in of.spec.forms:
            continue
        used = {name for one in used_up(of, "how-many") for name in one.question.facts}
        spec = of.spec
        assert isinstance(spec, StatementsModel)
        for group in ["", *(f".{group.id}" for group in spec.groups)]:
            left = sorted({fact.id for fact in of.facts} - used - twins(of, used))
            for size in (3, 4):
                for names in combinations(left, size):
                    found = made(of, f"set~how-many{group}:{'+'.join(names)}", SETTING)
                    assert found is None or expired(of, names)
                    tried += 1
    assert tried > 100


def twins(of: Model, used: set[str]) -> set[str]:
    """Statements that are given away by one that was asked."""
    facts = [fact for fact in of.facts if isinstance(fact, StatementFact)]
    known = {other for fact in facts if fact.id in used for other in fact.against}
    return known | {fact.id for fact in facts if used & set(fact.against)}


def test_no_statement_is_shown_twice_nor_one_that_gives_it_away() -> None:
    for number in range(40):
        of = pool("statements", number)
        if of is None:
            continue
        for name in of.spec.forms:
            asked: set[str] = set()
            for one in used_up(of, name):
                assert len(one.question.facts) >= 2  # every statement shown, as option too
                assert not asked & set(one.question.facts)
                assert not twins(of, asked) & set(one.question.facts)
                asked.update(one.question.facts)


def expired(of: Model, names: tuple[str, ...]) -> bool:
    facts = [fact for fact in of.facts if isinstance(fact, StatementFact) and fact.id in names]
    return any(fact.until for fact in facts)


def test_the_same_arguments_draw_the_same_id_and_other_seeds_others() -> None:
    for of in SHAPED:
        for form in yields(of):
            found = [drawn(of, form.name, seed, TODAY, NONE) for seed in range(30)]
            assert found == [drawn(of, form.name, seed, TODAY, NONE) for seed in range(30)]
            assert len(set(found)) > 10 or kind_of(of.spec).forms[form.name].truths is ALONE


def test_a_used_head_is_not_compared_with() -> None:
    for seed in range(40):
        used = frozenset({"simla-date", "lahore-date"})
        found = drawn(TIMELINE, "before", seed, TODAY, used)
        assert found is not None
        assert used.isdisjoint(item(TIMELINE, found).question.facts)


def test_a_form_the_model_does_not_know_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        drawn(TIMELINE, "size", 1, TODAY, NONE)


def test_a_model_of_no_kind_is_an_error_of_the_caller() -> None:
    with pytest.raises(TypeError):
        build(ModelSpec(id="m"), (), SETTING)
    with pytest.raises(TypeError):
        spec_as(TIMELINE, MembershipModel)


# The day


def test_the_size_of_the_organisation_is_that_of_the_day() -> None:
    for day, size in (("2019-11-15", "8"), ("2024-08-01", "10"), ("2016-01-01", "6")):
        found = {
            drawn(MEMBERS, "size", seed, When(day, as_of=True), NONE) for seed in range(40)
        } - {None}
        asked = f"sco-members~size@{day}:member"
        assert asked in found
        made_item = item(MEMBERS, asked)
        assert made_item.question.option(made_item.answer.key).text == size
        assert made_item.question.as_of == day


def test_a_paper_for_a_later_day_asks_as_of_the_day_up_to_which_the_pool_is_known() -> None:
    found = drawn(MEMBERS, "which", 1, When("2026-11-22", as_of=True), NONE)
    assert found is not None
    assert "@2025-09-30:" in found


def test_without_a_day_of_its_own_a_paper_asks_as_of_the_dates_of_the_model() -> None:
    found = [drawn(MEMBERS, "direct", seed, TODAY, NONE) or "" for seed in range(60)]
    days = {name.partition("@")[2].partition(":")[0] for name in found}
    assert days == {"2019-11-15", "2023-07-31", "2024-08-01", "2025-09-30"}


def test_a_model_without_dates_asks_as_of_the_day_up_to_which_it_is_known() -> None:
    spec = MembershipModel(
        id="m", membership="p", of="it", categories=CATEGORIES, as_of="2020-01-01"
    )
    of = model(spec, STATUSES)
    assert "@2020-01-01:" in (drawn(of, "which", 1, TODAY, NONE) or "")
    assert drawn(of, "which", 1, When("2019-01-01"), NONE) is None
    assert "iran-member" not in " ".join(
        drawn(of, "joined", seed, TODAY, NONE) or "" for seed in range(60)
    )


def test_dates_after_today_are_not_asked_about() -> None:
    assert drawn(MEMBERS, "which", 1, When("2019-11-14"), NONE) is None
    assert "@2019-11-15:" in (drawn(MEMBERS, "which", 1, When("2019-11-15"), NONE) or "")


def test_a_statement_is_asked_only_while_it_holds() -> None:
    def shown(when: When) -> set[str]:
        items = [sample(STATEMENTS, "which", seed, when) for seed in range(80)]
        return {fact for made_item in items for fact in made_item.question.facts}

    assert "said-3" in shown(When("2025-08-31"))
    assert "said-3" not in shown(When("2025-09-01"))
    assert "said-2" in shown(When("2024-07-04", as_of=True))
    assert "said-2" not in shown(When("2024-07-03", as_of=True))


def test_a_statement_that_has_ceased_to_hold_is_still_made_and_says_until_when() -> None:
    found = item(STATEMENTS, "sco-statements~which.charter:said-2+said-3")
    assert (found.answer.since, found.answer.until) == ("2024-07-04", "2025-09-01")


def test_a_whole_model_may_hold_from_a_day_and_until_another() -> None:
    spec = TimelineModel(id="m", timeline="p", since="2000", until="2010")
    of = model(spec, EVENTS)
    assert drawn(of, "sequence", 1, When("2000-12-30"), NONE) is None
    assert drawn(of, "sequence", 1, When("2000-12-31"), NONE) is not None
    assert drawn(of, "sequence", 1, When("2010-01-01"), NONE) is None
    assert item(of, "m~earliest:indus-date+agra-date+pow-date+simla-date").answer.until == "2010"


def test_nothing_is_asked_of_what_came_after_the_day_up_to_which_the_pool_is_known() -> None:
    of = model(TimelineModel(id="m", timeline="p", as_of="2001"), EVENTS)
    shown = {fact for seed in range(60) for fact in sample(of, "before", seed).question.facts}
    assert "agra-date" in shown
    assert "mumbai-date" not in shown


# What a model says of itself


def test_a_model_yields_the_forms_it_names_or_all_it_can() -> None:
    assert [form.name for form in yields(MEMBERS)] == [
        "which",
        "how-many",
        "direct",
        "size",
        "joined",
        "pairs",
        "how-many-pairs",
        "sequence",
    ]
    of = model(TimelineModel(id="m", timeline="p", forms=("sequence", "year", "year")), EVENTS)
    assert [(form.name, form.form) for form in yields(of)] == [
        ("sequence", Form.SEQUENCE),
        ("year", Form.DIRECT),
    ]
    few = model(TimelineModel(id="m", timeline="p"), EVENTS[:3])
    assert [form.name for form in yields(few)] == ["pairs", "how-many-pairs", "sequence"]


def test_the_form_says_how_hard_it_is_unless_the_author_does() -> None:
    found = {form.name: form.difficulty for form in yields(TIMELINE)}
    assert found["year"] is Difficulty.EASY
    assert found["before"] is found["pairs"] is Difficulty.MEDIUM
    assert found["how-many-pairs"] is found["sequence"] is Difficulty.HARD
    hard = model(TimelineModel(id="m", timeline="p", difficulty=Difficulty.HARD), EVENTS)
    assert {form.difficulty for form in yields(hard)} == {Difficulty.HARD}
    assert sample(hard, "year", 1).question.difficulty is Difficulty.HARD


def test_a_model_weighs_a_sixth_of_its_facts() -> None:
    assert weight(TIMELINE) == 16 // 6
    assert weight(AGREEMENTS) == 8 * 3 // 6
    events = [EventFact(id=f"e{n}", event=f"event {n}", date=f"200{n}") for n in range(3)]
    assert weight(model(TimelineModel(id="m", timeline="p"), events)) == 1


# Chance

CODES, COUNTS, OPTIONS = "codes", "counts", "options"


def strategies(made_item: Item) -> dict[str, bool]:
    """What playing blindly would have got right: a letter, a length, what the others share."""
    question = made_item.question
    options, key = question.options, question.option(made_item.answer.key)
    texts = [option.text for option in options]
    sets = [frozenset(option.id.split("+")) for option in options]
    central = max(range(4), key=lambda n: sum(len(sets[n] & other) for other in sets))
    fewest = min(range(4), key=lambda n: len(sets[n]))
    return {
        **{letter: option is key for letter, option in zip("abcd", options, strict=True)},
        "longest": max(texts, key=len) == key.text,
        "shortest": min(texts, key=len) == key.text,
        "central": options[central] is key,
        "fewest": options[fewest] is key,
    }


def played(forms: set[Form], seeds: int) -> tuple[Counter[str], int]:
    """How often each strategy was right over items of some forms, and how many there were.

    Only items that a paper shows as they are: where it shuffles the options, a letter says nothing.
    """
    right: Counter[str] = Counter()
    items = 0
    for of in SHAPED:
        for form in yields(of):
            if form.form in forms and form.name != "size":
                for seed in range(seeds):
                    made_item = sample(of, form.name, seed)
                    if not made_item.question.shuffle:
                        found = strategies(made_item)
                        right.update(name for name, was in found.items() if was)
                        items += 1
    return right, items


GROUPS = {
    CODES: {Form.LIST, Form.STATEMENTS, Form.PAIRS},
    COUNTS: {Form.HOW_MANY, Form.HOW_MANY_PAIRS, Form.HOW_MANY_ROWS},
    OPTIONS: {Form.DIRECT},
}


def assert_near_chance(group: str, seeds: int) -> None:
    right, items = played(GROUPS[group], seeds)
    assert {name: count for name, count in right.items() if count > 0.3 * items} == {}


@pytest.mark.parametrize("group", GROUPS)
def test_no_letter_code_or_count_is_a_good_guess(group: str) -> None:
    assert_near_chance(group, 150 if group == OPTIONS else 60)


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_over_thousands_of_items_no_letter_code_or_count_is_a_good_guess(group: str) -> None:
    assert_near_chance(group, 800)


def test_the_longest_statement_is_no_good_guess_however_long_the_true_ones_are() -> None:
    facts = []
    for n in range(24):
        text = f"Number {n}" + " goes on" * (n % 7 + n % 2)
        correct, incorrect = (text, "") if n % 2 else ("", text)
        facts.append(StatementFact(id=f"s{n}", correct=correct, incorrect=incorrect))
    of = model(StatementsModel(id="s", statements="p"), facts)
    longest = sum(strategies(sample(of, "direct", seed))["longest"] for seed in range(300))
    assert 50 < longest < 95


def test_the_neighbouring_category_tempts_more_than_a_far_one() -> None:
    day = When("2019-11-15", as_of=True)
    wrong: Counter[str] = Counter()
    for seed in range(400):
        name = drawn(MEMBERS, "direct", seed, day, NONE) or ""
        if name.startswith("sco-members~direct.member@"):
            wrong.update(one.rpartition("-")[2] for one in name.partition("+")[2].split("+"))
    held = Counter(
        fact.category
        for fact in STATUSES
        if fact.since < "2019-11-15" and not "" < fact.until < "2019-11-15"
    )
    assert held["observer"] < held["dialogue"]
    assert wrong["observer"] > wrong["dialogue"] > 0


def test_a_size_stands_at_any_place_among_the_numbers() -> None:
    letters: Counter[str] = Counter()
    for month in range(1, 13):
        for number in range(1, 25):
            name = f"sco-members~size@2019-{month:02}-{number:02}:member"
            found = strategies(item(MEMBERS, name))
            letters.update(letter for letter in "abcd" if found[letter])
    assert max(letters.values()) < 0.3 * letters.total()


def test_all_kinds_of_generated_pools_can_be_drawn_from() -> None:
    for kind in KINDS:
        of = next(found for n in range(9) if (found := pool(kind, n)))
        assert any(drawn(of, form.name, 1, TODAY, NONE) for form in yields(of))


def test_nothing_is_asked_of_a_category_that_nobody_was_in_that_day() -> None:
    asked = {
        (drawn(MEMBERS, form, seed, TODAY, NONE) or "").partition("~")[2].partition(":")[0]
        for form in ("which", "how-many", "direct")
        for seed in range(120)
    }
    found = {place.partition(".")[2].partition("@")[::2] for place in asked}
    assert ("observer", "2019-11-15") in found
    assert ("partner", "2025-09-30") in found
    assert not found & {("partner", "2019-11-15"), ("partner", "2023-07-31")}
    assert not found & {("observer", "2025-09-30"), ("dialogue-partner", "2025-09-30")}
