"""A question as it is asked."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.item import LETTERS, Question
from quizgen.core.palette import status
from quizgen.core.paper import MarkingScheme, Paper
from quizgen.core.state import Attempt, Entry
from quizgen.show.layout import BLANK, Ends, Flow
from quizgen.show.prose import rich_line, text_views
from quizgen.show.standing import section_line
from quizgen.show.words import capital, duration, sentence, signed, topic_name

HEAD = "bold"
_GAP = "    "


def practice_question(paper: Paper, index: int, *, plain: bool = False) -> Group:
    """Return a question of a practice, by its index from 0, under a head line."""
    stake, clock = stakes(paper.marking), paper.timing.question_ms
    if clock is not None:
        stake = f"{duration(clock, spoken=plain)}, {stake}"
    return Group(
        _head(paper, index, about(paper.questions[index]), stake, plain=plain),
        BLANK,
        *body(paper.questions[index], plain=plain),
    )


def reviewed_question(
    paper: Paper, index: int, response: str | None, key: str | None, *, plain: bool = False
) -> Group:
    """Return a question as it was answered, by its index from 0, under a head line.

    Args:
        key: Id of the right option; None where there is none.
    """
    question = paper.questions[index]
    return Group(
        _head(paper, index, about(question), "", plain=plain),
        BLANK,
        *body(question, chosen=response, key=key, plain=plain),
    )


def mock_question(
    attempt: Attempt,
    remaining_ms: int | None,
    section_ms: int | None = None,
    *,
    plain: bool = False,
) -> Group:
    """Return the open question of a mock under its section, status and time; the choice shown.

    Args:
        remaining_ms: For the question if it has a clock, which then stands alone; else for the
            paper.
        section_ms: For the section if it has a clock, which then stands in place of the paper's.
    """
    paper, entry, question = attempt.paper, attempt.open_entry, attempt.paper.questions
    if paper.timing.question_ms is not None:
        section_ms = None
    elif section_ms is not None:
        remaining_ms = None
    parts = [
        *_section(attempt, section_ms, plain=plain),
        _head(
            paper, attempt.current, _standing(entry), _left(remaining_ms, plain=plain), plain=plain
        ),
        BLANK,
        *body(question[attempt.current], chosen=entry.response, plain=plain),
    ]
    return Group(*parts)


def _section(attempt: Attempt, left_ms: int | None, *, plain: bool) -> Iterator[RenderableType]:
    """The line above the head in a paper of several sections."""
    if len(attempt.paper.sections) == 1:
        return
    line = section_line(attempt.paper, attempt.paper.section_of(attempt.current))
    left = _left(left_ms, plain=plain)
    if plain:
        yield Flow(Text(f"{sentence(line)} {capital(sentence(left))}" if left else sentence(line)))
    else:
        yield Ends(Text(line), Text(left))


def _standing(entry: Entry) -> str:
    """Status, and how sure the candidate said he is."""
    found = status(entry)
    return f"{found}, {entry.certainty}" if entry.certainty else found


def _left(remaining_ms: int | None, *, plain: bool) -> str:
    return "" if remaining_ms is None else f"{duration(remaining_ms, spoken=plain)} left"


def about(question: Question) -> str:
    """Return topic and difficulty, what there is of them: `treaty dates, medium`."""
    return ", ".join(part for part in (topic_name(question.topic), question.difficulty) if part)


def stakes(scheme: MarkingScheme) -> str:
    """Return what a question is worth: `+2 or -0.67`."""
    stake = f"{signed(scheme.right)} or {signed(-scheme.wrong)}"
    return f"{stake}, blank {signed(-scheme.blank)}" if scheme.blank else stake


def body(
    question: Question,
    *,
    chosen: str | None = None,
    key: str | None = None,
    plain: bool = False,
) -> Iterator[RenderableType]:
    """Yield stem and options, one to a line.

    Args:
        chosen: Id of the option to show as chosen.
        key: Id of the right option, once it may be seen.
    """
    yield from text_views(question.stem, speak=plain)
    yield BLANK
    for letter, option in zip(LETTERS, question.options, strict=False):
        here, right = option.id == chosen, option.id == key
        told = here and (plain or key is not None)
        words = rich_line(option.text) + _note(yours=told, right=right, plain=plain)
        mark = "> " if here and not plain else "  "
        yield Flow(words, Text(f"{mark}({letter}) "))


def _note(*, yours: bool, right: bool, plain: bool) -> Text:
    """What stands behind an option: `   your answer, right`; aloud, after a comma."""
    notes = ["your answer"] if yours else []
    notes += ["the right one" if plain else "right"] if right else []
    if plain:
        return Text("".join(f", {note}" for note in notes))
    return Text(f"   {', '.join(notes)}" if notes else "", style="dim")


def _head(paper: Paper, index: int, about: str, stake: str, *, plain: bool) -> RenderableType:
    place = f"Question {index + 1} of {len(paper.questions)}"
    if plain:
        head = f"{place}: {about}." if about else f"{place}."
        return Flow(Text(f"{head} {stake}." if stake else head))
    left = Text(place, style=HEAD)
    if about:
        left = Text.assemble(left, _GAP, about)
    return Ends(left, Text(stake))
