"""A finding: a problem with its place, before it knows its file, its severity and its item."""

from dataclasses import dataclass

from quizgen.core.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem at a place of a file; the fields are those of `Diagnostic`, but for one.

    Attributes:
        mended: A line's number in the file, from 0, and the line as it was meant, where a reader
            can go on with it.
        due: The day from which it holds; empty: whatever the day.
    """

    code: str
    span: Span
    message: str
    why: str = ""
    help: str = ""
    mended: tuple[int, str] | None = None
    due: str = ""
