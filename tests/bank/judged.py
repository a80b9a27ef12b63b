"""What the check rules say of a question, by what they underline."""

from quizgen.bank.advising import advise
from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Diagnostic, Severity

NEW_YEARS_EVE = "2025-12-31"

LACKS = frozenset(("QG237", "QG238", "QG240", "QG241"))
"""What questions of a few lines in a test lack, and nobody asked about."""


def told(text: str, day: str = NEW_YEARS_EVE) -> list[Diagnostic]:
    """Return warnings and advice on a sound file, on a day."""
    data = text.encode()
    read = read_question_file(data, "file.yaml")
    errors = [one.message for one in read.diagnostics if one.severity is Severity.ERROR]
    assert not errors, errors
    due = [one for one in read.due if one.due <= day]
    return [*read.diagnostics, *due, *advise(data, "file.yaml")]


def marked(text: str, day: str = NEW_YEARS_EVE) -> list[tuple[str, str]]:
    """Return code and underlined text of each, but for what any short question lacks."""
    return [
        (one.code, one.text[one.span.column - 1 :][: one.span.length])
        for one in told(text, day)
        if one.code not in LACKS
    ]


def asks(question: str, *options: str, answer: str = "a", more: str = "") -> str:
    """Return a file with one question and its options, the first of them right."""
    listed = "".join(f"      - {option}\n" for option in options or ("Karachi", "Ufa", "Bishkek"))
    return (
        f"questions:\n  - question: {question}\n    options:\n{listed}    answer: {answer}\n{more}"
    )


def states(*statements: str, about: str = "Track-II diplomacy", more: str = "") -> str:
    """Return a file with one question of statements such as `+ It is unofficial.`."""
    fields = {"+": "correct", "-": "incorrect"}
    listed = "".join(f"      - {fields[text[0]]}: {text[2:]}\n" for text in statements)
    return f"questions:\n  - about: {about}\n    statements:\n{listed}{more}"
