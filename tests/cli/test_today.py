"""The first minute: `quizgen` alone, `where`, `--version`."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from quizgen import __version__
from quizgen.cli.world import folders
from tests.cli.doing import sat, write_bank
from tests.cli.run import quizgen


def test_quizgen_alone_shows_what_there_is_and_what_to_do() -> None:
    ended = quizgen()
    assert ended.status == 0
    assert ended.err == ""
    assert re.match(r"\d+ questions and \d+ models that make more: \w+", ended.out)
    for part in (
        "treaty dates",
        "quizgen practice    10 questions, explained as you go",
        "quizgen mock        25 questions in 30 minutes, with negative marking",
        "quizgen add FILE    your own questions",
        "Your answers stay on this computer, in",
    ):
        assert part in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


def test_a_file_of_the_user_with_problems_is_mentioned(folder: Path) -> None:
    mine = folder.parent / "home/data/questions"
    mine.mkdir(parents=True)
    (mine / "bad.yaml").write_text("questions: none", encoding="utf-8")
    ended = quizgen()
    assert ended.status == 0
    assert "1 file with problems; see: quizgen check" in ended.out
    assert "bad.yaml" in quizgen("check").out


def test_where_prints_the_folders_in_use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = folder.parent / "home"
    out = quizgen("where").out
    assert f"{home}/data/questions" in out
    assert f"{home}/data/attempts" in out
    assert f"{home}/data/history.db" in out
    assert f"{home}/cache" in out
    assert f"{home}/config.toml (need not be there)" in out
    monkeypatch.delenv("QUIZGEN_HOME")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name))
    out = quizgen("where").out
    assert f"{folder}/DATA/quizgen/attempts" in out
    assert f"{folder}/CONFIG/quizgen/config.toml (" in out


def test_the_folder_is_written_as_its_user_would(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZGEN_HOME")
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    out = quizgen().out
    assert "in ~/" in out
    assert str(folder) not in out


def test_the_version_is_printed() -> None:
    assert quizgen("--version").out == f"quizgen {__version__}\n"


def test_who_never_sat_anything_gets_no_history() -> None:
    quizgen()
    assert not folders().data.exists()


def test_a_mock_that_was_never_finished_is_no_history() -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n")
    shown = quizgen()
    assert (shown.status, shown.err) == (0, "")
    assert "quizgen resume" in shown.out
    assert "due for revision" not in shown.out


def own_bank(*topics: str, count: int = 40) -> None:
    """Make the questions of mocks on these topics the user's own."""
    mine = folders().questions
    mine.mkdir(parents=True)
    for topic in topics:
        write_bank(mine / f"{topic[:3].lower()}.yaml", topic, count)


def test_once_something_was_answered_it_shows_what_calls_for_practice() -> None:
    sat(9, 8, 4, topic="SCO membership")
    sat(8, 3, 9)
    own_bank("SCO membership", "treaty dates")
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n")
    ended = quizgen()
    assert (ended.status, ended.err) == (0, "")
    exported = [json.loads(line) for line in quizgen("history", "export").out.splitlines()]
    facts = {fact for line in exported for fact, _ in line["reviews"]}
    due = json.loads(quizgen("progress", "--format", "json").out)["revision"]["due"]
    assert 0 < due <= len(facts) == 24
    for line in (
        rf"  quizgen practice --due  +{due} facts due for revision",
        r"  quizgen practice --weak  +the weakest topic: treaty dates, 25 % right",
        r"  quizgen result  +the last score: 0 of 24, treaty dates, \d+ ",
        r"An unfinished mock: ",
        r"  quizgen progress  +how you are doing",
    ):
        assert re.search(f"^{line}", ended.out, re.MULTILINE), line
    assert max(map(len, ended.out.splitlines())) <= 80


def test_who_answered_for_the_first_time_is_told_what_comes_back_and_when() -> None:
    own_bank("treaty dates")
    sat(0, 0, 5)
    comes = r"come back (tomorrow|today from \d\d:\d\d on)"
    missed = quizgen()
    assert re.match(f"Nothing is due for revision; 5 facts you missed {comes}.\n", missed.out)
    assert "--due" not in missed.out


def test_what_comes_back_is_told_of_what_the_questions_here_ask_for() -> None:
    sat(0, 0, 4, topic="SCO membership")
    assert quizgen().out.startswith("Nothing is due for revision.\n")
    own_bank("treaty dates")
    sat(0, 5, 0, chance=0x0002)
    assert re.match(
        r"Nothing is due for revision; 5 facts come back (tomorrow|on .*\d)\.\n", quizgen().out
    )


def test_what_the_questions_here_do_not_ask_for_is_not_counted_as_due() -> None:
    sat(9, 0, 4)
    assert quizgen().out.startswith(
        "Nothing that these questions ask for is due for revision; 4 other facts are.\n"
    )
    own_bank("treaty dates", count=3)
    assert re.match(r"  quizgen practice --due +3 facts due for revision\n", quizgen().out)


def test_without_its_history_the_page_is_shown_all_the_same() -> None:
    sat(3, 1, 1)
    quizgen()
    database = sqlite3.connect(folders().data / "history.db")
    database.execute("PRAGMA user_version = 999")
    database.close()
    ended = quizgen()
    assert ended.status == 0
    assert "quizgen practice    10 questions" in ended.out
    (line,) = ended.err.splitlines()
    assert line.startswith("what is due and how you are doing is not shown: the history was ")


def test_the_weakest_topic_is_that_of_progress_however_much_was_answered() -> None:
    for days_ago in (2, 3, 40):
        sat(days_ago, 20, 10 + days_ago)
        sat(days_ago, 25 if days_ago < 40 else 1, 35, topic="SCO membership", chance=0x0002)
    for _ in range(2):
        found = json.loads(quizgen("progress", "--format", "json").out)["topics"][0]
        share = round(100 * found["now"]["accuracy"]["decimal"])
        assert f"the weakest topic: {found['name']}, {share} % right" in quizgen().out
        sat(1, 0, 60)
