"""Whether a response was right, and why: what teaches."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.item import LETTERS, Answer, Question, Why
from quizgen.core.marking import Outcome
from quizgen.core.paper import Feedback, Paper, VoidPolicy
from quizgen.core.result import Row
from quizgen.show.layout import Columns, Flow, labelled, numbered, spaced
from quizgen.show.prose import rich_line, text_views
from quizgen.show.words import (
    date_in_words,
    duration,
    in_marks,
    one_line,
    option_name,
    sentence,
    signed,
)

RIGHT = "bold green"
WRONG = "bold red"
_BESIDE = 28
"""Widest option that a why is put beside; columns."""


_VOID = {
    VoidPolicy.SCALE: " and is not marked",
    VoidPolicy.FULL_MARKS: ", so everyone has its marks",
    VoidPolicy.DROP: " and is not marked",
}
_STYLES = {Outcome.RIGHT: RIGHT, Outcome.WRONG: WRONG}


def verdict(row: Row, paper: Paper, *, plain: bool = False) -> Flow:
    """Return the one line that says what became of a question, with the right answer."""
    head, rest = judged(row, paper, spoken=plain)
    return Flow(Text.assemble((head, _STYLES.get(row.outcome, "")), rest))


def judged(row: Row, paper: Paper, *, spoken: bool = False) -> tuple[str, str]:
    """Return what became of a question, as its head, `Wrong (-0.67)`, and the rest of the line."""
    answer = sentence(f"Answer: {option_name(row.question, row.answer.key)}")
    spent = duration(row.entry.spent_ms, spoken=spoken)
    match row.outcome:
        case Outcome.RIGHT:
            right = sentence(option_name(row.question, row.answer.key))
            return f"Right ({signed(row.marks)})", f" in {spent}. {right}"
        case Outcome.WRONG:
            return f"Wrong ({signed(row.marks)})", f" in {spent}. {_chosen(row)} {answer}"
        case Outcome.DECLINED:
            return "Not attempted", f": {_loss(row)}. {answer}"
        case Outcome.VOID:
            return "Void", f": this question has no single right answer{_VOID[paper.marking.void]}."
        case _:
            return _unanswered(row, paper), f"{_loss(row)}. {answer}"


def explanation(row: Row, *, plain: bool = False) -> Group:
    """Return the whys, the explanation and where it all comes from; empty if there is nothing."""
    question, answer = row.question, row.answer
    return spaced(
        (
            _statement_whys(answer),
            _option_whys(row, plain=plain),
            text_views(answer.explanation, speak=plain),
            _notes(question, answer),
        )
    )


def _unanswered(row: Row, paper: Paper) -> str:
    if row.timed_out:
        return "Time is up: not answered, "
    return "Skipped: " if paper.feedback is Feedback.IMMEDIATE else "Not answered: "


def _loss(row: Row) -> str:
    return f"{in_marks(-row.marks)} lost" if row.marks else "no marks lost"


def _chosen(row: Row) -> str:
    response = row.entry.response
    return "" if response is None else sentence(f"You chose {option_name(row.question, response)}")


def _statement_whys(answer: Answer) -> Iterator[RenderableType]:
    if answer.statements:
        yield from numbered(
            [(_label(why), _truth(why, "Correct.", "Not correct.")) for why in answer.statements]
        )


def _label(why: Why) -> str:
    """A numeral with its point, or a name, `Statement-II`, with a colon."""
    label = one_line(why.label)
    return f"{label}." if label.isalnum() else f"{label}:"


def _truth(why: Why, correct: str, incorrect: str) -> Text:
    head = why.verdict or (correct if why.correct else incorrect)
    return Text(" ").join(part for part in (rich_line(head), rich_line(why.text)) if part.plain)


def _option_whys(row: Row, *, plain: bool) -> Iterator[RenderableType]:
    """In the order shown; the key always, if any option has a why. Of a void question none is."""
    whys = {why.label: why.text for why in row.answer.options if why.text}
    rows: list[tuple[Text, Text]] = []
    for letter, option in zip(LETTERS, row.question.options, strict=False):
        why = Why(option.id, option.id == row.key, whys.get(option.id, ""))
        if whys and (why.text or why.correct):
            name = Text(f"({letter}) ") + rich_line(option.text)
            rows.append((name, _truth(why, "Right.", "")))
    if plain:
        for name, words in rows:
            yield Flow(Text(sentence(name.plain) + " ") + words, indent=2)
    elif rows and max(cell_len(name.plain) for name, _ in rows) <= _BESIDE:
        yield Columns(tuple(rows))
    else:
        for name, words in rows:
            yield Flow(name[4:], name[:4], indent=2)
            yield Flow(words, indent=6)


def _notes(question: Question, answer: Answer) -> Iterator[RenderableType]:
    if answer.remember:
        yield labelled("Remember", rich_line(answer.remember), "bold")
    source = ", ".join(part for part in (answer.source, answer.locator) if part)
    if source:
        yield labelled("Source", rich_line(source))
    if question.as_of:
        yield Flow(Text(f"As of {sentence(date_in_words(question.as_of))}"))
