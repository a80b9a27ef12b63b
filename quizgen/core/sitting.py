"""A sitting: an attempt with the clock and the journal it was handed.

Both front ends drive it and nothing else. Rules that must stay true:

- An event is in the journal before the caller sees its effect. If it cannot be written, the
  attempt is as before.
- Exam time comes from the monotonic clock. Wall time is annotation, and shows when the machine
  slept: where it runs ahead of the monotonic clock by more than two seconds between two readings,
  that is an interruption.
- A clock that goes back counts as standing still; a wall clock, until it has caught up, so that
  setting it right again is no interruption.
- While interrupted the exam's clock stands still, or runs on where the paper is strict. What was
  due before is closed before. An interruption that could not be written is not forgotten.
- A heartbeat every five seconds bounds what an interruption can hide.
- Where nothing can be written, it is tried again whenever the candidate does something or something
  is due to close, and by itself after pauses that grow with each failure.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from quizgen.core.attempt import apply, deadlines, is_due, next_deadline
from quizgen.core.events import (
    Clear,
    Event,
    Interrupt,
    Select,
    Submit,
    Tick,
    event_from,
    event_record,
)
from quizgen.core.paper import Paper
from quizgen.core.state import Attempt, Phase, new_attempt

HEARTBEAT_MS = 5_000
LONGEST_PAUSE_MS = 30_000
"""Between two tries to write, where the disk takes nothing."""
DRIFT_MS = 2_000
WARNINGS_MS = (600_000, 60_000)
"""Time left, of the paper or the open section, at which the candidate is warned."""

_UNDER_WAY = (Phase.RUNNING, Phase.PAUSED)


class Clock(Protocol):
    """Two clocks in whole milliseconds; only their differences matter."""

    def monotonic_ms(self) -> int:
        """Return a time that does not jump."""
        ...

    def wall_ms(self) -> int:
        """Return the time since 1970, which may jump."""
        ...


class Journal(Protocol):
    """Where records go before anyone sees their effect."""

    def append(self, record: Mapping[str, Any], *, force: bool) -> None:
        """Write a record; with `force`, onto the disk itself. Raises if it could not."""
        ...


class Sitting:
    """One process's hold on an attempt.

    Args:
        wall_ms: Wall time of the attempt's last record; the present for a new one.
    """

    def __init__(
        self, attempt: Attempt, clock: Clock, journal: Journal, wall_ms: int | None = None
    ) -> None:
        self._attempt = attempt
        self._clock = clock
        self._journal = journal
        self._exam_ms = attempt.now_ms
        self._monotonic_ms = clock.monotonic_ms()
        self._wall_ms = clock.wall_ms() if wall_ms is None else wall_ms
        self._written_ms = attempt.now_ms
        self._pause_ms = 0
        self._retry_ms = attempt.now_ms
        self._warned_ms = attempt.now_ms
        if wall_ms is not None and attempt.phase in _UNDER_WAY:
            self._interrupt(max(clock.wall_ms() - wall_ms, 0))

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self._attempt

    @property
    def paper(self) -> Paper:
        """The paper that is sat."""
        return self._attempt.paper

    def do(self, event: Event) -> Attempt:
        """Close what is due, then let an event happen, and return the attempt after it.

        Raises:
            Refused: The event is not allowed; what was due is closed all the same.
        """
        self._catch_up()
        self._happen(event)
        return self._attempt

    def tick(self) -> Attempt:
        """Read the clock, close what is due, write the heartbeat; return the attempt.

        While nothing can be written it does nothing until it is time to try again.
        """
        if not self.unsaved or self.now_ms() >= self._retry_ms:
            self._catch_up()
        return self._attempt

    @property
    def unsaved(self) -> bool:
        """Whether the last record could not be written."""
        return self._pause_ms > 0

    def _catch_up(self) -> None:
        slept = self._read_clock()
        if is_due(self._attempt, self._exam_ms):
            self._happen(Tick())
        if slept > DRIFT_MS and self._attempt.phase in _UNDER_WAY:
            self._interrupt(slept)
        if self._exam_ms - self._written_ms >= HEARTBEAT_MS:
            self._happen(Tick())

    def leave(self) -> None:
        """Write the time at which the candidate leaves: coming and going gains none."""
        self._catch_up()
        if self._attempt.phase is Phase.RUNNING and self._exam_ms > self._written_ms:
            self._happen(Tick())

    def now_ms(self) -> int:
        """Return the exam time now, which also runs between events."""
        if self._attempt.phase is not Phase.RUNNING:
            return self._attempt.now_ms
        return self._exam_ms + max(self._clock.monotonic_ms() - self._monotonic_ms, 0)

    def remaining_ms(self) -> int | None:
        """Return the time left for the paper, at least 0; None if it has no clock.

        Where each section has its own time, it is what is left of theirs together.
        """
        return _left(self._attempt, self.now_ms())

    def section_ms(self) -> int | None:
        """Return the time left for the open section, at least 0; None if it has no clock."""
        due = deadlines(self._attempt)[1]
        return None if due is None else max(due - self.now_ms(), 0)

    @property
    def section_closes_first(self) -> bool:
        """Whether the open section's clock ends before the paper's."""
        paper, section, _ = deadlines(self._attempt)
        return section is not None and (paper is None or section < paper)

    def question_ms(self) -> int | None:
        """Return the time left for the open question, at least 0; None if no clock runs for it."""
        due = deadlines(self._attempt)[2]
        return None if due is None else max(due - self.now_ms(), 0)

    def wait_ms(self) -> int | None:
        """Return for how long nothing will happen by itself; None if nothing ever does.

        It is 0 until `tick` and `warning_ms` have dealt with what is due.
        """
        if self._attempt.phase is not Phase.RUNNING:
            return None
        moments = [moment for moment, _ in self._warnings()]
        if self.unsaved:
            moments.append(self._retry_ms)
        else:
            moments += [self._written_ms + HEARTBEAT_MS, *self._next_deadlines()]
        return max(min(moments) - self.now_ms(), 0)

    def _next_deadlines(self) -> list[int]:
        """When something closes next, if it does."""
        due = next_deadline(self._attempt)
        return [] if due is None else [due]

    def warning_ms(self) -> int | None:
        """Return the warning that became due since it was last asked for, once each; or None.

        It is of the paper or of the open section, whichever closes first. What starts below a
        warning's time is not warned of it.
        """
        if self._attempt.phase is not Phase.RUNNING:
            return None
        now_ms = self.now_ms()
        passed = [left for moment, left in self._warnings() if moment <= now_ms]
        self._warned_ms = now_ms
        return min(passed, default=None)

    def _warnings(self) -> list[tuple[int, int]]:
        """The exam times of warnings that were not asked for, each with the time left then."""
        due = min((end for end in deadlines(self._attempt)[:2] if end is not None), default=None)
        if due is None or self.paper.timing.question_ms is not None:
            return []  # where each question has a clock, the candidate has but that one's time
        since = max(self._warned_ms, self._attempt.section_ms)
        return [(due - left, left) for left in WARNINGS_MS if due - left > since]

    def _read_clock(self) -> int:
        """Let exam and wall time run on, and return how far the wall clock is ahead of that."""
        monotonic = self._clock.monotonic_ms()
        ran = max(monotonic - self._monotonic_ms, 0)
        self._monotonic_ms = monotonic
        self._wall_ms += ran
        if self._attempt.phase is Phase.RUNNING:
            self._exam_ms += ran
        ahead = self._clock.wall_ms() - self._wall_ms
        if 0 < ahead <= DRIFT_MS or self._attempt.phase not in _UNDER_WAY:
            self._wall_ms += ahead
        return ahead

    def _interrupt(self, gap_ms: int) -> None:
        self._happen(Interrupt(gap_ms, charged=self.paper.timing.strict), gap_ms)

    def _happen(self, event: Event, gap_ms: int = 0) -> None:
        """Write an event, with the wall time after a gap, then let it take effect."""
        after = apply(self._attempt, event, self._exam_ms)
        wall_ms = self._wall_ms + gap_ms
        ended = after.phase is Phase.SUBMITTED
        try:
            self._journal.append(
                event_record(event, self._exam_ms, wall_ms),
                force=ended or isinstance(event, (Select, Clear, Submit)),
            )
        except OSError:
            self._put_off()
            raise
        self._pause_ms = 0
        self._attempt, self._wall_ms = after, wall_ms
        self._exam_ms = self._written_ms = max(self._exam_ms, after.now_ms)

    def _put_off(self) -> None:
        """Try to write again after a while, and when something is due to close before that."""
        self._pause_ms = min(max(2 * self._pause_ms, HEARTBEAT_MS), LONGEST_PAUSE_MS)
        coming = [due for due in self._next_deadlines() if due > self._exam_ms]
        self._retry_ms = min([self._exam_ms + self._pause_ms, *coming])


def left_after(attempt: Attempt, gap_ms: int) -> int | None:
    """Return the time left for the paper once it is gone on with after a gap of wall time.

    At least 0; None if it has no clock.
    """
    charged = attempt.paper.timing.strict and attempt.phase is Phase.RUNNING
    return _left(attempt, attempt.now_ms + (max(gap_ms, 0) if charged else 0))


def _left(attempt: Attempt, now_ms: int) -> int | None:
    """Time to the last moment at which the paper may still be sat, its sections used up whole."""
    ends = [] if attempt.paper.timing.paper_ms is None else [attempt.paper.timing.paper_ms]
    limits = [section.limit_ms for section in attempt.paper.sections[attempt.section :]]
    clocked = [limit for limit in limits if limit is not None]
    if len(clocked) == len(limits):
        ends.append(attempt.section_ms + sum(clocked))
    return max(min(ends) - now_ms, 0) if ends else None


def replay(paper: Paper, records: Sequence[Mapping[str, Any]]) -> Attempt:
    """Return the attempt that the records of a journal, without its header, lead to.

    Raises:
        Refused: The records do not follow from each other.
        KeyError, TypeError, ValueError: One of them is no event.
    """
    attempt = new_attempt(paper)
    beat_ms: int | None = None
    for record in records:
        event, at_ms = event_from(record), record["t"]
        if beat_ms is not None and at_ms < beat_ms:
            attempt = apply(attempt, Tick(), beat_ms)
        # Most records are heartbeats. One that closes nothing passes time, as the next record does.
        beats = attempt.phase is Phase.RUNNING and isinstance(event, Tick)
        beat_ms = at_ms if beats and not is_due(attempt, at_ms) else None
        if beat_ms is None:
            attempt = apply(attempt, event, at_ms)
    return attempt if beat_ms is None else apply(attempt, Tick(), beat_ms)
