"""What a text was probably meant to be as a date, for the help of diagnostics."""

import re

from quizgen.core.diagnostics import Problem
from quizgen.core.months import MONTHS
from quizgen.forms.dates import is_date, month_length

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_ORDERS = (
    re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})(?:[./-](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})[./-](?P<year>\d{4})"),
    re.compile(
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE
    ),
)
_PARTS = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


def date_problem(path: tuple[str | int, ...], text: str) -> Problem:
    """Return the problem of a text that is no date, where a date belongs."""
    message = f"`{path[-1]}` is not a date: `{text}`"
    return Problem("QG110", path, message, _beyond(text), _help(text))


def _help(text: str) -> str:
    meant = _meant(text.strip())
    if meant:
        return f"write it as `{meant}`"
    return "write a year, a month or a day: 2019, 2019-11 or 2019-11-22"


def _meant(text: str) -> str:
    """The date, the day before the month as in India; empty if the text is none."""
    for order in _ORDERS:
        if match := order.fullmatch(text):
            found = match.groupdict()
            name = found.get("name")
            month = _MONTHS.index(name.casefold()) + 1 if name else int(found["month"])
            parts = [found["year"], f"{month:02}"]
            parts += [f"{int(found['day']):02}"] if found.get("day") else []
            date = "-".join(parts)
            return date if is_date(date) else ""
    return ""


def _beyond(text: str) -> str:
    """What the calendar says against a text in the form of a date; empty if nothing."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return ""
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= len(_MONTHS):
        return "a year has 12 months"
    name = f"{MONTHS[month - 1]} {year}" if _MONTHS[month - 1] == "feb" else MONTHS[month - 1]
    return f"{name} has {month_length(year, month)} days"
