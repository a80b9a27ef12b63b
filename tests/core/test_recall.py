"""What a response says of the memory of facts: which facts, and how well they were recalled."""

from dataclasses import replace
from typing import Any

import pytest

from quizgen.core.events import Certainty as Say
from quizgen.core.events import Clear, Event, Level, Select, Submit, Tick, Visit
from quizgen.core.item import DECLINED, Answer, Form, Option, Question, Why
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Timing
from quizgen.core.recall import facts, reviews
from quizgen.core.result import Row, row
from quizgen.core.state import Entry
from tests.core.samples import MINUTE, SECOND, after, paper, started

AT = 1_700_000_000_000
PACE = 72 * SECOND

DIRECT = Question(
    "treaties",
    "simla-year",
    Form.DIRECT,
    "In which year was the Simla Agreement signed?",
    tuple(Option(letter, letter) for letter in "abcd"),
    facts=("simla-date", "war-1971"),
)


def coded(form: Form, *codes: str, facts: tuple[str, ...] = ()) -> Question:
    """Return a question whose options are these codes."""
    options = tuple(Option(code, code) for code in codes)
    return Question("treaties", "simla", form, "Which are correct?", options, facts=facts)


def told(*own: tuple[str, tuple[str, ...]], key: str) -> Answer:
    """Return an answer whose statements have ids and facts of their own."""
    numerals = ("I", "II", "III", "IV")
    whys = [
        Why(label, correct=True, facts=facts, id=id_)
        for label, (id_, facts) in zip(numerals, own, strict=False)
    ]
    return Answer(key, statements=tuple(whys))


def answered(question: Question, answer: Answer, response: str, **said: Any) -> Row:
    """Return the row of a question answered so, in a mock."""
    entry = replace(Entry(response=response, visited=True, spent_ms=60 * SECOND), **said)
    outcome = Outcome.RIGHT if response == answer.key else Outcome.WRONG
    return Row(1, question, answer, entry, outcome, MarkingScheme().right, (), timed_out=False)


def said_of(found: Row, pace_ms: int | None = PACE) -> dict[str, Rating]:
    """Return the rating of each fact that a row tells of."""
    found_reviews = reviews(found, AT, pace_ms, Feedback.AFTER)
    ratings = {review.fact: review.rating for review in found_reviews}
    assert len(ratings) == len(found_reviews), "a fact is reviewed once a response"
    assert all(review.at_ms == AT for review in found_reviews)
    return ratings


# How well: the table of the module.

TABLE = {
    Level.SURE: "EASY GOOD HARD",
    None: "GOOD GOOD HARD",
    Level.UNSURE: "HARD HARD HARD",
    Level.GUESS: "AGAIN AGAIN AGAIN",
}
TIMES = [
    (36 * SECOND, PACE, 0),
    (36 * SECOND + 1, PACE, 1),
    (144 * SECOND, PACE, 1),
    (144 * SECOND + 1, PACE, 2),
    (1 * SECOND, None, 1),
    (60 * MINUTE, None, 1),
]


@pytest.mark.parametrize("certainty", TABLE)
@pytest.mark.parametrize(("spent_ms", "pace_ms", "column"), TIMES)
def test_a_right_answer_is_rated_by_certainty_and_time(
    certainty: Level | None, spent_ms: int, pace_ms: int | None, column: int
) -> None:
    found = answered(DIRECT, Answer("a"), "a", certainty=certainty, spent_ms=spent_ms)
    rating = Rating[TABLE[certainty].split()[column]]
    assert said_of(found, pace_ms) == {"simla-date": rating, "war-1971": rating}


@pytest.mark.parametrize("certainty", TABLE)
def test_a_wrong_answer_is_a_fact_forgotten_however_sure(certainty: Level | None) -> None:
    found = answered(DIRECT, Answer("a"), "b", certainty=certainty, spent_ms=1)
    assert said_of(found) == {"simla-date": Rating.AGAIN, "war-1971": Rating.AGAIN}


def test_a_review_is_dated_as_its_response() -> None:
    question = replace(DIRECT, facts=("simla-date",))
    found = answered(question, Answer("a"), "b")
    assert reviews(found, AT, None, Feedback.AFTER) == (Review("simla-date", AT, Rating.AGAIN),)


