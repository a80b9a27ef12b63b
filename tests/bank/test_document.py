"""Files that are no question files, and what is left of a file after a syntax error."""

from textwrap import dedent

import pytest

from quizgen.bank.filetext import LONGEST
from quizgen.bank.loader import read_question_file
from quizgen.bank.nodes import DEEPEST
from quizgen.core.diagnostics import Diagnostic, Span

SOUND = "  - id: {0}\n    question: Is {0} so?\n    options: [Aa, Bb]\n    answer: a\n"


def only(data: bytes) -> Diagnostic:
    """The one diagnostic of a file of which nothing can be asked."""
    file = read_question_file(data, "notes.yaml")
    assert file.items == ()
    (found,) = file.diagnostics
    return found


@pytest.mark.parametrize(
    ("data", "code", "span"),
    [
        (b"", "QG001", Span()),
        (b" \n\t\n", "QG001", Span()),
        (b"\xef\xbb\xbf", "QG001", Span()),
        (b"# only this\n", "QG001", Span()),
        (b"---\n...\n", "QG001", Span()),
        (b"a: b\nc\x00d: 1\n", "QG003", Span(2, 2)),
        (b"a: b\nxy\xffz: 1\n", "QG004", Span(2, 3)),
        (b"\xef\xbb\xbfab\xffz: 1\n", "QG004", Span(1, 3)),
        ("title: x\n".encode("utf-16"), "QG004", Span()),
        (b"- question: x\n", "QG008", Span(1, 1, 13)),
        (b"hello\n", "QG008", Span(1, 1, 5)),
        (b"title: x\n", "QG008", Span()),
        (b"title: x\nquestions:\n", "QG008", Span(2, 1, 9)),
        (b"title: x\nquestions: []\n", "QG008", Span(2, 1, 9)),
        (b"title: x\nquestions: {a: b}\n", "QG008", Span(2, 1, 9)),
        (b"title: x\nqestions: []\n", "QG104", Span(2, 1, 8)),
        (b"title: x\nquestions: []\n---\na: b\n", "QG011", Span(3, 1, 3)),
        (b"title: [x\n", "QG007", Span(1, 8)),
    ],
)
def test_what_is_no_question_file_is_told_so(data: bytes, code: str, span: Span) -> None:
    found = only(data)
    assert (found.code, found.span) == (code, span)


def test_a_file_over_five_megabytes_is_not_read() -> None:
    assert only(b"#" * (LONGEST + 1)).code == "QG002"


@pytest.mark.parametrize(
    "data",
    [
        b"- " * 25_000,
        b"- " * 2_000_000,
        b"[" * 25_000,
        b"[" * 2_000_000,
        b"{a: " * 25_000,
        b"? " * 25_000,
        b"a: [\n" * 25_000,
        b"\n".join(b" " * level + b"a:" for level in range(1_000)),
        b"\n".join(b" " * level + b"-" for level in range(1_000)),
        b'["]", ' * 25_000,
        b"- [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n" * 10 + b"[" * 200,
    ],
    ids=range(11),
)
def test_deep_nesting_is_refused_and_crashes_nothing(data: bytes) -> None:
    assert only(data).code in {"QG005", "QG007"}
    inside = read_question_file(b"questions:\n- question: " + data, "notes.yaml")
    assert inside.items == ()
    assert inside.diagnostics


def test_nesting_up_to_the_limit_is_only_of_the_wrong_shape() -> None:
    deep = "[" * (DEEPEST - 5) + "]" * (DEEPEST - 5)
    assert only(f"questions: [{deep}]\n".encode()).code == "QG102"


def test_many_lists_in_brackets_are_not_deep() -> None:
    questions = "".join(SOUND.format(f"q-{number}") for number in range(200))
    assert read_question_file(f"questions:\n{questions}".encode(), "n.yaml").diagnostics == ()
    quoted = questions.replace("[Aa, Bb]", '["A, a", "B [b"]')
    assert read_question_file(f"questions:\n{quoted}".encode(), "n.yaml").diagnostics == ()


