"""What is kept of every response, once an attempt is over: one record a question that counted."""

from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.events import Level
from quizgen.core.item import Difficulty, Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Review


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of a response by one key; see `Response` for the fields."""

    key: str
    outcome: Outcome
    marks: Fraction


@dataclass(frozen=True, slots=True)
class Response:
    """One question of an attempt, as it ended.

    Attributes:
        attempt: Id of the attempt.
        number: Of the question in its paper, from 1.
        at_ms: Wall time of the last choice, or of the end of the attempt where there is none.
        item: `bank:id`.
        fingerprint: Of the question as it was shown.
        option: Id of the option chosen; None: none was.
        key: Id of the right option, as it is now known; where it is void, as it was known last.
        spent_ms: Exam time on the question.
        pace_ms: The paper's time for a question; None where it has no clock.
        marks: Before any void policy.
        facts: What the item rests on.
        reviews: What it says of the memory of facts; see `core.recall`.
        was: As it was first graded, where regrading has changed that; else None.
    """

    attempt: str
    number: int
    at_ms: int
    item: str
    form: Form
    topic: str
    difficulty: Difficulty | None
    fingerprint: str
    option: str | None
    key: str
    outcome: Outcome
    marks: Fraction
    spent_ms: int
    pace_ms: int | None
    certainty: Level | None
    facts: tuple[str, ...]
    reviews: tuple[Review, ...] = ()
    was: Graded | None = None


@dataclass(frozen=True, slots=True)
class Sat:
    """One finished attempt, as a list of attempts shows it.

    Attributes:
        kind: `practice` or `mock`.
        started_ms: Wall time, as is `ended_ms`.
        spent_ms: Exam time on the questions that count.
        regraded: How often it was regraded.
        regraded_ms: Wall time of the last time, later than any before even where the clock went
            back; 0: it never was.
        first_marks: Before it was ever regraded, and `first_maximum` beside it; None: never was.
    """

    id: str
    kind: str
    title: str
    started_ms: int
    ended_ms: int
    questions: int
    right: int
    wrong: int
    unanswered: int
    void: int
    marks: Fraction
    maximum: Fraction
    spent_ms: int
    regraded: int = 0
    regraded_ms: int = 0
    first_marks: Fraction | None = None
    first_maximum: Fraction | None = None
