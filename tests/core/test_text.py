"""Text of question files: what a teacher means is shown, and nothing else gets through."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.core.text import (
    Block,
    Lines,
    Paragraph,
    Run,
    Table,
    blocks,
    clean,
    plain,
    runs,
    unsafe_characters,
)

ANY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
        st.sampled_from("*|-.()IVX1a \t\n"),
    )
)
HOSTILE = "a\x1b[31mred\x07\x9b2J\u202egnp\u2066.\r\u2028\ufeff\ud800\U000e0041\x00"


def characters(found: tuple[Block, ...]) -> str:
    """Return every character of blocks that a renderer could put on a screen."""
    texts = []
    for block in found:
        match block:
            case Paragraph(words):
                texts += [run.text for run in words]
            case Lines(lines):
                texts += [label for label, _ in lines]
                texts += [run.text for _, words in lines for run in words]
            case Table(rows):
                texts += [run.text for row in rows for cell in row for run in cell]
    return "".join(texts)


# Safety


@given(ANY)
@example(HOSTILE)
@example(f"I. {HOSTILE}\n1. {HOSTILE}")
@example(f"{HOSTILE} | b\n---|---\n{HOSTILE} | d")
def test_nothing_that_commands_a_terminal_gets_through(text: str) -> None:
    for shown in (characters(blocks(text)), plain(text)):
        assert not list(unsafe_characters(shown))
        assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in shown)


@given(ANY)
def test_every_unsafe_character_is_found_and_shown_in_its_place(text: str) -> None:
    found = dict(unsafe_characters(text))
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    for at, character in enumerate(text):
        assert cleaned[at] == ("\ufffd" if at in found else character)
    assert not list(unsafe_characters(cleaned))


@pytest.mark.parametrize("character", HOSTILE.replace("a", "").encode("utf-16", "surrogatepass"))
def test_bytes_of_an_escape_are_one_character_each(character: int) -> None:
    assert len(clean(chr(character))) == 1


def test_an_unsafe_character_is_named_with_its_place() -> None:
    assert list(unsafe_characters("ok\x1b[0m\u202e")) == [(2, "\x1b"), (6, "\u202e")]


@pytest.mark.parametrize(
    "word",
    [
        "\u0915\u094d\u200d\u0937",  # Hindi: half ka, by a joiner
        "\u0d28\u0d4d\u200d",  # Malayalam: chillu n, by a joiner
        "\u09b0\u200d\u09cd\u09af",  # Bengali: ra with ya-phala
        "\u0995\u09cd\u200c\u09b7",  # Bengali: a visible hasanta, by a non-joiner
        "\u092d\u093e\u0930\u0924",
        "\u20b9 5 lakh crore, 50 \u00b0C, CO\u2082, \u00bd",
    ],
)
def test_indian_scripts_and_signs_survive_whole(word: str) -> None:
    assert plain(word) == word
    assert characters(blocks(word)) == word


# Paragraphs and emphasis


@given(ANY)
def test_no_word_is_lost_from_a_paragraph(text: str) -> None:
    words = clean(text).split()
    kept = plain(text).replace("*", "").split()
    assert "".join(kept) == "".join(words).replace("*", "")


def test_lines_of_a_paragraph_flow_together_and_an_empty_line_ends_it() -> None:
    assert blocks("One\n  and the same.\r\n\r\nAnother.\n") == (
        Paragraph((Run("One and the same."),)),
        Paragraph((Run("Another."),)),
    )


@pytest.mark.parametrize("text", ["", "  ", "\n\n \t\n", "\r\n"])
def test_nothing_is_no_block(text: str) -> None:
    assert blocks(text) == ()


def test_a_paragraph_of_very_many_lines_is_read_at_once() -> None:
    assert blocks("a\n" * 1_000_000) == (Paragraph((Run("a " * 999_999 + "a"),)),)


def test_no_words_are_no_runs() -> None:
    assert runs(" \t\n ") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is/are *not* correct", (Run("is/are "), Run("not", "em"), Run(" correct"))),
        ("**not** correct", (Run("not", "strong"), Run(" correct"))),
        ("*whole*", (Run("whole", "em"),)),
        ("**is *not* so**", (Run("is *not* so", "strong"),)),
        ("*one* and *two*", (Run("one", "em"), Run(" and "), Run("two", "em"))),
        ("*a **b** c*", (Run("*a "), Run("b", "strong"), Run(" c*"))),
        (
            "(*sic*), \u201c*sic*\u201d",
            (Run("("), Run("sic", "em"), Run("), \u201c"), Run("sic", "em"), Run("\u201d")),
        ),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        ("2*3*4", (Run("2*3*4"),)),
        ("* footnote", (Run("* footnote"),)),
        ("*open", (Run("*open"),)),
        ("snake_case_", (Run("snake_case_"),)),
        ("[red]x[/red] <b>", (Run("[red]x[/red] <b>"),)),
    ],
)
def test_stars_are_emphasis_only_around_words(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


@pytest.mark.parametrize("typed", ["*a ", "**a ", "* ", "a*"])
def test_a_page_full_of_stars_is_read_at_once(typed: str) -> None:
    text = (typed * 100_000).strip()
    assert runs(text) == (Run(text),)


# Numbered lines

STATEMENTS = st.lists(
    st.from_regex(r"[A-Za-z][a-z0-9 ,]{0,60}[a-z]", fullmatch=True), min_size=1, max_size=10
)
NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


@given(STATEMENTS, st.sampled_from(["{n}.", "({n})", "{n})", "{r}.", "({r})", "-", "\u2022"]))
def test_numbered_statements_stay_one_to_a_line(statements: list[str], style: str) -> None:
    labels = [
        style.format(n=number, r=NUMERALS[number - 1]) for number in range(1, len(statements) + 1)
    ]
    typed = [f"{label}  {text}" for label, text in zip(labels, statements, strict=True)]
    (found,) = blocks("\n".join(typed))
    assert isinstance(found, Lines)
    assert [label for label, _ in found.lines] == labels
    assert ["".join(run.text for run in words) for _, words in found.lines] == [
        " ".join(text.split()) for text in statements
    ]


def test_a_lead_its_statements_and_the_closing_line() -> None:
    found = blocks(
        "Consider the following statements:\nI. It was signed\n   in *1972*.\nII. It was not.\n\n"
        "Which of the statements given above is/are correct?"
    )
    assert found == (
        Paragraph((Run("Consider the following statements:"),)),
        Lines(
            (
                ("I.", (Run("It was signed in "), Run("1972", "em"), Run("."))),
                ("II.", (Run("It was not."),)),
            )
        ),
        Paragraph((Run("Which of the statements given above is/are correct?"),)),
    )


@pytest.mark.parametrize(
    "text", ["1972. It was so", "I.K. Gujral", "e.g. this", "U.S.A.", "II", "-5 degrees", "1.5 km"]
)
def test_what_only_looks_like_a_number_is_a_paragraph(text: str) -> None:
    assert blocks(text) == (Paragraph((Run(text),)),)


# Tables


def cells(table: Block) -> list[list[str]]:
    """Return a table as text."""
    assert isinstance(table, Table)
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "Declaration | Signed at\n--- | ---\nTashkent | *Tashkent*",
        "| Declaration | Signed at |\n|:---|---:|\n| Tashkent | *Tashkent* |",
    ],
)
def test_a_table_is_rows_of_cells(text: str) -> None:
    (table,) = blocks(text)
    assert cells(table) == [["Declaration", "Signed at"], ["Tashkent", "Tashkent"]]


def test_every_row_is_as_long_as_the_head() -> None:
    (table,) = blocks("a | b\n---|---\n1\n1 | 2 | 3")
    assert cells(table) == [["a", "b"], ["1", ""], ["1", "2"]]


def test_a_head_of_more_columns_than_a_screen_has_is_no_table() -> None:
    (block,) = blocks("|" * 50_000 + "\n|---|\n" + "|x|\n" * 1_000)
    assert isinstance(block, Paragraph)


def test_a_bar_in_a_sentence_is_no_table() -> None:
    assert blocks("a | b\nc | d") == (Paragraph((Run("a | b c | d"),)),)


@given(ANY)
def test_every_row_of_any_table_is_as_long_as_the_head(text: str) -> None:
    for block in blocks(f"a | b\n---|---\n{text}"):
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {2}
