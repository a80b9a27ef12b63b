"""The rules of an attempt, one after the other as the header of `attempt.py` states them."""

import pytest

from quizgen.core.attempt import apply, can_open, deadlines, is_due, may_read, next_deadline
from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Interrupt,
    Level,
    Mark,
    Pause,
    Resume,
    Select,
    Start,
    Submit,
    Tick,
    Visit,
)
from quizgen.core.paper import Feedback, Timing
from quizgen.core.refusals import (
    AlreadyStarted,
    AlreadySubmitted,
    CannotOpen,
    Late,
    NoSuchOption,
    NotAllowed,
    NotStarted,
    OnPause,
    QuestionLocked,
    QuestionNotOpen,
    Refused,
)
from quizgen.core.state import Attempt, Change, Ending, Interruption, Phase, new_attempt
from tests.core.samples import MINUTE, SECOND, after, paper, started

TIMED = paper(timing=Timing(paper_ms=30 * MINUTE))
PAUSABLE = paper(timing=Timing(paper_ms=30 * MINUTE, pause=True))
PRACTICE = paper(feedback=Feedback.IMMEDIATE)
SPEED = paper(timing=Timing(question_ms=19 * SECOND))


# The start


def test_before_the_start_nothing_has_been_seen_and_no_clock_runs() -> None:
    attempt = new_attempt(TIMED)
    assert attempt.phase is Phase.READY
    assert not any(entry.visited for entry in attempt.entries)
    assert next_deadline(attempt) is None
    assert not is_due(attempt, 31 * MINUTE)


def test_reading_the_instructions_costs_no_exam_time() -> None:
    attempt = apply(new_attempt(TIMED), Start(), 5 * MINUTE)
    assert attempt.now_ms == 0
    assert next_deadline(attempt) == 30 * MINUTE


def test_the_start_opens_the_first_question() -> None:
    attempt = started(TIMED)
    assert (attempt.phase, attempt.current) == (Phase.RUNNING, 0)
    assert [entry.visited for entry in attempt.entries] == [True, False, False]


# Answering


def test_selecting_saves_at_once() -> None:
    attempt = after(started(TIMED), (SECOND, Select(0, "b")))
    assert attempt.entries[0].response == "b"


def test_an_answer_may_be_changed_and_cleared_and_every_change_is_remembered() -> None:
    attempt = after(
        started(TIMED), (1000, Select(0, "b")), (2000, Select(0, "c")), (3000, Clear(0))
    )
    assert attempt.entries[0].response is None
    assert attempt.changes == (Change(0, 1000, "b"), Change(0, 2000, "c"), Change(0, 3000, None))


def test_choosing_the_same_option_again_is_no_change() -> None:
    attempt = after(started(TIMED), (1000, Select(0, "b")), (2000, Select(0, "b")))
    assert attempt.changes == (Change(0, 1000, "b"),)


def test_clearing_a_question_that_has_no_response_is_no_change() -> None:
    assert after(started(TIMED), (1000, Clear(0))).changes == ()


def test_an_answer_marked_for_review_counts_and_keeps_its_mark() -> None:
    attempt = after(started(TIMED), (1000, Select(0, "b")), (2000, Mark(0, on=True)))
    assert (attempt.entries[0].response, attempt.entries[0].marked) == ("b", True)
    attempt = after(attempt, (3000, Mark(0, on=False)))
    assert (attempt.entries[0].response, attempt.entries[0].marked) == ("b", False)


def test_certainty_can_be_said_taken_back_and_goes_with_the_response() -> None:
    attempt = after(started(TIMED), (1000, Select(0, "b")), (1000, Certainty(0, Level.GUESS)))
    assert attempt.entries[0].certainty is Level.GUESS
    assert after(attempt, (2000, Certainty(0, None))).entries[0].certainty is None
    assert after(attempt, (2000, Clear(0))).entries[0].certainty is None


def test_an_answer_typed_for_one_question_never_lands_on_another() -> None:
    attempt = after(started(TIMED), (1000, Visit(1)))
    with pytest.raises(QuestionNotOpen, match="question 2 is open, not 1"):
        apply(attempt, Select(0, "b"), 2000)


def test_there_is_no_option_but_those_shown() -> None:
    with pytest.raises(NoSuchOption, match="question 1 has no such option"):
        apply(started(TIMED), Select(0, "e"), 1000)


