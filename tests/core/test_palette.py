"""The five statuses of the computer tests aspirants know."""

import pytest

from quizgen.core.events import EndSection, Mark, Select, Tick, Visit
from quizgen.core.item import DECLINED
from quizgen.core.palette import Status, counts, standings, status
from quizgen.core.paper import Section, Timing
from quizgen.core.state import Entry
from tests.core.samples import after, paper, started


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry(), Status.NOT_VISITED),
        (Entry(visited=True), Status.NOT_ANSWERED),
        (Entry(visited=True, response="a"), Status.ANSWERED),
        (Entry(visited=True, marked=True), Status.MARKED),
        (Entry(visited=True, response="a", marked=True), Status.ANSWERED_AND_MARKED),
        (Entry(visited=True, response=DECLINED), Status.ANSWERED),
        (Entry(visited=True, locked=True), Status.NOT_ANSWERED),
    ],
)
def test_each_question_has_one_of_five_statuses(entry: Entry, expected: Status) -> None:
    assert status(entry) is expected


def test_all_five_are_counted_in_the_order_of_the_legend() -> None:
    found = counts([Entry(), Entry(), Entry(visited=True)])
    assert list(found) == list(Status)
    assert list(found.values()) == [0, 0, 0, 1, 2]


SECTIONS = (Section("Polity", 3), Section("Economy", 1), Section("History", 1))


def test_what_lacks_an_answer_and_can_be_given_none_now_is_locked() -> None:
    first = after(started(paper(5, sections=SECTIONS, locked=True)), (1, Select(0, "a")))
    assert standings(first) == (Status.ANSWERED, *(Status.NOT_VISITED,) * 2, None, None)
    marked = after(first, (2, Visit(1)), (3, Mark(1, on=True)))
    second = after(marked, (4, EndSection(0)))
    assert standings(second) == (Status.ANSWERED, None, None, Status.NOT_ANSWERED, None)


def test_a_question_that_its_own_clock_closed_is_locked_unless_it_was_answered() -> None:
    attempt = started(paper(4, timing=Timing(question_ms=19_000)))
    attempt = after(attempt, (1_000, Select(0, "a")), (2_000, Visit(1)), (21_000, Tick()))
    assert standings(attempt) == (Status.ANSWERED, None, Status.NOT_ANSWERED, Status.NOT_VISITED)


def test_where_one_goes_to_and_fro_nothing_is_locked() -> None:
    attempt = after(started(paper(5, sections=SECTIONS)), (1, Visit(4)))
    assert standings(attempt) == tuple(map(status, attempt.entries))
