"""The palette: every question and its status, by shape, colour and count."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quizgen.core.palette import Status, counts, status
from quizgen.core.state import Attempt
from quizgen.show.layout import BLANK, Columns, Ends, Flow, whole
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


class _Grid:
    """The numbers of a paper with their shapes, ten to a line or five; the open one in brackets."""

    def __init__(self, attempt: Attempt) -> None:
        self._attempt = attempt
        self._digits = len(str(len(attempt.entries)))

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        cells = [self._cell(index) for index in range(len(self._attempt.entries))]
        in_row = 10 if 10 * cell_len(cells[0].plain) <= options.max_width else 5
        for start in range(0, len(cells), in_row):
            line = Text("").join(cells[start : start + in_row])
            line.rstrip()
            yield whole(line)

    def _cell(self, index: int) -> Text:
        shape, style = SHAPES[status(self._attempt.entries[index])]
        here = index == self._attempt.current
        before, after = ("[", "]") if here else (" ", " ")
        number = f"{before}{index + 1}"
        return Text.assemble(f"{number:>{self._digits + 2}}", (shape, style), after)


def palette(attempt: Attempt, *, plain: bool = False) -> Group:
    """Return the palette with its legend; `plain`, which questions have which status."""
    if plain:
        return Group(*_spoken(attempt))
    found = counts(attempt.entries)
    rows = tuple(
        (Text(shape, style), Text(each), Text(str(found[each])))
        for each, (shape, style) in SHAPES.items()
    )
    return Group(_Grid(attempt), BLANK, Columns(rows, right=frozenset({2})))


def _spoken(attempt: Attempt) -> Iterator[RenderableType]:
    for each in Status:
        found = [n for n, entry in enumerate(attempt.entries, start=1) if status(entry) is each]
        if found:
            yield Flow(
                Text(f"{capital(each)}: {count(len(found), 'question')} ({numbers(found)}).")
            )
    yield Flow(Text(f"Question {attempt.current + 1} is open."))


def before_submitting(attempt: Attempt, remaining_ms: int | None, *, plain: bool = False) -> Group:
    """Return the summary by status that is shown before a paper is handed in."""
    left = "" if remaining_ms is None else f"Time left {duration(remaining_ms, spoken=plain)}"
    found = counts(attempt.entries)
    rows = [(label, str(found[each]), note) for each, label, note in _SUMMARY]
    if plain:
        lines = ["Submit the paper?", *([f"{left}."] if left else [])]
        lines += [f"{label}: {number} {note}".rstrip() + "." for label, number, note in rows]
        return Group(*(Flow(Text(line)) for line in lines))
    return Group(
        Ends(Text("Submit the paper?", style="bold"), Text(left)),
        BLANK,
        Columns(tuple(tuple(map(Text, row)) for row in rows), right=frozenset({1})),
    )
