"""Drawing and shuffling, the same on every machine and in every version of Python.

Everything is ranked by `blake2b(seed, id)`: no generator state, no dependence on order of input.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar
from unicodedata import normalize

from quizgen.core.digest import blake2b

T = TypeVar("T")


def rank(seed: str | int, *ids: str | int) -> int:
    """Return a number in [0, 2**64), even over that range for different seeds and ids."""
    text = "\x1f".join(map(str, (seed, *ids)))
    return int.from_bytes(blake2b(_encoded(text), digest_size=8).digest(), "big")


def shuffled(items: Iterable[T], seed: str | int, key: Callable[[T], str]) -> list[T]:
    """Return the items in the order of their ranks; ids (by `key`) should differ."""
    return sorted(items, key=lambda item: (rank(seed, key(item)), key(item)))


# A mark not before a digit, or a point, comma or colon after a letter: 1.5 and 1,000 keep theirs.
# The pattern begins with the marks, so that it is searched for quickly.
_PUNCTUATION = re.compile(r"""[.,;:!?'"()\u2018\u2019\u201c\u201d](?:(?!\d)|(?<=[^\W\d][.,:]))""")


def fingerprint(*texts: str) -> str:
    """Return twelve hex digits for texts, blind to case, spacing and most punctuation."""
    whole = "\x1f".join(texts)
    if not whole.isascii():
        whole = normalize("NFKC", whole)
    bare = _PUNCTUATION.sub("", whole).casefold().split("\x1f")
    plain = "\x1f".join([" ".join(text.split()) for text in bare])
    return blake2b(_encoded(plain), digest_size=6).hexdigest()


def _encoded(text: str) -> bytes:
    """A file may spell half a surrogate pair; it is refused elsewhere, and must not crash here."""
    return text.encode(errors="surrogatepass")
