"""Small questions and papers for tests."""

from fractions import Fraction

from quizgen.core.item import Answer, Form, Option, Question, Why
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing


def question(name: str, *, topic: str = "treaty dates", options: int = 4) -> Question:
    """Return a direct question whose options have ids `o1`, `o2`..."""
    return Question(
        bank="test",
        id=name,
        form=Form.DIRECT,
        stem=f"What is {name}?",
        options=tuple(Option(f"o{n}", f"option {n} of {name}") for n in range(1, options + 1)),
        topic=topic,
    )


def answer(key: str = "o1") -> Answer:
    """Return an answer that explains its key."""
    return Answer(
        key=key,
        options=(Why("o1", correct=True, text="As it happened."),),
        explanation="It happened so.",
        source="A book, 2001",
        locator="page 7",
    )


def paper(
    count: int = 3,
    *,
    feedback: Feedback = Feedback.AFTER,
    timing: Timing | None = None,
    marking: MarkingScheme | None = None,
) -> Paper:
    """Return a paper of direct questions `q1`, `q2`..., by default a mock of a minute each."""
    return Paper(
        title="Test paper",
        questions=tuple(question(f"q{number}") for number in range(1, count + 1)),
        sections=(Section("Test paper", count),),
        marking=marking or MarkingScheme(Fraction(2), Fraction(2, 3)),
        timing=timing or Timing(paper_ms=count * 60_000),
        feedback=feedback,
        preset="upsc-gs1",
        code="3q-180s-s1-b00000000-k000",
        seed="1",
    )
