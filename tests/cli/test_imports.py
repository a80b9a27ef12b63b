"""What a command loads is what it costs to start: promised, and seen from within the process."""

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.world import environment

_RUN = """
import json, sys
from quizgen.cli.main import main
sys.argv = ["quizgen", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(folder: Path, *args: str, typed: str = "") -> set[str]:
    """Return the top-level packages that a process has loaded after a command."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, json.dumps(args)],
        input=typed,
        capture_output=True,
        text=True,
        env=environment(folder),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


def test_once_indexed_nothing_heavy_is_loaded_to_practise_or_to_sit(folder: Path) -> None:
    heavy = {"yaml", "_yaml", "pydantic", "pydantic_core", "textual"}
    first = loaded(folder, "list", "--bank", "numbers.yaml")
    assert {"yaml", "pydantic"} <= first  # so the names are right
    bank = ("--bank", "numbers.yaml")
    assert not heavy & loaded(folder, "practice", *bank, "-n", "1", typed="a\n")
    assert not heavy & loaded(folder, "mock", *bank, "-n", "1", typed="\na\nsubmit\ny\n")
    assert not heavy & loaded(folder, "result")
    assert not heavy & loaded(folder, "check", "numbers.yaml")


def test_the_version_is_told_without_rich(folder: Path) -> None:
    assert not {"rich", "yaml", "pydantic"} & loaded(folder, "--version")
