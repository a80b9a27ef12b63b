"""A regrading as it reads at every width, and how every page says that there was one."""

import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from quizgen.core.analysis import analysis
from quizgen.core.history import Graded
from quizgen.core.item import DECLINED, Answer, Option
from quizgen.core.marking import Outcome
from quizgen.core.paper import MarkingScheme, VoidPolicy
from quizgen.core.result import Regraded, Result, result
from quizgen.show import regrade_json as module
from quizgen.show.card import card
from quizgen.show.history_list import history_list
from quizgen.show.history_page import history_page
from quizgen.show.html import page
from quizgen.show.regrade import Regrade, regrade_page
from quizgen.show.regrade_json import regrade_json
from quizgen.show.result_json import result_json
from quizgen.show.review import review
from tests.golden_files import assert_golden
from tests.show import exam
from tests.show.doing import RESPONSES, listed, regraded
from tests.show.exhibits import shown
from tests.show.pages import ABOUT, read

NOW = exam.regraded()
FIRST = exam.sat()
FOUND = Regrade(
    attempt=ABOUT.attempt,
    name="mock, Mixed, sectional test, 22 November 2026",
    before=FIRST,
    now=NOW,
    reworded=(NOW.rows[5], NOW.rows[6]),
    gone=(NOW.rows[8],),
    altered=True,
    bank=("--bank", "notes.yaml"),
)
NOTHING = replace(FOUND, now=FIRST, reworded=(), gone=(), altered=False)
WIDTHS = [("80", False, 80), ("60", False, 60), ("40", False, 40), ("plain", True, 80)]
LINE = "Regraded on 22 November 2026: 6.67 of 24 before."


def by_policy(policy: VoidPolicy) -> Result:
    paper = replace(exam.PAPER, marking=MarkingScheme(void=policy))
    attempt = replace(NOW.attempt, paper=paper)
    return result(attempt, [row.answer for row in NOW.rows])


# The page of a regrading.


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
def test_the_page(name: str, plain: bool, width: int) -> None:
    printed = shown(regrade_page(FOUND, plain=plain), plain=plain, width=width)

    assert_golden(f"show/regrade_{name}.txt", printed)
    assert all(len(line) <= width for line in printed.splitlines() if "quizgen" not in line)


def test_where_nothing_changed_a_sentence_is_enough() -> None:
    printed = shown(regrade_page(NOTHING))

    assert printed == (
        "Mock, Mixed, sectional test, 22 November 2026\n\n"
        "No key has changed: the attempt counts as before.\n"
    )


def test_of_a_trial_it_is_said_that_nothing_was_recorded() -> None:
    printed = shown(regrade_page(replace(FOUND, dry_run=True)))

    assert printed.endswith("\nA trial: nothing was recorded.\n")
    assert "quizgen result" not in printed


@pytest.mark.parametrize(
    ("policy", "score", "said"),
    [
        (VoidPolicy.SCALE, "8 of 24", "the other marks multiplied by 12/11."),
        (VoidPolicy.FULL_MARKS, "9.33 of 24", "full marks"),
        (VoidPolicy.DROP, "7.33 of 22", "neither in the marks nor in the maximum"),
    ],
)
def test_the_policy_for_void_questions_is_said(policy: VoidPolicy, score: str, said: str) -> None:
    printed = shown(regrade_page(replace(FOUND, now=by_policy(policy))))

    assert re.search(rf"^  Score +6\.67 of 24 +{score}$", printed, re.MULTILINE)
    assert said in printed
    assert said in shown(card(by_policy(policy)))
    assert said in read(page(by_policy(policy), analysis(by_policy(policy)), ABOUT)).text


@pytest.mark.parametrize("policy", [VoidPolicy.SCALE, VoidPolicy.DROP])
def test_where_every_question_is_void_nothing_is_marked(policy: VoidPolicy) -> None:
    found = by_policy(policy)
    void = result(found.attempt, [replace(row.answer, void=True) for row in found.rows])

    printed = shown(card(void))
    assert "0 of 0" in printed
    assert "Every question is void, so that there is nothing to mark." in printed


