"""What is left out of a file because quizgen does not know its own lines in the file's language."""

from collections.abc import Iterator, Sequence

from quizgen.bank.document import Document
from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.heads import Head
from quizgen.bank.nodes import Marked, entry, node_span
from quizgen.bank.questions import Read
from quizgen.core.diagnostics import Span

_NAMED = 6


def unworded(
    file: FileText, document: Document, head: Head, reads: Sequence[Read]
) -> Iterator[Finding]:
    """Yield the one finding that names all such questions and models, if there are any."""
    lines = [read.span.line for read in reads if not read.worded]
    if not lines and not document.models:
        return
    what = " and ".join(
        part for part in (_questions(lines), "all models" if document.models else "") if part
    )
    yield Finding(
        "QG128",
        _place(file, document),
        f"the lines quizgen writes around statements are not there in {head.unworded} yet",
        why=f"so {what} {'is' if len(lines) == 1 and not document.models else 'are'} left out",
        help="write them as `question` and `options`, which are asked in any language",
    )


def _questions(lines: Sequence[int]) -> str:
    """So many questions, with the lines of the first of them."""
    if not lines:
        return ""
    if len(lines) == 1:
        return f"the question on line {lines[0]}"
    named = ", ".join(map(str, lines[:_NAMED]))
    return f"{len(lines)} questions (lines {named}{', ...' if len(lines) > _NAMED else ''})"


def _place(file: FileText, document: Document) -> Span:
    """Where the language is said."""
    found = ((root, entry(root.node, "lang")) for root in document.heads)
    return next(node_span(file, Marked(one[1], root.before)) for root, one in found if one)
