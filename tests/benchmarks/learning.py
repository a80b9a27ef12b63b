"""What a long history costs, beside a short one; and what it costs to make one anew."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.ground import FIRST_OPTION, Bank, Ground, imports, quizgen
from tests.benchmarks.histories import (
    PER_ATTEMPT,
    change_folder,
    check_history,
    opened,
    sit_attempt,
)
from tests.benchmarks.timing import (
    Samples,
    collector_paused,
    environment,
    interleaved,
    timed,
    until_exit,
    until_output,
)

_DUE = b"due for revision"
_FIRST_MS = 1_700_000_000_000  # 14 November 2023
_BETWEEN_MS = 3_600_000
_TIMES = 8
"""How often the smaller history goes into the larger one, both made anew."""

Once = Callable[[Bank, int], float]
"""Does something once with a bank and a history; told the number of the run."""


def today(ground: Ground, runs: int) -> Samples:
    """Time `quizgen` alone until it says what is due, the first time since an attempt."""

    def once(bank: Bank, run: int) -> float:
        change_folder(bank.data, run)
        return until_output(quizgen(), _with(bank), _DUE)

    return _beside(ground, runs, once)


def due(ground: Ground, runs: int) -> Samples:
    """Time `quizgen practice --due` to its first question, the first time since an attempt."""

    def once(bank: Bank, run: int) -> float:
        change_folder(bank.data, run)
        command = [*quizgen(), "practice", "--due", "--seed", str(run)]
        return until_output(command, _with(bank), FIRST_OPTION)

    return _beside(ground, runs, once)


def progress(ground: Ground, runs: int) -> Samples:
    """Time `quizgen progress` with a long history, against the imports that every start needs."""
    bank = ground.practised(ground.sizes.long_history)
    command = [*quizgen(), "progress"]
    samples = interleaved(
        lambda _: imports(ground), lambda _: until_exit(command, _with(bank)), runs
    )
    check_history(bank.data, ground.sizes.long_history)
    return samples


def taking_in(ground: Ground, runs: int) -> Samples:
    """Time how an attempt comes into the history, which is open and then closed.

    The look through the folder that goes before is measured with `today` and `due`.
    """
    now_ms = time.time_ns() // 1_000_000

    def once(bank: Bank, run: int) -> float:
        history = opened(bank.data)
        journal = sit_attempt(bank.data, run, ground.sizes.bank, now_ms)

        def take_in() -> None:
            with history:
                history.take(journal)

        seconds = timed(take_in)
        with opened(bank.data) as again:
            again.delete(journal.stem)
        return seconds

    with collector_paused():
        return _beside(ground, runs, once)


def rebuilding(ground: Ground, runs: int) -> Samples:
    """Time a history made anew, a response of it, from some journals and from `_TIMES` as many."""
    few, many = ground.sizes.journals, _TIMES * ground.sizes.journals
    homes = {number: _home_of_journals(ground, number) for number in (few, many)}
    with collector_paused():
        return interleaved(
            lambda _: _rebuilt(homes[few], few), lambda _: _rebuilt(homes[many], many), runs
        )


def _beside(ground: Ground, runs: int, once: Once) -> Samples:
    sizes = ground.sizes.history, ground.sizes.long_history
    short, long = (ground.practised(responses) for responses in sizes)
    samples = interleaved(lambda run: once(short, run), lambda run: once(long, run), runs)
    for bank, responses in zip((short, long), sizes, strict=True):
        check_history(bank.data, responses)
    return samples


def _with(bank: Bank) -> dict[str, str]:
    return environment(bank.home) | {"QUIZGEN_BANK": str(bank.folder)}


def _home_of_journals(ground: Ground, count: int) -> Path:
    home = ground.folder / f"home-of-{count}-journals"
    for number in range(count):
        sit_attempt(home, number, ground.sizes.bank, _FIRST_MS + number * _BETWEEN_MS)
    return home


def _rebuilt(home: Path, attempts: int) -> float:
    """Return the seconds a response takes."""
    for part in home.glob("history.db*"):
        part.unlink()

    def rebuild() -> None:
        with opened(home) as history:
            if history.opened.added != attempts:
                raise RuntimeError(f"of {attempts} attempts: {history.opened}")

    return timed(rebuild) / (attempts * PER_ATTEMPT)
