"""What a run asks of its questions: lists, counts, finds, draws, and what is wrong with them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.bank.cache import index_path
from quizgen.bank.diagnosed import REPEATED, SHARED, UNREADABLE
from quizgen.bank.errors import UnknownTopic
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile
from quizgen.bank.topics import Filter
from quizgen.core.catalogue import CATALOGUE
from quizgen.core.diagnostics import Severity, Span
from quizgen.core.item import Difficulty, Form, Item
from quizgen.core.mix import MIXES, STYLE
from quizgen.forms.dates import When
from tests.bank.plain import plain_item, read_plain, write


def opened(*files: SourceFile, cache: Path | None = None, style: str = STYLE) -> Library:
    """Return the library of plain files."""
    return Library(files, cache, Loading(read_plain, "1", style=style))


def refs(items: list[Item]) -> list[str]:
    """Return the names of items over all banks."""
    return [item.question.ref for item in items]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library of two banks on three topics."""
    polity = (
        "bank polity",
        "rights Fundamental_rights easy",
        "duties Fundamental_duties hard",
        "writs fundamental_RIGHTS hard",
        "! a question without options",
    )
    treaties = ("simla Treaty_dates hard", "rights Treaty_dates", "lahore Treaty_dates", "odd")
    with opened(
        write(tmp_path, "polity.yaml", *polity), write(tmp_path, "treaties.yaml", *treaties)
    ) as library:
        yield library


def test_each_file_is_told_with_its_counts(library: Library) -> None:
    polity, treaties = library.files
    assert (polity.name, polity.bank, polity.title) == ("polity.yaml", "polity", "Polity.Yaml")
    assert (polity.count, polity.errors, polity.warnings) == (3, 1, 0)
    assert (treaties.bank, treaties.count, treaties.errors) == ("treaties", 4, 0)
    assert polity.lacking.explanations == 3


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("simlla", ["simla"]),
        ("treaties:simlla", ["treaties:simla"]),
        ("dutties", ["duties"]),
        ("rihgts", ["rights"]),
        ("odd", ["odd"]),
        ("nothing-like-it", []),
        ("", []),
        ("treaties:", []),
        ("x" * 100_000, []),
    ],
)
def test_an_id_with_a_slip_is_guessed(library: Library, name: str, near: list[str]) -> None:
    assert library.near(name, 1) == near


def test_of_many_ids_those_are_compared_that_begin_and_end_alike(tmp_path: Path) -> None:
    names = [f"{first}-{number}-of-many" for first in ("aa", "zz") for number in range(1_500)]
    with opened(write(tmp_path, "many.yaml", *names)) as library:
        assert library.near("zz-1400-of-mnay", 1) == ["zz-1400-of-many"]


def test_topics_are_as_first_written_in_file_order(library: Library) -> None:
    assert library.topics() == [
        ("Fundamental rights", 2),
        ("Fundamental duties", 1),
        ("Treaty dates", 3),
        ("", 1),
    ]


def test_written_items_are_counted_by_name_and_topic(library: Library) -> None:
    """As told by a history, which knows other banks, and items that are gone or made by models."""
    names = {"polity:rights", "polity:writs", "polity:gone", "treaties:rights", "other:duties"}
    assert library.named({*names, "rights", "polity:writs~1"}) == {
        "fundamental-rights": 2,
        "treaty-dates": 1,
    }
    assert library.named(frozenset()) == {}


def test_documents_are_in_file_order(library: Library) -> None:
    assert library.documents() == [("Fundamental", 2), ("fundamental", 1), ("Treaty", 3), ("", 1)]


def test_forms_difficulties_and_tags_are_counted(tmp_path: Path) -> None:
    lines = ("odd1 - hard - Q", "odd2 - easy - D", "even - - - D")
    with opened(write(tmp_path, "a.yaml", *lines)) as library:
        assert library.forms() == [("D", 2), ("Q", 1)]
        assert library.difficulties() == [("easy", 1), ("hard", 1), ("", 1)]
        assert library.tags() == [("odd", 2)]


