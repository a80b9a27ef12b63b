"""A table of groups of questions: counts, marks, and the time each question took."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from quizgen.core.marking import Tally
from quizgen.show.findings import counts
from quizgen.show.layout import Columns, Either, Flow
from quizgen.show.words import capital, duration, in_marks, marks


class Line(NamedTuple):
    """One group; `each_ms` is the mean time on a question, None where it is not shown."""

    name: str
    tally: Tally
    each_ms: int | None = None


def breakdown(
    by: str, lines: Sequence[Line], whole: Tally, *, headed: bool = True, plain: bool = False
) -> Iterator[RenderableType]:
    """Yield the table, or a sentence for each group where there is no room, or if plain.

    Args:
        by: What the groups are: `topic`.
        whole: Of all of them; says which columns are needed.
        headed: Whether the sentences are told to be by that.
    """
    timed = any(line.each_ms is not None for line in lines)
    indent = 2 if headed else 0
    sentences: tuple[Flow, ...] = (Flow(Text(f"By {by}:")),) if headed else ()
    sentences += tuple(Flow(Text(_sentence(line, spoken=plain)), indent=indent) for line in lines)
    if plain:
        yield from sentences
        return
    heads = ["Right", "Wrong", "Unanswered"]
    heads += ["Not attempted"] if whole.declined else []
    heads += ["Void"] if whole.void else []
    heads += ["Marks", "Time each"] if timed else ["Marks"]
    rows = [(capital(by), *heads), *(_cells(line, whole, timed=timed) for line in lines)]
    cells = tuple(tuple(map(Text, row)) for row in rows)
    columns = Columns(cells, right=frozenset(range(1, len(heads) + 1)))
    yield Either(columns, sentences, wrapping=True)


def _sentence(line: Line, *, spoken: bool) -> str:
    said = f"{line.name}: {counts(line.tally)}, {in_marks(line.tally.marks)}"
    if line.each_ms is None:
        return f"{said}."
    return f"{said}, {duration(line.each_ms, spoken=spoken)} a question."


def _cells(line: Line, whole: Tally, *, timed: bool) -> tuple[str, ...]:
    tally = line.tally
    figures = [tally.right, tally.wrong, tally.unanswered]
    figures += [tally.declined] if whole.declined else []
    figures += [tally.void] if whole.void else []
    time = "" if line.each_ms is None else duration(line.each_ms)
    return (line.name, *map(str, figures), marks(tally.marks), *([time] if timed else []))
