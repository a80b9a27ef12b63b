"""`quizgen practice`: which questions are asked, in what order, under which marks."""

import re
from pathlib import Path

import pytest

from quizgen.core.presets import PRESETS
from tests.bank.modelled import questions, timeline
from tests.cli.run import Ended, quizgen
from tests.e2e.world import bank_text


def asked(ended: Ended) -> list[int]:
    """Return the numbers of the questions asked, in order."""
    return [int(number) for number in re.findall(r"What is q(\d+)\?", ended.out)]


def test_a_file_is_asked_whole_and_in_its_order() -> None:
    ended = quizgen("practice", "numbers.yaml", typed="a\n" * 14)
    assert ended.status == 0
    assert asked(ended) == list(range(1, 15))
    assert "28 of 28" in ended.out
    assert ended.err == ""


def test_n_takes_the_first_of_a_file() -> None:
    assert asked(quizgen("practice", "numbers.yaml", "-n", "3", typed="a\n" * 3)) == [1, 2, 3]


def test_a_bank_is_drawn_from_ten_questions_by_default_and_a_seed_draws_them_again() -> None:
    first = quizgen("practice", "--bank", "numbers.yaml", "--seed", "7", typed="a\n" * 10)
    again = quizgen("practice", "--bank", "numbers.yaml", "--seed", "7", typed="a\n" * 10)
    other = quizgen("practice", "--bank", "numbers.yaml", "--seed", "8", typed="a\n" * 10)
    assert len(asked(first)) == 10
    assert asked(first) == asked(again) != asked(other)


def test_banks_may_be_several_by_option_or_by_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "more.yaml").write_text(
        bank_text(2, topic="more").replace("bank: numbers", "bank: more"), encoding="utf-8"
    )
    two = quizgen("list", "--bank", "numbers.yaml", "--bank", "more.yaml")
    assert "16 questions in 2 files" in two.out
    monkeypatch.setenv("QUIZGEN_BANK", "numbers.yaml:more.yaml")
    assert quizgen("list").out == two.out
    assert "2 questions" in quizgen("list", "--bank", "more.yaml").out  # the option wins


def test_only_what_is_asked_for_by_topic_is_asked_however_it_is_written(folder: Path) -> None:
    (folder / "two.yaml").write_text(bank_text(3, topic="Treaty dates"), encoding="utf-8")
    for topic in ("treaty-dates", "Treaty Dates", "TREATY dates"):
        ended = quizgen("practice", "two.yaml", "--topic", topic, typed="a\n" * 3)
        assert asked(ended) == [1, 2, 3]


@pytest.mark.parametrize("command", ["practice", "mock"])
def test_an_unknown_topic_is_wrong_use_with_the_topic_probably_meant(
    command: str, folder: Path
) -> None:
    (folder / "two.yaml").write_text(bank_text(3, topic="Treaty dates"), encoding="utf-8")
    ended = quizgen(command, "two.yaml", "--topic", "tready-dates")
    assert ended.status == 2
    assert "no topic `tready-dates`" in ended.err
    assert "did you mean `Treaty dates`?" in ended.err
    assert ended.out == ""


def test_ids_are_asked_in_their_order_and_unknown_ones_are_named() -> None:
    ended = quizgen("practice", "--bank", "numbers.yaml", "--ids", "q5, q2,nope", typed="a\na\n")
    assert ended.status == 0
    assert asked(ended) == [5, 2]
    assert "no question goes by `nope`" in ended.err
    none = quizgen("practice", "--bank", "numbers.yaml", "--ids", "nope")
    assert none.status != 0
    assert "Question" not in none.out


def test_what_the_card_says_to_look_at_again_is_what_ids_takes() -> None:
    card = quizgen("practice", "--bank", "numbers.yaml", "-n", "3", typed="a\nb\ns\n").out
    command = re.search(r"quizgen (practice .*--ids \S+)", card)
    assert command
    again = quizgen(*command[1].split(), typed="a\na\n")
    assert asked(again) == asked(Ended(0, card, ""))[1:]
    assert "4 of 4" in again.out


def test_a_question_of_a_model_is_asked_again_by_the_id_the_card_names(folder: Path) -> None:
    timeline(folder)
    bank = ("--bank", "events.yaml", "--seed", "1")
    wrong = quizgen("practice", *bank, "-n", "6", typed="a\n" * 6).out
    command = re.search(r"quizgen practice (?:.*)--ids '?([^'\n]+)", wrong)
    assert command
    ids = command[1].split(",")
    again = quizgen("practice", *bank, "--ids", command[1], typed="a\n" * 6)
    assert again.status == 0
    assert f"0 right, {len(ids)} wrong" in again.out


def test_a_file_of_models_alone_gives_ten_questions_or_as_many_as_asked_for(folder: Path) -> None:
    timeline(folder)
    assert "Question 10 of 10" in quizgen("practice", "events.yaml", typed="a\n" * 10).out
    assert "Question 3 of 3" in quizgen("practice", "events.yaml", "-n", "3", typed="a\n" * 3).out


def test_of_a_file_with_models_the_written_questions_are_asked_in_order(folder: Path) -> None:
    timeline(folder, more=questions(3))
    assert asked(quizgen("practice", "events.yaml", typed="a\n" * 3)) == [1, 2, 3]


