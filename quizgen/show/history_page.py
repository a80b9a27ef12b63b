"""What `quizgen history show` shows: one finished attempt, and what became of each question."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.events import Level
from quizgen.core.history import Response, Sat
from quizgen.core.item import UNNAMED, Form
from quizgen.core.marking import Outcome
from quizgen.show.history_list import Listed, accuracy, long_date, score
from quizgen.show.layout import Columns, Either, Flow, OneLine, spaced
from quizgen.show.regraded import response_regraded, sat_regraded
from quizgen.show.words import (
    duration,
    form_name,
    in_marks,
    marks,
    one_line,
    sentence,
    topic_name,
)

_LONGEST = 32
"""Characters of an id that is shown."""
_HEADS = ("No.", "Question", "Outcome", "Marks", "Time", "How sure")
_RIGHT = frozenset({0, 3, 4})


def history_page(
    listed: Listed,
    responses: Sequence[Response],
    *,
    whole: bool,
    regraded_on: str = "",
    plain: bool = False,
) -> Group:
    """Return the page of one attempt.

    Args:
        responses: Its responses, in paper order.
        whole: Whether `quizgen result` can show it whole: its journal is on this computer.
        regraded_on: The day on which it was last regraded; empty: it is not known, or never was.
    """
    return spaced(
        (
            _head(listed, regraded_on, plain=plain),
            _questions(responses, plain=plain),
            _whole(listed.number, whole=whole, plain=plain),
        )
    )


def _head(listed: Listed, regraded_on: str, *, plain: bool) -> Iterator[RenderableType]:
    sat, started = listed.sat, listed.started
    kind, zone = one_line(sat.kind), one_line(started.tzname() or "")
    yield Flow(Text(f"Attempt {listed.number}: {kind}, {one_line(sat.title)}"))
    yield Flow(Text(f"{long_date(started)}, {started:%H:%M} {zone}".rstrip()))
    share = accuracy(sat)
    figures = [
        ("Score", f"{score(sat)}, accuracy {share}" if share else score(sat)),
        ("Questions", _counts(sat)),
        ("Time", duration(sat.spent_ms, spoken=plain)),
    ]
    for label, figure in figures:
        if plain:
            yield Flow(Text(f"{label}: {figure}."))
        else:
            yield Flow(Text(figure), Text(f"{label:9}  "))
    if line := sat_regraded(sat, regraded_on):
        yield Flow(Text(line))


def _counts(sat: Sat) -> str:
    void = f", {sat.void} void" if sat.void else ""
    return f"{sat.right} right, {sat.wrong} wrong, {sat.unanswered} unanswered{void}"


def _questions(responses: Sequence[Response], *, plain: bool) -> Iterator[RenderableType]:
    if not responses:
        return
    sentences = tuple(
        Flow(Text(_sentence(each, spoken=plain)), Text(f"{each.number}  ")) for each in responses
    )
    if plain:
        yield from sentences
    else:
        cells = tuple(tuple(map(Text, row)) for row in (_HEADS, *map(_cells, responses)))
        yield Either(Columns(cells, right=_RIGHT), sentences)
    yield from (Flow(Text(line)) for line in map(response_regraded, responses) if line)


def _cells(response: Response) -> tuple[str, ...]:
    return (
        str(response.number),
        _name(response),
        response.outcome,
        "" if response.outcome is Outcome.VOID else marks(response.marks),
        duration(response.spent_ms),
        response.certainty or "",
    )


def _sentence(response: Response, *, spoken: bool) -> str:
    parts = [str(response.outcome)]
    parts += [] if response.outcome is Outcome.VOID else [in_marks(response.marks)]
    parts += [duration(response.spent_ms, spoken=spoken)]
    parts += [f"you were {_sure(response)}"] if response.certainty else []
    return sentence(f"{_name(response)}: {', '.join(parts)}")


def _sure(response: Response) -> str:
    return "guessing" if response.certainty is Level.GUESS else str(response.certainty)


def _name(response: Response) -> str:
    return question_name(response.item, response.topic, response.form)


def question_name(item: str, topic: str, form: Form) -> str:
    """Return what a question, `bank:id`, is called in a table.

    An id its author gave, else topic and form: long or made ids are not for reading.
    """
    name = one_line(item.partition(":")[2])
    if name and len(name) <= _LONGEST and not name.startswith(UNNAMED) and "~" not in name:
        return name
    return ", ".join(filter(None, (topic_name(topic), form_name(form))))


def _whole(number: int, *, whole: bool, plain: bool) -> Iterator[RenderableType]:
    if whole:
        yield Flow(Text("Every question in full, and what it teaches:"))
        yield OneLine(Text(f"{'' if plain else '  '}quizgen result {number}"))
    else:
        yield Flow(Text("Imported, answers alone: its questions in full are where it was sat."))
