"""Drawing items at a cost that does not grow with the bank."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.draw import Between, Candidate, Pool
from quizgen.bank.draw import draw as draw_from
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


def draw(between: Between, total: int, count: int, seed: int) -> list[Candidate]:
    """Draw from a single pool."""
    return draw_from([Pool(between, total)], [1], count, seed)


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


# --- several pools


def shared(banks: Sequence[Bank], parts: Sequence[int], count: int, seed: int) -> list[list[str]]:
    """Return what is drawn of each bank, in the order drawn."""
    pools = [Pool(each.between, len(each.candidates)) for each in banks]
    drawn = refs(draw_from(pools, parts, count, seed))
    return [[ref for ref in drawn if ref in set(refs(each.candidates))] for each in banks]


def named(name: str, count: int, *facts: str) -> Bank:
    """Return a bank of items of that name, the first of which rest on these facts."""
    rest = [frozenset({fact}) for fact in facts] + [frozenset[str]()] * count
    return Bank(
        [
            Candidate(hash_of(f"b:{name}{number}"), f"b:{name}{number}", rest[number], number)
            for number in range(count)
        ]
    )


def test_each_pool_has_its_share() -> None:
    for size in (50, 5000):
        drawn = shared([named("a", size), named("b", size), named("c", size)], (17, 42, 0), 25, 3)
        assert [len(each) for each in drawn] == [7, 18, 0]


def test_what_a_pool_lacks_the_others_give_in_proportion() -> None:
    drawn = shared([named("a", 4), named("b", 90), named("c", 90)], (50, 30, 20), 40, 3)
    # Of 36 three fifths and two fifths are 21.6 and 14.4.
    assert [len(each) for each in drawn] == [4, 22, 14]


def test_a_pool_without_a_share_is_drawn_from_where_the_others_run_out() -> None:
    drawn = shared([named("a", 4), named("b", 3), named("c", 9)], (2, 1, 0), 12, 3)
    assert [len(each) for each in drawn] == [4, 3, 5]
    assert [len(each) for each in shared([named("a", 4), named("b", 3)], (2, 0), 99, 3)] == [4, 3]


def test_a_fact_is_not_repeated_for_the_sake_of_a_share() -> None:
    same = ("one",) * 20
    for size in (30, 3000):
        drawn = shared([named("a", 20, *same), named("b", size)], (1, 1), 10, 5)
        assert [len(each) for each in drawn] == [1, 9]
    # Where there is nothing else the shares hold again.
    drawn = shared([named("a", 20, *same), named("b", 20, *same)], (1, 1), 10, 5)
    assert sorted(len(each) for each in drawn) == [5, 5]


def test_the_scarcest_pool_chooses_its_facts_first() -> None:
    """Each fact of the small pool stands in the large one too, which has others to choose from."""
    facts = [f"fact {number}" for number in range(6)]
    small, large = named("a", 6, *facts), named("b", 60, *facts)
    for seed in range(20):
        assert [len(each) for each in shared([large, small], (1, 1), 12, seed)] == [6, 6]


def test_all_items_of_a_pool_are_equally_likely_though_it_shares_the_draw() -> None:
    """Pearson's statistic over 500 draws of 20 from each of two pools, as for a single one."""
    small, large = named("a", 100), named("b", 3000)
    pools = [
        Pool(sliced(sorted(each.candidates, key=lambda one: one.hash)), len(each.candidates))
        for each in (small, large)
    ]
    hits = Counter(ref for seed in range(500) for ref in refs(draw_from(pools, (1, 1), 40, seed)))
    for each in (small, large):
        total = len(each.candidates)
        expected = 20 * 500 / total
        statistic = sum((hits[one.ref] - expected) ** 2 / expected for one in each.candidates)
        assert abs(statistic - (total - 1)) < 5 * (2 * (total - 1)) ** 0.5


def test_a_candidate_may_turn_into_another_or_into_nothing() -> None:
    items = bank(6).candidates

    def settle(
        candidate: Candidate, facts: AbstractSet[str], taken: AbstractSet[str]
    ) -> Candidate | None:
        made = candidate._replace(ref=f"{candidate.ref}~made", facts=frozenset({"odd"}))
        odd = candidate.item % 2
        return None if odd and ("odd" in facts or made.ref in taken) else made if odd else candidate

    pool = Pool(Bank(items).between, 6, settle)
    drawn = refs(draw_from([pool], [1], 4, 1))
    assert sum(ref.endswith("~made") for ref in drawn) == 1
    assert len(draw_from([pool], [1], 6, 1)) == 6


def test_where_a_pool_can_make_more_it_does_before_a_fact_is_repeated() -> None:
    items = bank(3, facts=1).candidates
    more = [Candidate(0, f"b:more{turn}", frozenset({f"new {turn}"}), 9) for turn in range(9)]
    pool = Pool(Bank(items).between, 3, more=lambda turn: more[turn : turn + 1])
    assert refs(draw_from([pool], [1], 4, 1))[1:] == ["b:more1", "b:more2", "b:more3"]
    assert len(draw_from([pool], [1], 40, 1)) == 3 + 8


def test_hashes_that_are_not_even_cost_time_but_no_items() -> None:
    uneven = [Candidate(number, f"b:q{number}", frozenset(), number) for number in range(5000)]
    assert len(set(refs(draw(sliced(uneven), 5000, 50, 1)))) == 50
