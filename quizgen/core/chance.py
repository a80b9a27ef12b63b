"""Drawing and shuffling, the same on every machine and in every version of Python.

Everything is ranked by `blake2b(seed, id)`: no generator state, no dependence on order of input.
"""

import re
from collections.abc import Callable, Iterable, Sequence
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
    head = _encoded(f"{seed}\x1f")

    def ranked(item: T) -> tuple[bytes, str]:
        name = key(item)
        # The digest is in the order of the number that `rank` makes of it.
        return blake2b(head + _encoded(name), digest_size=8).digest(), name

    return sorted(items, key=ranked)


# A mark not before a digit, or a point, comma or colon after a letter: 1.5 and 1,000 keep theirs.
# The pattern begins with the marks, so that it is searched for quickly.
_PUNCTUATION = re.compile(r"""[.,;:!?'"()\u2018\u2019\u201c\u201d](?:(?!\d)|(?<=[^\W\d][.,:]))""")


def fingerprint(*texts: str) -> str:
    """Return twelve hex digits for texts, blind to case, spacing and most punctuation."""
    return _hashed("\x1f".join(_bare(texts)))


def fingerprints(lines: Sequence[str]) -> list[str]:
    """Return the fingerprint of each text; texts of one line, without control characters."""
    return [_hashed(line) for line in _bare(lines)] if lines else []


def _bare(texts: Iterable[str]) -> list[str]:
    """The texts as they are compared; all at once, as that is quicker than one by one."""
    whole = "\x1f".join(texts)
    if not whole.isascii():
        whole = normalize("NFKC", whole)
    bare = _PUNCTUATION.sub("", whole).casefold()
    return [" ".join(text.split()) for text in bare.split("\x1f")]


def _hashed(text: str) -> str:
    return blake2b(_encoded(text), digest_size=6).hexdigest()


def _encoded(text: str) -> bytes:
    """A file may spell half a surrogate pair; it is refused elsewhere, and must not crash here."""
    return text.encode(errors="surrogatepass")
