"""Times two things in turn, so that whatever else the machine does shifts both."""

import gc
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

Timed = Callable[[int], float]
"""Runs once and returns the seconds it took; it is told the number of the run, from 0."""

_PATIENCE_S = 60
_OURS = ("PYTHON", "COVERAGE_", "COV_CORE_", "QUIZGEN_")


@dataclass(frozen=True, slots=True)
class Samples:
    """Seconds of the runs of both sides, in the order run."""

    baseline: tuple[float, ...]
    subject: tuple[float, ...]


def interleaved(baseline: Timed, subject: Timed, runs: int) -> Samples:
    """Time both sides in turn, baseline first."""
    pairs = [(baseline(run), subject(run)) for run in range(runs)]
    first, second = zip(*pairs, strict=True)
    return Samples(first, second)


def timed(call: Callable[[], object]) -> float:
    """Return the seconds a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave garbage lie, as commands do while they start."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def environment(home: Path) -> dict[str, str]:
    """Return the environment for a quizgen whose data and cache lie in a folder.

    Nothing of ours stays in it: coverage, or bytecode that is not kept, slows the subject alone.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "PYTHONPATH" or not name.startswith(_OURS)
    }
    return kept | {"QUIZGEN_HOME": str(home)}


def until_exit(command: Sequence[str], environ: dict[str, str]) -> float:
    """Return the seconds a process takes from start to end.

    Raises:
        RuntimeError: It failed.
    """
    start = perf_counter()
    done = subprocess.run(
        command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    seconds = perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{command} failed: {done.stdout + done.stderr!r}")
    return seconds


def until_output(command: Sequence[str], environ: dict[str, str], awaited: bytes) -> float:
    """Return the seconds until a process has written something to its standard output, a pipe.

    Its input is a pipe too, silent until then, and closed after that.

    Raises:
        RuntimeError: It ended without writing it.
    """
    start = perf_counter()
    with subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        seen = b""
        while awaited not in seen:
            chunk = os.read(process.stdout.fileno(), 1 << 16) if process.stdout else b""
            if not chunk:
                raise RuntimeError(f"{command} ended without {awaited!r}: {seen!r}")
            seen += chunk
        seconds = perf_counter() - start
        process.communicate(timeout=_PATIENCE_S)
    return seconds
