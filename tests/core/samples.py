"""What the tests of the core sit: small papers, a clock set by hand, a journal in memory."""

import errno
import json
from collections.abc import Mapping
from typing import Any

from quizgen.core.attempt import apply
from quizgen.core.events import Event, Start
from quizgen.core.item import Answer, Form, Item, Option, Question
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, new_attempt

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


def question(name: str, topic: str = "", options: str = "abcd") -> Question:
    """Return a question whose options have the ids `a`, `b`..."""
    return Question(
        bank="sample",
        id=name,
        form=Form.DIRECT,
        stem=f"What is {name}?",
        options=tuple(Option(letter, f"Option {letter} of {name}") for letter in options),
        topic=topic,
    )


def item(name: str, key: str = "a") -> Item:
    """Return an item with that key."""
    return Item(question(name), Answer(key))


def paper(
    count: int = 3,
    *,
    timing: Timing | None = None,
    feedback: Feedback = Feedback.AFTER,
    sections: tuple[Section, ...] | None = None,
    locked: bool = False,
    marking: MarkingScheme | None = None,
) -> Paper:
    """Return a paper of `count` questions, by default without any clock."""
    return Paper(
        title="Sample",
        questions=tuple(question(f"q{number}") for number in range(1, count + 1)),
        sections=sections or (Section("Sample", count),),
        marking=marking or MarkingScheme(),
        timing=timing or Timing(),
        feedback=feedback,
        locked=locked,
    )


def started(sat: Paper) -> Attempt:
    """Return an attempt at the paper just after its start."""
    return apply(new_attempt(sat), Start(), 0)


def after(attempt: Attempt, *events: tuple[int, Event]) -> Attempt:
    """Return the attempt after events, each with its exam time in ms."""
    for now_ms, event in events:
        attempt = apply(attempt, event, now_ms)
    return attempt


class HandClock:
    """A machine's two clocks, moved by hand."""

    def __init__(self) -> None:
        self.monotonic = 5_000
        self.wall = 1_700_000_000_000

    def monotonic_ms(self) -> int:
        """Return the hand-set monotonic time."""
        return self.monotonic

    def wall_ms(self) -> int:
        """Return the hand-set time of day."""
        return self.wall

    def run(self, ms: int) -> None:
        """Let time pass as it does while the machine is awake."""
        self.monotonic += ms
        self.wall += ms

    def sleep(self, ms: int) -> None:
        """Let the machine sleep: the monotonic clock stands still."""
        self.wall += ms


class MemoryJournal:
    """A journal that keeps its lines as the text they would have on disk.

    Attributes:
        full: Whether the disk is full.
        forced: For each line, whether it was forced to disk.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.forced: list[bool] = []
        self.full = False

    def append(self, record: Mapping[str, Any], *, force: bool) -> None:
        """Keep a record, unless the disk is full."""
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.lines.append(json.dumps(record))
        self.forced.append(force)

    @property
    def records(self) -> list[dict[str, Any]]:
        """All records, read back from their text."""
        return [json.loads(line) for line in self.lines]

    @property
    def kinds(self) -> list[str]:
        """The kinds of event written, in order."""
        return [record["event"] for record in self.records]


def sit(sat: Paper) -> tuple[Sitting, HandClock, MemoryJournal]:
    """Return a sitting of the paper that has just started, with its clock and journal."""
    clock, journal = HandClock(), MemoryJournal()
    sitting = Sitting(new_attempt(sat), clock, journal)
    sitting.do(Start())
    return sitting, clock, journal
