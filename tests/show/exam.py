"""A mock of twelve questions that has something of all a result can tell."""

from dataclasses import replace
from itertools import cycle

from quizgen.core.events import (
    Certainty,
    Clear,
    Event,
    Interrupt,
    Level,
    Mark,
    Select,
    Submit,
    Visit,
)
from quizgen.core.item import Answer, Difficulty, Form, Option, Question
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.result import Regraded, Result, result
from tests.show.exhibits import attempt

TOPICS = ("SCO membership", "treaty-dates")
FORMS = (Form.DIRECT, Form.TWO_STATEMENTS, Form.HOW_MANY_PAIRS)
LEVELS = (Difficulty.MEDIUM, Difficulty.EASY, None, Difficulty.HARD)
QUESTIONS = tuple(
    Question(
        bank="exam",
        id=f"q{number}",
        form=form,
        stem=f"What is {number}?",
        options=tuple(Option(f"o{letter}", f"Option {letter} of {number}") for letter in "abcd"),
        topic=topic,
        difficulty=level,
        facts=(f"fact-{number}",),
        fingerprint=f"{number:012x}",
    )
    for number, topic, form, level in zip(
        range(1, 13), cycle(TOPICS), cycle(FORMS), cycle(LEVELS), strict=False
    )
)
PAPER = Paper(
    title="Mixed, sectional test",
    questions=QUESTIONS,
    sections=(Section("First part", 8), Section("Second part", 4)),
    marking=MarkingScheme(),
    timing=Timing(paper_ms=1_800_000),
    feedback=Feedback.AFTER,
    preset="upsc-gs1",
    code="12q-1800s-s7-b7f3a9c21-k4d",
    seed="7",
)
ANSWERS = tuple(Answer("oa", source="A book, 2001") for _ in QUESTIONS)
SURE, UNSURE, GUESS = Level

DONE: tuple[tuple[int, str, Level | None], ...] = (
    (40, "a", SURE),
    (31, "b", SURE),
    (55, "ba", UNSURE),
    (20, "a", SURE),
    (62, "ab", GUESS),
    (90, "bc", UNSURE),
    (12, "", None),
    (33, "a", SURE),
    (47, "c", SURE),
    (25, "a-", None),
    (18, "d", GUESS),
    (29, "a", SURE),
)
"""For each question: seconds spent, options chosen in turn (`-` clears), certainty."""


def events() -> list[tuple[int, Event]]:
    """Return what the candidate does, each with its exam time in ms."""
    found: list[tuple[int, Event]] = []
    now_ms = 0
    for number, (seconds, chosen, level) in enumerate(DONE):
        found.append((now_ms, Visit(number)))
        now_ms += seconds * 1000
        for letter in chosen:
            respond = Clear(number) if letter == "-" else Select(number, f"o{letter}")
            found.append((now_ms, respond))
        if level is not None:
            found.append((now_ms, Certainty(number, level)))
    return [
        *found,
        (now_ms, Mark(11, on=True)),
        (now_ms, Interrupt(60_000)),
        (now_ms, Submit()),
    ]


def sat(paper: Paper = PAPER) -> Result:
    """Return the result of the mock, or of one changed a little."""
    return result(attempt(paper, *events()), ANSWERS)


CORRECTED = Answer("ob", source="A better book, 2003")
"""Of question 2, which was answered (b)."""


def regraded(times: int = 1) -> Result:
    """Return the same mock: question 2 corrected, and question 4, which was right, void."""
    first, answers = sat(), list(ANSWERS)
    answers[1], answers[3] = CORRECTED, replace(ANSWERS[3], void=True)
    now = result(first.attempt, answers)
    return replace(now, regraded=Regraded(times, "2026-11-22", first))


def whole_syllabus() -> Result:
    """Return the result of a whole paper over the whole syllabus, 54 of its 100 answers right."""
    names = (
        "Modern history",
        "Geography",
        "Polity",
        "Economy",
        "Environment",
        "Science",
        "Current affairs",
    )
    questions = tuple(
        replace(QUESTIONS[0], id=f"q{number}", topic=name)
        for number, name in zip(range(100), cycle(names), strict=False)
    )
    paper = replace(
        PAPER,
        questions=questions,
        sections=(Section("All", 100),),
        timing=Timing(paper_ms=7_200_000),
    )
    steps: list[tuple[int, Event]] = []
    for number in range(54):
        steps += [(number * 60_000, Visit(number)), (number * 60_000, Select(number, "oa"))]
    return result(attempt(paper, *steps, (3_240_000, Submit())), [ANSWERS[0]] * 100)
