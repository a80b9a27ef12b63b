"""Topics by name: one spelling for all of a topic's, and the one that was meant."""

from collections.abc import Mapping
from functools import lru_cache
from unicodedata import category, normalize


@lru_cache(maxsize=256)  # the items of a file have few topics
def slug(text: str) -> str:
    """Return the letters and digits of a text in lower case, words joined by hyphens.

    Marks count as letters: in Indian scripts the vowel signs are marks.
    """
    folded = normalize("NFKC", text).casefold()
    kept = (char if category(char)[0] in "LNM" else " " for char in folded)
    return "-".join("".join(kept).split())


def meant_topic(asked: str, known: Mapping[str, str]) -> str:
    """Return the name of the topic that was probably meant; empty if none is near.

    Args:
        known: Names by slug.
    """
    from difflib import get_close_matches

    name = slug(asked)
    near = [each for each in known if name and name in each]
    near += get_close_matches(name, known, n=1)
    return known[near[0]] if near else ""
