"""The proof that a mock on the whole screen loses no acknowledged answer, whenever it is killed.

A candidate presses a key, looks at the screen until it says what came of it, and presses the next;
at a moment nobody chose the process is killed. What the screen said is what it acknowledged. The
journal must hold all of that, in that order, and at most one thing more: what was under way.
"""

import os
import random
import re
import signal
import threading
from pathlib import Path

import pytest

from quizgen.core.state import Phase
from quizgen.store.journal import read
from tests.e2e.screen import LEFT, RIGHT, Screen, on_screen
from tests.e2e.test_kill import QUESTIONS, Told, modified, responses, written
from tests.e2e.world import User

KILLS_A_MOCK = 25
START_UP_S = 0.6
"""A kill within this time after a process begins mostly finds it starting."""
TYPING_S = 0.6
_CHOSEN = re.compile(r"\N{BLACK CIRCLE} \(([a-d])\)")


class Candidate:
    """Somebody whose mock is killed again and again, and who remembers what he was told."""

    def __init__(self, user: User, seed: int) -> None:
        self.user = user
        self.chance = random.Random(seed)
        self.told: list[Told] = []
        self.at = 1
        self.settled = False
        """Whether all of the open question was surely drawn, not only its number."""

    @property
    def journal(self) -> Path:
        """The file of his one unfinished attempt."""
        (path,) = self.user.journals
        return path

    def sits_a_mock(self, kills: int) -> int:
        """Begin a mock, be killed so often, hand it in; return how much he was told."""
        self.user.pipe("mock", "--minutes", "600", "-n", str(QUESTIONS), typed="\n")
        for _ in range(kills):
            self.resumes_and_is_killed()
        self.hands_in()
        return len(self.told)

    def resumes_and_is_killed(self) -> None:
        """Resume, go on, be killed, and look what the journal holds."""
        with on_screen(self.user, "resume") as screen:
            starting = self.chance.random() < 0.2
            self.settled = False
            if not starting:
                self.comes_back(screen)
            delay = self.chance.uniform(0, START_UP_S if starting else TYPING_S)
            killer = threading.Timer(delay, os.kill, (screen.pid, signal.SIGKILL))
            killer.start()
            while not starting and self.presses_a_key(screen):
                pass
            assert screen.ends() == 128 + signal.SIGKILL
            killer.join()
            seen = chosen_on(screen)
        kept = written(self.journal)
        assert kept[: len(self.told)] == self.told
        assert len(kept) <= len(self.told) + 1
        if self.settled:
            assert seen in {remembered(list_)[self.at - 1] for list_ in (self.told, kept)}
        self.told = kept
        assert responses(read(self.journal).attempt) == remembered(kept)

    def comes_back(self, screen: Screen) -> None:
        """See the open question, with the answer it was given."""
        attempt = read(self.journal).attempt
        self.at = attempt.current + 1
        screen.sees(f"Question {self.at} of", "Resumed. Interrupted for")
        assert chosen_on(screen) == remembered(self.told)[self.at - 1]

    def presses_a_key(self, screen: Screen) -> bool:
        """Press a key and wait until the screen says what came of it; False if it is gone first."""
        key = self.chance.choice("abcd" * 4 + "xmnnp")
        if key in "np":
            return self.moves(screen, 1 if key == "n" else -1)
        what, said = self.expects(key)
        if not what:
            return True
        screen.presses(key)
        if not screen.shows(said):
            return False
        self.told.append((self.at, what))
        self.settled = True
        return True

    def moves(self, screen: Screen, step: int) -> bool:
        """Open a neighbouring question, where there is one."""
        if 1 <= self.at + step <= QUESTIONS:
            self.settled = False
            screen.presses(RIGHT if step > 0 else LEFT)
            if not screen.shows(f"Question {self.at + step} of"):
                return False
            self.at += step
        return True

    def expects(self, key: str) -> tuple[str, str]:
        """Return what a key will do and what the screen will say of it; nothing if it does not."""
        chosen = remembered(self.told)[self.at - 1]
        if key == "m":
            marks = [what for at, what in self.told if at == self.at and "marked" in what]
            if marks and marks[-1] == "marked":
                return "unmarked", f"Question {self.at} is no longer marked for review."
            return "marked", f"Question {self.at} is marked for review."
        if key in {"x", chosen}:
            return "cleared" if chosen else "", f"Question {self.at} has no answer now: ({chosen})"
        return key, f"Saved for question {self.at}: ({key})"

    def hands_in(self) -> None:
        """Resume for the last time and submit; what is marked is what was told."""
        with on_screen(self.user, "resume") as screen:
            self.comes_back(screen)
            screen.presses("f")
            screen.sees("Submit the paper?")
            screen.presses("y")
            screen.sees("Submitted.")
            screen.presses("q")
            assert screen.ends() == 0
        finished = max((self.user.home / "data/attempts").glob("*.jsonl"), key=modified)
        attempt = read(finished).attempt
        assert attempt.phase is Phase.SUBMITTED
        assert responses(attempt) == remembered(self.told)
        assert self.user.journals == []


def chosen_on(screen: Screen) -> str:
    """Return the letter of the option that is shown as chosen, or an empty text."""
    found = _CHOSEN.search(screen.text)
    return found[1] if found else ""


def remembered(told: list[Told]) -> list[str]:
    """Return the letter chosen for each question after all that was told, or an empty text."""
    chosen = [""] * QUESTIONS
    for number, what in told:
        if "marked" not in what:
            chosen[number - 1] = "" if what == "cleared" else what
    return chosen


def test_six_kills_lose_no_acknowledged_answer(user: User) -> None:
    assert Candidate(user, 0).sits_a_mock(6) > 6


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 9))
def test_two_hundred_kills_lose_no_acknowledged_answer(user: User, seed: int) -> None:
    assert Candidate(user, seed).sits_a_mock(KILLS_A_MOCK) > KILLS_A_MOCK
