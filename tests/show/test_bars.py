"""Shares drawn by characters are never more, or less, than they are."""

import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from quizgen.show.bars import bar, sparkline
from quizgen.show.console import make_console
from quizgen.show.layout import OneLine

SHARES = st.fractions(0, 1, max_denominator=1000)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (Fraction(0), "░░░░░░░░░░"),
        (Fraction(1, 1000), "█░░░░░░░░░"),
        (Fraction(1, 2), "█████░░░░░"),
        (Fraction(999, 1000), "█████████░"),
        (Fraction(1), "██████████"),
    ],
)
def test_a_bar_is_full_of_a_whole_alone_and_empty_of_nothing(share: Fraction, drawn: str) -> None:
    assert bar(share, 10) == drawn


@given(SHARES, SHARES, st.integers(2, 40))
def test_a_bar_has_its_width_and_grows_with_the_share(
    one: Fraction, other: Fraction, width: int
) -> None:
    low, high = sorted((one, other))

    assert len(bar(one, width)) == width
    assert bar(low, width).count("█") <= bar(high, width).count("█")


def test_a_row_of_small_bars_goes_from_nothing_to_all() -> None:
    assert sparkline(Fraction(eighth, 8) for eighth in range(9)) == "▁▂▃▄▅▆▇██"
    assert sparkline([None, Fraction(1), None]) == ".█."
    assert sparkline([]) == ""


def test_where_they_cannot_be_encoded_others_rise_in_their_place() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    drawn = f"{bar(Fraction(1, 2), 8)} {sparkline(Fraction(n, 8) for n in range(8))}"
    make_console(stream, environ={}).show(OneLine(Text(drawn)))
    stream.flush()

    assert raw.getvalue() == b"####---- _-~=+*%#\n"