def test_another_policy_may_change_the_marks_without_any_key() -> None:
    printed = shown(regrade_page(replace(FOUND, before=NOW, now=by_policy(VoidPolicy.DROP))))

    assert "No key has changed.\n" in printed
    assert "8 of 24  7.33 of 22" in printed


def test_a_question_without_an_answer_says_so() -> None:
    answers = [replace(answer, key="ob") for answer in exam.ANSWERS]
    found = replace(FOUND, now=result(FIRST.attempt, answers))

    printed = shown(regrade_page(found))
    assert re.search(r"^ +7  q7 +none +\(a\) +\(b\) +0 +0$", printed, re.MULTILINE)
    plainly = shown(regrade_page(found, plain=True), plain=True)
    assert "7  q7: you gave no answer; the key was (a) and is now (b)." in plainly


def test_of_many_questions_that_were_left_alone_the_first_are_named() -> None:
    printed = " ".join(shown(regrade_page(replace(FOUND, gone=NOW.rows))).split())

    assert "question 10 (q10) and 2 more." in printed


def test_hostile_ids_and_titles_are_shown_harmlessly() -> None:
    evil = "\x1b[2J[red]x[/red]\u202e\n; rm"
    rows = tuple(replace(row, question=replace(row.question, id=evil)) for row in NOW.rows)
    first = tuple(replace(row, question=replace(row.question, id=evil)) for row in FIRST.rows)
    found = replace(
        FOUND,
        attempt=evil,
        name=evil,
        before=replace(FIRST, rows=first),
        now=replace(NOW, rows=rows),
        reworded=rows[:1],
    )
    for plain in (False, True):
        printed = shown(regrade_page(found, plain=plain), plain=plain)
        assert "\x1b" not in printed
        assert "\u202e" not in printed
        assert "[red]x[/red]" in printed
        assert "quizgen result '" in printed
    assert regrade_json(found).isascii()


# As JSON.


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | set().union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_as_json_it_says_both_marks_and_what_was_left_alone() -> None:
    text = regrade_json(FOUND)
    document = json.loads(text)

    assert text.isascii()
    assert document["recorded"] is True
    assert document["before"]["marks"]["exact"] == "20/3"
    assert document["now"]["marks"]["exact"] == "8"
    corrected, void = document["changed"]
    assert corrected["before"] == {
        "key": {"option": "oa", "letter": "a", "text": "Option a of 2"},
        "outcome": "wrong",
        "marks": {"exact": "-2/3", "decimal": -0.6667},
    }
    assert (corrected["now"]["outcome"], corrected["response"]["letter"]) == ("right", "b")
    assert (void["now"]["key"], void["now"]["outcome"]) == (None, "void")
    assert (document["reworded"], document["gone"]) == (["exam:q6", "exam:q7"], ["exam:q9"])


