"""One table of keys for both front ends, no letter meaning two things."""

import pytest

from quizgen.core.events import Level
from quizgen.core.item import LETTERS
from quizgen.core.keys import KEYS, Choose, Command, GoTo, Sure, Unclear, action, keys_of
from quizgen.core.paper import Feedback, Paper, Section, Timing
from tests.core.samples import paper

MOCK, PRACTICE = Feedback.AFTER, Feedback.IMMEDIATE
SECTIONS = (Section("Polity", 1), Section("Economy", 2))


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
        ("u", Command.NEXT_UNANSWERED),
        ("next unanswered", Command.NEXT_UNANSWERED),
        ("r", Command.NEXT_MARKED),
        ("section", Command.NEXT_SECTION),
        ("tab", Command.NEXT_SECTION),
        ("h", Command.HOW_SURE),
        ("v", Command.QUESTIONS),
        ("z", Command.PAUSE),
        ("pause", Command.PAUSE),
        ("f", Command.FINISH),
        ("finish", Command.FINISH),
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
        ("h", Command.HOW_SURE),
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
    timing = Timing(pause=True)
    for feedback in Feedback:
        for key in keys_of(paper(feedback=feedback, sections=SECTIONS, timing=timing)):
            if key.command is not Command.GO_TO:
                assert action(key.typed[0], feedback, 4) is key.command


def _commands(sat: Paper) -> set[Command]:
    return {key.command for key in keys_of(sat)}


FREE = {Command.PREVIOUS, Command.GO_TO, Command.NEXT_UNANSWERED, Command.NEXT_MARKED, Command.MARK}


def test_a_mock_has_every_key_but_those_of_what_it_lacks() -> None:
    practice = {Command.SKIP, Command.STOP}

    assert _commands(paper()) == {key.command for key in KEYS} - practice - {
        Command.PAUSE,
        Command.NEXT_SECTION,
        Command.SUBMIT,
    }
    assert _commands(paper(timing=Timing(pause=True))) - _commands(paper()) == {Command.PAUSE}
    assert _commands(paper(sections=SECTIONS)) - _commands(paper()) == {Command.NEXT_SECTION}


def test_questions_in_order_leave_no_keys_to_go_elsewhere_or_to_come_back() -> None:
    in_order = Timing(question_ms=19_000)

    assert _commands(paper()) - _commands(paper(timing=in_order)) == FREE
    assert Command.NEXT_SECTION not in _commands(paper(sections=SECTIONS, timing=in_order))


def test_locked_sections_are_left_by_finishing_them() -> None:
    locked = paper(sections=SECTIONS, locked=True)
    does = {key.command: key.does for key in keys_of(locked)}

    assert Command.NEXT_SECTION not in does
    assert does[Command.FINISH] == (
        "finish this section, or in the last one submit the paper, after asking you"
    )
    assert does[Command.SUBMIT] == "submit the paper, after asking you"


def test_where_f_submits_the_paper_help_says_so_once() -> None:
    does = {key.command: key.does for key in keys_of(paper())}

    assert does[Command.FINISH] == "submit the paper, after asking you"
    assert Command.SUBMIT not in does
    assert action("submit", MOCK, 4) is Command.SUBMIT


@pytest.mark.parametrize(("questions", "shown"), [(1, "g 1"), (9, "g 9"), (100, "g 12")])
def test_help_goes_to_a_question_there_is(questions: int, shown: str) -> None:
    found = {key.command: key.shown for key in keys_of(paper(questions))}
    assert found[Command.GO_TO] == shown
    asked = action(shown, MOCK, 4)
    assert isinstance(asked, GoTo)
    assert asked.question < questions


def test_practice_has_only_its_own_keys() -> None:
    assert _commands(paper(feedback=PRACTICE)) == {
        Command.SKIP,
        Command.STOP,
        Command.HOW_SURE,
        Command.HELP,
    }


def test_on_the_screen_one_key_is_pressed_where_words_are_typed_here() -> None:
    pressed = {key.command: key.pressed for key in KEYS if key.pressed != key.shown}

    assert pressed == {Command.GO_TO: "g", Command.NEXT_SECTION: "Tab", Command.SUBMIT: ""}


@pytest.mark.parametrize("feedback", Feedback)
@pytest.mark.parametrize("level", Level)
def test_how_sure_one_is_may_be_said_in_a_word(level: Level, feedback: Feedback) -> None:
    assert action(f" {level.upper()} ", feedback, 4) == Sure(level)


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
    assert _reply("g", MOCK) == "go to which question? For example: g 1"


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
