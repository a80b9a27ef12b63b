"""Dates as texts: a year, a month or a day, as `2019`, `2019-11` or `2019-11-22`.

A date that is less exact than a day is the interval of the days it may mean; two dates are in an
order only where their intervals are apart. Days, all of one length, compare as texts.
"""

import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_LENGTH = len("2019-11-22")

NEVER = "9999-12-31"
"""Stands for the day that does not come."""


def is_date(text: str) -> bool:
    """Return whether the text is a year, a month or a day: 2019, 2019-11 or 2019-11-22."""
    match = _DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return 1 <= month <= len(_LENGTHS) and 1 <= day <= month_length(year, month)


def is_day(text: str) -> bool:
    """Return whether the text is a date exact to the day."""
    return len(text) == _DAY_LENGTH and is_date(text)


def month_length(year: int, month: int) -> int:
    """Return how many days a month, from 1, has in a year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _LENGTHS[month - 1]  # noqa: PLR2004 - February


def first_day(date: str) -> str:
    """Return the earliest day that a date may mean."""
    return date + "-01-01"[len(date) - _DAY_LENGTH :] if len(date) < _DAY_LENGTH else date


def last_day(date: str) -> str:
    """Return the latest day that a date may mean."""
    year, month = (*date.split("-"), "12")[:2]
    if len(date) == _DAY_LENGTH:
        return date
    return f"{year}-{month}-{month_length(int(year), int(month))}"


def before(first: str, second: str) -> bool:
    """Return whether a date is before another beyond doubt."""
    return last_day(first) < first_day(second)


def year_of(date: str) -> str:
    """Return the year of a date, which every date has."""
    return date[:4]


@dataclass(frozen=True, slots=True)
class When:
    """The day for which something is asked.

    Attributes:
        day: Today, or the day a paper is built for; exact to the day.
        as_of: Whether only what was known and true on that day may be asked.
    """

    day: str
    as_of: bool = False
