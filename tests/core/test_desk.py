"""What both front ends learn of a sitting: each piece of news once, and no error raised."""

import pytest

from quizgen.core.desk import Desk, Gap, Unsaved, Warned
from quizgen.core.events import EndSection, Select, Submit, Visit
from quizgen.core.paper import Paper, Section, Timing
from quizgen.core.refusals import CannotOpen
from quizgen.core.sitting import HEARTBEAT_MS, WARNINGS_MS, Sitting
from tests.core.samples import HOUR, MINUTE, SECOND, paper, sit

TEN, ONE = WARNINGS_MS
TIMED = paper(timing=Timing(paper_ms=30 * MINUTE))
STRICT = paper(timing=Timing(paper_ms=30 * MINUTE, strict=True))


def test_an_event_happens_or_its_error_is_returned() -> None:
    sitting, _, journal = sit(TIMED)
    desk = Desk(sitting)
    assert desk.do(Select(0, "a")) is None
    assert desk.attempt.entries[0].response == "a"
    assert isinstance(desk.do(Visit(7)), CannotOpen)
    journal.full = True
    assert isinstance(desk.do(Select(0, "b")), OSError)
    assert desk.attempt.entries[0].response == "a"
    assert (desk.sitting, desk.paper) == (sitting, TIMED)


def test_the_time_is_warned_of_once_each() -> None:
    sitting, clock, _ = sit(TIMED)
    desk = Desk(sitting)
    assert desk.news() == []
    clock.run(20 * MINUTE)
    assert desk.news() == [Warned(TEN, section=False)]
    assert desk.news() == []
    clock.run(9 * MINUTE)
    assert desk.news() == [Warned(ONE, section=False)]


def test_where_a_section_closes_first_it_is_warned_of() -> None:
    sections = (Section("Polity", 1, 12 * MINUTE), Section("Economy", 1, 12 * MINUTE))
    sitting, clock, _ = sit(paper(2, sections=sections, locked=True))
    desk = Desk(sitting)
    clock.run(2 * MINUTE)
    assert desk.news() == [Warned(TEN, section=True)]
    desk.do(EndSection(0))
    clock.run(2 * MINUTE)
    assert desk.news() == [Warned(TEN, section=True)]


@pytest.mark.parametrize(("sat", "charged"), [(TIMED, False), (STRICT, True)])
def test_an_interruption_while_sitting_is_told_once(sat: Paper, charged: bool) -> None:
    sitting, clock, _ = sit(sat)
    desk = Desk(sitting)
    clock.sleep(14 * MINUTE)
    assert desk.news() == [Gap(14 * MINUTE, charged)]
    assert desk.news() == []


def test_the_interruption_before_a_resume_is_no_news() -> None:
    sitting, clock, journal = sit(TIMED)
    again = Desk(Sitting(sitting.attempt, clock, journal, clock.wall - HOUR))
    assert len(again.attempt.interruptions) == 1
    assert again.news() == []


def test_time_that_cannot_be_written_is_told_once_until_it_works_again() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    for _ in range(2):
        journal.full = True
        clock.run(6 * SECOND)
        (told,) = desk.news()
        assert isinstance(told, Unsaved)
        assert "No space left" in str(told.error)
        assert desk.news() == []
        journal.full = False
        assert desk.news() == []


def test_while_nothing_can_be_written_nobody_asks_more_often_than_a_heartbeat() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    assert desk.wait_ms() == HEARTBEAT_MS
    clock.run(6 * SECOND)
    assert desk.wait_ms() == 0
    journal.full = True
    desk.news()
    assert desk.wait_ms() == HEARTBEAT_MS
    journal.full = False
    desk.do(Select(0, "a"))
    clock.run(2 * SECOND)
    assert desk.wait_ms() == HEARTBEAT_MS - 2 * SECOND


def test_an_answer_that_could_not_be_saved_silences_the_heartbeat_too() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    journal.full = True
    assert isinstance(desk.do(Select(0, "a")), OSError)
    clock.run(6 * SECOND)
    assert desk.news() == []


def test_after_the_end_there_is_nothing_to_wait_for() -> None:
    sitting, _, _ = sit(TIMED)
    desk = Desk(sitting)
    desk.do(Submit())
    assert desk.wait_ms() is None
    assert desk.news() == []