def test_aliases_that_add_up_to_billions_are_refused() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert only("\n".join([*levels, "questions: []", ""]).encode()).code == "QG006"


def test_an_alias_of_what_it_stands_in_is_refused() -> None:
    assert only(b"questions: &a\n  - *a\n").code == "QG006"
    assert only(b"title: b: c\nquestions:\n  - &a [*a]\n").code == "QG132"


def test_a_few_aliases_are_fine() -> None:
    text = "source: &s Notes\nquestions:\n" + SOUND.format("one") + "    topic: *s\n"
    file = read_question_file(text.encode(), "n.yaml")
    assert file.diagnostics == ()
    assert file.items[0].item.question.topic == "Notes"


def broken(*lines: str) -> str:
    """Three questions, the second with those lines."""
    middle = "".join(f"{line}\n" for line in lines)
    return (
        f"title: T\nquestions:\n{SOUND.format('one')}{middle}{SOUND.format('three')}topic: late\n"
    )


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (["  - question: Simla: where?", "    options: [Aa, Bb]"], "QG132", 7),
        (["  - question: Where is", "      Simla: in India?", "    answer: a"], "QG132", 8),
        (["  - question: 'Where?", "    options: [Aa, Bb]"], "QG133", 7),
        (["  - question: 'It's?'", "    options: [Aa, Bb]"], "QG133", 7),
        (['  - question: "A \\d?"', "    options: [Aa, Bb]"], "QG133", 7),
        (['  - question: "A \\xZZ"', "    options: [Aa, Bb]"], "QG133", 7),
        (["  - question: X?", "\toptions: [Aa, Bb]"], "QG134", 8),
        (["  - question: X?", "    options:", "    \t- Aa"], "QG134", 9),
        (["  - question: No #47 is", "      where?"], "QG131", 7),
        (["  - question: X", "      item #5 of", "      y", "    answer: a"], "QG131", 8),
        (["  - question: @x", "    answer: a"], "QG135", 7),
        (["  - question: *x*", "    answer: a"], "QG135", 7),
        (["  - question: [sic] x", "    answer: a"], "QG135", 7),
        (["  - question: {x} y", "    answer: a"], "QG135", 7),
        (["  - question: |x", "    answer: a"], "QG135", 7),
        (["  - options: - Aa", "      - Bb"], "QG135", 7),
        (["  - question: X", "    options: [Aa", "    answer: a"], "QG007", 8),
        (["  - question: X", "    options: {Aa", "    answer: a"], "QG007", 8),
        (["  - question: X", "     options: [Aa, Bb]"], "QG007", 8),
        (["  - question: X", "    options", "    answer: a"], "QG007", 8),
        (["  - question", "    answer: a"], "QG007", 7),
        (["  - question: X", "   answer: a"], "QG007", 8),
        (["  -question: X", "    answer: a"], "QG141", 7),
    ],
)
def test_a_syntax_error_costs_one_question(lines: list[str], code: str, line: int) -> None:
    file = read_question_file(broken(*lines).encode(), "n.yaml")
    assert [(found.code, found.span.line) for found in file.diagnostics] == [(code, line)]
    names = [loaded.item.question.id for loaded in file.items]
    assert names == ["one", "three"] or (names == ["three"] and lines[0].startswith("  -q"))
    assert all(loaded.item.question.topic == "late" for loaded in file.items)
    assert file.items[-1].span.line == 7 + len(lines)


def test_every_syntax_error_of_a_file_is_named() -> None:
    text = broken("  - question: Simla: where?", "  - question: 'Where?", "  - question: @x")
    file = read_question_file(text.encode(), "n.yaml")
    assert [found.code for found in file.diagnostics] == ["QG132", "QG133", "QG135"]
    assert len(file.items) == 2


