"""An entry of the catalogue."""

from dataclasses import dataclass
from textwrap import dedent, fill, indent

from quizgen.core.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a code.

    Attributes:
        title: What is wrong, in a few words.
        reason: Why it matters, and what to do; one paragraph.
        wrong: A question, or a file that begins with a field of its own, that has the fault.
        mended: The same without it.
    """

    severity: Severity
    title: str
    reason: str
    wrong: str = ""
    mended: str = ""

    @property
    def explain(self) -> str:
        """The text of `quizgen explain` below the title, at most 79 columns wide."""
        parts = [fill(self.reason, 79)]
        if self.wrong:
            parts += ["Wrong:", indent(self.wrong, "    "), "Mended:", indent(self.mended, "    ")]
        return "\n\n".join(parts)


def error(title: str, reason: str, wrong: str = "", mended: str = "") -> Entry:
    """Return an entry of a fault that keeps a question, or a file, from being asked."""
    return _entry(Severity.ERROR, title, reason, wrong, mended)


def warning(title: str, reason: str, wrong: str = "", mended: str = "") -> Entry:
    """Return an entry of something doubtful in a sound question."""
    return _entry(Severity.WARNING, title, reason, wrong, mended)


def advice(title: str, reason: str, wrong: str = "", mended: str = "") -> Entry:
    """Return an entry of something that would make a sound question better."""
    return _entry(Severity.ADVICE, title, reason, wrong, mended)


def _entry(severity: Severity, title: str, reason: str, wrong: str, mended: str) -> Entry:
    return Entry(severity, title, reason, dedent(wrong).strip("\n"), dedent(mended).strip("\n"))
