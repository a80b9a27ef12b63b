"""All that is wrong with a question is said in one run; a slip in the head costs no question."""

import pytest

from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Diagnostic


def found(text: str) -> tuple[Diagnostic, ...]:
    return read_question_file(text.encode(), "n.yaml").diagnostics


def codes(*lines: str) -> list[tuple[str, int]]:
    """Codes and lines of a file of one question with those lines, of which the first is line 3."""
    text = "".join(f"    {line}\n" for line in lines)
    return [(one.code, one.span.line) for one in found(f"questions:\n  - id: x\n{text}")]


def test_every_field_with_capitals_is_named_with_the_one_that_is_meant() -> None:
    text = "questions:\n  - Question: X?\n    Options: [Aa, Bb]\n    Answer: a\n    Remember: y\n"
    assert [(one.code, one.span.line) for one in found(text)] == [
        ("QG104", line) for line in (2, 3, 4, 5)
    ]
    names = ("question", "options", "answer", "remember")
    for one, name in zip(found(text), names, strict=True):
        assert one.help.startswith(f"did you mean `{name}`?")


def test_traps_of_several_options_are_all_named() -> None:
    lines = ("question: X?", "options:", "- *bold*", "- @home", "- %done", "answer: a")
    assert codes(*lines) == [("QG135", 5), ("QG135", 6), ("QG135", 7)]


def test_a_silent_trap_beside_one_of_syntax_is_named() -> None:
    options = ("- right: A1", "  why: a: b", "- wrong: B1", "  why: 'so")
    lines = ("question: X?", "source: Nehru said # of it", "options:", *options)
    assert codes(*lines) == [("QG204", 4), ("QG132", 7), ("QG133", 9)]


def test_a_question_with_a_mended_line_is_not_asked() -> None:
    read = read_question_file(
        b"questions:\n- question: a: b\n  options: [Aa, Bb]\n  answer: a\n", "n"
    )
    assert read.items == ()


def test_a_dash_without_its_space_before_a_question_costs_no_other() -> None:
    sound = "- id: {}\n  question: Is it {}?\n  options: [Aa, Bb]\n  answer: a\n"
    text = f"questions:\n{sound.format('one', 1)}-{sound.format('two', 2)[2:]}"
    read = read_question_file(text.encode(), "n.yaml")
    assert [(one.code, one.span.line) for one in read.diagnostics] == [("QG141", 6)]
    assert [loaded.item.question.id for loaded in read.items] == ["one"]


def test_what_may_follow_from_a_mended_line_is_not_told() -> None:
    assert codes("question: No #47 is", "  where?", "options: [Aa, Bb]") == [("QG131", 3)]


def test_the_rounds_of_mending_are_bounded() -> None:
    lines = [f"- @option {number}" for number in range(100)]
    assert 5 < len(codes("question: X?", "options:", *lines)) < 20


@pytest.mark.parametrize("head", ["", "title: Treaties\n"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_questions_without_its_colon_is_told_so_and_they_are_asked(head: str, indent: str) -> None:
    lines = ("- question: X?", "  options: [Aa, Bb]", "  answer: a")
    text = f"{head}questions\n" + "".join(f"{indent}{line}\n" for line in lines)
    read = read_question_file(text.encode(), "n.yaml")
    (one,) = read.diagnostics
    assert one.message == "a colon is missing after `questions`"
    assert one.span.line == text[: text.index("questions")].count("\n") + 1
    assert len(read.items) == 1


@pytest.mark.parametrize("name", ["Questions", "qestions"])
def test_questions_under_a_name_that_is_misspelt_are_read(name: str) -> None:
    text = f"{name}:\n- question: X?\n  options: [Aa, Bb]\n  answer: a\n- Question: Y?\n"
    read = read_question_file(text.encode(), "n.yaml")
    assert [(one.code, one.span.line) for one in read.diagnostics] == [
        ("QG104", 1),
        ("QG101", 5),
        ("QG104", 5),
    ]
    assert len(read.items) == 1


@pytest.mark.parametrize("text", ["", "# notes to come\n", "title: T\n", "- question: X?\n"])
def test_a_file_without_questions_is_shown_one_that_is_sound(text: str) -> None:
    (one,) = found(text)
    lead, _, example = one.help.partition("\n")
    assert lead == "begin it like this:"
    assert found(f"{example}\n") == ()


@pytest.mark.parametrize("field", ["about", "lead"])
def test_a_question_with_a_line_for_statements_is_told_one_thing(field: str) -> None:
    text = f"questions:\n- question: X?\n  {field}: Y\n  options: [Aa, Bb]\n  answer: a\n"
    assert [(one.code, one.span.line) for one in found(text)] == [("QG103", 3)]


def test_an_answer_that_is_a_list_is_told_that_one_letter_is_wanted() -> None:
    (one,) = found("questions:\n- question: X?\n  options: [Aa, Bb]\n  answer: [a, b]\n")
    assert one.help == "name one option, by its letter: `answer: a`"
