"""Problems found in plain data or by a form, put at their place in the file."""

from collections.abc import Iterator, Sequence

from yaml.nodes import Node

from quizgen.bank.commas import comma_in_braces
from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.lists import folded_lists, undashed
from quizgen.bank.mending import shown
from quizgen.bank.nodes import Flaws, Marked, at_path, node_span, source_lines, span_at
from quizgen.core.diagnostics import Problem, Span

_LISTS = frozenset(("options", "statements", "pairs", "reasons", "sequence", "tags", "facts"))
_MODEL_LISTS = frozenset(("forms", "dates", "categories", "groups", "columns", "against"))


def placed(file: FileText, marked: Marked, problem: Problem) -> Finding:
    """Return a problem as a finding, at the smallest span that shows it."""
    span = span_at(file, marked, problem.path, at_key=problem.at_key)
    node = at_path(marked.node, problem.path)
    if problem.piece and node is not None:
        span = _piece(file.lines, Marked(node, marked.before), problem.piece) or span
    if problem.code == "QG101" and node is not None:
        message = f"`{problem.path[-1]}` is empty"
        return Finding("QG121", span, message, help="write its text after the colon")
    if problem.code == "QG102" and node is not None and problem.path[-1] in _LISTS | _MODEL_LISTS:
        finding = undashed(file, Marked(node, marked.before), str(problem.path[-1]))
        if finding is not None:
            return finding
    message = problem.message
    if problem.other:
        message += f"; the other is on line {span_at(file, marked, problem.other).line}"
    return Finding(problem.code, span, message, problem.why, problem.help, due=problem.due)


def _piece(lines: Sequence[str], marked: Marked, piece: str) -> Span | None:
    for number in source_lines(marked):
        column = lines[number].find(piece)
        if column >= 0:
            return Span(number + 1, column + 1, len(piece))
    return None


def flaw_findings(file: FileText, marked: Marked, flaws: Flaws) -> Iterator[Finding]:
    """Yield a finding for each flaw of a mapping."""

    def span(node: Node) -> Span:
        return node_span(file, Marked(node, marked.before))

    for key, first in flaws.repeated:
        yield Finding(
            "QG010",
            span(key),
            f"`{shown(key.value, 40)}` is written twice; the first is on line {span(first).line}",
            why="YAML keeps one of the two without a word",
            help="remove one",
        )
    for key in flaws.unnamed:
        help_ = "put a text that begins with a bracket or a question mark in quotes"
        yield Finding("QG012", span(key), "a list stands where a field name belongs", help=help_)
    for key in flaws.valueless:
        yield comma_in_braces(file, Marked(key, marked.before))
    if flaws.dashed:
        yield from folded_lists(file, marked, dashes=True)
