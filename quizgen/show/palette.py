"""The palette: every question and its status, by shape, colour and count."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quizgen.core.palette import Status, counts, status
from quizgen.core.state import Attempt
from quizgen.show.layout import BLANK, Columns, Ends, Flow, whole
from quizgen.show.standing import section_line, section_name, section_state
from quizgen.show.words import capital, count, duration, numbers

SHAPES = {
    Status.ANSWERED: ("#", "green"),
    Status.NOT_ANSWERED: ("o", "red"),
    Status.MARKED: ("?", "magenta"),
    Status.ANSWERED_AND_MARKED: ("&", "magenta"),
    Status.NOT_VISITED: (".", "dim"),
}
_SUMMARY = (
    (Status.ANSWERED, "Answered", ""),
    (Status.ANSWERED_AND_MARKED, "Answered, marked for review", "(counted)"),
    (Status.MARKED, "Marked for review only", ""),
    (Status.NOT_ANSWERED, "Not answered", ""),
    (Status.NOT_VISITED, "Not visited", ""),
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Numbers with their shapes, ten to a line or five; the open one in brackets."""

    attempt: Attempt
    span: range

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        cells = [self._cell(index) for index in self.span]
        in_row = 10 if 10 * cell_len(cells[0].plain) <= options.max_width else 5
        for start in range(0, len(cells), in_row):
            line = Text("").join(cells[start : start + in_row])
            line.rstrip()
            yield whole(line)

    def _cell(self, index: int) -> Text:
        shape, style = SHAPES[status(self.attempt.entries[index])]
        here = index == self.attempt.current
        before, after = ("[", "]") if here else (" ", " ")
        number = f"{before}{index + 1}"
        digits = len(str(len(self.attempt.entries)))
        return Text.assemble(f"{number:>{digits + 2}}", (shape, style), after)


def palette(attempt: Attempt, *, plain: bool = False) -> Group:
    """Return the palette with its legend; `plain`, which questions have which status."""
    if plain:
        return Group(*_spoken(attempt))
    found = counts(attempt.entries)
    rows = tuple(
        (Text(shape, style), Text(each), Text(str(found[each])))
        for each, (shape, style) in SHAPES.items()
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
    for each in Status:
        found = [n for n, entry in enumerate(attempt.entries, start=1) if status(entry) is each]
        if found:
            yield Flow(
                Text(f"{capital(each)}: {count(len(found), 'question')} ({numbers(found)}).")
            )
    yield Flow(Text(f"Question {attempt.current + 1} is open."))


def before_submitting(
    attempt: Attempt,
    remaining_ms: int | None,
    *,
    section: int | None = None,
    plain: bool = False,
) -> Group:
    """Return the summary by status that is shown before a paper is handed in.

    Args:
        section: Number, from 0, of the section that is handed in instead, with no return to it.
    """
    asked, entries = "Submit the paper?", attempt.entries
    if section is not None:
        span = attempt.paper.span_of(section)
        entries = entries[span.start : span.stop]
        asked = f"Finish {section_name(attempt.paper, section)}? There is no return."
    left = "" if remaining_ms is None else f"Time left {duration(remaining_ms, spoken=plain)}"
    found = counts(entries)
    rows = [(label, str(found[each]), note) for each, label, note in _SUMMARY]
    if plain:
        lines = [asked, *([f"{left}."] if left else [])]
        lines += [f"{label}: {number} {note}".rstrip() + "." for label, number, note in rows]
        return Group(*(Flow(Text(line)) for line in lines))
    return Group(
        Ends(Text(asked, style="bold"), Text(left)),
        BLANK,
        Columns(tuple(tuple(map(Text, row)) for row in rows), right=frozenset({1})),
    )
