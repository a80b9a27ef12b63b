"""One table of keys for both front ends, no letter meaning two things."""

import pytest

from quizgen.core.item import LETTERS
from quizgen.core.keys import KEYS, Choose, Command, GoTo, Unclear, action, keys_of
from quizgen.core.paper import Feedback

MOCK, PRACTICE = Feedback.AFTER, Feedback.IMMEDIATE


def test_no_key_means_two_things_there_or_in_practice() -> None:
    typed = [word for key in KEYS for word in key.typed] + list(LETTERS) + list("12345")

    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("feedback", Feedback)
@pytest.mark.parametrize("typed", ["b", "B", " b ", "(b)", "(B)", "b)", "b.", "2", "( b )"])
def test_a_letter_or_a_number_answers(typed: str, feedback: Feedback) -> None:
    assert action(typed, feedback, 4) == Choose(1)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", Command.NEXT),
        ("  ", Command.NEXT),
        ("n", Command.NEXT),
        ("P", Command.PREVIOUS),
        ("x", Command.CLEAR),
        ("m", Command.MARK),
        ("l", Command.PALETTE),
        ("t", Command.TIME),
        ("?", Command.HELP),
        ("submit", Command.SUBMIT),
        ("Submit", Command.SUBMIT),
        ("g 12", GoTo(11)),
        ("g12", GoTo(11)),
        ("go 12", GoTo(11)),
        ("g 0", GoTo(-1)),
    ],
)
def test_the_keys_of_a_mock(typed: str, asked: object) -> None:
    assert action(typed, MOCK, 4) == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("s", Command.SKIP),
        ("skip", Command.SKIP),
        ("q", Command.STOP),
        ("quit", Command.STOP),
        ("?", Command.HELP),
        ("", Command.NOTHING),
    ],
)
def test_the_keys_of_practice(typed: str, asked: Command) -> None:
    assert action(typed, PRACTICE, 4) == asked


def test_every_key_help_shows_does_what_it_is_shown_for() -> None:
    for feedback in Feedback:
        for key in keys_of(feedback):
            if key.command is not Command.GO_TO:
                assert action(key.typed[0], feedback, 4) is key.command


def _reply(typed: str, feedback: Feedback, options: int = 4) -> str:
    asked = action(typed, feedback, options)
    assert isinstance(asked, Unclear)
    return asked.reply


def test_a_letter_beyond_the_options_is_told_which_there_are() -> None:
    assert _reply("e", PRACTICE) == "this question has options a to d"
    assert _reply("5", MOCK) == "this question has options a to d"
    assert _reply("c", MOCK, 2) == "this question has options a to b"
    assert action("e", MOCK, 5) == Choose(4)


def test_a_key_of_the_other_kind_of_paper_is_named_as_such() -> None:
    assert "is a key of a mock" in _reply("p", PRACTICE)
    assert "is a key of practice" in _reply("s", MOCK)
    assert "skips, q stops" in _reply("g 12", PRACTICE)


def test_anything_else_is_told_what_the_keys_are() -> None:
    assert _reply("w", PRACTICE) == (
        "`w` is not a key here: a to d answer, s skips, q stops, ? helps"
    )
    assert _reply("w", MOCK) == (
        "`w` is not a key here: a to d answer, Enter goes on, ? shows every key"
    )
    assert _reply("12", MOCK) == "`12` is not a key here: to go to question 12, type g 12"
    assert _reply("g", MOCK) == "go to which question? For example: g 12"


def test_what_was_typed_is_quoted_short_and_harmless() -> None:
    reply = _reply("\x1b[31m\u202e" + "y" * 5000, MOCK)

    assert "\x1b" not in reply
    assert "\u202e" not in reply
    assert len(reply) < 120


@pytest.mark.parametrize(
    "typed", ["\0", "g 99999999999999999999", "²", "٣", "--", "a b", "submit!"]
)
@pytest.mark.parametrize("feedback", Feedback)
def test_odd_lines_get_a_reply(typed: str, feedback: Feedback) -> None:
    assert isinstance(action(typed, feedback, 4), Unclear)
