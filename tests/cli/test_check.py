"""`quizgen check`: what it tells of whom, on which day, and how it ends."""

import json
import re
from pathlib import Path

import pytest

from tests.bank.pools import EVENTS, TIMELINE
from tests.cli.run import quizgen
from tests.e2e.world import bank_text
from tests.golden_files import assert_golden

CLEAN = bank_text(2)
WHOLE = CLEAN.replace("topic:", "source: Notes\nlocator: page 1\ntopic:", 1)
ERROR = CLEAN.replace("answer: a", "answer: e", 1)
WARNING = CLEAN.replace("It is the first of q1.", "Option (a) is right.")
WITHOUT_IDS = re.sub(r"  - id: q\d+\n    ", "  - ", CLEAN)
DATED = CLEAN.replace("    shuffle: false\n", "    shuffle: false\n    until: 2024-07-04\n", 1)


def codes(text: str, *options: str) -> list[str]:
    """Codes of what is told of a file, in order."""
    Path("file.yaml").write_text(text, encoding="utf-8")
    told = quizgen("check", "file.yaml", "--format", "concise", *options)
    return re.findall(r"\[(QG\d+)\]", told.out)


def test_the_shipped_questions_are_without_fault_and_need_no_advice() -> None:
    ended = quizgen("check", "--strict", "--today", "2025-12-31")
    assert ended.status == 0, ended.out


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--strict",), 1),
        (WHOLE, ("--strict",), 0),
        (WARNING, (), 0),
        (WARNING, ("--strict",), 1),
        (WARNING, ("--strict", "--ignore", "QG2"), 0),
        (WARNING, ("--select", "QG201"), 0),
        (WARNING, ("--strict", "--select", "QG201"), 1),
        (ERROR, (), 1),
        (ERROR, ("--format", "concise"), 1),
        (ERROR, ("--format", "json"), 1),
        ("", (), 1),
        ("\x00", (), 1),
    ],
)
def test_check_exits_1_for_errors_and_for_all_it_tells_if_strict(
    folder: Path, text: str, options: tuple[str, ...], status: int
) -> None:
    (folder / "file.yaml").write_text(text, encoding="utf-8")
    assert quizgen("check", "file.yaml", *options).status == status


def test_the_three_formats_say_the_same(folder: Path) -> None:
    (folder / "broken.yaml").write_text(ERROR, encoding="utf-8")
    full = quizgen("check", "broken.yaml").out
    assert "broken.yaml:8:13: error[QG112]: " in full
    assert "8 |     answer: e" in full
    assert "= help: " in full
    assert "1 error in broken.yaml; 1 question is sound and will be asked." in full
    concise = quizgen("check", "broken.yaml", "--format", "concise").out
    assert concise.splitlines() == [" ".join(full.partition("\n  |")[0].split())]
    (found,) = json.loads(quizgen("check", "broken.yaml", "--format", "json").out)
    assert (found["file"], found["line"], found["column"]) == ("broken.yaml", 8, 13)
    assert (found["code"], found["severity"]) == ("QG112", "error")


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(quizgen("check", "numbers.yaml", "--format", "json").out) == []


