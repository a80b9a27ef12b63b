"""The exam on the whole screen, measured beside the toy."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import toy
from tests.benchmarks.ground import Bank, Ground, quizgen
from tests.benchmarks.terminal import Terminal
from tests.benchmarks.timing import Samples, environment, until_exit

_RULES = b"start the clock"  # among the keys of the instruction page
_REST_S = 1.0  # after which nothing but the clock moves
_QUESTIONS = str(toy.QUESTIONS)


def textual_app(ground: Ground) -> float:
    """Return the seconds the import takes that every screen needs."""
    return until_exit([sys.executable, "-c", "import textual.app"], environment(ground.folder))


def first_paint(bank: Bank, seed: int) -> float:
    """Return the seconds `quizgen mock` takes to its instruction page."""
    with _mock(bank, seed) as terminal:
        return terminal.until(_RULES)


def keys_to_repaint(ground: Ground, runs: int) -> Samples:
    """Time keys that open the next question and answer it, in turn on the toy and in the exam."""
    before: list[float] = []
    after: list[float] = []
    for run in range(runs):
        with _toy(ground) as baseline, _exam(ground, run) as subject:
            for number in range(2, ground.sizes.moves + 2):
                for key, awaited in _moves(number):
                    before.append(baseline.press(key, awaited))
                    after.append(subject.press(key, awaited))
    return Samples(tuple(before), tuple(after))


def _moves(number: int) -> Iterator[tuple[bytes, bytes]]:
    yield b"n", f"Question {number} of {_QUESTIONS}".encode()
    yield b"a", f"Saved for question {number}".encode()


def idle_share(ground: Ground, runs: int) -> Samples:
    """Measure the processor the waiting exam uses, as a share, against one in a hundred."""
    seconds, shares = ground.sizes.idle_s, []
    for run in range(runs):
        with _exam(ground, run) as exam:
            exam.written_in(_REST_S)
            before = exam.busy_s()
            exam.written_in(seconds)
            shares.append((exam.busy_s() - before) / seconds)
    return Samples((0.01,) * runs, tuple(shares))


def idle_bytes(ground: Ground, runs: int) -> Samples:
    """Measure what is written a second while nothing is pressed, by the toy and by the exam."""
    before: list[float] = []
    after: list[float] = []
    for run in range(runs):
        with _toy(ground) as baseline:
            before.append(_written_a_second(baseline, ground))
        with _exam(ground, run) as subject:
            after.append(_written_a_second(subject, ground))
    return Samples(tuple(before), tuple(after))


def _written_a_second(terminal: Terminal, ground: Ground) -> float:
    terminal.written_in(_REST_S)
    return terminal.written_in(ground.sizes.idle_s) / ground.sizes.idle_s


@contextmanager
def _exam(ground: Ground, seed: int) -> Iterator[Terminal]:
    """Yield a mock that has begun, its first question drawn."""
    with _mock(ground.indexed(ground.sizes.bank), seed) as terminal:
        terminal.until(_RULES)
        terminal.press(b"\r", f"Question 1 of {_QUESTIONS}".encode())
        terminal.settle()
        yield terminal


@contextmanager
def _toy(ground: Ground) -> Iterator[Terminal]:
    command = [sys.executable, str(Path(toy.__file__))]
    with Terminal(command, environment(ground.folder)) as terminal:
        terminal.until(f"Question 1 of {_QUESTIONS}".encode())
        terminal.settle()
        yield terminal


def _mock(bank: Bank, seed: int) -> Terminal:
    command = [*quizgen(), "mock", "-n", _QUESTIONS, "--seed", str(seed)]
    return Terminal([*command, "--bank", str(bank.folder)], environment(bank.home))
