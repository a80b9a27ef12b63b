"""Items are found by the facts they rest on: written ones, and those that models make."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.bank.by_fact import Asking, Wanted, outdated
from quizgen.bank.cache import open_cache
from quizgen.bank.errors import UnknownTopic
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import default_files
from quizgen.bank.topics import Filter
from quizgen.core.item import Difficulty, Form, Item
from quizgen.core.recall import facts
from quizgen.forms.dates import When
from tests.bank.modelled import timeline, written
from tests.bank.plain import plain_item, read_plain, write

NOW_DAY = When("2026-11-22")
NOW = Filter(when=NOW_DAY)
LATER_NS = 3_000_000_000
"""After so long a file has settled."""


def refs(found: Asking) -> list[str]:
    """Return the names of the items over all banks."""
    return [item.question.ref for item in found.items]


def rests_on(item: Item) -> tuple[str, ...]:
    """Return all facts of an item."""
    return facts(item.question, item.answer)


def wanted(*names: str) -> list[Wanted]:
    """Return facts that may come in any form."""
    return [Wanted(name) for name in names]


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Library]:
    """Return a library of written items on the facts a to d, some on several."""
    lines = (
        "bank p",
        "one Dates easy a D",
        "two Dates hard a,b SN",
        "three Names - b D",
        "old Dates - c D - 2019-05",
        "told Dates - d D - 2019-05 2018",
        "free Dates",
    )
    with Library([write(tmp_path, "p.yaml", *lines)], None, Loading(read_plain, "1")) as library:
        yield library


def test_a_fact_is_asked_by_an_item_that_rests_on_it(plain: Library) -> None:
    assert refs(plain.asking(wanted("b"), 1, "1")) in (["p:two"], ["p:three"])
    seen = {ref for seed in range(20) for ref in refs(plain.asking(wanted("a"), 1, str(seed)))}
    assert seen == {"p:one", "p:two"}


def test_another_form_than_the_one_to_avoid_comes_first_and_that_one_where_there_is_no_other(
    plain: Library,
) -> None:
    for seed in map(str, range(8)):
        assert refs(plain.asking([Wanted("a", Form.DIRECT)], 1, seed)) == ["p:two"]
        assert refs(plain.asking([Wanted("a", Form.STATEMENTS)], 1, seed)) == ["p:one"]
        assert refs(plain.asking([Wanted("c", Form.DIRECT)], 1, seed)) == ["p:old"]


def test_no_fact_is_asked_twice_nor_one_that_was_used(plain: Library) -> None:
    both = plain.asking([Wanted("a", Form.DIRECT), Wanted("b")], 5, "1")
    assert refs(both) == ["p:two"]  # which asks for b too
    assert both.lost == []
    for seed in map(str, range(8)):
        assert refs(plain.asking(wanted("a"), 1, seed, used={"b"})) == ["p:one"]
        assert refs(plain.asking(wanted("a"), 1, seed, used={"a"})) == []
        assert refs(plain.asking([Wanted("b", Form.DIRECT)], 1, seed, used={"a"})) == ["p:three"]


def test_a_fact_that_nothing_rests_on_is_lost_but_not_one_of_another_topic(plain: Library) -> None:
    found = plain.asking(wanted("gone", "b", "p:nobody"), 5, "1", Filter(topics=("names",)))
    assert refs(found) == ["p:three"]
    assert found.lost == ["gone", "p:nobody"]
    assert plain.asking(wanted("a"), 5, "1", Filter(topics=("names",))) == Asking([], [])
    hard = Filter(difficulty=Difficulty.HARD)
    assert refs(plain.asking(wanted("a"), 5, "1", hard)) == ["p:two"]
    with pytest.raises(UnknownTopic):
        plain.asking(wanted("a"), 5, "1", Filter(topics=("nothing",)))


def test_an_item_that_names_no_facts_is_one_by_its_own_name(plain: Library) -> None:
    assert refs(plain.asking(wanted("p:free"), 1, "1")) == ["p:free"]
    assert plain.asking(wanted("p:one"), 1, "1").lost == ["p:one"]  # it names its facts by now


def test_a_statement_that_names_no_facts_is_one_by_its_own_name(tmp_path: Path) -> None:
    file = write(tmp_path, "p.yaml", "bank p", "coded - - - SN")
    with Library([file], None, Loading(read_plain, "1")) as library:
        assert refs(library.asking(wanted("p:coded/o1"), 1, "1")) == ["p:coded"]
        assert library.asking(wanted("p:coded/gone", "p:coded"), 1, "1").lost == [
            "p:coded/gone",
            "p:coded",
        ]


def test_no_more_are_asked_than_wanted_and_the_first_facts_first(plain: Library) -> None:
    found = plain.asking(wanted("p:free", "gone", "d", "b"), 2, "1")
    assert refs(found) == ["p:free", "p:told"]
    assert found.lost == ["gone"]


def test_what_is_no_longer_right_is_not_asked_unless_it_says_of_when_it_speaks(
    plain: Library,
) -> None:
    found = plain.asking(wanted("c", "d"), 2, "1", NOW)
    assert refs(found) == ["p:told"]
    assert found.lost == ["c"]
    assert refs(plain.asking(wanted("c"), 2, "1", Filter(when=When("2019-04-30")))) == ["p:old"]
    old = plain_item("p", "old Dates - c D - 2019-05")
    assert outdated(old, When("2019-05-01"))
    assert not outdated(old, None)


def test_a_fact_whose_questions_all_show_another_that_was_asked_is_not_lost(
    plain: Library,
) -> None:
    assert plain.asking(wanted("b"), 5, "1", NOW, used={"a"}).lost == []
    narrow = Filter(topics=("dates",), when=NOW.when)
    assert plain.asking(wanted("b"), 5, "1", narrow, used={"a"}) == Asking([], [])


def test_the_facts_that_are_asked_for_on_a_day_are_told_from_those_that_are_not(
    plain: Library, tmp_path: Path
) -> None:
    names = ["gone", "p:free", "d", "c", "p:one", "b", "p:nobody"]
    assert plain.askable(names, When("2026-11-22")) == ["p:free", "d", "b"]
    assert plain.askable(names, When("2019-04-30")) == ["p:free", "d", "c", "b"]
    with Library.open([timeline(tmp_path)], None) as library:
        of_a_model = ["event", "event-1955", "event-1955-year", "event-19", "events-size-all"]
        assert library.askable(of_a_model, NOW_DAY) == ["event-1955"]
        assert library.askable(of_a_model, When("1955-03-03")) == []
        assert library.asking(wanted("event-1955-year"), 1, "1", NOW).lost == ["event-1955-year"]


def test_a_fact_that_can_never_be_the_right_option_is_not_asked_for(tmp_path: Path) -> None:
    """Of the last three events there are too few later ones to ask which came first."""
    file = timeline(tmp_path, more="    forms: [earliest]\n")
    with Library.open([file], None) as library:
        names = [f"event-{year}" for year in range(1950, 1962)]
        assert library.askable(names, NOW_DAY) == names[:-3]
        for name in names:
            assert bool(library.asking(wanted(name), 1, "1", NOW).items) == (name in names[:-3])


@pytest.mark.parametrize("day", ["2026-11-22", "2019-04-30"])
def test_what_is_counted_as_asked_for_is_what_an_item_is_found_for(
    tmp_path: Path, day: str
) -> None:
    """Of every fact that anything shipped rests on, and of names that only look like them."""
    with Library.open(default_files(tmp_path), tmp_path) as library:
        with closing(open_cache(tmp_path)) as database:
            both = "SELECT fact FROM resting UNION SELECT fact FROM pooled ORDER BY fact"
            facts = [fact for (fact,) in database.execute(both)]
        assert len(facts) > 500
        names = [*facts, *(f"{fact}-too" for fact in facts)]
        only = Filter(when=When(day))
        found = [name for name in names if library.asking(wanted(name), 1, "1", only).items]
        assert library.askable(names, When(day)) == found


def test_a_fact_is_asked_for_by_what_a_file_holds_now(tmp_path: Path) -> None:
    """Whatever it held before, and whatever other files the index knows."""
    other = write(tmp_path, "o.yaml", "bank o", "one - - c", "free")
    loading = Loading(read_plain, "1", clock_ns=lambda: time.time_ns() + LATER_NS)
    for name in "ab":
        file = write(tmp_path, "p.yaml", "bank p", f"one - - {name}", "two - - c")
        for files in ([file, other], [file]):
            with Library(files, tmp_path / "cache", loading) as library:
                found = library.askable(["a", "b", "c", "o:free"], NOW_DAY)
        assert found == [name, "c"]
    with closing(open_cache(tmp_path / "cache")) as database:
        rows = database.execute("SELECT DISTINCT fact FROM resting ORDER BY fact").fetchall()
    assert rows == [("b",), ("c",), ("o:free",)]


def test_a_model_asks_for_what_its_file_holds_now(tmp_path: Path) -> None:
    loading = Loading(clock_ns=lambda: time.time_ns() + LATER_NS)
    for first in (1950, 1953):
        file = timeline(tmp_path, years=range(first, first + 12))
        other = timeline(tmp_path, "other.yaml", years=range(1940, 1946))  # a model of that name
        with Library([file, other], tmp_path / "cache", loading) as library:
            names = [f"event-{year}" for year in range(1940, 1970)]
            assert library.askable(names, NOW_DAY) == names[first - 1940 : first - 1928]
            assert library.asking(wanted("event-1941"), 1, "1", NOW).lost == ["event-1941"]


def test_an_item_asked_twice_over_by_two_files_is_asked_from_the_first(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{name}.yaml", "bank p", f"one - - {name}") for name in "ab"]
    with Library(files, None, Loading(read_plain, "1")) as library:
        assert refs(library.asking(wanted("a"), 1, "1")) == ["p:one"]
        assert library.asking(wanted("b"), 1, "1").lost == ["b"]


def test_models_make_items_for_a_fact_in_each_of_their_forms(tmp_path: Path) -> None:
    with Library.open([timeline(tmp_path, years=range(1950, 1986))], None) as library:
        forms: Counter[str] = Counter()
        for seed in range(60):
            (item,) = library.asking(wanted("event-1961"), 1, str(seed), NOW).items
            assert "event-1961" in item.question.facts
            forms[item.question.form] += 1
        assert set(forms) == {"D", "L", "H", "P", "HP", "Q"}
        again = [library.asking(wanted("event-1961"), 1, "7", NOW) for _ in range(2)]
        assert again[0] == again[1]


def test_written_items_and_those_of_models_both_ask_for_a_fact_they_share(tmp_path: Path) -> None:
    files = [timeline(tmp_path), written(tmp_path, facts=["event-1955"])]
    with Library.open(files, None) as library:
        found = {
            ref
            for seed in range(40)
            for ref in refs(library.asking(wanted("event-1955"), 1, str(seed), NOW))
        }
    assert "b:q1" in found
    assert any("~" in ref for ref in found)


def test_facts_of_a_model_run_out_where_all_but_one_are_used(tmp_path: Path) -> None:
    with Library.open([timeline(tmp_path, years=range(1950, 1960))], None) as library:
        used = {f"event-{year}" for year in range(1951, 1960)}
        forms = {
            item.question.form
            for seed in range(20)
            for item in library.asking(wanted("event-1950"), 1, str(seed), NOW, used).items
        }
        assert forms <= {Form.DIRECT}  # the key alone is asked for; all others show used facts
        assert library.asking(wanted("event-1950"), 1, "1", NOW, {*used, "event-1950"}).items == []
        assert library.asking(wanted("event"), 1, "1", NOW).lost == ["event"]


def test_every_fact_that_the_shipped_models_ask_for_can_be_asked_for_by_name(
    tmp_path: Path,
) -> None:
    """Of each model some facts, of all kinds of them; and ten at once share none."""
    with Library.open(default_files(tmp_path), None) as library:
        names: list[str] = []
        for known in library.models():
            for item in library.sample(f"quizgen:{known.model.spec.id}", 8, "1", NOW.when):
                names += rests_on(item)
        for name in dict.fromkeys(names):
            (item,) = library.asking(wanted(name), 1, "1", NOW).items
            assert name in rests_on(item)
        many = library.asking(wanted(*names), 10, "1", NOW).items
        assert len(many) == 10
        asked = [fact for item in many for fact in rests_on(item)]
        assert len(asked) == len(set(asked))
