"""Coded options an author gives himself are shown as typed, and checked against the truth."""

import pytest

from tests.forms.making import codes, item, key, problems, statements, texts

TWO = ("I only", "II only", "Both I and II", "Neither I nor II")


@pytest.mark.parametrize("answer", ["", "b", "(B)", "II only"])
def test_they_are_shown_as_typed_and_keyed_by_the_statements(answer: str) -> None:
    made = item(statements("-+", options=TWO, answer=answer))
    assert texts(made) == list(TWO)
    assert key(made) == "II only"
    assert [option.id for option in made.question.options] == ["s1", "s2", "s1+s2", "none"]
    assert not made.question.shuffle


def test_with_1_2_3_in_the_options_the_statements_are_numbered_so_too() -> None:
    made = item(statements("+-+", options=("1 only", "2 only", "1 and 3 only", "1, 2 and 3")))
    assert "\n1. It is 1.\n2. It is 2.\n3. It is 3.\n" in made.question.stem
    assert key(made) == "1 and 3 only"
    assert [why.label for why in made.answer.statements] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("truths", "options", "right"),
    [
        ("++", ("1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2"), "Both 1 and 2"),
        ("---", ("I only", "I, II, and III", "None of the above", "II & III"), "None of the above"),
        ("+++", ("I only", "II and III", "All of the above", "None"), "All of the above"),
        ("+--", ("Only I", "Only II and III", "I and II only.", "None"), "Only I"),
    ],
)
def test_many_ways_to_write_a_code_are_understood(
    truths: str, options: tuple[str, ...], right: str
) -> None:
    assert key(item(statements(truths, options=options))) == right


@pytest.mark.parametrize(
    ("truths", "options", "right"),
    [
        ("+--", ("Only one", "Only two", "All three", "None"), "Only one"),
        ("+++", ("Only one", "Only two", "All the three", "None"), "All the three"),
        ("+++-", ("Only one", "Only two", "Only three", "All four"), "Only three"),
        ("----", ("Only one statement", "Only two statements", "All", "None"), "None"),
    ],
)
def test_counts_are_understood(truths: str, options: tuple[str, ...], right: str) -> None:
    made = item(statements(truths, ask="how-many", options=options))
    assert key(made) == right
    assert made.answer.key == f"count-{truths.count('+')}"


def test_an_answer_that_contradicts_the_statements_is_refused() -> None:
    (problem,) = problems(statements("-+", options=TWO, answer="a"))
    assert problem.code == "QG117"
    assert problem.path == ("answer",)
    assert problem.message == (
        "the answer is option (a), but by the statements it is (b): II is correct"
    )


@pytest.mark.parametrize(
    ("truths", "ask", "options", "says"),
    [
        ("--", "which", TWO[:3], "no option agrees with the statements: none is correct"),
        ("++", "which", TWO[:2], "no option agrees with the statements: I and II are correct"),
        ("--", "which-not", TWO[:2], "no option agrees with the statements: I and II are not"),
        ("+++", "how-many", ("Only one", "None"), "no option agrees with the statements: I, II"),
    ],
)
def test_options_without_the_right_one_are_refused(
    truths: str, ask: str, options: tuple[str, ...], says: str
) -> None:
    (problem,) = problems(statements(truths, ask=ask, options=options))
    assert problem.code == "QG117"
    assert says in problem.message


@pytest.mark.parametrize(
    "unread", ["I and III", "I and I", "Neither I nor III", "Karachi", "Only one", "All three"]
)
def test_an_option_that_is_no_code_is_named(unread: str) -> None:
    (problem,) = problems(statements("+-", options=("I only", unread)))
    assert problem.code == "QG118"
    assert problem.path == ("options", 1)
    assert f"`{unread}`" in problem.message


@pytest.mark.parametrize("unread", ["I only", "Only four", "Some"])
def test_an_option_that_is_no_count_is_named(unread: str) -> None:
    spec = statements("+--", ask="how-many", options=("Only one", unread))
    (problem,) = problems(spec)
    assert problem.code == "QG118"


def test_two_codes_that_say_the_same_are_alike() -> None:
    (problem,) = problems(statements("+-", options=("I only", "Only 1", "Both I and II")))
    assert problem.code == "QG107"
    assert problem.message == "option (a) and option (b) say the same"


def test_an_answer_that_is_no_option_is_refused() -> None:
    assert codes(statements("+-", options=TWO, answer="e")) == ["QG112"]
    assert codes(statements("+-", options=TWO, answer="III only")) == ["QG112"]


def test_too_few_or_too_many_are_refused() -> None:
    assert codes(statements("+-", options=("I only",))) == ["QG108"]
    assert codes(statements("+-", options=(*TWO, "None", "All"))) == ["QG108"]
