"""Texts of question files, with nothing in them that could reach a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizgen.core.text import blocks, unsafe_characters
from quizgen.show.prose import text_views
from tests.show.exhibits import shown


def test_a_text_of_every_block() -> None:
    text = (
        "Read *this* and **that**.\n\n1. First\n2. Second, which is long enough to be wrapped\n\n"
        "- a bullet\n\n| Name | Year |\n|---|---|\n| Simla | 1972 |\n| | 1999 |"
    )

    assert shown(*text_views(text), width=40) == (
        "Read this and that.\n"
        "\n"
        "  1.  First\n"
        "  2.  Second, which is long enough to be\n"
        "      wrapped\n"
        "\n"
        "  - a bullet\n"
        "\n"
        "  Name   Year\n"
        "  Simla  1972\n"
        "         1999\n"
    )
    assert shown(*text_views(text, speak=True)).endswith(
        "  Name: Simla; Year: 1972.\n  Name: ; Year: 1999.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2Jgone \x1b]0;title\x07",
        "[red]not red[/red] :smile: [link=http://x]y[/link]",
        "\u202egnidaer thgir\u202c",
        "a\x00b\x08\x7f\x9b31m",
        "1. \x1b[31mred\n2. [bold]x",
        "| \x1b[1m | [b] |\n|---|---|\n| \u2066x | y |",
    ],
)
@pytest.mark.parametrize("plain", [False, True])
def test_hostile_text_is_shown_harmlessly(text: str, plain: bool) -> None:
    printed = shown(*text_views(text, speak=plain), plain=plain)

    assert not set(printed) & set("\x1b\x07\x00\x08\x7f\x9b\u202e\u202c\u2066")
    assert printed.count("[") >= sum(
        "[" in run.text for block in blocks(text) for run in getattr(block, "runs", ())
    )


def test_indian_scripts_with_their_joiners_are_kept() -> None:
    text = "\u0915\u094d\u200d\u0937 \u092d\u093e\u0930\u0924"

    assert shown(*text_views(text)) == f"{text}\n"


@given(
    text=st.text(st.characters(codec="utf-8"), max_size=200)
    | st.text("ab \n|-*.1I[]\x1b\u202e\u0915\u094d\u200d\u4e2d", max_size=200),
    width=st.integers(12, 90),
    speak=st.booleans(),
)
def test_any_text_at_all_is_safe_and_fits(text: str, width: int, speak: bool) -> None:
    printed = shown(*text_views(text, speak=speak), width=width)

    assert not list(unsafe_characters(printed))
    for line in printed.split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip(" ")
