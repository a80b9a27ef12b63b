"""`quizgen practice --due`, `--missed`, `--weak`: what comes back, in what order, in what form."""

import re
from pathlib import Path

import pytest

from quizgen.cli.world import SystemClock
from tests.bank.modelled import timeline
from tests.cli.doing import sat
from tests.cli.run import Ended, quizgen
from tests.cli.test_imports import HEAVY, loaded
from tests.e2e.world import bank_text
from tests.store.making import DAY_MS

NUMBERS = ("--bank", "numbers.yaml")
TWO_FORMS = """
bank: both
title: Both
topic: treaty dates
questions:
  - id: direct
    facts: [simla-date]
    question: In which year was the Simla Agreement signed?
    options: ["1960", "1966", "1972", "1999"]
    answer: c
  - id: stated
    facts: [simla-date]
    about: the Simla Agreement
    statements:
      - correct: It was signed in 1972.
      - incorrect: It was signed at Tashkent.
"""


def ago(days: int, *args: str, typed: str = "") -> Ended:
    """Run a command as it was so many days ago."""
    now = SystemClock().wall_ms
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SystemClock, "wall_ms", lambda _: now() - days * DAY_MS)
        return quizgen(*args, typed=typed)


def asked(ended: Ended) -> list[str]:
    """Return what the questions asked were about, in order."""
    return re.findall(r"What is (\w+)\?", ended.out)


def some_missed(days: int = 10) -> None:
    """Answer q1 right, q2 wrong, q3 wrong though sure, and skip q4."""
    ended = ago(
        days, "practice", "numbers.yaml", "-n", "4", "--seed", "1", typed="a\nb\nsure\nb\ns\n"
    )
    assert "1 right, 2 wrong" in ended.out


def test_due_is_what_was_answered_sure_but_wrong_then_what_has_waited_longest() -> None:
    some_missed()
    ended = quizgen("practice", "--due", *NUMBERS, typed="a\n" * 4)
    assert (ended.status, ended.err) == (0, "")
    assert asked(ended) == ["q3", "q2", "q4", "q1"]
    assert "Due for revision" in quizgen("history").out


def test_what_was_due_and_is_answered_is_due_no_more_and_it_is_said_when_the_next_is() -> None:
    some_missed()
    ago(1, "practice", "--due", *NUMBERS, typed="a\nb\na\na\n")
    ended = ago(1, "practice", "--due", *NUMBERS)
    assert (ended.status, ended.err) == (0, "")
    assert re.fullmatch(
        r"Nothing is due for revision; 1 fact you missed comes back "
        r"(tomorrow|today at \d\d:\d\d)\.\n",
        ended.out,
    )
    assert asked(quizgen("practice", "--due", *NUMBERS, typed="a\n")) == ["q2"]


def test_with_nothing_answered_yet_nothing_is_due_or_missed_and_that_is_no_error() -> None:
    due, missed = quizgen("practice", "--due"), quizgen("practice", "--missed")
    assert (due.status, missed.status) == (0, 0)
    assert due.out.startswith("Nothing is due for revision: what you answer comes back")
    assert missed.out.startswith("No question here was answered wrong, or left blank")


def test_no_more_is_asked_than_wanted_however_much_is_due(folder: Path) -> None:
    (folder / "other.yaml").write_text(
        bank_text(6).replace("bank: numbers", "bank: abc"), encoding="utf-8"
    )
    ago(10, "practice", "other.yaml", typed="b\n" * 6)
    some_missed(9)
    ended = quizgen("practice", "--due", *NUMBERS, "-n", "2", typed="a\na\n")
    assert asked(ended) == ["q3", "q2"]
    assert ended.err == ("Passed over: 6 due facts that no question here asks for any more.\n")


def test_where_all_that_is_due_has_left_the_bank_it_is_said(folder: Path) -> None:
    some_missed()
    (folder / "other.yaml").write_text(
        bank_text(2).replace("bank: numbers", "bank: other"), encoding="utf-8"
    )
    due = quizgen("practice", "--due", "other.yaml")
    assert due.status == 0
    assert due.out == (
        "Nothing that these questions ask for is due for revision; 4 other facts are.\n"
    )
    assert "Passed over: 4 due facts" in due.err
    missed = quizgen("practice", "--missed", "other.yaml")
    assert missed.status == 0
    assert "No question here was answered wrong" in missed.out
    assert "Passed over: 3 missed questions" in missed.err


def test_a_fact_failed_in_one_form_comes_back_in_another(folder: Path) -> None:
    (folder / "both.yaml").write_text(TWO_FORMS, encoding="utf-8")
    both = ("--bank", "both.yaml")
    ago(12, "practice", *NUMBERS, "--ids", "q1", typed="s\n")
    for days, failed, other in ((9, "direct", "which of the"), (5, "stated", "in which year")):
        ago(days, "practice", *both, "--ids", failed, "--seed", "1", typed="s\n")
        for seed in "123":
            back = ago(days - 2, "practice", "--due", *both, "--seed", seed, "--no-save")
            assert "Question 1 of 1" in back.out
            assert other in back.out.lower()


