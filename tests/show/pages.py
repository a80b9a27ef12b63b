"""Pages of results, and a reader that takes them apart: what the tests of the HTML look at."""

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

from quizgen.core.analysis import analysis
from quizgen.core.events import Certainty, Clear, Event, Level, Mark, Select, Submit, Visit
from quizgen.core.item import Answer, Option, Question, Why
from quizgen.core.paper import Section
from quizgen.core.result import Result, result
from quizgen.show.html import About, page
from tests.show.exhibits import ANSWERS, QUESTIONS, attempt, mock

KOLKATA = timezone(timedelta(hours=5, minutes=30), "IST")
ABOUT = About("20261122-101500-3fa2", "mock", datetime(2026, 11, 22, 15, 45, tzinfo=KOLKATA), "0.1")

EVENTS: tuple[tuple[int, Event], ...] = (
    (10_000, Select(0, "two")),
    (14_000, Select(0, "one")),
    (14_000, Certainty(0, Level.SURE)),
    (14_000, Visit(1)),
    (20_000, Select(1, "karachi")),
    (20_000, Certainty(1, Level.GUESS)),
    (20_000, Mark(1, on=True)),
    (20_000, Visit(2)),
    (60_000, Select(2, "9")),
    (61_000, Clear(2)),
    (61_000, Submit()),
)
SMALL = result(attempt(mock(), *EVENTS), ANSWERS)
"""Sure but wrong, and changed; right, a guess, and marked; taken back."""


def shown(found: Result, about: About = ABOUT) -> str:
    """Return the page of a result."""
    return page(found, analysis(found), about)


def whole_paper(count: int = 100) -> Result:
    """Return the result of a paper of five topics and two sections, all kinds of answers in it."""
    topics = (
        "treaty-dates",
        "SCO membership",
        "Track-I and Track-II",
        "",
        "A topic " + "long " * 9,
    )
    questions = tuple(
        replace(QUESTIONS[index % 3], id=f"q{index}", topic=topics[index % 5])
        for index in range(count)
    )
    sections = (Section("First part", count // 2), Section("Second part", count - count // 2))
    paper = replace(mock(), questions=questions, sections=sections)
    answers = tuple(ANSWERS[index % 3] for index in range(count))
    chance, now, events = random.Random(5), 0, list[tuple[int, Event]]()
    for index, question in enumerate(questions):
        events.append((now, Visit(index)))
        now += chance.randrange(2_000, 30_000)
        if chance.random() < 0.8:
            wrong = chance.choice(question.options).id
            chosen = answers[index].key if chance.random() < 0.6 else wrong
            events.append((now, Select(index, chosen)))
            events.append((now, Certainty(index, chance.choice([*Level, None]))))
        events.append((now, Mark(index, on=chance.random() < 0.2)))
    return result(attempt(paper, *events, (now, Submit())), answers)


def everywhere(text: str) -> Result:
    """Return a result with one text in every place that an author or a candidate can fill."""
    options = tuple(Option(name, text) for name in ("one", "two"))
    whys = tuple(Why(option.id, correct=True, text=text, verdict=text) for option in options)
    questions = tuple(
        Question(
            text, text, each.form, text, options, topic=f"{text}{n}", facts=(text,), as_of=text
        )
        for n, each in enumerate(mock().questions)
    )
    answer = Answer(
        "one", (Why(text, correct=False, text=text),), whys, text, text, text, text, text
    )
    paper = replace(
        mock(),
        title=text,
        questions=questions,
        sections=(Section(text, 1), Section(text, 2)),
        code=text,
        preset=text,
        origin=(text,),
        seed=text,
    )
    events = tuple((at, _known(event)) for at, event in EVENTS)
    return result(attempt(paper, *events), [answer] * 3)


def _known(event: Event) -> Event:
    return replace(event, option="two") if isinstance(event, Select) else event


Attributes = dict[str, str | None]


@dataclass
class Read(HTMLParser):
    """A page taken apart.

    Attributes:
        tags: Name and attributes of every element, in order.
        strange: Comments, declarations and instructions; every page has its doctype.
        texts: What is read, piece by piece.
    """

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    def handle_decl(self, decl: str) -> None:
        self.strange.append(decl)

    def handle_pi(self, data: str) -> None:
        self.strange.append(data)

    def unknown_decl(self, data: str) -> None:
        self.strange.append(data)

    @property
    def text(self) -> str:
        """All that is read, spacing folded; the style sheet too."""
        return " ".join("".join(self.texts).split())

    def all(self, name: str) -> list[Attributes]:
        """Return the attributes of all elements of that name."""
        return [found for tag, found in self.tags if tag == name]

    def values(self, name: str) -> list[str]:
        """Return all values of that attribute."""
        return [found[name] or "" for _, found in self.tags if name in found]


def read(html: str) -> Read:
    """Return a page taken apart."""
    found = Read()
    found.feed(html)
    found.close()
    return found
