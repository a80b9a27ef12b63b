"""What a candidate learns at the end, and that nothing counts that should not."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.events import Clear, Event, Level, Select, Submit, Tick, Visit
from quizgen.core.item import DECLINED, Answer
from quizgen.core.marking import Outcome
from quizgen.core.paper import Feedback, Paper, Timing
from quizgen.core.presets import PRESETS
from quizgen.core.result import Result, result, row
from quizgen.core.state import Attempt, Change
from tests.core.samples import SECOND, after, paper, started

MOCK = paper(4)
PRACTICE = paper(4, feedback=Feedback.IMMEDIATE)


def finished(sat: Paper, *events: tuple[int, Event]) -> Result:
    """Return the result of a paper after events, every key being `a`."""
    attempt = after(started(sat), *events)
    return result(attempt, [Answer("a")] * len(sat.questions))


def sat_through(sat: Paper, responses: list[str | None]) -> Attempt:
    """Return an attempt that gave these responses one after the other, a second each."""
    attempt = started(sat)
    for index, response in enumerate(responses):
        now_ms = (index + 1) * SECOND
        attempt = after(attempt, (now_ms, Visit(index)))
        if response is not None:
            attempt = after(attempt, (now_ms, Select(index, response)))
    return after(attempt, (len(responses) * SECOND, Submit()))


def test_a_mock_counts_every_question_seen_or_not() -> None:
    found = finished(
        MOCK, (6000, Select(0, "a")), (9000, Visit(1)), (20_000, Select(1, "b")), (21_000, Submit())
    )
    assert [each.outcome for each in found.rows] == [
        Outcome.RIGHT,
        Outcome.WRONG,
        Outcome.UNANSWERED,
        Outcome.UNANSWERED,
    ]
    assert [each.number for each in found.rows] == [1, 2, 3, 4]
    assert [each.marks for each in found.rows] == [2, Fraction(-2, 3), 0, 0]
    assert found.tally.marks == Fraction(4, 3)
    assert found.tally.maximum == 8
    assert found.spent_ms == 21_000


def test_practice_stopped_early_counts_only_what_was_closed() -> None:
    found = finished(
        PRACTICE,
        (6000, Select(0, "a")),
        (8000, Visit(1)),
        (9000, Clear(1)),
        (9500, Visit(2)),
        (9900, Submit()),
    )
    assert [each.outcome for each in found.rows] == [Outcome.RIGHT, Outcome.UNANSWERED]
    assert found.tally.marks == 2
    assert found.tally.maximum == 4
    assert found.spent_ms == 7000


def test_practice_stopped_before_the_first_answer_has_an_empty_result() -> None:
    found = finished(PRACTICE, (6000, Submit()))
    assert (found.rows, found.topics, found.revisit, found.slowest) == ((), (), (), None)
    assert found.tally.marks == 0
    assert found.tally.maximum == 0
    assert found.tally.accuracy is None
    assert not found.disqualified


def test_a_question_closed_by_its_own_clock_is_timed_out_and_one_given_up_is_not() -> None:
    timed = paper(2, timing=Timing(question_ms=19 * SECOND), feedback=Feedback.IMMEDIATE)
    found = finished(timed, (19_000, Tick()), (20_000, Visit(1)), (22_000, Clear(1)))
    assert [each.timed_out for each in found.rows] == [True, False]
    assert [each.outcome for each in found.rows] == [Outcome.UNANSWERED] * 2


def test_an_answered_question_is_not_timed_out_even_if_its_clock_ran_out() -> None:
    timed = paper(2, timing=Timing(question_ms=19 * SECOND))
    found = finished(timed, (1000, Select(0, "a")), (19_000, Tick()))
    assert not found.rows[0].timed_out


def test_a_verdict_can_be_had_for_one_question_at_a_time() -> None:
    attempt = after(started(MOCK), (6000, Select(0, "b")), (7000, Select(0, "a")))
    found = row(attempt, Answer("a"), 0)
    assert found.number == 1
    assert found.outcome == Outcome.RIGHT
    assert found.marks == 2
    assert found.changes == (Change(0, 6000, "b"), Change(0, 7000, "a"))


def test_what_to_look_at_again_starts_with_what_was_wrong() -> None:
    found = result(sat_through(MOCK, [None, "b", "a", "c"]), [Answer("a")] * 4)
    assert [each.number for each in found.revisit] == [2, 4, 1]


def test_what_was_wrong_though_sure_comes_first_of_all() -> None:
    attempt = sat_through(MOCK, ["b", None, "b", "a"])
    entries = list(attempt.entries)
    entries[2] = replace(entries[2], certainty=Level.SURE)
    entries[3] = replace(entries[3], certainty=Level.SURE)
    found = result(replace(attempt, entries=tuple(entries)), [Answer("a")] * 4)
    assert [each.number for each in found.revisit] == [3, 1, 2]


def test_spellings_of_a_topic_are_one_topic_named_as_first_written() -> None:
    topics = ("Treaty dates", "treaty-dates", "SCO", "TREATY DATES")
    questions = tuple(
        replace(each, topic=topic) for each, topic in zip(MOCK.questions, topics, strict=True)
    )
    found = finished(replace(MOCK, questions=questions), (1, Submit()))
    assert [(each.topic, each.tally.unanswered) for each in found.topics] == [
        ("Treaty dates", 3),
        ("SCO", 1),
    ]


def test_the_slowest_question_is_the_first_of_the_slowest() -> None:
    found = result(sat_through(MOCK, ["a", "a", "a", "a"]), [Answer("a")] * 4)
    assert [each.entry.spent_ms for each in found.rows] == [2000, 1000, 1000, 0]
    assert found.slowest is found.rows[0]
    even = finished(MOCK, (1000, Visit(1)), (2000, Visit(2)), (2000, Submit()))
    assert even.slowest is even.rows[0]


def test_topics_stand_in_the_order_they_first_came_up_and_their_marks_sum_to_the_score() -> None:
    questions = MOCK.questions
    mixed = replace(
        MOCK,
        questions=tuple(
            replace(each, topic=topic)
            for each, topic in zip(questions, ["sco", "", "sco", "treaties"], strict=True)
        ),
    )
    found = result(sat_through(mixed, ["a", "b", "b", None]), [Answer("a")] * 4)
    assert [each.topic for each in found.topics] == ["sco", "", "treaties"]
    assert [(each.tally.right, each.tally.wrong) for each in found.topics] == [
        (1, 1),
        (0, 1),
        (0, 0),
    ]
    assert sum(each.tally.marks for each in found.topics) == found.tally.marks


@pytest.mark.parametrize(("blanks", "disqualified"), [(0, False), (2, False), (3, True)])
def test_rpsc_disqualifies_who_leaves_more_than_a_tenth_blank(
    blanks: int, disqualified: bool
) -> None:
    sat = paper(20, marking=PRESETS["rpsc-ras"].marking)
    responses = [None] * blanks + ["a"] * (20 - blanks)
    found = result(sat_through(sat, responses), [Answer("a")] * 20)
    assert found.disqualified is disqualified


def test_the_option_not_attempted_is_no_blank() -> None:
    sat = paper(2, marking=PRESETS["rpsc-ras"].marking)
    fifth = tuple(
        replace(each, options=(*each.options, replace(each.options[0], id=DECLINED)))
        for each in sat.questions
    )
    found = result(
        sat_through(replace(sat, questions=fifth), [DECLINED, DECLINED]), [Answer("a")] * 2
    )
    assert found.tally.declined == 2
    assert found.tally.marks == 0
    assert not found.disqualified
    assert [row.number for row in found.revisit] == [1, 2]


def test_upsc_disqualifies_nobody_for_blanks() -> None:
    assert not finished(MOCK, (1, Submit())).disqualified


def test_a_result_can_be_shown_of_an_attempt_that_still_runs() -> None:
    found = finished(PRACTICE, (6000, Select(0, "b")))
    assert found.tally.marks == Fraction(-2, 3)
    assert found.attempt.submitted_ms is None
