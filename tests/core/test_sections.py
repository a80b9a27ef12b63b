"""Papers of several sections, free and locked, with and without clocks of their own."""

import pytest

from quizgen.core.attempt import apply, can_open, deadlines, may_read
from quizgen.core.events import EndSection, Pause, Resume, Select, Submit, Tick, Visit
from quizgen.core.paper import Feedback, Paper, Section, Timing
from quizgen.core.refusals import CannotOpen, NotAllowed, QuestionLocked
from quizgen.core.result import result
from quizgen.core.state import Attempt, Ending, Phase
from tests.core.samples import MINUTE, SECOND, after, item, paper, started

IBPS = paper(
    4,
    sections=(Section("English", 2, 20 * MINUTE), Section("Reasoning", 2, 20 * MINUTE)),
    locked=True,
)
BY_HAND = paper(4, sections=(Section("English", 2), Section("Reasoning", 2)), locked=True)
FREE = paper(4, sections=(Section("English", 2), Section("Reasoning", 2)))


def closed(attempt: Attempt) -> list[bool]:
    """Return which questions can no longer be answered."""
    return [entry.locked for entry in attempt.entries]


def test_free_sections_are_one_paper() -> None:
    attempt = after(started(FREE), (1000, Visit(3)), (2000, Visit(0)))
    assert attempt.current == 0
    with pytest.raises(NotAllowed, match="not closed one by one"):
        apply(attempt, EndSection(0), 3000)


def test_only_the_questions_of_the_open_section_can_be_opened() -> None:
    attempt = started(IBPS)
    assert [can_open(attempt, index) for index in range(4)] == [True, True, False, False]
    assert [may_read(attempt, index) for index in range(4)] == [True, True, False, False]
    with pytest.raises(CannotOpen, match="question 3 is in section Reasoning, which is not open"):
        apply(attempt, Visit(2), 1000)


def test_a_section_closes_by_itself_at_its_end_and_the_next_one_opens() -> None:
    attempt = after(started(IBPS), (21 * MINUTE, Tick()))
    assert (attempt.section, attempt.current) == (1, 2)
    assert deadlines(attempt) == (None, 40 * MINUTE, None)
    assert [entry.spent_ms for entry in attempt.entries] == [20 * MINUTE, 0, MINUTE, 0]


def test_a_closed_section_cannot_be_reopened_and_its_questions_are_closed() -> None:
    attempt = after(started(IBPS), (1000, Select(0, "a")), (20 * MINUTE, Tick()))
    assert closed(attempt) == [True, True, False, False]
    assert [may_read(attempt, index) for index in range(4)] == [True, False, True, True]
    with pytest.raises(CannotOpen, match="section English"):
        apply(attempt, Visit(0), 21 * MINUTE)
    with pytest.raises(QuestionLocked, match="question 1 is closed"):
        apply(attempt, Select(0, "b"), 21 * MINUTE)


def test_the_last_section_ends_the_paper_at_its_own_deadline() -> None:
    attempt = after(started(IBPS), (9 * 60 * MINUTE, Tick()))
    assert (attempt.ending, attempt.submitted_ms) == (Ending.TIME, 40 * MINUTE)
    assert [entry.spent_ms for entry in attempt.entries] == [20 * MINUTE, 0, 20 * MINUTE, 0]


def test_two_late_ticks_close_what_one_would_have() -> None:
    once = after(started(IBPS), (41 * MINUTE, Tick()))
    twice = after(started(IBPS), (25 * MINUTE, Tick()), (41 * MINUTE, Tick()))
    assert once == twice


def test_a_section_ended_early_gives_the_next_one_its_full_time() -> None:
    attempt = after(started(IBPS), (5 * MINUTE, EndSection(0)))
    assert (attempt.section, attempt.current) == (1, 2)
    assert deadlines(attempt) == (None, 25 * MINUTE, None)
    assert closed(attempt) == [True, True, False, False]


def test_the_last_section_is_ended_by_submitting() -> None:
    attempt = after(started(BY_HAND), (1000, EndSection(0)))
    with pytest.raises(NotAllowed, match="submit the paper instead"):
        apply(attempt, EndSection(1), 2000)
    assert apply(attempt, Submit(), 2000).phase is Phase.SUBMITTED


def test_ending_a_section_that_just_ended_by_itself_does_not_end_the_next_one() -> None:
    attempt = after(started(IBPS), (20 * MINUTE, Tick()))
    with pytest.raises(NotAllowed, match="section Reasoning is open"):
        apply(attempt, EndSection(0), 20 * MINUTE + 1)
    assert attempt.section == 1


def test_a_pause_moves_no_deadline_of_a_section() -> None:
    pausable = paper(
        2,
        sections=(Section("English", 1, MINUTE), Section("Reasoning", 1, MINUTE)),
        locked=True,
        timing=Timing(pause=True),
    )
    attempt = after(
        started(pausable), (50_000, Pause()), (90_000, Resume()), (59_999, Select(0, "a"))
    )
    assert attempt.section == 0
    assert apply(attempt, Tick(), 60_000).section == 1


def test_paper_section_and_question_that_end_at_once_end_the_paper() -> None:
    everything = paper(
        2,
        sections=(Section("English", 1, 19_000), Section("Reasoning", 1, 19_000)),
        locked=True,
        timing=Timing(paper_ms=38_000, question_ms=19_000),
    )
    attempt = after(started(everything), (19_000, Tick()))
    assert (attempt.section, attempt.current, attempt.phase) == (1, 1, Phase.RUNNING)
    attempt = after(attempt, (50_000, Tick()))
    assert (attempt.phase, attempt.submitted_ms) == (Phase.SUBMITTED, 38_000)


@pytest.mark.parametrize("locked", [True, False])
def test_question_clocks_run_through_sections_to_the_end(locked: bool) -> None:
    speed = paper(
        3,
        sections=(Section("English", 1), Section("Reasoning", 2)),
        locked=locked,
        timing=Timing(question_ms=19 * SECOND),
    )
    attempt = after(started(speed), (20 * SECOND, Tick()))
    assert (attempt.current, attempt.section) == (1, 1 if locked else 0)
    attempt = after(attempt, (60 * SECOND, Tick()))
    assert (attempt.ending, attempt.submitted_ms) == (Ending.TIME, 57 * SECOND)


def test_leaving_a_question_that_has_a_clock_by_ending_its_section_locks_it() -> None:
    speed = paper(
        2,
        sections=(Section("English", 1), Section("Reasoning", 1)),
        locked=True,
        timing=Timing(question_ms=19 * SECOND),
    )
    attempt = after(started(speed), (5 * SECOND, EndSection(0)))
    assert closed(attempt) == [True, False]
    assert attempt.entries[0].spent_ms == 5 * SECOND


def test_in_practice_the_questions_of_a_closed_section_count_as_left_blank() -> None:
    practice: Paper = paper(
        3,
        sections=(Section("English", 2, MINUTE), Section("Reasoning", 1, MINUTE)),
        locked=True,
        feedback=Feedback.IMMEDIATE,
    )
    attempt = after(started(practice), (1000, Select(0, "a")), (MINUTE, Tick()))
    answers = [item(question.id).answer for question in practice.questions]
    found = result(attempt, answers).tally
    assert (found.right, found.unanswered) == (1, 1)
