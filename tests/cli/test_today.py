"""The first minute: `quizgen` alone, `where`, `--version`."""

import re
from pathlib import Path

import pytest

from quizgen import __version__
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
    assert f"{home}/cache" in out
    monkeypatch.delenv("QUIZGEN_HOME")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "xdg"))
    assert f"{folder}/xdg/quizgen/attempts" in quizgen("where").out


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
