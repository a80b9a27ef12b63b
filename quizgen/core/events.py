"""What can happen in an attempt, and each event as a journal record.

An event that concerns a question names it, so that an answer typed as one question closes can
never land on the next; so does one that concerns a section.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How certain a candidate says he is of a response."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Start:
    """The candidate consents to the rules; the clocks start and the first question opens."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Open a question; `question` is its index from 0, here and below."""

    question: int


@dataclass(frozen=True, slots=True)
class Select:
    """Choose an option of the open question, by the option's id."""

    question: int
    option: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Leave the open question without a response; under immediate feedback, for good."""

    question: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark the open question for review, or take the mark away."""

    question: int
    on: bool


@dataclass(frozen=True, slots=True)
class Certainty:
    """Say how certain the response to the open question is; None takes it back."""

    question: int
    level: Level | None


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; whatever is due closes at its own deadline."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clocks, where the paper allows it."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Start them again."""


@dataclass(frozen=True, slots=True)
class Interrupt:
    """The attempt was cut off for `gap_ms` of wall time; `charged` if clocks not paused ran on."""

    gap_ms: int
    charged: bool = False


@dataclass(frozen=True, slots=True)
class EndSection:
    """Close the open section, number `section` from 0, before its time; go on to the next."""

    section: int


@dataclass(frozen=True, slots=True)
class Submit:
    """Submit the paper."""


Event = (
    Start
    | Visit
    | Select
    | Clear
    | Mark
    | Certainty
    | Tick
    | Pause
    | Resume
    | Interrupt
    | EndSection
    | Submit
)

_KINDS: dict[str, type[Event]] = {
    "start": Start,
    "visit": Visit,
    "select": Select,
    "clear": Clear,
    "mark": Mark,
    "certainty": Certainty,
    "tick": Tick,
    "pause": Pause,
    "resume": Resume,
    "interrupt": Interrupt,
    "end-section": EndSection,
    "submit": Submit,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def event_record(event: Event, at_ms: int, wall_ms: int) -> dict[str, Any]:
    """Return an event as one journal record: `t` exam time, `w` wall time, both in ms."""
    return {"t": at_ms, "w": wall_ms, "event": _NAMES[type(event)], **asdict(event)}


def event_from(record: Mapping[str, Any]) -> Event:
    """Return the event of a record; `KeyError`, `TypeError` or `ValueError` if it is none."""
    values = {name: value for name, value in record.items() if name not in {"t", "w", "event"}}
    if values.get("level") is not None:
        values["level"] = Level(values["level"])
    return _KINDS[record["event"]](**values)
