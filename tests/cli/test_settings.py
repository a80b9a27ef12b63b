"""`config.toml`: what may be set, what is said of a mistake, and what a change brings about."""

import io
import sqlite3
import sys
from pathlib import Path

import pytest

from quizgen.cli import keeping
from quizgen.cli.settings import Settings, read_settings
from quizgen.cli.world import folders
from tests.cli.doing import sat
from tests.cli.run import quizgen


def settings(text: str | bytes) -> Path:
    """Write the file of settings."""
    path = folders().settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def retention(value: str) -> Path:
    """Set the retention, in the words of the file."""
    return settings(f"[revision]\nretention = {value}\n")


def due_dates() -> dict[str, int]:
    """Return when each fact is due, as the history has it."""
    quizgen("progress")
    database = sqlite3.connect(folders().data / "history.db")
    found = dict(database.execute("SELECT name, due_ms FROM facts"))
    database.close()
    return found


def test_without_a_file_or_with_an_empty_one_all_is_as_usual() -> None:
    assert read_settings(folders().settings) == Settings(retention=0.9)
    assert read_settings(settings("")) == read_settings(settings("[revision]\n")) == Settings()
    assert read_settings(folders().settings / "below/a/file") == Settings()


@pytest.mark.parametrize("text", ["0.7", "0.85", "0.97", "9e-1"])
def test_any_retention_that_serves_may_be_set(text: str) -> None:
    assert read_settings(retention(text)).retention == float(text)


def test_a_file_saved_on_windows_is_read() -> None:
    assert (
        read_settings(settings(b"\xef\xbb\xbf[revision]\r\nretention = 0.8\r\n")).retention == 0.8
    )


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("[revision\n", "line 1 of `{}` is not TOML: expected ']'", "write `[revision]` on a line"),
        ("[revision]\nretention = 90%", "line 2 of `{}` is not TOML: expected newline", "0.9` on"),
        ("\n\n[revision]\na = 1\na = 2\n", "line 5 of `{}` is not TOML: cannot overwrite", ""),
        (b"# \xe9t\xe9\n[revision]\n", "line 1 of `{}` is not UTF-8 text", "save the file as UTF"),
        ("[revison]\nretention = 0.9", "there is no section `revison`", "did you mean `revision`?"),
        ("[colours]\n", "there is no section `colours`", "there is only `revision`"),
        ("retention = 0.9\n", "`retention` in `{}` is in no section", "write `[revision]` on a"),
        ("revision = 0.9\n", "`revision` in `{}` is in no section", "write `[revision]` on a line"),
        ("[revision]\nretension = 0.9", "no setting `retension`", "did you mean `retention`?"),
        ("[revision]\nretention = 90", "`retention` in `{}` is 90", "write 0.9 for 90 %"),
        ("[revision]\nretention = 0.5", "`retention` in `{}` is 0.5", "number from 0.7 to 0.97"),
        ("[revision]\nretention = 1", "`retention` in `{}` is 1", "a number from 0.7 to 0.97"),
        ("[revision]\nretention = 99", "`retention` in `{}` is 99", "a number from 0.7 to 0.97"),
        ("[revision]\nretention = nan", "`retention` in `{}` is nan", "a number from 0.7 to 0.97"),
        ("[revision]\nretention = true", "`retention` in `{}` is no number", "without quotes"),
        ('[revision]\nretention = "0.9"', "`retention` in `{}` is no number", "without quotes"),
        ("[revision.retention]\n", "`retention` in `{}` is no number", "a number from 0.7 to 0.97"),
    ],
)
def test_a_mistake_is_told_with_what_to_write_instead(
    text: str | bytes, message: str, help_: str
) -> None:
    path = settings(text)
    ended = quizgen("progress")
    assert (ended.status, ended.out) == (2, "")
    said = " ".join(ended.err.split())
    assert message.format(path) in said
    assert help_ in said
    assert "Traceback" not in said


def test_a_file_that_may_not_be_read_is_told() -> None:
    folders().settings.mkdir(parents=True)
    ended = quizgen("practice", "--due")
    assert ended.status == 1
    assert f"cannot read the settings in `{folders().settings}`: Is a directory" in ended.err
    assert "it need not be there" in " ".join(ended.err.split())


def test_what_needs_no_setting_is_not_affected_by_a_mistake_in_one() -> None:
    retention("90")
    for command in ("list", "where", "check numbers.yaml", "show q1 --bank numbers.yaml"):
        assert quizgen(*command.split()).status == 0, command


def test_with_a_mistake_in_it_answers_are_kept_and_today_is_shown_all_the_same() -> None:
    retention("90")
    ended = quizgen("practice", "numbers.yaml", "-n", "3", typed="s\n" * 3)
    assert ended.status == 0
    assert "0 right, 0 wrong, 3 unanswered" in ended.out
    (line,) = ended.err.splitlines()
    assert line.startswith("your answers are saved, but not in the history yet: `retention` in `")
    page = quizgen()
    assert page.status == 0
    assert "quizgen practice    10 questions" in page.out
    (line,) = page.err.splitlines()
    assert line.startswith("what is due and how you are doing is not shown: `retention` in `")
    folders().settings.unlink()
    assert "Numbers" in quizgen("history").out


def test_with_another_retention_all_facts_are_scheduled_anew_and_it_is_said_once() -> None:
    sat(60, 9, 0)
    sat(50, 9, 0)
    usual = due_dates()
    retention("0.97")
    said = "9 facts are scheduled anew, for a retention of 0.97.\n"
    assert quizgen("progress").err == said
    assert quizgen("progress").err == quizgen().err == ""
    often = due_dates()
    assert all(often[fact] < usual[fact] for fact in usual)
    folders().settings.unlink()
    assert quizgen().err == "9 facts are scheduled anew, for a retention of 0.9.\n"
    assert due_dates() == usual


def test_answers_taken_in_follow_the_retention_that_is_set() -> None:
    """Taken in one by one as sat, or all at once: it is the same."""
    retention("0.8")
    sat(60, 5, 2)
    quizgen("progress")
    sat(50, 7, 0)
    taken_in = due_dates()
    (folders().data / "history.db").unlink()
    assert due_dates() == taken_in
    retention("0.9")
    assert due_dates() != taken_in


class Terminal(io.StringIO):
    """What is told beside what was asked for, to someone who watches."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch, *, plain: bool) -> str:
    """Return what is told as a history is opened, where more than five facts are many."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(keeping, "_MANY", 5)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with keeping.open_history(plain=plain):
        assert isinstance(sys.stderr, Terminal)
        return sys.stderr.getvalue()


def test_who_watches_sees_how_far_the_scheduling_of_many_facts_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat(60, 9, 0)
    quizgen("progress")
    retention("0.8")
    shown = watched(monkeypatch, plain=False)
    assert shown.startswith("Scheduling facts: 0 of 9\r")
    assert shown.endswith("\x1b[K9 facts are scheduled anew, for a retention of 0.8.\n")
    retention("0.85")
    assert watched(monkeypatch, plain=True) == (
        "9 facts are scheduled anew, for a retention of 0.85.\n"
    )
