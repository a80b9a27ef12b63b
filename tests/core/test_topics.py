"""Topics by name: however they are spelled, and whichever was meant."""

import pytest

from quizgen.core.topics import meant_topic, slug

KNOWN = {slug(name): name for name in ("Fundamental rights", "Treaty dates", "SCO")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Treaty dates", "treaty-dates"),
        ("  SCO: members & observers ", "sco-members-observers"),
        ("\uff27\uff33 Paper \u2160", "gs-paper-i"),
        ("भारत का संविधान", "भारत-का-संविधान"),
        ("!?", ""),
    ],
)
def test_a_slug_keeps_letters_of_any_script(words: str, expected: str) -> None:
    assert slug(words) == expected


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("rights", "Fundamental rights"),
        ("Treety dates", "Treaty dates"),
        ("zoology", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_part_or_a_slip_of_the_pen_leads_to_the_topic_meant(asked: str, meant: str) -> None:
    assert meant_topic(asked, KNOWN) == meant
