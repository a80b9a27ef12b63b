"""What a result teaches beyond its score, and that it invents nothing."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.analysis import Analysis, CertaintyRow, Changes, Half, analysis
from quizgen.core.events import Certainty, Clear, Event, Level, Select, Submit, Visit
from quizgen.core.item import DECLINED, Answer, Difficulty, Form, Option
from quizgen.core.marking import Outcome, tally
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, VoidPolicy
from quizgen.core.presets import PRESETS
from quizgen.core.result import Result, result
from tests.core.samples import after, paper, question, started

Steps = list[str | Level]
"""What is done on one question, in order: an option chosen, `-` to clear, or a certainty."""
SURE, UNSURE, GUESS = Level


def sat(steps: list[Steps], exam: Paper | None = None) -> Result:
    """Return the result of a paper whose every key is `a`; each step takes a second."""
    exam = exam or paper(len(steps))
    attempt, now_ms = started(exam), 0
    for number, done in enumerate(steps):
        attempt = after(attempt, (now_ms, Visit(number)))
        for step in done:
            now_ms += 1000
            attempt = after(attempt, (now_ms, _event(number, step)))
    return result(after(attempt, (now_ms, Submit())), [Answer("a")] * len(exam.questions))


def _event(number: int, step: str | Level) -> Event:
    if isinstance(step, Level):
        return Certainty(number, step)
    return Clear(number) if step == "-" else Select(number, step)


def void(found: Result, *places: int) -> Result:
    """Return the result once questions, from 0, were found to have no single right answer."""
    rows = tuple(
        replace(row, outcome=Outcome.VOID, marks=Fraction(0)) if place in places else row
        for place, row in enumerate(found.rows)
    )
    total = tally([row.outcome for row in rows], found.attempt.paper.marking)
    return replace(found, rows=rows, tally=total)


def test_certainty_is_held_against_what_became_of_the_answers() -> None:
    steps: list[Steps] = [["a", SURE]] * 10 + [["b", SURE]] * 3 + [["a", UNSURE]] + [["b", GUESS]]
    found = analysis(sat([*steps, ["a"], []]))
    assert found.certainty == (
        CertaintyRow(SURE, 13, 10),
        CertaintyRow(UNSURE, 1, 1),
        CertaintyRow(GUESS, 1, 0),
        CertaintyRow(None, 1, 1),
    )
    assert [row.number for row in found.sure_but_wrong] == [11, 12, 13]
    assert [row.share for row in found.certainty] == [Fraction(10, 13), 1, 0, 1]
    assert [row.wrong for row in found.certainty] == [3, 0, 1, 0]
    assert CertaintyRow(SURE, 0, 0).share is None


def test_of_certainty_that_was_never_said_nothing_is_told() -> None:
    found = analysis(sat([["a"], ["b"], []]))
    assert found.certainty == ()
    assert found.sure_but_wrong == ()


def test_without_its_guesses_a_paper_has_the_marks_of_blanks() -> None:
    found = analysis(sat([["a"], ["b", GUESS], ["b", GUESS], ["a", GUESS], ["c", UNSURE]]))
    assert found.guesses == 3
    assert found.without_guesses == 2 - Fraction(2, 3)
    assert found.guess_gain == 2 - Fraction(4, 3)
    assert not found.blanks_disqualify


def test_a_paper_without_guesses_has_nothing_to_be_without() -> None:
    found = analysis(sat([["a", SURE], ["b"]]))
    assert found.guesses == found.guess_gain == 0
    assert found.without_guesses is None


def test_a_guess_taken_back_is_none() -> None:
    assert analysis(sat([["a", GUESS, "-"]])).guesses == 0


def test_where_blanks_cost_marks_guesses_left_blank_cost_them_too() -> None:
    rajasthan = PRESETS["rpsc-ras"].marking
    found = analysis(sat([["b", GUESS], ["a"]], paper(2, marking=rajasthan)))
    assert found.without_guesses == rajasthan.right - rajasthan.blank
    assert found.guess_gain == 0  # wrong or blank, it costs the same
    assert found.blanks_disqualify


def test_without_guesses_void_questions_are_scaled_as_in_the_score() -> None:
    answers: list[Steps] = [["a"], ["a"], ["b", GUESS], ["a", GUESS]]
    scaled = analysis(void(sat(answers), 3))
    assert scaled.guesses == 1
    assert scaled.without_guesses == Fraction(4 * 4, 3)
    assert scaled.guess_gain == Fraction(-2 * 4, 3 * 3)
    gifted = paper(4, marking=MarkingScheme(void=VoidPolicy.FULL_MARKS))
    assert analysis(void(sat(answers, gifted), 3)).without_guesses == 6


def test_void_questions_are_counted_and_nothing_else() -> None:
    found = analysis(void(sat([["a", SURE], ["b", "a", SURE], []]), 1))
    assert [(each.name, each.questions) for each in found.outcomes] == [
        ("right", 1),
        ("unanswered", 1),
        ("void", 1),
    ]
    assert found.certainty == (CertaintyRow(SURE, 1, 1),)
    assert found.changes.total == 0
    assert found.early.answers + found.late.answers == 1


def test_to_decline_is_no_answer() -> None:
    exam = paper(2, marking=PRESETS["rpsc-ras"].marking)
    questions = tuple(
        replace(each, options=(*each.options, Option(DECLINED, "Not attempted")))
        for each in exam.questions
    )
    found = analysis(sat([[DECLINED, GUESS], ["a", DECLINED]], replace(exam, questions=questions)))
    assert found.guesses == 0
    assert found.certainty == ()
    assert found.changes == Changes(0, 0, 0, right_to_blank=1)
    assert found.first == Half(questions=1, answers=0, right=0, spent_ms=2000)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["b", "a"], Changes(1, 0, 0)),
        (["a", "b"], Changes(0, 1, 0)),
        (["b", "c"], Changes(0, 0, 1)),
        (["a", "b", "a"], Changes(0, 0, 0)),
        (["b", "-", "a"], Changes(1, 0, 0)),
        (["a", "-"], Changes(0, 0, 0, right_to_blank=1)),
        (["b", "c", "-"], Changes(0, 0, 0, wrong_to_blank=1)),
        (["a"], Changes(0, 0, 0)),
        ([], Changes(0, 0, 0)),
    ],
)
def test_a_change_is_told_by_first_answer_and_end(steps: Steps, expected: Changes) -> None:
    found = sat([steps])
    assert analysis(found).changes == expected
    assert found.rows[0].changed is bool(expected.total + expected.cleared)


def test_changes_are_summed() -> None:
    found = analysis(sat([["b", "a"], ["a", "b"], ["a", "c"], ["b", "c"], ["a", "-"], ["b", "-"]]))
    assert found.changes.total == 4
    assert found.changes.cleared == 2


def test_the_halves_of_a_paper_are_by_place_and_the_larger_comes_first() -> None:
    found = analysis(sat([["a"], ["b"], ["b", "-"], ["a"], ["b", "a"]]))
    assert found.first == Half(questions=3, answers=2, right=1, spent_ms=4000)
    assert found.second == Half(questions=2, answers=2, right=2, spent_ms=3000)


def test_early_and_late_are_by_the_clock_and_by_the_last_choice() -> None:
    exam = paper(4)
    events: list[tuple[int, Event]] = [
        (1_000, Select(0, "b")),
        (2_000, Visit(1)),
        (50_000, Select(1, "a")),
        (50_000, Visit(2)),
        (50_001, Select(2, "b")),
        (90_000, Visit(0)),
        (95_000, Select(0, "a")),
        (100_000, Submit()),
    ]
    found = analysis(result(after(started(exam), *events), [Answer("a")] * 4))
    assert found.early == Half(questions=1, answers=1, right=1, spent_ms=48_000)
    assert found.late == Half(questions=2, answers=2, right=1, spent_ms=52_000)


def test_forms_difficulties_and_sections_are_told_only_where_there_are_several() -> None:
    plain = analysis(sat([["a"], ["b"]]))
    assert (plain.forms, plain.difficulties, plain.sections) == ((), (), ())
    assert [each.name for each in plain.topics] == [""]


def _kinds() -> Paper:
    exam = paper(4, sections=(Section("One", 1), Section("One", 2), Section("Two", 1)))
    kinds = (
        (Form.SEQUENCE, None, "SCO"),
        (Form.DIRECT, Difficulty.HARD, "treaty dates"),
        (Form.DIRECT, Difficulty.EASY, "sco"),
        (Form.PAIRS, Difficulty.HARD, "Treaty-Dates"),
    )
    questions = tuple(
        replace(question(f"q{number}", topic), form=form, difficulty=difficulty)
        for number, (form, difficulty, topic) in enumerate(kinds)
    )
    return replace(exam, questions=questions)


def _named(found: Analysis, groups: str) -> list[tuple[str, int, int, int]]:
    return [
        (each.name, each.questions, each.tally.right, each.spent_ms)
        for each in getattr(found, groups)
    ]


def test_groups_have_their_order_counts_and_time() -> None:
    found = analysis(sat([["a"], ["b", "a"], ["b"], []], _kinds()))
    assert _named(found, "topics") == [("SCO", 2, 1, 2000), ("treaty dates", 2, 1, 2000)]
    assert _named(found, "forms") == [("D", 2, 1, 3000), ("P", 1, 0, 0), ("Q", 1, 1, 1000)]
    assert _named(found, "difficulties") == [
        ("easy", 1, 0, 1000),
        ("hard", 2, 1, 2000),
        ("", 1, 1, 1000),
    ]
    assert _named(found, "outcomes") == [
        ("right", 2, 2, 3000),
        ("wrong", 1, 0, 1000),
        ("unanswered", 1, 0, 0),
    ]


def test_sections_of_one_title_stay_apart() -> None:
    found = analysis(sat([["a"], ["a"], ["b"], []], _kinds()))
    assert _named(found, "sections") == [
        ("One", 1, 1, 1000),
        ("One", 2, 1, 2000),
        ("Two", 1, 0, 0),
    ]


def test_the_groups_of_each_kind_hold_every_question_once() -> None:
    found = analysis(sat([["a"], ["a"], ["b"], []], _kinds()))
    for groups in (found.topics, found.forms, found.difficulties, found.sections, found.outcomes):
        assert sum(each.questions for each in groups) == 4
        assert sum(each.tally.marks for each in groups) == 4 - Fraction(2, 3)
        assert sum(each.spent_ms for each in groups) == 3000


def test_sections_a_practice_never_came_to_are_left_out() -> None:
    exam = replace(_kinds(), feedback=Feedback.IMMEDIATE)
    attempt = after(started(exam), (1000, Select(0, "a")), (1000, Submit()))
    assert analysis(result(attempt, [Answer("a")] * 4)).sections == ()


def test_of_nothing_there_is_nothing_to_say() -> None:
    exam = paper(2, feedback=Feedback.IMMEDIATE)
    found = analysis(result(after(started(exam), (9, Submit())), [Answer("a")] * 2))
    assert not any((found.topics, found.outcomes, found.certainty, found.cutoffs))
    assert found.first == found.second == found.early == found.late == Half(0, 0, 0, 0)
    assert found.changes == Changes(0, 0, 0)
    assert found.without_guesses is None


STEPS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "-", *Level]), max_size=4), min_size=1, max_size=8
)


@given(STEPS, st.sampled_from(sorted(PRESETS)))
def test_whatever_was_done_the_figures_fit_together(steps: list[Steps], preset: str) -> None:
    scored = sat(steps, paper(len(steps), marking=PRESETS[preset].marking))
    found = analysis(scored)
    answers = scored.tally.right + scored.tally.wrong
    blank = scored.attempt.paper.marking.blank
    assert found.guess_gain == sum(row.marks + blank for row in scored.rows if row.guessed)
    if found.without_guesses is not None:
        assert found.without_guesses + found.guess_gain == scored.tally.marks
    if found.certainty:
        assert sum(each.answers for each in found.certainty) == answers
        assert sum(each.right for each in found.certainty) == scored.tally.right
    for halves in ((found.first, found.second), (found.early, found.late)):
        assert sum(half.answers for half in halves) == answers
        assert sum(half.right for half in halves) == scored.tally.right
    assert found.changes.total + found.changes.cleared == sum(row.changed for row in scored.rows)
    for groups in (found.topics, found.outcomes):
        assert sum(each.spent_ms for each in groups) == scored.spent_ms


KINDS = st.tuples(
    st.sampled_from(["SCO", "sco", "treaty dates", ""]),
    st.sampled_from(Form),
    st.sampled_from([*Difficulty, None]),
    st.sampled_from([["a"], ["b"], []]),
    st.booleans(),
)
"""Of a question: topic, form, difficulty, what was done on it, and whether it is void."""


@given(st.lists(KINDS, min_size=1, max_size=8), st.sampled_from(VoidPolicy), st.integers(0, 7))
def test_the_marks_of_groups_sum_to_the_score_whatever_is_void(
    kinds: list[tuple[str, Form, Difficulty | None, Steps, bool]], policy: VoidPolicy, first: int
) -> None:
    first = min(first, len(kinds))
    sections = [Section("One", first), Section("Two", len(kinds) - first)]
    scheme = MarkingScheme(blank=Fraction(1, 3), void=policy)
    exam = paper(
        len(kinds), marking=scheme, sections=tuple(each for each in sections if each.count)
    )
    questions = tuple(
        replace(each, topic=topic, form=form, difficulty=difficulty)
        for each, (topic, form, difficulty, _, _) in zip(exam.questions, kinds, strict=True)
    )
    scored = sat([steps for *_, steps, _ in kinds], replace(exam, questions=questions))
    voided = void(scored, *(place for place, kind in enumerate(kinds) if kind[-1]))
    found, total = analysis(voided), voided.tally

    told = (found.topics, found.forms, found.difficulties, found.sections, found.outcomes)
    for groups in (tuple(each.tally for each in group) for group in told if group):
        assert sum(each.marks for each in groups) == total.marks
        assert sum(each.maximum for each in groups) == total.maximum
        assert sum(each.lost_wrong for each in groups) == total.lost_wrong
        assert sum(each.lost_blank for each in groups) == total.lost_blank
    assert sum(each.tally.marks for each in voided.topics) == total.marks


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (VoidPolicy.SCALE, [(0, 0), (4, 8)]),
        (VoidPolicy.FULL_MARKS, [(4, 4), (2, 4)]),
        (VoidPolicy.DROP, [(0, 0), (2, 4)]),
    ],
)
def test_a_topic_that_is_void_as_a_whole_leaves_its_marks_to_the_others_or_to_everyone(
    policy: VoidPolicy, expected: list[tuple[Fraction, Fraction]]
) -> None:
    exam = paper(4, marking=MarkingScheme(void=policy))
    topics = ("sco", "rivers", "sco", "rivers")
    questions = tuple(
        replace(each, topic=topic) for each, topic in zip(exam.questions, topics, strict=True)
    )
    found = void(sat([["a"], ["a"], ["b"], []], replace(exam, questions=questions)), 0, 2)

    assert [(each.tally.marks, each.tally.maximum) for each in found.topics] == expected
    assert [(each.name, each.tally.marks) for each in analysis(found).topics] == [
        ("sco", expected[0][0]),
        ("rivers", expected[1][0]),
    ]
