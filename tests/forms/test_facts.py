"""Facts of single statements: what they add to an item, and that without them nothing changes."""

import json
from dataclasses import replace

import pytest

from quizgen.core.record import item_json
from quizgen.forms.spec import Common, PairSpec, ReasonSpec, StatementSpec
from tests.forms.making import item, pairs, reasons, sequence, statements

STATED = (
    StatementSpec(correct="It was signed in 1972.", id="year", facts=("simla-date",)),
    StatementSpec(incorrect="Two Prime Ministers signed.", facts=("bhutto-office", "simla-who")),
    StatementSpec(correct="It was signed at Simla.", id="place"),
)
ROWS = (
    PairSpec(matched="Simla | 1972", id="simla", facts=("simla-date",)),
    PairSpec(mismatched="Lahore | 1998", match="1999", facts=("lahore-date",)),
    PairSpec(matched="Tashkent | 1966", id="tashkent"),
)


@pytest.mark.parametrize("ask", ["which", "which-not", "how-many"])
def test_a_statement_keeps_its_facts_and_the_id_that_codes_name_it_by(ask: str) -> None:
    made = item(statements("", statements=STATED, ask=ask))
    year, who, place = made.answer.statements
    assert (year.id, year.facts) == ("year", ("simla-date",))
    assert who.facts == ("bhutto-office", "simla-who")
    assert (place.id, place.facts) == ("place", ())
    if ask != "how-many":
        named = {name for option in made.question.options for name in option.id.split("+")}
        assert named <= {year.id, who.id, place.id}


def test_a_row_keeps_its_facts_and_the_id_that_codes_name_it_by() -> None:
    made = item(pairs("", pairs=ROWS))
    assert [why.facts for why in made.answer.statements] == [("simla-date",), ("lahore-date",), ()]
    named = {name for option in made.question.options for name in option.id.split("+")}
    assert named <= {why.id for why in made.answer.statements}


def test_a_question_rests_on_its_own_facts_and_then_on_those_of_its_statements() -> None:
    made = item(statements("", statements=STATED, facts=("simla-place", "simla-who")))
    assert made.question.facts == ("simla-place", "simla-who", "simla-date", "bhutto-office")
    assert item(pairs("", pairs=ROWS)).question.facts == ("simla-date", "lahore-date")


def test_a_question_rests_on_the_facts_of_claim_and_reasons() -> None:
    claim = StatementSpec(correct="A claim.", facts=("simla-date",))
    why = (ReasonSpec(correct="Reason.", explains=True, facts=("war-1971",)),)
    made = item(reasons("", "", claim=claim, reasons=why, facts=("simla",)))
    assert made.question.facts == ("simla", "simla-date", "war-1971")


def test_facts_of_statements_change_neither_question_nor_key() -> None:
    bare = tuple(replace(one, facts=()) for one in STATED)
    one, other = item(statements("", statements=STATED)), item(statements("", statements=bare))
    assert replace(one.question, facts=()) == other.question
    assert one.answer.key == other.answer.key


@pytest.mark.parametrize(
    "spec",
    [
        statements("+-"),
        statements("++-", ask="how-many", facts=("a-fact",)),
        pairs("+-+", facts=("a-fact",)),
        reasons("+", "!-", facts=("a-fact",)),
        sequence("1966", "1972", "1999", facts=("a-fact",)),
    ],
)
def test_a_record_without_facts_of_statements_is_as_short_as_ever(spec: Common) -> None:
    made = item(spec)
    assert made.question.facts == spec.facts
    written = json.loads(item_json(made))["answer"]["statements"]
    assert {name for why in written for name in why} <= {"label", "correct", "text", "verdict"}
