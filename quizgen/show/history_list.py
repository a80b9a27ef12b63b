"""What `quizgen history` shows: every finished attempt, the latest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.history import Sat
from quizgen.show.layout import BLANK, Columns, Either, Flow, OneLine
from quizgen.show.regraded import sat_regraded, score_of
from quizgen.show.words import (
    count,
    date_in_words,
    duration,
    one_line,
    percent,
)

_HEADS = ("No.", "Date", "Kind", "Title", "Score", "Accuracy", "Time")
_RIGHT = frozenset({0, 4, 5, 6})
_FIRM = frozenset({0, 1, 2, 4, 5, 6})
NOTHING = "No finished attempts yet. Begin with: quizgen practice"


@dataclass(frozen=True, slots=True)
class Listed:
    """An attempt in the list.

    Attributes:
        number: By which its user calls it.
        started: When, where the user is.
    """

    number: int
    sat: Sat
    started: datetime


def history_list(rows: Sequence[Listed], *, more: int = 0, plain: bool = False) -> Group:
    """Return the list, in the order given; plain: a sentence for each attempt.

    Args:
        more: How many attempts there are besides.
    """
    if not rows:
        return Group(Flow(Text(NOTHING)))
    return Group(
        *_list(rows, plain=plain),
        *_more(more),
        *_regraded(rows),
        *_hint(rows[0].number, plain=plain),
    )


def _list(rows: Sequence[Listed], *, plain: bool) -> Iterator[RenderableType]:
    width = max(len(str(row.number)) for row in rows)
    sentences = tuple(
        Flow(Text(_sentence(row, spoken=plain)), Text(f"{row.number:{width}}  ")) for row in rows
    )
    if plain:
        yield from sentences
        return
    cells = tuple(tuple(map(Text, row)) for row in (_HEADS, *map(_cells, rows)))
    yield Either(Columns(cells, right=_RIGHT, indent=0, firm=_FIRM), sentences, wrapping=True)


def _more(more: int) -> Iterator[RenderableType]:
    if more:
        yield BLANK
        yield Flow(Text(f"{count(more, 'earlier attempt')} not shown."))


def _hint(number: int, *, plain: bool) -> Iterator[RenderableType]:
    yield BLANK
    yield Flow(Text("One of them, question by question:"))
    yield OneLine(Text(f"{'' if plain else '  '}quizgen history show {number}"))


def _regraded(rows: Sequence[Listed]) -> Iterator[RenderableType]:
    """The marks of the list are those that count now."""
    told = [(row.number, line) for row in rows if (line := sat_regraded(row.sat))]
    if told:
        yield BLANK
    for number, line in told:
        yield Flow(Text(line), Text(f"No. {number}  "))


def _cells(row: Listed) -> tuple[str, ...]:
    sat = row.sat
    return (
        str(row.number),
        short_date(row.started),
        one_line(sat.kind),
        one_line(sat.title),
        score(sat),
        accuracy(sat),
        duration(sat.spent_ms),
    )


def _sentence(row: Listed, *, spoken: bool) -> str:
    sat = row.sat
    said = f"{long_date(row.started)}, {one_line(sat.kind)}, {one_line(sat.title)}: {score(sat)}"
    share = accuracy(sat)
    said += f", accuracy {share}" if share else ""
    return f"{said}, {duration(sat.spent_ms, spoken=spoken)}."


def score(sat: Sat) -> str:
    """Return `21.33 of 50`."""
    return score_of(sat.marks, sat.maximum)


def accuracy(sat: Sat) -> str:
    """Return `60 %`; empty where nothing was answered."""
    answered = sat.right + sat.wrong
    return percent(Fraction(sat.right, answered)) if answered else ""


def long_date(moment: datetime) -> str:
    """Return `22 November 2026`."""
    return date_in_words(f"{moment:%Y-%m-%d}")


def short_date(moment: datetime) -> str:
    """Return `22 Nov 2026`."""
    day, month, year = long_date(moment).split()
    return f"{day} {month[:3]} {year}"
