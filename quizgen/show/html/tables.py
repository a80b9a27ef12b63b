"""The tables of a result: by topic, section, form and difficulty."""

from collections.abc import Iterator, Sequence

from quizgen.core.analysis import Analysis, Group
from quizgen.core.result import Result
from quizgen.show import findings
from quizgen.show.html.boxes import table
from quizgen.show.html.markup import Element
from quizgen.show.words import capital, marks


def tables(found: Analysis, result: Result) -> Iterator[Element]:
    """Yield a table for each way to group the questions that has more than one group."""
    topics = [(findings.topic_or_none(each.name), each) for each in found.topics]
    for by, groups in (("topic", topics), *findings.tables(found)):
        if len(groups) > 1:
            names = [capital(name) for name, _ in groups]
            columns = list(_columns([group for _, group in groups], result))
            heads = [capital(by), *(head for head, _ in columns)]
            rows = list(zip(names, *(cells for _, cells in columns), strict=True))
            yield table(f"By {by}", heads, rows)


def _columns(groups: Sequence[Group], result: Result) -> Iterator[tuple[str, list[str]]]:
    """Each column with its head; what is nothing or says nothing is left out.

    Marks come first: a phone shows two or three columns without scrolling.
    """
    tallies = [group.tally for group in groups]
    yield "Marks", [marks(tally.marks) for tally in tallies]
    yield "Right", [str(tally.right) for tally in tallies]
    yield "Wrong", [str(tally.wrong) for tally in tallies]
    yield "Unanswered", [str(tally.unanswered) for tally in tallies]
    if result.tally.declined:
        yield "Not attempted", [str(tally.declined) for tally in tallies]
    if result.tally.void:
        yield "Void", [str(tally.void) for tally in tallies]
    accuracies = [findings.share(tally.right, tally.right + tally.wrong) for tally in tallies]
    if any(accuracies):
        yield "Accuracy", accuracies
    if result.spent_ms >= findings.TELLING_MS:
        yield "Time each", [findings.mean(group) for group in groups]
