"""The page of a result, its parts in the order they teach.

What was sure but wrong stands before everything else but the score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from quizgen.core.analysis import Analysis
from quizgen.core.paper import Paper
from quizgen.core.presets import PRESETS
from quizgen.core.result import Result, Row
from quizgen.show.findings import TELLING_MS, changed, topic_or_none
from quizgen.show.html.charts import certainty_chart, marks_chart
from quizgen.show.html.frame import document, made_by, section
from quizgen.show.html.markup import Element, element
from quizgen.show.html.question import anchor
from quizgen.show.html.questions import questions
from quizgen.show.html.summary import figure, summary
from quizgen.show.html.tables import tables
from quizgen.show.html.times import times
from quizgen.show.verdict import judged
from quizgen.show.words import (
    capital,
    count,
    date_in_words,
    duration,
    one_line,
    signed,
    topic_name,
)

_SKIP = "Skip to the questions"


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of an attempt that its result does not.

    Attributes:
        attempt: Its id.
        kind: What it was: `practice` or `mock`.
        started: When it was, with its time zone.
        version: Of quizgen.
    """

    attempt: str
    kind: str
    started: datetime
    version: str


def page(result: Result, found: Analysis, about: About) -> str:
    """Return the whole of a result as one HTML file.

    Args:
        found: The analysis of that result.
    """
    title = one_line(result.attempt.paper.title)
    body = element(
        "body",
        *([element("a", _SKIP, href="#questions", class_="skip")] if result.rows else []),
        _header(result.attempt.paper, about),
        element("main", *_main(result, found)),
        _footer(result.attempt.paper, about),
    )
    return document(f"{title}: result of {_date(about.started)}", about.version, body)


def _header(paper: Paper, about: About) -> Element:
    started = about.started
    moment = f"{_date(started)}, {started:%H:%M}"
    zone = one_line(started.tzname() or "")
    return element(
        "header",
        element("p", f"{capital(about.kind)}, ", _time(started, moment), f" {zone}".rstrip()),
        element("h1", one_line(paper.title)),
        element("p", _terms(paper)),
    )


def _date(moment: datetime) -> str:
    return date_in_words(f"{moment:%Y-%m-%d}")


def _time(moment: datetime, words: str) -> Element:
    return element("time", words, datetime=moment.isoformat(timespec="minutes"))


def _terms(paper: Paper) -> str:
    """Exam, extent, marks and clocks of a paper, in one sentence each."""
    preset, scheme, timing = PRESETS.get(paper.preset), paper.marking, paper.timing
    clocks = ((timing.paper_ms, "for the paper"), (timing.question_ms, "for each question"))
    extent = [count(len(paper.questions), "question")]
    extent += [f"{duration(time)} {what}" for time, what in clocks if time is not None]
    stakes = f"right {signed(scheme.right)}, wrong {signed(-scheme.wrong)}"
    blank = f"{stakes}, blank {signed(-scheme.blank)}"
    exam = "" if preset is None else f"{preset.title}. "
    return f"{exam}{capital(', '.join(extent))}. Marks: {blank}."


def _main(result: Result, found: Analysis) -> Iterator[Element]:
    if not result.rows:
        yield element("p", "Nothing was answered, so there is no score.")
        return
    yield section("score", "Score", *summary(result, found))
    if found.sure_but_wrong:
        yield section("first", "Sure but wrong: look at these first", _first(found, result))
    charts = list(_charts(found))
    if charts:
        yield section("charts", "Marks and certainty", element("div", *charts, class_="charts"))
    groups = list(tables(found, result))
    if groups:
        yield section("groups", "Kinds of questions", *groups)
    if result.spent_ms >= TELLING_MS:
        yield section("times", "Where time went", *times(result, found))
    changes = changed(found.changes)
    if changes:
        parts = (figure(label, figures) for label, figures in changes)
        yield section("changes", "Changed answers", element("dl", *parts, class_="facts"))
    yield questions(result)


def _first(found: Analysis, result: Result) -> Element:
    items = (_pointer(row, result.attempt.paper) for row in found.sure_but_wrong)
    return element("ul", *items, class_="first")


def _pointer(row: Row, paper: Paper) -> Element:
    """A question by its number and topic, with what was chosen and what is right."""
    topic = topic_name(row.question.topic)
    name = f"Question {row.number}, {topic}" if topic else f"Question {row.number}"
    head, rest = judged(row, paper)
    return element("li", element("a", name, href=f"#{anchor(row)}"), f": {head}{rest}")


def _charts(found: Analysis) -> Iterator[Element]:
    """A bar of a single topic would repeat the score."""
    if len(found.topics) > 1:
        rows = [(topic_or_none(group.name), group.tally) for group in found.topics]
        yield _titled("Marks by topic", marks_chart(rows))
    if found.certainty:
        yield _titled("Certainty and outcome", certainty_chart(found.certainty))


def _titled(title: str, drawing: Element) -> Element:
    return element("div", element("h3", title), drawing)


def _footer(paper: Paper, about: About) -> Element:
    facts = [("Attempt", one_line(about.attempt))]
    facts += [("Paper", one_line(paper.code))] if paper.code else []
    return element(
        "footer",
        element("dl", *(figure(name, value) for name, value in facts), class_="facts"),
        made_by(about.version),
    )
