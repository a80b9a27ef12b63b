"""The palette: every question and its status, by shape, colour and count."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quizgen.core.item import DECLINED, LETTERS
from quizgen.core.palette import Standing, Status, standings, status
from quizgen.core.paper import Paper
from quizgen.core.state import Attempt
from quizgen.show.blanks import given_away
from quizgen.show.layout import BLANK, Columns, Ends, Flow, spaced, whole
from quizgen.show.standing import section_line, section_name, section_state
from quizgen.show.words import capital, count, duration, numbers

Shapes = Mapping[Standing, tuple[str, str]]
"""A shape and a style for each standing, in the order of the legend."""
SHAPES: Shapes = {
    Status.ANSWERED: ("#", "green"),
    Status.NOT_ANSWERED: ("o", "red"),
    Status.MARKED: ("?", "magenta"),
    Status.ANSWERED_AND_MARKED: ("&", "magenta"),
    Status.NOT_VISITED: (".", "dim"),
    None: ("-", "dim"),
}
_SUMMARY = (
    (Status.ANSWERED, "Answered"),
    (Status.ANSWERED_AND_MARKED, "Answered, marked for review"),
    (Status.MARKED, "Marked for review only"),
    (Status.NOT_ANSWERED, "Not answered"),
    (Status.NOT_VISITED, "Not visited"),
)
_MARKED = (Status.ANSWERED_AND_MARKED, Status.MARKED)


def standing_words(standing: Standing) -> str:
    """Return a standing in words."""
    return standing or "locked"


def legend(attempt: Attempt) -> dict[Standing, int]:
    """Return how many questions have each standing, in the order of the legend.

    All five statuses are in it; what is locked, only where something is.
    """
    found = Counter(standings(attempt))
    return {each: found[each] for each in SHAPES if each or found[each]}


@dataclass(frozen=True, slots=True)
class _Grid:
    """Numbers with their shapes, ten to a line or five; the open one in brackets."""

    attempt: Attempt
    span: range

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        all_ = standings(self.attempt)
        cells = [self._cell(index, all_[index]) for index in self.span]
        in_row = 10 if 10 * cell_len(cells[0].plain) <= options.max_width else 5
        for start in range(0, len(cells), in_row):
            line = Text("").join(cells[start : start + in_row])
            line.rstrip()
            yield whole(line)

    def _cell(self, index: int, standing: Standing) -> Text:
        shape, style = SHAPES[standing]
        here = index == self.attempt.current
        before, after = ("[", "]") if here else (" ", " ")
        number = f"{before}{index + 1}"
        digits = len(str(len(self.attempt.entries)))
        return Text.assemble(f"{number:>{digits + 2}}", (shape, style), after)


def palette(attempt: Attempt, *, plain: bool = False) -> Group:
    """Return the palette with its legend; `plain`, which questions have which status."""
    if plain:
        return Group(*_spoken(attempt))
    rows = tuple(
        (Text(*SHAPES[each]), Text(standing_words(each)), Text(str(number)))
        for each, number in legend(attempt).items()
    )
    return Group(*_grids(attempt), BLANK, Columns(rows, right=frozenset({2})))


def _grids(attempt: Attempt) -> Iterator[RenderableType]:
    """The whole paper, or each section under its heading."""
    paper = attempt.paper
    if len(paper.sections) == 1:
        yield _Grid(attempt, range(len(attempt.entries)))
        return
    for section in range(len(paper.sections)):
        if section:
            yield BLANK
        yield Flow(Text(section_heading(attempt, section)))
        yield _Grid(attempt, paper.span_of(section))


def section_heading(attempt: Attempt, section: int) -> str:
    """Return a section, by its number from 0, and whether it is open where they are locked."""
    state = section_state(attempt, section)
    line = section_line(attempt.paper, section)
    return f"{line} ({state})" if state else line


def _spoken(attempt: Attempt) -> Iterator[RenderableType]:
    if len(attempt.paper.sections) > 1:
        for section in range(len(attempt.paper.sections)):
            span = attempt.paper.span_of(section)
            which = numbers(index + 1 for index in span)
            several = "questions" if len(span) > 1 else "question"
            yield Flow(Text(f"{section_heading(attempt, section)}: {several} {which}."))
    all_ = standings(attempt)
    for each in (*Status, None):
        found = [number for number, standing in enumerate(all_, start=1) if standing is each]
        if found:
            which = f"{count(len(found), 'question')} ({numbers(found)})"
            yield Flow(Text(f"{capital(standing_words(each))}: {which}."))
    yield Flow(Text(f"Question {attempt.current + 1} is open."))


def before_submitting(
    attempt: Attempt,
    remaining_ms: int | None,
    *,
    section: int | None = None,
    plain: bool = False,
) -> Group:
    """Return what is shown before a paper is submitted: a summary by status, and what it costs.

    Args:
        remaining_ms: For the paper, or the section; where questions have their own clocks it is
            not shown, since what others have left is not time for this one.
        section: Number, from 0, of the section that is finished instead, with no return to it.
    """
    paper, asked, span = attempt.paper, "Submit the paper?", range(len(attempt.entries))
    if section is not None:
        span = paper.span_of(section)
        asked = f"Finish {section_name(paper, section)}? There is no return."
    if paper.timing.question_ms is not None:
        remaining_ms = None
    left = "" if remaining_ms is None else f"Time left {duration(remaining_ms, spoken=plain)}"
    rows = list(_summary(attempt, span))
    costs = given_away(attempt, remaining_ms, section, plain=plain)
    warnings = [Flow(Text(sentence)) for sentence in costs]
    if plain:
        lines = [asked, *([f"{left}."] if left else []), *map(_row_aloud, rows)]
        return Group(*(Flow(Text(line)) for line in lines), *warnings)
    cells = tuple(tuple(map(Text, (row.label, str(row.number), row.note))) for row in rows)
    columns = Columns(cells, right=frozenset({1}))
    return spaced(([Ends(Text(asked, style="bold"), Text(left))], [columns], warnings))


class _Row(NamedTuple):
    """How many questions have a status, and which, where they still lack an answer."""

    label: str
    number: int
    note: str


def _summary(attempt: Attempt, span: range) -> Iterator[_Row]:
    entries = attempt.entries
    declined = {index for index in span if entries[index].response == DECLINED}
    closed = {index for index in span if entries[index].locked and entries[index].response is None}
    can_mark = attempt.paper.timing.question_ms is None
    for each, label in _SUMMARY:
        found = [n for n in span if n not in declined | closed and status(entries[n]) is each]
        if found or can_mark or each not in _MARKED:
            yield _Row(label, len(found), _note(each, found))
        if each is Status.ANSWERED_AND_MARKED and attempt.paper.marking.declining:
            yield _Row(f"Not attempted ({_declining(attempt.paper)})", len(declined), "")
    if closed:
        yield _Row("Closed without an answer", len(closed), "(no longer to be answered)")


def _note(each: Status, found: list[int]) -> str:
    if each is Status.ANSWERED_AND_MARKED:
        return "(counted)"
    if each is Status.ANSWERED or not found:
        return ""
    several = "questions" if len(found) > 1 else "question"
    return f"{several} {numbers(index + 1 for index in found)}"


def _declining(paper: Paper) -> str:
    """The option that declines, which is the last of every question."""
    letters = {LETTERS[len(question.options) - 1] for question in paper.questions}
    return f"option {letters.pop()}" if len(letters) == 1 else "the last option"


def _row_aloud(row: _Row) -> str:
    if row.note.startswith("("):
        return f"{row.label}: {row.number} {row.note}."
    return f"{row.label}: {', '.join(filter(None, (str(row.number), row.note)))}."