@pytest.mark.parametrize("question", [-1, 3])
def test_there_is_no_question_but_those_of_the_paper(question: int) -> None:
    attempt = started(TIMED)
    with pytest.raises(QuestionNotOpen, match="there are questions 1 to 3"):
        apply(attempt, Select(question, "a"), 1000)
    with pytest.raises(CannotOpen, match="there are questions 1 to 3"):
        apply(attempt, Visit(question), 1000)
    assert not can_open(attempt, question)


def test_questions_may_be_taken_in_any_order() -> None:
    attempt = after(started(TIMED), (1000, Visit(2)), (2000, Visit(0)))
    assert attempt.current == 0
    assert [entry.visited for entry in attempt.entries] == [True, False, True]
    assert can_open(attempt, 1)
    assert all(may_read(attempt, index) for index in range(3))


def test_a_question_with_its_own_clock_is_read_only_once_that_runs() -> None:
    attempt = after(started(paper(timing=Timing(question_ms=19_000))), (1000, Visit(1)))
    assert can_open(attempt, 2)
    assert [may_read(attempt, index) for index in range(3)] == [True, True, False]


# Time


def test_each_question_is_charged_with_the_time_it_was_open() -> None:
    attempt = after(
        started(TIMED), (10_000, Visit(1)), (13_000, Visit(0)), (20_000, Tick()), (21_500, Submit())
    )
    assert [entry.spent_ms for entry in attempt.entries] == [18_500, 3_000, 0]


def test_opening_the_open_question_again_changes_nothing_but_the_time() -> None:
    attempt = after(started(SPEED), (4000, Visit(0)))
    assert attempt.opened_ms == 0
    assert next_deadline(attempt) == 19 * SECOND


def test_an_event_dated_before_the_last_happens_at_the_time_of_the_last() -> None:
    attempt = after(started(TIMED), (9000, Select(0, "a")), (4000, Select(0, "b")))
    assert attempt.now_ms == 9000
    assert attempt.changes[-1] == Change(0, 9000, "b")


def test_time_stands_still_while_paused() -> None:
    attempt = after(
        started(PAUSABLE),
        (9000, Pause()),
        (50 * MINUTE, Tick()),
        (51 * MINUTE, Resume()),
    )
    assert (attempt.phase, attempt.now_ms) == (Phase.RUNNING, 9000)
    assert attempt.entries[0].spent_ms == 9000
    assert next_deadline(attempt) == 30 * MINUTE


def test_a_mock_has_no_pause() -> None:
    with pytest.raises(NotAllowed, match="this paper has no pause"):
        apply(started(TIMED), Pause(), 1000)


def test_a_paused_paper_can_be_submitted_but_not_answered() -> None:
    attempt = after(started(PAUSABLE), (9000, Pause()))
    with pytest.raises(OnPause, match="resume first"):
        apply(attempt, Select(0, "a"), 9000)
    done = apply(attempt, Submit(), 20_000)
    assert (done.submitted_ms, done.ending) == (9000, Ending.CANDIDATE)


# The end


def test_submitting_notes_who_ended_it_and_when() -> None:
    attempt = after(started(TIMED), (5 * MINUTE, Submit()))
    assert attempt.phase is Phase.SUBMITTED
    assert (attempt.ending, attempt.submitted_ms) == (Ending.CANDIDATE, 5 * MINUTE)
    assert attempt.entries[0].spent_ms == 5 * MINUTE


def test_at_zero_the_paper_submits_itself_at_its_deadline_however_late_the_tick() -> None:
    attempt = after(started(TIMED), (1000, Select(0, "a")), (3 * 60 * MINUTE, Tick()))
    assert attempt.phase is Phase.SUBMITTED
    assert (attempt.ending, attempt.submitted_ms) == (Ending.TIME, 30 * MINUTE)
    assert attempt.entries[0].response == "a"
    assert attempt.entries[0].spent_ms == 30 * MINUTE


def test_an_answer_in_the_last_millisecond_counts() -> None:
    attempt = after(started(TIMED), (30 * MINUTE - 1, Select(0, "a")))
    assert attempt.entries[0].response == "a"


