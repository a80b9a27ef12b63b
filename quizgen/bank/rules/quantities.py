"""Options that are numbers, ranges or dates, as what can be compared."""

import re
from typing import NamedTuple

_INFINITY = float("inf")
_NUMBER = r"[-+]?\d+(?:,\d{2,3})*(?:\.\d+)?"
_WORDS = r"[^\d]*?"
_RANGE = re.compile(
    rf"(?P<between>between\s+)?(?:from\s+)?(?P<before>{_WORDS})(?P<low>{_NUMBER})(?P<inner>{_WORDS})"
    rf"(?:(?(between)and\b|to\b)|-)\s*(?P<again>{_WORDS})(?P<high>{_NUMBER})(?P<after>[^\d]*)"
)
_SINGLE = re.compile(rf"(?P<before>{_WORDS})(?P<low>{_NUMBER})(?P<after>[^\d]*)")
_BELOW = re.compile(r"(?:less|fewer|lower) than|under|below")
_UP_TO = re.compile(r"up to|upto|at most|not more than|no more than")
_ABOVE = re.compile(r"(?:more|greater|higher) than|over|above|exceeding")
_FROM = re.compile(r"at least|not less than|no less than|minimum of")
_OR_LESS = re.compile(r"(?:or|and) (?:less|fewer|below)")
_OR_MORE = re.compile(r"(?:or|and) (?:more|above|over)|\+")
_YEAR = 1000
_CENTURY = 100
_LONGEST = 120
"""Characters; a longer option is a sentence, and would keep the patterns busy for minutes."""


class Range(NamedTuple):
    """A number, or all the numbers between two.

    Attributes:
        unit: The words around it, which two ranges must share to be compared.
        open_low: Whether the lower end itself is left out; likewise `open_high`.
    """

    low: float
    high: float
    unit: str
    open_low: bool = False
    open_high: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def read_range(text: str) -> Range | None:
    """Return what an option says in numbers: `10 to 20 years`, `less than 10`, `12`; else None."""
    if len(text) > _LONGEST:
        return None
    text = text.strip().rstrip(".").casefold().replace("\u2013", "-").replace("\u2014", "-")
    if match := _RANGE.fullmatch(text):
        return _between(match)
    if match := _SINGLE.fullmatch(text):
        return _single(match)
    return None


def _between(match: re.Match[str]) -> Range | None:
    low, high = _value(match["low"]), _value(match["high"])
    if low >= _YEAR and 0 <= high < _CENTURY:
        high += low - low % _CENTURY  # 2019-20
    unit = _unit(match["before"] or match["again"], match["after"] or match["inner"])
    return Range(low, high, unit) if low < high else None


def _single(match: re.Match[str]) -> Range:
    value, before, after = _value(match["low"]), match["before"], match["after"]
    for pattern, low, high, is_open in (
        (_BELOW, -_INFINITY, value, True),
        (_UP_TO, -_INFINITY, value, False),
        (_ABOVE, value, _INFINITY, True),
        (_FROM, value, _INFINITY, False),
    ):
        if pattern.search(before):
            rest = pattern.sub("", before)
            return Range(low, high, _unit(rest, after), is_open, is_open)
    for pattern, low, high in ((_OR_LESS, -_INFINITY, value), (_OR_MORE, value, _INFINITY)):
        if pattern.search(after):
            return Range(low, high, _unit(before, pattern.sub("", after)))
    return Range(value, value, _unit(before, after))


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _unit(before: str, after: str) -> str:
    return " ".join(f"{before} {after}".split())


def overlap(first: Range, second: Range) -> bool:
    """Return whether some number is in both; an end that two spans of years share is none."""
    low, high = max(first.low, second.low), min(first.high, second.high)
    if low != high:
        return low < high
    years = low >= _YEAR and not first.single and not second.single
    upper, lower = (first, second) if first.high == high else (second, first)
    return not (years or upper.open_high or lower.open_low)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<number>\d{2}))?(?:-(?P<day>\d{2}))?"),
    re.compile(
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?", re.IGNORECASE
    ),
)

Moment = tuple[int, int, int]
"""Year, month and day, those that are not said 0."""


def read_date(text: str) -> Moment | None:
    """Return what an option says as a date: `2 July 1972`, `July 1972`, `1972`; else None."""
    text = text.strip().rstrip(".")
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            month = found.get("month")
            number = _MONTHS.index(month.casefold()) + 1 if month else int(found["number"] or 0)
            return int(found["year"] or 0), number, int(found["day"] or 0)
    return None
