"""Facts drawn from a frame by rank of the seed: truth first, then what shows it.

Which codes and counts are right is drawn evenly before any fact is, so that playing one code or
one count is no better than chance; so is what the right option says. A search goes on until
something is found, so that nothing is found only where there is nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from quizgen.core.chance import rank, shuffled
from quizgen.forms.models.frames import DISTRACTORS, Frame, Pick, Row, Rows, bits, places
from quizgen.forms.models.ids import Asking, Place, Tokens

_PREFERENCE = 3  # of several sources the nearest comes ten to twenty times as often as the last

Used = AbstractSet[str]
Build = Callable[[Place], Frame | None]


def found(
    asking: Asking, among: Sequence[Place], build: Build, seed: str, used: Used
) -> tuple[Place, Tokens] | None:
    """Return a place and the tokens of a sound item whose facts are not used; None if none is."""
    order = shuffled(among, f"{seed}/place", lambda place: f"{place.label}:{place.head}")
    built = cache(build)
    for size, true in _truths(asking, seed):
        for place in order:
            frame = built(place)
            tokens = _tokens(frame, size, true, seed, used) if frame else None
            if tokens:
                return place, tokens
    return None


def _truths(asking: Asking, seed: str) -> Iterator[tuple[int, int]]:
    """Yield numbers of rows, and of true ones among them, in the order in which they are tried."""
    for size in shuffled(asking.truths, f"{seed}/size", str):
        allowed = asking.truths[size]
        codes = shuffled(range(len(allowed)), f"{seed}/code", str)
        for true in dict.fromkeys(allowed[number] for number in codes):
            yield size, true


def _tokens(frame: Frame, size: int, true: int, seed: str, used: Used) -> Tokens | None:
    if isinstance(frame, Pick):
        return _picked(frame, true, seed, used)
    if not used.isdisjoint(frame.head):
        return None
    return _shown(frame, size, true, seed, used)


def _picked(frame: Pick, higher: int, seed: str, used: Used) -> Tokens | None:
    free = [n for n in places(frame.keys) if frame.rows[n].fresh(used)]
    fresh = bits(n for n, row in enumerate(frame.rows) if not frame.whole or row.fresh(used))
    for key in sorted(free, key=lambda n: (rank(seed, frame.classes[n]), _rank(frame, n, seed))):
        left = frame.rivals[key] & ~frame.clash[key] & fresh
        able = _Able(left, 0)
        if frame.heights:
            high = bits(n for n in places(left) if frame.heights[n] > frame.heights[key])
            able = _Able(high, left & ~high)
        wanted = higher if frame.heights else DISTRACTORS
        chosen = _chosen(
            _rivals(frame, left, seed), frame.clash, able, wanted, DISTRACTORS - wanted
        )
        if chosen is not None:
            return frame.rows[key].key, *sorted(frame.rows[n].key for n in (*chosen[0], *chosen[1]))
    return None


def _rank(frame: Frame, number: int, seed: str) -> int:
    return rank(seed, frame.rows[number].key)


def _rivals(frame: Pick, among: int, seed: str) -> list[int]:
    """Wrong options, those first that make a better question."""
    far = frame.far or (1,) * len(frame.rows)
    return sorted(places(among), key=lambda n: (rank(seed, frame.classes[n]) * far[n], n))


def _shown(frame: Rows, size: int, true: int, seed: str, used: Used) -> Tokens | None:
    free = [n for n, row in enumerate(frame.rows) if row.fresh(used)]
    order = shuffled(free, seed, lambda n: frame.rows[n].key)
    able = _Able(
        bits(n for n in free if frame.rows[n].true),
        bits(n for n in free if frame.rows[n].may_be_false),
    )
    chosen = _chosen(order, frame.clash or (0,) * len(frame.rows), able, true, size - true)
    if chosen is None:
        return None
    trues, falses = chosen
    tokens = [frame.rows[n].key for n in trues]
    shown = {_value(frame, token) for token in tokens}
    for number in falses:
        tokens.append(_false(frame, frame.rows[number], shown, seed))
        shown.add(_value(frame, tokens[-1]))
    return tuple(sorted(tokens))


class _Able(NamedTuple):
    """The rows that may still be shown as true, and those that may as false."""

    true: int
    false: int

    def enough(self, true: int, false: int) -> bool:
        """Whether there are so many, as far as clashes do not matter."""
        return (
            self.true.bit_count() >= true
            and self.false.bit_count() >= false
            and (self.true | self.false).bit_count() >= true + false
        )

    def without(self, mask: int) -> "_Able":
        """Those that are not in a set."""
        return _Able(self.true & ~mask, self.false & ~mask)


Chosen = tuple[tuple[int, ...], tuple[int, ...]]


def _chosen(
    order: Sequence[int], clash: Sequence[int], able: _Able, true: int, false: int
) -> Chosen | None:
    """The first rows in that order, some as true and some as false, of which no two clash."""
    if not true and not false:
        return (), ()
    for number in order:
        if not able.enough(true, false):
            break
        bit = 1 << number
        if not (able.true if true else able.false) & bit:
            continue
        left = able.without(bit | clash[number])
        rest = _chosen(order, clash, left, true - bool(true), false - (not true))
        if rest is not None:
            return ((number, *rest[0]), rest[1]) if true else (rest[0], (number, *rest[1]))
        able = able._replace(true=able.true & ~bit) if true else able.without(bit)
    return None


def _value(frame: Rows, token: str) -> str:
    """What is not to be shown twice of a token."""
    return frame.values.get(token, token)


def _false(frame: Rows, row: Row, shown: Used, seed: str) -> str:
    """A token that shows a row as false, if it can be with a value not shown yet."""
    if not row.sources:
        return row.key
    tokens = row.tokens[1:]
    far = {token: (len(tokens) + _PREFERENCE * n) ** 2 for n, token in enumerate(tokens)}
    return min(
        tokens, key=lambda token: (_value(frame, token) in shown, rank(seed, token) * far[token])
    )
