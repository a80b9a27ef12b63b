"""A finding: a problem with its place, before it knows its file, its severity and its item."""

from dataclasses import dataclass

from quizgen.core.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem at a place of a file; the fields are those of `Diagnostic`."""

    code: str
    span: Span
    message: str
    why: str = ""
    help: str = ""
