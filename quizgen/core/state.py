"""What an attempt is at any moment, as frozen data. How it changes is said in `attempt.py`."""

from dataclasses import dataclass
from enum import StrEnum

from quizgen.core.events import Level
from quizgen.core.paper import Paper


class Phase(StrEnum):
    """Where an attempt stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    SUBMITTED = "submitted"


class Ending(StrEnum):
    """How an attempt was submitted."""

    CANDIDATE = "candidate"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the candidate did with one question.

    Attributes:
        response: Id of the option chosen.
        locked: No longer to be answered.
        spent_ms: Exam time for which it was open and not locked.
    """

    response: str | None = None
    visited: bool = False
    marked: bool = False
    certainty: Level | None = None
    locked: bool = False
    spent_ms: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A response given, changed or cleared (None), at an exam time in ms."""

    question: int
    at_ms: int
    response: str | None


@dataclass(frozen=True, slots=True)
class Interruption:
    """A gap of wall time in the attempt, at an exam time; `charged` if the clocks ran on."""

    at_ms: int
    gap_ms: int
    charged: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sitting of a paper, as it stands at `now_ms`.

    Attributes:
        entries: One for each question, in paper order.
        current: Index of the open question.
        opened_ms: When the open question was opened.
        section: Number, from 0, of the open section of a paper with locked sections; else 0.
        section_ms: When that section was opened.
        changes: In the order they happened.
        submitted_ms: When the paper was submitted.
    """

    paper: Paper
    entries: tuple[Entry, ...]
    phase: Phase = Phase.READY
    now_ms: int = 0
    current: int = 0
    opened_ms: int = 0
    section: int = 0
    section_ms: int = 0
    changes: tuple[Change, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    submitted_ms: int | None = None
    ending: Ending | None = None

    @property
    def open_entry(self) -> Entry:
        """The entry of the open question."""
        return self.entries[self.current]


def new_attempt(paper: Paper) -> Attempt:
    """Return the attempt at a paper before its start."""
    return Attempt(paper, tuple(Entry() for _ in paper.questions))
