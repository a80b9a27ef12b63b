"""The history tells what was answered, from the journals, and keeps in step with them."""

import os
import shutil
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizgen.core.events import Level
from quizgen.core.item import Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Memory, Rating, Review
from quizgen.core.paper import Feedback
from quizgen.store.history import Opened, local_day
from quizgen.store.history_attempt import read_attempt
from quizgen.store.history_file import HistoryUnusable
from quizgen.store.journal import JournalUnreadable
from tests.samples import paper
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
    sit,
    step,
    told,
)

LATER = START_MS + 30 * DAY_MS


def test_a_finished_attempt_is_there_at_the_next_opening(tmp_path: Path) -> None:
    sit(tmp_path, [RIGHT, WRONG, BLANK])
    with opened(tmp_path) as history:
        assert history.opened == Opened(rebuilt="there was none", added=1)
        (sat,) = history.attempts()
        assert (sat.id, sat.kind, sat.title) == ("20231114-221320-3fa2", "mock", "Test paper")
        assert (sat.right, sat.wrong, sat.unanswered, sat.void) == (1, 1, 1, 0)
        assert (sat.marks, sat.maximum) == (Fraction(4, 3), Fraction(6))
        assert (sat.started_ms, sat.ended_ms, sat.spent_ms) == (START_MS, START_MS + 30_000, 30_000)
        first, second, third = history.responses(sat.id)
    assert (first.option, first.key, first.outcome) == ("o1", "o1", Outcome.RIGHT)
    assert (first.item, first.topic, first.form) == ("test:q1", "treaty dates", Form.DIRECT)
    assert (first.at_ms, first.spent_ms, first.pace_ms) == (START_MS + 10_000, 10_000, 60_000)
    assert (second.marks, third.option, third.outcome) == (Fraction(-2, 3), None, "unanswered")


def test_the_first_opening_of_all_is_no_news(tmp_path: Path) -> None:
    with opened(tmp_path / "not there yet") as history:
        assert history.opened == Opened()
        assert told(history)["attempts"] == []
    with opened(tmp_path / "not there yet") as history:
        assert history.opened == Opened()


def test_attempts_are_listed_the_latest_first_and_found_by_id(tmp_path: Path) -> None:
    for day in (2, 0, 1):
        sit(tmp_path, [RIGHT], START_MS + day * DAY_MS)
    with opened(tmp_path) as history:
        listed = [sat.started_ms for sat in history.attempts()]
        assert listed == [START_MS + day * DAY_MS for day in (2, 1, 0)]
        assert history.attempts(2) == history.attempts()[:2]
        assert history.attempts(1, 1) == history.attempts()[1:2]
        assert history.attempts(offset=2) == history.attempts()[2:]
        assert history.attempts(5, 3) == []
        assert history.attempt_count() == 3
        assert history.attempt("20231114-221320-3fa2") == history.attempts()[-1]
        assert history.attempt("2023") is None
        assert [each.at_ms for each in all_responses(history)] == sorted(
            START_MS + day * DAY_MS + 10_000 for day in range(3)
        )


def test_what_is_due_comes_sure_but_wrong_first_then_the_longest_overdue(tmp_path: Path) -> None:
    sit(tmp_path, [RIGHT, WRONG, BLANK, SURE_BUT_WRONG])
    with opened(tmp_path) as history:
        assert history.due(START_MS + 10_000) == []
        assert history.next_due_ms(START_MS) == START_MS + DAY_MS + 10_000
        due = history.due(LATER)
        assert [each.fact for each in due] == ["test:q4", "test:q1", "test:q2"]
        assert [each.failed for each in due] == [True, False, True]
        assert [each.sure_but_wrong for each in due] == [True, False, False]
        assert due[1].due_ms == START_MS + DAY_MS + 10_000
        assert history.due(LATER, 2) == due[:2]
        assert history.due(due[1].due_ms) == [due[1]]
        assert history.due_count(LATER) == 3
        first, *_, last = sorted(each.due_ms for each in due)
        by_time = [each.fact for each in sorted(due, key=lambda each: each.due_ms)]
        assert [each.fact for each in history.due_between(0, last)] == by_time
        assert [each.fact for each in history.due_between(first, last)] == by_time[1:]
        assert [each.fact for each in history.due_between(first - 1, last - 1)] == by_time[:-1]
        assert history.next_due_ms(LATER) is None


