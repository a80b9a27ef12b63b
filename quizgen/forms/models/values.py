"""Values of a table compared as a candidate might, and put in their natural order."""

import re
from unicodedata import normalize

Words = frozenset[str]

_WORD = re.compile(r"\w+")
_SILENT = re.compile(r"[.'\u2019](?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
_YEAR_DIGITS = 4
_LONG, _STEM = 4, 5


def words(text: str) -> Words:
    """Return the words of a text, without their case and order."""
    return frozenset(_WORD.findall(_SILENT.sub("", normalize("NFKC", text)).casefold()))


def alike(one: Words, other: Words) -> bool:
    """Return whether what is true of one may be true of the other: all words of one are in it.

    `January 1966` may be `10 January 1966`, and *Russian* is half of *Russian and Chinese*.
    """
    return one <= other or other <= one


def stems(text: Words) -> Words:
    """Return the longer words without their endings, so that *Minister* is also in *Ministers*."""
    return frozenset([word[:_STEM] for word in text if len(word) >= _LONG])


def natural(text: str) -> tuple[float, int, float]:
    """Return what sorts numbers and dates as they are read."""
    numbers = [float(number.replace(",", "")) for number in _NUMBER.findall(text)]
    month = next(
        (
            number
            for number, name in enumerate(_MONTHS, 1)
            if re.search(rf"\b{name}[a-z]*", text.casefold())
        ),
        0,
    )
    if not month:
        return (numbers or [0.0])[0], 0, 0.0
    year = next((number for number in numbers if number >= 10 ** (_YEAR_DIGITS - 1)), 0.0)
    day = next((number for number in numbers if number != year), 0.0)
    return year, month, day
