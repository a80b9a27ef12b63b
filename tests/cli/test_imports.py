"""What a command loads is what it costs to start: promised, and seen from within the process."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pexpect

from tests.e2e.world import PATIENCE_S, environment

_RUN = """
import json, sys
from quizgen.__main__ import main
sys.argv = ["quizgen", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
import gc
print(json.dumps([gc.isenabled(), *sorted(sys.modules)]), file=sys.stderr)
"""
HEAVY = {"yaml", "_yaml", "pydantic", "pydantic_core", "textual"}


def ended(folder: Path, *args: str, typed: str = "") -> tuple[bool, set[str]]:
    """Return whether a process collects garbage after a command, and the modules it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, json.dumps(args)],
        input=typed,
        capture_output=True,
        text=True,
        env=environment(folder),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    collects, *names = json.loads(done.stderr.splitlines()[-1])
    return collects, set(names)


def loaded(folder: Path, *args: str, typed: str = "") -> set[str]:
    """Return the top-level packages that a process has loaded after a command."""
    return {name.partition(".")[0] for name in ended(folder, *args, typed=typed)[1]}


def left_at_the_rules(folder: Path, *args: str) -> tuple[bool, set[str]]:
    """Return the same of a mock that is left on its first page, on the whole screen."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", _RUN, json.dumps(args)],
        env=environment(folder),
        dimensions=(36, 120),
        timeout=PATIENCE_S,
        encoding="utf-8",
    )
    child.expect_exact("start the clock")
    child.send("q")
    child.expect(r"(\[(?:true|false), .*\])\r\n")
    assert isinstance(child.match, re.Match)
    collects, *names = json.loads(child.match[1])
    child.expect(pexpect.EOF)
    child.close()
    return collects, set(names)


def test_once_indexed_nothing_heavy_is_loaded_to_practise_or_to_sit(folder: Path) -> None:
    first = loaded(folder, "list", "--bank", "numbers.yaml")
    assert {"yaml", "pydantic"} <= first  # so the names are right
    bank = ("--bank", "numbers.yaml")
    assert not HEAVY & loaded(folder, "practice", *bank, "-n", "1", typed="a\n")
    assert not HEAVY & loaded(folder, "mock", *bank, "-n", "1", typed="\na\nsubmit\ny\n")
    assert not HEAVY & loaded(folder, "result")
    assert not HEAVY & loaded(folder, "check", "numbers.yaml")


def test_the_version_is_told_without_rich(folder: Path) -> None:
    assert not {"rich", "yaml", "pydantic"} & loaded(folder, "--version")


def test_the_first_page_of_the_screen_loads_nothing_of_what_follows(folder: Path) -> None:
    assert "yaml" in loaded(folder, "list", "--bank", "numbers.yaml")
    _, names = left_at_the_rules(folder, "mock", "--bank", "numbers.yaml")
    assert {"quizgen.screen.instructions", "textual.app"} <= names  # so the names are right
    later = ("exam", "grid", "pages", "practice", "question", "result", "review")
    assert not {f"quizgen.screen.{name}" for name in later} & names
    scored = ("core.result", "core.marking", "core.analysis", "show.card", "show.html")
    assert not {f"quizgen.{name}" for name in scored} & names
    assert not (HEAVY - {"textual"}) & names


def test_garbage_is_collected_while_something_is_sat_and_not_to_start(folder: Path) -> None:
    bank = ("--bank", "numbers.yaml")
    assert not ended(folder, "list", *bank)[0]
    assert ended(folder, "practice", *bank, "-n", "1", typed="a\n")[0]
    assert left_at_the_rules(folder, "mock", *bank)[0]
