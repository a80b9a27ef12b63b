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
from quizgen.bank.rules import slips, warnings
from quizgen.bank.schema import as_meant, validated
from quizgen.bank.terms import meant
from quizgen.core.catalogue import is_error
from quizgen.core.diagnostics import Problem, Span
from quizgen.core.item import Form, Item
from quizgen.forms.kinds import KINDS, Kind, compose, kind_of
from quizgen.forms.spec import (
    ChoiceSpec,
    Common,
    EntrySpec,
    OptionSpec,
    PairSpec,
    PairsSpec,
    ReasonSpec,
    ReasonsSpec,
    SequenceSpec,
    StatementSpec,
    StatementsSpec,
    field_names,
)

_SPECS = tuple(kind.spec for kind in KINDS)
_PARTS = (OptionSpec, StatementSpec, PairSpec, ReasonSpec, EntrySpec)
_KNOWN = frozenset(name for spec in (*_SPECS, *_PARTS) for name in field_names(spec))
_MARKS = tuple(mark for kind in KINDS for mark in kind.marks)
_LINES = frozenset(("question", "about", "lead", "closing", "ask"))
_NUMBERED: dict[type[Common], str] = {PairsSpec: "rows", SequenceSpec: "entries"}
_CHOICE = next(kind for kind in KINDS if kind.spec is ChoiceSpec)
_FOREIGN = {
    spec: frozenset(name for other in _SPECS for name in field_names(other)).difference(
        field_names(spec)
    )
    for spec in _SPECS
}
_NEEDED = (
    "a question has `question` and `options`, or `statements`, `pairs`, `claim` and `reasons`, "
    "or `sequence`"
)
_NO_QUESTION = Problem("QG103", (), "there is no question here, nor statements", help=_NEEDED)


@dataclass(frozen=True, slots=True)
class Read:
    """A question that was read.

    Attributes:
        id: The author's, as far as there is one.
        span: Of the id, or of the first line.
        item: None if some finding is an error, or there are no words for it.
        worded: Whether there are words for it in the language of the file.
    """

    id: str
    span: Span
    item: Item | None
    findings: tuple[Finding, ...] = ()
    worded: bool = True


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
    span = _span(file, marked, name)
    # quizgen adds no words to a direct question.
    if item is not None and head.unworded and item.question.form is not Form.DIRECT:
        return Read(name, span, None, tuple(findings), worded=False)
    return Read(name, span, item, tuple(findings))


def spec_of(marked: Marked, head: Head) -> Common | None:
    """Return what an author wrote of a question, None if its fields have problems."""
    data = plain(marked.node, _KNOWN, Flaws())
    kind = kind_of(data) if isinstance(data, dict) else None
    spec = None if kind is None else validated(kind.spec, {**head.defaults, **data})
    return None if isinstance(spec, tuple) else spec


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
    kind = _kind(data, node)
    if kind is None:
        return None, (_NO_QUESTION,)
    mixed = tuple(_mixed(kind, data))
    kind = kind_of(data) or kind
    spec = validated(kind.spec, {**head.defaults, **data})
    if isinstance(spec, tuple):
        return None, (*mixed, *spec, *_further(kind.spec, data, spec, head))
    made = compose(spec, head.setting)
    if isinstance(made, Item):
        return made, (*mixed, *slips(spec, head), *warnings(spec, made, head))
    return None, (*mixed, *made, *slips(spec, head))


def _kind(data: dict[str, Any], node: MappingNode) -> Kind | None:
    """The kind of a question, None if nothing tells it."""
    kind = kind_of(data)
    if kind is not None and (kind is not _CHOICE or "question" in data):
        return kind
    # Fields left empty are not in the data, but tell the kind; so do those written wrong.
    written = [key.value for key, _ in node.value if isinstance(key.value, str)]
    others = [meant(name, _MARKS) for name in written]
    return kind_of([*written, *others])


def _further(
    kind: type[Common], data: dict[str, Any], problems: tuple[Problem, ...], head: Head
) -> Iterator[Problem]:
    """Yield what else is wrong with a question, were the problems of its fields mended.

    What may only follow from those problems is left out.
    """
    if any(problem.path[:1] == ("ask",) for problem in problems):
        return
    kept, stands_for = as_meant(kind, data, problems)
    spec = validated(kind, kept)
    made = spec if isinstance(spec, tuple) else compose(spec, head.setting)
    if isinstance(spec, tuple) or isinstance(made, Item):
        return
    for problem in made:
        first = problem.path[0] if problem.path else ""
        if first in kept and problem.code != "QG113":
            path = (stands_for.get(str(first), first), *problem.path[1:])
            yield replace(problem, path=path)


def _mixed(kind: Kind, data: dict[str, Any]) -> Iterator[Problem]:
    """Take the fields of other kinds out of a question of one, and say so."""
    if (
        kind.spec is StatementsSpec
        and "statements" not in data
        and {"question", "options"} <= (data.keys())
    ):
        # A question with options after all.
        kind = _CHOICE
    if _FOREIGN[kind.spec].isdisjoint(data):
        return
    for name in [name for name in data if name in _FOREIGN[kind.spec]]:
        message = f"a question with {kind.name} has no `{name}`"
        yield Problem("QG103", (name,), message, help=_mending(kind, name), at_key=True)
        del data[name]


def _mending(kind: Kind, name: str) -> str:
    """What to do with a field of another kind."""
    if kind is _CHOICE:
        return "put all of it into `question`, or give `statements` in place of `question`"
    if name in ("options", "answer"):
        return "remove it: quizgen makes the options from what is true"
    if name not in _LINES:
        return "make it a question of its own, with its own dash"
    if kind.spec is ReasonsSpec or name == "ask":
        return "remove it: the lines around are always the same"
    above = f"write it as `lead`, the line above the {_NUMBERED.get(kind.spec, 'statements')}"
    return f"{above}, or as `closing`, the one below" if name == "question" else above


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
