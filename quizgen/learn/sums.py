"""Totals added up by day: of all responses, of a topic, of a form, of a certainty."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.core.events import Level
from quizgen.core.progress import Answers, Pace
from quizgen.core.topics import slug
from quizgen.core.totals import EVER, Total


@dataclass(slots=True)
class Sum:
    """What totals come to: of a day, of several, of all time."""

    right: int = 0
    wrong: int = 0
    unanswered: int = 0
    spent_ms: int = 0
    paced: int = 0
    paced_spent_ms: int = 0
    pace_ms: int = 0

    def add(self, other: "Total | Sum") -> None:
        """Add another one to it."""
        self.right += other.right
        self.wrong += other.wrong
        self.unanswered += other.unanswered
        self.spent_ms += other.spent_ms
        self.paced += other.paced
        self.paced_spent_ms += other.paced_spent_ms
        self.pace_ms += other.pace_ms

    @property
    def number(self) -> int:
        """How many answers: right or wrong."""
        return self.right + self.wrong

    @property
    def answers(self) -> Answers:
        """The same as answers."""
        return Answers(self.number, self.right)

    @property
    def pace(self) -> Pace:
        """The time on all of its questions."""
        questions = self.number + self.unanswered
        return Pace(questions, self.spent_ms, self.paced, self.paced_spent_ms, self.pace_ms)


Days = dict[str, Sum]
"""By day; under `EVER`, of all time."""


@dataclass(slots=True)
class Sums:
    """The sums of each day: of all, and by topic (its slug), form and certainty.

    Attributes:
        names: The latest spelling of each topic, with its day.
    """

    whole: Days = field(default_factory=dict)
    topics: dict[str, Days] = field(default_factory=dict)
    forms: dict[str, Days] = field(default_factory=dict)
    levels: dict[Level, Days] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)


def by_day(totals: Iterable[Total], first: str) -> Sums:
    """Return the sums of all time, and of each day from the first one on."""
    sums = Sums()
    for each in totals:
        if each.day != EVER and each.day < first:
            continue
        name = slug(each.topic)
        sums.names[name] = max(sums.names.get(name, ("", "")), (each.day, each.topic))
        places = [
            sums.whole,
            sums.topics.setdefault(name, {}),
            sums.forms.setdefault(each.form.value, {}),
        ]
        if each.certainty is not None and each.answers:
            places.append(sums.levels.setdefault(each.certainty, {}))
        for days in places:
            days.setdefault(each.day, Sum()).add(each)
    return sums
