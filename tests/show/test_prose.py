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


PAIRS = "|  | Treaty | Signed at |\n|---|---|---|\n| I. | Simla Agreement | Simla |"


def test_a_column_without_a_head_labels_its_rows_when_they_are_read_out() -> None:
    assert shown(*text_views(PAIRS)) == (
        "      Treaty           Signed at\n  I.  Simla Agreement  Simla\n"
    )
    assert shown(*text_views(PAIRS, speak=True)) == (
        "  I.  Treaty: Simla Agreement; Signed at: Simla.\n"
    )


def test_a_table_without_any_head_begins_with_its_rows() -> None:
    bare = PAIRS.replace("Treaty", "").replace("Signed at", "").replace("Simla |", "U.S.S.R. |")

    assert shown(*text_views(bare)) == "  I.  Simla Agreement  U.S.S.R.\n"
    assert shown(*text_views(bare, speak=True)) == "  I.  Simla Agreement; U.S.S.R.\n"


def test_cells_wrap_between_words_and_where_they_cannot_rows_are_sentences() -> None:
    text = f"{PAIRS}\n| II. | Memorandum of Understanding | Lahore |"

    assert shown(*text_views(text), width=34) == (
        "       Treaty            Signed at\n"
        "  I.   Simla Agreement   Simla\n"
        "  II.  Memorandum of     Lahore\n"
        "       Understanding\n"
    )
    assert shown(*text_views(text), width=26) == (
        "  I.   Treaty: Simla\n"
        "       Agreement; Signed\n"
        "       at: Simla.\n"
        "  II.  Treaty: Memorandum\n"
        "       of Understanding;\n"
        "       Signed at: Lahore.\n"
    )


@pytest.mark.parametrize("text", ["| | |\n|---|---|", "| |\n|---|", "| |\n|---|\n| a |"])
def test_a_table_of_next_to_nothing_is_shown_too(text: str) -> None:
    for speak in (False, True):
        assert shown(*text_views(text, speak=speak)).strip() in ("", "a", "a.")


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
