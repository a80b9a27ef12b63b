"""A question file as its fields and its questions, each a node with its place.

A file that is not YAML as a whole is taken apart: each question is composed alone, so that a stray
colon costs one question. See `rescue`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizgen.bank.blocks import LISTED
from quizgen.bank.filetext import BEGINNING, FileText
from quizgen.bank.findings import Finding
from quizgen.bank.nodes import (
    Marked,
    compose,
    copied_too_often,
    entry,
    node_span,
    too_deep,
)
from quizgen.bank.rescue import Rescued, rescue
from quizgen.bank.terms import near
from quizgen.core.diagnostics import Span

_LISTS = ("facts", "models")


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds.

    Attributes:
        heads: Mappings of the file's own fields; two where they stand above and below questions
            of a file that was taken apart.
        questions: In file order.
        roots: The trees that hold every node once.
        models: Whether it speaks of facts or item models.
        lost: The first field of facts or models that could not be read, and where the fault is.
    """

    heads: tuple[Marked, ...] = ()
    questions: tuple[Marked, ...] = ()
    findings: tuple[Finding, ...] = ()
    roots: tuple[Marked, ...] = ()
    models: bool = False
    lost: tuple[str, Span] | None = None


def read_document(file: FileText) -> Document:
    """Return the fields and questions of a source, as far as it can be understood."""
    if span := too_deep(file.text):
        help_ = "a question needs no more than six levels"
        message = "the file is nested too deep"
        return Document(findings=(Finding("QG005", span, message, help=help_),))
    try:
        node = compose(file.text)
    except YAMLError as error:
        return _rescued(file, error)
    if node is None or (isinstance(node, ScalarNode) and not node.value):
        finding = Finding("QG001", Span(), "the file holds nothing but comments", help=BEGINNING)
        return Document(findings=(finding,))
    if copied_too_often(file.text, node):
        message = "aliases make the file many times larger than its text"
        help_ = "write the texts out in place of `*` and `&`"
        return Document(findings=(Finding("QG006", Span(), message, help=help_),))
    return _whole(file, node)


def _whole(file: FileText, node: Node) -> Document:
    if not isinstance(node, MappingNode):
        span = node_span(file, Marked(node))
        if isinstance(node, SequenceNode):
            finding = Finding("QG008", span, "there is a list, but no `questions:` above it")
        else:
            finding = Finding("QG008", span, "there are no questions here, only text")
        return Document(findings=(_with_help(finding),))
    head = Marked(node)
    questions, findings = _questions(file, node)
    models = any(entry(node, name) for name in _LISTS)
    return Document((head,), questions, findings, roots=(head,), models=models)


def _questions(file: FileText, node: MappingNode) -> tuple[tuple[Marked, ...], tuple[Finding, ...]]:
    """The questions of a file, and what is wrong if it has none; one of models needs none."""
    found = entry(node, "questions") or _misspelt(node)
    if found is None:
        finding = _with_help(Finding("QG008", Span(), "there is no `questions:`"))
        return (), () if _has_models(node) else (finding,)
    key, value = found
    if isinstance(value, SequenceNode) and value.value:
        return tuple(Marked(child) for child in value.value), ()
    if key.value != "questions":
        return (), ()  # the head's unknown field says it better
    span = node_span(file, Marked(key))
    if value.value:
        finding = Finding("QG008", span, "`questions` is not a list", help="begin each with a dash")
        return (), (finding,)
    finding = _with_help(Finding("QG008", span, "there is no question under `questions:`"))
    return (), () if _has_models(node) else (finding,)


def _misspelt(node: MappingNode) -> tuple[Node, Node] | None:
    """Key and value of a field that was probably meant to be `questions`."""
    return next(
        (
            (key, value)
            for key, value in node.value
            if isinstance(key, ScalarNode) and near(key.value, ("questions",))
        ),
        None,
    )


def _has_models(node: Node) -> bool:
    """Whether there is anything under `models:`, right or wrong."""
    found = entry(node, "models")
    return found is not None and bool(found[1].value)


def _with_help(finding: Finding) -> Finding:
    return Finding(finding.code, finding.span, finding.message, help=BEGINNING)


def _rescued(file: FileText, error: YAMLError) -> Document:
    parts = rescue(file.lines, error)
    roots = (*parts.heads, *parts.questions, *parts.mended)
    if any(copied_too_often(file.text, root.node) for root in roots):
        # A block that is sound YAML by itself may still contain itself.
        return Document(findings=parts.findings)
    listed = [number for number, line in enumerate(file.lines) if LISTED.match(line)]
    return Document(
        heads=parts.heads,
        questions=parts.questions,
        findings=parts.findings,
        roots=roots,
        models=bool(listed),
        lost=_lost(file, parts, listed),
    )


def _lost(file: FileText, parts: Rescued, listed: Sequence[int]) -> tuple[str, Span] | None:
    """The first of those fields, by their lines, that no part holds, and the fault below it."""
    read = [root.before + key.start_mark.line for root in parts.heads for key, _ in root.node.value]
    number = next((number for number in listed if number not in read), None)
    if number is None:
        return None
    spans = [finding.span for finding in parts.findings]
    fault = next((span for span in spans if span.line > number), spans[0])
    return file.lines[number].partition(":")[0].rstrip(), fault
