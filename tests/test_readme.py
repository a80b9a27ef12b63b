"""What the README shows is what a user sees: its transcript, its example file, its commands."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
DURATION = re.compile(r"(under 1|\d+) s\b")


def block(marker: str) -> str:
    """Return the text of the fenced block after a marker."""
    found = re.search(
        rf"<!-- {marker}.*?-->\n+```\w+\n(.*?)^```$", README, re.DOTALL | re.MULTILINE
    )
    assert found is not None, f"the README has no {marker}"
    return found.group(1)


def quizgen(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QUIZGEN_HOME": str(home)},
        cwd=home,
        timeout=60,
        check=False,
    )


def test_the_transcript_is_what_a_user_sees(tmp_path: Path) -> None:
    command, _, shown = block("transcript").partition("\n")
    typed = re.findall(r"^Answer \(.*\): (\w)$", shown, re.MULTILINE)
    ran = quizgen(tmp_path, *shlex.split(command)[2:], typed="".join(f"{key}\n" for key in typed))
    assert DURATION.sub("N s", ran.stdout.rstrip()) == DURATION.sub("N s", shown.rstrip())


def test_the_example_file_is_valid_and_can_be_asked(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(block("example"), encoding="utf-8")
    checked = quizgen(tmp_path, "check", "notes.yaml")
    assert "No problems in notes.yaml; 3 questions" in checked.stdout
    asked = quizgen(tmp_path, "practice", "notes.yaml", typed="a\na\na\n")
    assert "Question 3 of 3" in asked.stdout


def test_every_command_is_in_the_table() -> None:
    import typer.main

    from quizgen.cli.main import app

    names = set(typer.main.get_group(app).commands)
    assert names == set(re.findall(r"^\| `quizgen (\w+)", README, re.MULTILINE))


def test_right_answers_are_rated_as_the_table_says() -> None:
    from quizgen.core.recall import _RATINGS

    head = "| you called it | up to half the time | up to twice the time, or no clock | longer |\n"
    rows = README.partition(head)[2].partition("\n\n")[0].splitlines()[1:]
    told = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    names = {None: "nothing", "guess": "a guess"}
    assert told == [
        [names.get(level, level), *(rating.name.lower() for rating in ratings)]
        for level, ratings in _RATINGS.items()
    ]


def test_the_settings_shown_can_be_used(tmp_path: Path) -> None:
    from quizgen.cli.settings import read_settings

    (shown,) = re.findall(r"^```toml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    path = tmp_path / "config.toml"
    path.write_text(shown, encoding="utf-8")
    assert read_settings(path).retention == 0.85


def test_every_key_is_told() -> None:
    from quizgen.core.keys import KEYS

    def told(name: str) -> bool:
        return f"`{name}`" in README or (len(name) > 1 and f"{name} " in README)

    shown = [key.pressed.split(" or ") for key in KEYS if key.pressed]
    assert [names for names in shown if not any(map(told, names))] == []
