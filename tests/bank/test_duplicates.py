"""Questions that are nearly the same: told once, at the later one, without comparing all pairs."""

from itertools import combinations
from random import Random

import pytest

from quizgen.bank.duplicates import ALIKE, OF, Asked, pairs_among
from quizgen.core.diagnostics import Span
from quizgen.core.item import Answer, Form, Item, Option, Question, Why

TREATY = "Where was the Indus Waters Treaty of 1960 signed?"


def asked(name: str, stem: str, key: str = "Karachi", *facts: str, coded: bool = False) -> Asked:
    """A direct question, or one of statements."""
    options = (Option("o1", key), Option("o2", "Other"))
    question = Question("bank", name, Form.DIRECT, stem, options, facts=facts)
    whys = (Why("I", correct=True),) if coded else ()
    return Asked(0, Span(), Item(question, Answer("o1", statements=whys)))


def near(*questions: Asked) -> list[tuple[str, str]]:
    """Ids of the later and the first of each pair."""
    return [
        (pair.later.item.question.id, pair.first.item.question.id)
        for pair in pairs_among(questions)
    ]


@pytest.mark.parametrize(
    "stem",
    [
        TREATY,
        "The Indus Waters Treaty of 1960 was signed where?",
        "With reference to the Indus Waters Treaty of 1960, which place was it signed at?",
    ],
)
def test_the_same_in_other_words_of_asking_is_told_at_the_later(stem: str) -> None:
    assert near(asked("one", TREATY), asked("two", stem)) == [("two", "one")]


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Where was the Indus Waters Treaty of 1961 signed?", "Karachi"),
        ("Who signed the Indus Waters Treaty of 1960 for the World Bank?", "Iliff"),
        ("Where was the Simla Agreement signed?", "Simla"),
        ("What are the rivers of the Punjab?", "Five"),
    ],
)
def test_another_number_or_other_words_make_another_question(stem: str, key: str) -> None:
    assert near(asked("one", TREATY), asked("two", stem, key)) == []


def test_of_direct_questions_the_key_counts_and_of_statements_the_text_alone() -> None:
    stem = "Which river is it?"
    assert near(asked("one", stem, "Ravi"), asked("two", stem, "Beas")) == []
    one, two = asked("one", TREATY, "I only", coded=True), asked("two", TREATY, "II", coded=True)
    assert near(one, two) == [("two", "one")]


def test_a_fact_of_both_keeps_them_out_of_one_paper() -> None:
    one, two = asked("one", TREATY, "Karachi", "indus-where"), asked("two", TREATY)
    assert near(one, two) == [("two", "one")]
    assert near(one, asked("two", TREATY, "Karachi", "x", "indus-where")) == []


def test_several_alike_are_each_told_with_the_first() -> None:
    same = [asked(f"q{number}", TREATY) for number in range(4)]
    assert near(*same) == [("q1", "q0"), ("q2", "q0"), ("q3", "q0")]


def test_questions_of_nothing_but_asking_are_not_alike() -> None:
    empty = [asked(f"q{number}", "Which of these is correct?", "", coded=True) for number in (1, 2)]
    assert near(*empty) == []


@pytest.mark.parametrize("seed", range(5))
def test_no_pair_is_missed(seed: int) -> None:
    chance = Random(seed)
    words = [f"{first}{second}x" for first in "bcdfgh" for second in "aeiou"]

    def changed(text: list[str]) -> list[str]:
        return [chance.choice(words), *text[1:]] if chance.random() < 1 / 2 else text[1:]

    texts = [chance.sample(words, chance.randint(1, 20)) for _ in range(40)]
    texts += [changed(chance.choice(texts)) for _ in range(80)]
    found = near(*(asked(str(n), " ".join(text), "") for n, text in enumerate(texts)))
    expected: dict[int, int] = {}
    for first, later in combinations(range(len(texts)), 2):
        one, two = set(texts[first]), set(texts[later])
        if OF * len(one & two) >= ALIKE * len(one | two) > 0:
            expected.setdefault(later, first)
    assert {int(later) for later, _ in found} == set(expected)


def test_ten_thousand_that_share_most_words_are_told_apart_without_comparing_all() -> None:
    frame = "capital island province harbour"
    towns = [f"{one}{two}{three}" for one in "bcdfg" for two in "aeiou" for three in "klmnp"]
    questions = [
        asked(f"{n}", f"{frame} {towns[n % 100]}{towns[n // 100]}", towns[n % 100])
        for n in range(10_000)
    ]
    assert near(*questions, asked("again", f"{frame} {towns[0]}{towns[0]}", towns[0])) == [
        ("again", "0")
    ]
