"""One answer put on disk: by a sitting with its journal, and by a bare write and fsync."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.cli.world import SystemClock
from quizgen.core.events import Select, Start, Visit, event_record
from quizgen.core.sitting import Sitting
from quizgen.core.state import new_attempt
from quizgen.store.journal import Header, Journal
from tests.benchmarks.timing import Timed, timed
from tests.samples import answer, paper

_QUESTIONS = 100


@contextmanager
def bare_answers(path: Path) -> Iterator[Timed]:
    """Yield what appends the line of an answer to a file and forces it to disk."""
    record = event_record(Select(_QUESTIONS - 1, "o1"), 123_456, SystemClock().wall_ms())
    line = json.dumps(record, separators=(",", ":")).encode() + b"\n"
    with path.open("xb", buffering=0) as file:

        def write() -> None:
            file.write(line)
            os.fsync(file.fileno())

        yield lambda _: timed(write)


@contextmanager
def journal_answers(path: Path) -> Iterator[Timed]:
    """Yield what answers the next question of a mock of a hundred, over and over."""
    sat = paper(_QUESTIONS)
    header = Header("benchmark", "mock", 0, "", "", sat, (answer(),) * _QUESTIONS)
    with Journal.create(path, header) as journal:
        sitting = Sitting(new_attempt(sat), SystemClock(), journal)
        sitting.do(Start())

        def select(run: int) -> float:
            index, round_ = run % _QUESTIONS, run // _QUESTIONS
            sitting.do(Visit(index))
            return timed(lambda: sitting.do(Select(index, f"o{round_ % 4 + 1}")))

        yield select
