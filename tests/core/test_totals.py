"""Totals are exact sums of responses, by day and for all time."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.events import Level
from quizgen.core.history import Response
from quizgen.core.item import Form
from quizgen.core.marking import Outcome
from quizgen.core.totals import EVER, Total, totals_of

THIRD = Fraction(2, 3)


def response(outcome: Outcome = Outcome.RIGHT, marks: Fraction = Fraction(2)) -> Response:
    return Response(
        attempt="20231114-221320-3fa2",
        number=1,
        at_ms=0,
        item="bank:a",
        form=Form.DIRECT,
        topic="treaty dates",
        difficulty=None,
        fingerprint="",
        option="o1",
        key="o1",
        outcome=outcome,
        marks=marks,
        spent_ms=10_000,
        pace_ms=None,
        certainty=None,
        facts=(),
    )


WRONG = response(Outcome.WRONG, -THIRD)


def day(at_ms: int) -> str:
    return f"2026-11-{22 + at_ms}"


def test_each_response_counts_for_its_day_and_for_all_time() -> None:
    found = totals_of([response(), WRONG, replace(WRONG, at_ms=1)], day)
    assert {cell[0]: (each.right, each.wrong) for cell, each in found.items()} == {
        "2026-11-22": (1, 1),
        "2026-11-23": (0, 1),
        EVER: (1, 2),
    }
    ever = found[EVER, "treaty dates", Form.DIRECT, None]
    assert (ever.answers, ever.responses, ever.spent_ms) == (3, 3, 30_000)
    assert (ever.marks_won, ever.marks_lost) == (Fraction(2), 2 * THIRD)


def test_topic_form_and_certainty_are_kept_apart() -> None:
    apart = [
        response(),
        replace(response(), topic="SCO"),
        replace(response(), form=Form.PAIRS),
        replace(response(), certainty=Level.GUESS),
    ]
    found = totals_of(apart, day)
    assert len(found) == 2 * len(apart)
    for each in found.values():
        assert (each.responses, found[each.cell]) == (1, each)


@pytest.mark.parametrize("outcome", [Outcome.UNANSWERED, Outcome.DECLINED])
def test_a_blank_is_no_answer_yet_its_marks_and_time_count(outcome: Outcome) -> None:
    blank = response(outcome, Fraction(-1, 4))
    each = totals_of([blank], day)[EVER, "treaty dates", Form.DIRECT, None]
    assert (each.answers, each.unanswered, each.responses) == (0, 1, 1)
    assert (each.marks_won, each.marks_lost, each.spent_ms) == (Fraction(0), Fraction(1, 4), 10_000)


def test_a_void_question_counts_nowhere() -> None:
    assert totals_of([response(Outcome.VOID, Fraction(0))], day) == {}


def test_time_on_a_clock_is_held_against_that_clock_alone() -> None:
    paced = replace(response(), pace_ms=72_000, spent_ms=60_000)
    each = totals_of([paced, response()], day)[EVER, "treaty dates", Form.DIRECT, None]
    assert (each.spent_ms, each.paced) == (70_000, 1)
    assert (each.pace_ms, each.paced_spent_ms) == (72_000, 60_000)


def test_what_is_added_can_be_taken_off_again_exactly() -> None:
    one = Total("t", Form.DIRECT, None, EVER, 1, 2, 3, THIRD, Fraction(1, 7), 5, 6, 7, 8)
    two = Total("t", Form.DIRECT, None, EVER, 9, 8, 7, Fraction(1, 9), THIRD, 5, 4, 3, 2)
    assert one.plus(two) == Total(
        "t", Form.DIRECT, None, EVER, 10, 10, 10, Fraction(7, 9), Fraction(17, 21), 10, 10, 10, 10
    )
    assert one.plus(two).plus(two, -1) == one
