"""`quizgen history`: the list, one of it, out to another computer and in again, and gone."""

import csv
import json
import os
import re
import shlex
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import typer.main

from quizgen.cli import transfer
from quizgen.cli.history import history
from quizgen.cli.world import folders
from quizgen.store.history_file import PATIENCE_S
from tests.cli.doing import sat
from tests.cli.run import quizgen
from tests.cli.test_imports import HEAVY, loaded
from tests.e2e.world import User
from tests.store.making import BLANK, SURE_BUT_WRONG

COMMANDS: dict[str, Any] = dict(typer.main.get_group(history).commands)


def three() -> list[str]:
    """Leave three mocks, and return their ids, the first one first."""
    paths = [
        sat(20, 3, 1, chance=0x3FA2),
        sat(10, 2, 2, topic="SCO membership"),
        sat(1, 1, 0, acts=[BLANK]),
    ]
    return [path.stem for path in paths]


def numbers(listed: str) -> list[int]:
    return [int(number) for number in re.findall(r"^ *(\d+)  ", listed, re.MULTILINE)]


# The list, and one of it


def test_without_attempts_it_says_how_to_begin() -> None:
    ended = quizgen("history")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "No finished attempts yet. Begin with: quizgen practice\n"


def test_what_was_just_practised_is_in_the_list() -> None:
    ended = quizgen("practice", "numbers.yaml", "-n", "2", typed="a\nb\n")
    assert ended.err == ""  # that there is a history from now on is no news
    shown = quizgen("history")
    assert (shown.status, shown.err) == (0, "")
    assert numbers(shown.out) == [1]
    assert "practice  Numbers  1.33 of 4      50 %" in shown.out


def test_a_practice_without_an_answer_is_not() -> None:
    assert quizgen("practice", "numbers.yaml", typed="q\n").err == ""
    assert "No finished attempts yet" in quizgen("history").out


def test_a_resumed_mock_is() -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n")
    assert quizgen("resume", typed="submit\ny\nq\n").status == 0
    assert numbers(quizgen("history").out) == [1]


def test_the_latest_stands_first_and_numbers_stay_as_more_are_added() -> None:
    three()
    listed = quizgen("history").out
    assert numbers(listed) == [3, 2, 1]
    assert listed.index("SCO membership") < listed.index("5.33 of 8")
    sat(0, 1, 1)
    assert numbers(quizgen("history").out) == [4, 3, 2, 1]
    short = quizgen("history", "-n", "1").out
    assert numbers(short) == [4]
    assert "3 earlier attempts not shown." in short


def test_plainly_it_is_a_sentence_each() -> None:
    three()
    shown = quizgen("history", "--plain").out
    assert "mock, SCO membership: 2.67 of 8, accuracy 50 %, 40 seconds." in shown


def test_one_is_shown_by_its_number_or_by_its_id() -> None:
    first, *_ = three()
    by_number = quizgen("history", "show", "1")
    assert by_number.status == 0
    assert by_number.out.startswith("Attempt 1: mock, treaty dates\n")
    assert "Score      5.33 of 8, accuracy 75 %" in by_number.out
    assert "quizgen result 1\n" in by_number.out
    for name in (first, first[:15], first[-4:]):
        assert quizgen("history", "show", name).out == by_number.out


def test_the_result_without_a_name_is_that_of_the_attempt_that_ended_last() -> None:
    older = sat(20, 3, 1, topic="older", chance=0x3FA2)
    sat(1, 1, 0, topic="latest")
    os.utime(older)  # a copied folder has the dates of the copy
    assert "latest" in quizgen("result").out


@pytest.mark.parametrize("name", ["4", "0", "-1", "nothing", "9" * 5_000, "\x1b[31m"])
def test_what_is_no_attempt_is_refused(name: str) -> None:
    three()
    for command in ("show", "delete"):
        ended = quizgen("history", command, "--", name)
        assert ended.status == 2
        assert "no attempt goes by" in ended.err
        assert "see their numbers and dates: quizgen history" in ended.err
        assert "\x1b" not in ended.err


def test_what_may_be_several_attempts_is_refused() -> None:
    three()
    sat(30, 1, 1, chance=0x0002)
    ended = quizgen("history", "delete", "abcd", "--yes")
    assert ended.status == 2
    assert "2 finished attempts go by `abcd`" in ended.err
    assert len(numbers(quizgen("history").out)) == 4


def test_a_number_of_the_list_is_no_part_of_an_id() -> None:
    sat(30, 2, 1, chance=0x0002)
    three()
    assert "Attempt 2: mock, treaty dates" in quizgen("history", "show", "2").out
    assert "Attempt 1: mock, treaty dates" in quizgen("history", "show", "0002").out


