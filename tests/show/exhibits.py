"""Questions, papers and attempts to show: what the tests of the front ends look at."""

import io
from dataclasses import replace
from fractions import Fraction

from rich.console import RenderableType

from quizgen.core.attempt import apply
from quizgen.core.events import Event, Start
from quizgen.core.item import Answer, Difficulty, Form, Option, Question, Why
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.state import Attempt, new_attempt
from quizgen.show.console import make_console

SIMLA = Question(
    bank="quizgen",
    id="simla-who-and-when",
    form=Form.TWO_STATEMENTS,
    stem=(
        "With reference to the Simla Agreement, consider the following statements:\n\n"
        "I. It was signed in 1972, after the war of 1971, in the summer capital of the British, "
        "by the leaders of both countries.\n"
        "II. It was signed by two Prime Ministers.\n\n"
        "Which of the statements given above is/are **not** correct?"
    ),
    options=(
        Option("one", "I only"),
        Option("two", "II only"),
        Option("both", "Both I and II"),
        Option("none", "Neither I nor II"),
    ),
    topic="treaty-dates",
    difficulty=Difficulty.MEDIUM,
)
SIMLA_ANSWER = Answer(
    key="two",
    statements=(
        Why("I", correct=True, text="Signed on 2 July 1972."),
        Why("II", correct=False, text="Bhutto was President then, not yet Prime Minister."),
    ),
    explanation=(
        "Indira Gandhi signed as Prime Minister and Zulfikar Ali Bhutto as President. "
        "It was at Lahore in 1999 that two Prime Ministers signed."
    ),
    remember="Simla, President and Prime Minister. Lahore, two Prime Ministers.",
    source="Track II Diplomacy Between India And Pakistan, 2025",
    locator='"Historical Connections and Future Outlook"',
)
INDUS = Question(
    bank="quizgen",
    id="indus-signed-where",
    form=Form.DIRECT,
    stem="Where was the Indus Waters Treaty signed?",
    options=(
        Option("karachi", "Karachi"),
        Option("simla", "Simla"),
        Option("lahore", "Lahore"),
        Option("tashkent", "Tashkent"),
    ),
    topic="treaty-dates",
    difficulty=Difficulty.EASY,
)
INDUS_ANSWER = Answer(
    key="karachi",
    options=(
        Why("karachi", correct=True, text="Signed there on 19 September 1960."),
        Why("simla", correct=False, text="The place of the agreement of 1972."),
        Why("lahore", correct=False, text="The place of the declaration of 1999."),
        Why("tashkent", correct=False, text="The place of the declaration of 1966."),
    ),
)
SCO = Question(
    bank="quizgen",
    id="sco-members-2019",
    form=Form.DIRECT,
    stem="How many members did the Shanghai Cooperation Organisation have in November 2019?",
    options=(
        Option("6", "Six: the five of Shanghai and Uzbekistan, as when it was created in 2001"),
        Option("8", "Eight: India and Pakistan had joined in 2017"),
        Option("9", "Nine"),
        Option("none", "None of the above"),
    ),
    topic="SCO membership",
    as_of="2019-11",
)
SCO_ANSWER = Answer(
    key="8",
    options=(
        Why(
            "6", correct=False, text="It was so until June 2017, when two states joined at Astana."
        ),
        Why("8", correct=True),
    ),
    explanation="| Year | Joined |\n|---|---|\n| 2017 | India, Pakistan |\n| 2023 | Iran |",
)
QUESTIONS = (SIMLA, INDUS, SCO)
ANSWERS = (SIMLA_ANSWER, INDUS_ANSWER, SCO_ANSWER)

UPSC = MarkingScheme()
RAJASTHAN = MarkingScheme(
    Fraction(4, 3),
    Fraction(4, 9),
    Fraction(4, 9),
    declining=True,
    blank_limit=Fraction(1, 10),
)
HALF_HOUR = Timing(paper_ms=1_800_000)
SPEED = Timing(question_ms=19_000)


def practice(timing: Timing | None = None, marking: MarkingScheme = UPSC) -> Paper:
    """Return a practice of the three questions."""
    return _paper("Practice", Feedback.IMMEDIATE, timing or Timing(), marking)


def mock(timing: Timing = HALF_HOUR, marking: MarkingScheme = UPSC) -> Paper:
    """Return a mock of the three questions, of half an hour."""
    return _paper("Treaty dates, sectional test", Feedback.AFTER, timing, marking)


def in_sections(*, locked: bool = False, timing: Timing | None = None) -> Paper:
    """Return the mock in a section for each topic, locked ones of 20 and 10 minutes."""
    limits = (20 * 60_000, 10 * 60_000) if locked else (None, None)
    sections = (
        Section("treaty-dates", 2, limits[0]),
        Section("SCO membership", 1, limits[1]),
    )
    clocks = timing or (Timing() if locked else HALF_HOUR)
    return replace(mock(clocks), sections=sections, locked=locked)


def _paper(title: str, feedback: Feedback, timing: Timing, marking: MarkingScheme) -> Paper:
    return Paper(
        title=title,
        questions=QUESTIONS,
        sections=(Section(title, len(QUESTIONS)),),
        marking=marking,
        timing=timing,
        feedback=feedback,
        preset="upsc-gs1" if marking is UPSC else "",
        code="3q-1800s-s48213-b7f3a9c21-k4d",
        seed="48213",
    )


def attempt(paper: Paper, *events: tuple[int, Event]) -> Attempt:
    """Return an attempt that was started, after events, each with its exam time in ms."""
    found = apply(new_attempt(paper), Start(), 0)
    for now_ms, event in events:
        found = apply(found, event, now_ms)
    return found


def shown(*views: RenderableType, plain: bool = False, width: int = 80) -> str:
    """Return what is printed where there is no terminal."""
    stream = io.StringIO()
    make_console(stream, plain=plain, width=width, environ={}).show(*views)
    return stream.getvalue()
