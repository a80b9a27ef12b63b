"""All that is found in the files of a run, for whoever asks for it, on a day."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from quizgen.bank.checking import findings
from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile
from quizgen.core.catalogue import CATALOGUE
from quizgen.core.catalogue.choosing import chosen
from tests.bank.judged import asks

DAY = "2025-12-31"
ALL = frozenset(CATALOGUE)
TREATY = "Where was the Indus Waters Treaty of 1960 signed?"


def checked(
    folder: Path, *texts: str, wanted: Iterable[str] = ALL, day: str = DAY
) -> list[list[str]]:
    """Messages with their codes and lines, file by file: `QG212:3 the question asks ...`."""
    files = []
    for number, text in enumerate(texts, 1):
        path = folder / f"file{number}.yaml"
        path.write_text(text, encoding="utf-8")
        files.append(SourceFile(path, path.name))
    with Library.open(files, folder / "cache") as library:
        found = findings(library, frozenset(wanted), day)
    return [
        [f"{one.code}:{one.span.line} {one.message}" for one in diagnostics]
        for diagnostics in found.values()
    ]


def codes(folder: Path, text: str, wanted: Iterable[str] = ALL, day: str = DAY) -> list[str]:
    """Codes and lines of what is told of one file."""
    (found,) = checked(folder, text, wanted=wanted, day=day)
    return [message.split()[0] for message in found]


NEGATIVE = asks("Which of these is not a river?", "Ufa", "Ravi", "Beas")


def test_usually_there_is_no_advice(tmp_path: Path) -> None:
    assert codes(tmp_path, NEGATIVE, chosen()) == ["QG212:2"]
    assert codes(tmp_path, asks("Where?"), chosen()) == []


def test_all_of_it_is_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert codes(tmp_path, NEGATIVE) == ["QG237:2", "QG241:2", "QG240:2", "QG212:2"]


def test_what_is_wanted_alone_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, NEGATIVE, {"QG237"}) == ["QG237:2"]
    assert codes(tmp_path, NEGATIVE, {"QG107"}) == []
    assert codes(tmp_path, NEGATIVE, ()) == []


def test_the_day_decides_what_is_out_of_date_though_the_index_is_the_same(tmp_path: Path) -> None:
    text = asks("Who is its head?", more="    until: 2024-07-04\n")
    for day, found in (("2024-07-03", []), ("2024-07-04", ["QG218:8"]), ("2024-07-03", [])):
        assert codes(tmp_path, text, chosen(), day) == found


def test_a_near_duplicate_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    again = asks("The Indus Waters Treaty of 1960 was signed where?")[len("questions:\n") :]
    (one,) = checked(tmp_path, asks(TREATY) + again, wanted={"QG234"})
    assert len(one) == 1
    assert one[0].startswith("QG234:8 this question is nearly the same as `x-")
    assert one[0].endswith("` on line 2")


def test_files_are_compared_with_each_other(tmp_path: Path) -> None:
    again = asks("The Indus Waters Treaty of 1960 was signed where?")
    first, second = checked(tmp_path, asks(TREATY), again, wanted={"QG234"})
    assert first == []
    assert second[0].endswith(" at file1.yaml:2")


def test_a_comment_silences_warnings_advice_and_what_is_found_between_files(tmp_path: Path) -> None:
    ignore = "    # quizgen: ignore QG212, QG237, QG240, QG241\n"
    assert codes(tmp_path, NEGATIVE + ignore) == []
    again = asks("The Indus Waters Treaty of 1960 was signed where?")
    silent = f"{again}    # quizgen: ignore QG234\n"
    assert checked(tmp_path, asks(TREATY), silent, wanted={"QG234", "QG242"}) == [[], []]


def test_a_comment_silences_what_is_due_and_is_of_use_before_that_day(tmp_path: Path) -> None:
    text = asks("Who is its head?", more="    until: 2024-07-04  # quizgen: ignore QG218\n")
    for day in ("2024-07-03", "2024-07-04"):
        assert codes(tmp_path, text, {*chosen(), "QG242"}, day) == []


def test_a_comment_that_silences_nothing_is_told_where_advice_is_wanted(tmp_path: Path) -> None:
    text = NEGATIVE.replace("not a", "NOT a") + "    # quizgen: ignore QG212\n"
    assert codes(tmp_path, text, chosen()) == []
    assert codes(tmp_path, text, {"QG242"}) == ["QG242:8"]


def test_a_comment_about_duplicates_is_judged_where_they_are_looked_for(tmp_path: Path) -> None:
    text = asks(TREATY) + "    # quizgen: ignore QG234\n"
    assert codes(tmp_path, text, {"QG242"}) == []
    assert codes(tmp_path, text, {"QG234", "QG242"}) == ["QG242:8"]


def test_an_error_is_told_whatever_a_comment_says(tmp_path: Path) -> None:
    text = asks("Where?", answer="z  # quizgen: ignore QG112")
    assert codes(tmp_path, text, chosen()) == ["QG112:7"]


def test_ids_of_other_banks_can_be_silenced_too(tmp_path: Path) -> None:
    one = asks("Where?").replace("  - question", "  - id: same\n    question")
    two = one.replace("id: same", "id: same  # quizgen: ignore QG202")
    assert checked(tmp_path, one, one, wanted=chosen())[1][0].startswith("QG202:2")
    assert checked(tmp_path, one, two, wanted=chosen()) == [[], []]


@pytest.mark.parametrize("wanted", [chosen(), ALL])
def test_a_file_that_cannot_be_read_is_told_so_and_no_more(
    tmp_path: Path, wanted: frozenset[str]
) -> None:
    (tmp_path / "gone").mkdir()
    with Library.open([SourceFile(tmp_path / "gone", "gone")], None) as library:
        (found,) = findings(library, wanted, DAY).values()
    assert [one.code for one in found] == ["QG013"]


def test_a_file_that_vanishes_after_it_was_indexed_keeps_its_warnings(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(NEGATIVE, encoding="utf-8")
    with Library.open([SourceFile(path, "file.yaml")], None) as library:
        path.unlink()
        (found,) = findings(library, ALL, DAY).values()
    assert [one.code for one in found] == ["QG212"]


def test_the_line_told_of_a_question_between_files_is_the_one_that_is_read(tmp_path: Path) -> None:
    hidden = "title: a\u2028b\x0bc\n"
    one = asks(TREATY).replace("  - question", "  - id: same\n    question")
    files = [SourceFile(tmp_path / name, name) for name in ("one.yaml", "two.yaml")]
    for file in files:
        file.path.write_text(hidden + one, encoding="utf-8")
    with Library.open(files, None) as library:
        _, found = findings(library, frozenset(("QG202", "QG234")), DAY).values()
    assert [(one.code, one.text) for one in found] == [
        ("QG202", "  - id: same"),
        ("QG234", "  - id: same"),
    ]


def test_no_more_is_read_of_a_file_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(10**12)
    with Library.open([SourceFile(path, path.name)], None) as library:
        (found,) = findings(library, ALL, DAY).values()
    assert [one.code for one in found] == ["QG002"]