@pytest.mark.parametrize("command", [["history", "delete", "-y"], ["history", "show"], ["result"]])
def test_digits_alone_are_a_number_or_a_whole_part_of_an_id(command: list[str]) -> None:
    id_ = sat(30, 1, 1, chance=0x2468).stem
    for part in (id_[:4], id_[:7], "468", id_.split("-")[1]):
        assert part.isdecimal()
        ended = quizgen(*command, part)
        assert ended.status == 2
        assert f"no attempt goes by `{part}`" in ended.err
    assert quizgen(*command, id_[:8]).status == 0


def test_to_show_one_there_must_be_one() -> None:
    ended = quizgen("history", "show", "1")
    assert ended.status == 1
    assert "there is no finished attempt yet" in ended.err


# Out and in again


def test_everything_is_exported_and_imported_elsewhere_without_duplicates(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    printed = quizgen("history", "export")
    assert (printed.status, printed.err) == (0, "")
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert len(lines) == 10
    assert quizgen("history", "export", "-o", "a.jsonl").out == "10 responses written to a.jsonl.\n"
    assert (folder / "a.jsonl").read_text(encoding="utf-8") == printed.out
    here = quizgen("history").out
    monkeypatch.setenv("QUIZGEN_HOME", str(folder.parent / "elsewhere"))
    first = quizgen("history", "import", "a.jsonl")
    assert (first.status, first.err) == (0, "")
    assert first.out == "3 attempts with 10 responses imported.\n"
    assert quizgen("history").out == here
    again = quizgen("history", "import", "a.jsonl")
    assert (again.status, again.out) == (0, "Nothing new; 3 attempts there already.\n")
    assert quizgen("history", "export").out == printed.out
    assert "Imported, answers alone" in quizgen("history", "show", "1").out
    folders().data.joinpath("history.db").unlink()
    assert quizgen("history").out == here


def test_some_may_be_new_and_some_known(folder: Path) -> None:
    names = three()
    text = quizgen("history", "export").out
    (folder / "a.jsonl").write_text(text, encoding="utf-8")
    assert quizgen("history", "delete", names[0], "--yes").status == 0
    ended = quizgen("history", "import", "a.jsonl")
    assert ended.out == "1 attempt with 4 responses imported; 2 attempts there already.\n"


def test_a_sheet_has_a_head_and_a_row_a_response(folder: Path) -> None:
    sat(2, 2, 0, topic="=1+1 संधि")
    assert quizgen("history", "export", "--format", "csv", "-o", "a.csv").out == (
        "2 responses written to a.csv.\n"
    )
    text = (folder / "a.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["topic"] for row in rows] == ["'=1+1 संधि"] * 2
    assert quizgen("history", "export", "--format", "csv").out == text


def test_a_file_that_is_there_is_replaced_only_by_force(folder: Path) -> None:
    three()
    kept = folder / "a.jsonl"
    kept.write_text("mine", encoding="utf-8")
    refused = quizgen("history", "export", "-o", "a.jsonl")
    assert refused.status == 1
    assert "there is a file `a.jsonl` already" in refused.err
    assert kept.read_text(encoding="utf-8") == "mine"
    kept.chmod(0o600)
    assert quizgen("history", "export", "-o", "a.jsonl", "--force").status == 0
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_text(encoding="utf-8").count("\n") == 10
    assert "--force is for -o FILE" in quizgen("history", "export", "--force").err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (".", "`.` is a folder"),
        ("no/where.jsonl", "there is no folder `no`"),
        ("x" * 300, "File name too long"),
        ("/proc/answers.jsonl", "cannot write `/proc/answers.jsonl`"),
    ],
)
def test_where_no_file_can_be_written_that_is_said(path: str, said: str) -> None:
    ended = quizgen("history", "export", "-o", path)
    assert (ended.status, ended.out) == (1, "")
    assert said in ended.err


def test_lines_that_are_no_responses_are_refused_by_their_number(folder: Path) -> None:
    three()
    text = quizgen("history", "export").out
    quizgen("history", "delete", "--all", "--yes")
    (folder / "a.jsonl").write_bytes(b"not json\n" + text.encode() + b'\n{"format": "\xff"}\n')
    ended = quizgen("history", "import", "a.jsonl")
    assert ended.status == 1
    assert ended.out == "3 attempts with 10 responses imported.\n"
    assert ended.err.splitlines()[0] == "line 1: it is not JSON"
    assert ended.err.splitlines()[1].startswith("line 13: ")
    (folder / "b.jsonl").write_text("no\n" * 12, encoding="utf-8")
    ended = quizgen("history", "import", "b.jsonl")
    assert (ended.status, ended.out) == (1, "Nothing was imported.\n")
    assert ended.err.endswith("line 10: it is not JSON\nand 2 more\n")


