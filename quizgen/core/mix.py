"""The mix of forms of a year's paper, and how many questions of each kind a paper then has.

Source: UPSC, General Studies Paper I of 2023 (the public transcripts of dpjb_web) and of 2025 (two
transcripts), counted question by question, in 100.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.core.item import Form


class Share(NamedTuple):
    """The questions of some forms in a paper.

    Attributes:
        part: In proportion to the other shares of the mix; 0: only where the others run out.
    """

    forms: frozenset[Form]
    part: int


Mix = tuple[Share, ...]
"""Shares that hold every form once."""

_DIRECT = frozenset({Form.DIRECT})
_CODED = frozenset({Form.TWO_STATEMENTS, Form.STATEMENTS, Form.NEGATIVE, Form.LIST, Form.PAIRS})
_COUNTED = frozenset({Form.HOW_MANY, Form.HOW_MANY_PAIRS, Form.HOW_MANY_ROWS})
_REASONS = frozenset({Form.ONE_REASON, Form.TWO_REASONS})
_SEQUENCE = frozenset({Form.SEQUENCE})


def _mix(direct: int, coded: int, counted: int, reasons: int, sequence: int) -> Mix:
    return (
        Share(_DIRECT, direct),
        Share(_CODED, coded),
        Share(_COUNTED, counted),
        Share(_REASONS, reasons),
        Share(_SEQUENCE, sequence),
    )


STYLE = "upsc-2025"
"""The house style unless another is asked for."""

MIXES: dict[str, Mix] = {
    "upsc-2025": _mix(17, 42, 27, 14, 0),
    "upsc-2023": _mix(28, 7, 47, 18, 0),
}
"""By house style."""


def quotas(parts: Sequence[int], count: int) -> list[int]:
    """Return a whole number for each part, in proportion, which sum to the count.

    By largest remainder; of equal remainders, the larger part first, then the earlier one. Where
    all parts are 0, they count as equal.
    """
    if not any(parts):
        parts = [1] * len(parts)
    total = sum(parts)
    found = [count * part // total for part in parts]
    most = sorted(
        _places(parts), key=lambda place: (-(count * parts[place] % total), -parts[place], place)
    )
    for place in most[: count - sum(found)]:
        found[place] += 1
    return found


def _places(parts: Sequence[int]) -> Iterable[int]:
    return (place for place, part in enumerate(parts) if part)
