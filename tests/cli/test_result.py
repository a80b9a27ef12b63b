"""`quizgen result`: the score, what it teaches, the questions wanted, and the same as a file."""

import json
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.cli.world import folders
from quizgen.core.events import Event, Start, Submit, event_record
from quizgen.core.paper import Feedback, Paper
from quizgen.store.attempts import Attempts
from quizgen.store.journal import Header
from tests.cli.run import Ended, quizgen
from tests.show import exam

NAME = "20261122-101500-3fa2"
WALL = 1_795_342_500_000


def keep(name: str, paper: Paper, events: Sequence[tuple[int, Event]]) -> None:
    """Leave a finished attempt."""
    attempts = Attempts(folders().attempts)
    header = Header(name, "mock", WALL, "7f3a9c21", "0.1.0", paper, exam.ANSWERS)
    with attempts.begin(header) as journal:
        for now_ms, event in ((0, Start()), *events):
            journal.append(event_record(event, now_ms, WALL + now_ms), force=False)
    attempts.finish(journal.path)


@pytest.fixture(autouse=True)
def attempt() -> None:
    """Leave a mock that has something of everything."""
    keep(NAME, exam.PAPER, exam.events())


def asked(ended: Ended) -> list[int]:
    """Return the numbers of the questions that were shown."""
    assert ended.status == 0, ended.err
    heads = [line for line in ended.out.splitlines() if line.startswith("Question ")]
    return [int(line.split()[1]) for line in heads]


def test_it_shows_the_score_what_it_teaches_and_then_every_question() -> None:
    ended = quizgen("result")
    assert asked(ended) == list(range(1, 13))
    places = [
        ended.out.index(words)
        for words in (
            "Score  6.67 of 24",
            "Without the 2 answers you called guesses your score would be 8: they cost you",
            "Sure but wrong   questions 2 and 9",
            "Where time went",
            "Question 1 of 12",
        )
    ]
    assert places == sorted(places)
    assert "\n\n\n" not in ended.out


@pytest.mark.parametrize(
    ("args", "numbers"),
    [
        (("--wrong",), [2, 5, 6, 9, 11]),
        (("--only", "wrong"), [2, 5, 6, 9, 11]),
        (("--only", "unanswered"), [7, 10]),
        (("--only", "marked"), [12]),
        (("--only", "guessed"), [5, 11]),
        (("--only", "sure-but-wrong"), [2, 9]),
        (("--only", "changed"), [3, 5, 6, 10]),
        (("--topic", "Treaty dates"), [2, 4, 6, 8, 10, 12]),
        (("-t", "treaty-dates", "--wrong"), [2, 6]),
    ],
)
def test_only_the_questions_wanted_follow(args: tuple[str, ...], numbers: list[int]) -> None:
    ended = quizgen("result", *args)
    assert asked(ended) == numbers
    assert ended.out.startswith("Score  6.67 of 24")
    assert json.loads(quizgen("result", *args, "--format", "json").out)["questions"][0][
        "number"
    ] == min(numbers)


def test_where_there_is_none_a_sentence_says_so() -> None:
    ended = quizgen("result", "--only", "marked", "--topic", "SCO membership")
    assert ended.status == 0
    assert ended.out.endswith("\n\nSCO membership: no question was marked for review.\n")


def test_of_a_practice_without_an_answer_one_sentence_is_enough() -> None:
    keep("practice", replace(exam.PAPER, feedback=Feedback.IMMEDIATE), [(5_000, Submit())])
    ended = quizgen("result", "practice")
    assert ended.status == 0
    assert ended.out.count("Nothing was answered") == 1
    assert "No question was closed" not in ended.out


def test_an_unknown_topic_is_refused_with_the_one_meant() -> None:
    ended = quizgen("result", "--topic", "treaty date\x1b[31m")
    assert ended.status == 2
    assert "there is no topic `treaty date" in ended.err
    assert "did you mean `treaty-dates`?" in ended.err
    assert "\x1b" not in ended.err


def test_plainly_it_has_no_table() -> None:
    shown = quizgen("result", "--plain").out
    assert "Sure: 6 answers, 4 right, 67 %." in shown
    assert "Certainty  Answers" not in shown


def test_as_json_it_is_one_document_and_nothing_else() -> None:
    ended = quizgen("result", NAME, "--format", "json")
    assert (ended.status, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert found["attempt"]["id"] == NAME
    assert found["attempt"]["kind"] == "mock"
    assert found["attempt"]["started"].startswith("2026-11-2")
    assert len(found["questions"]) == 12


def test_as_a_page_it_is_written_whole_and_readable_by_others(folder: Path) -> None:
    ended = quizgen("result", "--html", "result.html")
    assert (ended.status, ended.out, ended.err) == (0, "Written to result.html.\n", "")
    page = folder / "result.html"
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert stat.S_IMODE(page.stat().st_mode) & stat.S_IRUSR
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_is_there_is_replaced_only_by_force(folder: Path) -> None:
    page = folder / "result.html"
    page.write_text("mine", encoding="utf-8")
    refused = quizgen("result", "--html", "result.html")
    assert refused.status == 1
    assert "there is a file `result.html` already" in refused.err
    assert "--force" in refused.err
    assert page.read_text(encoding="utf-8") == "mine"
    assert quizgen("result", "--html", "result.html", "--force").status == 0
    assert page.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("path", "said", "remedy"),
    [
        (".", "`.` is a folder", "name a file: result.html"),
        ("no/where.html", "there is no folder `no`", "make it, or name another"),
        ("x" * 300, "File name too long", "name another file"),
        ("/proc/result.html", "cannot write `/proc/result.html`", "nothing was changed"),
    ],
)
def test_where_no_file_can_be_written_that_is_said(path: str, said: str, remedy: str) -> None:
    ended = quizgen("result", "--html", path, "--force")
    assert ended.status == 1
    assert said in ended.err
    assert remedy in ended.err
    assert ended.out == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--wrong", "--only", "marked"), "--wrong is short for --only wrong"),
        (("--html", "x", "--wrong"), "leave out --only or --wrong: --html writes every"),
        (("--html", "x", "-t", "y", "--format", "json"), "leave out --topic, --format"),
        (("--force",), "--force is for --html FILE"),
        (("--screen", "--wrong"), "leave out --only or --wrong: --screen shows every question"),
        (("--screen", "--html", "x"), "leave out --html: --screen shows every question"),
        (("--only", "right"), "'right' is not one of 'all', 'wrong'"),
    ],
)
def test_options_that_do_not_go_together_are_refused(args: tuple[str, ...], said: str) -> None:
    ended = quizgen("result", *args)
    assert ended.status == 2
    assert said in ended.err
