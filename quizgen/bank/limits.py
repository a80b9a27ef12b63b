"""How old the date of an answer may grow: `18 months`, and the day on which it has."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.forms.dates import NEVER, last_day

_LIMIT = re.compile(r"([0-9]{1,4})\s*(day|week|month|year)s?", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days, weeks, months or years.

    Attributes:
        text: As the author wrote it.
    """

    number: int
    unit: str
    text: str


def read_limit(text: str) -> Limit | None:
    """Return the limit a text means, None if it is none."""
    match = _LIMIT.fullmatch(text.strip())
    if match is None or not int(match[1]):
        return None
    return Limit(int(match[1]), match[2].lower(), text.strip())


def passed_on(when: str, limit: Limit) -> str:
    """Return the first day on which a date is older than the limit; a partial date ends late."""
    try:
        last = date.fromisoformat(last_day(when))
        if limit.unit in _DAYS:
            kept = last + timedelta(days=limit.number * _DAYS[limit.unit])
        else:
            kept = _months_later(last, limit.number * _MONTHS[limit.unit])
        return (kept + timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):  # past the year 9999, or before the year 1
        return NEVER


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last if it is shorter."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