def test_a_missed_question_that_is_no_longer_right_is_passed_over_and_said_to_be(
    folder: Path,
) -> None:
    (folder / "both.yaml").write_text(TWO_FORMS, encoding="utf-8")
    ago(9, "practice", "--bank", "both.yaml", "--ids", "direct,stated", typed="s\ns\n")
    old = TWO_FORMS.replace("    facts:", "    until: 2019-05\n    facts:", 1)
    (folder / "both.yaml").write_text(old, encoding="utf-8")
    ended = quizgen("practice", "--missed", "--bank", "both.yaml", typed="s\n")
    assert "Question 1 of 1" in ended.out
    assert ended.err == "Passed over: 1 missed question that is not asked here any more.\n"


def test_it_comes_back_in_another_form_however_much_was_answered_since(folder: Path) -> None:
    (folder / "both.yaml").write_text(TWO_FORMS, encoding="utf-8")
    both = ("--bank", "both.yaml")
    ago(40, "practice", *both, "--ids", "direct", typed="s\n")
    for days_ago in range(30, 0, -1):
        sat(days_ago, 20, 0)
    for seed in "1234":
        back = quizgen("practice", "--due", *both, "--seed", seed, "--no-save")
        assert "which of the" in back.out.lower()


def test_what_is_no_longer_right_to_ask_is_passed_over_and_said_to_be(folder: Path) -> None:
    old = TWO_FORMS.replace("    facts:", "    until: 2019-05\n    facts:")
    (folder / "both.yaml").write_text(TWO_FORMS, encoding="utf-8")
    ago(9, "practice", "--bank", "both.yaml", "--ids", "direct", typed="s\n")
    (folder / "both.yaml").write_text(old, encoding="utf-8")
    ended = quizgen("practice", "--due", "--bank", "both.yaml")
    assert ended.status == 0
    assert ended.out == (
        "Nothing that these questions ask for is due for revision; 1 other fact is.\n"
    )
    assert ended.err == "Passed over: 1 due fact that no question here asks for any more.\n"


def test_a_fact_of_a_model_comes_back_in_another_question(folder: Path) -> None:
    timeline(folder, years=range(1950, 1986))
    bank = ("--bank", "events.yaml")
    first = ago(9, "practice", *bank, "-n", "1", "--seed", "3", typed="s\n")
    assert "Question 1 of 1" in first.out
    (made,) = re.findall(r"events~[^\s']+", first.out)
    back = quizgen("practice", "--due", *bank, "--seed", "4", typed="s\n" * 10)
    assert "Question 1 of" in back.out
    assert back.err == ""
    again = re.findall(r"events~[^\s',]+", back.out)
    assert again
    assert made not in again


def test_a_topic_narrows_what_is_due_and_what_was_missed(folder: Path) -> None:
    (folder / "other.yaml").write_text(
        bank_text(2, topic="Words")
        .replace("bank: numbers", "bank: other")
        .replace("What is q", "What is w"),
        encoding="utf-8",
    )
    both = (*NUMBERS, "--bank", "other.yaml")
    ago(9, "practice", "other.yaml", typed="b\nb\n")
    some_missed(8)
    for option in ("--due", "--missed"):
        ended = quizgen("practice", option, *both, "-t", "words", "--no-save", typed="a\na\n")
        assert sorted(asked(ended)) == ["w1", "w2"]
        unknown = quizgen("practice", option, *both, "--topic", "wrods")
        assert unknown.status == 2
        assert "did you mean `Words`" in unknown.err
    quizgen("practice", "--due", *both, "-t", "words", typed="a\na\n")
    assert "Due for revision: Words" in quizgen("history", "--plain").out
    due = quizgen("practice", "--due", *both, "-t", "words")
    assert due.out == "Nothing on this topic is due for revision; 4 other facts are.\n"
    missed = quizgen("practice", "--missed", *both, "-t", "words")
    assert missed.out.startswith("No question on this topic was answered wrong")


def test_missed_is_what_was_answered_wrong_or_left_last_time_sure_but_wrong_first() -> None:
    some_missed()
    ended = quizgen("practice", "--missed", *NUMBERS, typed="a\n" * 3)
    assert (ended.status, ended.err) == (0, "")
    assert asked(ended) == ["q3", "q2", "q4"]
    assert "Missed questions" in quizgen("history").out
    none = quizgen("practice", "--missed", *NUMBERS)
    assert (none.status, none.err) == (0, "")
    assert none.out.startswith("No question here was answered wrong")


def test_a_missed_question_of_a_model_comes_back_as_it_was(folder: Path) -> None:
    timeline(folder)
    bank = ("--bank", "events.yaml")
    first = ago(1, "practice", *bank, "-n", "2", "--seed", "3", typed="s\ns\n")
    made = sorted(re.findall(r"events~[^\s',]+", first.out))
    again = quizgen("practice", "--missed", *bank, typed="s\ns\n")
    assert sorted(re.findall(r"events~[^\s',]+", again.out)) == made


