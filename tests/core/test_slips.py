"""What counts as a slip of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.slips import counterparts, mended


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Karchi", "Karachi"),
        ("the Simla agreement  of 1972", "The Shimla Agreement of 1972"),
        ("the Simla Agreemnet of 1972", "the Shimla Agreement of 1972"),
        ("Mohammad Ali.", "Mohammed Ali."),
        ("Pakistam", "Pakistan"),
        ("eigthy", "eighty"),
    ],
)
def test_one_slip_in_a_longer_word_may_be_mended(old: str, new: str) -> None:
    assert mended(old, new)
    assert mended(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was signed in 1972.", "It was signed in 1973."),
        ("1960s", "1970s"),
        ("Article 370A1", "Article 370A2"),
        ("It is so.", "It is not so."),
        ("now", "not"),
        ("Iran", "Iraq"),
        ("Simla", "Murree"),
        ("Grade A+", "Grade A-"),
        ("", "word"),
        ("signed", "unsigned"),
        ("Elected", "Selected"),
        ("Eastern rivers", "Western rivers"),
        ("million", "billion"),
        ("eighty", "eight"),
        ("seventh", "seventy"),
        ("XXIVI", "XXXIVI"),
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("bilateral", "unilateral"),
        ("Karachi", "Kraacih"),
        ("Independent", "Dependent"),
    ],
)
def test_numbers_short_words_first_letters_and_more_than_one_slip_a_word_may_not(
    old: str, new: str
) -> None:
    assert not mended(old, new)
    assert not mended(new, old)


@pytest.mark.parametrize(
    ("ours", "theirs", "pairs"),
    [
        (["Simla", "Lahore"], ["Lahore.", "Shimla"], {0: 1, 1: 0}),
        (["Simla", "Shimla"], ["Shimla", "Murree"], {1: 0}),
        (["Karachhi", "Kararchi"], ["Karachi"], {}),
        (["Karachi"], ["Karachhi", "Kararchi"], {}),
        (["Simla", "simla"], ["Simla"], {}),
        ([], ["Simla"], {}),
    ],
)
def test_texts_are_paired_word_for_word_first_and_never_where_they_may_be_several(
    ours: list[str], theirs: list[str], pairs: dict[int, int]
) -> None:
    assert counterparts(ours, theirs) == pairs


@given(st.text())
def test_every_text_is_itself(text: str) -> None:
    assert mended(text, text)


@given(st.lists(st.text()), st.lists(st.text()))
def test_who_is_whose_does_not_hang_on_the_side_it_is_asked_from(
    ours: list[str], theirs: list[str]
) -> None:
    found = counterparts(ours, theirs)
    assert {other: one for one, other in found.items()} == counterparts(theirs, ours)
