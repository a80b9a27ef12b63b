"""Fields and shapes of other formats, and what is said to have been meant."""

from textwrap import dedent, indent

import pytest

from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Diagnostic


def found(text: str) -> list[Diagnostic]:
    """What is told of one question."""
    lines = indent(dedent(text), "  ")
    return list(read_question_file(f"questions:\n{lines}".encode(), "n.yaml").diagnostics)


PARTS = {
    "options": "- question: Where?\n  options:\n    - {}: Agra\n    - wrong: Simla\n",
    "statements": "- about: it\n  statements:\n    - {}: It is.\n    - correct: It was.\n",
    "pairs": "- pairs:\n    - {}: A | x\n    - matched: B | y\n",
    "sequence": "- sequence:\n    - {}: A\n      date: 1960\n    - text: B\n      date: 1961\n"
    "    - text: C\n      date: 1962\n",
}


@pytest.mark.parametrize(
    ("part", "written", "meant"),
    [
        ("options", "correct", "right"),
        ("options", "true", "right"),
        ("options", "incorrect", "wrong"),
        ("options", "false", "wrong"),
        ("statements", "true", "correct"),
        ("statements", "false", "incorrect"),
        ("statements", "right", "correct"),
        ("statements", "wrong", "incorrect"),
        ("pairs", "correct", "matched"),
        ("pairs", "incorrect", "mismatched"),
        ("pairs", "true", "matched"),
        ("pairs", "wrong", "mismatched"),
        ("sequence", "event", "text"),
    ],
)
def test_a_word_of_another_format_is_met_with_ours(part: str, written: str, meant: str) -> None:
    (one,) = found(PARTS[part].format(written))
    assert (one.code, one.message) == ("QG104", f"unknown field `{written}`")
    assert one.help.startswith(f"did you mean `{meant}`? ")


@pytest.mark.parametrize("options", ["", "  options: [Both, One, Other, Neither]\n"])
def test_assertion_and_reason_are_claim_and_reasons(options: str) -> None:
    told = found(f"- assertion: It is.\n  reason: It was.\n{options}")
    helps = {one.message: one.help for one in told if one.code == "QG104"}
    assert helps["unknown field `assertion`"].startswith("did you mean `claim`? ")
    assert helps["unknown field `reason`"].startswith("did you mean `reasons`? ")
    assert {one.code for one in told} == ({"QG103", "QG104"} if options else {"QG104"})


def test_true_and_false_tell_the_kind_of_a_fact_too() -> None:
    text = "facts:\n  pool:\n    - id: one\n      true: It is.\n"
    told = read_question_file(text.encode(), "n.yaml").diagnostics
    one = next(one for one in told if one.code == "QG104")
    assert one.help.startswith("did you mean `correct`? ")


def test_a_row_with_a_colon_is_shown_with_its_truth_and_a_bar() -> None:
    for name in ("Godavari", "godavari"):
        (one,) = found(f"- pairs:\n    - {name}: Trimbak\n    - matched: B | y\n")
        assert one.code == "QG132"
        assert one.help.startswith(f"write the row as `- matched: {name} | Trimbak`")
    (one,) = found("- pairs:\n    - matched: A | x\n      note: so\n    - matched: B | y\n")
    assert one.code == "QG104"


def test_heads_in_brackets_are_shown_with_bars() -> None:
    told = found(
        "- heads: [River, Rises at]\n  pairs:\n    - matched: A | x\n    - matched: B | y\n"
    )
    assert told[0].help.endswith("`heads: River | Rises at`")


def test_a_field_of_the_file_belongs_at_its_top() -> None:
    for field in ("lang: hi", "title: Treaties", "bank: notes"):
        (one,) = found(f"- question: Where?\n  options: [Aa, Bb]\n  answer: a\n  {field}\n")
        assert one.code == "QG104"
        assert "belongs at the top of the file" in one.help


def test_the_line_of_the_other_row_or_entry_is_named() -> None:
    (one,) = found(PARTS["sequence"].format("text").replace("1961", "1960"))
    assert one.message == "`A` and `B` have the same date, 1960; the other is on line 4"
    (one,) = found(PARTS["pairs"].format("matched").replace("B |", "A |"))
    assert one.message.endswith("; the other is on line 3")
    assert one.span.line == 4