def test_an_export_for_spreadsheets_is_refused_in_one_line() -> None:
    three()
    quizgen("history", "export", "--format", "csv", "-o", "answers.csv")
    ended = quizgen("history", "import", "answers.csv")
    assert (ended.status, ended.out) == (1, "Nothing was imported.\n")
    (line,) = ended.err.splitlines()
    assert line.startswith("line 1: this is an export for spreadsheets")


def test_what_cannot_be_read_is_told() -> None:
    for name in ("nowhere.jsonl", "."):
        ended = quizgen("history", "import", name)
        assert ended.status == 1
        assert f"cannot read `{name}`" in ended.err


# Gone


def test_one_is_deleted_with_its_journal() -> None:
    first, second, third = three()
    ended = quizgen("history", "delete", "2", "--yes")
    moved = "Later ones have moved: number 3 is number 2 now.\n"
    assert (ended.status, ended.out, ended.err) == (0, f"1 attempt deleted.\n{moved}", "")
    left = {path.stem for path in folders().attempts.glob("*.jsonl")}
    assert left == {first, third}
    assert second not in quizgen("history", "export").out
    assert numbers(quizgen("history").out) == [2, 1]
    assert quizgen("history", "delete", "2", "--yes").out == "1 attempt deleted.\n"


def test_all_are_deleted_but_what_is_unfinished() -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n")
    three()
    ended = quizgen("history", "delete", "--all", "--yes")
    assert (ended.status, ended.out) == (0, "3 attempts deleted.\n")
    assert "No finished attempts yet" in quizgen("history").out
    assert quizgen("history", "delete", "--all").out == "There is no finished attempt.\n"
    assert quizgen("resume", typed="submit\ny\nq\n").status == 0


def test_what_was_left_of_attempts_that_are_gone_is_deleted_with_all() -> None:
    left = folders().attempts / "regradings" / "20231114-221320-3fa2.1700000000000.json"
    left.parent.mkdir(parents=True)
    left.write_text("{}")
    ended = quizgen("history", "delete", "--all")
    assert ended.status != 0
    assert "cannot ask here whether to delete what was left of earlier attempts" in ended.err
    assert left.exists()
    ended = quizgen("history", "delete", "--all", "--yes")
    assert (ended.status, ended.out) == (0, "Deleted what was left of earlier attempts.\n")
    assert not left.exists()
    assert quizgen("history", "delete", "--all").out == "There is no finished attempt.\n"


def test_on_a_pipe_nothing_is_deleted_without_yes() -> None:
    three()
    for args in (("1",), ("--all",)):
        ended = quizgen("history", "delete", *args, typed="y\n")
        assert ended.status == 2
        assert "cannot ask here whether to delete" in ended.err
        assert "say so with --yes" in ended.err
    assert numbers(quizgen("history").out) == [3, 2, 1]


@pytest.mark.parametrize("args", [(), ("1", "--all")])
def test_what_is_to_go_must_be_clear(args: tuple[str, ...]) -> None:
    ended = quizgen("history", "delete", *args)
    assert ended.status == 2
    assert "name one attempt, or give --all" in ended.err


def test_at_a_terminal_it_asks_first(folder: Path) -> None:
    three()
    user = User(folder.parent / "home", folder / "numbers.yaml", {})
    with user.terminal("history", "delete", "1") as terminal:
        terminal.sees(
            "Delete attempt 1, mock, treaty dates, ", "5.33 of 8, with every answer in it?"
        )
        terminal.types("")
        terminal.sees("Nothing was deleted.")
        assert terminal.ends() == 0
    with user.terminal("history", "delete", "--all") as terminal:
        terminal.sees("Delete all of your 3 finished attempts, with every answer in it? [y/N] ")
        terminal.presses("\x03")
        assert terminal.ends() == 130
    with user.terminal("history", "delete", "--all") as terminal:
        terminal.sees("[y/N] ")
        terminal.types("y")
        terminal.sees("3 attempts deleted.")
        assert terminal.ends() == 0


# When something is wrong with it


def test_a_damaged_history_is_set_aside_made_anew_and_told_of() -> None:
    three()
    before = quizgen("history").out
    database = folders().data / "history.db"
    database.write_bytes(b"damage" * 1_000)
    ended = quizgen("history")
    assert (ended.status, ended.out) == (0, before)
    assert ended.err == "The history was made anew from 3 attempts: it was damaged.\n"
    assert list(folders().data.glob("history.db.damaged-*"))
    assert quizgen("history").err == ""