def test_problems_of_all_files_are_found_in_one_run(folder: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text(ERROR.replace("bank: numbers", f"bank: {name[:3]}"))
    out = quizgen("check", ".", "--format", "concise").out
    errors = [line.partition(":")[0] for line in out.splitlines() if " error[" in line]
    assert errors == ["one.yaml", "two.yaml"]


def test_fix_writes_missing_ids_once_and_says_how_many(folder: Path) -> None:
    file = folder / "file.yaml"
    file.write_text(WITHOUT_IDS, encoding="utf-8")
    before = quizgen("check", "file.yaml")
    assert "ids (2)" in before.out
    fixed = quizgen("check", "--fix", "file.yaml")
    assert fixed.status == 0
    assert fixed.err == "file.yaml: wrote 2 ids\n"
    text = file.read_text(encoding="utf-8")
    assert text.count("id: ") == 2
    assert quizgen("check", "--fix", "file.yaml").err == ""
    assert file.read_text(encoding="utf-8") == text
    assert "ids (" not in quizgen("check", "file.yaml").out


@pytest.mark.parametrize("path", ["nowhere.yaml", "empty"])
def test_a_path_without_question_files_is_wrong_use(folder: Path, path: str) -> None:
    (folder / "empty").mkdir()
    ended = quizgen("check", path)
    assert ended.status == 2
    assert path in ended.err


def test_advice_is_shown_where_it_is_asked_for_and_summed_up_elsewhere() -> None:
    assert codes(CLEAN) == []
    assert codes(CLEAN, "--strict") == ["QG241", "QG241"]
    assert codes(CLEAN, "--select", "QG24") == ["QG241", "QG241"]
    usual = quizgen("check", "file.yaml")
    assert usual.out.endswith(
        "No problems in file.yaml; 2 questions are sound and will be asked.\n"
        "It would gain from: sources (2). quizgen check --strict says where, and more.\n"
    )
    strict = quizgen("check", "file.yaml", "--strict")
    assert "file.yaml:5:9: advice[QG241]: it is not said where this comes from\n" in strict.out
    assert strict.out.endswith(
        "2 pieces of advice in file.yaml; 2 questions are sound and will be asked.\n"
        "It would gain from: sources (2).\n"
    )
    (first, _) = json.loads(quizgen("check", "file.yaml", "--strict", "--format", "json").out)
    assert (first["code"], first["severity"]) == ("QG241", "advice")


def test_codes_are_selected_and_ignored_by_their_beginnings_in_lists_or_repeated() -> None:
    both = WARNING.replace("answer: a", "answer: e", 1)
    assert codes(both) == ["QG112", "QG201"]
    for options in (("--select", "QG112,qg24"), ("--select", "QG1", "--select", "QG24")):
        assert codes(both, *options) == ["QG112", "QG241"]
    assert codes(both, "--ignore", "QG2") == ["QG112"]
    assert codes(both, "--strict", "--ignore", "QG241,QG112") == ["QG201"]
    assert codes(both, "--select", "QG201", "--ignore", "QG2") == ["QG201"]


def test_who_selects_codes_is_not_told_what_a_file_would_gain_from(folder: Path) -> None:
    (folder / "file.yaml").write_text(CLEAN, encoding="utf-8")
    assert "gain" not in quizgen("check", "file.yaml", "--select", "QG2").out


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_use_and_the_one_meant_is_named(option: str) -> None:
    ended = quizgen("check", "numbers.yaml", option, "QG107,QG2I1")
    assert ended.status == 2
    assert "there is no diagnostic `QG2I1`" in ended.err
    assert re.search("did you mean `QG2.1`", ended.err)


def test_a_comment_in_the_file_silences_a_code_on_its_question() -> None:
    twice = WARNING.replace("It is the first of q2.", "Option (a) is right.")
    assert codes(twice) == ["QG201", "QG201"]
    silent = twice.replace("- id: q1", "- id: q1  # quizgen: ignore QG201")
    assert codes(silent) == ["QG201"]
    assert codes(silent, "--select", "QG242") == []
    useless = CLEAN.replace("- id: q1", "- id: q1  # quizgen: ignore QG201")
    assert codes(useless) == []
    assert codes(useless, "--strict", "--ignore", "QG241") == ["QG242"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-07-03", []),
        ("2024-07-04", ["QG218"]),
        ("2024-06", []),
        ("2024-07", ["QG218"]),
        ("2023", []),
        ("2024", ["QG218"]),
        ("2199-12-31", ["QG218"]),
    ],
)
def test_a_day_can_be_given_and_a_month_or_a_year_are_their_last(day: str, told: list[str]) -> None:
    assert codes(DATED, "--today", day) == told


def test_without_a_day_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    for day, told in (("2024-07-03", []), ("2024-07-04", ["QG218"])):
        monkeypatch.setattr("quizgen.cli.check.today", lambda day=day: day)
        assert codes(DATED) == told


@pytest.mark.parametrize("day", ["tomorrow", "2024-13", "2024-02-30", "04/07/2024", ""])
def test_a_day_that_is_none_is_wrong_use(day: str) -> None:
    ended = quizgen("check", "numbers.yaml", "--today", day)
    assert ended.status == 2
    assert "is no date" in ended.err


def test_adding_a_file_tells_what_checking_it_would(folder: Path) -> None:
    text = WARNING.replace("- id: q1", "- id: q1  # quizgen: ignore QG201")
    (folder / "file.yaml").write_text(text, encoding="utf-8")
    assert "QG201" not in quizgen("add", "file.yaml").out
    (folder / "file.yaml").write_text(WARNING, encoding="utf-8")
    assert "warning[QG201]" in quizgen("add", "file.yaml", "--replace").out


FLAWED = """\
title: Flawed
stale_after: 1 year
questions:
  - id: hidden-not
    question: Which of these is not a river?
    options:
      - wrong: Ravi
        why: It is one, and has always been.
      - right: Ufa
      - wrong: The Sutlej, which always flows
        why: It is one.
    source: Class notes
  - id: size
    question: In 2023, how many member states had the SCO?
    options: [6, 9, 8]
    answer: b
    as_of: 2023-08
    explanation: Iran had joined in July.
    source: Class notes
    locator: page 4
"""


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_warnings_and_advice_in_every_format(
    folder: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    (folder / "flawed.yaml").write_text(FLAWED, encoding="utf-8")
    ended = quizgen("check", "flawed.yaml", "--strict", "--today", "2025-12-31", "--format", form)
    assert ended.status == 1
    assert_golden(f"check/strict_{form}.txt", ended.out)


def test_the_summary_does_not_count_what_is_no_longer_asked(folder: Path) -> None:
    (folder / "dated.yaml").write_text(DATED, encoding="utf-8")
    for day, asked in (("2024-07-03", "2 questions are"), ("2024-07-04", "1 question is")):
        out = quizgen("check", "dated.yaml", "--today", day).out
        assert f"in dated.yaml; {asked} sound and will be asked." in out
    ignored = quizgen("check", "dated.yaml", "--today", "2024-07-04", "--ignore", "QG218").out
    assert "1 question is sound and will be asked." in ignored


def test_a_model_that_is_no_longer_right_is_not_counted_either(folder: Path) -> None:
    (folder / "dated.yaml").write_text(EVENTS + TIMELINE + "    until: 2024\n", encoding="utf-8")
    for day, asked in (("2023-12-31", "1 item model is"), ("2024-01-01", "no question can be")):
        assert f"in dated.yaml; {asked}" in quizgen("check", "dated.yaml", "--today", day).out


def test_the_shell_completes_codes() -> None:
    from quizgen.cli.check import _code_names

    assert "QG107" in _code_names()
