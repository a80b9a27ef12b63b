"""Lists whose lines YAML reads as one text: an entry lost, or the dashes forgotten."""

import re
from collections.abc import Iterator

from yaml.nodes import ScalarNode

from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.mending import dashed, indentation, shown, spaces
from quizgen.bank.nodes import Marked, scalars, source_lines
from quizgen.core.diagnostics import Span

_LISTS = frozenset(("options", "statements", "pairs", "reasons", "sequence"))
_PARTS = frozenset(
    ("right", "wrong", "text", "correct", "incorrect", "matched", "mismatched", "match")
)

_MARKER = r"(?:\(?(?:\d{1,2}|[IVX]{1,4}|[ivx]{1,4}|[a-e])[.)]|[-*\u2022])[ ]+\S"
_LISTED_LINE = re.compile(rf"[ \t]+{_MARKER}")
_NUMBERED = re.compile(r"\n[ \t]++(?:\(?(?:\d{1,2}|[IVXivx]{1,4}|[a-e])[.)]|[*\u2022])[ ]")
_ENTRY = re.compile(r"([ ]*)-[ ]+")


def may_hold_numbered(text: str) -> bool:
    """Return whether some line of a file begins with a number, a letter or a bullet."""
    return _NUMBERED.search(text) is not None


def folded_lists(file: FileText, marked: Marked, *, dashes: bool) -> Iterator[Finding]:
    """Yield what is to be said of lists within a text: those with dashes, or the others."""
    for name, node in scalars(marked.node):
        if node.end_mark.line != node.start_mark.line and node.style != "|":
            yield from _folded(file, name, node, source_lines(Marked(node, marked.before)), dashes)


def _folded(
    file: FileText, name: str, node: ScalarNode, numbers: range, dashes: bool
) -> Iterator[Finding]:
    listed = [
        number
        for number in numbers[1:]
        if _is_folded(file.lines[number], node.value, dashes=dashes)
    ]
    if not listed:
        return
    first = file.lines[numbers[0]]
    entry = _ENTRY.fullmatch(first[: node.start_mark.column])
    if (name in _LISTS and entry) or (name in _PARTS and dashes):
        for number in listed:
            text = file.lines[number].rstrip(node.style or None)
            yield _lost(number, text, _entry_above(file, numbers[0]))
    elif entry:
        help_ = f"give it the indentation of the line above: {_like(file.lines[listed[0]], first)}"
        yield _run_together(listed[0], file.lines[listed[0]], help_)
    # One such line may be prose that goes on with `1. ` or `(b) ` by chance.
    elif len(listed) > 1:
        help_ = "write `|` after the colon and the text on the lines below it"
        yield _run_together(listed[0], file.lines[listed[0]], help_)


def _is_folded(line: str, value: str, *, dashes: bool) -> bool:
    """Whether a line of a list stands in the middle of a line of the value."""
    text = line.strip().rstrip("'\"")
    listed = _LISTED_LINE.match(line) is not None and text.startswith("- ") == dashes
    return listed and f" {text}" in value


def _entry_above(file: FileText, number: int) -> str:
    """The line with the dash of the entry that goes on on a line."""
    above = reversed(file.lines[: number + 1])
    return next((line for line in above if _ENTRY.match(line)), file.lines[number])


def _lost(number: int, line: str, entry: str) -> Finding:
    return Finding(
        "QG139",
        _line_span(number, line),
        "this line is read as part of the entry above it",
        why="YAML joins a line that stands further right to the text before it",
        help=f"give it the indentation of the entry above, {_like(line, entry)}",
    )


def _like(line: str, entry: str) -> str:
    """How far another line is indented, and the line as an entry below it."""
    return f"{spaces(len(indentation(entry)))}: {shown(dashed(line))}"


def _run_together(number: int, line: str, help_: str) -> Finding:
    return Finding(
        "QG138",
        _line_span(number, line),
        "the lines of this list are run together into one paragraph",
        why="YAML folds the lines of a text, except below `|`",
        help=help_,
    )


def undashed(file: FileText, marked: Marked, name: str) -> Finding | None:
    """Return the finding for a text where a list belongs whose lines lack their dashes."""
    node = marked.node
    if not isinstance(node, ScalarNode) or node.style:
        return None
    number = source_lines(marked)[0]
    line = file.lines[number]
    if line[: node.start_mark.column].strip():
        return None  # on the line of its field: `options: Karachi, Simla`
    spaceless = line.lstrip().startswith("-")
    return Finding(
        "QG141",
        _line_span(number, line),
        f"the dash of this entry of `{name}` has no space after it"
        if spaceless
        else f"the entries of `{name}` have no dashes",
        why="without a dash and a space YAML reads these lines as one text",
        help=f"write each like this: {shown(dashed(line))}",
    )


def _line_span(number: int, line: str) -> Span:
    start = len(indentation(line))
    return Span(number + 1, start + 1, len(line.strip()))
