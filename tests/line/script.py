"""A candidate who follows a script, on a clock that only his waiting moves."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from quizgen.core.paper import Paper
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, new_attempt
from quizgen.show.console import QuizConsole, make_console
from tests.core.samples import HandClock, MemoryJournal


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is typed for so long."""

    ms: int


@dataclass(frozen=True, slots=True)
class CtrlC:
    """The candidate presses Ctrl-C."""


Step = str | Wait | CtrlC | Callable[[], object]


class ScriptedReader:
    """A reader that follows a script; at its end, so does the input.

    Attributes:
        discarded: How often typed-ahead text was thrown away.
        reads: How often a line was asked for.
    """

    def __init__(self, clock: HandClock, *steps: Step, terminal: bool = False) -> None:
        self.terminal = terminal
        self.discarded = 0
        self.reads = 0
        self._clock = clock
        self._steps = list(steps)

    def read(self, timeout_ms: int | None) -> str | None:
        """Return the next line, or None once the time is over."""
        self.reads += 1
        while self._steps:
            step = self._steps.pop(0)
            match step:
                case str():
                    return step
                case CtrlC():
                    raise KeyboardInterrupt
                case Wait(ms):
                    if timeout_ms is not None and ms >= timeout_ms:
                        self._clock.run(timeout_ms)
                        self._steps.insert(0, Wait(ms - timeout_ms))
                        return None
                    self._clock.run(ms)
                    timeout_ms = None if timeout_ms is None else timeout_ms - ms
                case _:
                    step()
        raise EOFError

    def discard_typed_ahead(self) -> None:
        """Count it."""
        self.discarded += 1


class FillingJournal(MemoryJournal):
    """A journal whose disk is full once an event of that kind was written."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def append(self, record: Mapping[str, Any], *, force: bool) -> None:
        """Keep a record, unless the disk is full."""
        super().append(record, force=force)
        self.full = self.kinds[-1] == self._last


class Room:
    """A new sitting with everything a front end needs, and what it showed.

    Args:
        resumed: An attempt to go on with, cut off `gap_ms` ago.
    """

    def __init__(
        self,
        paper: Paper,
        *steps: Step,
        plain: bool = False,
        terminal: bool = False,
        resumed: Attempt | None = None,
        gap_ms: int = 0,
        journal: MemoryJournal | None = None,
    ) -> None:
        self.clock, self.journal = HandClock(), journal or MemoryJournal()
        self.out = io.StringIO()
        self.console: QuizConsole = make_console(self.out, plain=plain, environ={})
        self.reader = ScriptedReader(self.clock, *steps, terminal=terminal)
        wall = None if resumed is None else self.clock.wall - gap_ms
        attempt = resumed or new_attempt(paper)
        self.sitting = Sitting(attempt, self.clock, self.journal, wall)

    @property
    def shown(self) -> str:
        """All that was printed so far."""
        return self.out.getvalue()

    @property
    def on_one_line(self) -> str:
        """All that was printed, however it was wrapped."""
        return " ".join(self.shown.split())


def spaced(ms: int, *lines: str) -> list[Step]:
    """Return a script with so long a wait before each line."""
    return [step for pair in zip(repeat(Wait(ms)), lines, strict=False) for step in pair]
