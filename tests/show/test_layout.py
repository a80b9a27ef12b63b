"""Lines hang, spread and stand in columns; none is too long and none ends in spaces."""

import io

from rich.text import Text

from quizgen.show.console import make_console
from quizgen.show.layout import Abreast, Columns, Ends, Flow, OneLine
from tests.show.exhibits import shown

WORDS = Text("one two three four five six seven eight nine ten")


def test_words_hang_from_their_label() -> None:
    assert shown(Flow(WORDS, Text("II.  "), indent=2), width=30) == (
        "  II.  one two three four five\n       six seven eight nine\n       ten\n"
    )


def test_a_label_without_words_is_still_shown() -> None:
    assert shown(Flow(Text(""), Text("I."))) == "I.\n"


def test_where_there_is_no_room_to_hang_words_stand_further_left() -> None:
    assert shown(Flow(WORDS, Text("a rather long label: ")), width=24) == (
        "a rather long label:\n  one two three four\n  five six seven eight\n  nine ten\n"
    )


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert max(map(len, shown(Flow(Text("x" * 100)), width=40).splitlines())) == 40


def test_two_ends_of_a_line_or_two_lines() -> None:
    ends = Ends(Text("Question 1 of 3"), Text("+2 or -0.67"))

    assert shown(ends, width=40) == "Question 1 of 3              +2 or -0.67\n"
    assert shown(ends, width=20) == "Question 1 of 3\n+2 or -0.67\n"
    assert shown(Ends(Text("Question 1 of 3"), Text(""))) == "Question 1 of 3\n"


def test_parts_stand_abreast_or_below_each_other() -> None:
    parts = Abreast("Score  ", (Text("2 of 4"), Text("1 right")))

    assert shown(parts) == "Score  2 of 4        1 right\n"
    assert shown(parts, width=20) == "Score  2 of 4\n       1 right\n"


def test_columns_wrap_their_cells_where_there_is_no_room() -> None:
    rows = (
        (Text("Declaration"), Text("Signed at"), Text("Year")),
        (Text("The Tashkent Declaration"), Text("Tashkent, Uzbek SSR"), Text("1966")),
    )

    assert shown(Columns(rows, right=frozenset({2}))) == (
        "  Declaration               Signed at            Year\n"
        "  The Tashkent Declaration  Tashkent, Uzbek SSR  1966\n"
    )
    assert shown(Columns(rows, right=frozenset({2})), width=32) == (
        "  Declaration  Signed at    Year\n"
        "  The          Tashkent,    1966\n"
        "  Tashkent     Uzbek SSR\n"
        "  Declaration\n"
    )


def test_columns_without_any_room_still_show_everything() -> None:
    rows = (tuple(Text("ab") for _ in range(8)),)

    assert shown(Columns(rows), width=20).replace("\n", "").replace(" ", "").count("a") == 8


def test_a_command_stays_on_one_line_to_be_copied() -> None:
    command = "quizgen practice --ids " + ",".join(["simla-who-and-when"] * 10)

    assert shown(OneLine(Text(command)), width=40) == f"{command}\n"


def test_a_style_ends_where_its_words_end() -> None:
    stream = io.StringIO()
    console = make_console(stream, color=True, width=20, environ={})
    console.show(Ends(Text("left", "bold"), Text("right")), Flow(Text("x"), Text("L: ", "bold")))

    assert stream.getvalue() == "\x1b[1mleft\x1b[0m           right\n\x1b[1mL: \x1b[0mx\n"


def test_a_firm_column_keeps_its_cells_whole_while_others_can_wrap() -> None:
    cells = (("Title", "Date"), ("A title of several words", "21 Nov 2026"))
    rows = tuple(tuple(map(Text, row)) for row in cells)
    columns = Columns(rows, firm=frozenset({1}), indent=0)

    assert shown(columns, width=22).splitlines() == [
        "Title      Date",
        "A title    21 Nov 2026",
        "of",
        "several",
        "words",
    ]
    assert columns.wraps(20)
    assert not columns.wraps(19)