@pytest.mark.parametrize(
    "event", [Select(0, "a"), Clear(0), Visit(1), Mark(0, on=True), Submit(), Interrupt(9)]
)
def test_what_arrives_on_the_very_millisecond_of_the_deadline_is_late(event: Event) -> None:
    with pytest.raises(Late, match="time was up"):
        apply(started(TIMED), event, 30 * MINUTE)


ALL_EVENTS: list[Event] = [
    Start(),
    Visit(1),
    Select(0, "a"),
    Clear(0),
    Mark(0, on=True),
    Certainty(0, Level.SURE),
    Tick(),
    Pause(),
    Resume(),
    Interrupt(1000),
    EndSection(0),
    Submit(),
]


@pytest.mark.parametrize("event", ALL_EVENTS)
def test_after_submission_nothing_can_be_changed(event: Event) -> None:
    attempt = after(started(PAUSABLE), (1000, Submit()))
    with pytest.raises(AlreadySubmitted, match="the paper was submitted; nothing can be changed"):
        apply(attempt, event, 2000)


def test_who_answers_after_time_ended_the_paper_is_told_that_time_was_up() -> None:
    attempt = after(started(TIMED), (30 * MINUTE, Tick()))
    with pytest.raises(AlreadySubmitted, match="time was up"):
        apply(attempt, Select(0, "a"), 30 * MINUTE + 1)


@pytest.mark.parametrize("event", [event for event in ALL_EVENTS if event != Start()])
def test_before_the_start_there_is_nothing_but_the_start(event: Event) -> None:
    with pytest.raises(NotStarted):
        apply(new_attempt(TIMED), event, 0)


@pytest.mark.parametrize("event", [Start(), Resume()])
def test_what_runs_cannot_be_started_again(event: Event) -> None:
    with pytest.raises(AlreadyStarted):
        apply(started(PAUSABLE), event, 1000)


# Interruptions


def test_an_interruption_is_noted_where_the_clock_stood() -> None:
    attempt = after(started(TIMED), (9000, Interrupt(14 * MINUTE)))
    assert attempt.interruptions == (Interruption(9000, 14 * MINUTE, charged=False),)
    assert attempt.now_ms == 9000
    assert attempt.entries[0].spent_ms == 9000


def test_a_charged_interruption_takes_its_time_off_the_clock_in_the_same_event() -> None:
    attempt = after(started(TIMED), (9000, Interrupt(14 * MINUTE, charged=True)))
    assert attempt.interruptions == (Interruption(9000, 14 * MINUTE, charged=True),)
    assert attempt.now_ms == 14 * MINUTE + 9000


def test_a_charged_interruption_that_outlasts_the_paper_ends_it_at_its_deadline() -> None:
    attempt = after(started(TIMED), (9000, Interrupt(24 * 60 * MINUTE, charged=True)))
    assert (attempt.ending, attempt.submitted_ms) == (Ending.TIME, 30 * MINUTE)
    assert len(attempt.interruptions) == 1


@pytest.mark.parametrize("charged", [True, False])
def test_a_machine_that_sleeps_during_a_pause_is_noted_and_costs_nothing(charged: bool) -> None:
    attempt = after(started(PAUSABLE), (9000, Pause()), (9000, Interrupt(MINUTE, charged)))
    assert attempt.interruptions == (Interruption(9000, MINUTE, charged=False),)
    assert attempt.now_ms == 9000


def test_no_interruption_turns_the_clock_back() -> None:
    attempt = after(started(TIMED), (9000, Interrupt(-MINUTE, charged=True)))
    assert attempt.now_ms == 9000


# Immediate feedback


def test_in_practice_an_answer_is_final() -> None:
    attempt = after(started(PRACTICE), (1000, Select(0, "b")))
    assert attempt.entries[0].locked
    for event in (Select(0, "a"), Clear(0), Mark(0, on=True), Certainty(0, Level.SURE)):
        with pytest.raises(QuestionLocked, match="question 1 is closed"):
            apply(attempt, event, 2000)


def test_in_practice_a_skipped_question_is_given_up() -> None:
    attempt = after(started(PRACTICE), (1000, Clear(0)))
    assert (attempt.entries[0].response, attempt.entries[0].locked) == (None, True)


def test_reading_the_explanation_is_not_time_spent_on_the_question() -> None:
    attempt = after(started(PRACTICE), (6000, Select(0, "b")), (66_000, Visit(1)))
    assert attempt.entries[0].spent_ms == 6000


