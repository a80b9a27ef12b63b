"""A regrading is kept beside the journal; first marks stay on record, whatever happens."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from quizgen.core.history import Graded
from quizgen.core.item import Answer, Form, Why
from quizgen.core.marking import Outcome
from quizgen.core.paper import VoidPolicy
from quizgen.core.regrading import Regrading
from quizgen.core.result import result
from quizgen.store.attempts import Attempts
from quizgen.store.history import History, Opened
from quizgen.store.history_attempt import read_attempt
from quizgen.store.journal import LAST_MS, JournalUnreadable, JournalUnwritable, Recorded
from quizgen.store.lock import try_lock
from quizgen.store.regradings import FORMAT, RegradedMeanwhile
from tests.samples import answer, paper, question
from tests.store.making import (
    BLANK,
    DAY_MS,
    RIGHT,
    START_MS,
    SURE_BUT_WRONG,
    WRONG,
    all_responses,
    memories,
    opened,
    regrade,
    sit,
    told,
    void,
)
from tests.store.processes import start, together

NAME = "20231114-221320-3fa2"
KEPT = Path(__file__).with_name("journals") / "regradings-1"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with an attempt: right, wrong (`o2`) and sure of it, left blank."""
    sit(tmp_path, [RIGHT, SURE_BUT_WRONG, BLANK])
    return tmp_path


def find(home: Path) -> Recorded:
    return Attempts(home / "attempts").find(NAME)


def marks(recorded: Recorded) -> tuple[Fraction, Fraction]:
    tally = result(*recorded.marked).tally
    return tally.marks, tally.maximum


# On disk.


def test_an_attempt_never_regraded_is_marked_as_it_was_sat(home: Path) -> None:
    found = find(home)
    assert found.regradings == ()
    assert found.marked == (found.attempt, found.header.answers)
    assert marks(found) == (Fraction(4, 3), Fraction(6))


def test_the_last_regrading_counts_and_all_are_kept(home: Path) -> None:
    first = regrade(home, NAME, (1, answer("o2")))
    assert marks(find(home)) == (Fraction(4), Fraction(6))
    second = regrade(home, NAME, (0, void()), (1, answer("o2")))
    assert marks(find(home)) == (Fraction(3), Fraction(6))
    regrade(home, NAME, (0, void()), policy=VoidPolicy.DROP)
    assert marks(find(home)) == (Fraction(-2, 3), Fraction(4))
    found = find(home)
    assert [len(each.answers) for each in found.regradings] == [1, 2, 1]
    assert [each.policy for each in found.regradings] == ["scale", "scale", "drop"]
    assert sorted(first.parent.iterdir())[:2] == [first, second]


def test_a_regrading_is_read_as_it_was_written(home: Path) -> None:
    told_now = Answer(
        "o3",
        statements=(Why("I", correct=True, text="शिमला, 1972.", facts=("f", "g"), id="a"),),
        options=(Why("o3", correct=True, text="Line one.\nLine two."),),
        explanation="\u2028 and \\ and “quotes”",
        void=True,
    )
    written = Regrading(
        START_MS, "0.2.0", VoidPolicy.FULL_MARKS, ((0, told_now), (2, answer())), (0,)
    )
    attempts = Attempts(home / "attempts")
    attempts.regrade(find(home), written)
    assert find(home).regradings == (written,)


def test_the_journal_is_not_touched(home: Path) -> None:
    journal = find(home).path
    before, status = journal.read_bytes(), journal.stat()
    regrade(home, NAME, (1, answer("o2")))
    assert journal.read_bytes() == before
    assert journal.stat().st_mtime_ns == status.st_mtime_ns


def test_nothing_of_another_attempt_is_taken_for_its_own(home: Path) -> None:
    sit(home, [WRONG], START_MS + DAY_MS)
    regrade(home, NAME, (1, answer("o2")))
    names = ("json", "x.json", "-1.json", "1.json.77.partial", f"{LAST_MS + 1}.json")
    for name in ("notes.txt", *(f"{NAME}.{each}" for each in names)):
        (home / "attempts" / "regradings" / name).write_text("not one")
    assert len(find(home).regradings) == 1
    other = Attempts(home / "attempts").find("20231115-221320-3fa2")
    assert other.regradings == ()


