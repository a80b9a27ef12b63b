"""What goes wrong is told in words, with an exit status, and never with a traceback."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile
from quizgen.core.errors import UserError
from tests.cli.run import quizgen
from tests.e2e.world import QUIZGEN, bank_text, environment

HOSTILE = "\x1b]0;owned\x07\x1b[31mred\u202e[bold]bold[/bold]"


def test_our_own_failure_exits_70_and_leaves_a_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Library:
        raise ZeroDivisionError("the cause")

    monkeypatch.setattr(Library, "open", fail)
    ended = quizgen("list")
    assert ended.status == 70
    assert "This is our fault, not yours" in ended.err
    assert "Traceback" not in ended.err
    (log,) = (folder.parent / "home/data/logs").iterdir()
    assert str(log) in ended.err.replace("\n", " ")
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: the cause" in text
    assert "Traceback" in text


def test_the_log_goes_elsewhere_if_the_home_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Library:
        raise ZeroDivisionError

    monkeypatch.setattr(Library, "open", fail)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    (folder.parent / "home").write_text("a file in its place", encoding="utf-8")
    ended = quizgen("list")
    assert ended.status == 70
    assert list(folder.glob("crash-*.log"))
    assert "Traceback" not in ended.err


def test_a_log_that_can_be_written_nowhere_does_not_hide_the_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Library:
        raise ZeroDivisionError

    monkeypatch.setattr(Library, "open", fail)
    (folder / "file").touch()
    nowhere = SimpleNamespace(gettempdir=lambda: str(folder / "file"))
    monkeypatch.setattr("quizgen.cli.crash.tempfile", nowhere)
    monkeypatch.setenv("QUIZGEN_HOME", str(folder / "file"))
    ended = quizgen("list")
    assert ended.status == 70
    assert "nowhere: no folder could be written" in ended.err


def test_a_failure_over_what_is_no_text_is_logged_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Library:
        raise ValueError(os.fsdecode(b"caf\xe9"))

    monkeypatch.setattr(Library, "open", fail)
    assert quizgen("list").status == 70
    (log,) = (folder.parent / "home/data/logs").iterdir()
    assert "ValueError: caf\\udce9" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["QUIZGEN_HOME", "QUIZGEN_BANK"])
def test_a_setting_that_names_nobodys_home_is_named(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "~nobody-of-that-name/quizgen")
    ended = quizgen("list")
    assert ended.status == 2
    assert f"`{name}`" in ended.err
    assert "~nobody-of-that-name" in ended.err


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_stream_the_caller_closed_is_no_failure(folder: Path, closed: int) -> None:
    done = subprocess.run(
        [*QUIZGEN, "practice", "numbers.yaml", "-n", "1"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment(folder),
        preexec_fn=lambda: os.close(closed),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert ("Question 1 of 1" in done.stdout) is (closed != 1)
    assert "our fault" not in done.stdout + done.stderr


@pytest.mark.parametrize("number", ["1e5000", "1e999999999", "9" * 40, "0." + "1" * 40, "1_000"])
def test_a_number_beyond_all_measure_is_refused(number: str) -> None:
    for option in ("--minutes", "--marks", "--extra-time"):
        ended = quizgen("mock", "numbers.yaml", option, number)
        assert ended.status == 2
        assert "is not a number such as 2, 0.5 or 2/3" in ended.err


def test_a_folder_where_your_file_should_be_is_told(folder: Path) -> None:
    (folder.parent / "home/data/questions/numbers.yaml").mkdir(parents=True)
    ended = quizgen("add", "numbers.yaml")
    assert ended.status == 1
    assert "cannot read" in ended.err


def test_a_file_that_vanishes_before_it_is_mended_is_told(folder: Path) -> None:
    files = [SourceFile(folder / "gone.yaml", "gone.yaml")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quizgen.cli.check.bank_files", lambda _: files)
        ended = quizgen("check", "--fix", "gone.yaml")
    assert ended.status == 1
    assert "cannot read `gone.yaml`: No such file or directory" in ended.err


def test_a_real_process_that_fails_shows_no_traceback(folder: Path) -> None:
    code = (
        "import quizgen.cli.main as m, quizgen.cli.today as t\n"
        "def fail(): raise RuntimeError('boom')\n"
        "t.show_today = fail\n"
        "m.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(folder),
        check=False,
    )
    assert done.returncode == 70
    assert "Traceback" not in done.stdout + done.stderr
    assert re.search(r"crash-\S+\.log", done.stderr)


def test_a_home_that_cannot_be_written_refuses_to_keep_answers_and_says_what_to_do(
    folder: Path,
) -> None:
    (folder.parent / "home").write_text("a file in its place", encoding="utf-8")
    for command in ("practice", "mock"):
        ended = quizgen(command, "numbers.yaml", typed="\na\n")
        assert ended.status == 1
        assert "cannot write" in ended.err
        assert "set QUIZGEN_HOME" in ended.err
    assert quizgen().status == 0  # looking needs no writing
    assert quizgen("list").status == 0
    assert quizgen("check", "numbers.yaml").status == 0
    unsaved = quizgen("practice", "numbers.yaml", "-n", "1", "--no-save", typed="a\n")
    assert unsaved.status == 0
    assert "2 of 2" in unsaved.out


def test_a_damaged_attempt_is_named_and_leaves_the_others_alone(folder: Path) -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n")
    open_ones = folder.parent / "home/data/attempts/open"
    (good,) = open_ones.iterdir()
    (open_ones / "20010101-000000-0000.jsonl").write_text("rubbish\n", encoding="utf-8")
    lines = good.read_text(encoding="utf-8")
    (open_ones / "20010101-000001-0000.jsonl").write_text(
        lines.replace('"format":2', '"format":999', 1), encoding="utf-8"
    )
    ended = quizgen("resume", typed="submit\ny\n")
    assert ended.status == 0
    assert "1 right" in ended.out
    assert "20010101-000000-0000.jsonl is damaged" in ended.err
    assert "was written by a newer quizgen" in ended.err
    assert len(list(open_ones.iterdir())) == 2


def test_a_journal_of_a_time_there_is_not_is_called_damaged(folder: Path) -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\nsubmit\ny\n")
    (journal,) = (folder.parent / "home/data/attempts").glob("*.jsonl")
    header, _, events = journal.read_text(encoding="utf-8").partition("\n")
    changed = json.loads(header) | {"started_ms": 10**18}
    journal.write_text(f"{json.dumps(changed)}\n{events}", encoding="utf-8")
    ended = quizgen("result", "--format", "json")
    assert ended.status == 1
    assert "is damaged" in ended.err


def test_a_last_record_cut_short_is_dropped_and_the_rest_kept(folder: Path) -> None:
    quizgen("mock", "numbers.yaml", "-n", "2", typed="\na\n\nb\n")
    (journal,) = (folder.parent / "home/data/attempts/open").iterdir()
    with journal.open("ab") as file:
        file.write(b'{"t":99999,"w":1,"event":"sel')
    ended = quizgen("resume", typed="submit\ny\n")
    assert ended.status == 0
    assert "The last record was cut short" in ended.err
    assert "1 right, 1 wrong" in ended.out


def test_names_and_texts_of_files_never_reach_the_terminal_as_codes(folder: Path) -> None:
    name = "\x1b[31m[bold]x\ny 'z'.yaml"
    text = bank_text(2).replace("answer: a", "answer: e", 1)
    (folder / name).write_text(text, encoding="utf-8")
    for args in (
        ("practice", name),
        ("list", "--bank", name),
        ("check", name),
        ("check", name, "--format", "concise"),
        ("add", name),
        ("mock", name),
        ("practice", name, "--topic", HOSTILE),
        ("practice", name, "--ids", HOSTILE),
        ("check", HOSTILE),
        ("explain", HOSTILE),
        ("result", HOSTILE),
        ("resume", HOSTILE),
        ("mock", "--code", HOSTILE),
        ("practice", "--marks", HOSTILE),
        ("practice", "--marking", HOSTILE),
        ("practice", "--difficulty", HOSTILE),
        (HOSTILE,),
    ):
        ended = quizgen(*args, typed="a\n")
        assert ended.status in {0, 1, 2}, args
        shown = ended.out + ended.err
        assert not set(shown) & {"\x1b", "\x07", "\u202e"}, args
        assert "Traceback" not in shown


def test_what_json_escapes_is_no_code_either(folder: Path) -> None:
    name = "\x1b[31m.yaml"
    (folder / name).write_text("questions: none", encoding="utf-8")
    ended = quizgen("check", name, "--format", "json")
    assert "\x1b" not in ended.out


def test_a_file_name_that_is_no_text_is_no_trouble(folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.yaml"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - the name is bytes
        file.write(bank_text(2).replace("answer: a", "answer: e", 1))
    done = subprocess.run(
        [*map(os.fsencode, QUIZGEN), b"practice", name],
        input=b"a\n",
        capture_output=True,
        env=environment(folder),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"1 of 1" in done.stdout
    for command in ("check", "list"):
        args = [b"--bank", name] if command == "list" else [name]
        done = subprocess.run(
            [*map(os.fsencode, QUIZGEN), command.encode(), *args],
            capture_output=True,
            env=environment(folder),
            check=False,
        )
        assert b"Traceback" not in done.stderr
        assert b"our fault" not in done.stderr, done.stderr


def test_a_user_error_tells_its_reason_and_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusal(UserError):
        wrong_use = False

    def refuse(*_: object, **__: object) -> Library:
        raise Refusal("it cannot be done", why="for a reason", help="do another thing")

    monkeypatch.setattr(Library, "open", refuse)
    ended = quizgen("list")
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "error: it cannot be done",
        "   = note: for a reason",
        "   = help: do another thing",
    ]


@pytest.mark.parametrize("moment", ["at once", "while it works"])
def test_ctrl_c_outside_a_practice_ends_without_a_traceback(folder: Path, moment: str) -> None:
    code = (
        "import signal, os, quizgen.cli.main as m, quizgen.cli.today as t\n"
        "from quizgen.__main__ import main\n"
        "def press(*_): os.kill(os.getpid(), signal.SIGINT); import time; time.sleep(9)\n"
        + ("t.show_today = press\n" if moment == "while it works" else "m.app = press\n")
        + "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(folder),
        check=False,
    )
    assert done.returncode in {130, -signal.SIGINT}
    assert "Traceback" not in done.stderr
