"""`quizgen regrade`: from a key corrected in a file to the marks, the history and what is due."""

import errno
import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quizgen.cli.world import SystemClock, folders
from quizgen.store.attempts import Attempts
from tests.bank.modelled import timeline
from tests.cli.run import quizgen
from tests.cli.test_imports import HEAVY, loaded
from tests.e2e.world import bank_text
from tests.store.making import DAY_MS

NOTES = """\
title: Notes
bank: notes
topic: treaty dates
questions:
  - id: where
    facts: [indus-place]
    question: Where was the Indus Waters Treaty signed?
    options:
      - right: Karachi
        why: As the book has it.
      - wrong: Lahore
        why: Not there.
      - wrong: Simla
      - wrong: Tashkent
    explanation: The book is old.
  - id: simla
    about: the Simla Agreement
    statements:
      - correct: It was signed in 1972.
        facts: [simla-date]
      - incorrect: It was signed by two Prime Ministers.
        facts: [simla-who]
"""


@pytest.fixture
def notes(folder: Path) -> Path:
    """Return a file of two questions, on options and on statements."""
    path = folder / "notes.yaml"
    path.write_text(NOTES, encoding="utf-8")
    return path


def edited(path: Path, *pairs: tuple[str, str]) -> None:
    """Change the text of a question file."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def regraded(*args: str) -> str:
    """Return what a regrading that goes well prints."""
    ended = quizgen("regrade", *args)
    assert (ended.status, ended.err) == (0, "")
    return ended.out


def marks() -> Any:
    """Return marks and maximum of the last attempt, exact."""
    ended = quizgen("result", "--format", "json")
    assert ended.status == 0, ended.err
    score = json.loads(ended.out)["score"]
    return Fraction(score["marks"]["exact"]), Fraction(score["maximum"]["exact"])


def exported() -> dict[str, dict[str, Any]]:
    """Return every response by its item's id."""
    lines = map(json.loads, quizgen("history", "export").out.splitlines())
    return {line["item"].partition(":")[2]: line for line in lines}


def chooses(option: str, text: str) -> str:
    """Return the letter of an option in what a question printed."""
    found = re.search(rf"^  \((.)\) {re.escape(option)}", text, re.MULTILINE)
    assert found is not None
    return found[1]


def practised(notes: Path, *wanted: str) -> None:
    """Answer the questions of a file with options of these texts."""
    paper = quizgen("practice", str(notes), "--no-save", "--seed", "7", typed="s\n" * len(wanted))
    asked = paper.out.split("\nQuestion ")
    typed = [chooses(option, text) for option, text in zip(wanted, asked, strict=True)]
    ended = quizgen("practice", str(notes), "--seed", "7", typed="".join(f"{x}\n" for x in typed))
    assert ended.status == 0, ended.err


# A key that was wrong.


def test_a_mock_whose_key_was_corrected_has_both_marks(folder: Path) -> None:
    numbers = folder / "numbers.yaml"
    quizgen("mock", "numbers.yaml", "-n", "5", typed="\n" + "b\nn\n" * 5 + "submit\ny\n")
    assert marks() == (Fraction(-10, 3), 10)
    first = json.loads(quizgen("result", "--format", "json").out)["questions"][0]["ref"]
    name = first.partition(":")[2]
    text = numbers.read_text(encoding="utf-8")
    head, found, rest = text.partition(f"  - id: {name}\n")
    rest = rest.replace("answer: a", "answer: b", 1).replace("It is the first", "The second", 1)
    numbers.write_text(head + found + rest, encoding="utf-8")
    shown = regraded("1")
    assert re.search(rf"^ +1  {name} +\(b\) +\(a\) +\(b\) +-0\.67 +2$", shown, re.MULTILINE)
    assert re.search(r"^  Score +-3\.33 of 10 +-0\.67 of 10$", shown, re.MULTILINE)
    assert "Recorded. The first marks stay on record" in shown
    assert marks() == (Fraction(-2, 3), 10)
    again = quizgen("result").out
    assert re.search(r"Regraded on \d+ \w+ \d{4}: -3\.33 of 10 before\.", again)
    assert "Right (+2)" in again
    assert "Regraded. At first the key was (a): wrong (-0.67)." in again
    assert "The second of" in again
    assert re.search(r"-0\.67 of 10", quizgen("history").out)
    assert "No. 1  Regraded: -3.33 of 10 before." in quizgen("history").out
    assert re.search(r"Regraded on .*: -3\.33 of 10 before", quizgen("history", "show", "1").out)


