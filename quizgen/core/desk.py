"""What both front ends do with a sitting: let events happen, and learn what time brought.

- An event that does not happen is told of by its error, never raised.
- News is told once. While the journal takes no time, that is told once until it works again, and
  nobody asks more often than a heartbeat.
"""

from dataclasses import dataclass

from quizgen.core.events import Event
from quizgen.core.paper import Paper
from quizgen.core.refusals import Refused
from quizgen.core.sitting import HEARTBEAT_MS, Sitting
from quizgen.core.state import Attempt


@dataclass(frozen=True, slots=True)
class Warned:
    """So much time is left: for the open section if it closes first, else for the paper."""

    left_ms: int
    section: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """The attempt was cut off for so long; `charged` if the clocks ran on meanwhile."""

    gap_ms: int
    charged: bool


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The time that passed could not be written."""

    error: OSError


News = Warned | Gap | Unsaved


class Desk:
    """A sitting as a front end handles it.

    The interruption that a resumed attempt begins with is no news: whoever resumes shows it.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._troubled = False
        self._gaps_told = len(sitting.attempt.interruptions)

    @property
    def sitting(self) -> Sitting:
        """The sitting, for its clocks."""
        return self._sitting

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self._sitting.attempt

    @property
    def paper(self) -> Paper:
        """The paper that is sat."""
        return self._sitting.paper

    def do(self, event: Event) -> Refused | OSError | None:
        """Let an event happen; return the error if it did not, and None if it did."""
        try:
            self._sitting.do(event)
        except Refused as refusal:
            return refusal
        except OSError as error:
            self._troubled = True
            return error
        self._troubled = False
        return None

    def news(self) -> list[News]:
        """Let time pass, and return what the candidate must be told of it.

        In this order: that it could not be written, interruptions, a warning.
        """
        return [*self._tick(), *self._gaps(), *self._warning()]

    def wait_ms(self) -> int | None:
        """Return for how long there can be no news; None if there will never be any."""
        wait = self._sitting.wait_ms()
        if self._troubled and wait is not None:
            return max(wait, HEARTBEAT_MS)
        return wait

    def _tick(self) -> list[News]:
        told = self._troubled
        try:
            self._sitting.tick()
        except OSError as error:
            self._troubled = True
            return [] if told else [Unsaved(error)]
        self._troubled = False
        return []

    def _gaps(self) -> list[News]:
        gaps = self.attempt.interruptions[self._gaps_told :]
        self._gaps_told += len(gaps)
        return [Gap(gap.gap_ms, gap.charged) for gap in gaps]

    def _warning(self) -> list[News]:
        left_ms = self._sitting.warning_ms()
        if left_ms is None:
            return []
        return [Warned(left_ms, self._sitting.section_closes_first)]
