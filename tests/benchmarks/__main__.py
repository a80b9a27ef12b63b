"""Prints the table: `python -m tests.benchmarks [--row NAME]... [--runs N] [--quick]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.ground import Ground, Sizes
from tests.benchmarks.rows import ROWS, Row

_QUICK = Sizes(bank=1_000, large_bank=10_000, moves=10, long_history=50_000, journals=20, idle_s=5)
_QUICK_RUNS = 5
_LINE = (
    "{name:16}{what:34}{against:30}{before:>9}{after:>9} {unit:4}{ratio:>7}{budget:>8}  {verdict}"
)


def main(arguments: Sequence[str] | None = None, sizes: Sizes | None = None) -> None:
    """Measure the rows asked for, all by default, and print each as it is known.

    Args:
        sizes: In place of those of the design.
    """
    options = _options(arguments)
    sizes = sizes or (_QUICK if options.quick else Sizes())
    rows = [row for row in ROWS if not options.row or row.name in options.row]
    _say(
        f"Banks of {sizes.bank:,} and {sizes.large_bank:,} questions, "
        f"histories of {sizes.history:,} and {sizes.long_history:,} responses.\n"
    )
    _say(
        _LINE.format(
            name="row",
            what="subject",
            against="against",
            before="against",
            after="subject",
            unit="",
            ratio="ratio",
            budget="budget",
            verdict="",
        )
    )
    with TemporaryDirectory(prefix="quizgen-benchmarks-") as folder:
        ground = Ground(Path(folder), sizes)
        for row in rows:
            runs = options.runs or (min(row.runs, _QUICK_RUNS) if options.quick else row.runs)
            _say(_measured(row, ground, runs))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--row", action="append", choices=[row.name for row in ROWS])
    parser.add_argument("--runs", type=int, metavar="N", help="of each side, in turn")
    parser.add_argument("--quick", action="store_true", help="small banks and histories, few runs")
    return parser.parse_args(arguments)


def _measured(row: Row, ground: Ground, runs: int) -> str:
    samples = row.measure(ground, runs)
    before, after = row.figure(samples.baseline), row.figure(samples.subject)
    ratio = after / before
    return _LINE.format(
        name=row.name,
        what=row.what,
        against=row.against,
        before=f"{before * row.unit.times:.2f}",
        after=f"{after * row.unit.times:.2f}",
        unit=row.unit.name,
        ratio=f"{ratio:.2f}",
        budget=f"{row.budget:.1f}",
        verdict="ok" if ratio <= row.budget else "OVER",
    )


def _say(line: str) -> None:
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
