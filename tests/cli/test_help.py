"""Help and README are documents that can be wrong, so they are tested like code."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from quizgen.cli.main import app
from tests.cli.run import quizgen
from tests.e2e.world import environment

README = Path(__file__).parents[2] / "README.md"
COMMANDS: dict[str, Any] = dict(typer.main.get_group(app).commands)


def example(name: str) -> str:
    """Return the example in a command's help."""
    _, _, found = str(COMMANDS[name].help).partition("Example: ")
    return found.splitlines()[0] if found else ""


def test_the_commands_are_those_promised_under_their_headings() -> None:
    _, _, shown = quizgen("--help").out.partition(" Practise ")
    practise, _, questions = shown.partition(" Questions ")
    for panel, names in (
        (
            practise,
            ["practice", "mock", "resume", "result", "regrade", "progress", "history"],
        ),
        (questions, ["new", "check", "add", "list", "show", "explain", "schema", "where"]),
    ):
        assert re.findall(r"^\W ([a-z]+) ", panel, re.MULTILINE) == names
    assert len(COMMANDS) == 15


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_gives_an_example(name: str) -> None:
    ended = quizgen(name, "--help")
    assert ended.status == 0
    assert f"Example: quizgen {name}" in ended.out
    assert quizgen(name, "-h").out == ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_says_what_it_is_for(name: str) -> None:
    for parameter in COMMANDS[name].params:
        said = str(getattr(parameter, "help", "") or "")
        assert said.endswith("."), parameter.name
        assert said[0].isupper(), parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_works(name: str, folder: Path) -> None:
    (folder / "notes.yaml").write_bytes((folder / "numbers.yaml").read_bytes())
    quizgen("practice", "numbers.yaml", "-n", "1", typed="b\n")  # a result to show
    quizgen("mock", "numbers.yaml", "-n", "1", typed="\n")  # a mock to resume
    program, *args = shlex.split(example(name))
    assert program == "quizgen"
    assert args[0] == name
    ended = quizgen(*args)
    assert ended.status == 0, ended.err


def test_wrong_use_names_the_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for args in (("practise",), ("practice", "--sed", "1")):
        ended = quizgen(*args)
        assert ended.status == 2
        assert "-h" in ended.err


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"quizgen {name}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_presets(shell: str, folder: Path) -> None:
    typed = "quizgen mock --marking upsc"
    asked = {
        "_QUIZGEN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": typed,
        "COMP_CWORD": "3",
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    start = "import sys; sys.argv = ['quizgen']; from quizgen.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start],
        capture_output=True,
        text=True,
        env=environment(folder, asked),
        check=False,
    )
    assert "upsc-gs1" in done.stdout
    assert "upsc-csat" in done.stdout
    assert "bpsc" not in done.stdout
