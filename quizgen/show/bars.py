"""Shares drawn by characters: a bar, and a row of small ones. The number always stands beside.

A stream that cannot encode them shows others in their place; see `show.ascii`.
"""

from collections.abc import Iterable
from fractions import Fraction

_FULL, _EMPTY = "\N{FULL BLOCK}", "\N{LIGHT SHADE}"
_STEPS = (
    "\N{LOWER ONE EIGHTH BLOCK}",
    "\N{LOWER ONE QUARTER BLOCK}",
    "\N{LOWER THREE EIGHTHS BLOCK}",
    "\N{LOWER HALF BLOCK}",
    "\N{LOWER FIVE EIGHTHS BLOCK}",
    "\N{LOWER THREE QUARTERS BLOCK}",
    "\N{LOWER SEVEN EIGHTHS BLOCK}",
    "\N{FULL BLOCK}",
)
_NONE = "."


def bar(share: Fraction, width: int) -> str:
    """Return a share from 0 to 1 as a bar.

    It is full of a whole alone, and empty of nothing alone.
    """
    filled = int(share * width + Fraction(1, 2))
    if 0 < share < 1:
        filled = min(max(filled, 1), width - 1)
    return _FULL * filled + _EMPTY * (width - filled)


def sparkline(shares: Iterable[Fraction | None]) -> str:
    """Return a character for each share from 0 to 1, all on the same scale; a dot for None."""
    return "".join(_NONE if share is None else _step(share) for share in shares)


def _step(share: Fraction) -> str:
    return _STEPS[min(int(share * len(_STEPS)), len(_STEPS) - 1)]
