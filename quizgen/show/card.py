"""The score card."""

import shlex
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.item import UNNAMED
from quizgen.core.paper import Feedback, Paper
from quizgen.core.result import Result, Row
from quizgen.core.text import clean
from quizgen.show.breakdown import Line, breakdown
from quizgen.show.findings import TELLING_MS, counts, topic_or_none, void_questions
from quizgen.show.layout import Abreast, Flow, OneLine, spaced
from quizgen.show.regraded import regraded_line
from quizgen.show.words import (
    duration,
    listed,
    marks,
    one_line,
    percent,
    times,
)

_LISTED = 10
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~+@:.,")
"""Characters of ids and codes that mean nothing to a shell."""


def card(result: Result, *, plain: bool = False, commands: bool = True) -> Group:
    """Return the score card of an attempt, finished or not.

    Args:
        commands: Whether it may name commands, where they can be copied.
    """
    if not result.rows:
        return Group(Flow(Text("Nothing was answered, so there is no score.")))
    return spaced(
        (
            _score(result, plain=plain),
            _topics(result, plain=plain),
            _notes(result, plain=plain, commands=commands),
            _revisit(result, plain=plain, commands=commands),
        )
    )


def _score(result: Result, *, plain: bool) -> Iterator[RenderableType]:
    tally = result.tally
    accuracy = tally.accuracy
    parts = [f"{marks(tally.marks)} of {marks(tally.maximum)}", counts(tally)]
    parts += [] if accuracy is None else [f"accuracy {percent(accuracy)}"]
    yield _row("Score", parts, plain=plain, style="bold")
    if tally.lost_wrong:
        yield _row("Lost to wrong answers", [marks(tally.lost_wrong)], plain=plain)
    if tally.lost_blank:
        yield _row("Lost to blanks", [marks(tally.lost_blank)], plain=plain)
    yield _row("Time", _time(result, plain=plain), plain=plain)


def _row(label: str, parts: list[str], *, plain: bool, style: str = "") -> RenderableType:
    if plain:
        return Flow(Text(f"{label}: {', '.join(parts)}."))
    first, *rest = parts
    return Abreast(
        f"{label}  " if len(label) > len("Score") else f"{label:<5}  ",
        (Text(first, style=style), *map(Text, rest)),
    )


def _time(result: Result, *, plain: bool) -> list[str]:
    each = duration(result.spent_ms // len(result.rows), spoken=plain)
    parts = [duration(result.spent_ms, spoken=plain)]
    slowest = result.slowest
    if slowest is None or len(result.rows) == 1 or result.spent_ms < TELLING_MS:
        return parts
    spent = duration(slowest.entry.spent_ms, spoken=plain)
    return [*parts, f"{each} a question; slowest: question {slowest.number}, {spent}"]


def _topics(result: Result, *, plain: bool) -> Iterator[RenderableType]:
    topics = result.topics
    if len(topics) == 1 and not topics[0].topic:
        return
    lines = [Line(topic_or_none(each.topic), each.tally) for each in topics]
    yield from breakdown("topic", lines, result.tally, headed=False, plain=plain)


def _notes(result: Result, *, plain: bool, commands: bool) -> Iterator[RenderableType]:
    attempt = result.attempt
    if result.disqualified:
        limit = attempt.paper.marking.blank_limit
        share = "" if limit is None else f" than {percent(limit)}"
        yield Flow(Text(f"More{share} was left blank: this exam disqualifies such a paper."))
    for line in filter(None, (void_questions(result), regraded_line(result))):
        yield Flow(Text(line))
    if attempt.interruptions:
        yield Flow(Text(interruptions_line(result, plain=plain)))
    if commands and attempt.paper.feedback is Feedback.AFTER and attempt.paper.code:
        command = _command("mock", attempt.paper, "--code", attempt.paper.code)
        yield OneLine(Text(f"The same paper again  {command or one_line(attempt.paper.code)}"))


def _command(name: str, paper: Paper, option: str, value: str) -> str:
    """A command to copy; empty where a word of it would not survive that."""
    if not _SAFE.issuperset(value) or any(clean(word) != word for word in paper.origin):
        return ""
    return shlex.join(["quizgen", name, *paper.origin, option, value])


def interruptions_line(result: Result, *, plain: bool = False) -> str:
    """Return how often and for how long the attempt was interrupted."""
    gaps = result.attempt.interruptions
    total = duration(sum(gap.gap_ms for gap in gaps), spoken=plain)
    charged = [gap.charged for gap in gaps]
    clock = "ran on" if all(charged) else "stood still"
    return f"Interrupted {times(len(gaps))}, {total}; the clock {clock}."


def _revisit(result: Result, *, plain: bool, commands: bool) -> Iterator[RenderableType]:
    if not result.revisit:
        return
    practice = result.attempt.paper.feedback is Feedback.IMMEDIATE
    named = _ids(result.revisit) if practice else _numbers(result.revisit)
    label = "Look again at  "
    yield Flow(Text(f"Look again at {named}.")) if plain else Flow(Text(named), Text(label))
    command = _again(result) if practice and commands else ""
    if command:
        yield OneLine(Text(command if plain else " " * len(label) + command))


def _numbers(rows: Sequence[Row]) -> str:
    """Questions of a mock, which were known by their numbers: `questions 7, 1 and 4`."""
    several = "questions" if len(rows) > 1 else "question"
    return f"{several} {_cut([str(row.number) for row in rows])}"


def _ids(rows: Sequence[Row]) -> str:
    return _cut([_name(row) for row in rows])


def _cut(names: list[str]) -> str:
    more = len(names) - _LISTED
    return listed(names[:_LISTED] + ([f"{more} more"] if more > 0 else []))


def _name(row: Row) -> str:
    """An id its author gave, else the question's number: long or made ids are not for reading."""
    name = row.question.id
    given = not name.startswith(UNNAMED) and "~" not in name
    return one_line(name) if given else f"question {row.number}"


def _again(result: Result) -> str:
    """The command that asks the first of them again; empty where there can be none."""
    ids = [row.question.id for row in result.revisit if _SAFE.issuperset(row.question.id)]
    paper = result.attempt.paper
    return _command("practice", paper, "--ids", ",".join(ids[:_LISTED])) if ids else ""
