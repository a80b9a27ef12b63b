"""What is kept of an attempt says what its result says, with the time of day of each answer."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.events import Certainty, Clear, Level, Select, Submit, Visit
from quizgen.core.item import DECLINED, Answer, Option
from quizgen.core.memory import Rating
from quizgen.core.paper import Feedback, Section, Timing
from quizgen.core.recording import Occasion, pace_ms, recorded
from quizgen.core.result import result
from tests.core.samples import MINUTE, SECOND, after, paper, started

ANSWERS = [Answer("a"), Answer("b"), Answer("c")]


def occasion(chosen_ms: dict[int, int], kind: str = "mock") -> Occasion:
    return Occasion("20231114-221320-3fa2", kind, 1_000, 99_000, chosen_ms)


def test_an_attempt_is_kept_with_what_its_result_counts() -> None:
    attempt = after(
        started(paper(3)),
        (4 * SECOND, Select(0, "a")),
        (4 * SECOND, Certainty(0, Level.SURE)),
        (5 * SECOND, Visit(1)),
        (9 * SECOND, Select(1, "a")),
        (9 * SECOND, Visit(2)),
        (11 * SECOND, Submit()),
    )
    sat, (first, second, third) = recorded(
        occasion({0: 5_000, 1: 12_000}), result(attempt, ANSWERS)
    )
    assert (sat.id, sat.kind, sat.title) == ("20231114-221320-3fa2", "mock", "Sample")
    assert (sat.started_ms, sat.ended_ms, sat.spent_ms) == (1_000, 99_000, 11_000)
    assert (sat.questions, sat.right, sat.wrong, sat.unanswered, sat.void) == (3, 1, 1, 1, 0)
    assert (sat.marks, sat.maximum) == (Fraction(4, 3), Fraction(6))
    assert [each.at_ms for each in (first, second, third)] == [5_000, 12_000, 99_000]
    assert [each.spent_ms for each in (first, second, third)] == [5_000, 4_000, 2_000]
    assert (first.attempt, first.number, first.item) == (sat.id, 1, "sample:q1")
    assert (first.option, first.key, first.certainty) == ("a", "a", Level.SURE)
    assert (second.option, second.key, second.marks) == ("a", "b", Fraction(-2, 3))
    assert (third.option, third.certainty) == (None, None)
    assert first.facts == ("sample:q1",)
    (review,) = second.reviews
    assert (review.fact, review.at_ms, review.rating) == ("sample:q2", 12_000, Rating.AGAIN)


def test_in_practice_only_what_was_closed_is_kept() -> None:
    attempt = after(
        started(paper(3, feedback=Feedback.IMMEDIATE)),
        (0, Visit(1)),
        (SECOND, Clear(1)),
        (SECOND, Visit(2)),
        (SECOND, Submit()),
    )
    sat, responses = recorded(occasion({1: 2_000}, "practice"), result(attempt, ANSWERS))
    assert (sat.kind, sat.questions, sat.unanswered) == ("practice", 1, 1)
    assert [(each.number, each.at_ms) for each in responses] == [(2, 2_000)]


def test_to_decline_is_to_leave_unanswered() -> None:
    sat = paper(1)
    question = sat.questions[0]
    options = (*question.options, Option(DECLINED, "Not attempted"))
    sat = replace(sat, questions=(replace(question, options=options),))
    attempt = after(started(sat), (0, Select(0, DECLINED)), (0, Submit()))
    assert recorded(occasion({0: 5}), result(attempt, ANSWERS[:1]))[0].unanswered == 1


@pytest.mark.parametrize(
    ("timing", "limits", "paces"),
    [
        (Timing(), (None, None), [None, None, None]),
        (Timing(paper_ms=MINUTE), (None, None), [20 * SECOND] * 3),
        (Timing(question_ms=19 * SECOND), (None, None), [19 * SECOND] * 3),
        (Timing(paper_ms=MINUTE), (MINUTE, 10 * SECOND), [30 * SECOND] * 2 + [10 * SECOND]),
        (Timing(paper_ms=MINUTE), (MINUTE, None), [30 * SECOND] * 2 + [20 * SECOND]),
    ],
)
def test_the_pace_is_that_of_the_nearest_clock(
    timing: Timing, limits: tuple[int | None, int | None], paces: list[int | None]
) -> None:
    sections = (Section("A", 2, limits[0]), Section("B", 1, limits[1]))
    sat = paper(3, timing=timing, sections=sections, locked=True)
    assert [pace_ms(sat, index) for index in range(3)] == paces
