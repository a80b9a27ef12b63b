"""The head of a result: score, counts, what guessing brought, past cut-offs."""

from collections.abc import Iterator

from quizgen.core.analysis import Analysis
from quizgen.core.cutoffs import Distance
from quizgen.core.marking import Tally
from quizgen.core.result import Result
from quizgen.show import findings
from quizgen.show.card import interruptions_line
from quizgen.show.html.boxes import table
from quizgen.show.html.markup import Element, element
from quizgen.show.regraded import regraded_line
from quizgen.show.words import duration, marks, percent


def summary(result: Result, found: Analysis) -> Iterator[Element]:
    """Yield score and figures, then what must be said of them in sentences."""
    tally = result.tally
    yield element(
        "p", element("strong", marks(tally.marks)), f" of {marks(tally.maximum)}", class_="score"
    )
    figures = [*_counts(tally), *_losses(tally), *_times(result)]
    yield element("dl", *(figure(name, value) for name, value in figures), class_="figures")
    yield from (element("p", sentence) for sentence in _sentences(result, found))
    if found.cutoffs:
        yield from _cutoffs(found.cutoffs)


def figure(name: str, value: str) -> Element:
    """Return one figure of a list of them, under its name."""
    return element("div", element("dt", name), element("dd", value))


def _counts(tally: Tally) -> Iterator[tuple[str, str]]:
    yield "Right", str(tally.right)
    yield "Wrong", str(tally.wrong)
    yield "Unanswered", str(tally.unanswered)
    if tally.declined:
        yield "Not attempted", str(tally.declined)
    if tally.void:
        yield "Void", str(tally.void)
    if tally.accuracy is not None:
        yield "Accuracy", percent(tally.accuracy)


def _losses(tally: Tally) -> Iterator[tuple[str, str]]:
    if tally.lost_wrong:
        yield "Lost to wrong answers", marks(tally.lost_wrong)
    if tally.lost_blank:
        yield "Lost to blanks", marks(tally.lost_blank)


def _times(result: Result) -> Iterator[tuple[str, str]]:
    yield "Time", duration(result.spent_ms)
    slowest = result.slowest
    if slowest is not None and len(result.rows) > 1 and result.spent_ms >= findings.TELLING_MS:
        yield "Time a question", duration(result.spent_ms // len(result.rows))
        yield f"Slowest: question {slowest.number}", duration(slowest.entry.spent_ms)


def _sentences(result: Result, found: Analysis) -> Iterator[str]:
    limit = result.attempt.paper.marking.blank_limit
    if result.disqualified and limit is not None:
        yield f"More than {percent(limit)} was left blank: this exam disqualifies such a paper."
    if words := findings.guesses(found, result):
        yield words
    if words := findings.void_questions(result):
        yield words
    if words := regraded_line(result):
        yield words
    if result.attempt.interruptions:
        yield interruptions_line(result)


def _cutoffs(distances: tuple[Distance, ...]) -> Iterator[Element]:
    """Every figure with its source, and no more said than they say."""
    heads = ("Year", "Cut-off", "Your score", "Source")
    yield table(findings.CUTOFFS, heads, [_cutoff(each) for each in distances], words=1)
    yield element("p", findings.FORECAST, class_="aside")


def _cutoff(distance: Distance) -> tuple[str, ...]:
    cutoff, where = distance.cutoff, findings.distance(distance)
    return str(cutoff.year), marks(cutoff.marks), where, cutoff.source
