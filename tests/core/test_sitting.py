"""What an aspirant may rely on while sitting: no answer lost, no time lost, none gained."""

from dataclasses import replace

import pytest

from quizgen.core.events import (
    Clear,
    EndSection,
    Event,
    Mark,
    Pause,
    Resume,
    Select,
    Start,
    Submit,
    Visit,
)
from quizgen.core.paper import Feedback, Paper, Section, Timing
from quizgen.core.refusals import AlreadySubmitted, NotAllowed, NotStarted, QuestionLocked, Refused
from quizgen.core.sitting import HEARTBEAT_MS, WARNINGS_MS, Sitting, left_after, replay
from quizgen.core.state import Ending, Phase, new_attempt
from tests.core.samples import HOUR, MINUTE, SECOND, HandClock, MemoryJournal, paper, sit, started

TIMED = paper(timing=Timing(paper_ms=30 * MINUTE))
STRICT = paper(timing=Timing(paper_ms=30 * MINUTE, strict=True))
PAUSABLE = paper(timing=Timing(paper_ms=30 * MINUTE, pause=True))
SPEED = paper(timing=Timing(question_ms=19 * SECOND))
IBPS = paper(
    2,
    sections=(Section("English", 1, 20 * MINUTE), Section("Reasoning", 1, 20 * MINUTE)),
    locked=True,
)
TEN_MINUTES, ONE_MINUTE = WARNINGS_MS


def resumed(sat: Paper, clock: HandClock, journal: MemoryJournal) -> Sitting:
    """Return a sitting of what the journal holds, as after a crash."""
    records = journal.records
    return Sitting(replay(sat, records), clock, journal, records[-1]["w"])


# The journal comes first


def test_an_event_is_in_the_journal_before_its_effect_is_seen() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(1500)
    sitting.do(Select(0, "b"))
    assert journal.records[-1] == {
        "t": 1500,
        "w": clock.wall,
        "event": "select",
        "question": 0,
        "option": "b",
    }


def test_responses_and_the_end_are_forced_onto_the_disk() -> None:
    sitting, _, journal = sit(TIMED)
    for event in (Select(0, "b"), Clear(0), Visit(1), Mark(1, on=True), Submit()):
        sitting.do(event)
    forced = dict(zip(journal.kinds, journal.forced, strict=True))
    assert forced == {
        "start": False,
        "select": True,
        "clear": True,
        "visit": False,
        "mark": False,
        "submit": True,
    }


def test_the_end_by_time_is_forced_onto_the_disk_too() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(30 * MINUTE)
    sitting.tick()
    assert (journal.kinds[-1], journal.forced[-1]) == ("tick", True)


def test_an_answer_that_could_not_be_written_is_not_shown_as_saved_and_can_be_given_again() -> None:
    sitting, _, journal = sit(TIMED)
    before = sitting.attempt
    journal.full = True
    with pytest.raises(OSError, match="No space left"):
        sitting.do(Select(0, "b"))
    assert sitting.attempt is before
    journal.full = False
    assert sitting.do(Select(0, "b")).entries[0].response == "b"
    assert replay(TIMED, journal.records) == sitting.attempt


def test_a_refused_event_is_not_in_the_journal() -> None:
    sitting, _, journal = sit(TIMED)
    before = list(journal.lines)
    with pytest.raises(NotAllowed):
        sitting.do(Pause())
    assert journal.lines == before


def test_what_was_due_is_closed_even_if_the_event_is_refused() -> None:
    sitting, clock, journal = sit(SPEED)
    clock.run(20 * SECOND)
    with pytest.raises(QuestionLocked, match="question 1 is closed"):
        sitting.do(Select(0, "a"))
    assert sitting.attempt.current == 1
    assert journal.kinds == ["start", "tick"]


