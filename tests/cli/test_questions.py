"""The commands add, explain and list: what they print, write and refuse."""

import errno
import os
import re
from pathlib import Path

import pytest

from quizgen.core.catalogue import CATALOGUE
from tests.bank.modelled import questions, timeline
from tests.cli.run import quizgen
from tests.e2e.world import bank_text

ERROR = bank_text(2).replace("answer: a", "answer: e", 1)
WARNING = bank_text(2).replace("It is the first of q1.", "Option (a) is right.")


@pytest.fixture
def mine(folder: Path) -> Path:
    """Return the folder of the user's own questions, which need not exist."""
    return folder.parent / "home/data/questions"


def test_an_added_file_lies_where_it_says_and_is_asked_with_the_others(
    folder: Path, mine: Path
) -> None:
    ended = quizgen("add", "numbers.yaml")
    assert ended.status == 0
    assert ended.out.endswith(f"Added 14 questions: {mine / 'numbers.yaml'}\n")
    assert (mine / "numbers.yaml").read_bytes() == (folder / "numbers.yaml").read_bytes()
    assert "numbers 14" in quizgen().out
    assert quizgen("practice", "--topic", "numbers", "-n", "1", typed="a\n").status == 0


def test_the_ids_of_all_questions_are_listed_with_words_to_know_them_by(folder: Path) -> None:
    ended = quizgen("list", "--ids", "--bank", "numbers.yaml")
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert lines[:2] == ["numbers.yaml: 14 questions", "  q1   What is q1?"]
    shown = quizgen("show", lines[10].split()[0], "--bank", "numbers.yaml").out
    assert "What is q10?" in shown
    aloud = quizgen("list", "--ids", "--plain", "--bank", "numbers.yaml").out
    assert "q1: What is q1?\n" in aloud
    long = "a" * 70
    (folder / "long.yaml").write_text(
        bank_text(1).replace("id: q1", f"id: {long}").replace("What is", "What " * 30 + "is"),
        encoding="utf-8",
    )
    wide = quizgen("list", "--ids", "--bank", "long.yaml", "--bank", "numbers.yaml").out
    assert f"\n  {long}\n" in wide
    assert max(map(len, wide.splitlines())) <= 80
    assert quizgen("list", "--ids", "--stats").status == 2


def test_item_models_that_were_added_are_told_too(folder: Path) -> None:
    timeline(folder)
    assert "Added 1 model that makes questions: " in quizgen("add", "events.yaml").out
    timeline(folder, "both.yaml", bank="c", more=questions(2))
    added = quizgen("add", "both.yaml").out
    assert "Added 2 questions and 1 model that makes more: " in added


def test_a_broken_file_is_not_added_and_what_is_wrong_is_listed(folder: Path, mine: Path) -> None:
    (folder / "broken.yaml").write_text(ERROR, encoding="utf-8")
    ended = quizgen("add", "broken.yaml")
    assert ended.status == 1
    assert "broken.yaml:8:13: error[QG112]" in ended.out
    assert "was not added" in ended.err
    assert not mine.exists()


def test_a_file_with_warnings_alone_is_added(folder: Path, mine: Path) -> None:
    (folder / "lettered.yaml").write_text(WARNING, encoding="utf-8")
    ended = quizgen("add", "lettered.yaml")
    assert ended.status == 0
    assert "warning[" in ended.out
    assert (mine / "lettered.yaml").exists()


def test_a_file_of_that_name_is_replaced_only_if_told_to(folder: Path, mine: Path) -> None:
    quizgen("add", "numbers.yaml")
    assert quizgen("add", "numbers.yaml").status == 0  # the very same is no loss
    (folder / "numbers.yaml").write_text(bank_text(3), encoding="utf-8")
    refused = quizgen("add", "numbers.yaml")
    assert refused.status == 1
    assert "you have a file `numbers.yaml` already" in refused.err
    assert "--replace" in refused.err
    assert "q14" in (mine / "numbers.yaml").read_text(encoding="utf-8")
    assert quizgen("add", "numbers.yaml", "--replace").status == 0
    assert (mine / "numbers.yaml").read_text(encoding="utf-8") == bank_text(3)


