"""Marks to the last fraction, and what becomes of void questions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.item import DECLINED
from quizgen.core.marking import Outcome, marks, outcome, scale_of, tally
from quizgen.core.paper import MarkingScheme, VoidPolicy
from quizgen.core.presets import PRESETS

RIGHT, WRONG, BLANK, NOT_ATTEMPTED, VOID = Outcome
OUTCOMES = st.lists(st.sampled_from(Outcome), max_size=150)
MARKS = st.fractions(0, 5, max_denominator=20)
SCHEMES = st.builds(
    MarkingScheme,
    st.fractions(Fraction(1, 20), 5, max_denominator=20),
    MARKS,
    MARKS,
    void=st.sampled_from(VoidPolicy),
)


def test_64_right_15_wrong_and_21_blank_are_exactly_118_of_200() -> None:
    found = tally([RIGHT] * 64 + [WRONG] * 15 + [BLANK] * 21, PRESETS["upsc-gs1"].marking)
    assert found.marks == 118
    assert found.maximum == 200
    assert found.lost_wrong == 10
    assert found.lost_blank == 0
    assert found.accuracy == Fraction(64, 79)


@pytest.mark.parametrize("response", ["a", "b", None])
def test_a_question_without_a_key_is_void_whatever_was_answered(response: str | None) -> None:
    assert outcome(response, None) is VOID


@pytest.mark.parametrize(
    ("response", "expected"),
    [("a", RIGHT), ("b", WRONG), (None, BLANK), (DECLINED, NOT_ATTEMPTED)],
)
def test_an_answer_is_right_wrong_blank_or_not_attempted(
    response: str | None, expected: Outcome
) -> None:
    assert outcome(response, "a") is expected


def test_a_wrong_answer_costs_a_third_not_0_66() -> None:
    scheme = PRESETS["upsc-gs1"].marking
    assert marks(WRONG, scheme) == Fraction(-2, 3)
    assert tally([WRONG] * 3, scheme).marks == -2


def test_rpsc_charges_a_blank_and_lets_the_fifth_option_go_free() -> None:
    found = tally([RIGHT, WRONG, BLANK, NOT_ATTEMPTED], PRESETS["rpsc-ras"].marking)
    assert found.marks == Fraction(4, 3) - Fraction(4, 9) - Fraction(4, 9)
    assert (found.lost_wrong, found.lost_blank) == (Fraction(4, 9), Fraction(4, 9))
    assert (found.unanswered, found.declined) == (1, 1)


def test_accuracy_of_nothing_answered_is_not_a_number() -> None:
    assert tally([BLANK, NOT_ATTEMPTED], MarkingScheme()).accuracy is None


# Void questions: 8 right, 2 wrong of 12, two of them void.

ASKED = [RIGHT] * 8 + [WRONG] * 2 + [VOID] * 2


def test_upsc_drops_void_questions_and_scales_the_rest_to_the_old_maximum() -> None:
    found = tally(ASKED, MarkingScheme(void=VoidPolicy.SCALE))
    assert found.scale == Fraction(12, 10)
    assert found.marks == (16 - Fraction(4, 3)) * found.scale
    assert found.lost_wrong == Fraction(4, 3) * found.scale
    assert found.maximum == 24
    assert found.void == 2


def test_full_marks_for_all() -> None:
    found = tally(ASKED, MarkingScheme(void=VoidPolicy.FULL_MARKS))
    assert found.marks == 16 - Fraction(4, 3) + 4
    assert found.maximum == 24


def test_dropped_from_marks_and_maximum() -> None:
    found = tally(ASKED, MarkingScheme(void=VoidPolicy.DROP))
    assert found.marks == 16 - Fraction(4, 3)
    assert found.maximum == 20


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(VoidPolicy.SCALE, (0, 0)), (VoidPolicy.FULL_MARKS, (4, 4)), (VoidPolicy.DROP, (0, 0))],
)
def test_where_every_question_is_void_there_is_nothing_to_scale(
    policy: VoidPolicy, expected: tuple[int, int]
) -> None:
    found = tally([VOID, VOID], MarkingScheme(void=policy))
    assert found.scale == 1
    assert [found.marks, found.maximum] == list(expected)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(VoidPolicy.SCALE, (0, 0)), (VoidPolicy.FULL_MARKS, (4, 4)), (VoidPolicy.DROP, (0, 0))],
)
def test_a_part_of_a_paper_that_is_void_has_no_marks_but_those_given_to_everyone(
    policy: VoidPolicy, expected: tuple[int, int]
) -> None:
    scheme = MarkingScheme(void=policy)
    part = tally([VOID, VOID], scheme, scale_of(ASKED, scheme))
    rest = tally(ASKED[:-2], scheme, scale_of(ASKED, scheme))

    assert [part.marks, part.maximum] == list(expected)
    assert part.marks + rest.marks == tally(ASKED, scheme).marks


@pytest.mark.parametrize("policy", VoidPolicy)
def test_no_question_no_marks(policy: VoidPolicy) -> None:
    found = tally([], MarkingScheme(void=policy))
    assert found.marks == 0
    assert found.maximum == 0


@given(OUTCOMES, SCHEMES)
def test_marks_stay_within_the_scheme_and_counts_sum_to_the_questions(
    outcomes: list[Outcome], scheme: MarkingScheme
) -> None:
    found = tally(outcomes, scheme)
    counted = found.right + found.wrong + found.unanswered + found.declined + found.void
    assert counted == len(outcomes)
    assert -max(scheme.wrong, scheme.blank) * len(outcomes) <= found.marks <= found.maximum


@given(OUTCOMES, SCHEMES)
def test_the_order_of_questions_changes_no_marks(
    outcomes: list[Outcome], scheme: MarkingScheme
) -> None:
    assert tally(outcomes, scheme) == tally(outcomes[::-1], scheme)


@given(OUTCOMES, SCHEMES)
def test_one_more_right_answer_never_costs_marks(
    outcomes: list[Outcome], scheme: MarkingScheme
) -> None:
    worse = [*outcomes, WRONG]
    better = [*outcomes, RIGHT]
    assert tally(better, scheme).marks > tally(worse, scheme).marks


@given(st.lists(OUTCOMES, max_size=6), SCHEMES)
def test_the_parts_of_a_paper_sum_to_the_whole_of_it(
    parts: list[list[Outcome]], scheme: MarkingScheme
) -> None:
    outcomes = [each for part in parts for each in part]
    whole, scale = tally(outcomes, scheme), scale_of(outcomes, scheme)
    tallies = [tally(part, scheme, scale) for part in parts]

    assert sum(each.marks for each in tallies) == whole.marks
    assert sum(each.maximum for each in tallies) == whole.maximum
    assert sum(each.lost_wrong for each in tallies) == whole.lost_wrong
    assert sum(each.lost_blank for each in tallies) == whole.lost_blank


@given(OUTCOMES, SCHEMES)
def test_what_was_right_less_what_was_lost_is_the_marks(
    outcomes: list[Outcome], scheme: MarkingScheme
) -> None:
    found = tally(outcomes, scheme)
    gained = found.scale * found.right * scheme.right
    given_to_all = found.void * scheme.right if scheme.void is VoidPolicy.FULL_MARKS else 0

    assert gained + given_to_all - found.lost_wrong - found.lost_blank == found.marks