@pytest.mark.parametrize(
    "answers",
    [
        ((3, answer()),),
        ((-1, answer()),),
        ((0, answer("o9")),),
        ((1, answer()), (0, answer())),
        ((0, answer()), (0, answer())),
    ],
)
def test_one_of_another_paper_is_never_written(home: Path, answers: Any) -> None:
    with pytest.raises((LookupError, ValueError)):
        regrade(home, NAME, *answers)
    assert not (home / "attempts" / "regradings").exists()


def test_who_has_not_seen_the_last_one_adds_none(home: Path) -> None:
    """Each takes the place of those before it: what it did not know of would be undone."""
    seen = find(home)
    regrade(home, NAME, (0, void()))
    with pytest.raises(RegradedMeanwhile, match="regraded in another window") as told_so:
        Attempts(home / "attempts").regrade(
            seen, Regrading(START_MS, "0.2.0", VoidPolicy.SCALE, ((1, void()),))
        )
    assert "look at its marks again" in told_so.value.help
    assert [each.answers[0][0] for each in find(home).regradings] == [0]


def test_while_another_process_regrades_it_none_is_added(home: Path) -> None:
    with find(home).path.open("r+b") as journal:
        assert try_lock(journal)
        with pytest.raises(RegradedMeanwhile):
            regrade(home, NAME, (0, void()))
    regrade(home, NAME, (0, void()))