@pytest.mark.parametrize(
    ("altered", "dry_run", "recorded"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_a_trial_is_told_apart_from_nothing_to_keep(
    altered: bool, dry_run: bool, recorded: bool
) -> None:
    found = json.loads(regrade_json(replace(FOUND, altered=altered, dry_run=dry_run)))

    assert (found["altered"], found["dry_run"], found["recorded"]) == (altered, dry_run, recorded)


def test_every_key_is_described() -> None:
    from quizgen.show import result_json as other

    described = set(re.findall(r"`([a-z_]+)`", f"{module.__doc__}{other.__doc__}"))
    assert _keys(json.loads(regrade_json(FOUND))) <= described


# Everywhere else.


def test_the_card_says_when_it_was_regraded_and_what_it_was_before() -> None:
    assert LINE in shown(card(NOW))
    assert LINE in shown(card(NOW, plain=True), plain=True)
    assert "Regraded" not in shown(card(FIRST))
    thrice = "Regraded 3 times, last on 22 November 2026: 6.67 of 24 at first."
    assert thrice in shown(card(exam.regraded(3)))


def test_a_score_that_came_out_the_same_is_said_to_be() -> None:
    same = replace(FIRST, regraded=Regraded(2, "2026-11-22", FIRST))

    assert "last on 22 November 2026: 6.67 of 24 at first, as now." in shown(card(same))


def test_a_corrected_question_has_its_new_reasons_and_says_how_it_was_marked() -> None:
    printed = shown(*review(NOW, NOW.rows[1:2]))

    assert "Right (+2) in 31 s. (b) Option b of 2.\n" in printed
    assert "Regraded. At first the key was (a): wrong (-0.67).\n" in printed
    assert "Source: A better book, 2003" in printed
    assert "Regraded" not in shown(*review(NOW, NOW.rows[2:3]))


def test_a_void_one_names_no_answer() -> None:
    printed = shown(*review(NOW, NOW.rows[3:4]))

    assert "Void: this question has no single right answer and is not marked.\n" in printed
    assert "Regraded. At first the key was (a): right (+2).\n" in printed
    assert "Answer:" not in printed
    full = by_policy(VoidPolicy.FULL_MARKS)
    printed = shown(*review(full, full.rows[3:4]))
    assert "no single right answer, so everyone has its marks.\n" in printed


def test_the_page_for_a_browser_says_both_too() -> None:
    found = read(page(NOW, analysis(NOW), ABOUT))

    assert LINE in found.text
    assert "Regraded. At first the key was (a): wrong (-0.67)." in found.text
    assert found.text.count("Regraded") == 3


def test_the_document_for_programs_says_both_too() -> None:
    found = json.loads(result_json(NOW, analysis(NOW), ABOUT))

    assert found["regraded"]["times"] == 1
    assert found["regraded"]["on"] == "2026-11-22"
    assert found["regraded"]["first"]["marks"]["exact"] == "20/3"
    _, corrected, same, void = found["questions"][:4]
    assert corrected["first"]["outcome"] == "wrong"
    assert same["first"] is None
    assert (void["key"], void["first"]["key"]["letter"]) == (None, "a")


def test_the_marks_in_the_document_add_up() -> None:
    found = json.loads(result_json(NOW, analysis(NOW), ABOUT))
    score = found["score"]

    def total(rows: list[dict[str, Any]], figure: str = "marks") -> Fraction:
        return sum((Fraction(row[figure]["exact"]) for row in rows), Fraction(0))

    assert score["scale"]["exact"] == "12/11"
    assert total(found["questions"]) * Fraction(12, 11) == Fraction(score["marks"]["exact"])
    for groups in ("topics", "forms", "difficulties", "sections", "outcomes"):
        for figure in ("marks", "maximum"):
            assert not found[groups] or total(found[groups], figure) == total([score], figure)


def test_the_list_of_attempts_tells_of_those_that_were_regraded() -> None:
    rows = (listed(12), listed(3, 2, regraded()), listed(2, 1, regraded(2)))

    for plain in (False, True):
        printed = shown(history_list(rows, plain=plain), plain=plain)
        told = (
            "\nNo. 3  Regraded: 0.33 of 50 before.\nNo. 2  Regraded twice: 0.33 of 50 at first.\n"
        )
        assert told in printed


def test_the_page_of_one_attempt_says_when_where_that_is_known() -> None:
    was = replace(RESPONSES[1], was=Graded("b", Outcome.RIGHT, RESPONSES[0].marks))
    of = listed(3, 2, regraded())

    printed = shown(history_page(of, (RESPONSES[0], was), whole=True, regraded_on="2026-11-22"))
    assert "\nRegraded on 22 November 2026: 0.33 of 50 before.\n" in printed
    assert "\nQuestion 2 was regraded; at first: right, 2 marks.\n" in printed
    assert "Question 1 was" not in printed
    assert "\nRegraded: 0.33 of 50 before.\n" in shown(history_page(of, (), whole=False))


def test_a_declined_question_is_shown_as_one() -> None:
    options = (*exam.QUESTIONS[0].options, Option(DECLINED, "Question not attempted"))
    rows = [
        replace(
            row,
            question=replace(row.question, options=options),
            entry=replace(row.entry, response=DECLINED),
        )
        for row in (FIRST.rows[0], replace(FIRST.rows[0], answer=Answer("ob")))
    ]
    before, now = (replace(FIRST, rows=(row,)) for row in rows)
    printed = shown(regrade_page(replace(FOUND, before=before, now=now, reworded=(), gone=())))

    assert "q1        (e)    (a)      (b)" in printed
