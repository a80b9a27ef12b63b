"""One question: its node into an item, or into what keeps it from being one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from yaml.nodes import MappingNode

from quizgen.bank.commas import comma_in_brackets, number_in_brackets
from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.heads import Head
from quizgen.bank.lists import folded_lists
from quizgen.bank.nodes import Flaws, Marked, entry, node_span, plain
from quizgen.bank.placing import flaw_findings, placed
from quizgen.bank.rules import warnings
from quizgen.bank.schema import as_meant, near, validated
from quizgen.core.catalogue import is_error
from quizgen.core.diagnostics import Problem, Span
from quizgen.core.item import Item
from quizgen.forms.kinds import KINDS, Kind, compose, kind_of
from quizgen.forms.spec import (
    ChoiceSpec,
    Common,
    OptionSpec,
    StatementSpec,
    StatementsSpec,
    field_names,
)

_KNOWN = frozenset(
    name
    for spec in (ChoiceSpec, StatementsSpec, OptionSpec, StatementSpec)
    for name in field_names(spec)
)
_MARKS = tuple(mark for kind in KINDS for mark in kind.marks)
_LEADS = frozenset(("about", "lead"))
_NEEDED = "a question has `question` and `options`, or `statements`"
_NO_QUESTION = Problem("QG103", (), "there is no question here, nor statements", help=_NEEDED)


@dataclass(frozen=True, slots=True)
class Read:
    """A question that was read.

    Attributes:
        id: The author's, as far as there is one.
        span: Of the id, or of the first line.
        item: None if some finding is an error.
    """

    id: str
    span: Span
    item: Item | None
    findings: tuple[Finding, ...] = ()


def read_question(file: FileText, marked: Marked, head: Head) -> Read:
    """Return the item of a question's node and all that is to be said of it."""
    if not isinstance(marked.node, MappingNode):
        span = node_span(file, marked)
        finding = Finding("QG102", span, "a question is a mapping of fields", help=_NEEDED)
        return Read("", span, None, (finding,))
    flaws = Flaws()
    data = plain(marked.node, _KNOWN, flaws)
    item, problems = _composed(data, marked.node, head)
    findings = list(flaw_findings(file, marked, flaws)) if flaws else []
    findings += _brackets(file, marked, data)
    findings += [
        placed(file, marked, problem)
        for problem in problems
        if not _follows(file, marked, problem, findings)
    ]
    if findings and any(is_error(finding.code) for finding in findings):
        item = None
    name = data.get("id", "")
    if not isinstance(name, str):
        name = ""
    return Read(name, _span(file, marked, name), item, tuple(findings))


_COUNTED = frozenset(("QG107", "QG108", "QG112", "QG113", "QG115", "QG118"))
_LOSSES = frozenset(("QG139", "QG140"))


def _follows(file: FileText, marked: Marked, problem: Problem, findings: Iterable[Finding]) -> bool:
    """Whether a problem only follows from entries that were cut or run together."""
    if problem.code not in _COUNTED:
        return False
    numbered = folded_lists(file, marked, dashes=False)
    return any(finding.code in _LOSSES for finding in (*findings, *numbered))


def _span(file: FileText, marked: Marked, name: str) -> Span:
    """Where a question stands: at its id, or where it begins."""
    found = entry(marked.node, "id") if name else None
    return node_span(file, Marked(found[1], marked.before) if found else marked)


def _composed(
    data: dict[str, Any], node: MappingNode, head: Head
) -> tuple[Item | None, tuple[Problem, ...]]:
    kind = kind_of(data)
    if kind is None:
        # Fields left empty are not in the data, but tell the kind; so do those written wrong.
        written = [key.value for key, _ in node.value if isinstance(key.value, str)]
        kind = kind_of(written) or kind_of([near(name, _MARKS) for name in written])
        if kind is None:
            return None, (_NO_QUESTION,)
    mixed = tuple(_mixed(kind, data))
    kind = kind_of(data) or kind
    if kind.spec is None:
        return None, (_not_yet(kind),)
    spec = validated(kind.spec, {**head.defaults, **data})
    if isinstance(spec, tuple):
        return None, (*mixed, *spec, *_further(kind.spec, data, spec, head))
    doubtful = tuple(warnings(spec, head.setting.sources))
    made = compose(spec, head.setting)
    if isinstance(made, Item):
        return made, (*mixed, *doubtful)
    return None, (*mixed, *made, *doubtful)


def _further(
    kind: type[Common], data: dict[str, Any], problems: tuple[Problem, ...], head: Head
) -> Iterator[Problem]:
    """Yield what else is wrong with a question, were the problems of its fields mended.

    What may only follow from those problems is left out.
    """
    if any(problem.path[:1] == ("ask",) for problem in problems):
        return
    meant, stands_for = as_meant(kind, data, problems)
    spec = validated(kind, meant)
    made = spec if isinstance(spec, tuple) else compose(spec, head.setting)
    if isinstance(spec, tuple) or isinstance(made, Item):
        return
    for problem in made:
        first = problem.path[0] if problem.path else ""
        if first in meant and problem.code != "QG113":
            path = (stands_for.get(str(first), first), *problem.path[1:])
            yield replace(problem, path=path)


def _not_yet(kind: Kind) -> Problem:
    name = kind.marks[0]
    message = f"questions with `{name}` are not read by this version yet"
    return Problem("QG105", (name,), message, help=_NEEDED, at_key=True)


def _mixed(kind: Kind, data: dict[str, Any]) -> Iterator[Problem]:
    """Take the fields of one kind out of a question of another, and say so."""
    if kind.spec is not StatementsSpec or "question" not in data:
        return
    if "statements" not in data and "options" in data:
        # A question with options after all.
        for name in _LEADS & data.keys():
            yield Problem(
                "QG103",
                (name,),
                f"a question with options has no `{name}`",
                help="put all of it into `question`, or give `statements` in place of `question`",
                at_key=True,
            )
            del data[name]
    else:
        del data["question"]
        yield Problem(
            "QG103",
            ("question",),
            "a question with statements has no `question`",
            help="write it as `lead`, the line above the statements",
            at_key=True,
        )


def _brackets(file: FileText, marked: Marked, data: dict[str, Any]) -> Iterator[Finding]:
    texts = data.get("options")
    if not isinstance(texts, list):
        return
    found = entry(marked.node, "options")
    if found:
        options = Marked(found[1], marked.before)
        finding = number_in_brackets(file, options, texts) or comma_in_brackets(
            file, options, texts
        )
        if finding:
            yield finding
