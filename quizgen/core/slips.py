"""Whether a text is another one with its slips of the pen mended."""

import re

_SHORT, _LONG = 4, 40
"""Letters of words that may differ: in a shorter one, one letter is much; a longer one is none."""
_ALIKE = 0.8


def mended(old: str, new: str) -> bool:
    """Return whether two texts differ at most by other letters in some of their words.

    Numbers are the same, and so are words of up to three letters, in which one letter is much.
    """
    ones, others = (text.casefold().split() for text in (old, new))
    return len(ones) == len(others) and all(
        one == other or _alike(one, other) for one, other in zip(ones, others, strict=True)
    )


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    lengths = (len(one), len(other))
    if min(lengths) < _SHORT or max(lengths) > _LONG or re.search(r"\d", one + other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
