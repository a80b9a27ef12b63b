"""What both front ends do with a sitting: let events happen, and learn what time brought.

- An event that does not happen is told of by its error, never raised.
- News is told once. That nothing can be written is told once, and once that it can be again.
"""

from dataclasses import dataclass

from quizgen.core.events import Event, Start
from quizgen.core.paper import Paper
from quizgen.core.refusals import Refused
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt

DOUBLE_PRESS_MS = 500
"""Two presses of a key within so short a time were meant as one."""


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


@dataclass(frozen=True, slots=True)
class Saved:
    """What could not be written for a while is written again."""


News = Warned | Gap | Unsaved | Saved


class Desk:
    """A sitting as a front end handles it.

    The interruption that a resumed attempt begins with is no news: whoever resumes shows it.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._told_unsaved = False
        self._just_started = False
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
            self._told_unsaved = True
            return error
        self._just_started = isinstance(event, Start)
        return None

    @property
    def start_echoes(self) -> bool:
        """Whether Enter may be a second press of the one that started the paper, and so be nothing.

        Nobody has read the first question by then.
        """
        return self._just_started and self._sitting.now_ms() < DOUBLE_PRESS_MS

    def news(self) -> list[News]:
        """Let time pass, and return what the candidate must be told of it.

        In this order: that it could not be written, or can be again, interruptions, a warning.
        """
        return [*self._tick(), *self.saved_again(), *self._gaps(), *self._warning()]

    def saved_again(self) -> list[News]:
        """Return the news that what could not be written is written again, if it is; once."""
        if self._sitting.unsaved or not self._told_unsaved:
            return []
        self._told_unsaved = False
        return [Saved()]

    def wait_ms(self) -> int | None:
        """Return for how long there can be no news; None if there will never be any."""
        return self._sitting.wait_ms()

    def _tick(self) -> list[News]:
        told = self._told_unsaved
        try:
            self._sitting.tick()
        except OSError as error:
            self._told_unsaved = True
            return [] if told else [Unsaved(error)]
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
