"""Drawing and shuffling: the same for ever, and fair."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.chance import fingerprint, fingerprints, rank, shuffled


def test_papers_of_today_can_be_drawn_in_ten_years() -> None:
    assert rank(1, "sco:members") == 5_859_168_635_037_637_696
    assert rank("1", "sco:members", "o1") == 18_318_936_444_170_432_024
    assert shuffled("abcdefgh", 48213, key=str) == list("dghabfce")
    assert fingerprint("It was signed in 1972.") == "f27071a750d7"
    assert fingerprint("a", "b") == "8d9c57afb645"


def test_a_seed_is_the_same_as_a_number_and_as_its_digits() -> None:
    assert rank(7, "x") == rank("7", "x")


@given(st.lists(st.text(), unique=True), st.integers())
def test_the_order_depends_on_the_seed_and_the_ids_not_on_the_order_given(
    ids: list[str], seed: int
) -> None:
    once = shuffled(ids, seed, key=str)
    assert sorted(once) == sorted(ids)
    assert shuffled(reversed(ids), seed, key=str) == once


@given(st.lists(st.text(), unique=True), st.text(), st.integers())
def test_a_bank_may_grow_without_reordering_what_was_there(
    ids: list[str], new: str, seed: int
) -> None:
    grown = shuffled({*ids, new}, seed, key=str)
    assert [each for each in grown if each in ids] == shuffled(ids, seed, key=str)


def test_over_many_seeds_each_place_is_as_likely_as_another() -> None:
    places = Counter(shuffled("abcd", seed, key=str).index("a") for seed in range(4_000))
    # Five standard deviations of a fair draw are 137.
    assert all(abs(places[place] - 1_000) < 137 for place in range(4))


def test_ranks_are_even_over_their_range() -> None:
    eighths = Counter(rank(seed, "x") >> 61 for seed in range(8_000))
    assert all(abs(eighths[part] - 1_000) < 148 for part in range(8))


def test_ids_that_run_together_are_not_the_same_draw() -> None:
    assert rank(1, "ab", "c") != rank(1, "a", "bc")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was signed in 1972.", "it was  signed\nin 1972"),
        ("\u201cTashkent\u201d", '"Tashkent"'),
        ("Lahore, two Prime Ministers", "Lahore two Prime Ministers"),
        ("\ufb01ve", "five"),
    ],
)
def test_a_fingerprint_is_blind_to_case_spacing_and_punctuation(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5", "15"),
        ("1,000", "1000.5"),
        (".5", "5"),
        ("0.5", ".05"),
        ("1:30", "130"),
        ("1 only", "2 only"),
        ("\u0915\u094d\u0937", "\u0915\u094d\u200d\u0937"),
    ],
)
def test_a_fingerprint_tells_apart_what_reads_differently(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_of_two_texts_is_not_that_of_both_in_one() -> None:
    assert fingerprint("a", "b") != fingerprint("a b")


@given(st.lists(st.text().map(lambda text: " ".join(text.split()))))
def test_lines_have_the_fingerprints_together_that_they_have_alone(lines: list[str]) -> None:
    assert fingerprints(lines) == [fingerprint(line) for line in lines]


@given(st.lists(st.text(), unique=True), st.integers())
def test_shuffling_is_by_rank(ids: list[str], seed: int) -> None:
    assert shuffled(ids, seed, key=str) == sorted(ids, key=lambda name: (rank(seed, name), name))


@given(st.text(st.one_of(st.characters(), st.characters(categories=["Cs"]))))
def test_any_text_at_all_has_a_fingerprint_and_a_rank(text: str) -> None:
    assert len(fingerprint(text)) == 12
    assert 0 <= rank(text, text) < 2**64
