"""The five statuses of the computer tests aspirants know."""

import pytest

from quizgen.core.item import DECLINED
from quizgen.core.palette import Status, counts, status
from quizgen.core.state import Entry


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
