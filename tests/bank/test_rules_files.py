"""Rules about all questions of a file: what could be played without knowing anything."""

from collections.abc import Iterator

import pytest

from tests.bank.judged import LACKS, told

LONG = "A place rather longer than the others"


def direct(number: int, key: str, *, long: str = LONG, more: str = "") -> str:
    """A question whose first option is the long one, with one of `a` to `d` right."""
    options = f"[{long}, Place {number}, Spot {number}, Site {number}]"
    return f"  - question: Where is {number}?\n    options: {options}\n    answer: {key}\n{more}"


def over_file(*questions: str) -> Iterator[tuple[str, int, str]]:
    """Code, line and message of what is told of the file."""
    for one in told("title: A file\nquestions:\n" + "".join(questions)):
        if one.code not in LACKS:
            yield one.code, one.span.line, one.message


@pytest.mark.parametrize(
    ("right", "of", "told_of"),
    [(5, 8, True), (4, 8, False), (9, 20, True), (8, 20, False), (7, 7, False), (34, 100, True)],
)
def test_the_longest_option_may_not_be_right_more_often_than_chance(
    right: int, of: int, told_of: bool
) -> None:
    keys = ["a"] * right + ["b"] * (of - right)
    found = list(over_file(*(direct(number, key) for number, key in enumerate(keys))))
    message = f"in {right} of {of} questions with one clearly longest option, it is the right one"
    assert found == ([("QG216", 2, message)] if told_of else [])


def test_the_questions_to_mend_are_named_up_to_five() -> None:
    text = "questions:\n" + "".join(
        direct(n, "a").replace("  - ", f"  - id: q{n}\n    ") for n in range(8)
    )
    (found,) = [one for one in told(text) if one.code == "QG216"]
    assert "in `q0`, `q1`, `q2`, `q3`, `q4` and 3 more" in found.help
    assert found.text == "questions:"
    assert found.why.startswith("by chance it would be 2")


@pytest.mark.parametrize("long", ["Site 100", "1,000,000 kilometres and more", "1 and 2 only"])
def test_options_hardly_longer_numbers_and_codes_do_not_count(long: str) -> None:
    quoted = f'"{long}"'
    assert list(over_file(*(direct(number, "a", long=quoted) for number in range(20)))) == []


FIXED = "    shuffle: false\n"


@pytest.mark.parametrize(
    ("keys", "told_of"),
    [
        ("b" * 12 + "acd" * 3, "(b) in 12 of 21"),
        ("abcd" * 5, ""),
        ("aaabbbbbbbcccccddddd", ""),
        ("b" * 19, ""),
        ("b" * 20, "(b) in 20 of 20"),
    ],
)
def test_letters_far_from_even_are_told(keys: str, told_of: str) -> None:
    places = "[Ufa, Goa, Simla, Delhi]"
    questions = (
        f"  - question: Where is {n}?\n    options: {places}\n    answer: {key}\n{FIXED}"
        for n, key in enumerate(keys)
    )
    found = list(over_file(*questions))
    assert [code for code, *_ in found] == (["QG217"] if told_of else [])
    assert told_of in "".join(message for *_, message in found)


def test_options_that_are_shuffled_have_no_letters_yet() -> None:
    assert list(over_file(*(direct(n, "b", long="Town") for n in range(40)))) == []


def test_two_statements_have_their_letter_by_what_is_true() -> None:
    def two(number: int, first: str, second: str) -> str:
        return (
            f"  - about: the Pact of {number}\n    statements:\n"
            f"      - {first}: It has {number} articles.\n      - {second}: It is in force.\n"
        )

    same = [two(number, "correct", "incorrect") for number in range(20)]
    assert [code for code, *_ in over_file(*same)] == ["QG217"]
    truths = ("correct", "incorrect")
    mixed = [two(n, truths[n % 2], truths[n // 2 % 2]) for n in range(20)]
    assert list(over_file(*mixed)) == []


def test_codes_that_quizgen_draws_are_not_judged() -> None:
    three = (
        "  - about: the Pact of {0}\n    statements:\n      - correct: It has {0} articles.\n"
        "      - incorrect: It is in force.\n      - incorrect: It is secret.\n"
    )
    assert list(over_file(*(three.format(number) for number in range(100)))) == []
