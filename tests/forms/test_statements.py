"""Statement questions: the wording of 2025, the coded options, and the key from the truth."""

import pytest

from quizgen.core.item import Form, Why
from quizgen.forms.spec import StatementSpec
from tests.forms.making import codes, item, key, problems, statements, texts


def lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_two_statements_read_as_upsc_prints_them() -> None:
    made = item(statements("+-", about="the Simla Agreement"))
    assert made.question.stem == lines(
        "With reference to the Simla Agreement, consider the following statements:",
        "I. It is 1.\nII. It is 2.",
        "Which of the statements given above is/are correct?",
    )
    assert texts(made) == ["I only", "II only", "Both I and II", "Neither I nor II"]
    assert made.question.form is Form.TWO_STATEMENTS
    assert not made.question.shuffle


@pytest.mark.parametrize(
    ("truths", "right"),
    [("+-", "I only"), ("-+", "II only"), ("++", "Both I and II"), ("--", "Neither I nor II")],
)
def test_two_statements_may_have_any_truth(truths: str, right: str) -> None:
    assert key(item(statements(truths))) == right


@pytest.mark.parametrize(
    ("truths", "right"),
    [
        ("+--", "I only"),
        ("-++", "II and III only"),
        ("+++", "I, II and III"),
        ("+-+-", "I and III only"),
        ("-+++++", "II, III, IV, V and VI only"),
    ],
)
def test_more_statements_have_four_codes_in_natural_order(truths: str, right: str) -> None:
    made = item(statements(truths))
    assert key(made) == right
    assert len(set(texts(made))) == 4
    assert made.question.form is Form.STATEMENTS
    named = [option.id.replace("s", "").split("+") for option in made.question.options]
    assert sorted(named, key=lambda names: (len(names), names)) == named


def test_the_closing_line_says_are_when_every_code_names_two_or_more() -> None:
    closings = {
        all(" and " in text for text in texts(made)): made.question.stem.splitlines()[-1]
        for number in range(200)
        for made in [item(statements("++-", id=f"it-{number}"))]
    }
    assert closings == {
        True: "Which of the statements given above are correct?",
        False: "Which of the statements given above is/are correct?",
    }


def test_without_a_subject_the_lead_line_is_plain() -> None:
    assert item(statements("+-")).question.stem.startswith("Consider the following statements:\n\n")


def test_a_lead_of_ones_own_stands_as_written() -> None:
    made = item(statements("+-", lead="Consider the following treaties:", closing="Which is old?"))
    assert made.question.stem.splitlines()[0] == "Consider the following treaties:"
    assert made.question.stem.splitlines()[-1] == "Which is old?"


def test_a_lead_that_asks_makes_a_list_to_choose_from() -> None:
    made = item(statements("++-", lead="Which of the following are members?"))
    assert made.question.stem.endswith("Select the correct answer using the code given below.")
    assert made.question.form is Form.LIST


def test_which_not_names_the_incorrect_ones() -> None:
    made = item(statements("+-", ask="which-not"))
    assert key(made) == "II only"
    assert made.question.stem.endswith("Which of the statements given above is/are NOT correct?")
    assert made.question.form is Form.NEGATIVE
    assert [why.correct for why in made.answer.statements] == [True, False]


def test_which_not_says_are_too() -> None:
    closings = {
        item(statements("--+", ask="which-not", id=f"it-{n}")).question.stem.splitlines()[-1]
        for n in range(200)
    }
    assert "Which of the statements given above are NOT correct?" in closings


@pytest.mark.parametrize(
    ("truths", "right"),
    [("---", "None"), ("+--", "Only one"), ("+-+", "Only two"), ("+++", "All the three")],
)
def test_three_are_counted(truths: str, right: str) -> None:
    made = item(statements(truths, ask="how-many"))
    assert texts(made) == ["Only one", "Only two", "All the three", "None"]
    assert key(made) == right
    assert made.question.stem.endswith("How many of the above statements are correct?")
    assert made.question.form is Form.HOW_MANY
    assert made.answer.key == f"count-{truths.count('+')}"


def test_four_are_counted() -> None:
    made = item(statements("++-+", ask="how-many"))
    assert texts(made) == ["Only one", "Only two", "Only three", "All the four"]
    assert key(made) == "Only three"


def test_a_lead_that_asks_how_many_asks_once_and_speaks_of_no_code() -> None:
    made = item(statements("++-+", ask="how-many", lead="How many of these are so?"))
    lead, numbered = made.question.stem.split("\n\n")
    assert lead == "How many of these are so?"
    assert len(numbered.splitlines()) == 4
    asked = statements("++-+", ask="how-many", lead="How many are?", closing="Count them.")
    assert item(asked).question.stem.endswith("\n\nCount them.")


def test_the_whys_stand_by_numeral() -> None:
    spec = statements("+-", explanation=" Both. ", remember="One line.")
    told = (StatementSpec(correct="A", why="So."), StatementSpec(incorrect="B", why="Not so."))
    made = item(statements("+-", statements=told))
    assert made.answer.statements == (Why("I", True, "So."), Why("II", False, "Not so."))
    assert item(spec).answer.explanation == "Both."
    assert item(spec).answer.remember == "One line."


