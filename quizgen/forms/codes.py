"""Coded options: what *I and III only* and *Only two* stand for.

A code is the set of statements it names, by their numbers from 0, or the count it claims.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from quizgen.core.chance import shuffled
from quizgen.forms.wording import ARABIC, ROMAN, Wording

Code = frozenset[int]
NO_STATEMENT = "none"
"""Id of the coded option that names no statement, so that no statement may have it."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An option an author typed, understood.

    Attributes:
        names: The statements it names; None for a count.
        count: How many it claims; None for a set.
        numerals: Those it was typed with: 1, 2, 3 or I, II, III.
    """

    names: Code | None = None
    count: int | None = None
    numerals: tuple[str, ...] = ()


@cache
def code_text(code: Code, of: int, words: Wording) -> str:
    """Return the text of a code of so many statements: `I and III only`."""
    names = [words.numerals[number] for number in sorted(code)]
    if of == 2 and len(names) != 1:  # noqa: PLR2004 - of two, both and neither have words of their own
        first, second = words.numerals[:2]
        pattern = words.both if names else words.neither
        return pattern.format(first=first, second=second)
    joined = words.conjunction.join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return joined if len(names) == of else words.only.format(names=joined)


@cache
def _codes(of: int) -> dict[Code, str]:
    """The codes that name some of so many statements, in natural order, with a name for each."""
    return {
        frozenset(code): "+".join(ROMAN[number] for number in code)
        for size in range(1, of + 1)
        for code in combinations(range(of), size)
    }


def offered(item_id: str, key: Code, of: int) -> list[Code]:
    """Return the four codes to choose from: by size, then by numerals, no statement at all last.

    For three statements or more: the key, and the lowest three in rank of the item's id and the
    code among the wrong ones that name some statement. The draw never looks at the key, so that no
    code, such as the one with most in common with the others, is more often right.
    """
    codes = _codes(of)
    if of == 2:  # noqa: PLR2004 - all four fit
        return [*codes, frozenset()]
    wrong = shuffled([code for code in codes if code != key], item_id, codes.__getitem__)[:3]
    return [code for code in codes if code == key or code in wrong]


_NUMERAL = re.compile(r"\(?\b(?:(?P<arabic>[1-6])|(?P<roman>VI|IV|V|I{1,3}))\b[).]?", re.IGNORECASE)
_SET = re.compile(
    r"(?:only\s+|both\s+)?#(?:(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*)#)*(?:\s+only)?",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"neither\s+#\s+nor\s+#", re.IGNORECASE)
_NONE = re.compile(r"none(?:\s+of\s+(?:the\s+above|these|them)(?:\s+statements)?)?", re.IGNORECASE)
_ALL = re.compile(
    r"all(?:\s+(?:of\s+)?(?:the\s+)?(?:above|these|(?P<count>three|four))(?:\s+statements)?)?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"only\s+(?P<count>one|two|three|four)(?:\s+statements?)?", re.IGNORECASE)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}


_LONGEST_CODE = 60


def read_code(text: str, of: int) -> Coded | None:
    """Return what a typed option stands for, None if it is no code of so many statements."""
    if len(text) > _LONGEST_CODE:
        return None
    text = " ".join(text.split()).rstrip(".")
    if _NONE.fullmatch(text):
        return Coded(names=frozenset(), count=0)
    if match := _ALL.fullmatch(text):
        count = _COUNTS.get((match["count"] or "").casefold(), of)
        return Coded(names=frozenset(range(of)), count=count) if count == of else None
    if match := _ONLY.fullmatch(text):
        count = _COUNTS[match["count"].casefold()]
        return Coded(count=count) if count <= of else None
    return _read_set(text, of)


def _read_set(text: str, of: int) -> Coded | None:
    numerals = list(_NUMERAL.finditer(text))
    if not numerals:
        return None
    shape = _NUMERAL.sub("#", text)
    numbers = [
        ARABIC.index(match["arabic"]) if match["arabic"] else ROMAN.index(match["roman"].upper())
        for match in numerals
    ]
    if any(number >= of for number in numbers) or len(set(numbers)) < len(numbers):
        return None
    typed = ARABIC if all(match["arabic"] for match in numerals) else ROMAN
    if _NEITHER.fullmatch(shape) and of == len(numbers):
        return Coded(names=frozenset(), numerals=typed)
    if _SET.fullmatch(shape):
        return Coded(names=frozenset(numbers), numerals=typed)
    return None


def set_id(code: Code, statement_ids: Sequence[str]) -> str:
    """Return the id of a coded option, made of the ids of the statements it names."""
    return "+".join(sorted([statement_ids[number] for number in code])) or NO_STATEMENT


def count_id(count: int) -> str:
    """Return the id of an option that claims a count."""
    return f"count-{count}"
