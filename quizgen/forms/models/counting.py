"""How many items a frame can give, counted without making them.

Rows that clash with none, or only with all others of a group, are counted by multiplication; the
rest is gone through.
"""

from math import comb

from quizgen.forms.models.frames import DISTRACTORS, Frame, Pick, Row, Rows, bits, places
from quizgen.forms.models.ids import Truths

Tally = list[list[int]]
"""By the number of rows, and by how many of them are true: the ways to show so many."""


def counted(frame: Frame, truths: Truths) -> dict[int, int]:
    """Return the number of items by their number of rows; those of options under 0."""
    if isinstance(frame, Pick):
        return {0: sum(_picks(frame, key) for key in places(frame.keys))}
    tally = _tally(frame, max(truths))
    return {
        size: sum(tally[size][true] for true in set(allowed)) for size, allowed in truths.items()
    }


def _tally(frame: Rows, most: int) -> Tally:
    clash = frame.clash or (0,) * len(frame.rows)
    closed = [mask | 1 << number for number, mask in enumerate(clash)]
    groups = {mask for mask in closed if all(closed[other] == mask for other in places(mask))}
    free = [[frame.rows[number] for number in places(group)] for group in sorted(groups)]
    bound = bits(number for number, mask in enumerate(closed) if mask not in groups)
    return _product(_free(free, most), _bound(frame.rows, clash, bound, most), most)


def _empty(most: int) -> Tally:
    return [[0] * (most + 1) for _ in range(most + 1)]


def _free(groups: list[list[Row]], most: int) -> Tally:
    """The ways to choose at most one row of each group."""
    tally = _empty(most)
    tally[0][0] = 1
    for group in groups:
        true = sum(row.true for row in group)
        false = sum(len(row.sources) + (not row.true) for row in group)
        for size in range(most, 0, -1):
            below = tally[size - 1]
            tally[size] = [
                ways + below[number] * false + (below[number - 1] * true if number else 0)
                for number, ways in enumerate(tally[size])
            ]
    return tally


def _bound(rows: tuple[Row, ...], clash: tuple[int, ...], among: int, most: int) -> Tally:
    """The ways to choose among rows of which some clash, each shown in one way only."""
    tally = _empty(most)
    true = bits(number for number, row in enumerate(rows) if row.true)

    def add(left: int, size: int, trues: int) -> None:
        tally[size][trues] += 1
        if size + 1 == most:  # the last one is not chosen, but counted
            tally[most][trues + 1] += (left & true).bit_count()
            tally[most][trues] += (left & ~true).bit_count()
            return
        for number in places(left):
            left &= ~(1 << number)
            add(left & ~clash[number], size + 1, trues + (true >> number & 1))

    add(among, 0, 0)
    return tally


def _product(one: Tally, other: Tally, most: int) -> Tally:
    tally = _empty(most)
    for size in range(most + 1):
        for part in range(size + 1):
            for first, ways in enumerate(one[part]):
                if ways:
                    for second in range(most + 1 - first):
                        tally[size][first + second] += ways * other[size - part][second]
    return tally


def _picks(frame: Pick, key: int) -> int:
    """The ways to choose the wrong options beside a key."""
    left = frame.rivals[key] & ~frame.clash[key]
    numbers = places(left)
    bound = bits(number for number in numbers if frame.clash[number] & left)
    free = len(numbers) - bound.bit_count()
    apart = [1, bound.bit_count(), *_apart(frame.clash, bound)]
    return sum(comb(free, DISTRACTORS - some) * ways for some, ways in enumerate(apart))


def _apart(clash: tuple[int, ...], among: int) -> tuple[int, int]:
    """The pairs and the triples of a set of which no two clash."""
    pairs = triples = 0
    for first in places(among):
        among &= ~(1 << first)
        beside = among & ~clash[first]
        pairs += beside.bit_count()
        for second in places(beside):
            beside &= ~(1 << second)
            triples += (beside & ~clash[second]).bit_count()
    return pairs, triples
