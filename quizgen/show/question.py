"""A question as it is asked."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.item import LETTERS, Question
from quizgen.core.palette import status
from quizgen.core.paper import MarkingScheme, Paper
from quizgen.core.state import Attempt
from quizgen.show.layout import BLANK, Ends, Flow
from quizgen.show.prose import rich_line, text_views
from quizgen.show.words import duration, signed, topic_name

HEAD = "bold"
_GAP = "    "


def practice_question(paper: Paper, index: int, *, plain: bool = False) -> Group:
    """Return a question of a practice, by its index from 0, under a head line."""
    stake, clock = stakes(paper.marking), paper.timing.question_ms
    if clock is not None:
        stake = f"{duration(clock, spoken=plain)}, {stake}"
    return Group(
        _head(paper, index, _about(paper.questions[index]), stake, plain=plain),
        BLANK,
        *body(paper.questions[index], plain=plain),
    )


def reviewed_question(
    paper: Paper, index: int, response: str | None, *, plain: bool = False
) -> Group:
    """Return a question as it was answered, by its index from 0, under a head line."""
    question = paper.questions[index]
    return Group(
        _head(paper, index, _about(question), "", plain=plain),
        BLANK,
        *body(question, chosen=response, plain=plain),
    )


def mock_question(attempt: Attempt, remaining_ms: int | None, *, plain: bool = False) -> Group:
    """Return the open question of a mock, its status and the time left above, the choice shown."""
    entry, question = attempt.open_entry, attempt.paper.questions[attempt.current]
    left = "" if remaining_ms is None else f"{duration(remaining_ms, spoken=plain)} left"
    return Group(
        _head(attempt.paper, attempt.current, status(entry), left, plain=plain),
        BLANK,
        *body(question, chosen=entry.response, plain=plain),
    )


def _about(question: Question) -> str:
    return ", ".join(part for part in (topic_name(question.topic), question.difficulty) if part)


def stakes(scheme: MarkingScheme) -> str:
    """Return what a question is worth: `+2 or -0.67`."""
    stake = f"{signed(scheme.right)} or {signed(-scheme.wrong)}"
    return f"{stake}, blank {signed(-scheme.blank)}" if scheme.blank else stake


def body(
    question: Question, *, chosen: str | None = None, plain: bool = False
) -> Iterator[RenderableType]:
    """Yield stem and options, one to a line.

    Args:
        chosen: Id of the option to show as chosen.
    """
    yield from text_views(question.stem, speak=plain)
    yield BLANK
    for letter, option in zip(LETTERS, question.options, strict=False):
        words = rich_line(option.text)
        mark = "  "
        if option.id == chosen:
            words = words + Text(", your answer") if plain else words
            mark = "  " if plain else "> "
        yield Flow(words, Text(f"{mark}({letter}) "))


def _head(paper: Paper, index: int, about: str, stake: str, *, plain: bool) -> RenderableType:
    place = f"Question {index + 1} of {len(paper.questions)}"
    if plain:
        head = f"{place}: {about}." if about else f"{place}."
        return Flow(Text(f"{head} {stake}." if stake else head))
    left = Text(place, style=HEAD)
    if about:
        left = Text.assemble(left, _GAP, about)
    return Ends(left, Text(stake))
