"""Question files with item models, small enough to count what they make."""

from collections.abc import Iterable
from pathlib import Path

from quizgen.bank.sources import SourceFile


def timeline(
    folder: Path,
    name: str = "events.yaml",
    *,
    bank: str = "b",
    model: str = "events",
    years: Iterable[int] = range(1950, 1962),
    topic: str = "Years",
    more: str = "",
) -> SourceFile:
    """Write a file whose model asks for the years of events, one event a year.

    Args:
        more: Lines at the end, such as those of written questions.
    """
    facts = "".join(
        f"    - id: event-{year}\n      event: the event {'ABCDEFGHIJKL'[year % 12]} {year % 97}\n"
        f"      date: {year}-03-04\n"
        for year in years
    )
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"bank: {bank}\ntitle: Events\nfacts:\n  pool:\n{facts}models:\n  - id: {model}\n"
        f"    topic: {topic}\n    timeline: pool\n    about: the events\n{more}",
        encoding="utf-8",
    )
    return SourceFile(path, name)


def written(
    folder: Path,
    name: str = "written.yaml",
    *,
    bank: str = "b",
    count: int = 12,
    facts: Iterable[str] = (),
    topic: str = "Words",
) -> SourceFile:
    """Write a file of direct questions `q1`, `q2`..., the first of which rest on these facts."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"bank: {bank}\ntitle: Words\n{questions(count, facts, topic)}", encoding="utf-8"
    )
    return SourceFile(path, name)


def questions(count: int, facts: Iterable[str] = (), topic: str = "Words") -> str:
    """Return the lines of `written` without its head."""
    rest = dict(enumerate(facts, 1))
    lines = "".join(
        f"  - id: q{number}\n    topic: {topic}\n    question: What is q{number}?\n"
        f"    options: [alpha, beta, gamma, delta]\n    answer: a\n"
        + (f"    facts: [{rest[number]}]\n" if number in rest else "")
        for number in range(1, count + 1)
    )
    return f"questions:\n{lines}"
