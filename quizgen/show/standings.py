"""Tables of how someone stands: accuracy now and before, the latest weeks, time; what was seen."""

from collections.abc import Callable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from quizgen.core.progress import Answers, Calibration, Coverage, Standing
from quizgen.show.bars import bar, sparkline
from quizgen.show.findings import topic_or_none
from quizgen.show.layout import Columns, Either, Flow
from quizgen.show.progress_words import TOO_FEW, accuracy, seen_percent, seen_share, thousands
from quizgen.show.words import capital, count, duration

_BAR = len(TOO_FEW)
"""Columns of a bar: as many as the words in its place."""
_SIDE = frozenset({1, 3, 4, 6})
_FIRM = frozenset(range(1, 7))


def standings(
    by: str, rows: Sequence[Standing], name: Callable[[Standing], str], *, plain: bool
) -> Iterator[RenderableType]:
    """Yield a table of standings, less of it where there is less room; plain: a sentence for each.

    Args:
        by: What they are: `topic`.
    """
    named = [(name(each), each) for each in rows]
    sentences = (
        Flow(Text(f"By {by}, the weakest first:")),
        *(Flow(Text(_sentence(*each, spoken=plain)), indent=2) for each in named),
    )
    if plain:
        yield from sentences
        return
    heads = (capital(by), "Answers", "Accuracy now", "", "Before", "8 weeks", "Time each")
    cells = [heads, *(_cells(*each) for each in named)]
    short = _columns([each[:5] for each in cells])
    yield Either(_columns(cells), (Either(short, sentences, wrapping=True),), wrapping=True)


def _columns(rows: Sequence[Sequence[str]]) -> Columns:
    return Columns(tuple(tuple(map(Text, row)) for row in rows), right=_SIDE, firm=_FIRM)


def _cells(name: str, standing: Standing) -> tuple[str, ...]:
    time = standing.time.each_ms
    return (
        name,
        f"{standing.ever.number:,}",
        *_drawn(standing.now),
        accuracy(standing.before, few=""),
        sparkline(week.answers.accuracy for week in standing.weeks),
        "" if time is None else duration(time),
    )


def _drawn(answers: Answers) -> tuple[str, str]:
    share = answers.accuracy
    return (TOO_FEW, "") if share is None else (bar(share, _BAR), accuracy(answers))


def _sentence(name: str, standing: Standing, *, spoken: bool) -> str:
    now, ever = standing.now.number, standing.ever.number
    said = f"{name}: {thousands(ever, 'answer')}"
    if standing.now.accuracy is None:
        lately = "" if now == ever else f", {now} lately"
        return f"{said}{lately}, {TOO_FEW}."
    said += f", {accuracy(standing.now)} of the latest {now} right"
    if standing.before.accuracy is not None:
        said += f", {accuracy(standing.before)} of the {standing.before.number} before"
    time = standing.time.each_ms
    return f"{said}." if time is None else f"{said}, {duration(time, spoken=spoken)} a question."


def certainty(rows: Sequence[Calibration], *, plain: bool) -> Iterator[RenderableType]:
    """Yield how often answers were right by what was said of them."""
    if not rows:
        return
    sentences = tuple(Flow(Text(f"When you said {_said(each)}.")) for each in rows)
    if plain:
        yield from sentences
        return
    cells = [("When you said", "Answers", "Right", "")]
    cells += [(each.level.value, str(each.now.number), *_drawn(each.now)) for each in rows]
    columns = Columns(tuple(tuple(map(Text, row)) for row in cells), right=frozenset({1, 3}))
    yield Either(columns, sentences)


def _said(row: Calibration) -> str:
    return f"{row.level}: {count(row.now.number, 'answer')}, {calibrated(row)}"


def calibrated(row: Calibration) -> str:
    """Return `84 % right`, or that there are too few to tell."""
    return TOO_FEW if row.now.accuracy is None else f"{accuracy(row.now)} right"


def coverage(rows: Sequence[Coverage], *, plain: bool) -> Iterator[RenderableType]:
    """Yield how many of the bank's questions were seen, by topic and together."""
    if not rows:
        return
    together = Coverage("", sum(each.seen for each in rows), sum(each.questions for each in rows))
    named = [(topic_or_none(each.topic), each) for each in rows]
    named += [("together", together)] if len(rows) > 1 else []
    sentences = (
        Flow(Text("Questions seen:")),
        *(
            Flow(Text(f"{name}: {each.seen:,} of {each.questions:,}."), indent=2)
            for name, each in named
        ),
    )
    if plain:
        yield from sentences
        return
    cells = [
        ("Questions seen", "Seen", "In all", "", ""),
        *((name, *_seen(each)) for name, each in named),
    ]
    columns = Columns(
        tuple(tuple(map(Text, row)) for row in cells), right=frozenset({1, 2, 4}), firm=_FIRM
    )
    yield Either(columns, sentences, wrapping=True)


def _seen(row: Coverage) -> tuple[str, ...]:
    share = seen_share(row)
    return f"{row.seen:,}", f"{row.questions:,}", bar(share, _BAR), seen_percent(row)
