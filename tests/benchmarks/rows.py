"""The rows of the table: what is measured against what, and the budget of their ratio."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import NamedTuple

from tests.benchmarks.answers import bare_answers, journal_answers
from tests.benchmarks.ground import Ground, checked, first_question, imports
from tests.benchmarks.learning import due, progress, rebuilding, taking_in, today
from tests.benchmarks.screens import (
    first_paint,
    idle_bytes,
    idle_share,
    keys_to_repaint,
    textual_app,
)
from tests.benchmarks.timing import Samples, collector_paused, interleaved, timed


class Unit(NamedTuple):
    """What the samples of a row are printed in.

    Attributes:
        times: How many of it one of a sample is.
    """

    name: str
    times: int


MS = Unit("ms", 1000)
PERCENT = Unit("%", 100)
BYTES = Unit("B/s", 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One budget.

    Attributes:
        name: For `--row`.
        budget: The ratio of subject to baseline that is not to be passed.
        runs: Of each side, in turn.
        figure: Makes one number of the samples of a side.
    """

    name: str
    what: str
    against: str
    budget: float
    runs: int
    measure: Callable[[Ground, int], Samples]
    figure: Callable[[Sequence[float]], float] = median
    unit: Unit = MS


def _practice(ground: Ground, runs: int) -> Samples:
    bank = ground.indexed(ground.sizes.bank)
    return interleaved(lambda _: imports(ground), lambda run: first_question(bank, run), runs)


def _practice_large(ground: Ground, runs: int) -> Samples:
    small, large = ground.indexed(ground.sizes.bank), ground.indexed(ground.sizes.large_bank)
    return interleaved(
        lambda run: first_question(small, run), lambda run: first_question(large, run), runs
    )


def _check_cold(ground: Ground, runs: int) -> Samples:
    import yaml

    from quizgen.bank.library import Library
    from quizgen.bank.sources import named_files

    bank = ground.bank(ground.sizes.bank)
    texts = [path.read_text(encoding="utf-8") for path in bank.files]

    def compose() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    def check(run: int) -> None:
        cache = ground.folder / f"cold-{run}"
        with Library.open(named_files([bank.folder]), cache) as library:
            if library.diagnostics() or library.count() != ground.sizes.bank:
                raise RuntimeError("the bank of the benchmark is not sound")

    with collector_paused():
        return interleaved(lambda _: timed(compose), lambda run: timed(lambda: check(run)), runs)


def _check_again(ground: Ground, runs: int) -> Samples:
    bank = ground.indexed(ground.sizes.bank)
    return interleaved(lambda _: imports(ground), lambda _: checked(bank), runs)


def _answer(ground: Ground, runs: int) -> Samples:
    with (
        bare_answers(ground.folder / "bare.jsonl") as bare,
        journal_answers(ground.folder / "journal.jsonl") as journal,
    ):
        return interleaved(bare, journal, runs * ground.sizes.answers)


def _first_paint(ground: Ground, runs: int) -> Samples:
    bank = ground.indexed(ground.sizes.bank)
    return interleaved(lambda _: textual_app(ground), lambda run: first_paint(bank, run), runs)


def _percentile_95(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


_IMPORTS = "import typer, rich.console"

ROWS = (
    Row("practice", "practice to the first question", _IMPORTS, 1.6, 21, _practice),
    Row("practice-large", "the same, large bank", "the same, bank", 1.2, 21, _practice_large),
    Row("check-cold", "check, cold, in process", "yaml.compose", 2.2, 5, _check_cold),
    Row("check-again", "check again, nothing changed", _IMPORTS, 1.6, 21, _check_again),
    Row("today", "today's page, long history", "the same, short", 1.3, 21, today),
    Row("due", "practice --due, long history", "the same, short", 1.3, 21, due),
    Row("progress", "progress, long history", _IMPORTS, 12.0, 7, progress),
    Row("take-in", "an attempt into a long history", "into a short one", 2.5, 21, taking_in),
    Row("rebuild", "history anew, a response of 8n", "a response of n", 1.2, 5, rebuilding),
    Row("answer", "an answer on disk, p95", "write and fsync", 3.0, 21, _answer, _percentile_95),
    Row("first-paint", "mock to its first page", "import textual.app", 1.6, 21, _first_paint),
    Row("key-repaint", "key to repaint, p95", "toy", 1.5, 5, keys_to_repaint, _percentile_95),
    Row("idle", "processor while idle", "one in a hundred", 1.0, 3, idle_share, unit=PERCENT),
    Row("tick-bytes", "written while idle", "toy", 2.0, 3, idle_bytes, unit=BYTES),
)