@pytest.mark.parametrize("broken", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_does_not_take_it_leaves_everything_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    first = regrade(home, NAME, (0, void()))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(broken, full)
    with pytest.raises(JournalUnwritable, match=r"cannot write .*No space left") as told_so:
        regrade(home, NAME, (1, void()))
    assert "make room on the disk" in told_so.value.help
    monkeypatch.undo()
    assert list(first.parent.iterdir()) == [first]
    assert len(find(home).regradings) == 1


def test_a_name_that_is_a_file_is_told(home: Path) -> None:
    found = find(home)
    (home / "attempts" / "regradings").write_text("")
    with pytest.raises(JournalUnreadable, match=r"cannot read .*regradings: Not a directory"):
        find(home)
    with pytest.raises(JournalUnreadable):
        Attempts(home / "attempts").regrade(
            found, Regrading(START_MS, "0.2.0", VoidPolicy.SCALE, ())
        )


def test_one_whose_journal_is_gone_cannot_be_regraded(home: Path) -> None:
    found = find(home)
    found.path.unlink()
    with pytest.raises(JournalUnwritable, match="No such file"):
        Attempts(home / "attempts").regrade(
            found, Regrading(START_MS, "0.2.0", VoidPolicy.SCALE, ())
        )
    assert not (home / "attempts" / "regradings").exists()


# Damage.

Spoil = Callable[[dict[str, Any]], object]


def dropped(name: str) -> Spoil:
    return lambda found: {key: value for key, value in found.items() if key != name}


def changed(**values: Any) -> Spoil:
    return lambda found: {**found, **values}


DAMAGES: dict[str, Spoil] = {
    "no object": lambda _: [1],
    "another attempt's": changed(attempt="20231115-221320-3fa2"),
    "without a format": dropped("format"),
    "without a time": dropped("at_ms"),
    "a time that cannot be": changed(at_ms=-1),
    "without a version": dropped("version"),
    "a version that is none": changed(version=2),
    "an unknown policy": changed(policy="mercy"),
    "answers that are none": changed(answers=7),
    "an answer without its question": changed(answers=[{"key": "o1"}]),
    "a question beyond the paper": changed(answers=[[3, {"key": "o1"}]]),
    "a question by name": changed(answers=[["q1", {"key": "o1"}]]),
    "an option the question has not": changed(answers=[[1, {"key": "o9"}]]),
    "a key that is no text": changed(answers=[[1, {"key": ["o1"]}]]),
    "void by hand, yet not void": changed(by_hand=[2]),
    "by a hand that is none": changed(by_hand=7),
    "void, or not": changed(answers=[[1, {"key": "o1", "void": "no"}]]),
    "an answer that is text": changed(answers=[[1, "o1"]]),
    "an answer with more than it has": changed(answers=[[1, {"key": "o1", "letter": "a"}]]),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_one_is_told_with_what_to_do_and_left(home: Path, what: str) -> None:
    path = regrade(home, NAME, (1, answer("o2")))
    spoilt = json.dumps(DAMAGES[what](json.loads(path.read_bytes())))
    path.write_text(spoilt)
    with pytest.raises(JournalUnreadable, match="is damaged") as told_so:
        find(home)
    assert str(path) in told_so.value.message
    assert "delete the file" in told_so.value.help
    assert path.read_text() == spoilt
    with opened(home) as history:
        assert [each.name for each in history.passed_over()] == [path.name]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_text_of_ours_is_damage(home: Path, data: bytes) -> None:
    regrade(home, NAME, (1, answer("o2"))).write_bytes(data)
    with pytest.raises(JournalUnreadable, match="is damaged"):
        find(home)


def test_one_of_a_newer_quizgen_is_refused_with_a_word(home: Path) -> None:
    path = regrade(home, NAME, (1, answer("o2")))
    path.write_text(json.dumps({"format": FORMAT + 1, "marks": "in another way"}))
    with pytest.raises(
        JournalUnreadable, match=r"newer quizgen \(format 2, this one reads 1\)"
    ) as e:
        find(home)
    assert "update quizgen" in e.value.help


def test_one_that_cannot_be_read_is_told(home: Path) -> None:
    path = regrade(home, NAME, (1, answer("o2")))
    path.unlink()
    path.mkdir()
    with pytest.raises(JournalUnreadable, match=r"cannot read .*Is a directory"):
        find(home)


# In the history.


def test_the_history_tells_marks_as_they_count_now_and_as_they_were(home: Path) -> None:
    regrade(home, NAME, (0, void()), (1, answer("o2")), policy=VoidPolicy.DROP)
    with opened(home) as history:
        (sat,) = history.attempts()
        assert (sat.right, sat.wrong, sat.unanswered, sat.void) == (1, 0, 1, 1)
        assert (sat.marks, sat.maximum) == (Fraction(2), Fraction(4))
        assert (sat.regraded, sat.first_marks, sat.first_maximum) == (
            1,
            Fraction(4, 3),
            Fraction(6),
        )
        first, second, third = history.responses(NAME)
        assert (first.outcome, first.key, first.reviews) == ("void", "o1", ())
        assert (second.outcome, second.key, second.marks) == ("right", "o2", Fraction(2))
        assert first.was == Graded("o1", Outcome.RIGHT, Fraction(2))
        assert second.was == Graded("o1", Outcome.WRONG, Fraction(-2, 3))
        assert third.was is None
        assert [each.item for each in history.missed()] == ["test:q3"]
        assert {fact: memory.lapses for fact, memory in memories(history).items()} == {"test:q2": 0}
        assert sum(each.right for each in history.totals()) == 1
        assert sum(each.marks_won for each in history.totals()) == 2
        assert sum(each.wrong for each in history.totals()) == 0


def test_regraded_while_it_is_open_it_tells_what_one_made_anew_does(home: Path) -> None:
    path = home / "attempts" / f"{NAME}.jsonl"
    sit(home, [WRONG, RIGHT, BLANK], START_MS + DAY_MS)
    with opened(home) as history:
        before = told(history)
        for answers in [((1, answer("o2")),), ((0, void()), (1, answer("o3"))), ()]:
            regrade(home, NAME, *answers)
            assert history.take(path)
            after = told(history)
            assert after == rebuilt(home)
            assert history.take(path)  # twice does no harm
            assert told(history) == after
        assert [each.was for each in history.responses(NAME)] == [None] * 3
        assert [each.regraded for each in history.attempts()] == [0, 3]
        assert told(history)["memories"] == before["memories"]
        assert told(history)["totals"] == before["totals"]


def test_what_was_read_before_it_was_regraded_does_not_undo_that(home: Path) -> None:
    """Another process may read an attempt, and write what it read, while this one regrades it."""
    path = home / "attempts" / f"{NAME}.jsonl"
    before = read_attempt(path)
    regrade(home, NAME, (1, answer("o2")))
    with opened(home) as history:
        after = told(history)
        assert history.add(*before)
        assert told(history) == after


def rebuilt(home: Path) -> dict[str, Any]:
    """Return what a history made anew from the same files tells."""
    with TemporaryDirectory() as another:
        shutil.copytree(home / "attempts", Path(another) / "attempts")
        with opened(Path(another)) as history:
            return told(history)


def test_regradings_that_come_or_go_by_other_hands_are_followed(home: Path) -> None:
    with opened(home) as history:
        before = told(history)
    path = regrade(home, NAME, (1, answer("o2")))
    with opened(home) as history:
        assert history.opened == Opened()  # no attempt came or went
        after = told(history)
        assert after["attempts"][0].right == 2
        assert after == rebuilt(home)
    aside = path.rename(home / "aside")
    with opened(home) as history:
        assert told(history) == before
    aside.rename(path)
    with opened(home) as history:
        assert told(history) == after
    shutil.rmtree(path.parent)
    with opened(home) as history:
        assert told(history) == before


def test_regraded_anew_in_place_of_one_that_was_damaged_the_new_marks_count(home: Path) -> None:
    """The damaged file is deleted, as its error says; there are as many then as there were."""
    path = home / "attempts" / f"{NAME}.jsonl"
    regrade(home, NAME, (1, answer("o2")), at_ms=START_MS)
    second = regrade(home, NAME, (0, void()), (1, answer("o2")), at_ms=START_MS + 1)
    second.write_bytes(b"")
    opened(home).close()
    second.unlink()
    regrade(home, NAME, (2, void()), at_ms=START_MS + 2)
    with opened(home) as history:
        assert [each.outcome for each in all_responses(history)] == ["right", "wrong", "void"]
        assert told(history) == rebuilt(home)
        last = home / "attempts" / "regradings" / f"{NAME}.{START_MS + 2}.json"
        last.unlink()
        regrade(home, NAME, at_ms=START_MS + 3)
        assert history.take(path)  # at once, before the folder is looked through
        assert [each.outcome for each in all_responses(history)] == ["right", "wrong", "unanswered"]
        assert told(history) == rebuilt(home)


def test_no_number_is_given_twice(home: Path) -> None:
    """Where the clock went back a regrading is still the last one."""
    first = regrade(home, NAME, (0, void()), at_ms=START_MS)
    second = regrade(home, NAME, (1, void()), at_ms=START_MS - DAY_MS)
    assert first.name == f"{NAME}.{START_MS}.json"
    assert second.name == f"{NAME}.{START_MS + 1}.json"
    assert find(home).regradings[-1].answers == ((1, void()),)
    second.unlink()
    third = regrade(home, NAME, (2, void()), at_ms=START_MS + DAY_MS)
    assert third.name == f"{NAME}.{START_MS + DAY_MS}.json"


def test_an_older_regrading_that_goes_is_followed(home: Path) -> None:
    first = regrade(home, NAME, (0, void()), at_ms=START_MS)
    regrade(home, NAME, (1, void()), at_ms=START_MS + 1)
    opened(home).close()
    first.unlink()
    with opened(home) as history:
        assert history.attempts()[0].regraded == 1
        assert told(history) == rebuilt(home)


def test_where_nothing_came_no_regrading_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regrade(home, NAME, (1, answer("o2")))
    opened(home).close()

    def must_not(_: object) -> None:
        raise AssertionError("the folder was listed")

    monkeypatch.setattr("os.scandir", must_not)
    with opened(home) as history:
        assert history.attempts()[0].regraded == 1


def test_what_is_deleted_is_gone_with_its_regradings(home: Path) -> None:
    other = sit(home, [WRONG], START_MS + DAY_MS)
    regrade(home, NAME, (1, answer("o2")))
    left = regrade(home, other.stem, (0, void()))
    with opened(home) as history:
        assert history.delete(NAME)
        assert list(left.parent.iterdir()) == [left]
        assert history.delete_all() == 1
    assert [path for path in (home / "attempts").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("all_", [True, False])
def test_a_deletion_that_is_cut_short_can_be_finished(
    home: Path, monkeypatch: pytest.MonkeyPatch, *, all_: bool
) -> None:
    """The journal goes last: by it the attempt is found again."""
    regrade(home, NAME, (1, answer("o2")))
    regrade(home, NAME, (0, void()))
    for folder in ("regradings", "imported"):
        (home / "attempts" / folder).mkdir(exist_ok=True)
        (home / "attempts" / folder / f"{NAME}.1.json.77.partial").write_text("half")

    class Killed(Exception):
        pass

    def delete(history: History) -> None:
        history.delete_all() if all_ else history.delete(NAME)

    unlink = Path.unlink
    left = len([path for path in (home / "attempts").rglob("*") if path.is_file()])
    for _ in range(left - 1):
        done: list[Path] = []

        def one(path: Path, *, missing_ok: bool = False, done: list[Path] = done) -> None:
            if done:
                raise Killed
            done.append(path)
            unlink(path, missing_ok=missing_ok)

        with opened(home) as history, monkeypatch.context() as patch:
            patch.setattr(Path, "unlink", one)
            with pytest.raises(Killed):
                delete(history)
        assert find(home).path.exists()
    with opened(home) as history:
        assert history.attempt_count() == 1
        delete(history)
        assert not history.leaves_files()
    assert [path for path in (home / "attempts").rglob("*") if path.is_file()] == []


def test_what_is_left_of_an_attempt_whose_journal_was_deleted_by_hand_can_be_deleted(
    home: Path,
) -> None:
    regrade(home, NAME, (1, answer("o2"))).with_name(f"{NAME}.7.json.77.partial").write_text("half")
    find(home).path.unlink()
    with opened(home) as history:
        assert history.attempt_count() == 0
        assert history.leaves_files()
        assert history.delete_all() == 0
        assert not history.leaves_files()
    assert [path for path in (home / "attempts").rglob("*") if path.is_file()] == []


def test_a_regrading_that_cannot_be_read_costs_no_answer_and_is_named(home: Path) -> None:
    regrade(home, NAME, (1, answer("o2")))
    second = regrade(home, NAME, (0, void()), (1, answer("o2")))
    sound = second.read_bytes()
    second.write_bytes(b"")
    with opened(home) as history:
        (sat,) = history.attempts()
        assert (sat.right, sat.void, sat.regraded) == (2, 0, 2)
        (named,) = history.passed_over()
        assert (named.name, named.attempt) == (second.name, NAME)
        with pytest.raises(JournalUnreadable, match="is damaged"):
            history.take(home / "attempts" / f"{NAME}.jsonl")
    with opened(home) as history:  # still named, and not read again
        assert history.opened == Opened()
        assert history.passed_over() == [named]
    second.unlink()
    with opened(home) as history:
        assert history.passed_over() == []
        assert history.attempts()[0].regraded == 1
    second.write_bytes(sound)
    with opened(home) as history:
        assert history.attempts()[0].void == 1
        assert told(history) == rebuilt(home)


def test_one_that_was_mended_in_its_place_counts_once_the_folder_changes(home: Path) -> None:
    path = regrade(home, NAME, (0, void()))
    sound = path.read_bytes()
    path.write_bytes(b"")
    opened(home).close()
    path.write_bytes(sound)
    sit(home, [RIGHT], START_MS + DAY_MS)
    with opened(home) as history:
        assert history.passed_over() == []
        assert [each.void for each in history.attempts()] == [0, 1]
        assert told(history) == rebuilt(home)


def test_the_form_of_a_due_fact_is_that_in_which_it_was_asked_last(home: Path) -> None:
    pairs = replace(paper(1), questions=(replace(question("q1"), form=Form.SEQUENCE),))
    late = sit(home, [RIGHT], START_MS + DAY_MS, of=pairs)
    now_ms = START_MS + 400 * DAY_MS
    with opened(home) as history:
        due = {each.fact: each.form for each in history.due(now_ms)}
        assert due == {"test:q1": Form.SEQUENCE, "test:q2": Form.DIRECT}
        history.delete(late.stem)
        assert {each.form for each in history.due(now_ms)} == {Form.DIRECT}


def test_a_void_question_leaves_its_fact_to_the_review_before(home: Path) -> None:
    late = sit(home, [WRONG], START_MS + DAY_MS)
    with opened(home) as history:
        assert memories(history)["test:q1"].reviews == 2
        regrade(home, late.stem, (0, void()))
        history.take(late)
        memory = memories(history)["test:q1"]
        assert (memory.reviews, memory.last_ms) == (1, START_MS + 10_000)


def test_the_first_format_tells_what_it_told_then(tmp_path: Path) -> None:
    """These files are never made anew."""
    assert FORMAT == 1
    shutil.copytree(KEPT, tmp_path / "attempts")
    found = find(tmp_path)
    assert [each.at_ms for each in found.regradings] == [1_700_600_000_000, 1_700_700_000_000]
    assert [each.policy for each in found.regradings] == [VoidPolicy.SCALE, VoidPolicy.DROP]
    assert {each.version for each in found.regradings} == {"0.2.0"}
    (index, corrected), (voided, last) = found.regradings[1].answers
    assert (index, corrected.key, corrected.void) == (0, "5542d8751d21", False)
    assert corrected.explanation == "The key was wrong: शिमला."
    assert [why.correct for why in corrected.statements] == [False, True]
    assert (voided, last.key, last.void) == (3, "count-2", True)
    assert marks(found) == (Fraction(4), Fraction(6))
    with opened(tmp_path) as history:
        (sat,) = history.attempts()
        assert (sat.regraded, sat.first_marks, sat.first_maximum) == (
            2,
            Fraction(10, 3),
            Fraction(8),
        )
        assert [each.outcome for each in all_responses(history)] == [
            Outcome.RIGHT,
            Outcome.RIGHT,
            Outcome.UNANSWERED,
            Outcome.VOID,
        ]


# Several processes.

_REGRADE = """
import sys
from pathlib import Path
from tests.store.making import *
from quizgen.store.regradings import RegradedMeanwhile
home, who = Path(sys.argv[1]), int(sys.argv[2])
attempts = Attempts(home / "attempts")
print("ready", flush=True)
sys.stdin.readline()
done = 0
while done < 10:
    seen = attempts.find()
    last = dict(seen.regradings[-1].answers) if seen.regradings else {}
    name = f"{who}.{done}"
    told = replace(last.get(who, answer()), explanation=name)
    try:
        answers = tuple(sorted({**last, who: told}.items()))
        attempts.regrade(seen, Regrading(START_MS, name, VoidPolicy.SCALE, answers))
    except RegradedMeanwhile:
        continue
    done += 1
    with opened(home) as history:
        history.take(seen.path)
"""


def test_two_that_regrade_at_once_lose_nothing_of_each_other(home: Path) -> None:
    together(*(start(_REGRADE, home, who) for who in (0, 2)))
    found = find(home)
    assert sorted(each.version for each in found.regradings) == sorted(
        f"{who}.{number}" for who in (0, 2) for number in range(10)
    )
    last = {index: each.explanation for index, each in found.regradings[-1].answers}
    assert last == {0: "0.9", 2: "2.9"}
    with opened(home) as history:
        assert history.attempts()[0].regraded == 20
        assert told(history) == rebuilt(home)


def test_one_that_dies_while_it_writes_leaves_no_half_regrading(home: Path) -> None:
    code = _REGRADE.replace("done = 0", "done = 0; import os; os.fsync = lambda _: os._exit(3)")
    process = start(code, home, 0)
    process.communicate("\n", timeout=60)
    assert process.returncode == 3
    assert find(home).regradings == ()
    regrade(home, NAME, (0, void()))
    assert len(find(home).regradings) == 1