def test_the_paper_counts_as_it_was_shown_and_the_explanation_is_the_new_one(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(
        notes,
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
        ("The book is old.", "The book was wrong."),
    )
    regraded("1")
    shown = quizgen("result").out
    assert marks() == (4, 4)
    assert re.search(r"\(.\) Lahore +Right\. Not there\.", shown)
    assert "The book was wrong." in shown


def test_history_and_revision_follow_the_new_key(notes: Path) -> None:
    practised(notes, "Lahore", "Both I and II")
    before = exported()
    assert before["where"]["reviews"] == [["indus-place", "again"]]
    assert before["simla"]["reviews"] == [["simla-who", "again"]]
    edited(
        notes,
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
        ("incorrect: It", "correct: It"),
    )
    regraded("1")
    after = exported()
    assert (after["where"]["outcome"], after["where"]["reviews"]) == (
        "right",
        [["indus-place", "good"]],
    )
    assert after["simla"]["reviews"] == [["simla-date", "good"], ["simla-who", "good"]]
    assert after["where"]["was"] is not None
    assert [line["regraded"] for line in after.values()] == [1, 1]
    assert "was answered wrong, or left blank" in quizgen("practice", "--missed", str(notes)).out
    told = json.loads(quizgen("progress", "--format", "json").out)["whole"]["ever"]
    assert (told["number"], told["right"]) == (2, 2)
    assert "the last score: 4 of 4, Notes" in quizgen().out
    folders().data.joinpath("history.db").unlink()
    assert exported() == after


def test_what_is_due_follows_the_new_key(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = 20_000 * DAY_MS + DAY_MS // 2
    monkeypatch.setattr(SystemClock, "wall_ms", lambda _: noon)
    practised(notes, "Karachi", "Both I and II")
    monkeypatch.setattr(SystemClock, "wall_ms", lambda _: noon + DAY_MS)
    assert "Question 1 of 1" in quizgen("practice", "--due", str(notes), "--no-save").out
    edited(notes, ("incorrect: It", "correct: It"))
    regraded("1")
    assert "Nothing is due for revision" in quizgen("practice", "--due", str(notes)).out


# What changes nothing.


@pytest.mark.parametrize(
    "typo",
    [
        ("Where was the Indus", "Where was teh Indus"),
        ("right: Karachi", "right: Karachhi"),
        ("wrong: Simla", "wrong: Shimla"),
        ("correct: It was signed in 1972.", "correct: It was signed  in 1972"),
        ("about: the Simla", "about: The Simmla"),
        ("why: As the book has it.", "why: Another reason."),
    ],
)
def test_a_typo_changes_nothing(notes: Path, typo: tuple[str, str]) -> None:
    practised(notes, "Karachi", "I only")
    edited(notes, typo)
    shown = regraded("1")
    assert shown.endswith("No key has changed: the attempt counts as before.\n")
    assert not (folders().attempts / "regradings").exists()
    assert marks() == (4, 4)
    assert "Regraded" not in quizgen("result").out


def test_neither_does_another_order(notes: Path) -> None:
    practised(notes, "Karachi", "I only")
    first = "      - correct: It was signed in 1972.\n        facts: [simla-date]\n"
    edited(notes, (first, ""))
    with notes.open("a", encoding="utf-8") as file:
        file.write(first)
    edited(notes, ("      - wrong: Simla\n      - wrong: T", "      - wrong: T"))
    edited(notes, ("    explanation", "      - wrong: Simla\n    explanation"))
    assert "No key has changed" in regraded("1")


def test_to_regrade_again_changes_nothing(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    assert "Recorded." in regraded("1")
    assert "No key has changed: the attempt counts as before." in regraded("1")
    edited(notes, ("right: Lahore", "wrong: Lahore"), ("wrong: Karachi", "right: Karachi"))
    assert "Recorded." in regraded("1")
    assert marks() == (Fraction(4, 3), 4)
    shown = quizgen("result").out
    assert "Regraded twice, last on" in shown
    assert "1.33 of 4 at first, as now." in shown


def test_a_trial_records_nothing(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    for option in ("-n", "--dry-run"):
        assert regraded("1", option).endswith("\nA trial: nothing was recorded.\n")
    assert marks() == (Fraction(4, 3), 4)


# Void questions.


def test_where_no_option_shown_is_right_the_question_is_void(notes: Path) -> None:
    practised(notes, "Karachi", "I only")
    edited(
        notes,
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Tashkent", "wrong: Tashkent\n      - right: Murree"),
    )
    shown = regraded("1")
    assert re.search(r"^ +1  where +\(.\) +\(.\) +void +2$", shown, re.MULTILINE)
    assert marks() == (4, 4)
    again = quizgen("result").out
    assert "Void: this question has no single right answer and is not marked." in again
    assert "1 void" in quizgen("history", "show", "1").out
    assert exported()["where"]["reviews"] == []


@pytest.mark.parametrize(
    ("void", "policy", "expected"),
    [
        # Three right, two wrong: 14/3 of 10. Without a right one 8/3, without a wrong one 16/3.
        ("q1", "scale", (Fraction(8, 3) * Fraction(5, 4), 10)),
        ("q1", "full-marks", (Fraction(8, 3) + 2, 10)),
        ("q1", "drop", (Fraction(8, 3), 8)),
        ("q5", "scale", (Fraction(16, 3) * Fraction(5, 4), 10)),
        ("q5", "full-marks", (Fraction(16, 3) + 2, 10)),
        ("q5", "drop", (Fraction(16, 3), 8)),
        ("q1,numbers:q5", "scale", (Fraction(10, 3) * Fraction(5, 3), 10)),
        ("1, 2,3 ,4,5", "scale", (Fraction(0), 0)),
    ],
)
def test_a_question_voided_by_hand_counts_by_the_policy(
    void: str, policy: str, expected: tuple[Fraction, int]
) -> None:
    quizgen("practice", "numbers.yaml", "-n", "5", typed="a\na\na\nb\nb\n")
    assert marks() == (Fraction(14, 3), 10)
    regraded("1", "--void", void, "--policy", policy)
    assert marks() == expected
    (sat,) = {(line["score"], line["maximum"]) for line in exported().values()}
    assert (Fraction(sat[0]), int(sat[1])) == expected
    first = {(line["first_score"], line["first_maximum"]) for line in exported().values()}
    assert first == {("14/3", "10")}


def test_without_a_policy_that_of_the_paper_counts_then_that_given_last() -> None:
    quizgen("practice", "numbers.yaml", "-n", "5", typed="a\na\na\nb\nb\n")
    regraded("1", "--void", "q1")
    assert marks() == (Fraction(10, 3), 10)
    regraded("1", "--policy", "drop")
    assert marks() == (Fraction(8, 3), 8)
    regraded("1", "--void", "q5")
    assert marks() == (Fraction(10, 3), 6)


def test_what_was_voided_by_hand_stays_so_until_its_key_is_accepted(folder: Path) -> None:
    quizgen("practice", "numbers.yaml", "-n", "2", typed="a\na\n")
    regraded("1", "--void", "q1", "--void", "q2", "--policy", "full-marks")
    edited(folder / "numbers.yaml", ("answer: a", "answer: b"))
    assert "No key has changed: the attempt counts as before." in regraded("1")
    shown = regraded("1", "--accept", "q2")
    assert re.search(r"^ +2  q2 +\(a\) +void +\(b\) +-0\.67$", shown, re.MULTILINE)
    assert marks() == (Fraction(4, 3), 4)


def test_one_voided_by_hand_that_left_the_bank_goes_back_to_the_key_before(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    regraded("1", "--void", "simla")
    edited(notes, ("id: simla", "id: another"))
    assert marks() == (Fraction(-4, 3), 4)
    assert "Recorded." in regraded("1", "--accept", "simla")
    assert marks() == (Fraction(4, 3), 4)


# What a person must decide.


def test_a_question_turned_round_keeps_its_key_and_is_told(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(
        notes,
        ("Treaty signed?", "Treaty not signed?"),
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
    )
    shown = regraded("1")
    assert "No key has changed: the attempt counts as before." in shown
    assert "the key was left alone: question 1 (where)." in " ".join(shown.split())
    command = shown.strip().splitlines()[-1].split()
    assert command[:3] == ["quizgen", "show", "where"]
    assert "Treaty not signed?" in quizgen(*command[1:]).out
    accepted = regraded("1", "--accept", "where")
    assert "Recorded." in accepted
    assert "left alone" not in accepted
    assert marks() == (4, 4)
    assert "left alone" not in regraded("1")


@pytest.mark.parametrize("right", ["Karachi (Sindh)", "At Karachi"])
def test_a_right_option_that_was_tidied_costs_nobody_his_mark_and_is_told(
    notes: Path, right: str
) -> None:
    practised(notes, "Karachi", "I only")
    edited(notes, ("right: Karachi", f"right: {right}"))
    shown = regraded("1")
    assert "No key has changed: the attempt counts as before." in shown
    assert "the key was left alone: question 1 (where)." in " ".join(shown.split())
    ended = quizgen("regrade", "1", "--accept", "where")
    assert ended.status == 2
    assert "the bank does not tell the key of question 1, `where`" in ended.err
    assert "--void where" in ended.err
    assert "left alone" not in regraded("1", "--keep", "where")
    assert marks() == (4, 4)


def test_what_is_kept_counts_as_it_did_whatever_the_bank_says_for_that_run(notes: Path) -> None:
    practised(notes, "Lahore", "Both I and II")
    edited(
        notes,
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
        ("incorrect: It", "correct: It"),
    )
    assert "No key has changed" in regraded("1", "--keep", "where,2")
    shown = regraded("1", "--keep", "where")
    assert "simla" in shown
    assert "where" not in shown
    assert marks() == (Fraction(4, 3), 4)
    regraded("1")
    assert marks() == (4, 4)


def test_or_it_is_voided(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(
        notes,
        ("Treaty signed?", "Treaty not signed?"),
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
    )
    assert "left alone" not in regraded("1", "--void", "where")
    assert marks() == (4, 4)


def test_a_question_that_left_the_bank_is_told(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("id: simla", "id: another"))
    assert "Not in this bank any more, so that the key stays: question 2 (simla)." in regraded("1")
    ended = quizgen("regrade", "1", "--accept", "simla")
    assert ended.status == 2
    assert "the bank does not tell the key of question 2, `simla`, as it was shown" in ended.err
    assert "--void simla" in ended.err


# Where the questions are.


def test_by_default_the_attempts_own_file_is_asked_wherever_one_stands(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    monkeypatch.chdir(notes.parent.parent)
    assert "Recorded." in regraded("1")


def test_a_file_that_was_moved_is_named_with_bank(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    moved = notes.rename(notes.with_name("moved.yaml"))
    ended = quizgen("regrade", "1")
    assert ended.status == 2
    assert "there is no file or folder" in ended.err
    assert "--bank PATH" in ended.err
    assert "Recorded." in regraded("1", "--bank", str(moved))
    wrong = quizgen("regrade", "1", "--bank", "nowhere.yaml")
    assert "check the spelling" in wrong.err


def test_a_question_of_a_model_is_made_anew(folder: Path) -> None:
    timeline(folder, years=range(1950, 1960))
    quizgen("practice", "--bank", "events.yaml", "-n", "4", "--seed", "3", typed="s\n" * 4)
    assert "No key has changed" in regraded("1")
    (folder / "events.yaml").write_text(bank_text(1), encoding="utf-8")
    assert "Not in this bank any more" in regraded("1")


def test_another_house_style_is_the_same_question(notes: Path) -> None:
    quizgen("practice", str(notes), "--style", "upsc-2023", typed="s\ns\n")
    assert "No key has changed" in regraded("1")
    edited(notes, ("incorrect: It", "correct: It"))
    shown = regraded("1")
    assert re.search(r"^ +2  simla +none +\(a\) +\(c\) +0 +0$", shown, re.MULTILINE)


# Taken back.


def test_the_last_regrading_is_taken_back_and_all_stay_on_record(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    regraded("1")
    regraded("1", "--void", "simla")
    assert "The last regrading was taken back." in regraded("1", "--undo")
    assert marks() == (4, 4)
    notes.unlink()  # it is not asked
    regraded("1", "--undo")
    assert marks() == (Fraction(4, 3), 4)
    ended = quizgen("regrade", "1", "--undo")
    assert ended.status == 1
    assert "has no regrading to take back" in ended.err
    assert len(list((folders().attempts / "regradings").glob("*.json"))) == 4
    assert exported()["where"]["outcome"] == "wrong"


def test_a_key_corrected_and_put_back_is_taken_back_in_two_steps(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    there = (("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    back = (("right: Lahore", "wrong: Lahore"), ("wrong: Karachi", "right: Karachi"))
    for pairs in (there, back):
        edited(notes, *pairs)
        regraded("1")
    regraded("1", "--undo")
    assert marks() == (4, 4)
    regraded("1", "--undo")
    assert marks() == (Fraction(4, 3), 4)
    assert quizgen("regrade", "1", "--undo").status == 1


# Which attempt.


def test_an_attempt_goes_by_number_by_id_or_by_a_part_of_it(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    (first,) = (path.stem for path in folders().attempts.glob("*.jsonl"))
    quizgen("practice", "numbers.yaml", "-n", "1", typed="a\n")
    (second,) = {path.stem for path in folders().attempts.glob("*.jsonl")} - {first}
    for number, id_ in (("1", first), ("2", second)):
        for name in (number, id_, id_[-4:]):
            assert regraded(name) == regraded(number)
            shown = quizgen("result", name, "--format", "json")
            assert json.loads(shown.out)["attempt"]["id"] == id_


@pytest.mark.parametrize("name", ["3", "0", "01", "-1", "nothing", "9" * 5_000, "\x1b[31m"])
@pytest.mark.parametrize("command", ["regrade", "result"])
def test_what_is_no_attempt_is_refused(command: str, name: str) -> None:
    quizgen("practice", "numbers.yaml", "-n", "1", typed="a\n")
    ended = quizgen(command, "--", name)
    assert ended.status == 2
    assert "no attempt goes by" in ended.err
    assert "see their numbers and dates: quizgen history" in ended.err
    assert "\x1b" not in ended.err


def test_without_attempts_it_says_how_to_begin() -> None:
    ended = quizgen("regrade", "1")
    assert ended.status == 2
    assert "no attempt goes by `1`" in ended.err


def test_one_that_was_sat_elsewhere_is_refused_with_what_to_do(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(notes, "Lahore", "I only")
    quizgen("history", "export", "-o", "a.jsonl")
    monkeypatch.setenv("QUIZGEN_HOME", str(notes.parent / "elsewhere"))
    quizgen("history", "import", "a.jsonl")
    id_ = next(iter(exported().values()))["attempt"]
    for command in ("regrade", "result"):
        for name in ("1", id_, id_[-4:]):
            ended = quizgen(command, name)
            assert ended.status == 1
            assert "was sat on another computer" in ended.err
            assert "do this there" in ended.err


def test_what_was_regraded_there_is_so_here_once_it_is_imported_again(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(notes, "Lahore", "I only")
    quizgen("history", "export", "-o", "a.jsonl")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    regraded("1")
    quizgen("history", "export", "-o", "b.jsonl")
    here = quizgen("history", "export").out
    monkeypatch.setenv("QUIZGEN_HOME", str(notes.parent / "elsewhere"))
    quizgen("history", "import", "a.jsonl")
    assert quizgen("history", "import", "b.jsonl").out == "1 attempt regraded as elsewhere.\n"
    assert quizgen("history", "import", "a.jsonl").out == "Nothing new; 1 attempt there already.\n"
    assert quizgen("history", "export").out == here
    assert "Regraded: 1.33 of 4 before." in quizgen("history", "show", "1").out


def test_one_that_was_sat_here_is_not_regraded_by_an_import(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    (path,) = folders().attempts.glob("*.jsonl")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    regraded("1")
    quizgen("history", "export", "-o", "b.jsonl")
    for file in (folders().attempts / "regradings").iterdir():
        file.unlink()
    ended = quizgen("history", "import", "b.jsonl")
    assert ended.out == "Nothing new; 1 attempt there already.\n"
    assert "1 attempt that was sat here; regrade here too: quizgen regrade" in ended.err
    assert marks() == (Fraction(4, 3), 4)
    assert path.exists()


# What is refused.


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--void", "were"), "did you mean `where`?"),
        (("--void", "simla", "--accept", "notes:simla"), "under one of --void, --accept and"),
        (("--keep", "simla", "--accept", "2"), "name a question under one of"),
        (("--undo", "--void", "simla"), "--undo takes the last regrading back, and goes alone"),
        (("--undo", "--keep", "simla"), "goes alone"),
        (("--undo", "--bank", "notes.yaml"), "goes alone"),
        (("--policy", "half"), "'half' is not one of 'scale', 'full-marks', 'drop'"),
    ],
)
def test_wrong_use_is_told(notes: Path, args: tuple[str, ...], said: str) -> None:
    practised(notes, "Lahore", "I only")
    ended = quizgen("regrade", "1", *args)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


def test_a_full_disk_leaves_everything_as_it_was(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("quizgen.store.whole.os.fsync", full)
        ended = quizgen("regrade", "1")
    assert (ended.status, ended.out) == (1, "")
    assert "No space left on device" in ended.err
    assert list((folders().attempts / "regradings").iterdir()) == []
    assert marks() == (Fraction(4, 3), 4)
    assert "Recorded." in regraded("1")


def test_where_the_history_cannot_be_used_the_new_marks_are_kept(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    (path,) = folders().attempts.glob("*.jsonl")
    (folders().data / "history.db").unlink()
    (folders().data / "history.db").mkdir()
    ended = quizgen("regrade", path.stem)
    assert ended.status == 0
    assert "the new marks are saved, but not in the history yet" in ended.err
    assert marks() == (4, 4)
    unknown = quizgen("result", "nothing")
    assert unknown.status == 2
    assert "no attempt goes by `nothing`" in unknown.err


def test_a_regrading_that_cannot_be_read_is_told_and_the_history_still_shows(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    regraded("1")
    (file,) = (folders().attempts / "regradings").iterdir()
    file.write_text("damage", encoding="utf-8")
    ended = quizgen("result")
    assert ended.status == 1
    assert "is damaged" in ended.err
    assert quizgen("history", "show", "1").status == 0


# What it costs, and other readers.


def test_as_json_it_is_one_document(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    found = json.loads(regraded("1", "--format", "json"))
    assert (found["recorded"], found["dry_run"], found["policy"]) == (True, False, "scale")
    assert [each["ref"] for each in found["changed"]] == ["notes:where"]
    assert found["now"]["marks"]["exact"] == "4"


def test_the_page_for_a_browser_shows_marks_as_they_count_now(notes: Path) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    regraded("1")
    quizgen("result", "--html", "r.html")
    page = (notes.parent / "r.html").read_text(encoding="utf-8")
    assert "1.33 of 4 before." in page
    assert "<strong>4</strong> of 4" in page


def test_it_loads_neither_yaml_nor_the_screen_where_the_bank_is_indexed(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(notes.parent))
    practised(notes, "Lahore", "I only")
    assert not HEAVY & loaded(notes.parent, "regrade", "1")


def test_two_that_regrade_at_once_lose_nothing(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(notes, "Lahore", "I only")
    edited(notes, ("right: Karachi", "wrong: Karachi"), ("wrong: Lahore", "right: Lahore"))
    before = Attempts(folders().attempts).find()
    regraded("1", "--void", "simla")
    with monkeypatch.context() as patch:
        patch.setattr(Attempts, "find", lambda *_: before)
        ended = quizgen("regrade", "1")
    assert ended.status == 1
    assert "was regraded in another window meanwhile" in ended.err
    assert marks() == (4, 4)


# Files without ids.


def test_without_ids_a_question_is_found_by_its_words_though_a_slip_in_them_was_mended(
    notes: Path,
) -> None:
    edited(notes, ("- id: where\n    facts", "- facts"), ("Indus Waters", "Indus Watters"))
    practised(notes, "Lahore", "I only")
    assert marks() == (Fraction(4, 3), 4)
    edited(notes, ("Watters", "Waters"))
    told = regraded("1", "--bank", "notes.yaml")
    assert "No key has changed" in told
    assert "any more" not in told


@pytest.mark.parametrize("id_", ["", "id: where\n    "])
def test_without_ids_a_corrected_key_counts_whether_or_not_an_id_was_given_since(
    notes: Path, id_: str
) -> None:
    edited(notes, ("- id: where\n    facts", "- facts"))
    practised(notes, "Lahore", "I only")
    edited(
        notes,
        ("- facts: [indus-place]", f"- {id_}facts: [indus-place]"),
        ("right: Karachi", "wrong: Karachi"),
        ("wrong: Lahore", "right: Lahore"),
    )
    assert "Recorded." in regraded("1", "--bank", "notes.yaml")
    assert marks() == (4, 4)