def test_a_file_whose_questions_are_all_unsound_but_for_its_models_says_so(folder: Path) -> None:
    timeline(folder, more=questions(1).replace("answer: a", "answer: e"))
    ended = quizgen("practice", "events.yaml", "-n", "1", typed="a\n")
    assert ended.status == 0
    assert "1 error, 0 sound questions and 1 model that makes more; see" in ended.err


def test_practice_is_as_of_a_day_and_in_a_style_if_asked(folder: Path) -> None:
    text = bank_text(2).replace("    answer: a\n", "    answer: a\n    until: 2015\n", 1)
    (folder / "days.yaml").write_text(text, encoding="utf-8")
    assert asked(quizgen("practice", "days.yaml", typed="a\n")) == [2]
    then = quizgen("practice", "days.yaml", "--as-of", "2014-05", typed="a\na\n")
    assert asked(then) == [1, 2]
    styled = quizgen("practice", "--style", "upsc-2023", "--ids", "simla-who-and-when", typed="a\n")
    assert "(a) 1 only" in styled.out


@pytest.mark.parametrize(
    ("options", "card"),
    [
        ((), "1.33 of 6"),
        (("--marks", "1"), "0.67 of 3"),
        (("--marks", "4", "--wrong", "1"), "3 of 12"),
        (("--wrong", "2/3", "--blank", "0.25"), "1.08 of 6"),
        (("--marking", "upsc-csat"), "1.67 of 7.50"),
        (("--marking", "SSC-CGL-1"), "1.50 of 6"),
    ],
)
def test_marks_are_those_asked_for(options: tuple[str, ...], card: str) -> None:
    ended = quizgen("practice", "numbers.yaml", "-n", "3", *options, typed="a\nb\ns\n")
    assert f"Score  {card}  " in ended.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--marks", "two"), "`two` is not a number such as 2, 0.5 or 2/3"),
        (("--marks", "0"), "`0` is not above zero"),
        (("--wrong", "1/0"), "`1/0` is not a number"),
        (("--wrong", "-1"), "`-1` is below zero"),
        (("--blank", "nan"), "`nan` is not a number"),
        (("--blank", "inf"), "`inf` is not a number"),
        (("--seconds", "0"), "`0` is less than a second"),
        (("-n", "0"), "0"),
        (("-n", "many"), "many"),
        (("--seed", "-1"), "-1"),
        (("--difficulty", "hardest"), "hardest"),
        (("--marking", "upsc"), "`upsc` is none of upsc-gs1"),
        (("--topics", "x"), "No such option"),
        (("no-such-file.yaml",), "no file or folder `no-such-file.yaml`"),
    ],
)
def test_what_cannot_be_meant_is_wrong_use_and_says_why(
    options: tuple[str, ...], said: str
) -> None:
    ended = quizgen("practice", "--bank", "numbers.yaml", *options)
    assert ended.status == 2
    assert said in ended.err
    assert ended.out == ""


def test_the_preset_with_a_fifth_option_offers_it_and_charges_for_blanks() -> None:
    ended = quizgen(
        "practice", "numbers.yaml", "-n", "3", "--marking", "rpsc-ras", typed="a\ne\ns\n"
    )
    assert ended.out.count("(e) Question not attempted") >= 3
    assert "Not attempted: no marks lost." in ended.out
    assert "Skipped: 0.44" in ended.out
    assert "Score  0.89 of 4\n" in ended.out
    assert "More than 10 % was left blank" in ended.out


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_practised(name: str) -> None:
    ended = quizgen("practice", "numbers.yaml", "-n", "1", "--marking", name, typed="a\n")
    assert ended.status == 0
    assert "accuracy 100 %" in ended.out


def test_a_question_with_every_letter_taken_has_no_room_for_a_fifth_option(folder: Path) -> None:
    text = bank_text(2).replace("delta]", "delta, epsilon]", 1)
    (folder / "five.yaml").write_text(text, encoding="utf-8")
    ended = quizgen("practice", "five.yaml", "--marking", "rpsc-ras", typed="a\na\n")
    assert asked(ended) == [2]


def test_a_speed_test_gives_each_question_nineteen_seconds() -> None:
    ended = quizgen("practice", "numbers.yaml", "-n", "1", "--marking", "speed-19", typed="a\n")
    assert "19 s, +2 or -0.67" in ended.out


def test_a_file_with_problems_is_told_of_in_one_line_and_its_sound_questions_are_asked(
    folder: Path,
) -> None:
    (folder / "half.yaml").write_text(bank_text(3).replace("answer: a", "answer: e", 1))
    ended = quizgen("practice", "half.yaml", typed="a\na\n")
    assert ended.status == 0
    assert asked(ended) == [2, 3]
    assert ended.err == "half.yaml: 1 error, 2 sound questions; see: quizgen check half.yaml\n"


def test_a_file_without_one_sound_question_cannot_be_asked(folder: Path) -> None:
    (folder / "none.yaml").write_text(bank_text(1).replace("answer: a", "answer: e"))
    ended = quizgen("practice", "none.yaml")
    assert ended.status == 1
    assert "there is no sound question to ask" in ended.err
    assert "quizgen check none.yaml" in ended.err


def test_a_practice_stopped_before_its_first_answer_hides_no_earlier_result() -> None:
    quizgen("practice", "--bank", "numbers.yaml", "-n", "1", typed="a\n")
    before = quizgen("result").out
    assert "Nothing was answered" in quizgen("practice", "numbers.yaml", typed="q\n").out
    assert quizgen("result").out == before
