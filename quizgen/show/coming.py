"""What is said where nothing is due for revision: why not, and when facts come back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizgen.show.words import count, date_in_words


@dataclass(frozen=True, slots=True)
class Coming:
    """Facts that come back on the next day on which any does.

    Attributes:
        facts: How many there are; at least one.
        missed: How many of them were not answered right the last time.
        first: When the first of them is due, where the user is, as is `now`.
    """

    facts: int
    missed: int
    first: datetime
    now: datetime


def nothing_due(coming: Coming | None, others: int = 0, where: str = "") -> str:
    """Return that nothing is due, and what comes back next as far as that is known.

    Args:
        others: Facts that are due all the same, but not asked for here.
        where: What is asked for here: `on this topic`.
    """
    if others:
        are = "1 other fact is" if others == 1 else f"{others} other facts are"
        said = f"Nothing {where or 'that these questions ask for'} is due for revision; {are}."
        return f"{said} {_come_back(coming)}." if coming else said
    return f"Nothing is due for revision{f'; {_come_back(coming)}' if coming else ''}."


def _come_back(coming: Coming) -> str:
    """`8 facts come back tomorrow, 5 of them missed`."""
    facts, missed = count(coming.facts, "fact"), ""
    if coming.missed == coming.facts:
        facts += " you missed"
    elif coming.missed:
        missed = f", {coming.missed} of them missed"
    comes = "comes" if coming.facts == 1 else "come"
    return f"{facts} {comes} back {_day(coming)}{missed}"


def _day(coming: Coming) -> str:
    first = coming.first
    days = first.date() - coming.now.date()
    if days <= timedelta():
        return f"today {f'at {first:%H:%M}' if coming.facts == 1 else f'from {first:%H:%M} on'}"
    if days == timedelta(days=1):
        return "tomorrow"
    return f"on {date_in_words(first.date().isoformat())}"
