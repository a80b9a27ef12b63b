"""The proof that no acknowledged answer is lost, however often and whenever a mock is killed.

A candidate types far ahead on a pipe, and the process is killed at a moment nobody chose: while it
starts, between two answers, in the middle of one. What it printed before is what it acknowledged.
The journal must hold all of that, in that order, and at most one thing more: what was under way.

Killing a process does not show what a power cut does; the tests of the journal show that an answer
is forced onto the disk before it is acknowledged.
"""

import json
import random
import re
import threading
from pathlib import Path

import pytest

from quizgen.core.events import Clear, Mark, Select, event_from
from quizgen.core.state import Attempt, Phase
from quizgen.store.journal import read
from tests.e2e.world import PATIENCE_S, User

QUESTIONS = 12
KILLS_A_MOCK = 25
START_UP_S = 0.4
"""A kill within this time after a process begins mostly finds it starting."""
TYPING_S = 0.15
"""Typing goes on for longer than this."""

_LINES = (*"abcdabcdabcd", "x", "m", "", "p", *(f"g {n}" for n in range(1, QUESTIONS + 1, 3)))
"""Mostly answers, so that most moments to be killed at are near one."""

_TOLD = re.compile(
    r"Saved for question (\d+): \(([a-d])\)"
    r"|Question (\d+) (has no answer) now"
    r"|Question (\d+) is (no longer |)marked for review"
)
_STANDING = re.compile(r"Resumed: .*?(\d+) answered")

Told = tuple[int, str]
"""A question's number, and what became of it: a letter, `cleared`, `marked` or `unmarked`."""


class Candidate:
    """Somebody whose mock is killed again and again, and who remembers what he was told."""

    def __init__(self, user: User, seed: int) -> None:
        self.user = user
        self.chance = random.Random(seed)
        self.told: list[Told] = []

    @property
    def journal(self) -> Path:
        """The file of his one unfinished attempt."""
        (path,) = self.user.journals
        return path

    def sits_a_mock(self, kills: int) -> int:
        """Begin a mock, be killed so often, hand it in; return how much he was told."""
        self.told.clear()
        self.user.pipe("mock", "--minutes", "600", "-n", str(QUESTIONS), typed="\n")
        for _ in range(kills):
            self.resumes_and_is_killed()
        self.hands_in()
        return len(self.told)

    def resumes_and_is_killed(self) -> None:
        """Resume, type on, be killed, and look what the journal holds."""
        before = read(self.journal).attempt
        shown = self.types_until_killed()
        if standing := _STANDING.search(shown):
            assert int(standing[1]) == answered(before)
        self.told += [told(match) for match in _TOLD.finditer(shown)]
        kept = written(self.journal)
        assert kept[: len(self.told)] == self.told
        assert len(kept) <= len(self.told) + 1
        self.told = kept
        assert responses(read(self.journal).attempt) == self.remembered()

    def types_until_killed(self) -> str:
        """Type far ahead, be killed at some moment, and return all that was shown."""
        typed = "".join(f"{line}\n" for line in self.chance.choices(_LINES, k=400))
        with self.user.open_pipe("resume") as process:
            assert process.stdout
            starting = self.chance.random() < 0.2
            first = b"" if starting else process.stdout.read(1)
            delay = self.chance.uniform(0, START_UP_S if starting else TYPING_S)
            killer = threading.Timer(delay, process.kill)
            killer.start()
            shown, _ = process.communicate(typed.encode(), PATIENCE_S)
            killer.join()
        return (first + shown).decode()

    def hands_in(self) -> None:
        """Resume for the last time and submit; what is marked is what was told."""
        shown = self.user.pipe("resume", typed="submit\nyes\n")
        assert "Submitted." in shown
        finished = max((self.user.home / "data/attempts").glob("*.jsonl"), key=modified)
        attempt = read(finished).attempt
        assert attempt.phase is Phase.SUBMITTED
        assert responses(attempt) == self.remembered()
        assert self.user.journals == []

    def remembered(self) -> list[str]:
        """Return the letter he believes to have chosen for each question, or an empty text."""
        chosen = [""] * QUESTIONS
        for number, what in self.told:
            if what in {*"abcd", "cleared"}:
                chosen[number - 1] = what if what != "cleared" else ""
        return chosen


def told(match: re.Match[str]) -> Told:
    """Return what a line of the screen acknowledges."""
    saved, letter, cleared, _, marked, no_longer = match.groups()
    if saved:
        return int(saved), letter
    if cleared:
        return int(cleared), "cleared"
    return int(marked), "unmarked" if no_longer else "marked"


def written(journal: Path) -> list[Told]:
    """Return what a journal holds, in the same words."""
    questions = read(journal).header.paper.questions
    lines = journal.read_text(encoding="utf-8").rpartition("\n")[0].splitlines()
    found: list[Told] = []
    for line in lines[1:]:
        match event_from(json.loads(line)):
            case Select(question, option):
                found.append((question + 1, questions[question].letter(option)))
            case Clear(question):
                found.append((question + 1, "cleared"))
            case Mark(question, on):
                found.append((question + 1, "marked" if on else "unmarked"))
            case _:
                pass
    return found


def responses(attempt: Attempt) -> list[str]:
    """Return the letter chosen for each question, or an empty text."""
    pairs = zip(attempt.paper.questions, attempt.entries, strict=True)
    return [question.letter(entry.response) if entry.response else "" for question, entry in pairs]


def answered(attempt: Attempt) -> int:
    """Return how many questions have an answer."""
    return sum(map(bool, responses(attempt)))


def modified(path: Path) -> int:
    return path.stat().st_mtime_ns


def test_ten_kills_lose_no_acknowledged_answer(user: User) -> None:
    assert Candidate(user, 0).sits_a_mock(10) > 10


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 9))
def test_two_hundred_kills_lose_no_acknowledged_answer(user: User, seed: int) -> None:
    assert Candidate(user, seed).sits_a_mock(KILLS_A_MOCK) > KILLS_A_MOCK
