"""Draw items from a bank of any size at a cost that depends only on how many are drawn.

Each item has a hash, even over [0, 2**64). The range is cut into equal blocks, each wide enough
for some slots more than the items to be expected in it. A dart, thrown by rank of (seed, number),
names a block and a slot; the item in that slot, counted in order of hash among those still free,
is drawn; an empty slot means another dart. As every item has one slot of equal size, all are
equally likely. Where the bank is small, or much of it is wanted, all its items are ranked instead.

The outcome depends on seed and items alone: not on files, machine or order of input.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizgen.core.chance import rank

RANGE_BITS = 64
_BLOCK = 32  # items to be expected in a block, at least
_SHARE = 4  # a bank less than this many times as large as the draw is ranked whole
_PATIENCE = 32  # darts without an item of new facts before old facts are taken


class Candidate(NamedTuple):
    """An item as the draw sees it.

    Attributes:
        hash: Even over a range; orders the candidates of a block.
        ref: `bank:id`.
        facts: Names of what it rests on; two items drawn share none while there is a choice.
        item: What the caller knows it by.
    """

    hash: int
    ref: str
    facts: frozenset[str]
    item: int


Between = Callable[[int, int], Sequence[Candidate]]


def draw(between: Between, total: int, count: int, seed: str | int) -> list[Candidate]:
    """Return candidates drawn without repeats, in the order drawn; all of them if too few.

    Args:
        between: Returns the candidates whose hash is in [low, high].
        total: How many there are in all.
    """
    if count < 1:
        return []
    if total < 2 * _BLOCK or count * _SHARE > total:
        return _ranked(between(0, 2**RANGE_BITS - 1), [], count, seed)
    taken = _thrown(between, total, count, seed)
    if len(taken) < count:
        return _ranked(between(0, 2**RANGE_BITS - 1), taken, count, seed)
    return taken


def _ranked(
    bank: Iterable[Candidate], taken: list[Candidate], count: int, seed: str | int
) -> list[Candidate]:
    """Fill up `taken` by the lowest ranks: first those of new facts, then the rest."""
    drawn = list(taken)
    gone = {candidate.ref for candidate in taken}
    used = {fact for candidate in taken for fact in candidate.facts}
    rest: list[Candidate] = []
    for candidate in sorted(bank, key=lambda one: (rank(seed, one.ref), one.ref)):
        if candidate.ref in gone:
            continue
        if used.isdisjoint(candidate.facts) and len(drawn) < count:
            drawn.append(candidate)
            used |= candidate.facts
        else:
            rest.append(candidate)
    return drawn + rest[: count - len(drawn)]


def _thrown(between: Between, total: int, count: int, seed: str | int) -> list[Candidate]:
    """Throw darts until enough items are hit, or so many miss that the hashes cannot be even."""
    drawn: list[Candidate] = []
    gone: set[str] = set()
    used: set[str] = set()
    misses, fresh = 0, True
    for dart in range(_PATIENCE * (count + 1)):
        block, slot, slots = _aim(total, seed, dart)
        free = [
            one for one in between(*block) if one.ref not in gone and used.isdisjoint(one.facts)
        ]
        hit = _in_slot(free, slot, slots)
        if hit is None:
            misses += 1
            if misses == _PATIENCE:  # new facts are used up, or nearly so
                fresh = False
                used.clear()
            continue
        misses = 0
        drawn.append(hit)
        if len(drawn) == count:
            break
        gone.add(hit.ref)
        if fresh:
            used |= hit.facts
    return drawn


def _aim(total: int, seed: str | int, dart: int) -> tuple[tuple[int, int], int, int]:
    """Return the range of the block hit, the slot in it, and how many slots a block has."""
    bits = (total // _BLOCK).bit_length() - 1
    width = RANGE_BITS - bits
    low = rank(seed, dart, "block") >> width << width
    slots = (3 * total) >> (bits + 1)  # one and a half times the items to be expected
    slot = rank(seed, dart, "slot") * slots >> RANGE_BITS
    return (low, low + 2**width - 1), slot, slots


def _in_slot(free: list[Candidate], slot: int, slots: int) -> Candidate | None:
    # Where more items than slots fell into one block, they share the slots.
    index = slot * max(len(free), slots) // slots
    if index >= len(free):
        return None
    return sorted(free, key=lambda one: (one.hash, one.ref))[index]