def test_a_file_of_another_ending_is_added_under_one_that_is_found(folder: Path) -> None:
    (folder / "notes.txt").write_text(bank_text(2), encoding="utf-8")
    assert quizgen("add", "notes.txt").status == 0
    assert "numbers 2" in quizgen().out


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_what_is_no_file_is_not_added(name: str) -> None:
    ended = quizgen("add", name)
    assert ended.status == 2
    assert name in ended.err


def test_an_added_file_that_cannot_be_written_leaves_all_as_it_was(mine: Path) -> None:
    mine.parent.mkdir(parents=True)
    mine.write_text("a file in the place of the folder", encoding="utf-8")
    ended = quizgen("add", "numbers.yaml")
    assert ended.status == 1
    assert "cannot write" in ended.err
    assert mine.read_text(encoding="utf-8") == "a file in the place of the folder"


def test_a_disk_that_fills_up_while_a_file_is_added_leaves_the_old_one(
    mine: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    quizgen("add", "numbers.yaml")
    (folder / "numbers.yaml").write_text(bank_text(3), encoding="utf-8")
    monkeypatch.setattr(os, "fsync", fail)
    ended = quizgen("add", "numbers.yaml", "--replace")
    assert ended.status == 1
    assert "No space left on device" in ended.err
    assert [file.name for file in mine.iterdir()] == ["numbers.yaml"]
    assert (mine / "numbers.yaml").read_text(encoding="utf-8") == bank_text(14)


def test_list_shows_files_topics_and_documents(folder: Path) -> None:
    text = bank_text(2, topic="Treaty dates").replace("topic:", "source: Class notes\ntopic:", 1)
    (folder / "two.yaml").write_text(text.replace("bank: numbers", "bank: two"), encoding="utf-8")
    ended = quizgen("list", "--bank", "numbers.yaml", "--bank", "two.yaml")
    assert ended.status == 0
    for row in (
        "16 questions in 2 files",
        r"numbers.yaml \(Numbers\) +14",
        r"two.yaml \(Numbers\) +2",
        "Treaty dates +2",
        "numbers +14",
        "Class notes +2",
    ):
        assert re.search(row, ended.out), row


def test_the_shipped_questions_are_listed() -> None:
    assert "treaty_dates.yaml" in quizgen("list").out


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained(code: str) -> None:
    ended = quizgen("explain", code.lower())
    assert ended.status == 0
    assert ended.out.startswith(f"{code}: {CATALOGUE[code].title}")
    assert ended.out.lower().count(f"{CATALOGUE[code].title.lower()}.") == 0


def test_the_codes_that_begin_alike_are_listed_with_their_titles() -> None:
    ended = quizgen("explain", "qg21")
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [f"QG{n}" for n in range(211, 220)]
    assert lines[2] == f"QG213: {CATALOGUE['QG213'].title}"


def test_an_unknown_code_is_wrong_use() -> None:
    ended = quizgen("explain", "QG999")
    assert ended.status == 2
    assert "there is no diagnostic `QG999`" in ended.err


def test_a_file_changed_within_the_same_second_to_the_same_size_is_seen_as_changed(
    folder: Path,
) -> None:
    def first_option() -> str:
        out = quizgen("practice", "numbers.yaml", "-n", "1", typed="a\n").out
        found = re.search(r"\(a\) (\w+)", out)
        assert found
        return found[1]

    text = (folder / "numbers.yaml").read_text(encoding="utf-8")
    for word in ("alpha", "omega", "kappa", "alpha"):
        (folder / "numbers.yaml").write_text(text.replace("alpha", word), encoding="utf-8")
        assert first_option() == word
