"""A mapping of a file, a fact or a model, into the dataclass that its fields tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.heads import Head
from quizgen.bank.nodes import Flaws, Marked, node_span, plain, source_lines
from quizgen.bank.placing import flaw_findings, placed
from quizgen.bank.rules.texts import source_name
from quizgen.bank.schema import validated
from quizgen.bank.terms import Terms, meant
from quizgen.core.catalogue import is_error
from quizgen.core.diagnostics import Problem, Span
from quizgen.forms.spec import field_names


@dataclass(frozen=True, slots=True)
class Kinds:
    """The dataclasses a mapping may be.

    Attributes:
        called: What it is called before its kind is known: `a fact`.
        marks: By the fields that tell them; the first of these that is there counts.
        terms: How to speak of them, and of what stands in them.
        inherits: Whether what the file says of all its questions holds for them.
    """

    called: str
    marks: Mapping[str, type[Any]]
    terms: Terms
    inherits: bool = True

    @property
    def known(self) -> frozenset[str]:
        """The names of all their fields, and of those of what stands in them."""
        specs = (*self.marks.values(), *self.terms.nested.values())
        return frozenset(name for spec in specs for name in field_names(spec))

    def of(self, names: Iterable[str]) -> type[Any] | None:
        """Return the kind of a mapping with fields of those names, None if they tell none."""
        present = set(names)
        return next((kind for mark, kind in self.marks.items() if mark in present), None)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that mappings are read from.

    Attributes:
        head: What the file says, also in place of fields that are not written.
        wrong: Lines, from 0, on which an error was found before.
    """

    file: FileText
    head: Head
    wrong: frozenset[int]

    def placed(self, marked: Marked, problems: Iterable[Problem]) -> list[Finding]:
        """Return the problems of a mapping as findings."""
        return [placed(self.file, marked, problem) for problem in problems]

    def span(self, marked: Marked) -> Span:
        """Return the span of a node."""
        return node_span(self.file, marked)

    def sound(self, marked: Marked, findings: Iterable[Finding]) -> bool:
        """Return whether there is no error among the findings nor on the lines of a node."""
        if any(is_error(finding.code) for finding in findings):
            return False
        return not self.wrong or self.wrong.isdisjoint(source_lines(marked))


def read_mapping(source: Source, marked: Marked, kinds: Kinds) -> tuple[Any | None, list[Finding]]:
    """Return the spec of a node, None if it is unsound, and what is to be said of it."""
    if not isinstance(marked.node, MappingNode):
        message = f"{kinds.called} is a mapping of fields, not {shape_of(marked.node)}"
        return None, [Finding("QG102", source.span(marked), message, help=_told(kinds))]
    flaws = Flaws()
    data = plain(marked.node, kinds.known, flaws)
    findings = list(flaw_findings(source.file, marked, flaws))
    written = [key.value for key, _ in marked.node.value if isinstance(key, ScalarNode)]
    others = (meant(name, kinds.marks) for name in written)
    kind = kinds.of(data) or kinds.of(written) or kinds.of(others)
    if kind is None:
        message = f"nothing says what kind of {kinds.called.split()[-1]} this is"
        findings.append(Finding("QG152", source.span(marked), message, help=_told(kinds)))
        return None, findings
    defaults = source.head.defaults if kinds.inherits else {}
    own = {name: defaults[name] for name in field_names(kind) if name in defaults}
    spec = validated(kind, {**own, **data}, kinds.terms)
    if isinstance(spec, tuple):
        return None, [*findings, *source.placed(marked, spec)]
    doubtful = source_name(spec, source.head) if "source" in data else ()
    return spec, [*findings, *source.placed(marked, doubtful)]


def _told(kinds: Kinds) -> str:
    *names, last = [f"`{mark}`" for mark in kinds.marks]
    return f"it is told by one of the fields {', '.join(names)} and {last}"


def shape_of(node: Node) -> str:
    """Return what a node is in words."""
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "a mapping"
    return "text" if node.value else "empty"


def empty_problems(spec: Any, names: Iterable[str]) -> Iterable[Problem]:
    """Yield a problem for each of those fields that holds nothing but spaces."""
    for name in names:
        if not getattr(spec, name).strip():
            yield Problem(
                "QG121", (name,), f"`{name}` has no text", help="write it after the colon"
            )
