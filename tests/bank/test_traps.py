"""The traps of YAML that raise no error are found, and what only looks like one is not."""

import pytest

from quizgen.bank.loader import read_question_file

REST = "    options: [Aa, Bb]\n    answer: a\n"


def codes(*lines: str, rest: str = REST) -> list[tuple[str, int]]:
    """The codes for a question that begins with those lines, and their lines; the first is 2."""
    text = "questions:\n" + "".join(f"{line}\n" for line in lines) + rest
    found = read_question_file(text.encode(), "n.yaml").diagnostics
    return [(diagnostic.code, diagnostic.span.line) for diagnostic in found]


@pytest.mark.parametrize(
    "line",
    [
        "  - question: Under item #47, what?",
        "  - question: What is\n      item #47?",
        "  - topic: item #47",
        "  - source: Report #7",
    ],
)
def test_a_text_cut_short_by_a_hash_is_found(line: str) -> None:
    rest = REST if "question" in line else f"    question: X?\n{REST}"
    ((code, at),) = codes(line, rest=rest)
    assert (code, at) == ("QG131", 2 + line.count("\n"))


def test_an_empty_text_that_is_all_comment_is_found() -> None:
    assert codes("  - question: #47 is what?") == [("QG121", 2), ("QG131", 2)]


@pytest.mark.parametrize(
    "line",
    [
        "  - question: Under item?  # to check",
        "  - question: Under item?  #todo",
        "  - question: 'Under item #47'",
        "  - question: Under item#47?",
        "  - difficulty: easy # or medium\n    question: X?",
        "  - topic: pacts # a comment\n    question: X?",
        "  - tags: [a, b] #c\n    question: X?",
        "  - question: |\n      Under item #47",
        "  - question: X? # ",
        "  - question: X?\n    # a line of its own #47",
    ],
)
def test_comments_and_quoted_hashes_are_left_alone(line: str) -> None:
    assert [code for code, _ in codes(line)] in ([], ["QG204"] * line.endswith("# "))


def test_a_comment_one_space_after_a_text_is_doubtful() -> None:
    assert codes("  - question: Under item? # to check") == [("QG204", 2)]


@pytest.mark.parametrize(
    "line",
    ["  - question: !important X?", "  - question: &c X?", "  - question: !!int 5", "  - !x"],
)
def test_words_taken_for_tags_and_anchors_are_found(line: str) -> None:
    assert ("QG135", 2) in codes(line)


def test_an_exclamation_or_ampersand_in_a_text_is_fine() -> None:
    assert codes("  - question: Law & order! Which &c?") == []


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (["  - question: Consider", "      1. One", "      2. Two"], 3),
        (["  - question: Consider", "      (a) one", "      (b) two"], 3),
        (["  - question: Consider", "      - one", "      - two"], 3),
        (["  - question: >", "      Consider", "      I. one", "      II. two"], 4),
        (['  - question: "Consider', "      i) one", '      ii) two"'], 3),
        (["  - question: Which?", "    tags:", "    - One", "      - two", "      - three"], 5),
    ],
)
def test_lists_folded_into_a_paragraph_are_found(lines: list[str], at: int) -> None:
    assert codes(*lines) == [("QG138", at)]


@pytest.mark.parametrize(
    "lines",
    [
        ["  - question: |", "      Consider", "      1. One", "      - two"],
        ["  - question: >", "      Consider", "", "      1. One"],
        ["  - question: A text - with a dash -", "      of two lines"],
        ["  - question: A text that goes on to", "      1972 and further"],
        ["  - question: One - two"],
        ["  - question: As option", "      (b) says so?"],
    ],
)
def test_lists_that_keep_their_lines_are_fine(lines: list[str]) -> None:
    assert codes(*lines) == []


def test_a_comma_in_braces_is_found_in_every_field() -> None:
    line = "  - {question: X in 1960, options: [Aa, Bb], answer: a, explanation: One, two.}"
    assert codes(line, rest="") == [("QG136", 2)]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("[Yes, in 2001, No]", True),
        ("[Karachi, on the sea, Simla]", True),
        ("[Karachi, 'in the hills', Simla]", False),
        ("[one way, another way]", False),
        ("[India, iPhone]", False),
        ("[1996, 2001]", False),
    ],
)
def test_a_comma_in_brackets_that_looks_like_one_in_a_text_is_doubtful(
    options: str, *, found: bool
) -> None:
    rest = f"    options: {options}\n    answer: a\n"
    assert codes("  - question: X?", rest=rest) == [("QG137", 3)] * found


def test_a_source_near_to_an_entry_is_doubtful() -> None:
    text = "sources: {class-notes: {title: N}}\nquestions:\n  - question: X?\n" + REST
    for source, found in (("class-note", True), ("class-notes", False), ("Class note", False)):
        read = read_question_file(f"{text}    source: {source}\n".encode(), "n.yaml")
        assert [one.code for one in read.diagnostics] == ["QG203"] * found
