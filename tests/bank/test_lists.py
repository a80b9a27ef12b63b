"""Lists of which YAML loses an entry, or makes two of one: each is an error that shows the line."""

import pytest

from quizgen.bank.loaded import QuestionFile
from quizgen.bank.loader import read_question_file


def read(*lines: str) -> QuestionFile:
    """A file of one question with those lines, of which the first is line 3."""
    text = "".join(f"    {line}\n" for line in lines)
    return read_question_file(f"questions:\n  - id: x\n{text}".encode(), "n.yaml")


def told(*lines: str) -> list[tuple[str, int, str]]:
    """Code, line and mended line (what its help ends in) of each diagnostic."""
    found = read(*lines).diagnostics
    return [(one.code, one.span.line, one.help.partition(": ")[2]) for one in found]


def test_a_dash_one_column_further_right_is_an_option_lost() -> None:
    lines = ("question: X?", "options:", "- Karachi", " - Simla", "- Agra", "answer: c")
    assert told(*lines) == [("QG139", 6, "- Simla")]
    assert read(*lines).items == ()
    assert "4 spaces" in read(*lines).diagnostics[0].help


def test_every_option_lost_is_named() -> None:
    lines = ("question: X?", "options:", "- Karachi", " - Simla", " - Agra", "answer: b")
    assert told(*lines) == [("QG139", 6, "- Simla"), ("QG139", 7, "- Agra")]


@pytest.mark.parametrize("line", ["1. Simla", "(b) Simla", "ii) Simla"])
def test_so_is_an_option_with_a_number_of_its_own(line: str) -> None:
    lines = ("question: X?", "options:", "- Karachi", f"  {line}", "- Agra", "answer: c")
    assert told(*lines) == [("QG139", 6, f"- {line}")]


@pytest.mark.parametrize("quote", ["'", '"'])
def test_so_is_an_option_within_the_quotes_of_another(quote: str) -> None:
    lines = ("question: X?", "options:", f"- {quote}Karachi", f"  - Simla{quote}", "- Agra")
    assert told(*lines, "answer: a") == [("QG139", 6, "- Simla")]


@pytest.mark.parametrize("field", ["right", "wrong", "text"])
def test_so_is_an_option_below_one_with_a_field(field: str) -> None:
    lines = ("question: X?", "options:", f"- {field}: Karachi", "     - Simla", "- wrong: Agra")
    assert ("QG139", 6, "- Simla") in told(*lines)


def test_an_option_lost_in_braces_is_named_as_well() -> None:
    text = "questions: [{question: X?, options: [{right: Ufa\n   - Goa\n   }, {wrong: Pune}]}]\n"
    found = read_question_file(text.encode(), "n.yaml").diagnostics
    assert [(one.code, one.span.line) for one in found] == [("QG139", 2)]


def test_a_dash_in_the_title_of_a_file_is_only_a_dash() -> None:
    question = "questions:\n- question: X?\n  options: [Aa, Bb]\n  answer: a\n"
    for title in ("India - Pakistan", "'India\n  - Pakistan'"):
        read_ = read_question_file(f"title: {title}\n{question}".encode(), "n.yaml")
        assert (read_.title, read_.diagnostics) == ("India - Pakistan", ())


def test_a_statement_below_another_is_lost_too() -> None:
    lines = ("about: X", "statements:", "- correct: One.", "    - Two.", "- incorrect: Three.")
    assert told(*lines) == [("QG139", 6, "- Two.")]


def test_a_dash_that_breaks_the_list_is_shown_where_it_belongs() -> None:
    lines = ("question: X?", "options:", "- right: Karachi", " - wrong: Simla", "- wrong: Agra")
    assert told(*lines) == [("QG007", 6, "- wrong: Simla")]


def test_a_tag_run_together_with_another_is_told_without_a_word_of_bars() -> None:
    lines = ("question: X?", "options: [Aa, Bb]", "answer: a", "tags:", "- one", " - two")
    ((code, line, mended),) = told(*lines)
    assert (code, line, mended) == ("QG138", 8, "4 spaces: - two")


@pytest.mark.parametrize(
    "lines",
    [
        ("options:", "- Karachi, of", "  Sindh", "- Agra"),
        ("options:", "- Karachi - the", "  harbour - of Sindh", "- Agra"),
        ("options:", "- |", "  Karachi", "  - Simla", "- Agra"),
        ("options:", "- right: Karachi", "  why: So said", "   - once more - Nehru", "- wrong: B1"),
    ],
)
def test_an_option_of_two_lines_is_fine(lines: tuple[str, ...]) -> None:
    answer = () if "right" in lines[1] else ("answer: a",)
    assert told("question: X?", *lines, *answer) == []