def test_an_item_comes_back_as_the_loader_made_it(library: Library) -> None:
    [first, *_] = library.in_order(library.files[0])
    assert first == plain_item("polity", "rights Fundamental_rights easy")


def test_a_file_is_in_its_own_order(library: Library) -> None:
    assert [refs(library.in_order(file)) for file in library.files] == [
        ["polity:rights", "polity:duties", "polity:writs"],
        ["treaties:simla", "treaties:rights", "treaties:lahore", "treaties:odd"],
    ]


@pytest.mark.parametrize(
    ("only", "count"),
    [
        (Filter(), 7),
        (Filter(topics=("treaty-dates",)), 3),
        (Filter(topics=("TREATY dates", "fundamental rights")), 5),
        (Filter(difficulty=Difficulty.HARD), 3),
        (Filter(topics=("fundamental-rights",), difficulty=Difficulty.HARD), 1),
        (Filter(difficulty=Difficulty.MEDIUM), 0),
        (Filter(exclude=frozenset({"rights"})), 5),
        (Filter(exclude=frozenset({"polity:rights", "nowhere"})), 6),
        (Filter(topics=("treaty-dates",), exclude=frozenset({"rights", "writs"})), 2),
        (Filter(forms=frozenset({Form.DIRECT, Form.PAIRS})), 7),
        (Filter(forms=frozenset({Form.PAIRS})), 0),
    ],
)
def test_a_filter_counts_and_draws_the_same_items(
    library: Library, only: Filter, count: int
) -> None:
    assert library.count(only) == count
    ordered = [item for file in library.files for item in library.in_order(file, only)]
    assert len(ordered) == count
    drawn = library.draw(99, 1, only)
    assert len(set(refs(drawn))) == len(drawn) == count
    assert {*refs(drawn)} == {*refs(ordered)}
    assert only.exclude.isdisjoint(item.question.id for item in drawn)
    assert {item.question.difficulty for item in drawn} <= (
        {only.difficulty} if only.difficulty else {*Difficulty, None}
    )


def test_one_filter_after_another_draws_its_own(library: Library) -> None:
    first = library.draw(9, 1, Filter(topics=("treaty-dates",)))
    library.draw(9, 1, Filter(topics=("fundamental-rights",)))
    assert library.draw(9, 1, Filter(topics=("treaty-dates",))) == first
    assert len(library.draw(9, 1)) == 7


def test_a_topic_nobody_has_is_named_with_the_nearest_and_all(library: Library) -> None:
    with pytest.raises(UnknownTopic, match="no topic `traety dates`") as problem:
        library.draw(5, 1, Filter(topics=("traety dates",)))
    assert problem.value.help == (
        "did you mean `Treaty dates`? topics: Fundamental rights, Fundamental duties, Treaty dates"
    )


def test_part_of_a_topic_leads_to_it(library: Library) -> None:
    with pytest.raises(UnknownTopic) as problem:
        library.count(Filter(topics=("duties",)))
    assert "did you mean `Fundamental duties`?" in problem.value.help


def test_a_topic_like_no_other_gets_the_list_alone(library: Library) -> None:
    for topic in ("zoology", "...", ""):
        with pytest.raises(UnknownTopic) as problem:
            library.count(Filter(topics=(topic,)))
        assert problem.value.help.startswith("topics: Fundamental rights")


def test_items_are_found_by_name_in_the_order_asked(library: Library) -> None:
    items, missing = library.find(["lahore", "polity:writs", "lost", "treaties:writs", "lahore"])
    assert refs(items) == ["treaties:lahore", "polity:writs"]
    assert missing == ["lost", "treaties:writs"]


def test_a_bare_id_takes_that_item_of_every_bank(library: Library) -> None:
    items, missing = library.find(["treaties:rights", "rights"])
    assert refs(items) == ["treaties:rights", "polity:rights"]
    assert missing == []


