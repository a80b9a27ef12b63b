"""Comments that silence a code on one question: `# quizgen: ignore QG213`.

YAML drops comments, so they are found in the text. One on a line of a question belongs to it; one
on a line of its own, no further right than the question's dash, belongs to the question below it;
one elsewhere, to the file.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.bank.blocks import block_starts
from quizgen.bank.filetext import read_lines
from quizgen.core.catalogue import CATALOGUE, is_error
from quizgen.core.catalogue.choosing import near
from quizgen.core.diagnostics import Diagnostic, Severity, Span

MARK = "quizgen: ignore"
"""Without it in its text a file silences nothing."""

_COMMENT = re.compile(rf"(?:^|(?<=\s))#\s*{MARK}\b[ \t]*(?P<codes>.*)")
_CODE = re.compile(r"[A-Za-z]{1,3}\d+")
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A code in such a comment.

    Attributes:
        code: In capitals; empty if the comment names none.
        block: The number of the question it belongs to, from 0; None: the file.
        text: The line it stands on.
    """

    code: str
    block: int | None
    span: Span
    text: str


class Ignores:
    """The comments of a file, and to which of its questions each belongs."""

    def __init__(self, data: bytes) -> None:
        lines = read_lines(data) if MARK.encode() in data else ()
        self._starts = block_starts(lines)
        self._all = tuple(self._found(lines))

    def __bool__(self) -> bool:
        return bool(self._all)

    def split(
        self, diagnostics: Iterable[Diagnostic]
    ) -> tuple[list[Diagnostic], frozenset[Ignore]]:
        """Return the diagnostics that are not silenced, and the comments that silence some."""
        by_place = {(one.block, one.code): one for one in self._all}
        kept: list[Diagnostic] = []
        used: set[Ignore] = set()
        for found in diagnostics:
            silenced = by_place.get((self._block(found.span.line - 1), found.code))
            if silenced is None or found.is_error:
                kept.append(found)
            else:
                used.add(silenced)
        return kept, frozenset(used)

    def unused(
        self, file: str, used: Collection[Ignore], unsought: Collection[str]
    ) -> list[Diagnostic]:
        """Return a diagnostic for each comment that silences nothing.

        Args:
            file: Its name.
            unsought: Codes that were not looked for in this run.
        """
        idle = (one for one in self._all if one not in used and one.code not in unsought)
        return [_told(file, one) for one in idle]

    def _found(self, lines: Sequence[str]) -> Iterator[Ignore]:
        for number, line in enumerate(lines):
            match = _COMMENT.search(line) if MARK in line else None
            if match is None:
                continue
            block = self._belongs(lines, number, match.start())
            for start, code in _codes(match):
                span = Span(number + 1, start + 1, max(1, len(code)))
                yield Ignore(code.upper(), block, span, line)

    def _block(self, number: int) -> int | None:
        """The question on a line; the last start is the line after the last question."""
        block = bisect_right(self._starts, number) - 1
        return block if 0 <= block < len(self._starts) - 1 else None

    def _belongs(self, lines: Sequence[str], number: int, column: int) -> int | None:
        below = bisect_right(self._starts, number)
        if below < len(self._starts) - 1:
            first = self._starts[below]
            if column <= lines[first].index("-") and all(map(_is_idle, lines[number:first])):
                return below
        return self._block(number)


def _is_idle(line: str) -> bool:
    """Whether a line holds nothing, or only a comment."""
    return line.lstrip()[:1] in ("", "#")


def _codes(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The codes of a comment, each with its column; what follows them is the author's reason."""
    place, end = match.start("codes"), match.end("codes")
    found = _CODE.match(match.string, place, end)
    if found is None:
        yield match.start(), ""
    while found:
        yield found.start(), found[0]
        place = _BETWEEN.match(match.string, found.end(), end).end()  # type: ignore[union-attr]  # it matches nothing too
        found = _CODE.match(match.string, place, end)


def _told(file: str, one: Ignore) -> Diagnostic:
    help_ = "remove it"
    if not one.code:
        message, help_ = "the comment names no code", f"write it as `# {MARK} QG213`"
    elif one.code not in CATALOGUE:
        close = near(one.code)
        message = f"there is no diagnostic `{one.code}`"
        help_ = f"did you mean `{close}`?" if close else help_
    elif is_error(one.code):
        message = f"`{one.code}` is an error, which cannot be silenced"
        help_ = "mend the question, and remove the comment"
    else:
        whole = "in the file as a whole" if one.block is None else "in this question"
        message = f"`{one.code}` is not found {whole}"
    return Diagnostic(file, one.span, "QG242", Severity.ADVICE, message, help=help_, text=one.text)
