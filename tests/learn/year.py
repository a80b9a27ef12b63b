"""A year of practice: a learner who forgets by a law that is not FSRS's, and what falls due.

The learner forgets by half-lives: after t days a fact is recalled with a chance of 2^(-t/h). Once
told, it has a half-life of two days; a recall on a later day makes it two to three times as long,
easier facts the longer, and each failure takes two such steps back.

Source: Leitner's boxes read as half-lives, as in Settles and Meeder 2016.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.core.chance import rank, shuffled
from quizgen.core.events import Level
from quizgen.core.item import Form, Item
from quizgen.core.marking import marks, outcome
from quizgen.core.memory import Memory
from quizgen.core.paper import Feedback, MarkingScheme
from quizgen.core.recall import facts, reviews
from quizgen.core.result import Row
from quizgen.core.state import Entry
from quizgen.forms.kinds import compose
from quizgen.forms.shared import Setting
from quizgen.forms.spec import ChoiceSpec, Common, OptionSpec, StatementSpec, StatementsSpec
from quizgen.learn.schedule import step

DAY = 86_400_000
HOUR = DAY // 24
PACE = 72_000
START = 20_779 * DAY + HOUR
"""Half past six in the morning in India, on 22 November 2026."""


def bank(size: int, *, coded: bool) -> list[Item]:
    """Return items on so many facts, a multiple of three: each alone, and coded also by threes."""
    return [
        made for first in range(0, size, 3) for made in _items(range(first, first + 3), coded=coded)
    ]


def _items(numbers: Sequence[int], *, coded: bool) -> Iterator[Item]:
    for number in numbers:
        options = [OptionSpec(right="Option 0")]
        options += [OptionSpec(wrong=f"Option {wrong}") for wrong in (1, 2, 3)]
        question, name = f"What is {number}?", f"fact-{number}"
        yield _item(ChoiceSpec(question=question, options=tuple(options), facts=(name,)))
    if coded:
        told = tuple(_statement(number) for number in numbers)
        yield _item(StatementsSpec(about=f"{numbers[0]}", statements=told))
        yield _item(StatementsSpec(about=f"{numbers[0]}", statements=told, ask="how-many"))


def _statement(number: int) -> StatementSpec:
    """At least one of three is correct, since no code says *none*."""
    text, fact = f"Statement {number}.", (f"fact-{number}",)
    if number % 3 == 0 or rank("truth", number) % 2:
        return StatementSpec(correct=text, facts=fact)
    return StatementSpec(incorrect=text, facts=fact)


def _item(spec: Common) -> Item:
    made = compose(spec, Setting("year"))
    assert isinstance(made, Item), made
    return made


@dataclass
class Learner:
    """Someone who forgets.

    Attributes:
        told: When each fact was last met, in days.
        boxes: How many steps its half-life is from the first.
    """

    seed: int
    told: dict[str, float] = field(default_factory=dict)
    boxes: Counter[str] = field(default_factory=Counter)

    def half_life(self, fact: str) -> float:
        """Days after which it is recalled with a chance of one half."""
        return 2 * (2 + self._chance("ease", fact)) ** self.boxes[fact]

    def share(self, fact: str, now: float) -> float:
        """With what chance he recalls a fact now; one never met, one time in three."""
        met = self.told.get(fact)
        return 1 / 3 if met is None else 2 ** (-(now - met) / self.half_life(fact))

    def recalls(self, fact: str, now: float) -> bool:
        """Whether he recalls it this time."""
        return self._chance("recall", fact, f"{now}") < self.share(fact, now)

    def learns(self, fact: str, now: float, *, recalled: bool) -> None:
        """Read what was right."""
        if not recalled:
            self.boxes[fact] = max(self.boxes[fact] - 2, 0)
        elif now - self.told.get(fact, 0) > 0.5:
            self.boxes[fact] += 1
        self.told[fact] = now

    def answers(self, item: Item, now: float) -> Row:
        """Answer a question, and read its explanation."""
        known = {fact: self.recalls(fact, now) for fact in facts(item.question, item.answer)}
        chosen = self._chosen(item, known, now)
        for fact, recalled in known.items():
            self.learns(fact, now, recalled=recalled)
        entry = Entry(
            response=chosen,
            visited=True,
            certainty=self._says(known, item, now),
            locked=True,
            spent_ms=round(20_000 + 80_000 * self._chance("time", item.question.id, f"{now}")),
        )
        found = outcome(chosen, item.answer.key)
        worth = marks(found, MarkingScheme())
        return Row(1, item.question, item.answer, entry, found, worth, (), timed_out=False)

    def _chosen(self, item: Item, known: dict[str, bool], now: float) -> str:
        """The right option if he knows all; else what follows from what he takes for true."""
        question, answer = item.question, item.answer
        if all(known.values()):
            return answer.key
        if question.form is Form.DIRECT:
            return self._any([option.id for option in question.options], now)
        taken = {
            why.id
            for why in answer.statements
            if why.correct == (known[why.facts[0]] or self._chance("coin", why.id, f"{now}") < 0.5)
        }
        if question.form is Form.HOW_MANY:
            return f"count-{len(taken)}"
        codes = {option.id: set(option.id.split("+")) for option in question.options}
        return min(codes, key=lambda code: len(codes[code] ^ taken))

    def _any(self, options: Sequence[str], now: float) -> str:
        return shuffled(options, f"{self.seed}/{now}", str)[0]

    def _says(self, known: dict[str, bool], item: Item, now: float) -> Level | None:
        """He is mostly honest; one time in ten he is sure of what he does not know."""
        said = self._chance("says", item.question.id, f"{now}")
        if all(known.values()):
            return Level.SURE if said < 0.5 else None
        if any(known.values()):
            return Level.UNSURE if said < 0.6 else None
        return Level.SURE if said < 0.1 else Level.GUESS if said < 0.6 else None

    def _chance(self, *names: str) -> float:
        return rank(self.seed, *names) / 2**64


@dataclass
class Year:
    """What a learner remembers, and how much fell due each day.

    Attributes:
        due: For each day, the facts that are due as he sits down.
        asked: For each fact, the items that asked for it, the latest last.
    """

    learner: Learner
    items: dict[str, list[Item]]
    memories: dict[str, Memory] = field(default_factory=dict)
    due: list[int] = field(default_factory=list)
    asked: dict[str, list[Item]] = field(default_factory=dict)

    def sit(self, day: int, answers: int) -> None:
        """Practise for a day: what is due, the longest first, then whatever the bank gives."""
        now_ms = START + day * DAY + HOUR * (rank(self.learner.seed, "hour", day) % 14)
        waiting = sorted(
            (memory.due_ms, fact)
            for fact, memory in self.memories.items()
            if memory.due_ms <= now_ms
        )
        self.due.append(len(waiting))
        turns = iter([fact for _, fact in waiting])
        for number in range(answers):
            at_ms = now_ms + number * PACE
            fact = next((one for one in turns if self.memories[one].due_ms <= at_ms), "")
            self._answer(self._item_for(fact or self._other(day, number)), at_ms)

    def _other(self, day: int, number: int) -> str:
        """Any fact of the bank, as ordinary practice draws it."""
        names = list(self.items)
        return names[rank(self.learner.seed, "other", day, number) % len(names)]

    def _item_for(self, fact: str) -> Item:
        """The one that asked for the fact least often: failed in one form, it comes in another."""
        before = Counter(item.question.id for item in self.asked.get(fact, ()))
        return min(self.items[fact], key=lambda item: before[item.question.id])

    def _answer(self, item: Item, at_ms: int) -> None:
        for fact in item.question.facts:
            self.asked.setdefault(fact, []).append(item)
        row = self.learner.answers(item, at_ms / DAY)
        for review in reviews(row, at_ms, PACE, Feedback.IMMEDIATE):
            self.memories[review.fact] = step(self.memories.get(review.fact), review)


def lived(days: int, answers: int, *, size: int, coded: bool, seed: int) -> Year:
    """Return a year of so many days and answers a day, over a bank of so many facts."""
    items: dict[str, list[Item]] = {}
    for item in bank(size, coded=coded):
        for fact in item.question.facts:
            items.setdefault(fact, []).append(item)
    year = Year(Learner(seed), items)
    for day in range(days):
        year.sit(day, answers)
    return year
