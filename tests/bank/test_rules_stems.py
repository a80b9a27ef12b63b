"""Rules about stems: a NOT that is not seen, and too many words."""

import pytest

from tests.bank.judged import asks, marked, states, told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which of these is not a member of the SCO?", "is not"),
        ("Which one of the following is/are not correct?", "is/are not"),
        ("Which of the following did not sign it?", "did not"),
        ("Who among the following was not present at Simla?", "was not"),
        ("Which of these isn't a river of the treaty?", "isn't"),
        ("All of the following are members of the SCO except", "except"),
        ("Which of the following is false?", "is false"),
        ("Which of the pairs is incorrectly matched?", "is incorrectly"),
        ("Which one is the incorrect statement?", "incorrect statement"),
        ("The SCO was founded in 2001. Which state was not a founder?", "was not"),
    ],
)
def test_a_negative_that_is_easily_overlooked_is_told_at_its_word(question: str, said: str) -> None:
    assert marked(asks(question)) == [("QG212", said)]


@pytest.mark.parametrize(
    "question",
    [
        "Which of these is **not** a member of the SCO?",
        "Which of these is NOT a member of the SCO?",
        "All of the following are members of the SCO EXCEPT",
        "Which of these is a member of the SCO?",
        "A country that is not a member hosted a summit. Which one is it?",
        "Which country, which was not a founder, joined in 2017?",
        "Which of these is not only a member, but also a founder?",
        "Under a false flag a plane was hijacked. Who said so?",
        "Another note on the notion of nothing is which of these?",
        "Except for the Ravi, which rivers did the treaty name?",
    ],
)
def test_one_that_is_seen_or_asks_nothing_is_not(question: str) -> None:
    assert marked(asks(question)) == []


def test_the_remedy_names_the_word() -> None:
    (found,) = [one for one in told(asks("Which is not one?")) if one.code == "QG212"]
    assert found.help == "write **not** or NOT, or ask for what is so"
    (found,) = [one for one in told(asks("Which isn't one?")) if one.code == "QG212"]
    assert "**not** as a word of its own" in found.help


def test_the_lines_around_statements_and_pairs_are_looked_at() -> None:
    closing = "    closing: Which of the statements given above is not correct?\n"
    text = states("+ It is unofficial.", "- It is secret.", more=f"    ask: which-not\n{closing}")
    assert marked(text) == [("QG212", "is not")]
    assert marked(text.replace("is not", "is **not**")) == []
    pairs = (
        "questions:\n  - heads: Agreement | Signed at\n    pairs:\n"
        "      - matched: Simla Agreement | Simla\n"
        "      - matched: Lahore Declaration | Lahore\n"
        "    closing: Which of the pairs given above are not matched wrongly?\n"
    )
    assert marked(pairs) == [("QG212", "are not")]


def test_the_composed_line_of_a_negative_question_is_visible() -> None:
    text = states("+ It is unofficial.", "- It is secret.", more="    ask: which-not\n")
    assert marked(text) == []


@pytest.mark.parametrize(("words", "told_of"), [(120, False), (121, True)])
def test_a_stem_may_have_120_words(words: int, told_of: bool) -> None:
    question = " ".join(["river"] * (words - 1)) + " where?"
    assert ("QG239", "question") in marked(asks(question)) or not told_of
    assert bool(marked(asks(question))) is told_of


def test_statements_count_as_words_of_the_stem() -> None:
    long = " ".join(["river"] * 60)
    assert marked(states(f"+ One {long}.", f"- Two other things and {long}.")) == [
        ("QG239", "statements")
    ]