def test_replaying_the_journal_gives_the_same_attempt() -> None:
    sitting, clock, journal = sit(PAUSABLE)
    for event in (Select(0, "b"), Visit(2), Mark(2, on=True), Pause(), Resume(), Submit()):
        clock.run(7 * SECOND)
        sitting.do(event)
    assert replay(PAUSABLE, journal.records) == sitting.attempt


def test_a_journal_whose_records_do_not_follow_from_each_other_is_refused() -> None:
    with pytest.raises(NotStarted):
        replay(TIMED, [{"t": 0, "w": 0, "event": "submit"}])


# The clock


def test_reading_the_instruction_page_costs_no_time() -> None:
    clock, journal = HandClock(), MemoryJournal()
    sitting = Sitting(new_attempt(TIMED), clock, journal)
    clock.run(10 * MINUTE)
    sitting.tick()
    assert sitting.remaining_ms() == 30 * MINUTE
    assert sitting.wait_ms() is None
    sitting.do(Start())
    assert sitting.remaining_ms() == 30 * MINUTE
    assert sitting.attempt.interruptions == ()


def test_the_time_left_runs_between_events() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(90 * SECOND)
    assert sitting.remaining_ms() == 30 * MINUTE - 90 * SECOND
    clock.run(HOUR)
    assert sitting.remaining_ms() == 0


def test_a_paper_without_clocks_has_no_time_left_to_show() -> None:
    sitting, _, _ = sit(paper())
    assert (sitting.remaining_ms(), sitting.question_ms()) == (None, None)
    assert sitting.warning_ms() is None


def test_the_open_section_shows_its_own_time_and_the_paper_that_of_all() -> None:
    sitting, clock, _ = sit(IBPS)
    clock.run(8 * MINUTE)
    assert (sitting.section_ms(), sitting.remaining_ms()) == (12 * MINUTE, 32 * MINUTE)
    sitting.do(EndSection(0))
    assert (sitting.section_ms(), sitting.remaining_ms()) == (20 * MINUTE, 20 * MINUTE)
    clock.run(HOUR)
    assert (sitting.section_ms(), sitting.remaining_ms()) == (0, 0)
    assert sit(TIMED)[0].section_ms() is None


def test_each_question_shows_its_own_time() -> None:
    sitting, clock, _ = sit(SPEED)
    clock.run(5 * SECOND)
    assert sitting.question_ms() == 14 * SECOND
    sitting.do(Visit(1))
    assert sitting.question_ms() == 19 * SECOND
    clock.run(HOUR)
    assert sitting.question_ms() == 0


def test_the_clock_of_an_answered_question_has_stopped() -> None:
    timed = paper(timing=Timing(question_ms=19 * SECOND), feedback=Feedback.IMMEDIATE)
    sitting, _, _ = sit(timed)
    sitting.do(Select(0, "a"))
    assert sitting.question_ms() is None
    assert sitting.do(Visit(1)).current == 1
    assert sitting.question_ms() == 19 * SECOND


def test_an_answer_in_the_last_millisecond_counts_and_one_on_the_deadline_does_not() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(30 * MINUTE - 1)
    sitting.do(Select(0, "a"))
    clock.run(1)
    with pytest.raises(AlreadySubmitted, match="time was up"):
        sitting.do(Select(0, "b"))
    assert sitting.attempt.entries[0].response == "a"
    assert (sitting.attempt.ending, sitting.attempt.submitted_ms) == (Ending.TIME, 30 * MINUTE)


def test_ending_a_section_as_its_time_runs_out_leaves_the_next_one_open() -> None:
    sections = (Section("English", 1, MINUTE), Section("Reasoning", 1, MINUTE))
    sitting, clock, _ = sit(paper(2, sections=sections, locked=True))
    clock.run(MINUTE)
    with pytest.raises(NotAllowed):
        sitting.do(EndSection(0))
    assert sitting.attempt.phase is Phase.RUNNING
    assert sitting.attempt.section == 1


