"""Numbers, marks, times and names read as a person would write them."""

from fractions import Fraction

import pytest

from quizgen.show.words import (
    count,
    date_in_words,
    duration,
    in_marks,
    listed,
    marks,
    numbers,
    one_line,
    percent,
    sentence,
    signed,
    times,
    topic_name,
)
from tests.show.exhibits import SIMLA


def test_one_is_singular() -> None:
    assert count(1, "question") == "1 question"
    assert count(2, "question") == "2 questions"
    assert count(0, "question") == "0 questions"
    assert count(2, "entry", "entries") == "2 entries"
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert in_marks(Fraction(1)) == "1 mark"
    assert in_marks(Fraction(2, 3)) == "0.67 marks"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2", "+2"),
        ("-2/3", "-0.67"),
        ("0", "0"),
        ("5/2", "+2.50"),
        ("-1/8", "-0.13"),
        ("28/3", "+9.33"),
        ("-1/1000", "0.00"),
    ],
)
def test_marks_have_two_decimals_or_none(value: str, shown: str) -> None:
    assert signed(Fraction(value)) == shown


def test_marks_without_sign() -> None:
    assert marks(Fraction(28, 3)) == "9.33"
    assert marks(Fraction(20)) == "20"
    assert percent(Fraction(2, 3)) == "67 %"


@pytest.mark.parametrize(
    ("ms", "shown", "spoken"),
    [
        (0, "0 s", "0 seconds"),
        (300, "under 1 s", "under 1 second"),
        (900, "1 s", "1 second"),
        (41_000, "41 s", "41 seconds"),
        (60_000, "1 min", "1 minute"),
        (161_400, "2 min 41 s", "2 minutes 41 seconds"),
        (3_600_000, "1 h", "1 hour"),
        (3_900_000, "1 h 5 min", "1 hour 5 minutes"),
        (7_199_000, "1 h 59 min 59 s", "1 hour 59 minutes 59 seconds"),
    ],
)
def test_durations(ms: int, shown: str, spoken: str) -> None:
    assert duration(ms) == shown
    assert duration(ms, spoken=True) == spoken


def test_topics_are_shown_as_written_but_a_slug_with_spaces() -> None:
    assert topic_name("treaty-dates") == "treaty dates"
    assert topic_name("Track-I and Track-II") == "Track-I and Track-II"
    assert topic_name("SCO-membership") == "SCO-membership"
    assert topic_name("re\x1b[31md") == "re\ufffd[31md"


def test_dates_are_in_words_as_far_as_they_are_known() -> None:
    assert date_in_words("2019-11-22") == "22 November 2019"
    assert date_in_words("2019-11") == "November 2019"
    assert date_in_words("2019") == "2019"
    assert date_in_words("2019-13") == "2019-13"
    assert date_in_words("the autumn of 2019") == "the autumn of 2019"


def test_numbers_are_listed_with_ranges() -> None:
    assert numbers([1]) == "1"
    assert numbers([1, 2]) == "1 and 2"
    assert numbers([1, 2, 3, 7]) == "1 to 3 and 7"
    assert numbers([1, 3, 4, 6, 7, 8, 9]) == "1, 3, 4 and 6 to 9"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_sentences_end_once() -> None:
    assert sentence("Answer: (a) I only") == "Answer: (a) I only."
    assert sentence("Is it so?") == "Is it so?"


def test_any_text_becomes_one_safe_line() -> None:
    assert one_line(" a\n\tb\x1b[2J ") == "a b\ufffd[2J"
    assert SIMLA.letter("two") == "b"
