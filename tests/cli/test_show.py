"""`quizgen show`: a question as it is asked, with its answer; and samples of a model."""

import re
from pathlib import Path

import pytest

from quizgen.bank.loader import read_question_file
from tests.cli.run import quizgen

QUESTIONS = str(Path(__file__).parents[2] / "questions")


@pytest.fixture(autouse=True)
def _shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_BANK", QUESTIONS)


def test_a_written_question_comes_with_key_whys_source_and_facts() -> None:
    shown = quizgen("show", "simla-who-and-when").out
    for part in (
        "quizgen:simla-who-and-when",
        "treaty dates, medium, two statements",
        "With reference to the Simla Agreement, consider the following statements:",
        "Answer: (a) I only.",
        "  II.  Not correct. Bhutto was President then, not yet Prime Minister.",
        "Source: ",
        "Facts: ",
    ):
        assert part in shown


def test_another_style_words_the_same_question_as_that_year_did() -> None:
    shown = quizgen("show", "simla-who-and-when", "--style", "upsc-2023").out
    assert "  1.  It was signed in 1972" in shown
    assert "(a) 1 only" in shown


def test_samples_of_a_model_differ_and_each_is_shown_again_by_its_name() -> None:
    shown = quizgen("show", "--model", "agreements", "-n", "4", "--seed", "7").out
    names = [line.split()[0] for line in shown.splitlines() if line.startswith("quizgen:")]
    assert len(set(names)) == 4
    again = quizgen("show", *names, "--seed", "7").out
    assert again == shown


def test_the_size_of_a_membership_is_that_of_the_day() -> None:
    for day, size in (("2019-11-15", "8"), ("2024-08-01", "10")):
        shown = quizgen("show", "--model", "sco-members", "-n", "40", "--as-of", day).out
        assert f"~size@{day}:member" in shown
        asked = shown.partition(f"~size@{day}:member")[2].partition("Source:")[0]
        assert f") {size}.\n" in asked.partition("Answer: (")[2]


def test_what_is_not_there_is_said() -> None:
    nobody = quizgen("show", "nobody")
    assert nobody.status == 1
    assert "no question goes by `nobody`" in nobody.err
    model = quizgen("show", "--model", "agreement")
    assert model.status == 2
    assert "there is no item model `agreement`" in model.err
    assert "agreements" in model.err


def test_a_slip_in_an_id_is_guessed_and_every_id_can_be_looked_up() -> None:
    slip = quizgen("show", "simla-who-and-wen")
    assert (slip.status, slip.out) == (1, "")
    assert "did you mean `simla-who-and-when`? " in slip.err
    assert "quizgen list --ids" in slip.err
    some = quizgen("show", "quizgen:simla-who-nad-when", "indus-signed-where")
    assert (some.status, some.out.count("Answer: ")) == (0, 1)
    assert "did you mean `quizgen:simla-who-and-when`?" in some.err
    assert "did you mean" not in quizgen("show", "zzzz").err


def test_a_name_of_any_length_is_answered_in_a_few_lines() -> None:
    ended = quizgen("show", "q" * 50_000, "\x1b[31m", "x-" * 75, "~", ":", "a:")
    assert ended.status == 1
    assert len(ended.err) < 1_000
    assert "\x1b" not in ended.err


@pytest.mark.parametrize("words", [(), ("--model", "agreements", "simla-who-and-when")])
def test_it_wants_ids_or_a_model(words: tuple[str, ...]) -> None:
    ended = quizgen("show", *words)
    assert ended.status == 2
    assert "name questions by their ids, or a model with --model" in ended.err


def test_ids_leave_nothing_to_be_drawn() -> None:
    ended = quizgen("show", "simla-who-and-when", "-n", "3")
    assert ended.status == 2
    assert "leave out -n" in ended.err


MODELS = [
    loaded.model.spec.id
    for file in sorted(Path(QUESTIONS).glob("*.yaml"))
    for loaded in read_question_file(file.read_bytes(), file.name).models
]


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["columns", "aloud"])
@pytest.mark.parametrize("model", MODELS)
def test_what_each_model_makes_fits_80_columns_shown_and_asked(
    model: str, plain: tuple[str, ...]
) -> None:
    shown = quizgen("show", "--model", model, "-n", "12", "--seed", "1", *plain).out
    names = re.findall(rf"^quizgen:({model}~\S+)", shown, re.MULTILINE)
    names = [name.removesuffix(":") for name in names]
    assert len(set(names)) == 12
    asked = quizgen("practice", "--ids", ",".join(names), *plain, typed="a\n" * 12).out
    assert "Question 12 of 12" in asked
    for line in (*shown.splitlines(), *asked.splitlines()):
        assert len(line) <= 80 or "~" in line  # a name stays whole, to be copied
        assert "**" not in line
        assert not re.match(r" *\|", line)
