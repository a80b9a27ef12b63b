"""`--fix` writes missing ids into the text, and changes nothing else."""

import pytest

from quizgen.bank.fix import add_missing_ids
from quizgen.bank.loader import read_question_file

PLAIN = """\
# Notes of a teacher
title: T   # kept

questions:
  - question: Where was the Indus Waters Treaty signed?   # kept too
    options: [Karachi, Simla]
    answer: a

  -
    about: Türkiye
    statements:
    - correct: It is a dialogue partner.
    - incorrect: It is a member.

  - {question: In braces?, options: [Aa, Bb], answer: a}
  - id:
    question: Where was the Indus Waters Treaty signed
    options: [Karachi, Lahore]
    answer: a
  - id: mine
    question: Mine?
    options: [Aa, Bb]
    answer: a
  - options: [Aa, Bb]
    question: भारत कहाँ है?
    answer: a
  - heads: Agreement | Signed at
    pairs:
      - id: first
        matched: Simla Agreement | Simla
      - matched: Lahore Declaration | Lahore
  - claim:
      correct: India joined the SCO in 2017.
    reasons:
      - correct: It had been an observer since 2005.
  - sequence:
      - date: 1966
        text: The Tashkent Declaration
      - date: 1972
        text: The Simla Agreement
      - date: 1999
        text: The Lahore Declaration
"""
FIXED = (
    PLAIN.replace(
        "  - question: Where",
        "  - id: where-was-the-indus-waters-treaty-signed\n    question: Where",
    )
    .replace("    about:", "    id: turkiye\n    about:")
    .replace("  - id:\n", "  - id: where-was-the-indus-waters-treaty-signed-2\n")
    .replace("  - options: [Aa", "  - id: q-d0\n    options: [Aa")
    .replace("  - heads:", "  - id: simla-agreement-simla\n    heads:")
    .replace("  - claim:", "  - id: india-joined-the-sco-in-2017\n    claim:")
    .replace("  - sequence:", "  - id: the-tashkent-declaration\n    sequence:")
)


def test_ids_are_made_of_the_words_of_each_question() -> None:
    fixed, written = add_missing_ids(PLAIN.encode(), "n.yaml")
    assert written == 7
    lines = fixed.decode().splitlines()
    (made,) = [line for line in lines if "id: q-" in line]
    assert lines == FIXED.replace("  - id: q-d0", made).splitlines()


def test_the_result_has_the_same_questions_with_ids() -> None:
    fixed, _ = add_missing_ids(PLAIN.encode(), "n.yaml")
    before, after = (read_question_file(data, "n.yaml") for data in (PLAIN.encode(), fixed))
    assert after.diagnostics == ()
    # Entries of a sequence are mixed by its id, so that their order may be another.
    assert [sorted(one.item.question.stem.split()) for one in after.items] == [
        sorted(one.item.question.stem.split()) for one in before.items
    ]
    assert before.lacking.ids == 8
    assert after.lacking.ids == 1  # the one in braces


def test_a_second_run_changes_nothing() -> None:
    fixed, _ = add_missing_ids(PLAIN.encode(), "n.yaml")
    assert add_missing_ids(fixed, "n.yaml") == (fixed, 0)


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    windows = b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode()
    fixed, _ = add_missing_ids(windows, "n.yaml")
    expected, _ = add_missing_ids(PLAIN.encode(), "n.yaml")
    assert fixed == b"\xef\xbb\xbf" + expected.replace(b"\n", b"\r\n")


def test_a_file_of_one_line_gets_a_line_end() -> None:
    data = b"questions: [{question: X}]"
    assert add_missing_ids(data, "n.yaml") == (data, 0)
    last = b"questions:\n- about: X"
    assert add_missing_ids(last, "n.yaml") == (b"questions:\n- id: x\n  about: X", 1)


def test_broken_questions_beside_sound_ones_are_no_hindrance() -> None:
    text = "questions:\n  - question: A: b\n  - question: Sound?\n    options: [Aa, Bb]\n"
    fixed, written = add_missing_ids(f"{text}    answer: a\n".encode(), "n.yaml")
    assert written == 1
    assert b"  - id: sound\n    question: Sound?\n" in fixed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "questions:\n  - &a question: X?\n    options: [Aa, Bb]\n    answer: a\n",
        "questions:\n  -\tquestion: X?\n\toptions: [Aa, Bb]\n",
        "questions:\n  - ? question\n    : X?\n",
        "questions:\n  - just text\n  - id: [a]\n    question: x\n  - {}\n",
    ],
)
def test_what_cannot_be_mended_safely_stays_as_it_is(text: str) -> None:
    assert add_missing_ids(text.encode(), "n.yaml") == (text.encode(), 0)


def test_a_question_repeated_by_an_alias_gets_one_id_or_none() -> None:
    text = "questions:\n  - &a\n    question: X?\n    options: [Aa, Bb]\n    answer: a\n  - *a\n"
    fixed, written = add_missing_ids(text.encode(), "n.yaml")
    assert written in (0, 1)
    assert fixed.count(b"id: ") == written
