"""What a result teaches, below its score: guesses, certainty, time, changes, forms, cut-offs."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.analysis import Analysis
from quizgen.core.result import Result
from quizgen.show import findings
from quizgen.show.breakdown import Line, breakdown
from quizgen.show.layout import Columns, Either, Flow, labelled, spaced
from quizgen.show.words import capital, count, marks, sentence

_LOOK = "bold"
_WIDEST = len("Where time went")


def analysis_views(found: Analysis, result: Result, *, plain: bool = False) -> Group:
    """Return what a result teaches; an empty group where there is nothing to say."""
    return spaced(
        (
            _guesses(found, result),
            _sure_but_wrong(found, plain=plain),
            _certainty(found, plain=plain),
            _time_and_changes(found, result, plain=plain),
            *_tables(found, result, plain=plain),
            _cutoffs(found, plain=plain),
        )
    )


def _guesses(found: Analysis, result: Result) -> Iterator[RenderableType]:
    if words := findings.guesses(found, result):
        yield Flow(Text(words))


def _sure_but_wrong(found: Analysis, *, plain: bool) -> Iterator[RenderableType]:
    if words := findings.sure_but_wrong(found):
        yield from _named("Sure but wrong", [words], style=_LOOK, plain=plain)


def _named(
    label: str, phrases: Sequence[str], *, style: str = "", plain: bool
) -> Iterator[RenderableType]:
    """Phrases below each other after their label; plain: each a sentence."""
    if plain:
        first, *rest = phrases
        yield Flow(Text(sentence(f"{label}: {first}")))
        yield from (Flow(Text(sentence(capital(phrase)))) for phrase in rest)
        return
    for number, phrase in enumerate(phrases):
        name = f"{label:<{_WIDEST}}  " if number == 0 else " " * (_WIDEST + 2)
        head = Text(name, style=style)
        yield Flow(Text(phrase), head)


def _certainty(found: Analysis, *, plain: bool) -> Iterator[RenderableType]:
    rows = [("Certainty", "Answers", "Right", "Accuracy")]
    sentences = []
    for each in found.certainty:
        name, share = findings.level_name(each.level), findings.share(each.right, each.answers)
        rows.append((name, str(each.answers), str(each.right), share))
        told = f"{capital(name)}: {count(each.answers, 'answer')}, {each.right} right"
        sentences.append(Flow(Text(sentence(f"{told}, {share}" if share else told))))
    if plain:
        yield from sentences
    elif found.certainty:
        cells = tuple(tuple(map(Text, row)) for row in rows)
        yield Either(Columns(cells, right=frozenset({1, 2, 3})), tuple(sentences))


def _time_and_changes(found: Analysis, result: Result, *, plain: bool) -> Iterator[RenderableType]:
    times = findings.where_time_went(found, result, spoken=plain)
    if times:
        yield from _named("Where time went", times, plain=plain)
    for label, figures in findings.changed(found.changes):
        yield from _named(label, [figures], plain=plain)


def _tables(found: Analysis, result: Result, *, plain: bool) -> Iterator[Iterator[RenderableType]]:
    telling = result.spent_ms >= findings.TELLING_MS
    for by, groups in findings.tables(found):
        lines = [
            Line(
                name, group.tally, findings.group_each_ms(group) if telling and group.seen else None
            )
            for name, group in groups
        ]
        yield breakdown(by, lines, result.tally, plain=plain)


def _cutoffs(found: Analysis, *, plain: bool) -> Iterator[RenderableType]:
    if not found.cutoffs:
        return
    yield Flow(Text(f"{findings.CUTOFFS}:"))
    told = [
        (str(each.cutoff.year), marks(each.cutoff.marks), findings.distance(each))
        for each in found.cutoffs
    ]
    sentences = tuple(
        Flow(Text(f"{year}: {cutoff}; your score is {where}."), indent=2)
        for year, cutoff, where in told
    )
    if plain:
        yield from sentences
    else:
        rows = tuple(tuple(map(Text, row)) for row in (("Year", "Cut-off", "Your score"), *told))
        yield Either(Columns(rows, right=frozenset({1, 2})), sentences)
    yield Flow(Text(findings.FORECAST))
    yield labelled("Source", Text(findings.cutoff_sources(found.cutoffs)))
