"""Draw items from a bank of any size at a cost that depends only on how many are drawn.

Each item has a hash, even over [0, 2**64). The range is cut into equal blocks, each wide enough
for some slots more than the items to be expected in it. A dart, thrown by rank of (seed, number),
names a block and a slot; the item in that slot, counted in order of hash among those still free,
is drawn; an empty slot means another dart. As every item has one slot of equal size, all are
equally likely. Where the pool is small, or much of it is wanted, all its items are ranked instead.

No two items drawn rest on the same fact while there is a choice. Where several pools share a draw,
one that runs out of new facts leaves the rest of its share to the others, in proportion.

The outcome depends on seed and items alone: not on files, machine or order of input.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quizgen.core.chance import rank
from quizgen.core.mix import quotas

RANGE_BITS = 64
_BLOCK = 32  # items to be expected in a block, at least
_SHARE = 4  # a pool less than this many times as large as the draw is ranked whole
_PATIENCE = 32  # darts without an item of new facts before the whole pool is searched for one


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
Settle = Callable[[Candidate, AbstractSet[str], AbstractSet[str]], Candidate | None]


def _as_it_is(candidate: Candidate, _facts: AbstractSet[str], _refs: AbstractSet[str]) -> Candidate:
    return candidate


def _no_more(_turn: int) -> Sequence[Candidate]:
    return ()


class Pool(NamedTuple):
    """What is drawn from.

    Attributes:
        between: Returns the candidates whose hash is in [low, high].
        total: How many there are in all.
        settle: Turns a candidate that was hit into the one that is drawn, given the facts that it
            must not rest on and the refs that it must not have; None if it cannot.
        more: Further candidates for when all those are drawn; by turn, from 1 on, none of which
            comes twice.
    """

    between: Between
    total: int
    settle: Settle = _as_it_is
    more: Callable[[int], Sequence[Candidate]] = _no_more


class _Taken:
    """What is drawn so far, with what darts and turns; `fresh` while facts must be new."""

    def __init__(self, seed: str | int) -> None:
        self.seed = seed
        self.drawn: list[Candidate] = []
        self.refs: set[str] = set()
        self.facts: set[str] = set()
        self.darts = 0
        self.turns = 0
        self.fresh = True

    @property
    def barred(self) -> AbstractSet[str]:
        """Facts that nothing drawn next may rest on."""
        return self.facts if self.fresh else frozenset()

    def is_free(self, candidate: Candidate) -> bool:
        """Whether it may be drawn next."""
        return candidate.ref not in self.refs and self.barred.isdisjoint(candidate.facts)

    def take(self, pool: Pool, candidate: Candidate) -> bool:
        """Draw a candidate of a pool, and return whether that was possible."""
        settled = pool.settle(candidate, self.barred, self.refs)
        if settled is None:
            return False
        self.drawn.append(settled)
        self.refs |= {candidate.ref, settled.ref}
        self.facts |= settled.facts
        return True


def draw(
    pools: Sequence[Pool], parts: Sequence[int], count: int, seed: str | int
) -> list[Candidate]:
    """Return candidates drawn without repeats, in the order drawn; all of them if too few.

    Args:
        parts: The share of each pool, in proportion; 0: only where the others run out.
    """
    taken = _Taken(seed)
    got = [0] * len(pools)
    for fresh in (True, False):
        taken.fresh = fresh
        left = list(range(len(pools)))
        while left and len(taken.drawn) < count:
            closed = sum(got) - sum(got[number] for number in left)
            due = quotas([parts[number] for number in left], count - closed)
            lacking = [max(each - got[number], 0) for number, each in zip(left, due, strict=True)]
            shares = quotas(lacking, count - len(taken.drawn))
            left = _share_out(taken, pools, got, dict(zip(left, shares, strict=True)))
    return taken.drawn


def _share_out(
    taken: _Taken, pools: Sequence[Pool], got: list[int], shares: dict[int, int]
) -> list[int]:
    """Draw its share from each pool, and return those that had so many.

    The scarcest pool is first, while there are facts to choose from.
    """
    wanted = {number: share for number, share in shares.items() if share}
    for number in sorted(wanted, key=lambda one: (pools[one].total / wanted[one], one)):
        before = len(taken.drawn)
        _fill(taken, pools[number], before + wanted[number])
        got[number] += len(taken.drawn) - before
        if len(taken.drawn) < before + wanted[number]:
            del shares[number]
    return list(shares)


def _fill(taken: _Taken, pool: Pool, goal: int) -> None:
    """Draw from a pool until there are so many in all, or it has no more."""
    share = goal - len(taken.drawn)
    if pool.total >= 2 * _BLOCK and share * _SHARE <= pool.total:
        _throw(taken, pool, goal)
    if len(taken.drawn) < goal:
        _rank(taken, pool, pool.between(0, 2**RANGE_BITS - 1), goal)
    before = -1
    while before < len(taken.drawn) < goal:
        before = len(taken.drawn)
        taken.turns += 1
        _rank(taken, pool, pool.more(taken.turns), goal)


def _rank(taken: _Taken, pool: Pool, candidates: Iterable[Candidate], goal: int) -> None:
    """Draw those of the lowest ranks."""
    for candidate in sorted(candidates, key=lambda one: (rank(taken.seed, one.ref), one.ref)):
        if len(taken.drawn) == goal:
            return
        if taken.is_free(candidate):
            taken.take(pool, candidate)


def _throw(taken: _Taken, pool: Pool, goal: int) -> None:
    """Throw darts until enough items are hit, or so many miss that they are few or not even."""
    misses = 0
    while misses < _PATIENCE and len(taken.drawn) < goal:
        block, slot, slots = _aim(pool.total, taken.seed, taken.darts)
        taken.darts += 1
        hit = _in_slot([one for one in pool.between(*block) if taken.is_free(one)], slot, slots)
        misses = 0 if hit and taken.take(pool, hit) else misses + 1


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
