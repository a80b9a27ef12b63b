"""After a syntax error: the file's head, each question and its foot composed alone.

Blocks begin at the dash lines below `questions:`. Each is composed as a list of one, where it
stands, so that columns are those of the file and lines differ by a constant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yaml import YAMLError
from yaml.nodes import MappingNode, SequenceNode

from quizgen.bank.findings import Finding
from quizgen.bank.nodes import Marked, compose
from quizgen.bank.syntax import explained
from quizgen.forms.spec import FileSpec, field_names

_QUESTIONS = re.compile(r"questions[ ]*:[ ]*(?:#.*)?")
_DASH = re.compile(r"( *)-(?:[ \t]|$)")
_FIELD = re.compile(rf"(?:{'|'.join(field_names(FileSpec))})[ ]*:(?:[ ]|$)")


@dataclass(slots=True)
class Parts:
    """What could be composed, and what could not."""

    heads: list[Marked] = field(default_factory=list)
    questions: list[Marked] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rescued:
    """The parts of a file, in file order."""

    heads: tuple[Marked, ...]
    questions: tuple[Marked, ...]
    findings: tuple[Finding, ...]


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
    return Rescued(tuple(parts.heads), tuple(parts.questions), tuple(parts.findings))


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
    try:
        node = compose("\n".join(lines) + "\n")
    except YAMLError as error:
        parts.findings.append(explained(error, lines, before))
        return
    if isinstance(node, SequenceNode):
        parts.questions += [Marked(child, before) for child in node.value]


def _add_head(parts: Parts, lines: Sequence[str], before: int) -> None:
    try:
        node = compose("\n".join(lines) + "\n")
    except YAMLError as error:
        parts.findings.append(explained(error, lines, before))
        return
    if isinstance(node, MappingNode):
        parts.heads.append(Marked(node, before))
