"""Diagnostics: what is wrong with a question file, as data.

The message says what, `why` says why it matters, `help` how to mend it. Texts start in lower case
and have no full stop; user text is quoted in backticks. Codes are never reused.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs.

    An error keeps an item, or a file, from being asked; a warning says what is wrong with an item
    that is asked; advice says what would make it better, to whoever wants to know.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file.

    Attributes:
        line: From 1.
        column: From 1, in characters.
        length: Characters to underline, at least 1.
    """

    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem of one file.

    Attributes:
        file: Path as the user named it, or as found below the folder he named.
        text: The line of the file that `span` points into, without its line end.
        item: Id of the item it concerns, where there is one.
        due: The day from which it holds, `2026-05-01`; empty: whatever the day.
    """

    file: str
    span: Span
    code: str
    severity: Severity
    message: str
    why: str = ""
    help: str = ""
    text: str = ""
    item: str = ""
    due: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it keeps an item, or the file, from being asked."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem found in a question by its form, which knows no file.

    Attributes:
        path: The way to the offending value from the question's own mapping:
            `("statements", 1, "incorrect")`.
        piece: The part of the value's text to underline; all of it if empty.
        at_key: Whether it is the key that offends, not its value.
        due: The day from which it holds; empty: whatever the day.
        other: The way to what else it concerns, whose line is named after the message.
    """

    code: str
    path: tuple[str | int, ...]
    message: str
    why: str = ""
    help: str = ""
    piece: str = ""
    at_key: bool = False
    due: str = ""
    other: tuple[str | int, ...] = ()
