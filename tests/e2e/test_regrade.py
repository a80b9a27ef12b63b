"""A regrading in processes of its own: killed at any moment, and looked at on the whole screen."""

import json
import random
import signal
import subprocess
import sys
import threading

import pytest

from tests.e2e.screen import on_screen
from tests.e2e.world import PATIENCE_S, User

KILLS = 8
LONGEST_S = 0.5
"""A regrading takes less."""


@pytest.fixture
def wronged(user: User) -> User:
    """Return a user whose first two questions were marked by a wrong key, which is mended since."""
    bank = user.home / "mine.yaml"
    text = user.bank.read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    mine = User(user.home, bank, user.env)
    mine.pipe("practice", "-n", "2", "--ids", "q1,q2", typed="b\nb\n")
    bank.write_text(text.replace("answer: a", "answer: b", 2), encoding="utf-8")
    return mine


def exact(user: User) -> str:
    """Return the marks of the last attempt."""
    found: str = json.loads(user.pipe("result", "--format", "json"))["score"]["marks"]["exact"]
    return found


DIES = """
import os, signal, sys
from pathlib import Path
from quizgen.cli.main import main

replace, when = Path.replace, sys.argv[1]

def dies(self, target):
    if target.parent.name == "regradings":
        if when == "after":
            replace(self, target)
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, target)

Path.replace = dies
sys.argv = ["quizgen", "regrade", "1"]
main()
"""


def test_killed_at_any_moment_it_has_the_old_marks_or_the_new(wronged: User) -> None:
    chance = random.Random(7)
    for _ in range(KILLS):
        with wronged.open_pipe("regrade", "1") as process:
            killer = threading.Timer(chance.uniform(0, LONGEST_S), process.kill)
            killer.start()
            process.communicate(b"", PATIENCE_S)
            killer.join()
        assert exact(wronged) in {"-4/3", "4"}
        if exact(wronged) == "4":
            wronged.pipe("regrade", "1", "--undo")
        assert exact(wronged) == "-4/3"
    wronged.pipe("regrade", "1")
    assert exact(wronged) == "4"
    assert "4 of 4" in wronged.pipe("history")


@pytest.mark.parametrize(("when", "marks"), [("before", "-4/3"), ("after", "4")])
def test_killed_as_its_file_is_put_in_place_it_counts_once_the_file_is_there(
    wronged: User, when: str, marks: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES, when],
        env=wronged.environ,
        cwd=wronged.home,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert exact(wronged) == marks
    assert f"{'4' if when == 'after' else '-1.33'} of 4" in wronged.pipe("history")
    wronged.pipe("regrade", "1")
    assert exact(wronged) == "4"


def test_on_the_whole_screen_and_after_it_the_marks_are_those_that_count(wronged: User) -> None:
    wronged.pipe("regrade", "1")
    with on_screen(wronged, "result", "--screen") as screen:
        screen.sees("Regraded on")
        assert "4 of 4" in screen.text
        screen.presses("\r")
        screen.sees("At first the key was (a): wrong (-0.67).")
        screen.presses("qq")
        assert screen.ends() == 0
        assert "Regraded on" in screen.afterwards
