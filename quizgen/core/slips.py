"""Whether a text is another one with its slips of the pen mended."""

import re
from collections.abc import Iterable, Sequence

from quizgen.core.chance import fingerprint

_SHORTEST = 5
"""Letters of words that may differ: in a shorter one, one letter is much."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ROMAN = frozenset("ivxlcdm")
_ONES = "two three four five six seven eight nine ten eleven twelve dozen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_LARGE = "hundred thousand lakh crore million billion trillion"
_RANKS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NUMBERS = frozenset(f"one first second {_ONES} {_TENS} {_TEENS} {_LARGE} {_RANKS}".split())


def mended(old: str, new: str) -> bool:
    """Return whether two texts differ at most by one slip in some of their words.

    A slip is a letter put in, left out or changed, or two neighbours that changed places, anywhere
    but at the first letter. Short words, numbers in digits, in words or in Roman letters, and all
    that is no word are the same in both.
    """
    ones, others = (_TOKEN.findall(text.casefold()) for text in (old, new))
    return len(ones) == len(others) and all(
        one == other or _slip(one, other) for one, other in zip(ones, others, strict=True)
    )


def counterparts(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Return which text of today each text shown is, by their places: by its words alone.

    Those that read word for word alike are found first, then those of the others that are mended.
    One that may be several, or none, is left out.
    """
    prints, others = ([fingerprint(text) for text in texts] for texts in (ours, theirs))
    found = _one_to_one(
        (place, other)
        for place, print_ in enumerate(prints)
        for other, their_print in enumerate(others)
        if print_ == their_print
    )
    slips = _one_to_one(
        (place, other)
        for place, text in enumerate(ours)
        for other, their_text in enumerate(theirs)
        if prints[place] not in others and others[other] not in prints
        if mended(text, their_text)
    )
    return found | slips


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The pairs whose two sides are in no other pair."""
    all_ = list(pairs)
    ones, others = [one for one, _ in all_], [other for _, other in all_]
    return {one: other for one, other in all_ if ones.count(one) == 1 and others.count(other) == 1}


def _slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or short[0] != long[0] or re.search(r"\d", one + other):
        return False
    if {one, other} <= _NUMBERS or set(one + other) <= _ROMAN:
        return False
    same = _alike_from_start(short, long)
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1]
    return short[same + 1 :] == long[same + 1 :] or (
        swapped and short[same + 2 :] == long[same + 2 :]
    )


def _alike_from_start(one: str, other: str) -> int:
    """How many letters two words that differ begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
