"""Papers of every kind that a screen must show."""

from dataclasses import replace

from quizgen.core.item import DECLINED, Answer, Difficulty, Form, Option, Question, Why
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from tests.core.samples import HOUR, MINUTE, SECOND, paper

LONG_STEM = "\n".join(
    (
        "With reference to the agreements between both countries, consider these statements:",
        "",
        *(
            f"{numeral}. Statement {numeral} is long enough to be broken over several lines where "
            f"the window is narrow, and it ends with the word end-{numeral.lower()}."
            for numeral in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
        ),
        "",
        "How many of the statements given above are correct?",
    )
)
"""Of more lines than any small window has."""

plain = paper
"""A paper of one section, without any clock unless it is given one."""


def timed(count: int = 3, ms: int = 30 * MINUTE) -> Paper:
    """Return a paper with a clock for the whole."""
    return paper(count, timing=Timing(paper_ms=ms))


def in_sections(*, locked: bool = False, limit_ms: int | None = None) -> Paper:
    """Return a paper of three sections: 3, 2 and 2 questions."""
    titles = (("SCO membership", 3), ("treaty-dates", 2), ("Summits", 2))
    sections = tuple(Section(title, count, limit_ms) for title, count in titles)
    return paper(7, sections=sections, locked=locked)


def each_timed(count: int = 3, feedback: Feedback = Feedback.AFTER) -> Paper:
    """Return a paper that gives 19 seconds to each question."""
    return paper(count, timing=Timing(question_ms=19 * SECOND), feedback=feedback)


def with_pause() -> Paper:
    """Return a paper whose clock may be stopped."""
    return paper(3, timing=Timing(paper_ms=30 * MINUTE, pause=True))


def practice(count: int = 3) -> Paper:
    """Return a paper that tells after each question what was right."""
    return paper(count, feedback=Feedback.IMMEDIATE)


def declining() -> Paper:
    """Return a paper whose questions have a fifth option, *not attempted*."""
    made = paper(3, marking=MarkingScheme(declining=True))
    last = Option(DECLINED, "Question not attempted", pinned=True)
    asked = tuple(replace(each, options=(*each.options, last)) for each in made.questions)
    return replace(made, questions=asked)


def asking(*stems: str, option: str = "Option") -> Paper:
    """Return a paper of these stems, whose options begin with the same words."""
    made = paper(len(stems))
    options = tuple(Option(letter, f"{option} {letter}") for letter in "abcd")
    asked = (
        replace(each, stem=stem, options=options)
        for each, stem in zip(made.questions, stems, strict=True)
    )
    return replace(made, questions=tuple(asked))


_TABLE = """Consider the following pairs:

| | Declaration | Signed at |
|---|---|---|
| I. | Lahore | Lahore |
| II. | Tashkent | Tashkent |
| III. | Simla Agreement | Karachi |

How many of the pairs given above are correctly matched?"""
_STATEMENTS = """With reference to the Simla Agreement, consider the following statements:

I. It was signed in 1972, after the war of 1971.
II. It was signed by two Prime Ministers.

Which of the statements given above is/are correct?"""
_CODES = ("I only", "II only", "Both I and II", "Neither I nor II")
_PAIRS = ("Only one pair", "Only two pairs", "All the three pairs", "None of the pairs")
_PLACES = ("Karachi", "Simla", "Lahore", "Tashkent")


def _like_real(count: int) -> tuple[tuple[Question, ...], tuple[Answer, ...]]:
    kinds = (
        (Form.TWO_STATEMENTS, _STATEMENTS, _CODES),
        (Form.HOW_MANY_PAIRS, _TABLE, _PAIRS),
        (Form.DIRECT, "Where was the Indus Waters Treaty of 1960 signed?", _PLACES),
    )
    reasons = (
        Answer(
            "a",
            statements=(
                Why("I", correct=True, text="Signed on 2 July 1972."),
                Why("II", correct=False, text="Bhutto was President then."),
            ),
            remember="Simla, President and Prime Minister. Lahore, two Prime Ministers.",
            source="Track II Diplomacy Between India And Pakistan, 2025",
            locator="Historical Connections",
        ),
        Answer("b", explanation="Lahore and Tashkent are; Simla is not at Karachi."),
        Answer(
            "a",
            options=(
                Why("a", correct=True, text="Signed there on 19 September 1960."),
                Why("b", correct=False, text="The place of the agreement of 1972."),
            ),
        ),
    )
    topics = ("SCO membership", "treaty-dates", "")
    questions, answers = [], []
    for number in range(count):
        form, stem, options = kinds[number % 3]
        questions.append(
            Question(
                bank="sample",
                id=f"q{number + 1}",
                form=form,
                stem=stem,
                options=tuple(
                    Option(letter, text) for letter, text in zip("abcd", options, strict=True)
                ),
                topic=topics[number % 3],
                difficulty=Difficulty.MEDIUM,
            )
        )
        answers.append(reasons[number % 3])
    return tuple(questions), tuple(answers)


QUESTIONS, ANSWERS = _like_real(100)


def like_real(
    count: int = 25,
    *,
    feedback: Feedback = Feedback.AFTER,
    sections: tuple[Section, ...] = (),
    timing: Timing | None = None,
    locked: bool = False,
) -> Paper:
    """Return a paper as the shipped bank gives them, with a clock of half an hour.

    `ANSWERS` has the answers to as many as 100.
    """
    return Paper(
        title="Treaty dates, sectional test",
        questions=QUESTIONS[:count],
        sections=sections or (Section("All", count),),
        marking=MarkingScheme(),
        timing=timing or Timing(paper_ms=HOUR // 2),
        feedback=feedback,
        locked=locked,
    )
