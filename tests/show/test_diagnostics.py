"""Diagnostics as they are shown: concise, full, JSON, and the lines that sum up a file."""

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from quizgen.core.diagnostics import Diagnostic, Severity, Span
from quizgen.show.diagnostics import as_json, coloured, concise, full, gains, summary

PLAIN = Diagnostic(
    file="notes.yaml",
    span=Span(14, 5, 6),
    code="QG104",
    severity=Severity.ERROR,
    message="unknown field `anwser`",
    why="it would be lost",
    help="did you mean `answer`?",
    text="    anwser: b",
    item="simla",
)


def shown(text: str, column: int, length: int, width: int = 80) -> list[str]:
    """The line of the file and the carets below it, as they are shown."""
    diagnostic = Diagnostic("n.yaml", Span(7, column, length), "QG131", Severity.ERROR, "x")
    lines = full(replace(diagnostic, text=text), width).splitlines()
    return lines[2:4]


def test_one_line_names_place_code_and_message() -> None:
    assert concise(PLAIN) == "notes.yaml:14:5: error[QG104]: unknown field `anwser`"


def test_the_full_form_shows_the_line_and_underlines_the_span() -> None:
    assert full(PLAIN) == (
        "notes.yaml:14:5: error[QG104]: unknown field `anwser`\n"
        "   |\n"
        "14 |     anwser: b\n"
        "   |     ^^^^^^\n"
        "   = note: it would be lost\n"
        "   = help: did you mean `answer`?"
    )


@pytest.mark.parametrize(
    ("severity", "colour"),
    [(Severity.ERROR, "red"), (Severity.WARNING, "yellow"), (Severity.ADVICE, "cyan")],
)
def test_colour_tells_the_severity_and_changes_no_character(
    severity: Severity, colour: str
) -> None:
    diagnostic = replace(PLAIN, severity=severity)
    text = coloured(diagnostic)
    assert text.plain == full(diagnostic)
    assert text.plain.startswith(f"notes.yaml:14:5: {severity}[QG104]: ")
    assert any(colour in str(span.style) for span in text.spans)


def test_a_file_without_a_line_to_show_has_message_and_help_alone() -> None:
    empty = Diagnostic("n.yaml", Span(), "QG001", Severity.ERROR, "the file is empty", help="fill")
    assert full(empty) == "n.yaml:1:1: error[QG001]: the file is empty\n  = help: fill"


@pytest.mark.parametrize(
    ("text", "column", "length", "carets"),
    [
        ("ab cd", 4, 2, "   ^^"),
        ("भारत cd", 6, 2, None),
        ("日本 cd", 4, 2, "     ^^"),
        ("日本 cd", 1, 2, "^^^^"),
        ("\tab", 2, 2, "    ^^"),
        ("a\tb", 2, 1, " ^^^"),
        ("ab", 3, 5, "  ^"),
        ("e\u0301x y", 3, 1, " ^"),
    ],
)
def test_carets_stand_below_what_they_mean(
    text: str, column: int, length: int, carets: str | None
) -> None:
    line, below = shown(text, column, length)
    expected = carets if carets is not None else " " * cell_len(text[: column - 1]) + "^" * length
    assert below == f"  | {expected}"
    assert "\t" not in line


def test_a_long_line_is_cut_around_its_span() -> None:
    text = f"    question: {'word ' * 30}HERE{' word' * 30}"
    line, below = shown(text, text.index("HERE") + 1, 4)
    assert cell_len(line) <= 80
    assert line.startswith("7 | ...")
    assert line.endswith("...")
    assert line[below.index("^") : below.rindex("^") + 1] == "HERE"


def test_a_long_span_is_cut_at_the_edge() -> None:
    line, below = shown(f"    question: {'word ' * 40}", 15, 199)
    assert cell_len(line) <= 80
    assert cell_len(below) <= 80
    assert line.endswith("...")


