"""Texts of question files on the screen: shown as text, whole, and never more than text."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from quizgen.core.item import Option
from quizgen.core.paper import Feedback
from tests.screen.hall import SMALLEST, STANDARD, seated
from tests.screen.papers import asking, plain, timed

HOSTILE = {
    "Rich markup": "Which is [bold red]right[/bold red] [/] [link=http://x.example]here[/link]?",
    "an action": "Which is [@click=app.quit]right[/]? [@click='app.bell()']No[/]",
    "brackets alone": "An open [ and a shut ] and a \\[ and [[ and ]] and [/nothing]",
    "emoji codes": "A :smile: is no face and :warning: no sign",
    "a long word": "See " + "x" * 500 + " end",
    "a long address": "https://example.org/" + "path/" * 60 + "end",
    "Devanagari": "भारत का संविधान कब लागू हुआ? क्‍ष त्र ज्ञ श्र " * 4,
    "Tamil": "இந்திய அரசியலமைப்பு எப்போது நடைமுறைக்கு வந்தது? " * 4,
    "wide characters": "印度宪法何时生效?" * 20,
    "emoji": "Which flag is 🇮🇳 and which family 👨‍👩‍👧‍👦? 🏳️‍🌈" * 3,
    "combining marks": "Z̸̢̛̤a̵l̷g̶o̸ " * 20,
    "YAML and JSON": '{"a": ["b", !!python/object:os.system "c"]}',
    "percent and braces": "100 % of {question} and %s and {0} and $primary",
    "HTML": "<b>bold</b> &amp; <script>alert(1)</script>",
}
CONTROLS = {
    "a colour": "one\x1b[31mtwo",
    "a window title": "one\x1b]0;title\x07two",
    "a bell": "one\x07two",
    "C1 controls": "one\x9b31mtwo\x85three",
    "an override": "one\u202etwo\u2066three",
    "a backspace": "one\x08\x08\x08two",
    "a null": "one\x00two",
    "an invisible tag": "one\U000e0041two",
}


def letters_of(text: str) -> str:
    """Return a text without the spaces that wrapping may move."""
    return "".join(text.split())


@pytest.mark.parametrize("size", [STANDARD, SMALLEST])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_written_is_what_is_seen_and_nothing_is_cut_off(
    text: str, size: tuple[int, int]
) -> None:
    with seated(asking(text, option=text), size=size) as seat:
        seen = letters_of("".join(seat.all_by_scrolling()))
        assert seen.count(letters_of(text)) == 5  # the stem, and each option
        seat.press("d", "f", "y", "enter", "l", "escape", "q")
        assert seat.answers == ["d"]


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_no_control_character_reaches_the_screen(text: str) -> None:
    with seated(asking(text, option=text)) as seat:
        for key in ("a", "v", "escape", "l", "escape", "f", "y", "enter", "l"):
            seat.press(key)
            for line in seat.lines:
                assert all(character.isprintable() for character in line), key
        assert "\N{REPLACEMENT CHARACTER}" in seat.shown


@pytest.mark.parametrize("text", [*HOSTILE.values(), *CONTROLS.values()], ids=[*HOSTILE, *CONTROLS])
def test_titles_and_topics_are_text_too(text: str) -> None:
    made = timed()
    asked = tuple(replace(each, topic=text) for each in made.questions)
    sections = (replace(made.sections[0], title=text, count=2), replace(made.sections[0], count=1))
    paper = replace(made, title=text, questions=asked, sections=sections, locked=True)
    with seated(paper, size=SMALLEST, begun=False) as seat:
        for key in ("enter", "?", "?", "b", "g", "3", "enter", "f", "y", "f", "y", "enter", "f"):
            seat.press(key)
            assert all(cell_len(line) == 60 for line in seat.lines)
        assert seat.page == "Choices"


def test_a_click_on_brackets_asks_for_nothing() -> None:
    with seated(asking(HOSTILE["an action"], option="[@click=app.quit]x[/]")) as seat:
        seat.click("[@click=app.quit]right")
        assert (seat.page, seat.app.return_value) == ("Exam", None)
        seat.click("[@click=app.quit]x[/] c")
        assert seat.answers == ["c"]


def test_a_verdict_and_its_reasons_are_text_too() -> None:
    made = plain(1, feedback=Feedback.IMMEDIATE)
    text = HOSTILE["Rich markup"] + "\x1b[31m"
    options = tuple(Option(letter, text) for letter in "abcd")
    paper = replace(made, questions=(replace(made.questions[0], options=options),))
    with seated(paper, size=STANDARD) as seat:
        seat.press("b")
        assert seat.shown.count("[bold red]right[/bold red]") >= 4
        assert "\x1b" not in seat.shown


def test_a_question_of_emphasis_and_tables_is_laid_out() -> None:
    stem = "Which is **not** *true*?\n\n| Place | Year |\n|---|---|\n| Lahore | 1999 |"
    with seated(asking(stem)) as seat:
        assert "Which is not true?" in seat.shown
        assert seat.style_of("not").bold
        assert seat.style_of("true").italic
        words = " ".join(" ".join(seat.all_by_scrolling()).split())
        assert "Place Year Lahore 1999" in words
