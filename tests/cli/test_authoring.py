"""The commands for people who write questions: new and schema."""

import json
from pathlib import Path

from tests.cli.run import quizgen


def test_a_new_file_passes_check_and_has_each_kind(folder: Path) -> None:
    ended = quizgen("new", "mine.yaml")
    assert ended.status == 0
    assert "quizgen check mine.yaml" in ended.out
    assert quizgen("check", "--strict", "mine.yaml").status == 0
    text = (folder / "mine.yaml").read_text(encoding="utf-8")
    for mark in ("options:", "answer:", "statements:", "lead:", "how-many", "pairs:", "reasons:"):
        assert mark in text
    asked = quizgen("practice", "mine.yaml", typed="a\n" * 8)
    assert "Question 8 of 8" in asked.out


def test_a_file_that_is_there_is_not_written_over(folder: Path) -> None:
    (folder / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")
    ended = quizgen("new", "mine.yaml")
    assert ended.status == 1
    assert "there is a file `mine.yaml` already" in ended.err
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == "title: Mine\n"


def test_a_folder_that_takes_no_file_is_named(folder: Path) -> None:
    (folder / "plain").write_text("", encoding="utf-8")
    ended = quizgen("new", "plain/mine.yaml")
    assert ended.status == 1
    assert "cannot write" in ended.err


def test_the_schema_is_printed_or_written_with_the_line_that_finds_it(folder: Path) -> None:
    printed = quizgen("schema")
    assert json.loads(printed.out)["$schema"].startswith("https://json-schema.org/")
    written = quizgen("schema", "-o", "quizgen.json")
    assert "# yaml-language-server: $schema=quizgen.json" in written.out
    assert (folder / "quizgen.json").read_text(encoding="utf-8") == printed.out
