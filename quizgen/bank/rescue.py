"""After a syntax error: the file's head, each question and its foot composed alone.

Blocks begin at the dash lines below `questions:`. Each is composed as a list of one, where it
stands, so that columns are those of the file and lines differ by a constant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, SequenceNode

from quizgen.bank.findings import Finding
from quizgen.bank.nodes import Marked, compose, source_lines
from quizgen.bank.syntax import explained
from quizgen.core.diagnostics import Span
from quizgen.forms.spec import FileSpec, field_names

_NAME = "questions"
_QUESTIONS = re.compile(rf"{_NAME}(?:[ ]*:[ ]*(?:#.*)?)?")
_DASH = re.compile(r"( *)-(?:[ \t]|$)")
_FIELD = re.compile(rf"(?:{'|'.join(field_names(FileSpec))})[ ]*:(?:[ ]|$)")


_MOST_ROUNDS = 12  # in which a line of a question is mended and the question composed again
_LONG = 200  # lines that no question has
_FOLLOWING = ("QG007", "QG011")  # faults that may only follow from how a line was mended


@dataclass(slots=True)
class Parts:
    """What could be composed, and what could not.

    Attributes:
        mended: What could be composed after some of their lines were mended.
    """

    heads: list[Marked] = field(default_factory=list)
    questions: list[Marked] = field(default_factory=list)
    mended: list[Marked] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rescued:
    """The parts of a file, in file order.

    Attributes:
        mended: Parts with lines that were mended: not to be asked, but other lines of theirs may
            be wrong too.
    """

    heads: tuple[Marked, ...]
    questions: tuple[Marked, ...]
    findings: tuple[Finding, ...]
    mended: tuple[Marked, ...] = ()


def rescue(lines: Sequence[str], error: YAMLError) -> Rescued:
    """Return what can be composed of a file that as a whole raised the error."""
    starts = _block_starts(lines)
    if not starts:
        return Rescued((), (), (explained(error, lines, 0),))
    parts = Parts()
    _add_head(parts, lines[: starts[0]], 0)
    for start, stop in pairwise(starts):
        _add_question(parts, lines[start:stop], start)
    if starts[-1] < len(lines):
        _add_head(parts, lines[starts[-1] :], starts[-1])
    if not parts.findings:
        # Each block is sound alone, so the fault lies in how they stand together.
        parts.findings.append(explained(error, lines, 0))
    return Rescued(
        tuple(parts.heads), tuple(parts.questions), tuple(parts.findings), tuple(parts.mended)
    )


def _block_starts(lines: Sequence[str]) -> list[int]:
    """The lines on which questions begin, and the line after the last question."""
    top = next((n for n, line in enumerate(lines) if _QUESTIONS.fullmatch(line.rstrip())), None)
    if top is None:
        return []
    starts: list[int] = []
    column = 0
    for number in range(top + 1, len(lines)):
        if _FIELD.match(lines[number]):
            return [*starts, number] if starts else []
        match = _DASH.match(lines[number])
        if match and (not starts or len(match[1]) < column + 2):
            column = column if starts else len(match[1])
            starts.append(number)
    return [*starts, len(lines)] if starts else []


def _add_question(parts: Parts, lines: Sequence[str], before: int) -> None:
    node, mended = _composed(parts, lines, before)
    if not isinstance(node, SequenceNode):
        return
    for child in node.value:
        marked = Marked(child, before)
        if mended.isdisjoint(source_lines(marked)):
            parts.questions.append(marked)
        else:
            parts.mended.append(marked)


def _add_head(parts: Parts, lines: Sequence[str], before: int) -> None:
    lines = [*lines]
    if before == 0 and lines[-1].rstrip() == _NAME:
        span = Span(len(lines), 1, len(_NAME))
        message = f"a colon is missing after `{_NAME}`"
        parts.findings.append(Finding("QG007", span, message, help=f"write `{_NAME}:`"))
        lines[-1] = f"{_NAME}:"
    node, mended = _composed(parts, lines, before)
    if isinstance(node, MappingNode):
        (parts.mended if mended else parts.heads).append(Marked(node, before))


def _composed(
    parts: Parts, lines: Sequence[str], before: int
) -> tuple[Node | None, frozenset[int]]:
    """The node of some lines, each wrong one mended where that is known, and the mended ones.

    The numbers of the mended lines are those of the file, from 0.
    """
    lines = [*lines]
    mended: set[int] = set()
    for _ in range(_MOST_ROUNDS if len(lines) <= _LONG else 1):
        try:
            return compose("\n".join(lines) + "\n"), frozenset(mended)
        except YAMLError as error:
            finding = explained(error, lines, before)
        if mended and finding.code in _FOLLOWING:
            break
        parts.findings.append(finding)
        if finding.mended is None or finding.mended[0] in mended:
            break
        mended.add(finding.mended[0])
        lines[finding.mended[0] - before] = finding.mended[1]
    return None, frozenset(mended)
