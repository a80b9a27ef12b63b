"""What is remembered of a fact: the state that spaced repetition keeps for each.

The fields are those of FSRS (Free Spaced Repetition Scheduler); how they change is said in `learn`.
"""

from dataclasses import dataclass
from enum import IntEnum


class Rating(IntEnum):
    """How well a fact was recalled, in the words and numbers of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Review:
    """One recall of a fact.

    Attributes:
        at_ms: Wall time.
    """

    fact: str
    at_ms: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Memory:
    """Where a fact stands after its last review.

    Attributes:
        stability: Days after which it is recalled with a chance of nine in ten.
        difficulty: From 1 to 10.
        last_ms: Wall time of the last review.
        due_ms: Wall time from which it is due for revision.
        reviews: How many there were.
        lapses: How many of them were `AGAIN`.
    """

    stability: float
    difficulty: float
    last_ms: int
    due_ms: int
    reviews: int
    lapses: int
