"""Question files: bytes in, sound items and diagnostics out. Nothing here raises or reads a file.

A question with an error is left out; the others of its file are asked. Warnings cost nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from quizgen.bank.document import Document, read_document
from quizgen.bank.filetext import FileText, read_text
from quizgen.bank.findings import Finding
from quizgen.bank.heads import Head, read_head
from quizgen.bank.loaded import Lacking, LoadedItem, LoadedModel, QuestionFile
from quizgen.bank.nodes import collector_paused, source_lines
from quizgen.bank.placing import placed
from quizgen.bank.questions import Read, read_question
from quizgen.bank.rules import OF_SOUND, over_file
from quizgen.bank.traps import traps
from quizgen.bank.unworded import unworded
from quizgen.core.catalogue import CATALOGUE, is_error
from quizgen.core.diagnostics import Diagnostic
from quizgen.forms.shared import slug
from quizgen.forms.wording import STYLE


def read_question_file(data: bytes, name: str, style: str = STYLE) -> QuestionFile:
    """Return what a file of that name holds, its lines composed in a house style of `STYLES`.

    Never raises, whatever the bytes.
    """
    with collector_paused():
        file = read_text(data, name)
        if isinstance(file, Finding):
            stem = PurePath(name).stem
            diagnostic = diagnosed(file, FileText(name, ""), "")
            return QuestionFile(name, slug(stem) or "bank", stem, diagnostics=(diagnostic,))
        return _read(file, style)


def _read(file: FileText, style: str) -> QuestionFile:
    document = read_document(file)
    head, findings = read_head(file, document.heads, style)
    reads = [read_question(file, marked, head) for marked in document.questions]
    about_file = [*document.findings, *findings]
    about = [list(read.findings) for read in reads]
    if trapped := (*file.unsafe, *traps(file, document.roots)):
        blocks = [source_lines(marked) for marked in document.questions]
        for finding in trapped:
            number = _block_of(finding.span.line - 1, blocks)
            (about_file if number is None else about[number]).append(finding)
    kept = _kept(reads, about)
    if head.unworded:
        about_file += unworded(file, document, head, reads)
    if document.heads:
        over = over_file([loaded.item for _, loaded in kept], head)
        about_file += (placed(file, document.heads[0], problem) for problem in over)
    models: list[LoadedModel] = []
    diagnostics = [diagnosed(finding, file, "") for finding in about_file]
    if document.models and not head.unworded:
        models, told = _models(file, document, head, about_file)
        diagnostics += (diagnosed(finding, file, name) for finding, name in told)
    for read, own in zip(reads, about, strict=True):
        diagnostics += (diagnosed(finding, file, read.id) for finding in own)
    diagnostics.sort(key=lambda one: (one.span.line, one.span.column))
    return QuestionFile(
        name=file.name,
        bank=head.setting.bank,
        title=head.title,
        items=tuple(loaded for _, loaded in kept),
        diagnostics=tuple([one for one in diagnostics if not one.due]),
        lacking=_lacking(kept),
        models=tuple(models),
        due=tuple([one for one in diagnostics if one.due]),
    )


def _models(
    file: FileText, document: Document, head: Head, about: Iterable[Finding]
) -> tuple[list[LoadedModel], list[tuple[Finding, str]]]:
    """The item models of a file and what is to be said of them; few files have any."""
    from quizgen.bank.models import read_models

    wrong = [finding.span.line - 1 for finding in about if is_error(finding.code)]
    return read_models(file, document, head, wrong)


Kept = tuple[Read, LoadedItem]


def _kept(reads: Sequence[Read], about: Sequence[list[Finding]]) -> list[Kept]:
    """The sound questions, each id once; a later one is told so in what is found about it."""
    kept: list[Kept] = []
    places: dict[str, int] = {}
    for read, own in zip(reads, about, strict=True):
        if read.item is None or (own and any(is_error(finding.code) for finding in own)):
            own[:] = [finding for finding in own if finding.code not in OF_SOUND]
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


def diagnosed(finding: Finding, file: FileText, item: str) -> Diagnostic:
    """Return a finding of a file, about an item of that id, as what a user is told."""
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
        due=finding.due,
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
