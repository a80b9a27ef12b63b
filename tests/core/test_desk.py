"""What both front ends learn of a sitting: each piece of news once, and no error raised."""

import pytest

from quizgen.core.desk import Desk, Gap, Saved, Unsaved, Warned
from quizgen.core.events import EndSection, Pause, Select, Submit, Visit
from quizgen.core.paper import Paper, Section, Timing
from quizgen.core.refusals import CannotOpen, NotAllowed
from quizgen.core.sitting import WARNINGS_MS, Sitting
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


def test_time_that_cannot_be_written_is_told_once_and_once_that_it_can_again() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    for _ in range(2):
        journal.full = True
        clock.run(6 * SECOND)
        (told,) = desk.news()
        assert isinstance(told, Unsaved)
        assert "No space left" in str(told.error)
        clock.run(6 * SECOND)
        assert desk.news() == []
        journal.full = False
        clock.run(10 * SECOND)
        assert desk.news() == [Saved()]
        assert desk.news() == []


def test_while_an_answer_could_not_be_saved_nothing_else_is_told_of_it_each_second() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    journal.full = True
    assert isinstance(desk.do(Select(0, "a")), OSError)
    for _ in range(60):
        clock.run(SECOND)
        assert desk.news() == []
    assert isinstance(desk.do(Pause()), OSError)  # the heartbeat comes before what is refused
    journal.full = False
    assert desk.do(Select(0, "a")) is None
    assert desk.saved_again() == [Saved()]
    assert desk.news() == []


def test_a_refusal_is_no_news_of_the_disk() -> None:
    sitting, clock, journal = sit(TIMED)
    desk = Desk(sitting)
    journal.full = True
    assert isinstance(desk.do(Select(0, "a")), OSError)
    assert isinstance(desk.do(Pause()), NotAllowed)
    assert desk.saved_again() == []
    journal.full = False
    clock.run(6 * SECOND)
    assert isinstance(desk.do(Pause()), NotAllowed)
    assert desk.saved_again() == [Saved()]  # the heartbeat before it was written


def test_after_the_end_there_is_nothing_to_wait_for() -> None:
    sitting, _, _ = sit(TIMED)
    desk = Desk(sitting)
    desk.do(Submit())
    assert desk.wait_ms() is None
    assert desk.news() == []