def test_a_history_that_was_deleted_is_made_anew_without_a_word() -> None:
    three()
    before = quizgen("history").out
    (folders().data / "history.db").unlink()
    ended = quizgen("history")
    assert (ended.out, ended.err) == (before, "")


def newer() -> None:
    """Leave a history as a newer quizgen would."""
    quizgen("history")
    database = sqlite3.connect(folders().data / "history.db")
    database.execute("PRAGMA user_version = 999")
    database.close()


def test_one_of_a_newer_quizgen_is_refused_and_left_alone() -> None:
    newer()
    for args in (("history",), ("history", "export"), ("progress",)):
        ended = quizgen(*args)
        assert (ended.status, ended.out) == (1, "")
        assert "the history was written by a newer quizgen" in ended.err
        assert "update quizgen" in ended.err


def test_what_was_just_answered_is_safe_where_the_history_cannot_take_it() -> None:
    newer()
    ended = quizgen("practice", "numbers.yaml", "-n", "1", typed="a\n")
    assert ended.status == 0
    assert "Score  2 of 2" in ended.out
    (line,) = ended.err.splitlines()
    assert line.startswith("your answers are saved, but not in the history yet: the history was ")
    assert "Score  2 of 2" in quizgen("result").out
    (folders().data / "history.db").unlink()
    assert numbers(quizgen("history").out) == [1]


def test_while_another_process_writes_the_attempt_waits_for_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert PATIENCE_S < 5
    monkeypatch.setattr("quizgen.store.history_file.PATIENCE_S", 0.05)
    quizgen("history")
    other = sqlite3.connect(folders().data / "history.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ended = quizgen("practice", "numbers.yaml", "-n", "1", typed="a\n")
    behind = "Another quizgen is writing the history: the latest answers may not be in it yet.\n"
    assert (ended.status, ended.err) == (0, behind)
    assert "Score  2 of 2" in ended.out
    assert quizgen("history").err == behind
    other.close()
    shown = quizgen("history")
    assert (numbers(shown.out), shown.err) == ([1], "")


def test_attempts_that_cannot_be_read_are_named() -> None:
    three()
    for number in range(7):
        damaged = folders().attempts / f"20200101-00000{number}-abcd.jsonl"
        damaged.write_text("damage\x1b[31m\n", encoding="utf-8")
    ended = quizgen("history")
    assert ended.status == 0
    assert numbers(ended.out) == [3, 2, 1]
    lines = ended.err.splitlines()
    assert len(lines) == 6
    assert "20200101-000000-abcd.jsonl" in lines[0]
    assert lines[-1] == "and 2 more"
    assert quizgen("history", "delete", "--all", "--yes").out == "10 attempts deleted.\n"


def test_reading_many_attempts_is_shown_where_someone_watches(folder: Path) -> None:
    first = sat(3, 1, 0, acts=[SURE_BUT_WRONG])
    name = first.stem
    text = first.read_text(encoding="utf-8")
    for number in range(600):
        other = f"{name[:-4]}{number:04x}"
        (first.parent / f"{other}.jsonl").write_text(text.replace(name, other), encoding="utf-8")
    user = User(folder.parent / "home", folder / "numbers.yaml", {})
    with user.terminal("history", "-n", "1") as terminal:
        terminal.sees("Reading attempts: 0 of 60", "600 earlier attempts not shown.")
        assert terminal.ends() == 0
        assert "\r\x1b[K" in terminal.raw


# What it costs, and what it says of itself


def test_once_in_step_nothing_heavy_is_loaded(folder: Path) -> None:
    bank = ("--bank", "numbers.yaml")
    assert "fsrs" in loaded(folder, "practice", *bank, "-n", "1", typed="b\n")
    heavy = HEAVY | {"fsrs"}
    assert not heavy & loaded(folder, "history")
    loaded(folder)
    assert not heavy & loaded(folder)
    assert not heavy & loaded(folder, "progress", *bank)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_an_example_that_works(name: str, folder: Path) -> None:
    help_of = COMMANDS[name]
    _, _, example = str(help_of.help).partition("Example: ")
    shown = quizgen("history", name, "--help")
    assert shown.status == 0
    assert max(map(len, shown.out.splitlines())) <= 80
    for parameter in help_of.params:
        assert str(getattr(parameter, "help", "")).endswith("."), parameter.name
    three()
    (folder / "answers.jsonl").write_text(quizgen("history", "export").out, encoding="utf-8")
    program, *args = shlex.split(example.splitlines()[0])
    assert (program, *args[:2]) == ("quizgen", "history", name)
    assert quizgen(*args).status == 0


def test_formats_are_those_documented() -> None:
    assert list(transfer.Format) == ["jsonl", "csv"]