def test_one_may_return_to_an_explanation() -> None:
    attempt = after(started(PRACTICE), (1000, Select(0, "b")), (2000, Visit(1)), (3000, Visit(0)))
    assert attempt.current == 0
    assert attempt.entries[0].locked


def test_certainty_said_before_the_answer_stays_with_it() -> None:
    attempt = after(started(PRACTICE), (900, Certainty(0, Level.SURE)), (1000, Select(0, "b")))
    assert attempt.entries[0].certainty is Level.SURE


# A clock for each question


def test_at_zero_the_question_locks_and_the_next_one_opens_with_its_full_time() -> None:
    attempt = after(started(SPEED), (21 * SECOND, Tick()))
    assert attempt.entries[0].locked
    assert attempt.entries[0].spent_ms == 19 * SECOND
    assert (attempt.current, attempt.opened_ms) == (1, 19 * SECOND)
    assert deadlines(attempt) == (None, None, 38 * SECOND)


def test_a_late_tick_closes_each_question_at_its_own_deadline() -> None:
    attempt = after(started(SPEED), (40 * SECOND, Tick()))
    assert [entry.spent_ms for entry in attempt.entries] == [19_000, 19_000, 2_000]
    assert attempt.current == 2


def test_the_last_question_ends_the_paper() -> None:
    attempt = after(started(SPEED), (58 * SECOND, Tick()))
    assert (attempt.ending, attempt.submitted_ms) == (Ending.TIME, 57 * SECOND)


def test_leaving_a_question_that_has_a_clock_locks_it_for_good() -> None:
    attempt = after(started(SPEED), (5000, Select(0, "a")), (6000, Visit(1)))
    assert attempt.entries[0].locked
    assert next_deadline(attempt) == 25 * SECOND
    with pytest.raises(CannotOpen, match="taken in order"):
        apply(attempt, Visit(0), 7000)
    with pytest.raises(QuestionLocked):
        apply(attempt, Select(0, "b"), 7000)


def test_questions_with_a_clock_are_taken_in_order() -> None:
    with pytest.raises(CannotOpen, match="taken in order"):
        apply(started(SPEED), Visit(2), 1000)


def test_an_answer_at_the_question_s_deadline_is_late_and_does_not_fall_on_the_next_one() -> None:
    attempt = started(SPEED)
    with pytest.raises(Late):
        apply(attempt, Select(0, "a"), 19 * SECOND)
    attempt = apply(attempt, Tick(), 19 * SECOND)
    with pytest.raises(QuestionLocked):
        apply(attempt, Select(0, "a"), 19 * SECOND)
    assert attempt.entries[1].response is None


def test_in_timed_practice_the_candidate_stays_to_read_the_explanation() -> None:
    timed = paper(timing=Timing(question_ms=19 * SECOND), feedback=Feedback.IMMEDIATE)
    attempt = after(started(timed), (60 * SECOND, Tick()))
    assert (attempt.current, attempt.entries[0].locked) == (0, True)
    assert attempt.entries[0].spent_ms == 19 * SECOND
    assert next_deadline(attempt) is None
    attempt = after(attempt, (80 * SECOND, Visit(1)))
    assert next_deadline(attempt) == 99 * SECOND


def test_where_paper_and_question_end_at_once_the_paper_ends() -> None:
    both = paper(timing=Timing(paper_ms=19 * SECOND, question_ms=19 * SECOND))
    attempt = after(started(both), (19 * SECOND, Tick()))
    assert attempt.phase is Phase.SUBMITTED
    assert not attempt.entries[1].visited


# Refusals


@pytest.mark.parametrize(
    ("attempt", "event"),
    [
        (new_attempt(TIMED), Submit()),
        (started(TIMED), Select(1, "a")),
        (started(TIMED), Select(0, "z")),
        (started(TIMED), EndSection(0)),
        (after(started(PAUSABLE), (1, Pause())), Mark(0, on=True)),
        (after(started(PRACTICE), (1, Select(0, "a"))), Select(0, "b")),
        (after(started(TIMED), (1, Submit())), Clear(0)),
    ],
)
def test_a_refused_event_changes_nothing_and_says_why(attempt: Attempt, event: Event) -> None:
    before = repr(attempt)
    with pytest.raises(Refused, match=r"^[a-z].+[^.]$"):
        apply(attempt, event, 5000)
    assert repr(attempt) == before
