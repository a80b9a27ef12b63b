"""`quizgen progress`: figures as counted independently from what was exported, in every format."""

import json
from pathlib import Path

import pytest

from quizgen import __version__
from tests.bank.modelled import timeline, written
from tests.cli.doing import sat, write_bank
from tests.cli.run import quizgen
from tests.e2e.world import bank_text
from tests.store.making import SURE_BUT_WRONG


def test_without_answers_it_says_so() -> None:
    ended = quizgen("progress")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("No answers yet.")


def test_of_a_few_answers_it_tells_that_they_are_too_few() -> None:
    sat(1, 5, 4)
    ended = quizgen("progress")
    assert ended.out.startswith("9 answers since ")
    assert "Too few answers to tell more" in ended.out
    assert "%" not in ended.out.partition("Questions")[0]


def some_weeks() -> None:
    for days_ago in range(20, 0, -1):
        sat(days_ago, days_ago % 5 + 1, 3, topic=("treaty dates", "SCO membership")[days_ago % 2])
    sat(0, 4, 0, acts=[SURE_BUT_WRONG])


def test_its_figures_are_those_of_the_exported_history() -> None:
    some_weeks()
    lines = [json.loads(line) for line in quizgen("history", "export").out.splitlines()]
    found = json.loads(quizgen("progress", "--format", "json").out)
    assert found["quizgen"] == __version__
    assert found["whole"]["ever"]["number"] == len(lines)
    assert found["whole"]["ever"]["right"] == sum(line["outcome"] == "right" for line in lines)
    for topic in found["topics"]:
        of_it = [line for line in lines if line["topic"] == topic["name"]]
        assert topic["ever"]["number"] == len(of_it)
        assert topic["ever"]["right"] == sum(line["outcome"] == "right" for line in of_it)
    assert found["streak"]["days"] == found["streak"]["longest"] == 21
    facts = {fact for line in lines for fact, _ in line["reviews"]}
    assert found["revision"]["facts"] == len(facts)


def test_what_is_due_is_counted_as_far_as_the_bank_asks_for_it(folder: Path) -> None:
    sat(9, 0, 12)
    for count in (12, 3, 0):
        of_it = write_bank(folder / f"{count}.yaml", "treaty dates", count)
        both = ("--bank", str(of_it), "--bank", "numbers.yaml")
        found = json.loads(quizgen("progress", "--format", "json", *both).out)
        assert found["revision"] == {"facts": 12, "due": count}


def test_it_is_told_in_words_with_what_to_do(folder: Path) -> None:
    some_weeks()
    write_bank(folder / "dates.yaml", "treaty dates")
    shown = quizgen("progress", "--bank", "dates.yaml").out
    assert "21 days in a row" in shown
    assert "Due for revision" in shown
    assert "quizgen practice --due" in shown
    assert "Weakest topic" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "Topic  " not in quizgen("progress", "--plain").out


def test_coverage_counts_the_questions_of_the_bank_by_topic() -> None:
    quizgen("practice", "numbers.yaml", "-n", "3", typed="a\nb\nc\n")
    found = json.loads(quizgen("progress", "--bank", "numbers.yaml", "--format", "json").out)
    assert found["coverage"] == [{"topic": "numbers", "seen": 3, "questions": 14}]
    quizgen("practice", "numbers.yaml", "-n", "3", typed="a\nb\nc\n")
    found = json.loads(quizgen("progress", "--bank", "numbers.yaml", "--format", "json").out)
    assert found["coverage"][0]["seen"] == 3


def test_coverage_counts_neither_what_models_made_nor_questions_of_another_bank(
    folder: Path,
) -> None:
    timeline(folder, years=range(1950, 1986))
    written(folder, facts=["event-1955"], topic="Years")
    both = ("--bank", "events.yaml", "--bank", "written.yaml")
    quizgen("practice", "--bank", "events.yaml", "-n", "8", typed="s\n" * 8)
    other = bank_text(14, topic="numbers").replace("bank: numbers", "bank: other")
    (folder / "other.yaml").write_text(other, encoding="utf-8")
    quizgen("practice", "other.yaml", "-n", "9", typed="a\n" * 9)
    quizgen("practice", "numbers.yaml", "-n", "2", typed="a\n" * 2)
    ended = quizgen("progress", *both, "--bank", "numbers.yaml", "--format", "json")
    assert json.loads(ended.out)["coverage"] == [
        {"topic": "Years", "seen": 0, "questions": 12},
        {"topic": "numbers", "seen": 2, "questions": 14},
    ]


def test_as_a_page_it_is_written_whole(folder: Path) -> None:
    some_weeks()
    ended = quizgen("progress", "--html", "p.html")
    assert (ended.status, ended.out, ended.err) == (0, "Written to p.html.\n", "")
    page = (folder / "p.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "How you are doing" in page
    refused = quizgen("progress", "--html", "p.html")
    assert refused.status == 1
    assert "there is a file `p.html` already" in refused.err
    assert quizgen("progress", "--html", "p.html", "--force").status == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--html", "x", "--format", "json"), "leave out --format"),
        (("--force",), "--force is for --html FILE"),
        (("--format", "csv"), "'csv' is not one of 'text', 'json'"),
    ],
)
def test_options_that_do_not_go_together_are_refused(args: tuple[str, ...], said: str) -> None:
    ended = quizgen("progress", *args)
    assert ended.status == 2
    assert said in ended.err
