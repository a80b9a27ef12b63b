"""The text of a question file: from bytes to lines, or to the reason why it cannot be read.

Line ends become line feeds and characters that must not reach a terminal are replaced one for one,
so that every line and column found later is that of the file.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import name as name_of

from quizgen.bank.findings import Finding
from quizgen.core.diagnostics import Span
from quizgen.core.text import unsafe_characters

LONGEST = 5_000_000
"""Bytes of the largest file that is read."""

BEGINNING = """\
begin it like this:
questions:
  - question: Where was the Indus Waters Treaty signed?
    options: [Karachi, Simla, Lahore]
    answer: a"""
"""The help for a file without questions."""

_REPLACEMENT = "\ufffd"
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})
# Not characters at all; the YAML reader refuses them.
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class FileText:
    """A file that can be read.

    Attributes:
        name: As diagnostics name it.
        text: Without byte order mark, lines ended by a line feed, unsafe characters replaced.
        unsafe: One finding for each line with unsafe characters, at the first.
    """

    name: str
    text: str
    unsafe: tuple[Finding, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of `text`, without line ends; of a sound file nobody asks for them."""
        return tuple(self.text.split("\n"))


def read_text(data: bytes, name: str) -> FileText | Finding:
    """Return the text of a file, or why there is none."""
    if refused := _not_text(data):
        return refused
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        span = _span(data, error.start)
        message = f"the byte {data[error.start]:#04x} is not UTF-8"
        return Finding("QG004", span, message, help="save the file with the encoding UTF-8")
    if not text or text.isspace():
        return Finding("QG001", Span(), "the file is empty", help=BEGINNING)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if data.isascii() and len(data.translate(None, _CONTROLS)) == len(data):
        return FileText(name, text)
    return _made_safe(text, name)


def read_lines(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file as diagnostics show them; none of one that is not text."""
    file = read_text(data, "")
    return file.lines if isinstance(file, FileText) else ()


def bytes_of(path: Path) -> bytes:
    """Return what a file holds, or enough to see that it is too large; nothing if unreadable."""
    try:
        with path.open("rb") as stream:
            return stream.read(LONGEST + 1)
    except OSError:
        return b""


def _not_text(data: bytes) -> Finding | None:
    """Why a file cannot be the text of questions, as far as its bytes tell at once."""
    if len(data) > LONGEST:
        help_ = "split it into several files"
        return Finding("QG002", Span(), "the file is larger than 5 MB", help=help_)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16, not UTF-8"
        return Finding("QG004", Span(), message, help="save it with the encoding UTF-8")
    if b"\x00" in data:
        return Finding("QG003", _span(data, data.index(b"\x00")), "the file is binary, not text")
    return None


def _span(data: bytes, place: int) -> Span:
    """The span of a byte; what is before it on its line must be UTF-8, but for a mark."""
    start = data.rfind(b"\n", 0, place) + 1
    before = data[start:place].decode(errors="replace").removeprefix("\ufeff")
    return Span(data.count(b"\n", 0, place) + 1, len(before) + 1)


def _made_safe(text: str, name: str) -> FileText:
    places = [place for place, _ in unsafe_characters(text)]
    places += [match.start() for match in _NONCHARACTERS.finditer(text)]
    if not places:
        return FileText(name, text)
    letters = list(text)
    findings: dict[int, Finding] = {}
    for place in sorted(places):
        line = text.count("\n", 0, place) + 1
        if line not in findings:
            column = place - text.rfind("\n", 0, place)
            findings[line] = unsafe_finding(Span(line, column), text[place])
        letters[place] = _REPLACEMENT
    safe = "".join(letters)
    return FileText(name, safe, tuple(findings.values()))


def unsafe_finding(span: Span, character: str) -> Finding:
    """Return the finding of a character that must not reach a terminal."""
    named = f"U+{ord(character):04X} {name_of(character, '')}".rstrip()
    return Finding(
        "QG009",
        span,
        f"there is a hidden character here: {named}",
        why="it could change what a terminal shows",
        help="remove it",
    )
