"""Items of models beside written ones: drawn alike, mixed by form, found by name, sampled."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.bank.diagnosed import REPEATED, SHARED
from quizgen.bank.errors import UnknownModel
from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile
from quizgen.bank.topics import Filter
from quizgen.core.item import Difficulty, Form, Item
from quizgen.core.mix import MIXES
from quizgen.forms.models.model import weight
from tests.bank.modelled import questions, timeline, written

MIX = MIXES["upsc-2025"]


def opened(*files: SourceFile, cache: Path | None = None) -> Library:
    """Return the library of some files."""
    return Library.open(files, cache)


def refs(items: list[Item]) -> list[str]:
    """Return the names of items over all banks."""
    return [item.question.ref for item in items]


def facts_of(items: list[Item]) -> list[str]:
    """Return what items rest on, each item's facts once."""
    return [fact for item in items for fact in sorted(set(item.question.facts))]


def is_made(item: Item) -> bool:
    """Whether a model made it."""
    return "~" in item.question.id


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of 28 written questions and a model of 36 facts."""
    folder = tmp_path_factory.mktemp("library")
    events = timeline(folder, years=range(1950, 1986))
    rest = [f"event-{year}" for year in range(1950, 1960)]
    with opened(events, written(folder, count=28, facts=rest)) as both:
        yield both


def test_a_model_is_told_with_its_file_and_counts_as_no_written_item(library: Library) -> None:
    events, words = library.files
    assert (events.count, events.models, events.errors) == (0, 1, 0)
    assert (words.count, words.models) == (28, 0)
    assert library.count() == 28
    [known] = library.models()
    assert known.file == events
    assert (known.model.spec.id, len(known.model.facts)) == ("events", 36)
    assert library.in_order(events) == []


def test_topics_that_a_model_alone_has_are_known_and_count_nothing(library: Library) -> None:
    assert library.topics() == [("Words", 28), ("Years", 0)]
    assert library.count(Filter(topics=("years",))) == 0
    assert all(is_made(item) for item in library.draw(3, 1, Filter(topics=("years",))))


def test_a_model_is_drawn_as_often_as_so_many_written_items(library: Library) -> None:
    """Over 400 draws of 4; five standard deviations of a fair draw."""
    weighs = weight(library.models()[0].model)
    share = weighs / (28 + weighs)
    made = sum(is_made(item) for seed in range(400) for item in library.draw(4, seed))
    assert abs(made / 1600 - share) < 5 * (share * (1 - share) / 1600) ** 0.5


def test_a_model_asks_in_one_of_its_forms_as_often_as_in_another(library: Library) -> None:
    drawn = [library.draw(1, seed, Filter(topics=("years",)))[0] for seed in range(350)]
    yields = Counter(item.question.id.partition("~")[2].partition(":")[0] for item in drawn)
    assert len(yields) == 7
    assert all(abs(number - 50) < 5 * (350 * 6 / 49) ** 0.5 for number in yields.values())


def test_no_fact_is_asked_twice_whether_written_or_made(library: Library) -> None:
    for seed in range(30):
        facts = facts_of(library.draw(20, seed))
        assert len(set(facts)) == len(facts)


def test_the_same_seed_draws_the_same_whatever_the_order_of_files(tmp_path: Path) -> None:
    files = [timeline(tmp_path), written(tmp_path), timeline(tmp_path, "c.yaml", model="more")]
    with opened(*files) as there, opened(*files[::-1]) as back:
        for mix in ((), MIX):
            assert there.draw(20, 7, mix=mix) == back.draw(20, 7, mix=mix)
            assert there.draw(20, 7, mix=mix) != there.draw(20, 8, mix=mix)


def test_these_very_items_of_a_model_are_drawn_on_every_machine(tmp_path: Path) -> None:
    """Papers are named by seed and bank: a change here would change papers already sat."""
    with opened(timeline(tmp_path)) as library:
        assert [ref.rpartition(":")[::2] for ref in refs(library.draw(2, 1))] == [
            ("b:events~how-many-before", "event-1959+event-1955+event-1956+event-1957"),
            ("b:events~sequence", "event-1950+event-1952+event-1954"),
        ]


def test_a_model_alone_makes_as_many_as_are_asked_for_without_repeats(tmp_path: Path) -> None:
    with opened(timeline(tmp_path)) as library:
        drawn = library.draw(40, 1)
        assert len(set(refs(drawn))) == 40
        few = facts_of(library.draw(4, 1))
        assert len(set(few)) == len(few)


def test_a_model_that_can_make_few_makes_those(tmp_path: Path) -> None:
    """Of three events there are one order and one count before each of them, and nothing else."""
    text = timeline(tmp_path, years=range(1950, 1954)).path
    text.write_text(
        text.read_text().replace("pool\n    about", "pool\n    forms: [sequence]\n    about")
    )
    with opened(SourceFile(text, text.name)) as library:
        drawn = refs(library.draw(50, 1))
        assert len(set(drawn)) == len(drawn) == 5  # four orders of three, and one of four


def test_made_items_can_be_left_out(library: Library) -> None:
    assert len(library.draw(99, 1, Filter(written=True))) == 28


@pytest.mark.parametrize(
    "only",
    [
        Filter(difficulty=Difficulty.HARD),
        Filter(forms=frozenset({Form.SEQUENCE})),
        Filter(forms=frozenset({Form.DIRECT}), difficulty=Difficulty.EASY),
    ],
)
def test_a_filter_holds_for_what_models_make(library: Library, only: Filter) -> None:
    drawn = library.draw(6, 1, only)
    assert len(drawn) == 6
    for item in drawn:
        assert is_made(item)
        assert item.question.difficulty == (only.difficulty or item.question.difficulty)
        assert not only.forms or item.question.form in only.forms


def test_an_item_of_a_model_can_be_left_out_by_name(library: Library) -> None:
    only = Filter(topics=("years",))
    first, *_ = library.draw(1, 5, only)
    for name in (first.question.id, first.question.ref):
        without = Filter(topics=("years",), exclude=frozenset({name}))
        assert first not in library.draw(3, 5, without)


# --- a mix of forms


def forms(items: list[Item]) -> list[int]:
    """Return how many items each share of the mix has."""
    return [sum(item.question.form in share.forms for item in items) for share in MIX]


def test_a_paper_of_a_mix_has_its_shares(tmp_path: Path) -> None:
    files = [
        timeline(tmp_path, f"{name}.yaml", model=name, years=range(start, start + 40))
        for name, start in (("one", 1850), ("two", 1900), ("three", 1950))
    ]
    mix = tuple(share for share in MIX if Form.ONE_REASON not in share.forms)
    with opened(*files, written(tmp_path, count=30)) as library:
        assert forms(library.draw(20, 3, mix=mix)) == [4, 10, 6, 0, 0]


def test_a_form_there_is_not_is_made_up_for_by_the_others(library: Library) -> None:
    drawn = library.draw(10, 3, mix=MIX)
    assert len(set(refs(drawn))) == 10
    assert forms(drawn) == [2, 5, 3, 0, 0]


def test_the_place_in_a_paper_says_nothing_of_form_or_maker(library: Library) -> None:
    """Over 120 papers of ten; five standard deviations of a fair order are 27."""
    papers = [library.draw(10, seed, mix=MIX) for seed in range(120)]
    for told in (is_made, lambda item: item.question.form is Form.DIRECT):
        first, last = (sum(told(paper[at]) for paper in papers) for at in (0, -1))
        assert abs(first - last) < 5 * (120 * 2 / 4) ** 0.5


# --- names


def test_items_of_models_are_found_by_their_ids(library: Library) -> None:
    made = library.draw(2, 1, Filter(topics=("years",)))
    first, second = made
    items, missing = library.find([second.question.ref, "q3", first.question.id, "b:q3"])
    assert refs(items) == [second.question.ref, "b:q3", first.question.ref]
    assert (items[0], items[2]) == (second, first)
    assert missing == []


@pytest.mark.parametrize(
    "name",
    [
        "events~year:event-1950",
        "events~year:event-1950+event-1953+event-1952+event-1951",
        "events~year",
        "events~",
        "~",
        "events~nothing:event-1950",
        "nobody~year:event-1950+event-1951+event-1952+event-1953",
        "c:events~year:event-1950+event-1951+event-1952+event-1953",
        "b:events~year:event-1950+event-1951+event-1952+event-2000",
    ],
)
def test_an_id_that_names_no_sound_item_of_a_model_is_missing(library: Library, name: str) -> None:
    assert library.find([name]) == ([], [name])


def test_a_model_is_sampled_in_each_of_its_forms(library: Library) -> None:
    items = library.sample("events", 7, "s")
    yields = {item.question.id.partition("~")[2].partition(":")[0] for item in items}
    assert len(yields) == 7
    assert len(set(facts_of(items))) == len(facts_of(items))
    assert items == library.sample("b:events", 7, "s") != library.sample("events", 7, "t")
    assert len(set(refs(library.sample("events", 60, "s")))) == 60


def test_an_unknown_model_is_named_with_those_there_are(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnknownModel, match="no item model `event`") as problem:
        library.sample("event", 1, 1)
    assert problem.value.help == "models: events"
    with (
        opened(written(tmp_path)) as none,
        pytest.raises(UnknownModel) as problem,
    ):
        none.sample("event", 1, 1)
    assert problem.value.help == "no file that is loaded has one"


# --- the same model twice


def test_a_model_in_two_files_of_a_bank_is_an_error_and_the_first_alone_asks(
    tmp_path: Path,
) -> None:
    first = timeline(tmp_path, "a.yaml", years=range(1950, 1962))
    again = timeline(tmp_path, "b.yaml", years=range(1970, 1982), topic="Other")
    with opened(first, again) as library:
        [found] = library.diagnostics()
        assert (found.code, found.file, found.item) == (REPEATED, "b.yaml", "events")
        assert "the first is at a.yaml:" in found.message
        assert "item model" in found.help
        assert found.text == "  - id: events"
        assert [(file.models, file.errors) for file in library.files] == [(1, 0), (0, 1)]
        assert library.topics() == [("Years", 0)]
        assert len(library.models()) == 1
        assert all(fact < "event-1962" for fact in facts_of(library.draw(9, 1)))
        shared = library.fingerprint
    with opened(first) as alone:
        assert alone.fingerprint == shared


def test_a_model_of_another_bank_with_the_same_id_is_another_model(tmp_path: Path) -> None:
    files = [timeline(tmp_path, "a.yaml"), timeline(tmp_path, "b.yaml", bank="c")]
    with opened(*files) as library:
        [found] = library.diagnostics()
        assert (found.code, found.file) == (SHARED, "b.yaml")
        assert "`c:events` is this one" in found.why
        item = library.sample("c:events", 1, 1)[0]
        assert item.question.bank == "c"
        assert len(library.find([item.question.id])[0]) == 2


# --- the index


def test_the_fingerprint_changes_with_a_model_and_its_facts(tmp_path: Path) -> None:
    seen = set()
    for model, years in (("a", 10), ("a", 11), ("b", 10), ("b", 0)):
        path = timeline(tmp_path, model=model, years=range(1950, 1950 + years))
        with opened(path, written(tmp_path)) as library:
            seen.add(library.fingerprint)
    assert len(seen) == 4


def test_the_fingerprint_stays_where_a_model_stands_in_another_file(tmp_path: Path) -> None:
    whole = timeline(tmp_path, "whole.yaml", more=questions(3))
    parts = [timeline(tmp_path, "x.yaml"), written(tmp_path, "y.yaml", count=3)]
    with opened(whole) as one, opened(*parts) as other:
        assert one.fingerprint == other.fingerprint
        assert [(file.count, file.models) for file in one.files] == [(3, 1)]


def test_a_changed_model_is_made_from_anew(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with opened(timeline(tmp_path), cache=cache) as library:
        before = library.sample("events", 3, 1)
    with opened(timeline(tmp_path, years=range(1970, 1982)), cache=cache) as library:
        assert library.sample("events", 3, 1) != before
        assert all(fact >= "event-1970" for fact in facts_of(library.draw(5, 1)))


IMPORTS = """
import sys
from pathlib import Path
from quizgen.bank.library import Library
from quizgen.bank.sources import named_files
from quizgen.bank.topics import Filter
from quizgen.core.mix import MIXES
from quizgen.forms.dates import When
with Library.open(named_files([Path(sys.argv[1])]), Path(sys.argv[2])) as library:
    only = Filter(when=When("2026-11-22"))
    assert len(library.draw(9, 1, only, MIXES["upsc-2025"])) == 9
    library.files, library.topics(), library.fingerprint
print(sorted(name for name in sys.modules if name.startswith(("quizgen.forms.", "yaml", "pyd"))))
"""


def test_a_bank_without_models_does_not_import_them(tmp_path: Path) -> None:
    bank, cache = tmp_path / "bank", tmp_path / "cache"
    files = [written(bank, "a.yaml")]
    for expected in ("['quizgen.forms.dates']\n", "quizgen.forms.models"):
        opened(*files, cache=cache).close()
        done = subprocess.run(
            [sys.executable, "-c", IMPORTS, str(bank), str(cache)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert expected in done.stdout
        assert "yaml" not in done.stdout
        files.append(timeline(bank, "b.yaml", years=range(1900, 1960)))
