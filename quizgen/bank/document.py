"""A question file as its fields and its questions, each a node with its place.

A file that is not YAML as a whole is taken apart: each question is composed alone, so that a stray
colon costs one question. See `rescue`.
"""

from dataclasses import dataclass

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

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
from quizgen.bank.rescue import rescue
from quizgen.bank.schema import near
from quizgen.core.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds.

    Attributes:
        heads: Mappings of the file's own fields; two where they stand above and below questions
            of a file that was taken apart.
        questions: In file order.
        roots: The trees that hold every node once.
    """

    heads: tuple[Marked, ...] = ()
    questions: tuple[Marked, ...] = ()
    findings: tuple[Finding, ...] = ()
    roots: tuple[Marked, ...] = ()


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
    found = entry(node, "questions")
    if found is None:
        names = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
        misspelt = [name for name in names if near(name, ("questions",))]
        if misspelt:
            # The head's unknown field says it better.
            value = next(value for key, value in node.value if key.value == misspelt[0])
            listed = value.value if isinstance(value, SequenceNode) else ()
            return Document((head,), tuple(Marked(child) for child in listed), roots=(head,))
        finding = Finding("QG008", Span(), "there is no `questions:`")
        return Document((head,), roots=(head,), findings=(_with_help(finding),))
    key, value = found
    if isinstance(value, SequenceNode):
        if value.value:
            questions = tuple(Marked(child) for child in value.value)
            return Document((head,), questions, roots=(head,))
    elif not isinstance(value, ScalarNode) or value.value:
        span = node_span(file, Marked(key))
        finding = Finding("QG008", span, "`questions` is not a list", help="begin each with a dash")
        return Document((head,), roots=(head,), findings=(finding,))
    span = node_span(file, Marked(key))
    finding = Finding("QG008", span, "there is no question under `questions:`")
    return Document((head,), roots=(head,), findings=(_with_help(finding),))


def _with_help(finding: Finding) -> Finding:
    return Finding(finding.code, finding.span, finding.message, help=BEGINNING)


def _rescued(file: FileText, error: YAMLError) -> Document:
    parts = rescue(file.lines, error)
    roots = (*parts.heads, *parts.questions, *parts.mended)
    if any(copied_too_often(file.text, root.node) for root in roots):
        # A block that is sound YAML by itself may still contain itself.
        return Document(findings=parts.findings)
    return Document(parts.heads, parts.questions, parts.findings, roots)
