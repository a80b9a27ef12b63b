"""Question files: bytes in, sound items and diagnostics out. Nothing here raises or reads a file.

A question with an error is left out; the others of its file are asked. Warnings cost nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from quizgen.bank.document import read_document
from quizgen.bank.filetext import FileText, read_text
from quizgen.bank.findings import Finding
from quizgen.bank.heads import read_head
from quizgen.bank.loaded import Lacking, LoadedItem, QuestionFile
from quizgen.bank.nodes import collector_paused, source_lines
from quizgen.bank.questions import Read, read_question
from quizgen.bank.traps import traps
from quizgen.core.catalogue import CATALOGUE, is_error
from quizgen.core.diagnostics import Diagnostic
from quizgen.forms.shared import slug


def read_question_file(data: bytes, name: str) -> QuestionFile:
    """Return what a file of that name holds; never raises, whatever the bytes."""
    with collector_paused():
        file = read_text(data, name)
        if isinstance(file, Finding):
            stem = PurePath(name).stem
            diagnostic = _diagnostic(file, FileText(name, ""), "")
            return QuestionFile(name, slug(stem) or "bank", stem, diagnostics=(diagnostic,))
        return _read(file)


def _read(file: FileText) -> QuestionFile:
    document = read_document(file)
    head, findings = read_head(file, document.heads)
    reads = [read_question(file, marked, head) for marked in document.questions]
    about_file = [*document.findings, *findings]
    about = [list(read.findings) for read in reads]
    if trapped := (*file.unsafe, *traps(file, document.roots)):
        blocks = [source_lines(marked) for marked in document.questions]
        for finding in trapped:
            number = _block_of(finding.span.line - 1, blocks)
            (about_file if number is None else about[number]).append(finding)
    kept = _kept(reads, about)
    diagnostics = [_diagnostic(finding, file, "") for finding in about_file]
    for read, own in zip(reads, about, strict=True):
        diagnostics += (_diagnostic(finding, file, read.id) for finding in own)
    diagnostics.sort(key=lambda one: (one.span.line, one.span.column))
    return QuestionFile(
        name=file.name,
        bank=head.setting.bank,
        title=head.title,
        items=tuple(loaded for _, loaded in kept),
        diagnostics=tuple(diagnostics),
        lacking=_lacking(kept),
    )


Kept = tuple[Read, LoadedItem]


def _kept(reads: Sequence[Read], about: Sequence[list[Finding]]) -> list[Kept]:
    """The sound questions, each id once; a later one is told so in what is found about it."""
    kept: list[Kept] = []
    places: dict[str, int] = {}
    for read, own in zip(reads, about, strict=True):
        if read.item is None or (own and any(is_error(finding.code) for finding in own)):
            continue
        name = read.item.question.id
        if name in places:
            own.append(_repeated(read, places[name]))
        else:
            places[name] = read.span.line
            kept.append((read, LoadedItem(read.item, read.span)))
    return kept


def _block_of(line: int, blocks: Sequence[range]) -> int | None:
    """The number of the question that stands on a line, from 0; None outside all."""
    number = bisect_right(blocks, line, key=lambda block: block.start) - 1
    return number if number >= 0 and line in blocks[number] else None


def _repeated(read: Read, line: int) -> Finding:
    if not read.id:
        message = f"this question is the same as the one on line {line}"
        return Finding("QG109", read.span, message, help="remove one")
    return Finding(
        "QG109",
        read.span,
        f"the id `{read.id}` is used twice; the first is on line {line}",
        why="answers are kept by id, so two questions cannot share one",
        help="give this question another id",
    )


def _diagnostic(finding: Finding, file: FileText, item: str) -> Diagnostic:
    line = finding.span.line - 1
    return Diagnostic(
        file=file.name,
        span=finding.span,
        code=finding.code,
        severity=CATALOGUE[finding.code].severity,
        message=finding.message,
        why=finding.why,
        help=finding.help,
        text=file.lines[line] if line < len(file.lines) else "",
        item=item,
    )


def _lacking(kept: Iterable[Kept]) -> Lacking:
    ids = explanations = sources = 0
    for read, loaded in kept:
        answer = loaded.item.answer
        ids += not read.id
        sources += not answer.source
        if not answer.explanation:
            explanations += not any(why.text for why in (*answer.statements, *answer.options))
    return Lacking(ids, explanations, sources)
