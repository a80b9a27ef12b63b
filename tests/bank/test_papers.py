"""Whole papers from the shipped bank: the mix of the style's year, and no fact asked twice."""

from collections.abc import Iterator

import pytest

from quizgen.bank.library import Library
from quizgen.bank.sources import default_files
from quizgen.bank.topics import Filter
from quizgen.core.item import Item
from quizgen.core.mix import MIXES, quotas
from quizgen.forms.dates import When, first_day, last_day
from quizgen.show.words import date_in_words

TODAY = Filter(when=When("2026-11-22"))


@pytest.fixture(scope="module", params=MIXES)
def shipped(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Library, str]]:
    """Return the shipped bank in a house style, and the style."""
    nobody = tmp_path_factory.mktemp("nobody")
    with Library.open(default_files(nobody), None, style=request.param) as library:
        yield library, request.param


def check(drawn: list[Item], count: int, style: str) -> None:
    """Assert that a paper is whole, has the style's mix and asks no fact twice."""
    assert len({item.question.ref for item in drawn}) == count
    mix = MIXES[style]
    shares = [sum(item.question.form in forms for item in drawn) for forms, _ in mix]
    assert shares == quotas([part for _, part in mix], count)
    facts = [fact for item in drawn for fact in set(item.question.facts)]
    assert 0 < len(set(facts)) == len(facts)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("count", [25, 100])
def test_a_paper_has_the_mix_of_its_style_and_asks_no_fact_twice(
    shipped: tuple[Library, str], count: int, seed: int
) -> None:
    library, style = shipped
    check(library.draw(count, seed, TODAY, MIXES[style]), count, style)


@pytest.mark.slow
def test_so_do_fifty_whole_papers(shipped: tuple[Library, str]) -> None:
    library, style = shipped
    for seed in range(50):
        check(library.draw(100, seed, TODAY, MIXES[style]), 100, style)


def test_whole_papers_differ(shipped: tuple[Library, str]) -> None:
    library, style = shipped
    one, other = (
        {item.question.ref for item in library.draw(100, seed, TODAY, MIXES[style])}
        for seed in (1, 2)
    )
    assert len(one - other) > 25


@pytest.mark.parametrize(("day", "members"), [("2019-11-15", "8"), ("2024-08-01", "10")])
def test_the_size_of_the_organisation_is_that_of_the_day(
    shipped: tuple[Library, str], day: str, members: str
) -> None:
    library, _ = shipped
    items = library.sample("sco-members", 40, 1, When(day, as_of=True))
    [size] = [item for item in items if item.question.id == f"sco-members~size@{day}:member"]
    assert size.question.option(size.answer.key).text == members
    assert size.question.stem.startswith(f"As of {date_in_words(day)}, how many member states")


@pytest.mark.parametrize("day", ["2005-01-01", "2019-11-15", "2025-04-30"])
def test_as_of_a_day_nothing_is_asked_that_was_not_known_and_right_then(
    shipped: tuple[Library, str], day: str
) -> None:
    library, style = shipped
    drawn = library.draw(100, 1, Filter(when=When(day, as_of=True)), MIXES[style])
    assert len(drawn) == 100
    for item in drawn:
        assert not item.answer.since or last_day(item.answer.since) <= day
        assert not item.question.as_of or last_day(item.question.as_of) <= day
        assert not item.answer.until or first_day(item.answer.until) > day
