"""The mix of forms: the figures of the year's paper, and whole questions in proportion to them."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.item import Form
from quizgen.core.mix import MIXES, STYLE, Mix, quotas
from quizgen.forms import wording

FIGURES = {
    # direct, coded, counted, with reasons, in order: from the reference page, not from the code
    "upsc-2025": (17, 42, 27, 14, 0),
    "upsc-2023": (28, 7, 47, 18, 0),
}
KINDS = ("D", "S2 SN N L P", "H HP HR", "A2 A3", "Q")
PARTS = st.lists(st.integers(0, 100), min_size=1, max_size=6)


def shares(mix: Mix) -> dict[str, int]:
    return {form.value: part for forms, part in mix for form in forms}


@pytest.mark.parametrize("style", FIGURES)
def test_a_mix_has_the_figures_of_its_paper_and_every_form_once(style: str) -> None:
    expected = {
        form: part
        for forms, part in zip(KINDS, FIGURES[style], strict=True)
        for form in forms.split()
    }
    assert shares(MIXES[style]) == expected
    assert Counter(form for forms, _ in MIXES[style] for form in forms) == Counter(Form)
    assert sum(part for _, part in MIXES[style]) == 100


def test_every_style_has_its_mix() -> None:
    assert {style for style, _ in wording.WORDINGS} == set(MIXES)
    assert wording.STYLE == STYLE
    assert STYLE in MIXES


def test_a_whole_paper_has_the_mix_itself_and_a_sectional_test_a_quarter_of_it() -> None:
    parts = [part for _, part in MIXES["upsc-2025"]]
    assert quotas(parts, 100) == [17, 42, 27, 14, 0]
    # 4.25, 10.5, 6.75, 3.5: the two questions over go to the largest remainders.
    assert quotas(parts, 25) == [4, 11, 7, 3, 0]


@given(PARTS, st.integers(0, 500))
def test_quotas_sum_to_the_count_and_are_off_by_less_than_one(parts: list[int], count: int) -> None:
    found = quotas(parts, count)
    assert sum(found) == count
    shares = parts if any(parts) else [1] * len(parts)
    for part, quota in zip(shares, found, strict=True):
        assert abs(quota - count * part / sum(shares)) < 1
        assert part or not quota


@given(PARTS, st.integers(0, 500))
def test_a_larger_part_never_has_fewer(parts: list[int], count: int) -> None:
    found = sorted(zip(parts, quotas(parts, count), strict=True))
    by_part: dict[int, list[int]] = {}
    for part, quota in found:
        by_part.setdefault(part, []).append(quota)
    each = [by_part[part] for part in sorted(by_part)]
    assert all(max(low) <= min(high) for low, high in pairwise(each))
