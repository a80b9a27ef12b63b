"""Drawing items at a cost that does not grow with the bank."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.draw import Between, Candidate, draw
from quizgen.bank.entries import hash_of


class Bank:
    """A bank in memory, which counts what is read of it."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.read = 0

    def between(self, low: int, high: int) -> list[Candidate]:
        """Return the candidates of a range of hashes."""
        found = [one for one in self.candidates if low <= one.hash <= high]
        self.read += len(found)
        return found


def bank(count: int, facts: int = 0) -> Bank:
    """Return a bank of items, each resting on one of some facts, if there are any."""
    return Bank(
        [
            Candidate(
                hash_of(f"b:q{number}"),
                f"b:q{number}",
                frozenset({f"fact-{number % facts}"} if facts else ()),
                number,
            )
            for number in range(count)
        ]
    )


def refs(candidates: Sequence[Candidate]) -> list[str]:
    """Return what was drawn."""
    return [candidate.ref for candidate in candidates]


def test_the_same_seed_and_items_give_the_same_draw_in_whatever_order_they_come() -> None:
    items = bank(1000).candidates
    there = draw(Bank(items).between, 1000, 20, 7)
    back = draw(Bank(items[::-1]).between, 1000, 20, 7)
    assert there == back
    assert there != draw(Bank(items).between, 1000, 20, 8)


def test_these_very_items_are_drawn_on_every_machine() -> None:
    """Papers are named by seed and bank: a change here would change papers already sat."""
    assert refs(draw(bank(1000).between, 1000, 3, 1)) == ["b:q282", "b:q279", "b:q22"]
    assert refs(draw(bank(20).between, 20, 3, 1)) == ["b:q1", "b:q18", "b:q13"]


@given(st.integers(0, 400), st.integers(0, 450), st.integers(0, 5), st.integers())
def test_a_draw_has_no_repeats_and_as_many_as_asked_for_or_all(
    total: int, count: int, facts: int, seed: int
) -> None:
    drawn = draw(bank(total, facts).between, total, count, seed)
    assert len(drawn) == min(total, count)
    assert len(set(refs(drawn))) == len(drawn)


def test_every_item_of_a_large_bank_is_equally_likely() -> None:
    """Pearson's statistic over 500 draws of 20 is within five deviations of its mean."""
    total, per_draw, draws = 5000, 20, 500
    items = sorted(bank(total).candidates, key=lambda one: one.hash)
    hits = Counter(
        ref for seed in range(draws) for ref in refs(draw(sliced(items), total, per_draw, seed))
    )
    expected = per_draw * draws / total
    statistic = sum((hits[one.ref] - expected) ** 2 / expected for one in items)
    deviation = (2 * (total - 1)) ** 0.5
    assert abs(statistic - (total - 1)) < 5 * deviation


def test_items_in_crowded_and_in_thin_blocks_are_equally_likely() -> None:
    total, per_draw, draws = 5000, 20, 500
    items = sorted(bank(total).candidates, key=lambda one: one.hash)
    blocks = Counter(one.hash >> 57 for one in items)
    crowded = {block for block, count in blocks.items() if count > total / 128}
    share = sum(blocks[block] for block in crowded) / total
    drawn = [
        one.hash >> 57 in crowded
        for seed in range(draws)
        for one in draw(sliced(items), total, per_draw, seed)
    ]
    assert abs(sum(drawn) / len(drawn) - share) < 4 * (share * (1 - share) / len(drawn)) ** 0.5


def sliced(items: list[Candidate]) -> Between:
    """Return how to read ranges of items sorted by hash, quickly."""
    hashes = [one.hash for one in items]
    return lambda low, high: items[bisect_left(hashes, low) : bisect_right(hashes, high)]


def test_what_is_read_does_not_grow_with_the_bank() -> None:
    small, large = bank(2_000), bank(20_000)
    for seed in range(20):
        draw(small.between, 2_000, 10, seed)
        draw(large.between, 20_000, 10, seed)
    assert large.read < 2.5 * small.read
    assert large.read / 20 < 2_000


def test_no_fact_comes_twice_while_there_is_a_choice() -> None:
    for total in (60, 3000):
        drawn = draw(bank(total, facts=30).between, total, 15, 3)
        assert len({fact for one in drawn for fact in one.facts}) == 15


def test_where_facts_run_out_the_rest_fill_up() -> None:
    for total in (60, 3000):
        drawn = draw(bank(total, facts=4).between, total, 12, 3)
        assert len({fact for one in drawn for fact in one.facts}) == 4
        assert len(set(refs(drawn))) == 12


def test_hashes_that_are_not_even_cost_time_but_no_items() -> None:
    uneven = [Candidate(number, f"b:q{number}", frozenset(), number) for number in range(5000)]
    assert len(set(refs(draw(sliced(uneven), 5000, 50, 1)))) == 50