@pytest.mark.parametrize(
    ("options", "mended"),
    [
        ("[Rs 1,000, Rs 2,500]", '["Rs 1,000", "Rs 2,500"]'),
        ("[Rs 1,000 crore, Rs 2,000 crore]", '["Rs 1,000 crore", "Rs 2,000 crore"]'),
        ("[1,00,000, 2,00,000, None]", '["1,00,000", "2,00,000", None]'),
        ("[1,000,2,500]", '["1,000", "2,500"]'),
        ("[1,000]", '["1,000"]'),
        ("[1,000, {text: x}, 'a, b']", '["1,000", ..., "a, b"]'),
    ],
)
def test_a_number_cut_by_its_comma_is_shown_whole_and_told_alone(options: str, mended: str) -> None:
    (found,) = read("question: X?", f"options: {options}", "answer: a").diagnostics
    assert (found.code, found.span.line) == ("QG140", 4)
    assert f"options: {mended};" in found.help


@pytest.mark.parametrize(
    "options",
    [
        "[100,200,300]",
        "[1996,2001,2003]",
        "[1, 000, 2, 500]",
        "['1,000', \"2,500\"]",
        "['1',000, x]",
        "[19,20,21]",
        "[5,12 men, 7]",
    ],
)
def test_numbers_of_their_own_are_fine(options: str) -> None:
    assert told("question: X?", f"options: {options}", "answer: a") == []


@pytest.mark.parametrize("name", ["options", "tags"])
@pytest.mark.parametrize(("dash", "says"), [("", "have no dashes"), ("-", "no space after it")])
def test_lines_without_a_dash_or_its_space_are_shown_with_both(
    name: str, dash: str, says: str
) -> None:
    others = ("options: [Aa, Bb]", "answer: a") if name == "tags" else ("answer: a",)
    lines = ("question: X?", *others, f"{name}:", f"  {dash}Karachi", f"  {dash}Simla")
    (found,) = read(*lines).diagnostics
    assert (found.code, found.span.line) == ("QG141", 5 + len(others))
    assert says in found.message
    assert found.help.endswith(": - Karachi")


def test_one_dash_without_its_space_is_shown_with_it() -> None:
    lines = ("question: X?", "options:", "  - Karachi", "  -Simla", "answer: a")
    assert told(*lines) == [("QG141", 6, "- Simla")]


@pytest.mark.parametrize("value", ["Karachi, Simla", '"Karachi', "|\n      Karachi"])
def test_a_text_in_place_of_a_list_is_told_as_such(value: str) -> None:
    lines = ("question: X?", f"options: {value}", '  Simla"' * value.startswith('"'), "answer: a")
    assert [code for code, _, _ in told(*lines)] == ["QG102"]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("{right: In 2001, at Simla}", '{right: "In 2001, at Simla"}'),
        ("{right: In 2001, at Simla, why: So}", '{right: "In 2001, at Simla", why: So}'),
        ("{right: Simla, why: So, they say}", '{right: Simla, why: "So, they say"}'),
    ],
)
def test_a_text_cut_by_a_comma_in_braces_is_shown_whole(line: str, mended: str) -> None:
    lines = ("question: X?", "options:", f"- {line}", "- wrong: Agra")
    assert told(*lines) == [("QG136", 5, f"- {mended}")]


def test_braces_with_quotes_are_explained_without_the_line() -> None:
    lines = ("question: X?", "options:", "- {right: 'a', so, why: x}", "- wrong: Agra")
    ((code, _, mended),) = told(*lines)
    assert (code, mended) == ("QG136", "")


@pytest.mark.parametrize(
    ("value", "mended"),
    [
        ("[C #, Java]", '["C #", Java]'),
        ("[Java, C # of old]", '[Java, "C # of old"]'),
        ("{right: C #, why: So}", '{right: "C #", why: So}'),
    ],
)
def test_a_hash_that_eats_the_end_of_a_list_is_named(value: str, mended: str) -> None:
    found = told("question: X?", f"options: {value}", "answer: a")
    assert found == [("QG131", 4, f"options: {mended}")]


def test_a_comment_in_a_list_that_is_not_closed_is_left_alone() -> None:
    assert [code for code, _, _ in told("question: X?", "options: [Aa, # one", "  Bb")] == ["QG007"]
