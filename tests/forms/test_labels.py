"""Letters and numbers of an author's own are found where all texts have them, in order."""

import pytest

from quizgen.forms.labels import unlabelled
from tests.forms.making import choice, codes, item, problems, statements


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a)", "(b)"), ("a)", "b)"), ("A.", "B."), ("1.", "2."), ("(i)", "(ii)"), ("I.", "II.")],
)
def test_letters_and_numbers_in_order_are_taken_off(first: str, second: str) -> None:
    assert unlabelled((f"{first} Delhi", f"{second}  Agra")) == ("Delhi", "Agra")


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("(a) Delhi",),
        ("Delhi", "Agra"),
        ("A. Delhi", "Agra"),
        ("A. Delhi", "C. Agra"),
        ("A. P. J. Abdul Kalam", "C. Rajagopalachari"),
        ("(a)", "(b)"),
        ("1.5 km", "2.5 km"),
    ],
)
def test_other_texts_are_left_alone(texts: tuple[str, ...]) -> None:
    assert unlabelled(texts) == ()


def test_options_that_bring_them_are_refused_since_options_move() -> None:
    (found,) = problems(choice("A. Delhi", "B. Agra", answer="a"))
    assert found.code == "QG122"
    assert found.path == ("options", 0)
    assert found.why.endswith("`(a) B. Agra`")
    assert found.help == "write each text alone: Delhi; Agra"


def test_so_are_coded_options_and_nothing_more_is_said_of_them() -> None:
    printed = ("(a) I only", "(b) II only", "(c) Both I and II", "(d) Neither I nor II")
    assert codes(statements("+-", options=printed)) == ["QG122"]


def test_statements_that_bring_them_do_not_move_and_are_asked() -> None:
    assert item(statements("+-")).question.id == "it"
