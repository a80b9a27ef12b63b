"""Diagnostics as the index keeps them, and those it alone can give.

These are files that cannot be read, and ids that stand in more than one file.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import chain, repeat
from typing import Any

from quizgen.bank.clashes import Clash
from quizgen.bank.filetext import bytes_of, read_lines
from quizgen.bank.sources import SourceFile
from quizgen.core.diagnostics import Diagnostic, Severity, Span

UNREADABLE = "QG013"
REPEATED = "QG109"
SHARED = "QG202"

_UNNAMED = re.compile("x-[0-9a-f]{12}")  # an id that stands for the text, see `forms`


def to_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return diagnostics as the index keeps them."""
    return json.dumps([asdict(diagnostic) for diagnostic in diagnostics])


def from_json(text: str, file: str) -> list[Diagnostic]:
    """Return kept diagnostics; `file` is what this run calls the file."""
    return [_diagnostic(record, file) for record in json.loads(text)]


def _diagnostic(record: dict[str, Any], file: str) -> Diagnostic:
    known = {"span": Span(**record["span"]), "severity": Severity(record["severity"])}
    return Diagnostic(**record | known | {"file": file})


def unreadable(file: str, reason: str) -> Diagnostic:
    """Return the diagnostic of a file that cannot be read."""
    return Diagnostic(
        file=file,
        span=Span(),
        code=UNREADABLE,
        severity=Severity.ERROR,
        message=f"the file cannot be read: {reason}",
        help="check that it is there, and who may read it",
    )


def clashing(
    repeats: Iterable[Clash], shares: Iterable[Clash], files: Sequence[SourceFile]
) -> dict[int, list[Diagnostic]]:
    """Return, by place of the file, errors for repeated and warnings for shared ids."""
    found: dict[int, list[Diagnostic]] = {}
    lines: dict[int, Sequence[str]] = {}
    for clash, diagnosed in chain(zip(repeats, repeat(_repeated)), zip(shares, repeat(_shared))):
        place, number = clash.later.file, clash.later.span.line
        if place not in lines:
            lines[place] = read_lines(bytes_of(files[place].path))
        line = lines[place][number - 1] if number <= len(lines[place]) else ""
        found.setdefault(place, []).append(diagnosed(clash, files, line))
    return found


def _repeated(clash: Clash, files: Sequence[SourceFile], line: str) -> Diagnostic:
    name = clash.later.id
    if _UNNAMED.fullmatch(name):
        message = f"this question is the same as the one at {_where(clash, files)}"
        help_ = "remove one"
    else:
        message = f"the id `{name}` is used twice; the first is at {_where(clash, files)}"
        help_ = f"give this {_kind(clash)} another id, or remove it if it is the same"
    why = f"both are of the bank `{clash.later.bank}`; the first alone is asked"
    return _told(clash, files, line, (REPEATED, Severity.ERROR, message, why, help_))


def _shared(clash: Clash, files: Sequence[SourceFile], line: str) -> Diagnostic:
    name, bank = clash.later.id, clash.later.bank
    if _UNNAMED.fullmatch(name):
        message = f"this question is also in another bank, at {_where(clash, files)}"
        why, help_ = "it may be asked twice", "remove one"
    else:
        message = f"the id `{name}` is also used in another bank, at {_where(clash, files)}"
        why = f"`{name}` alone names both; `{bank}:{name}` is this one"
        help_ = f"give one of them another id, if you ask for {_kind(clash)}s by id"
    return _told(clash, files, line, (SHARED, Severity.WARNING, message, why, help_))


def _kind(clash: Clash) -> str:
    return "item model" if clash.later.of_model else "question"


def _told(
    clash: Clash, files: Sequence[SourceFile], line: str, what: tuple[str, Severity, str, str, str]
) -> Diagnostic:
    later = clash.later
    return Diagnostic(files[later.file].name, later.span, *what, text=line, item=later.id)


def _where(clash: Clash, files: Sequence[SourceFile]) -> str:
    return f"{files[clash.first.file].name}:{clash.first.span.line}"