def test_what_was_missed_last_time_is_brought_back_until_it_is_right(tmp_path: Path) -> None:
    sit(tmp_path, [RIGHT, WRONG, BLANK, SURE_BUT_WRONG])
    with opened(tmp_path) as history:
        missed = history.missed()
        assert [each.item for each in missed] == ["test:q4", "test:q2", "test:q3"]
        assert [each.outcome for each in missed] == ["wrong", "wrong", "unanswered"]
        assert [each.sure_but_wrong for each in missed] == [True, False, False]
        assert history.missed(1) == missed[:1]
        assert history.items() == ["test:q1", "test:q2", "test:q3", "test:q4"]
        assert history.fact_count() == 3  # nobody knows what a blank hardly looked at tells
    sit(tmp_path, [WRONG, RIGHT, RIGHT, RIGHT], START_MS + DAY_MS)
    with opened(tmp_path) as history:
        assert [each.item for each in history.missed()] == ["test:q1"]


def test_days_and_totals_are_those_of_the_day_on_which_was_answered(tmp_path: Path) -> None:
    sit(tmp_path, [RIGHT, WRONG], START_MS)
    sit(tmp_path, [RIGHT, BLANK], START_MS + 2 * DAY_MS)
    sit(tmp_path, [BLANK], START_MS + 3 * DAY_MS)
    with opened(tmp_path) as history:
        assert history.days() == [("019677", 1), ("019675", 2)]
        assert [(each.day, each.answers) for each in history.daily("019676")] == [
            ("019677", 1),
            ("019678", 0),
        ]
        (ever,) = history.totals()
        assert (ever.right, ever.wrong, ever.unanswered) == (2, 1, 2)
        assert (ever.marks_won, ever.marks_lost) == (Fraction(4), Fraction(2, 3))
        assert (ever.paced, ever.pace_ms, ever.paced_spent_ms) == (5, 300_000, 50_000)


def test_a_day_is_the_local_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    try:
        assert local_day(START_MS) == "2023-11-15"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_practice_says_how_sure_before_and_each_skip_has_its_own_time(tmp_path: Path) -> None:
    of = paper(3, feedback=Feedback.IMMEDIATE)
    sit(tmp_path, [SURE_BUT_WRONG, BLANK, RIGHT], of=of)
    with opened(tmp_path) as history:
        found = all_responses(history)
        assert [each.at_ms - START_MS for each in found] == [10_000, 20_000, 30_000]
        assert [each.certainty for each in found] == [Level.SURE, None, None]
        assert history.attempts()[0].kind == "practice"


def test_an_attempt_is_taken_in_once_however_often_it_is_added(tmp_path: Path) -> None:
    with opened(tmp_path) as history:
        path = sit(tmp_path, [RIGHT, WRONG])
        copy = Path(shutil.copy(path, tmp_path))
        assert history.take(path)
        before = told(history)
        assert history.take(path)
        assert history.add(*read_attempt(path))
        assert told(history) == before
        history.delete(path.stem)
        assert history.add_all([read_attempt(copy)] * 2)
        assert told(history) == before
        copy.rename(path)
    with opened(tmp_path) as history:
        assert history.opened == Opened()
        assert told(history) == before


