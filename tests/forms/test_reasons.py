"""A claim and its reasons have UPSC's four options, keyed by what is true."""

import pytest

from quizgen.core.item import Form, Why
from quizgen.forms.spec import ReasonSpec, StatementSpec
from tests.forms.making import codes, item, key, problems, reasons, texts


def test_one_reason_reads_as_upsc_prints_it() -> None:
    made = item(reasons("+", "!"))
    assert made.question.stem == (
        "Consider the following statements:\n\n"
        "Statement-I: A claim.\n\n"
        "Statement-II: Reason 1.\n\n"
        "Which one of the following is correct in respect of the above statements?"
    )
    assert texts(made) == [
        "Both Statement-I and Statement-II are correct and Statement-II explains Statement-I",
        (
            "Both Statement-I and Statement-II are correct but Statement-II does not explain "
            "Statement-I"
        ),
        "Statement-I is correct but Statement-II is not correct",
        "Statement-I is not correct but Statement-II is correct",
    ]
    assert made.question.form is Form.ONE_REASON
    assert not made.question.shuffle


def test_two_reasons_read_as_upsc_prints_them() -> None:
    made = item(reasons("+", "!!"))
    assert "\n\nStatement-III: Reason 2.\n\n" in made.question.stem
    assert texts(made) == [
        "Both Statement-II and Statement-III are correct and both of them explain Statement-I",
        "Both Statement-II and Statement-III are correct but only one of them explains Statement-I",
        "Only one of the Statements II and III is correct and that explains Statement-I",
        "Neither Statement-II nor Statement-III is correct",
    ]
    assert made.question.form is Form.TWO_REASONS


@pytest.mark.parametrize(
    ("claim", "truths", "right"),
    [
        ("+", "!", "a"),
        ("+", "+", "b"),
        ("+", "-", "c"),
        ("-", "+", "d"),
        ("+", "!!", "a"),
        ("+", "!+", "b"),
        ("+", "+!", "b"),
        ("+", "!-", "c"),
        ("+", "-!", "c"),
        ("+", "--", "d"),
    ],
)
def test_the_key_is_what_is_true(claim: str, truths: str, right: str) -> None:
    made = item(reasons(claim, truths))
    assert made.question.letter(made.answer.key) == right


@pytest.mark.parametrize(
    ("claim", "truths", "field", "says"),
    [
        ("-", "-", "reasons", "neither statement is correct, and no option can say that"),
        ("-", "--", "claim", "the claim is incorrect, and with two reasons no option can say"),
        ("-", "+-", "claim", "the claim is incorrect, and with two reasons no option can say"),
        ("+", "++", "reasons", "both reasons are correct and neither explains the claim"),
        ("+", "+-", "reasons", "one reason is correct but does not explain the claim"),
        ("+", "-+", "reasons", "one reason is correct but does not explain the claim"),
    ],
)
def test_what_no_option_can_say_is_refused_with_the_reason(
    claim: str, truths: str, field: str, says: str
) -> None:
    (problem,) = problems(reasons(claim, truths))
    assert (problem.code, problem.path) == ("QG116", (field,))
    assert problem.message.startswith(says)
    assert problem.why
    assert problem.help


@pytest.mark.parametrize(
    ("claim", "reason", "says"),
    [
        ("+", ReasonSpec(incorrect="B", explains=True), "an incorrect statement explains nothing"),
        ("-", ReasonSpec(correct="B", explains=True), "the claim is incorrect, so nothing"),
    ],
)
def test_what_cannot_explain_is_named(claim: str, reason: ReasonSpec, says: str) -> None:
    (problem,) = problems(reasons(claim, "", reasons=(reason,)))
    assert (problem.code, problem.path) == ("QG125", ("reasons", 0, "explains"))
    assert problem.message.startswith(says)


def test_the_whys_say_what_explains() -> None:
    told = (
        ReasonSpec(correct="A", explains=True, why="So."),
        ReasonSpec(correct="B", why="But elsewhere."),
    )
    claim = StatementSpec(correct="C", why="Indeed.")
    assert item(reasons("+", "", claim=claim, reasons=told)).answer.statements == (
        Why("Statement-I", True, "Indeed."),
        Why("Statement-II", True, "So.", "Correct, and explains Statement-I."),
        Why("Statement-III", True, "But elsewhere.", "Correct, but does not explain Statement-I."),
    )
    assert item(reasons("+", "-")).answer.statements[1].verdict == "Not correct."
    first, second = item(reasons("-", "+")).answer.statements
    assert not first.correct
    assert second.verdict == "Correct."


def test_without_an_id_the_item_is_known_by_its_texts() -> None:
    first = item(reasons("+", "!+", id=""))
    turned = reasons("+", "!+").reasons[::-1]
    again = item(reasons("+", "", id="", reasons=turned))
    assert first.question.id.startswith("x-")
    assert first.question.ref == again.question.ref
    assert first.answer.key == again.answer.key == "one-explains"


def test_what_else_is_refused() -> None:
    assert codes(reasons("+", "")) == ["QG115"]
    assert codes(reasons("+", "!!!")) == ["QG115"]
    assert codes(reasons("+", "+", claim=StatementSpec())) == ["QG121"]
    both = StatementSpec(correct="A", incorrect="B")
    assert codes(reasons("+", "!", claim=both)) == ["QG103"]
    empty = (ReasonSpec(correct=" "), ReasonSpec(correct="B", id="No Id"))
    assert codes(reasons("+", "", reasons=empty)) == ["QG121", "QG111"]
    assert codes(reasons("+", "!", id="No Id")) == ["QG111"]
    assert codes(reasons("-", "-", id="No Id")) == ["QG111", "QG116"]


def test_a_reason_that_says_what_the_claim_says_is_named() -> None:
    (problem,) = problems(reasons("+", "", reasons=(ReasonSpec(correct="a  claim"),)))
    assert (problem.code, problem.path) == ("QG120", ("reasons", 0))
    assert problem.message == "Statement-I and Statement-II have the same text"


def test_no_option_is_a_code_that_moves() -> None:
    one, two = item(reasons("+", "!")), item(reasons("-", "+"))
    assert [option.id for option in one.question.options] == [
        option.id for option in two.question.options
    ]
    assert key(two) == texts(one)[3]
