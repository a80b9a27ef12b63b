"""Comments that silence a code on one question, and what they may not do."""

import pytest

from quizgen.bank.ignores import Ignores
from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Diagnostic, Severity, Span

FILE = """\
title: Notes
questions:
  - id: first
    question: Which of these is not a river?
    options: [Ufa, Ravi, Sutlej]
    answer: a

  - id: second
    question: Which of these is not a town?
    options: [Ravi, Ufa, Goa]
    answer: a
"""
FIRST, SECOND = 4, 9
"""Lines of the two warnings."""


def left(text: str) -> list[int]:
    """Lines of the warnings that are not silenced."""
    read = read_question_file(text.encode(), "file.yaml")
    kept, _ = Ignores(text.encode()).split(read.diagnostics)
    return [one.span.line for one in kept]


def unused(text: str, *unsought: str) -> list[tuple[str, int, int]]:
    """Message, line and column of each comment that silences nothing."""
    read = read_question_file(text.encode(), "file.yaml")
    ignores = Ignores(text.encode())
    _, used = ignores.split(read.diagnostics)
    found = ignores.unused("file.yaml", used, frozenset(unsought))
    return [(one.message, one.span.line, one.span.column) for one in found]


def with_line(text: str, after: str, line: str) -> str:
    """The file with a line put in after the one that holds a text."""
    place = text.index("\n", text.index(after)) + 1
    return f"{text[:place]}{line}\n{text[place:]}"


def test_without_a_comment_both_are_told() -> None:
    assert left(FILE) == [FIRST, SECOND]
    assert not Ignores(FILE.encode())


@pytest.mark.parametrize(
    "comment",
    [
        "# quizgen: ignore QG212",
        "# quizgen: ignore qg212",
        "# quizgen: ignore QG107, QG212",
        "# quizgen: ignore QG107 QG212",
        "# quizgen: ignore QG212, since it is from the paper of 2014",
    ],
)
def test_a_comment_on_the_line_of_the_id_silences_its_question_alone(comment: str) -> None:
    assert left(FILE.replace("id: first", f"id: first  {comment}")) == [SECOND]
    assert left(FILE.replace("id: second", f"id: second  {comment}")) == [FIRST]


@pytest.mark.parametrize(
    ("after", "line", "lines"),
    [
        ("id: first", "    # quizgen: ignore QG212", [SECOND + 1]),
        ("answer: a", "    # quizgen: ignore QG212", [SECOND + 1]),
        ("answer: a", "  # quizgen: ignore QG212", [FIRST]),
        ("answer: a", "# quizgen: ignore QG212", [FIRST]),
        ("answer: a", "    tags: [a]  # quizgen: ignore QG212", [SECOND + 1]),
        ("questions:", "  # quizgen: ignore QG212", [SECOND + 1]),
        ("title:", "# quizgen: ignore QG212", [FIRST + 1, SECOND + 1]),
        ("title:", "topic: rivers  # quizgen: ignore QG212", [FIRST + 1, SECOND + 1]),
    ],
)
def test_a_comment_belongs_to_the_question_around_it_or_below_it(
    after: str, line: str, lines: list[int]
) -> None:
    assert left(with_line(FILE, after, line)) == lines


def test_a_comment_on_any_line_of_the_question_will_do() -> None:
    assert left(FILE.replace("Ufa, Ravi, Sutlej]", "Ufa, Ravi]  # quizgen: ignore QG212")) == [
        SECOND
    ]
    one_space = FILE.replace("a river?", "a river? # quizgen: ignore QG212")
    assert left(one_space) == [SECOND]


def test_line_ends_and_marks_of_other_systems_make_no_difference() -> None:
    text = FILE.replace("id: first", "id: first  # quizgen: ignore QG212")
    assert left("\ufeff" + text) == [SECOND]
    assert left(text.replace("\n", "\r\n")) == [SECOND]
    assert left(text.replace("\n", "\r")) == [SECOND]


@pytest.mark.parametrize(
    "comment", ["# quizgen: ignored QG212", "# ignore QG212", "#quizgen ignore QG212"]
)
def test_other_comments_silence_nothing(comment: str) -> None:
    text = FILE.replace("id: first", f"id: first  {comment}")
    assert left(text) == [FIRST, SECOND]
    assert unused(text) == []


def test_an_error_cannot_be_silenced() -> None:
    text = FILE.replace("answer: a", "answer: z  # quizgen: ignore QG112", 1)
    assert left(text) == [6, SECOND]
    message = "`QG112` is an error, which cannot be silenced"
    assert unused(text) == [(message, 6, text.splitlines()[5].index("QG112") + 1)]


@pytest.mark.parametrize(
    ("comment", "message", "at"),
    [
        ("# quizgen: ignore QG213", "`QG213` is not found in this question", "QG213"),
        ("# quizgen: ignore QG999", "there is no diagnostic `QG999`", "QG999"),
        ("# quizgen: ignore", "the comment names no code", "#"),
        ("# quizgen: ignore all", "the comment names no code", "#"),
        ("# quizgen: ignore QG212, QG213", "`QG213` is not found in this question", "QG213"),
    ],
)
def test_a_comment_that_silences_nothing_is_told_at_its_code(
    comment: str, message: str, at: str
) -> None:
    text = FILE.replace("id: first", f"id: first  {comment}")
    assert unused(text) == [(message, 3, text.splitlines()[2].index(at) + 1)]


def test_what_was_probably_meant_is_said() -> None:
    text = FILE.replace("id: first", "id: first  # quizgen: ignore QG2112")
    (found,) = Ignores(text.encode()).unused("file.yaml", (), ())
    assert found.help.startswith("did you mean `QG2")
    assert (found.code, found.severity) == ("QG242", Severity.ADVICE)


def test_a_code_that_was_not_looked_for_is_not_said_to_be_unused() -> None:
    text = FILE.replace("id: first", "id: first  # quizgen: ignore QG234")
    assert unused(text, "QG234") == []
    assert [message for message, *_ in unused(text)] == ["`QG234` is not found in this question"]


def test_one_on_the_line_of_the_list_silences_what_is_told_of_the_file() -> None:
    text = FILE.replace("questions:", "questions:  # quizgen: ignore QG216")
    found = Diagnostic("file.yaml", Span(2, 1, 9), "QG216", Severity.WARNING, "too often")
    assert Ignores(text.encode()).split([found])[0] == []
    assert [message for message, *_ in unused(text)] == [
        "`QG216` is not found in the file as a whole"
    ]


def test_a_file_without_questions_has_no_place_for_comments_but_the_file() -> None:
    ignores = Ignores(b"title: x  # quizgen: ignore QG212\n")
    assert [one.message for one in ignores.unused("f", (), ())] == [
        "`QG212` is not found in the file as a whole"
    ]
    assert Ignores(b"\xff\xfe").split([]) == ([], frozenset())