def test_two_late_ticks_are_one_end() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(HOUR)
    ended = sitting.tick()
    clock.run(HOUR)
    assert sitting.tick() is ended
    assert journal.kinds == ["start", "tick"]
    assert sitting.remaining_ms() == 0


def test_a_clock_that_goes_back_stands_still() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(MINUTE)
    sitting.tick()
    clock.monotonic -= 20 * SECOND
    assert sitting.remaining_ms() == 29 * MINUTE
    sitting.tick()
    clock.run(SECOND)
    assert sitting.remaining_ms() == 29 * MINUTE - SECOND
    assert sitting.tick().interruptions == ()


def test_a_time_of_day_set_back_and_forward_again_costs_nothing() -> None:
    sitting, clock, _ = sit(STRICT)
    clock.run(MINUTE)
    clock.wall -= 12 * HOUR
    sitting.tick()
    clock.run(MINUTE)
    clock.wall += 12 * HOUR
    sitting.tick()
    assert sitting.attempt.interruptions == ()
    assert sitting.remaining_ms() == 28 * MINUTE


def test_the_time_of_day_in_the_journal_never_goes_back() -> None:
    sitting, clock, journal = sit(TIMED)
    before = journal.records[-1]["w"]
    clock.wall -= HOUR
    clock.run(SECOND)
    sitting.do(Visit(1))
    assert journal.records[-1]["w"] == before + SECOND


# Heartbeats and waiting


def test_a_heartbeat_is_written_every_five_seconds() -> None:
    sitting, clock, journal = sit(TIMED)
    for _ in range(20):
        clock.run(SECOND)
        sitting.tick()
    assert [record["t"] for record in journal.records] == [0, 5000, 10_000, 15_000, 20_000]


def test_an_event_takes_the_place_of_a_heartbeat() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(3 * SECOND)
    sitting.do(Visit(1))
    clock.run(HEARTBEAT_MS - 1)
    sitting.tick()
    assert journal.kinds == ["start", "visit"]


