"""No item drawn from a model has a wrong key or two right options, whatever the pool."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from quizgen.core.item import Form, Item
from quizgen.forms.models.model import Model, When, drawn, yields
from quizgen.forms.models.spec import EventFact, RowFact, StatementFact, StatusFact
from tests.forms.models.generated import KINDS, pool
from tests.forms.models.pools import OLD_STYLE, SETTING, SHAPED, TODAY, item
from tests.forms.models.reader import Reader, span

PAPERS = (
    TODAY,
    When("1995-03-31", as_of=True),
    When("2001-07-15", as_of=True),
    When("2019-11-15", as_of=True),
)


def drawn_items(
    models: Iterator[Model], seeds: int, papers: tuple[When, ...] = PAPERS
) -> Iterator[tuple[Model, When, Item]]:
    """Items of all forms of models, for some days, in both styles."""
    for number, of in enumerate(models):
        for form in yields(of):
            for seed in range(seeds):
                when = papers[(number + seed) % len(papers)]
                found = drawn(of, form.name, f"{number}/{seed}", when, frozenset())
                if found is not None:
                    yield of, when, item(of, found, (SETTING, OLD_STYLE)[seed % 2])


def generated(numbers: range) -> Iterator[Model]:
    for number in numbers:
        for kind in KINDS:
            found = pool(kind, number)
            if found is not None:
                yield found


def judge(of: Model, when: When, made: Item) -> None:
    question = made.question
    verdicts = Reader(of.spec, of.facts).verdicts(question)
    right = [option.id for option, truth in zip(question.options, verdicts, strict=True) if truth]
    assert None not in verdicts, question
    assert right == [made.answer.key], question
    assert len({option.text for option in question.options}) == len(question.options) == 4
    assert len({option.id for option in question.options}) == 4
    if question.as_of:
        assert question.as_of <= when.day
    if when.as_of:
        assert item(known_on(of, when.day), question.id) is not None


def known_on(of: Model, day: str) -> Model:
    """The model as it would have been written on a day; it may lack what a form needs."""
    facts = [
        (fact, cited)
        for fact, cited in zip(of.facts, of.cited, strict=True)
        if was_known(fact, day)
    ]
    return replace(of, facts=tuple(one for one, _ in facts), cited=tuple(two for _, two in facts))


def was_known(fact: object, day: str) -> bool:
    date, until = "", ""
    if isinstance(fact, EventFact):
        date = fact.date
    elif isinstance(fact, StatusFact | RowFact):
        date = fact.since
    elif isinstance(fact, StatementFact):
        date, until = fact.since, fact.until
    now = span(day)[0]
    return (not date or span(date)[1] <= now) and (not until or now < span(until)[0])


def judged(models: Iterator[Model], seeds: int) -> Counter[Form]:
    forms: Counter[Form] = Counter()
    for of, when, made in drawn_items(models, seeds):
        judge(of, when, made)
        forms[made.question.form] += 1
    return forms


ALL_FORMS = {
    Form.DIRECT,
    Form.LIST,
    Form.HOW_MANY,
    Form.TWO_STATEMENTS,
    Form.STATEMENTS,
    Form.PAIRS,
    Form.HOW_MANY_PAIRS,
    Form.HOW_MANY_ROWS,
    Form.SEQUENCE,
}


def test_of_a_thousand_items_of_any_pools_each_has_one_right_option_and_it_is_the_key() -> None:
    forms = judged(generated(range(24)), 3)
    assert forms.total() > 1000
    assert set(forms) == ALL_FORMS


def test_items_of_pools_like_the_shipped_ones_have_one_right_option() -> None:
    assert judged(iter(SHAPED), 16).total() > 350


@pytest.mark.slow
def test_of_ten_thousand_items_each_has_one_right_option_and_it_is_the_key() -> None:
    forms = judged(generated(range(100, 250)), 5) + judged(iter(SHAPED), 60)
    assert forms.total() > 10_000
    assert set(forms) == ALL_FORMS
