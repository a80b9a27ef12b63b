"""Advice on a question file; apart from its loading, since few ask for it."""

from collections.abc import Iterator

from quizgen.bank.document import read_document
from quizgen.bank.filetext import FileText, read_text
from quizgen.bank.heads import read_head
from quizgen.bank.loader import diagnosed
from quizgen.bank.nodes import collector_paused
from quizgen.bank.placing import placed
from quizgen.bank.questions import read_question, spec_of
from quizgen.bank.rules import advice
from quizgen.core.diagnostics import Diagnostic
from quizgen.forms.wording import STYLE


def advise(data: bytes, name: str) -> list[Diagnostic]:
    """Return what would make the sound questions of a file better, question by question."""
    with collector_paused():
        file = read_text(data, name)
        return list(_advice(file)) if isinstance(file, FileText) else []


def _advice(file: FileText) -> Iterator[Diagnostic]:
    document = read_document(file)
    head, _ = read_head(file, document.heads, STYLE)
    for marked in document.questions:
        read = read_question(file, marked, head)
        spec = None if read.item is None else spec_of(marked, head)
        if read.item is not None and spec is not None:
            for problem in advice(spec, read.item):
                yield diagnosed(placed(file, marked, problem), file, read.id)
