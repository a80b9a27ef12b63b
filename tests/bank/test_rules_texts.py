"""Rules about what stands beside a question: explanations, numbers of their own, sources."""

import pytest

from tests.bank.judged import asks, marked, states


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Option (b) is the place.", "Option (b)"),
        ("As choice C says, it is Ufa.", "choice C"),
        ("The answer is (c).", "answer is (c)"),
    ],
)
def test_a_letter_in_any_explanation_is_told(text: str, said: str) -> None:
    assert marked(asks("Where?", more=f"    explanation: {text}\n")) == [("QG201", said)]
    assert marked(asks("Where?", more=f"    remember: {text}\n")) == [("QG201", said)]
    first = f"+ It is old.\n        why: {text}"
    assert ("QG201", said) in marked(states(first, "- It is new."))


PAIRS = """\
questions:
  - heads: A | B
    pairs:
      - matched: Simla | 1972
        why: {}
      - matched: Ufa | 2015
        why: So.
"""
CLAIM = """\
questions:
  - claim:
      correct: It failed.
      why: {}
    reasons:
      - correct: Not many came.
        why: So.
"""
REASON = """\
questions:
  - claim:
      correct: It failed.
      why: So.
    reasons:
      - correct: Not many came.
        why: {}
"""
SEQUENCE = """\
questions:
  - sequence:
      - text: A
        date: 1960
        why: {}
      - text: B
        date: 1961
        why: So.
      - text: C
        date: 1962
        why: So.
"""


@pytest.mark.parametrize("text", [PAIRS, CLAIM, REASON, SEQUENCE])
def test_every_kind_has_whys(text: str) -> None:
    assert marked(text.format("Option (b) says so.")) == [("QG201", "Option (b)")]
    assert marked(text.format("Everybody says so.")) == []


@pytest.mark.parametrize("text", ["This option a teacher likes.", "An option.", "Choices vary."])
def test_other_words_of_options_are_not(text: str) -> None:
    assert marked(asks("Where?", more=f"    explanation: {text}\n")) == []


def test_numbers_of_their_own_are_told_of_statements_and_entries() -> None:
    assert marked(states("+ I. It is old.", "- II. It is new.")) == [("QG205", "I. It is old.")]
    assert marked(states("+ I. It is old.", "- It is new.")) == []
    entries = "questions:\n  - sequence:\n" + "".join(
        f"      - text: {n}. Pact {n}\n        date: 196{n}\n" for n in (1, 2, 3)
    )
    assert marked(entries) == [("QG205", "1. Pact 1")]


def test_a_number_of_one_statement_alone_is_told() -> None:
    assert marked(states("+ 1. It is old.", "- It is new.")) == [("QG205", "1. It is old.")]
    assert marked(states("+ It is old.", "- (2) It is new.")) == [("QG205", "(2) It is new.")]
    assert marked(states("+ 1.5 million came.", "- A. P. J. Abdul Kalam came.")) == []


def test_two_coded_options_are_told() -> None:
    for given in ("[1 only, 2 only]", "[I only, II only]"):
        text = states("+ It is old.", "- It is new.", more=f"    options: {given}\n")
        assert marked(text) == [("QG207", given)]
    more = "    options: [I only, II only, Both I and II]\n"
    assert marked(states("+ It is old.", "- It is new.", more=more)) == []


def test_a_source_near_to_a_known_one_is_told() -> None:
    head = "sources:\n  class-notes: Notes of the class\n"
    assert marked(head + asks("Where?", more="    source: class-note\n")) == [
        ("QG203", "class-note")
    ]
    for source in ("class-notes", "The Hindu", "class note", "hindu"):
        assert marked(head + asks("Where?", more=f"    source: {source}\n")) == []
