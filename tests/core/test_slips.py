"""What counts as a slip of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.slips import mended


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Karchi", "Karachi"),
        ("the Simla agreement  of 1972", "The Shimla Agreement of 1972"),
        ("signed by Nehru and Ayub Kahn.", "signed by Nehru and Ayub Khan."),
    ],
)
def test_letters_of_longer_words_may_differ(old: str, new: str) -> None:
    assert mended(old, new)
    assert mended(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was signed in 1972.", "It was signed in 1973."),
        ("1960s", "1970s"),
        ("It is so.", "It is not so."),
        ("now", "not"),
        ("Iran", "Iraq"),
        ("Simla", "Murree"),
        ("a" * 50, "a" * 49 + "b"),
        ("", "word"),
    ],
)
def test_numbers_short_words_other_words_and_more_words_may_not(old: str, new: str) -> None:
    assert not mended(old, new)
    assert not mended(new, old)


@given(st.text())
def test_every_text_is_itself(text: str) -> None:
    assert mended(text, text)
