"""After a syntax error: the file's head, each question and its foot composed alone.

Each block is composed as a list of one, where it stands, so that columns are those of the file and
lines differ by a constant. A head or a foot that cannot be composed, even with its lines mended, is
composed field by field, so that facts outlive a fault in a title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, SequenceNode

from quizgen.bank.blocks import LIST, LISTED, block_starts
from quizgen.bank.findings import Finding
from quizgen.bank.nodes import Marked, compose, source_lines
from quizgen.bank.syntax import explained
from quizgen.core.diagnostics import Span

_MOST_ROUNDS = 12  # in which a line of a question is mended and the question composed again
_LONG = 200  # lines that no question has
_LONG_HEAD = 3000  # nor the facts of a file
_FIELD = re.compile(r"[A-Za-z_][\w-]*[ ]*:(?:[ ]|$)")
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
        heads: With their lines as they were meant.
        mended: Questions with lines that were mended: not to be asked, but other lines of theirs
            may be wrong too.
    """

    heads: tuple[Marked, ...]
    questions: tuple[Marked, ...]
    findings: tuple[Finding, ...]
    mended: tuple[Marked, ...] = ()


def rescue(lines: Sequence[str], error: YAMLError) -> Rescued:
    """Return what can be composed of a file that as a whole raised the error."""
    starts = block_starts(lines)
    if not starts and any(map(LISTED.match, lines)):
        starts = [len(lines)]
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
    if before == 0 and lines[-1].rstrip() == LIST:
        span = Span(len(lines), 1, len(LIST))
        message = f"a colon is missing after `{LIST}`"
        parts.findings.append(Finding("QG007", span, message, help=f"write `{LIST}:`"))
        lines[-1] = f"{LIST}:"
    known = len(parts.findings)
    node, _ = _composed(parts, lines, before, _LONG_HEAD)
    fields = [number for number, line in enumerate(lines) if _FIELD.match(line)]
    if node is None and len(parts.findings) > known and len(fields) > 1:
        del parts.findings[known:]
        for start, stop in pairwise([0, *fields[1:], len(lines)]):
            piece, _ = _composed(parts, lines[start:stop], before + start, _LONG_HEAD)
            _add_fields(parts, piece, before + start)
    else:
        _add_fields(parts, node, before)


def _add_fields(parts: Parts, node: Node | None, before: int) -> None:
    if isinstance(node, MappingNode):
        parts.heads.append(Marked(node, before))


def _composed(
    parts: Parts, lines: Sequence[str], before: int, longest: int = _LONG
) -> tuple[Node | None, frozenset[int]]:
    """The node of some lines, each wrong one mended where that is known, and the mended ones.

    The numbers of the mended lines are those of the file, from 0. Of more lines than the longest
    none is mended.
    """
    lines = [*lines]
    mended: set[int] = set()
    for _ in range(_MOST_ROUNDS if len(lines) <= longest else 1):
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
