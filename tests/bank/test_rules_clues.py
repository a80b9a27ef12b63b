"""Rules about words that give the answer away."""

import pytest

from tests.bank.judged import asks, marked, states

ECHO = ("Secret backchannel talks", "A summit", "A seminar")


def test_a_word_of_the_question_in_the_right_option_alone_is_told() -> None:
    assert marked(asks("What follows the backchannel?", *ECHO)) == [("QG231", "backchannel")]


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("What follows the backchannel?", ("Secret talks", "A backchannel", "A seminar")),
        ("What follows the backchannel?", ("A backchannel", "Backchannels", "A seminar")),
        ("Which statement is correct?", ("A statement by both", "A treaty", "A visit")),
        ("Who met at Ufa?", ("Those at Ufa", "Nobody", "Others")),
        ("What follows the backchannel?", ("1 and 2 only", "2 only", "1 only")),
    ],
)
def test_a_word_that_tells_nothing_is_not(question: str, options: tuple[str, ...]) -> None:
    assert "QG231" not in dict(marked(asks(question, *options)))


def test_of_several_such_words_the_first_of_the_option_is_told() -> None:
    text = asks("Which secret talks followed the backchannel?", *ECHO)
    assert marked(text) == [("QG231", "Secret")]


def test_endings_do_not_hide_an_echo() -> None:
    text = asks("Who signed the treaties?", "The treaty makers", "A crowd", "Others")
    assert marked(text) == [("QG231", "treaty")]


def test_what_the_second_of_three_options_echoes_is_underlined_there() -> None:
    text = asks("What follows the backchannel?", "A summit", ECHO[0], "A visit", answer="b")
    assert marked(text) == [("QG231", "backchannel")]


@pytest.mark.parametrize("word", ["always", "Never", "only", "all", "none", "every", "solely"])
def test_an_absolute_word_in_wrong_options_alone_is_told(word: str) -> None:
    text = asks("What is it?", "A river", f"A river that {word} floods", "A lake")
    assert marked(text) == [("QG232", word)]


@pytest.mark.parametrize(
    "options",
    [
        ("It always floods", "It never floods", "It is dry"),
        ("It always floods", "It is wet", "It is dry"),
        ("It floods", "It is wet", "It is dry"),
        ("A river", "A lake", "None of the above"),
        ("A hall", "A ball", "A wall"),
    ],
)
def test_one_in_the_right_option_too_or_in_none_is_not(options: tuple[str, ...]) -> None:
    assert marked(asks("What is it?", *options)) == []


def test_statements_are_looked_at_in_place_of_codes() -> None:
    assert marked(states("+ It is unofficial.", "- It is always secret.")) == [("QG232", "always")]
    assert marked(states("+ It is always unofficial.", "- It is always secret.")) == []
    assert marked(states("- It is always official.", "- It is secret.")) == []


def test_the_claim_and_its_reasons_are_statements() -> None:
    text = (
        "questions:\n  - claim:\n      correct: The talks failed.\n"
        "    reasons:\n      - incorrect: Nobody ever came.\n"
    )
    assert marked(text) == [("QG232", "Nobody")]
    assert marked(text.replace("The talks", "All talks")) == []


def test_two_statements_that_differ_in_a_word_are_told_at_the_later() -> None:
    one, two = "The treaty was signed at Karachi in 1960.", "The treaty was signed at Ufa in 1960."
    assert marked(states(f"+ {one}", "+ It names six rivers.", f"- {two}")) == [("QG235", two)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kazakhstan", "Kazakhstan and others"),
        ("The treaty was signed at Karachi in 1960.", "The treaty was brokered by the Bank."),
        ("It is secret.", "It is not secret."),
        ("India held all of its tests on one day.", "Pakistan held all of its tests on one day."),
        ("The Simla Agreement was of the year 1972.", "The Lahore Agreement was of the year 1972."),
    ],
)
def test_statements_that_share_a_few_words_are_not(one: str, two: str) -> None:
    assert marked(states(f"+ {one}", f"- {two}")) == []
