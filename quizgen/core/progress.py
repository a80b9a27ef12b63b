"""How someone is doing, in figures: what `learn` works out of totals, and `show` tells.

Rules that must stay true:

- It counts what happened. Nothing is estimated, ranked or foretold.
- An *answer* is one that counts: right or wrong. Blank, declined and void questions are none.
- A share, a mean or a gain of fewer than `FEW` answers is None: too few to tell.
"""

from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.events import Level

FEW = 10
"""Answers below which there is no figure. Of ten, a share still wavers by 16 points either way."""
LATEST = 50
"""How many answers are looked at to tell how someone does now; so many waver by seven points."""
REACH = 84
"""Days beyond which answers say too little of now."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Some answers, and how many of them are right."""

    number: int
    right: int

    @property
    def wrong(self) -> int:
        """How many of them are wrong."""
        return self.number - self.right

    @property
    def accuracy(self) -> Fraction | None:
        """The share of them that is right; None where there are too few to tell."""
        return Fraction(self.right, self.number) if self.number >= FEW else None


@dataclass(frozen=True, slots=True)
class Pace:
    """Exam time on some questions, answered or not, beside what their papers' clocks allow.

    Attributes:
        paced: How many of the questions were on a clock.
        paced_spent_ms: Exam time on these.
        allowed_ms: What the clocks gave to these, together.
    """

    questions: int
    spent_ms: int
    paced: int
    paced_spent_ms: int
    allowed_ms: int

    @property
    def each_ms(self) -> int | None:
        """Mean time on a question; None where there are too few to tell."""
        return self.spent_ms // self.questions if self.questions >= FEW else None

    @property
    def paced_each_ms(self) -> int | None:
        """Mean time on a question on a clock; None where there are too few to tell."""
        return self.paced_spent_ms // self.paced if self.paced >= FEW else None

    @property
    def allowed_each_ms(self) -> int | None:
        """Mean time that was allowed for these; None where there are too few to tell."""
        return self.allowed_ms // self.paced if self.paced >= FEW else None


@dataclass(frozen=True, slots=True)
class Week:
    """The answers of seven days, of which `first` is the first, `YYYY-MM-DD`."""

    first: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Standing:
    """How someone stands in one topic, in one form, or in all.

    Attributes:
        name: A topic as last written, empty for questions without one; the value of a `Form`;
            empty for all.
        ever: All answers.
        now: The latest ones: `LATEST` or a few more, of the latest `REACH` days.
        before: As many answers before these, or what there is.
        weeks: The oldest first; the last one ends today.
        time: On the questions of the days of `now`.
    """

    name: str
    ever: Answers
    now: Answers
    before: Answers
    weeks: tuple[Week, ...]
    time: Pace


@dataclass(frozen=True, slots=True)
class Calibration:
    """The latest answers that were given with one certainty."""

    level: Level
    now: Answers


@dataclass(frozen=True, slots=True)
class Guesses:
    """All answers that were called guesses.

    Attributes:
        won: Marks the right ones brought.
        lost: Marks the wrong ones cost, positive.
    """

    answers: Answers
    won: Fraction
    lost: Fraction

    @property
    def gain(self) -> Fraction | None:
        """Marks they brought together (negative: cost); None where there are too few to tell."""
        return self.won - self.lost if self.answers.number >= FEW else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the bank was seen, of one topic; an empty one: questions without.

    Attributes:
        seen: How many of its questions were ever part of a finished attempt.
        questions: How many there are now.
    """

    topic: str
    seen: int
    questions: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row on which something was answered.

    Attributes:
        days: Up to today, or to yesterday where today there is nothing yet; 0: not even then.
        today: Whether something was answered today.
        longest: The longest run there ever was.
    """

    days: int
    today: bool
    longest: int


@dataclass(frozen=True, slots=True)
class Revision:
    """The facts that spaced repetition knows of, and how many are due now that can be asked for."""

    facts: int
    due: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole of it.

    Attributes:
        today: `YYYY-MM-DD`, as is `since`.
        since: The first day with an answer; empty without any.
        unanswered: Questions left without an answer, ever.
        whole: Of all topics and forms.
        topics: The weakest first.
        forms: The weakest first.
        certainty: Sure, unsure, guess; those ever said.
        guesses: None where no answer was ever called one.
        coverage: In the order of the bank.
        revision: None where it was not asked for.
    """

    today: str
    since: str
    unanswered: int
    whole: Standing
    topics: tuple[Standing, ...]
    forms: tuple[Standing, ...]
    certainty: tuple[Calibration, ...]
    guesses: Guesses | None
    coverage: tuple[Coverage, ...]
    streak: Streak
    revision: Revision | None = None

    @property
    def weakest(self) -> Standing | None:
        """The weakest of several named topics; None where there are too few answers to tell."""
        named = [each for each in self.topics if each.name]
        return named[0] if len(named) > 1 and named[0].now.accuracy is not None else None
