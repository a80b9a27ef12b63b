"""A result as JSON: what other programs may rely on."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

from quizgen.core.analysis import analysis
from quizgen.core.only import Only
from quizgen.core.result import Result, result
from quizgen.core.rows import rows_of
from quizgen.show import result_json as module
from quizgen.show.html import About
from quizgen.show.result_json import result_json
from tests.golden_files import assert_golden
from tests.show import exam
from tests.show.exhibits import attempt

INDIA = timezone(timedelta(hours=5, minutes=30))
ABOUT = About(
    attempt="20261122-101500-3fa2",
    kind="mock",
    started=datetime(2026, 11, 22, 15, 45, 0, 250_000, tzinfo=INDIA),
    version="0.1.0",
)
FOUND = exam.sat()


def document(found: Result = FOUND, only: Only = Only.ALL) -> Any:
    text = result_json(found, analysis(found), ABOUT, rows_of(found, only))
    assert text.isascii()
    return json.loads(text)


def test_of_a_mock() -> None:
    assert_golden("show/result.json", result_json(FOUND, analysis(FOUND), ABOUT))


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | set().union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_every_key_is_described() -> None:
    described = set(re.findall(r"`([a-z_]+)`", module.__doc__ or ""))
    assert _keys(document(exam.whole_syllabus())) | _keys(document()) <= described


def test_marks_are_exact_with_a_decimal_beside() -> None:
    found = document()
    assert found["questions"][1]["marks"] == {"exact": "-2/3", "decimal": -0.6667}
    exact = sum(Fraction(row["marks"]["exact"]) for row in found["questions"])
    assert Fraction(found["score"]["marks"]["exact"]) == exact == FOUND.tally.marks


def test_responses_are_known_by_id_and_shown_by_letter_and_text() -> None:
    first, *_, unanswered = (document()["questions"][place] for place in (1, 6))
    assert first["ref"] == "exam:q2"
    assert first["response"] == {"option": "ob", "letter": "b", "text": "Option b of 2"}
    assert first["key"]["option"] == "oa"
    assert unanswered["response"] is None


def test_it_lists_the_questions_asked_for_and_scores_the_whole() -> None:
    found = document(only=Only.SURE_BUT_WRONG)
    assert [row["number"] for row in found["questions"]] == [2, 9] == found["sure_but_wrong"]
    assert found["score"] == document()["score"]


def test_cut_offs_stand_where_they_say_something() -> None:
    latest = document(exam.whole_syllabus())["cutoffs"][0]
    assert latest["year"] == 2024
    assert latest["category"] == "General"
    assert latest["distance"] == {"exact": "1001/50", "decimal": 20.02}


def test_hostile_text_reaches_no_terminal_as_it_is() -> None:
    evil = "\x1b[2J\x7f\x9b\u202e\ud800\u0939"
    questions = tuple(replace(each, topic=evil, id=evil) for each in exam.PAPER.questions)
    found = exam.sat(replace(exam.PAPER, title=evil, questions=questions))
    text = result_json(found, analysis(found), ABOUT)
    assert all(character == "\n" or " " <= character <= "~" for character in text)
    assert json.loads(text)["paper"]["title"] == evil


def test_of_an_attempt_that_goes_on_there_is_no_ending() -> None:
    assert document(result(attempt(exam.PAPER), exam.ANSWERS))["ending"] is None