def test_other_files_in_the_cache_are_no_part_of_a_run(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    other = write(tmp_path, "other.yaml", "bank b", "q1 Other easy", "q9 Other easy")
    mine = write(tmp_path, "mine.yaml", "bank b", "q1 Mine easy")
    opened(other, mine, cache=cache).close()
    with opened(mine, cache=cache) as library:
        assert library.topics() == [("Mine", 1)]
        assert library.find(["q9"]) == ([], ["q9"])
        assert refs(library.draw(9, 1)) == ["b:q1"]
        assert library.diagnostics() == []


def test_no_files_are_an_empty_library() -> None:
    with opened() as library:
        assert (library.files, library.count(), library.draw(5, 1)) == ((), 0, [])
        assert (library.topics(), library.diagnostics()) == ([], [])


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", "q1")
    with opened(file, file) as library:
        assert library.count() == 1


# --- dates


@pytest.mark.parametrize(
    ("dates", "today", "as_of"),
    [
        # since, until, as_of: asked on a day of 2020, as of one of 2015 and one of 2025
        ("- - -", True, (True, True)),
        ("2018-05 - -", True, (False, True)),
        ("- 2019 -", False, (True, False)),
        ("- 2021-06-01 -", True, (True, False)),
        ("- 2019 2018-11", True, (False, False)),
        ("- - 2018-11", True, (False, True)),
        ("2010 2019 2012-02-29", True, (True, False)),
        # A date that is not exact holds from its last day on, and ends with its first.
        ("2015 - -", True, (False, True)),
        ("- - 2015-06", True, (True, True)),
        ("- - 2015-07", True, (False, True)),
        ("- 2015-07 -", False, (True, False)),
        ("- 2015-06 -", False, (False, False)),
    ],
)
def test_an_item_is_asked_when_it_is_right(
    tmp_path: Path, dates: str, today: bool, as_of: tuple[bool, bool]
) -> None:
    lines = [f"q{number} topic easy - D" for number in range(3)]
    with opened(write(tmp_path, "a.yaml", f"dated topic easy - D {dates}", *lines)) as library:
        for when, asked in (
            (When("2020-02-29"), today),
            (When("2015-06-30", as_of=True), as_of[0]),
            (When("2025-01-01", as_of=True), as_of[1]),
        ):
            for only in (Filter(when=when), Filter(("topic",), when=when)):
                assert library.count(only) == 3 + asked
                assert ("a:dated" in refs(library.draw(9, 1, only))) is asked
                [file] = library.files
                assert ("a:dated" in refs(library.in_order(file, only))) is asked
        assert library.count() == 4


def test_an_item_that_changes_tomorrow_is_right_today(tmp_path: Path) -> None:
    with opened(write(tmp_path, "a.yaml", "q1 - - - - - 2020-03-01")) as library:
        for as_of in (False, True):
            assert library.count(Filter(when=When("2020-02-29", as_of))) == 1
            assert library.count(Filter(when=When("2020-03-01", as_of))) == 0


def test_left_out_by_name_and_by_date_counts_once(tmp_path: Path) -> None:
    with opened(write(tmp_path, "a.yaml", "q1 - - - - - 2019", "q2")) as library:
        only = Filter(exclude=frozenset({"q1"}), when=When("2020-01-01"))
        assert library.count(only) == 1
        assert refs(library.draw(5, 1, only)) == ["a:q2"]


@pytest.mark.parametrize(
    ("line", "matters"),
    [
        ("q1", False),
        ("q1 - - - - 2030", False),
        ("q1 - - - - - 2030", True),
        ("q1 - - - - - 2030 2019", False),
        ("q1 - - - - - 2020-03", False),
    ],
)
def test_a_later_day_matters_where_an_undated_item_ends(
    tmp_path: Path, line: str, matters: bool
) -> None:
    with opened(write(tmp_path, "a.yaml", line)) as library:
        assert library.day_matters("2020-03-01") is matters


# --- the fingerprint


def fingerprint(*files: SourceFile) -> str:
    """Return the fingerprint of the items of some files."""
    with opened(*files) as library:
        return library.fingerprint


def test_the_fingerprint_stays_when_files_move_split_or_change_order(tmp_path: Path) -> None:
    whole = write(tmp_path, "whole.yaml", "bank b", "q1", "q2", "q3")
    moved = write(tmp_path / "folder", "renamed.yaml", "bank b", "q1", "", "q2", "q3")
    first = write(tmp_path, "first.yaml", "bank b", "q1")
    rest = write(tmp_path, "rest.yaml", "bank b", "q3", "q2")
    one = fingerprint(whole)
    assert len(one) == 16
    assert one == fingerprint(moved) == fingerprint(first, rest) == fingerprint(rest, first)


def test_the_fingerprint_changes_with_any_item(tmp_path: Path) -> None:
    seen = {fingerprint()}
    for lines in (("q1", "q2"), ("q1", "q2 topic"), ("q1", "q2", "q3"), ("q1",), ("q1", "q4")):
        seen.add(fingerprint(write(tmp_path, "a.yaml", "bank b", *lines)))
    assert len(seen) == 6


def test_items_that_are_not_asked_are_no_part_of_the_fingerprint(tmp_path: Path) -> None:
    first = write(tmp_path, "first.yaml", "bank b", "q1 topic")
    again = write(tmp_path, "again.yaml", "bank b", "q1 other_topic", "q2")
    alone = write(tmp_path, "alone.yaml", "bank b", "q2")
    assert fingerprint(first, again) == fingerprint(first, alone)
    assert fingerprint(again, first) != fingerprint(first, again)


# --- ids in two files


@pytest.fixture
def clashing(tmp_path: Path) -> list[SourceFile]:
    """Return three files of two banks, with ids in common."""
    return [
        write(tmp_path, "a.yaml", "bank b", "q1 One easy", "q2 One easy"),
        write(tmp_path, "b.yaml", "bank b", "q3 Two easy", "q2 Two hard", "q1 Two hard"),
        write(tmp_path, "c.yaml", "bank c", "q3 Three easy", "q4 Three easy"),
    ]


def test_the_same_bank_and_id_in_two_files_is_an_error_naming_the_first(
    clashing: list[SourceFile],
) -> None:
    with opened(*clashing) as library:
        found = [one for one in library.diagnostics() if one.code == REPEATED]
    assert [(one.file, one.span, one.item, one.severity) for one in found] == [
        ("b.yaml", Span(3, 1, 2), "q2", Severity.ERROR),
        ("b.yaml", Span(4, 1, 2), "q1", Severity.ERROR),
    ]
    assert "a.yaml:3" in found[0].message
    assert found[0].text == "q2 Two hard"


def test_the_later_of_two_is_not_asked_or_counted(clashing: list[SourceFile]) -> None:
    with opened(*clashing) as library:
        assert library.count() == 5
        assert [(file.count, file.errors) for file in library.files] == [(2, 0), (1, 2), (2, 0)]
        assert library.topics() == [("One", 2), ("Two", 1), ("Three", 2)]
        assert library.count(Filter(difficulty=Difficulty.HARD)) == 0
        assert sorted(refs(library.draw(9, 1))) == ["b:q1", "b:q2", "b:q3", "c:q3", "c:q4"]
        assert [item.question.topic for item in library.find(["b:q1"])[0]] == ["One"]
        assert refs(library.in_order(library.files[1])) == ["b:q3"]
        assert library.count(Filter(exclude=frozenset({"q1"}))) == 4


def test_what_the_index_finds_is_explained_in_the_catalogue() -> None:
    severities = [CATALOGUE[code].severity for code in (UNREADABLE, REPEATED, SHARED)]
    assert severities == [Severity.ERROR, Severity.ERROR, Severity.WARNING]


def test_of_three_the_first_alone_is_asked(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{name}.yaml", "bank b", f"q1 {name}") for name in "abc"]
    with opened(*files) as library:
        assert [item.question.topic for item in library.draw(9, 1)] == ["a"]
        found = library.diagnostics()
    assert [one.file for one in found] == ["b.yaml", "c.yaml"]
    assert all("a.yaml:2" in one.message for one in found)


def test_the_order_of_the_run_says_which_is_first(clashing: list[SourceFile]) -> None:
    with opened(*clashing[::-1]) as library:
        assert {one.file for one in library.diagnostics() if one.code == REPEATED} == {"a.yaml"}


def test_the_same_id_in_two_banks_is_a_warning(clashing: list[SourceFile]) -> None:
    with opened(*clashing) as library:
        [found] = [one for one in library.diagnostics() if one.code == SHARED]
    assert (found.file, found.span.line, found.severity) == ("c.yaml", 2, Severity.WARNING)
    assert "b.yaml:2" in found.message


def test_the_same_question_without_an_id_in_two_files_is_called_so(tmp_path: Path) -> None:
    lines = ("bank b", "x-0123456789ab")
    twice = [write(tmp_path, "a.yaml", *lines), write(tmp_path, "b.yaml", *lines)]
    with opened(*twice) as library:
        [found] = library.diagnostics()
    assert found.message == "this question is the same as the one at a.yaml:2"
    with opened(twice[0], write(tmp_path, "c.yaml", "bank c", lines[1])) as library:
        [found] = library.diagnostics()
    assert found.message == "this question is also in another bank, at a.yaml:2"


def test_a_clash_is_gone_once_the_file_is_mended(
    clashing: list[SourceFile], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    opened(*clashing, cache=cache).close()
    write(tmp_path, "b.yaml", "bank b", "q5 Two easy")
    with opened(*clashing, cache=cache) as library:
        assert library.diagnostics() == []
        assert library.count() == 5


def test_diagnostics_are_in_file_order_and_of_one_file_if_asked(
    clashing: list[SourceFile], tmp_path: Path
) -> None:
    mixed = write(tmp_path, "b.yaml", "bank b", "! first", "q2 Two", "! second")
    with opened(clashing[0], mixed, clashing[2]) as library:
        found = library.diagnostics(library.files[1])
        assert [one.span.line for one in found] == [2, 3, 4]
        assert library.diagnostics() == found
        assert library.diagnostics(library.files[0]) == []


def test_a_clash_in_a_file_that_has_since_gone_or_shrunk_is_told_without_its_line(
    clashing: list[SourceFile],
) -> None:
    with opened(*clashing) as library:
        write(clashing[1].path.parent, "b.yaml", "bank b")
        clashing[2].path.unlink()
        assert [one.text for one in library.diagnostics()] == ["", "", ""]


# --- cost


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of 20,000 items in 20 files."""
    folder = tmp_path_factory.mktemp("large")
    with opened(*(large_file(folder, number) for number in range(20))) as library:
        yield library


def large_file(folder: Path, number: int) -> SourceFile:
    """Write one of the files of a large bank."""
    return write(folder, f"{number:02}.yaml", *map(line_of, range(1000)))


def line_of(number: int) -> str:
    """Return one of many questions of few topics, difficulties and forms."""
    form = ("D", "SN", "H", "A2")[number % 4]
    return f"q{number} topic_{number % 5} {'hard' if number % 4 else 'easy'} - {form}"


def work(library: Library, *arguments: Any) -> int:
    """Return how much SQLite does for a draw, in hundreds of its instructions."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    library._database.set_progress_handler(step, 100)
    assert len(library.draw(*arguments)) == 10
    library._database.set_progress_handler(None, 0)
    return steps


TODAY = When("2026-11-22")


@pytest.mark.parametrize(
    "how",
    [
        (Filter(when=TODAY),),
        (Filter(topics=("topic 2",), when=TODAY),),
        (Filter((), Difficulty.EASY, when=TODAY),),
        (Filter(when=TODAY), MIXES["upsc-2025"]),
    ],
    ids=["all", "topic", "difficulty", "mix"],
)
def test_a_draw_costs_no_more_in_a_bank_ten_times_as_large(
    large: Library, tmp_path: Path, how: tuple[Any, ...]
) -> None:
    lines = [line_of(number) for number in range(2000)]
    files = [write(tmp_path, f"{n:02}.yaml", *lines[100 * n : 100 * n + 100]) for n in range(20)]
    with opened(*files) as small:
        cost = sum(work(small, 10, seed, *how) for seed in range(20))
        assert sum(work(large, 10, seed, *how) for seed in range(20)) < 1.5 * cost


def test_draws_of_a_large_bank_are_of_all_of_its_files(large: Library) -> None:
    drawn = {item.question.bank for seed in range(30) for item in large.draw(10, seed)}
    assert len(drawn) == 20


def test_opening_a_known_bank_reads_no_items(tmp_path: Path) -> None:
    files = [large_file(tmp_path, number) for number in range(3)]
    cache = tmp_path / "cache"
    opened(*files, cache=cache).close()
    with opened(*files, cache=cache) as library:
        plans = plans_of(library)
    assert not [step for step in plans if step.startswith("SCAN") and "items" in step]


def plans_of(library: Library) -> list[str]:
    """Return the steps of SQLite's plans for what every practice asks."""
    asked: list[str] = []
    library._database.set_trace_callback(asked.append)
    _ = (library.files, library.fingerprint, library.topics(), library.count())
    library.draw(10, 1)
    library.draw(10, 1, Filter(topics=("topic 1",), exclude=frozenset({"q1"})))
    library.draw(10, 1, Filter(when=TODAY), MIXES["upsc-2025"])
    library.draw(10, 1, Filter(when=When("2019-11-15", as_of=True)))
    library.day_matters("2026-11-22")
    library.find(["q1", "00:q1"])
    library._database.set_trace_callback(None)
    return [
        step
        for query in asked
        if query.lstrip().startswith("SELECT")
        for (*_, step) in library._database.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    ]


@pytest.mark.parametrize(("style", "other"), [tuple(MIXES), tuple(MIXES)[::-1]])
def test_an_index_that_turns_out_damaged_while_it_is_read_is_made_anew_and_no_other(
    tmp_path: Path, style: str, other: str
) -> None:
    cache = tmp_path / "cache"
    files = [large_file(tmp_path, 1)]
    opened(*files, cache=cache, style=other).close()
    with opened(*files, cache=cache, style=style) as library:
        before = library.draw(10, 1)
        library._database.execute("ROLLBACK")
        library._database.execute("DROP TABLE items")
        assert library.draw(10, 1) == before
    assert index_path(cache, other).exists()
    with opened(*files, cache=cache, style=style) as library:
        assert library.draw(10, 1) == before


def test_what_memory_cannot_answer_is_not_asked_again(tmp_path: Path) -> None:
    with opened(write(tmp_path, "a.yaml", "q1")) as library:
        library._database.execute("DROP TABLE items")
        with pytest.raises(sqlite3.OperationalError):
            library.draw(1, 1)


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = opened(write(tmp_path, "a.yaml", "q1"))
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.count()


@pytest.mark.parametrize(("stem", "asked"), [("As of 2018, who?", True), ("Who?", False)])
def test_what_is_no_longer_true_is_asked_only_with_its_date_in_the_stem(
    tmp_path: Path, stem: str, asked: bool
) -> None:
    path = tmp_path / "dated.yaml"
    options = "options: [one, two]\n    answer: a\n    as_of: 2018\n    until: 2019\n"
    path.write_text(f"questions:\n  - question: {stem}\n    {options}", encoding="utf-8")
    with Library.open([SourceFile(path, path.name)], None) as library:
        assert library.count(Filter(when=When("2020-01-01"))) == asked
        assert library.count(Filter(when=When("2018-12-31", as_of=True))) == 1