def test_a_long_headline_is_folded_at_spaces_and_the_short_form_is_not() -> None:
    long = replace(PLAIN, message="the answer is option (b), but by the statements it is (a)")
    assert full(long, 50).splitlines()[:3] == [
        "notes.yaml:14:5: error[QG104]: the answer is",
        "    option (b), but by the statements it is (a)",
        "   |",
    ]
    assert len(concise(long).splitlines()) == 1
    deep = replace(long, file="a/very/deep/folder/that/takes/a/whole/line/notes.yaml")
    assert full(deep, 40).splitlines()[:3] == [
        "a/very/deep/folder/that/takes/a/whole/line/notes.yaml:14:5: error[QG104]:",
        "    the answer is option (b), but by the",
        "    statements it is (a)",
    ]


def test_help_is_folded_below_itself() -> None:
    long = replace(PLAIN, help="word " * 40)
    lines = full(long).splitlines()[5:]
    assert all(len(line) <= 80 for line in lines)
    assert all(line.startswith(" " * 11 + "word") for line in lines[1:])


@pytest.mark.parametrize("bad", ["\x1b[31m", "\u202e", "\x07", "\x9b", "\u2066"])
def test_nothing_from_a_file_reaches_the_terminal_as_control(bad: str) -> None:
    dirty = Diagnostic(
        f"n{bad}.yaml", Span(1, 2, 3), "QG009", Severity.ERROR, f"m{bad}", bad, bad, f"t{bad}u"
    )
    for text in (full(dirty), concise(dirty), coloured(dirty).plain, as_json([dirty])):
        assert bad not in text
    assert bad not in summary(f"n{bad}.yaml", 1, 0, 0)


def test_markup_is_text() -> None:
    marked = replace(PLAIN, message="[red]x[/red]", text="[b]   y")
    assert "[red]x[/red]" in coloured(marked).plain
    assert "[b]" in coloured(marked).plain


def test_json_has_an_object_for_each_with_stable_keys() -> None:
    (record,) = json.loads(as_json([PLAIN]))
    assert list(record) == [
        *("file", "line", "column", "length", "code", "severity", "message", "why", "help"),
        *("text", "item"),
    ]
    assert (record["line"], record["column"], record["length"]) == (14, 5, 6)
    assert record["severity"] == "error"
    assert as_json([]) == "[]"


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((3, 0, 11), "3 errors in n.yaml; 11 questions are sound and will be asked."),
        ((1, 2, 1), "1 error and 2 warnings in n.yaml; 1 question is sound and will be asked."),
        ((0, 1, 2), "1 warning in n.yaml; 2 questions are sound and will be asked."),
        ((2, 0, 0), "2 errors in n.yaml; no question can be asked."),
        ((0, 0, 5), "No problems in n.yaml; 5 questions are sound and will be asked."),
        ((0, 0, 0, 0, 1), "No problems in n.yaml; 1 item model is sound and will be asked."),
        (
            (0, 0, 5, 0, 2),
            "No problems in n.yaml; 5 questions and 2 item models are sound and will be asked.",
        ),
        (
            (0, 2, 1, 1),
            "2 warnings and 1 piece of advice in n.yaml; 1 question is sound and will be asked.",
        ),
        (
            (1, 1, 0, 3),
            "1 error, 1 warning and 3 pieces of advice in n.yaml; no question can be asked.",
        ),
    ],
)
def test_a_line_sums_up_a_file(counts: tuple[int, ...], line: str) -> None:
    assert summary("n.yaml", *counts) == line


def test_what_a_file_would_gain_from() -> None:
    assert gains(11, 4, 11) == (
        "It would gain from: ids (11), explanations (4), sources (11). quizgen check\n"
        "--fix writes ids; quizgen check --strict says where, and more."
    )
    assert gains(0, 0, 2) == (
        "It would gain from: sources (2). quizgen check --strict says where, and more."
    )
    assert gains(0, 0, 0) == ""


def test_where_the_details_are_shown_no_more_are_promised() -> None:
    assert gains(0, 0, 2, detailed=True) == "It would gain from: sources (2)."
    assert gains(1, 0, 0, detailed=True) == (
        "It would gain from: ids (1). quizgen check --fix writes ids."
    )


def test_a_line_of_nothing_but_tabs_is_shown_at_once() -> None:
    line, below = shown("\t" * 200_000 + "anwser: b", 200_001, 6)
    assert line.endswith("anwser: b")
    assert line[below.index("^") : below.rindex("^") + 1] == "anwser"