def test_a_void_question_says_nothing() -> None:
    found = replace(answered(DIRECT, Answer("a"), "a"), outcome=Outcome.VOID)
    assert said_of(found) == {}


# Which facts: of codes, of counts, of the rest.

OWN = (("year", ("simla-date",)), ("who", ("bhutto-office", "indira-office")), ("place", ()))


def test_a_right_code_recalls_all_that_its_item_rests_on() -> None:
    question = coded(
        Form.STATEMENTS,
        "year",
        "who+year",
        facts=("simla-place", "simla-date", "bhutto-office", "indira-office"),
    )
    answer = told(*OWN, key="year")
    everything = ("simla-place", "simla-date", "bhutto-office", "indira-office")
    assert facts(question, answer) == everything
    assert said_of(answered(question, answer, "year")) == dict.fromkeys(everything, Rating.GOOD)


@pytest.mark.parametrize(
    ("key", "chosen", "failed"),
    [
        ("year", "who+year", {"bhutto-office", "indira-office"}),
        ("year", "who", {"simla-date", "bhutto-office", "indira-office"}),
        ("year", "place+year", {"simla-place"}),
        ("place+who", "none", {"simla-place", "bhutto-office", "indira-office"}),
        ("none", "year", {"simla-date"}),
    ],
)
@pytest.mark.parametrize("form", ["S2", "SN", "L", "N", "P"])
def test_a_wrong_code_fails_the_statements_it_misjudged(
    form: str, key: str, chosen: str, failed: set[str]
) -> None:
    question = coded(
        Form(form),
        key,
        chosen,
        facts=("simla-place", "simla-date", "bhutto-office", "indira-office"),
    )
    found = answered(question, told(*OWN, key=key), chosen)
    assert said_of(found) == dict.fromkeys(failed, Rating.AGAIN)


def test_a_statement_without_facts_of_its_own_fails_those_of_the_item() -> None:
    question = coded(Form.STATEMENTS, "year", "who", facts=("simla",))
    found = answered(question, Answer("year"), "who")
    assert said_of(found) == {"simla": Rating.AGAIN}


def test_a_statement_is_itself_the_fact_where_the_item_names_none() -> None:
    question = coded(Form.STATEMENTS, "year", "who+year", "place+who")
    right = answered(question, Answer("year"), "year")
    names = ["treaties:simla/place", "treaties:simla/who", "treaties:simla/year"]
    assert said_of(right) == dict.fromkeys(names, Rating.GOOD)
    wrong = answered(question, Answer("year"), "who+year")
    assert said_of(wrong) == {"treaties:simla/who": Rating.AGAIN}


def test_a_statement_is_itself_the_fact_where_others_claim_all_that_the_item_names() -> None:
    question = coded(Form.TWO_STATEMENTS, "year", "place", "place+year", facts=("simla-date",))
    answer = told(("year", ("simla-date",)), ("place", ()), key="year")
    assert facts(question, answer) == ("simla-date", "treaties:simla/place")
    found = answered(question, answer, "place+year")
    assert said_of(found) == {"treaties:simla/place": Rating.AGAIN}


def test_an_option_not_attempted_is_no_statement() -> None:
    question = coded(Form.STATEMENTS, "year", "who", "none", DECLINED)
    assert facts(question, Answer("year")) == ("treaties:simla/who", "treaties:simla/year")


def test_a_code_that_names_a_statement_unknown_to_the_answer_fails_the_whole_item() -> None:
    question = coded(Form.STATEMENTS, "year", "who", facts=("simla-date",))
    found = answered(question, told(("year", ("simla-date",)), key="year"), "who+year")
    assert said_of(found) == {"simla-date": Rating.AGAIN}


@pytest.mark.parametrize("form", ["H", "HP", "HR"])
def test_a_wrong_count_fails_nothing_surely_and_all_a_little(form: str) -> None:
    answer = told(*OWN, key="count-1")
    question = coded(
        Form(form), "count-1", "count-2", facts=("simla-date", "bhutto-office", "indira-office")
    )
    everything = ("simla-date", "bhutto-office", "indira-office", "treaties:simla/place")
    found = answered(question, answer, "count-2")
    assert said_of(found) == dict.fromkeys(everything, Rating.HARD)