def test_one_that_came_late_is_remembered_in_its_place_in_time(tmp_path: Path) -> None:
    early = sit(tmp_path, [WRONG])
    aside = tmp_path / early.name
    early.rename(aside)
    sit(tmp_path, [RIGHT], START_MS + DAY_MS)
    with opened(tmp_path) as history:
        assert memories(history)["test:q1"].reviews == 1
        aside.rename(early)
        history.take(early)
        late = told(history)
        assert memories(history)["test:q1"] == step(
            step(None, history_review(0, 1)), history_review(DAY_MS, 3)
        )
    (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert told(history) == late


def history_review(after_ms: int, rating: int) -> Review:
    return Review("test:q1", START_MS + 10_000 + after_ms, Rating(rating))


def test_what_is_deleted_is_gone_with_its_journal(tmp_path: Path) -> None:
    first = sit(tmp_path, [RIGHT, SURE_BUT_WRONG])
    with opened(tmp_path) as history:
        before = told(history)
        second = sit(tmp_path, [WRONG, RIGHT, WRONG], START_MS + DAY_MS)
        history.take(second)
        assert history.delete(second.stem)
        assert not second.exists()
        assert told(history) == before
        assert not history.delete(second.stem)
        assert not history.delete("../attempts/" + first.stem)
        assert first.exists()
    with opened(tmp_path) as history:
        assert told(history) == before


def test_all_of_it_can_be_deleted_but_not_what_is_unfinished(tmp_path: Path) -> None:
    for day in range(3):
        sit(tmp_path, [RIGHT, WRONG], START_MS + day * DAY_MS)
    unfinished = tmp_path / "attempts" / "open" / "20231114-221320-0001.jsonl"
    unfinished.write_text("...")
    damaged = tmp_path / "history.db.damaged-1"
    damaged.write_text("names and answers")
    with opened(tmp_path / "elsewhere") as history:
        empty = told(history)
    with opened(tmp_path) as history:
        assert history.delete_all() == 3
        assert told(history) == empty
        assert list((tmp_path / "attempts").glob("*.jsonl")) == []
        assert unfinished.exists()
        assert not damaged.exists()
    assert b"treaty dates" not in (tmp_path / "history.db").read_bytes()


def test_a_journal_that_cannot_be_deleted_is_told_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sit(tmp_path, [RIGHT])

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with opened(tmp_path) as history:
        monkeypatch.setattr(Path, "unlink", refused)
        with pytest.raises(HistoryUnusable, match=r"cannot delete .*Permission denied"):
            history.delete(path.stem)
        assert len(history.attempts()) == 1


def test_journals_that_come_or_go_by_other_hands_are_followed(tmp_path: Path) -> None:
    first = sit(tmp_path, [RIGHT])
    second = sit(tmp_path, [WRONG], START_MS + DAY_MS)
    with opened(tmp_path) as history:
        both = told(history)
    copy = shutil.move(second, tmp_path / second.name)
    with opened(tmp_path) as history:
        assert history.opened == Opened(removed=1)
        assert [sat.id for sat in history.attempts()] == [first.stem]
    shutil.move(copy, second)
    with opened(tmp_path) as history:
        assert history.opened == Opened(added=1)
        assert told(history) == both
    shutil.rmtree(tmp_path / "attempts")
    with opened(tmp_path) as history:
        assert history.opened == Opened(removed=2)
        assert history.attempts() == []


def test_where_nothing_came_or_went_no_name_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(tmp_path, [RIGHT])
    opened(tmp_path).close()

    def must_not(_: object) -> None:
        raise AssertionError("the folder was listed")

    monkeypatch.setattr("os.scandir", must_not)
    with opened(tmp_path) as history:
        assert len(history.attempts()) == 1


def test_a_folder_changed_just_now_is_looked_through_again(tmp_path: Path) -> None:
    """A second file may come within the resolution of the file system's clock."""
    sit(tmp_path, [RIGHT])
    attempts = tmp_path / "attempts"
    changed = attempts.stat().st_mtime_ns
    opened(tmp_path, clock_ns=lambda: changed + 1_000_000_000).close()
    sit(tmp_path, [WRONG], START_MS + DAY_MS)
    os.utime(attempts, ns=(changed, changed))
    with opened(tmp_path, clock_ns=lambda: changed + 3_000_000_000) as history:
        assert history.opened == Opened(added=1)


def test_a_damaged_or_newer_journal_is_passed_over_and_named(tmp_path: Path) -> None:
    sound = sit(tmp_path, [RIGHT])
    folder = sound.parent
    text = sound.read_text()
    for name, content in {
        "20231115-000000-0001": "garbage\n",
        "20231115-000000-0002": text.replace('"format":2', '"format":999', 1),
        "20231115-000000-0003": text,
        "20231115-000000-0004": text.replace(sound.stem, "20231115-000000-0004").replace(
            '"w":1700000010000', '"w":-1'
        ),
        "20231115-000000-0005": text.replace(sound.stem, "20231115-000000-0005").replace(
            '"key":"o1"', '"code":"o1"'
        ),
        "20231115-000000-0006": text.replace(sound.stem, "20231115-000000-0006").replace(
            '"answers":[', '"answers":[],"more":['
        ),
        "20231115-000000-0007": text.replace(sound.stem, "20231115-000000-0007").replace(
            '"w":1700000010000,"event":"select"', '"w":"?","event":"select"'
        ),
    }.items():
        (folder / f"{name}.jsonl").write_text(content)
    (folder / "20231115-000000-0008.jsonl").mkdir()
    with opened(tmp_path) as history:
        assert [sat.id for sat in history.attempts()] == [sound.stem]
        assert [each.name[16:20] for each in history.passed_over()] == [
            f"000{number}" for number in range(1, 9)
        ]
        messages = [each.message for each in history.passed_over()]
    for message, word in zip(
        messages,
        [
            "line 1 is not a record",
            "written by a newer quizgen",
            "holds attempt 20231114-221320-3fa2",
            "times that cannot be",
            "not the header",
            "do not belong together",
            "do not belong together",
            "cannot read",
        ],
        strict=True,
    ):
        assert word in message
    with opened(tmp_path) as history:  # nothing changed: they are not read again, yet still named
        assert history.opened == Opened()
        assert [each.message for each in history.passed_over()] == messages
    (folder / "20231115-000000-0001.jsonl").unlink()
    with opened(tmp_path) as history:
        assert [each.message for each in history.passed_over()] == messages[1:]
        with pytest.raises(JournalUnreadable, match="newer quizgen"):
            history.take(folder / "20231115-000000-0002.jsonl")


def test_under_another_schedule_every_fact_is_scheduled_anew(tmp_path: Path) -> None:
    def lazy(memory: Memory | None, review: Review) -> Memory:
        return replace(step(memory, review), due_ms=review.at_ms + 100 * DAY_MS)

    sit(tmp_path, [RIGHT, WRONG])
    with opened(tmp_path, schedule="usual") as history:
        before = told(history)
    with opened(tmp_path, schedule="usual", step=lazy) as history:
        assert told(history) == before
    with opened(tmp_path, schedule="lazy", step=lazy) as history:
        assert history.due(LATER) == []
        assert history.next_due_ms(LATER) == START_MS + 100 * DAY_MS + 10_000
    with opened(tmp_path, schedule="usual") as history:
        assert told(history) == before


def test_scheduling_anew_tells_how_far_it_is_and_reading_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.store.history_catching_up._BATCH_REVIEWS", 4)
    for day in range(2):
        sit(tmp_path, [RIGHT] * 5, START_MS + day * DAY_MS)
    seen: list[tuple[int, int]] = []

    def rescheduling(done: int, total: int) -> None:
        seen.append((done, total))

    with opened(tmp_path, schedule="usual", rescheduling=rescheduling) as history:
        before = told(history)
        assert seen == [(0, 0)]  # there was no fact yet
    seen.clear()
    opened(tmp_path, schedule="another", rescheduling=rescheduling).close()
    assert seen == [(0, 5), (2, 5), (4, 5), (5, 5)]
    with opened(tmp_path, schedule="another", rescheduling=rescheduling) as history:
        assert len(seen) == 4
        assert told(history) == before


def test_interrupted_while_it_schedules_anew_it_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lazy(memory: Memory | None, review: Review) -> Memory:
        return replace(step(memory, review), due_ms=review.at_ms + 100 * DAY_MS)

    def stop(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    monkeypatch.setattr("quizgen.store.history_catching_up._BATCH_REVIEWS", 1)
    sit(tmp_path, [RIGHT, WRONG, RIGHT])
    opened(tmp_path).close()
    with pytest.raises(KeyboardInterrupt):
        opened(tmp_path, schedule="lazy", step=lazy, rescheduling=stop)
    with opened(tmp_path, schedule="lazy", step=lazy) as history:
        assert history.due(LATER) == []


def test_reading_many_attempts_tells_how_far_it_is(tmp_path: Path) -> None:
    for day in range(3):
        sit(tmp_path, [RIGHT], START_MS + day * DAY_MS)
    seen: list[tuple[int, int]] = []
    opened(tmp_path, progress=lambda done, total: seen.append((done, total))).close()
    assert seen == [(0, 3), (3, 3)]