def test_errors_of_content_are_named_beside_those_of_syntax() -> None:
    text = broken("  - question: Simla: where?", "  - question: X?", "    anwser: a")
    codes = [found.code for found in read_question_file(text.encode(), "n.yaml").diagnostics]
    assert codes == ["QG132", "QG101", "QG104"]


def test_a_syntax_error_above_the_questions_costs_none_of_them() -> None:
    text = f"title: Treaties: dates\nquestions:\n{SOUND.format('one')}"
    file = read_question_file(text.encode(), "n.yaml")
    assert [found.code for found in file.diagnostics] == ["QG132"]
    assert len(file.items) == 1
    assert file.title == "Treaties: dates"


def test_a_dash_one_column_off_costs_no_other_question() -> None:
    text = broken("   - question: X?", "     options: [Aa, Bb]", "     answer: a")
    file = read_question_file(text.encode(), "n.yaml")
    assert [found.code for found in file.diagnostics] == ["QG007"]
    assert len(file.items) == 3


def test_questions_in_braces_cannot_be_taken_apart() -> None:
    assert only(b"questions: [{question: 'x}]\n").code == "QG133"


def test_mended_lines_are_shown() -> None:
    cases = {
        "question: Simla: where?": 'question: "Simla: where?"',
        "question: 'It's here'": 'question: "It\'s here"',
        'question: "Pugwash" and "Neemrana" are': 'question: \'"Pugwash" and "Neemrana" are\'',
        'question: "He said "no" today"': "question: 'He said \"no\" today'",
        'question: "Where is it?': 'question: "Where is it?"',
        "question: @home": 'question: "@home"',
    }
    for wrong, mended in cases.items():
        found = read_question_file(broken(f"  - {wrong}").encode(), "n.yaml").diagnostics[0]
        assert found.help.endswith(f": - {mended}"), wrong


def test_hidden_characters_are_named_once_a_line_and_cost_their_question() -> None:
    text = dedent(
        """\
        title: a\x1b[31m\x07b
        questions:
          - question: Is \u202eit \x1b so?
            options: [Aa, Bb]
            answer: a
            \u2066note: x
          - question: Sound?
            options: [Aa, Bb\uffff]
            answer: a
          - question: Sound too?
            options: [Aa, Bb]
            answer: a
        """
    )
    file = read_question_file(text.encode(), "n.yaml")
    places = [(one.code, one.span.line, one.span.column) for one in file.diagnostics]
    hidden = [place for place in places if place[0] == "QG009"]
    assert hidden == [("QG009", 1, 9), ("QG009", 3, 18), ("QG009", 6, 5), ("QG009", 8, 21)]
    assert [loaded.item.question.stem for loaded in file.items] == ["Sound too?"]
    assert "RIGHT-TO-LEFT OVERRIDE" in file.diagnostics[1].message


@pytest.mark.parametrize("escape", ["\\e", "\\x07", "\\u202e", "\\U0000202e", "\\0", "\\P"])
def test_hidden_characters_written_as_escapes_are_found(escape: str) -> None:
    text = broken(f'  - question: "Is it {escape}so?"', "    options: [Aa, Bb]", "    answer: a")
    file = read_question_file(text.encode(), "n.yaml")
    (found,) = file.diagnostics
    assert (found.code, found.span) == ("QG009", Span(7, 22, len(escape)))
    assert len(file.items) == 2


def test_a_backslash_before_a_backslash_begins_no_escape() -> None:
    text = broken('  - question: "Is \\\\U00110000 \\e so?"', "    options: [Aa, Bb]")
    found = read_question_file(text.encode(), "n.yaml").diagnostics
    assert [(one.code, one.span.column) for one in found if one.code == "QG009"] == [("QG009", 31)]


def test_harmless_escapes_stay() -> None:
    text = broken(
        '  - question: "Is \\u200dit\\x20so\\\\e?"', "    options: [Aa, Bb]", "    answer: a"
    )
    assert read_question_file(text.encode(), "n.yaml").diagnostics == ()