def test_a_count_without_any_facts_is_itself_the_fact() -> None:
    question = coded(Form.HOW_MANY, "count-1", "count-2")
    assert said_of(answered(question, Answer("count-1"), "count-2")) == {
        "treaties:simla": Rating.HARD
    }


@pytest.mark.parametrize("form", ["D", "A2", "A3", "Q"])
def test_any_other_item_without_facts_is_itself_the_fact(form: str) -> None:
    question = replace(DIRECT, form=Form(form), facts=())
    assert facts(question, Answer("a")) == ("treaties:simla-year",)
    assert said_of(answered(question, Answer("a"), "b")) == {"treaties:simla-year": Rating.AGAIN}


def test_two_statements_on_one_fact_review_it_once() -> None:
    question = coded(Form.TWO_STATEMENTS, "a", "b", "a+b", "none", facts=("simla-date",))
    answer = told(("a", ("simla-date",)), ("b", ("simla-date",)), key="a+b")
    assert said_of(answered(question, answer, "none")) == {"simla-date": Rating.AGAIN}


# Blanks: what was given up, and what was only not reached.


def told_by(sat: Paper, *events: tuple[int, Event], pace_ms: int | None = PACE) -> list[Rating]:
    """Return the ratings of the first question of a paper after events, with their exam times."""
    attempt = after(started(sat), *events)
    found = row(attempt, Answer("a"), 0)
    return [review.rating for review in reviews(found, AT, pace_ms, sat.feedback)]


PRACTICE = paper(2, feedback=Feedback.IMMEDIATE)
MOCK = paper(2)


def test_a_question_skipped_in_practice_is_given_up_at_once() -> None:
    assert told_by(PRACTICE, (SECOND, Clear(0)), pace_ms=None) == [Rating.AGAIN]


def test_a_question_timed_out_in_practice_is_given_up() -> None:
    quick = replace(PRACTICE, timing=Timing(question_ms=19 * SECOND))
    assert told_by(quick, (20 * SECOND, Tick()), pace_ms=19 * SECOND) == [Rating.AGAIN]


def test_a_question_timed_out_in_a_mock_is_given_up() -> None:
    quick = replace(MOCK, timing=Timing(question_ms=19 * SECOND))
    assert told_by(quick, (20 * SECOND, Tick()), pace_ms=19 * SECOND) == [Rating.AGAIN]


@pytest.mark.parametrize(
    ("pace_ms", "enough_ms"), [(PACE, 36 * SECOND), (None, 36 * SECOND), (40_000, 20 * SECOND)]
)
def test_a_blank_of_a_mock_counts_only_if_the_question_was_long_looked_at(
    pace_ms: int | None, enough_ms: int
) -> None:
    glance, look = ((ms, Visit(1)) for ms in (enough_ms - 1, enough_ms))
    assert told_by(MOCK, glance, pace_ms=pace_ms) == []
    assert told_by(MOCK, look, pace_ms=pace_ms) == [Rating.AGAIN]


def test_a_question_of_a_mock_that_was_never_reached_says_nothing() -> None:
    attempt = after(started(MOCK), (10 * MINUTE, Submit()))
    assert reviews(row(attempt, Answer("a"), 1), AT, PACE, Feedback.AFTER) == ()


def test_an_answer_taken_back_is_given_up_however_quickly() -> None:
    events = ((SECOND, Select(0, "a")), (2 * SECOND, Say(0, Level.SURE)), (3 * SECOND, Clear(0)))
    assert told_by(MOCK, *events) == [Rating.AGAIN]


def test_to_decline_is_to_leave_blank() -> None:
    question = replace(
        MOCK.questions[0], options=(*MOCK.questions[0].options, Option(DECLINED, ""))
    )
    sat = replace(MOCK, questions=(question, MOCK.questions[1]))
    assert told_by(sat, (SECOND, Select(0, DECLINED))) == []
    assert told_by(sat, (SECOND, Select(0, DECLINED)), (50 * SECOND, Visit(1))) == [Rating.AGAIN]
    practice = replace(sat, feedback=Feedback.IMMEDIATE)
    assert told_by(practice, (SECOND, Select(0, DECLINED))) == [Rating.AGAIN]