def _tries(sitting: Sitting, clock: HandClock, until_ms: int) -> list[int]:
    """Return the seconds at which a sitting that is asked each second tries to write in vain."""
    tries = []
    for second in range(1, until_ms // SECOND + 1):
        clock.run(SECOND)
        try:
            sitting.tick()
        except OSError:
            tries.append(second)
    return tries


def test_where_nothing_can_be_written_the_pauses_between_two_tries_grow() -> None:
    sitting, clock, journal = sit(TIMED)
    journal.full = True
    assert _tries(sitting, clock, 2 * MINUTE) == [5, 10, 20, 40, 70, 100]
    journal.full = False
    clock.run(10 * SECOND)
    sitting.tick()
    assert not sitting.unsaved
    journal.full = True
    assert _tries(sitting, clock, 20 * SECOND) == [5, 10, 20]


def test_where_nothing_can_be_written_whatever_the_candidate_does_is_a_try() -> None:
    sitting, clock, journal = sit(TIMED)
    journal.full = True
    for _ in range(9):
        with pytest.raises(OSError, match="No space left"):
            sitting.do(Visit(1))
    journal.full = False
    clock.run(SECOND)
    assert sitting.do(Visit(1)).current == 1
    assert not sitting.unsaved
    assert sitting.wait_ms() == HEARTBEAT_MS


def test_what_is_due_to_close_is_tried_on_its_millisecond_however_long_the_pause() -> None:
    sitting, clock, journal = sit(TIMED)
    journal.full = True
    clock.run(30 * MINUTE - 8 * SECOND)
    assert sitting.warning_ms() == MINUTE
    for wait_ms in (5 * SECOND, 3 * SECOND, 20 * SECOND, 30 * SECOND):
        with pytest.raises(OSError, match="No space left"):
            sitting.tick()
        assert sitting.wait_ms() == wait_ms
        clock.run(wait_ms)
    journal.full = False
    assert sitting.tick().submitted_ms == 30 * MINUTE


def test_a_warning_does_not_wait_for_what_cannot_be_written() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(20 * MINUTE - SECOND)
    journal.full = True
    with pytest.raises(OSError, match="No space left"):
        sitting.tick()
    assert sitting.wait_ms() == SECOND
    clock.run(SECOND)
    assert sitting.warning_ms() == 10 * MINUTE


def test_a_refusal_does_not_mean_that_writing_works_again() -> None:
    sitting, _, journal = sit(TIMED)
    journal.full = True
    with pytest.raises(OSError, match="No space left"):
        sitting.do(Select(0, "b"))
    journal.full = False
    with pytest.raises(NotAllowed):
        sitting.do(Pause())
    assert sitting.unsaved


def test_waiting_as_told_meets_each_heartbeat_warning_and_deadline_on_its_millisecond() -> None:
    sitting, clock, journal = sit(paper(timing=Timing(paper_ms=62 * SECOND + 500)))
    woken = []
    while (wait := sitting.wait_ms()) is not None:
        assert wait > 0
        clock.run(wait)
        sitting.tick()
        woken.append((clock.monotonic - 5000, sitting.warning_ms()))
    assert woken[0] == (2500, ONE_MINUTE)
    assert [at for at, _ in woken[1:]] == [*range(5000, 62_000, 5000), 62_500]
    assert [left for _, left in woken[1:]] == [None] * 13
    assert journal.kinds == ["start", *["tick"] * 13]


def test_without_any_clock_there_is_still_the_heartbeat_to_wait_for() -> None:
    sitting, clock, _ = sit(paper())
    clock.run(3 * SECOND)
    assert sitting.wait_ms() == 2 * SECOND


def test_a_wait_that_is_overdue_is_no_wait() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(HOUR)
    assert sitting.wait_ms() == 0


def test_there_is_nothing_to_wait_for_in_a_pause_or_after_the_end() -> None:
    sitting, clock, _ = sit(PAUSABLE)
    sitting.do(Pause())
    assert sitting.wait_ms() is None
    clock.run(HOUR)
    assert sitting.tick().phase is Phase.PAUSED
    assert sitting.remaining_ms() == 30 * MINUTE
    sitting.do(Submit())
    assert sitting.wait_ms() is None


# Warnings


def warnings(sat: Paper, step: int) -> list[int]:
    """Return the warnings of a paper sat to its end, looked for every `step` ms."""
    sitting, clock, _ = sit(sat)
    found = []
    while sitting.attempt.phase is Phase.RUNNING:
        clock.run(step)
        sitting.tick()
        found.append(sitting.warning_ms())
    return [left for left in found if left is not None]


def test_the_candidate_is_warned_once_at_ten_minutes_and_once_at_one() -> None:
    assert warnings(TIMED, SECOND) == [TEN_MINUTES, ONE_MINUTE]


@pytest.mark.parametrize(
    ("minutes", "expected"), [(10, [ONE_MINUTE]), (2, [ONE_MINUTE]), (1, []), (0.5, [])]
)
def test_a_short_paper_has_no_warning_of_time_it_never_had(
    minutes: float, expected: list[int]
) -> None:
    assert warnings(paper(timing=Timing(paper_ms=int(minutes * MINUTE))), SECOND) == expected


def test_of_two_warnings_missed_only_the_later_is_given() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(29 * MINUTE + 30 * SECOND)
    sitting.tick()
    assert sitting.warning_ms() == ONE_MINUTE
    assert sitting.warning_ms() is None


def test_where_each_question_has_a_clock_nobody_is_warned_of_the_sum_of_them() -> None:
    clocks = Timing(paper_ms=20 * MINUTE, question_ms=10 * MINUTE)
    assert warnings(paper(2, timing=clocks), SECOND) == []


def test_each_section_with_a_clock_of_its_own_is_warned_of_once() -> None:
    assert warnings(IBPS, SECOND) == [TEN_MINUTES, ONE_MINUTE, TEN_MINUTES, ONE_MINUTE]


def test_a_section_shorter_than_a_warning_is_not_warned_of_time_it_never_had() -> None:
    sections = (Section("English", 1, 15 * MINUTE), Section("Reasoning", 1, 2 * MINUTE))
    sat = paper(2, sections=sections, locked=True)
    assert warnings(sat, SECOND) == [TEN_MINUTES, ONE_MINUTE, ONE_MINUTE]


def test_whichever_of_paper_and_section_closes_first_is_warned_of() -> None:
    both = replace(IBPS, timing=Timing(paper_ms=35 * MINUTE))
    sitting, clock, _ = sit(both)
    first = [sitting.section_closes_first]
    assert warnings(both, SECOND) == [TEN_MINUTES, ONE_MINUTE, TEN_MINUTES, ONE_MINUTE]
    clock.run(20 * MINUTE)
    sitting.tick()
    first.append(sitting.section_closes_first)
    assert first == [True, False]
    assert not sit(TIMED)[0].section_closes_first


def test_the_wait_ends_when_a_section_must_be_warned_of() -> None:
    sitting, clock, _ = sit(IBPS)
    clock.run(10 * MINUTE - SECOND)
    sitting.tick()
    sitting.warning_ms()
    assert sitting.wait_ms() == SECOND


def test_a_paper_that_has_ended_warns_of_nothing() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.run(19 * MINUTE)
    sitting.tick()
    clock.run(HOUR)
    sitting.tick()
    assert sitting.warning_ms() is None


# Sleep, crash and resume


def test_a_sleeping_laptop_is_an_interruption_and_the_clock_stood_still() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(13 * SECOND)
    clock.sleep(14 * MINUTE)
    sitting.tick()
    (gap,) = sitting.attempt.interruptions
    assert (gap.at_ms, gap.gap_ms, gap.charged) == (13 * SECOND, 14 * MINUTE, False)
    assert sitting.remaining_ms() == 30 * MINUTE - 13 * SECOND
    assert journal.records[-1]["w"] == clock.wall


def test_two_seconds_of_drift_are_no_interruption() -> None:
    sitting, clock, _ = sit(TIMED)
    clock.sleep(2 * SECOND)
    assert sitting.tick().interruptions == ()
    clock.sleep(2 * SECOND + 1)
    assert [gap.gap_ms for gap in sitting.tick().interruptions] == [2 * SECOND + 1]


def test_clocks_that_drift_apart_little_by_little_are_no_interruption() -> None:
    sitting, clock, _ = sit(STRICT)
    for _ in range(20):
        clock.run(SECOND)
        clock.sleep(SECOND // 2)
        sitting.tick()
    assert sitting.attempt.interruptions == ()


def test_a_time_of_day_set_right_before_the_start_hides_no_sleep_after_it() -> None:
    clock, journal = HandClock(), MemoryJournal()
    sitting = Sitting(new_attempt(TIMED), clock, journal)
    clock.wall -= 12 * HOUR
    sitting.do(Start())
    assert journal.records[0]["w"] == clock.wall
    clock.sleep(MINUTE)
    assert [gap.gap_ms for gap in sitting.tick().interruptions] == [MINUTE]


def test_time_before_a_sleep_is_not_given_back_by_a_crash_after_it() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(4 * SECOND)
    clock.sleep(MINUTE)
    sitting.tick()
    assert resumed(TIMED, clock, journal).remaining_ms() == 30 * MINUTE - 4 * SECOND


def test_a_strict_paper_runs_on_while_the_machine_sleeps() -> None:
    sitting, clock, _ = sit(STRICT)
    clock.run(13 * SECOND)
    clock.sleep(14 * MINUTE)
    sitting.do(Select(0, "a"))
    assert sitting.attempt.interruptions[0].charged
    assert sitting.remaining_ms() == 16 * MINUTE - 13 * SECOND


def test_a_strict_interruption_that_outlasts_the_paper_ends_it_at_its_deadline() -> None:
    sitting, clock, journal = sit(STRICT)
    clock.sleep(24 * HOUR)
    with pytest.raises(AlreadySubmitted, match="time was up"):
        sitting.do(Select(0, "a"))
    assert sitting.attempt.submitted_ms == 30 * MINUTE
    assert sitting.attempt.entries[0].response is None
    assert journal.forced[-1]
    assert sitting.warning_ms() is None


def test_a_section_that_ends_while_the_process_sleeps_closes_at_its_own_deadline() -> None:
    sections = (Section("English", 1, 20 * MINUTE), Section("Reasoning", 1, 20 * MINUTE))
    sitting, clock, _ = sit(paper(2, sections=sections, locked=True, timing=Timing(strict=True)))
    clock.run(MINUTE)
    clock.sleep(24 * MINUTE)
    attempt = sitting.tick()
    assert (attempt.section, attempt.section_ms) == (1, 20 * MINUTE)
    assert [entry.spent_ms for entry in attempt.entries] == [20 * MINUTE, 5 * MINUTE]


def test_what_was_due_before_a_sleep_is_closed_before_it() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(31 * MINUTE)
    clock.sleep(HOUR)
    attempt = sitting.tick()
    assert (attempt.phase, attempt.interruptions) == (Phase.SUBMITTED, ())
    assert journal.kinds == ["start", "tick"]


def test_a_sleep_that_could_not_be_written_is_charged_once_it_can() -> None:
    sitting, clock, journal = sit(STRICT)
    clock.sleep(14 * MINUTE)
    journal.full = True
    for _ in range(2):
        with pytest.raises(OSError, match="No space left"):
            sitting.do(Visit(1))
    assert sitting.attempt.interruptions == ()
    journal.full = False
    clock.run(10 * SECOND)
    sitting.tick()
    assert sitting.remaining_ms() == 16 * MINUTE - 10 * SECOND
    assert replay(STRICT, journal.records) == sitting.attempt


def test_a_pause_in_which_the_laptop_sleeps_costs_nothing_even_if_strict() -> None:
    strict = paper(timing=Timing(paper_ms=30 * MINUTE, pause=True, strict=True))
    sitting, clock, _ = sit(strict)
    clock.run(MINUTE)
    sitting.do(Pause())
    clock.run(MINUTE)
    clock.sleep(3 * HOUR)
    sitting.do(Resume())
    assert sitting.remaining_ms() == 29 * MINUTE
    assert [gap.charged for gap in sitting.attempt.interruptions] == [False]


def test_resuming_goes_on_from_the_last_heartbeat_with_every_answer() -> None:
    sitting, clock, journal = sit(TIMED)
    sitting.do(Select(0, "b"))
    clock.run(12 * SECOND)
    sitting.tick()
    clock.run(2 * SECOND)
    clock.run(14 * MINUTE)
    again = resumed(TIMED, clock, journal)
    assert again.attempt.entries[0].response == "b"
    assert again.remaining_ms() == 30 * MINUTE - 12 * SECOND
    assert again.attempt.interruptions[0].gap_ms == 14 * MINUTE + 2 * SECOND
    assert replay(TIMED, journal.records) == again.attempt


def test_resuming_a_strict_paper_whose_time_ran_out_meanwhile_finds_it_submitted() -> None:
    _, clock, journal = sit(STRICT)
    clock.run(2 * HOUR)
    again = resumed(STRICT, clock, journal)
    assert (again.attempt.ending, again.attempt.submitted_ms) == (Ending.TIME, 30 * MINUTE)
    assert journal.kinds == ["start", "interrupt"]
    assert replay(STRICT, journal.records) == again.attempt


def test_a_crash_right_after_a_strict_interruption_gives_no_time_back() -> None:
    sitting, clock, journal = sit(STRICT)
    clock.sleep(14 * MINUTE)
    sitting.tick()
    del journal.lines[journal.kinds.index("interrupt") + 1 :]
    assert resumed(STRICT, clock, journal).remaining_ms() == 16 * MINUTE


def test_resuming_after_the_time_of_day_was_set_back_charges_nothing() -> None:
    _, clock, journal = sit(STRICT)
    clock.wall -= 24 * HOUR
    again = resumed(STRICT, clock, journal)
    assert again.remaining_ms() == 30 * MINUTE
    clock.wall += 24 * HOUR
    again.tick()
    assert again.remaining_ms() == 30 * MINUTE


@pytest.mark.parametrize(
    ("timing", "last"),
    [
        (Timing(paper_ms=30 * MINUTE), Select(0, "a")),
        (Timing(paper_ms=30 * MINUTE, strict=True), Select(0, "a")),
        (Timing(paper_ms=30 * MINUTE, strict=True, pause=True), Pause()),
        (Timing(question_ms=19 * SECOND), Select(0, "a")),
    ],
)
@pytest.mark.parametrize("gap", [-HOUR, 0, 14 * MINUTE, 24 * HOUR])
@pytest.mark.parametrize("of_sections", [False, True])
def test_the_time_left_after_a_gap_is_known_before_resuming(
    timing: Timing, last: Event, gap: int, of_sections: bool
) -> None:
    sat = replace(IBPS, timing=timing) if of_sections else paper(timing=timing)
    sitting, clock, journal = sit(sat)
    clock.run(2 * SECOND)
    sitting.do(last)
    foretold = left_after(sitting.attempt, gap)
    clock.sleep(gap)
    assert resumed(sat, clock, journal).remaining_ms() == foretold


def test_coming_and_going_gains_no_time() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(3 * SECOND)
    sitting.leave()
    sitting.leave()
    assert journal.kinds == ["start", "tick"]
    assert resumed(TIMED, clock, journal).remaining_ms() == 30 * MINUTE - 3 * SECOND


def test_leaving_what_is_over_writes_nothing() -> None:
    sitting, clock, journal = sit(TIMED)
    sitting.do(Submit())
    clock.run(3 * SECOND)
    sitting.leave()
    assert journal.kinds == ["start", "submit"]


def test_a_pause_lasts_over_a_crash() -> None:
    sitting, clock, journal = sit(PAUSABLE)
    sitting.do(Pause())
    clock.run(HOUR)
    again = resumed(PAUSABLE, clock, journal)
    assert again.attempt.phase is Phase.PAUSED
    again.do(Resume())
    assert again.remaining_ms() == 30 * MINUTE


def test_a_warning_is_not_repeated_after_a_resume() -> None:
    sitting, clock, journal = sit(TIMED)
    clock.run(20 * MINUTE)
    sitting.tick()
    assert sitting.warning_ms() == TEN_MINUTES
    assert resumed(TIMED, clock, journal).warning_ms() is None


@pytest.mark.parametrize("finished", [True, False])
def test_opening_an_attempt_that_does_not_run_writes_nothing(finished: bool) -> None:
    clock, journal = HandClock(), MemoryJournal()
    attempt = new_attempt(TIMED)
    if finished:
        sitting, clock, journal = sit(TIMED)
        attempt = sitting.do(Submit())
    before = list(journal.lines)
    again = Sitting(attempt, clock, journal, clock.wall - HOUR)
    assert again.attempt is attempt
    assert journal.lines == before


def test_a_disk_that_is_full_at_resume_is_told() -> None:
    _, clock, journal = sit(TIMED)
    journal.full = True
    with pytest.raises(OSError, match="No space left"):
        resumed(TIMED, clock, journal)


@pytest.mark.parametrize("event", [Start(), Resume()])
def test_refusals_reach_the_candidate_in_words(event: Event) -> None:
    sitting, _, _ = sit(TIMED)
    assert sitting.paper is TIMED
    with pytest.raises(Refused, match="has been started"):
        sitting.do(event)
    assert started(TIMED).phase is Phase.RUNNING