def test_a_missed_question_that_is_no_longer_right_does_not_come_back(folder: Path) -> None:
    text = bank_text(2)
    (folder / "days.yaml").write_text(text, encoding="utf-8")
    quizgen("practice", "days.yaml", typed="b\nb\n")
    text = text.replace("    answer: a\n", "    answer: a\n    until: 2015\n", 1)
    (folder / "days.yaml").write_text(text, encoding="utf-8")
    assert asked(quizgen("practice", "--missed", "days.yaml", typed="a\n")) == ["q2"]


def test_missed_goes_on_where_the_first_of_them_are_gone(folder: Path) -> None:
    (folder / "other.yaml").write_text(
        bank_text(3).replace("bank: numbers", "bank: other"), encoding="utf-8"
    )
    some_missed()
    ago(1, "practice", "other.yaml", typed="b\n" * 3)
    ended = quizgen("practice", "--missed", *NUMBERS, "-n", "1", typed="a\n")
    assert asked(ended) == ["q3"]
    later = quizgen("practice", "--missed", *NUMBERS, "-n", "1", typed="a\n")
    assert asked(later) == ["q2"]
    assert "Passed over: 3 missed questions" in later.err


def topics(folder: Path, **counts: int) -> None:
    """Write a bank of topics by their first letter, with so many questions each."""
    for letter, number in counts.items():
        text = bank_text(number, topic=f"{letter} topic").replace(
            "bank: numbers", f"bank: {letter}"
        )
        (folder / f"{letter}.yaml").write_text(
            text.replace("What is q", f"What is {letter}"), encoding="utf-8"
        )


def test_the_weakest_topics_take_turns_the_weakest_first(folder: Path) -> None:
    topics(folder, k=9, m=9, n=9)
    sat(3, 9, 3, topic="k topic")
    sat(2, 2, 10, topic="m topic")
    banks = ("--bank", "k.yaml", "--bank", "m.yaml", "--bank", "n.yaml")
    ended = quizgen("practice", "--weak", *banks, "-n", "6", typed="a\n" * 6)
    assert (ended.status, ended.err) == (0, "")
    assert [name[0] for name in asked(ended)] == ["m", "k"] * 3
    assert len(set(asked(ended))) == 6
    assert "Weakest topics" in quizgen("history").out


def test_where_a_weak_topic_has_no_more_questions_the_others_go_on(folder: Path) -> None:
    topics(folder, k=9, m=1)
    sat(3, 9, 3, topic="k topic")
    sat(2, 2, 10, topic="m topic")
    sat(1, 2, 10, topic="gone from the bank")
    banks = ("--bank", "k.yaml", "--bank", "m.yaml")
    ended = quizgen("practice", "--weak", *banks, "-n", "4", typed="a\n" * 4)
    assert [name[0] for name in asked(ended)] == ["m", "k", "k", "k"]


def test_where_no_weak_topic_is_asked_weak_says_so_and_draws_as_usual() -> None:
    sat(3, 9, 3, topic="k topic")
    sat(2, 2, 10, topic="m topic")
    ended = quizgen("practice", "--weak", *NUMBERS, "-n", "2", typed="a\na\n")
    assert ended.err == "No weak topic is asked here: drawn from all of them.\n"
    assert len(asked(ended)) == 2


def test_with_too_few_answers_weak_says_so_and_draws_as_usual() -> None:
    quizgen("practice", "numbers.yaml", "-n", "3", typed="a\nb\nb\n")
    ended = quizgen("practice", "--weak", *NUMBERS, "--seed", "7", typed="a\n" * 10)
    usual = quizgen("practice", *NUMBERS, "--seed", "7", typed="a\n" * 10)
    assert ended.status == 0
    assert asked(ended) == asked(usual)
    assert ended.err == "Too few answers yet to tell a weak topic: drawn from all of them.\n"
    of_file = quizgen("practice", "--weak", "numbers.yaml", "-n", "2", typed="a\na\n")
    assert asked(of_file) == ["q1", "q2"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--due", "--missed"), "leave out --missed: --due says which"),
        (("--missed", "--weak"), "leave out --weak: --missed says which"),
        (("--ids", "q1", "--due"), "leave out --due: --ids says which"),
        (("--ids", "q1", "--topic", "numbers"), "leave out --topic: --ids says which"),
        (("--weak", "--topic", "numbers"), "leave out --topic: --weak says which"),
        (("--due", "--difficulty", "hard"), "leave out --difficulty: --due says which"),
        (("--missed", "--as-of", "2019"), "leave out --as-of: --missed says which"),
    ],
)
def test_one_way_to_choose_questions_excludes_the_others(
    options: tuple[str, ...], said: str
) -> None:
    ended = quizgen("practice", *NUMBERS, *options)
    assert ended.status == 2
    assert said in ended.err


def test_what_is_due_is_asked_without_the_scheduler(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(folder))
    some_missed()
    assert "fsrs" in loaded(folder, "practice", *NUMBERS, "-n", "1", typed="a\n")  # to schedule it
    due = loaded(folder, "practice", "--due", *NUMBERS, "--no-save", typed="a\n" * 9)
    assert not {"fsrs", *HEAVY} & due