def test_a_statement_of_several_lines_is_one_line_in_the_stem() -> None:
    told = (StatementSpec(correct="A\nlong one."), StatementSpec(incorrect="B"))
    assert "\nI. A long one.\nII. B\n" in f"{item(statements('', statements=told)).question.stem}\n"


def test_ids_of_codes_follow_the_statements_not_their_order() -> None:
    one = (StatementSpec(correct="A", id="x"), StatementSpec(incorrect="B", id="y"))
    assert item(statements("", statements=one)).answer.key == "x"
    assert item(statements("", statements=one[::-1])).answer.key == "x"
    both = (StatementSpec(correct="A", id="x"), StatementSpec(correct="B", id="y"))
    assert item(statements("", statements=both[::-1])).answer.key == "x+y"
    assert item(statements("--")).answer.key == "none"


def test_without_ids_the_item_and_its_codes_are_known_by_their_texts() -> None:
    told = (StatementSpec(correct="A"), StatementSpec(incorrect="B"))
    first = item(statements("", id="", about="X", statements=told))
    again = item(statements("", id="", about=" x. ", statements=told[::-1]))
    assert first.question.id.startswith("x-")
    assert first.question.ref == again.question.ref
    assert first.answer.key == again.answer.key


def test_the_most_central_code_is_no_more_often_right_than_chance() -> None:
    """Over 1,000 questions, the option nearest in flips to all others is right under 30 %."""
    for of in (3, 4):
        right = 0.0
        for number in range(1000):
            truths = f"{number % (2**of - 1) + 1:0{of}b}".replace("1", "+").replace("0", "-")
            made = item(statements(truths, id=f"question-{number}"))
            sets = {option.id: set(option.id.split("+")) for option in made.question.options}
            flips = {
                one: sum(len(names ^ other) for other in sets.values())
                for one, names in sets.items()
            }
            nearest = [one for one, distance in flips.items() if distance == min(flips.values())]
            right += (made.answer.key in nearest) / len(nearest)
        assert right < 300


@pytest.mark.parametrize(
    ("truths", "fields", "says"),
    [
        ("---", {}, "none of the 3 statements is correct, and no code can say that"),
        ("+++", {"ask": "which-not"}, "none of the 3 statements is incorrect, and no code"),
        ("+-", {"ask": "how-many"}, "`ask: how-many` is for three or four statements, not 2"),
        ("+-+-+", {"ask": "how-many"}, "`ask: how-many` is for three or four statements, not 5"),
        ("----", {"ask": "how-many"}, "none of the 4 statements is correct, and no option"),
    ],
)
def test_a_truth_that_the_form_cannot_say_is_refused_with_the_reason(
    truths: str, fields: dict[str, str], says: str
) -> None:
    (problem,) = problems(statements(truths, **fields))
    assert problem.code == "QG116"
    assert says in problem.message
    assert problem.why
    assert problem.help


@pytest.mark.parametrize("truths", ["", "+", "+-+-+-+"])
def test_too_few_or_too_many_statements_are_refused(truths: str) -> None:
    assert codes(statements(truths)) == ["QG115"]


def test_a_counted_lead_that_asks_begins_with_how_many() -> None:
    assert codes(statements("+-+", ask="how-many", lead="Which of these are so?")) == ["QG119"]


def test_what_else_is_refused() -> None:
    alike = (StatementSpec(correct="A b."), StatementSpec(incorrect="a  b"))
    assert codes(statements("", statements=alike)) == ["QG120"]
    assert codes(statements("+-", about="X", lead="Y")) == ["QG103"]
    twice = (StatementSpec(correct="A", incorrect="B"), StatementSpec(correct="C"))
    assert codes(statements("", statements=twice)) == ["QG103"]
    empty = (StatementSpec(correct=" "), StatementSpec(correct="C", id="No Id"))
    assert codes(statements("", statements=empty)) == ["QG121", "QG111"]
    assert codes(statements("+-", answer="a")) == ["QG117"]


def test_no_two_statements_have_one_id_and_none_that_of_the_option_for_no_statement() -> None:
    neither = (StatementSpec(correct="A", id="none"), StatementSpec(incorrect="B", id="b"))
    (problem,) = problems(statements("", statements=neither))
    assert (problem.code, problem.path) == ("QG109", ("statements", 0, "id"))
    assert problem.message == "the id `none` is taken"
    twice = (StatementSpec(correct="A", id="b"), StatementSpec(incorrect="B", id="b"))
    (problem,) = problems(statements("", statements=twice))
    assert (problem.code, problem.path) == ("QG109", ("statements", 1, "id"))
    assert problem.message == "two statements have the id `b`"


@pytest.mark.parametrize(
    ("truths", "ask", "counted"),
    [
        ("---", "which", True),
        ("----", "which", False),
        ("-----", "which", False),
        ("+++", "which-not", True),
        ("++++", "which-not", True),
    ],
)
def test_a_count_is_offered_only_where_it_can_say_what_is_true(
    truths: str, ask: str, *, counted: bool
) -> None:
    (found,) = problems(statements(truths, ask=ask))
    assert found.help.startswith("change a statement")
    assert ("how-many" in found.help) == counted
    if counted:
        assert item(statements(truths, ask="how-many")).answer.key
