"""What an attempt is marked by after its keys were corrected, voided, accepted and taken back."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.deciding import Decided, decide, undecided
from quizgen.core.events import Event, Select, Submit, Visit
from quizgen.core.item import Answer
from quizgen.core.marking import Outcome
from quizgen.core.paper import VoidPolicy
from quizgen.core.regrading import Regrading, alters, in_force, regraded, undoing
from quizgen.core.rekeying import Finding, Judged
from quizgen.core.result import Regraded, Result, result
from tests.core.samples import after, paper, started

KEYS = (Answer("a"), Answer("b"), Answer("c"))
PAPER = paper(3)
EVENTS: tuple[Event, ...] = (Select(0, "a"), Visit(1), Select(1, "a"), Submit())
ATTEMPT = after(started(PAPER), *((0, event) for event in EVENTS))
"""Right, wrong, blank: 4/3 of 6."""
FIRST = in_force(PAPER, ())
SAME = {index: Judged(Finding.UNCHANGED, answer) for index, answer in enumerate(KEYS)}


def at(index: int, key: str, *, void: bool = False) -> tuple[int, Answer]:
    return index, Answer(key, explanation="Corrected.", void=void)


def marked(regrading: Regrading | None) -> Result:
    return result(*regraded(ATTEMPT, KEYS, regrading))


def new(*answers: tuple[int, Answer], policy: VoidPolicy = VoidPolicy.SCALE) -> Regrading:
    return Regrading(5, "0.1.0", policy, answers)


# What counts.


def test_without_a_regrading_it_is_marked_as_it_was_sat() -> None:
    assert regraded(ATTEMPT, KEYS, None) == (ATTEMPT, KEYS)
    assert marked(None).tally.marks == Fraction(4, 3)
    assert Regrading(0, "", VoidPolicy.SCALE) == FIRST


def test_a_corrected_key_counts_with_its_explanation_and_the_attempt_stays() -> None:
    attempt, answers = regraded(ATTEMPT, KEYS, new(at(1, "a")))
    assert attempt == ATTEMPT
    assert answers[1].explanation == "Corrected."
    assert result(attempt, answers).tally.marks == 4


@pytest.mark.parametrize(
    ("policy", "marks", "maximum"),
    [
        (VoidPolicy.SCALE, 3, 6),
        (VoidPolicy.FULL_MARKS, 4, 6),
        (VoidPolicy.DROP, 2, 4),
    ],
)
def test_a_void_question_counts_by_the_policy(policy: VoidPolicy, marks: int, maximum: int) -> None:
    found = marked(new(at(1, "b", void=True), policy=policy))
    assert found.tally.marks == marks
    assert found.tally.maximum == maximum
    assert found.rows[1].outcome is Outcome.VOID
    assert found.rows[1].key is None
    assert found.attempt.paper.marking.void is policy


def test_a_regrading_of_another_paper_is_refused() -> None:
    with pytest.raises(IndexError):
        regraded(ATTEMPT, KEYS, new(at(3, "a")))


def test_a_result_tells_how_a_question_was_first_marked_where_its_key_is_another() -> None:
    first, now = marked(None), marked(new(at(1, "a"), at(2, "c")))
    found = replace(now, regraded=Regraded(1, "2026-11-22", first))
    assert [found.was(row) for row in found.rows] == [None, first.rows[1], None]
    assert [first.was(row) for row in first.rows] == [None] * 3


# What is decided.


def test_what_the_bank_says_for_certain_is_followed() -> None:
    found = {
        0: Judged(Finding.VOID, Answer("a", void=True)),
        1: Judged(Finding.CORRECTED, Answer("a")),
        2: Judged(Finding.UNCHANGED, KEYS[2]),
    }
    decided = decide(KEYS, FIRST, found, Decided())
    assert decided.answers == ((0, Answer("a", void=True)), (1, Answer("a")))
    assert decided.by_hand == ()


def test_what_was_reworded_or_is_gone_keeps_the_key_that_counts_unless_accepted() -> None:
    last = replace(FIRST, answers=(at(0, "d"), at(1, "d")))
    found = {0: Judged(Finding.GONE), 1: Judged(Finding.REWORDED, Answer("a"))}
    assert decide(KEYS, last, found, Decided()) == last
    accepted = decide(KEYS, last, found, Decided(accepted=frozenset({1})))
    assert accepted.answers == (at(0, "d"), (1, Answer("a")))
    assert decide(KEYS, accepted, found, Decided()) == accepted


def test_a_key_that_was_corrected_back_is_the_first_again() -> None:
    last = replace(FIRST, answers=(at(1, "a"),))
    assert decide(KEYS, last, SAME, Decided()) == FIRST


def test_what_was_voided_by_hand_stays_void_until_it_is_accepted() -> None:
    voided = decide(KEYS, FIRST, SAME, Decided(void=frozenset({2})))
    assert voided.answers == ((2, replace(KEYS[2], void=True)),)
    assert voided.by_hand == (2,)
    corrected = {**SAME, 2: Judged(Finding.CORRECTED, Answer("d"))}
    later = decide(KEYS, voided, corrected, Decided())
    assert later.by_hand == (2,)
    assert later.answers[0][1].void
    accepted = decide(KEYS, later, corrected, Decided(accepted=frozenset({2})))
    assert (accepted.answers, accepted.by_hand) == (((2, Answer("d")),), ())


def test_what_was_void_by_the_bank_is_not_when_the_bank_says_otherwise() -> None:
    last = replace(FIRST, answers=(at(1, "b", void=True),))
    assert decide(KEYS, last, SAME, Decided()) == FIRST


def test_a_policy_stays_in_force() -> None:
    one = decide(KEYS, FIRST, SAME, Decided(frozenset({0}), policy=VoidPolicy.DROP))
    assert decide(KEYS, one, SAME, Decided(frozenset({1}))).policy is VoidPolicy.DROP


def test_one_voided_by_hand_that_the_bank_has_no_more_goes_back_to_the_key_before() -> None:
    last = replace(FIRST, answers=(at(1, "d"),))
    found = {1: Judged(Finding.GONE)}
    voided = decide(KEYS, last, found, Decided(frozenset({1})))
    assert voided.answers == (at(1, "d", void=True),)
    assert decide(KEYS, voided, found, Decided(accepted=frozenset({1}))) == last


@pytest.mark.parametrize("finding", [Finding.CORRECTED, Finding.VOID])
def test_what_is_kept_counts_as_it_did_for_this_run(finding: Finding) -> None:
    last = replace(FIRST, answers=(at(1, "d"),))
    found = {1: Judged(finding, Answer("a", void=finding is Finding.VOID))}
    assert decide(KEYS, last, found, Decided(kept=frozenset({1}))) == last
    assert decide(KEYS, last, found, Decided()) != last


def test_to_be_told_is_only_what_a_person_can_still_decide() -> None:
    found = {
        0: Judged(Finding.REWORDED, Answer("b")),
        1: Judged(Finding.REWORDED),
        2: Judged(Finding.GONE),
    }
    all_ = {0: Finding.REWORDED, 1: Finding.REWORDED, 2: Finding.GONE}
    assert undecided(KEYS, FIRST, found, Decided()) == all_
    assert undecided(KEYS, FIRST, found, Decided(kept=frozenset({1, 2}))) == {0: Finding.REWORDED}
    accepted = decide(KEYS, FIRST, found, Decided(frozenset({1}), frozenset({0})))
    assert undecided(KEYS, accepted, found, Decided()) == {2: Finding.GONE}
    assert undecided(KEYS, FIRST, SAME, Decided()) == {}


def test_what_reads_otherwise_under_the_same_key_is_told_unless_it_was_named() -> None:
    found = {0: Judged(Finding.REWORDED, Answer("a"))}
    assert undecided(KEYS, FIRST, found, Decided()) == {0: Finding.REWORDED}
    assert undecided(KEYS, FIRST, found, Decided(accepted=frozenset({0}))) == {}


_KEYS = st.sampled_from("abcd")
_JUDGED = st.one_of(
    st.just(Judged(Finding.GONE)),
    st.builds(Judged, st.just(Finding.REWORDED), st.none() | st.builds(Answer, _KEYS)),
    st.builds(Judged, st.just(Finding.CORRECTED), st.builds(Answer, _KEYS)),
    st.builds(Judged, st.just(Finding.VOID), st.builds(Answer, _KEYS, void=st.just(True))),
)
_FOUND = st.tuples(_JUDGED, _JUDGED, _JUDGED).map(lambda all_: dict(enumerate(all_)))
_CHOSEN = st.frozensets(st.integers(0, 2))
_DECIDED = st.builds(
    lambda void, accepted, kept, policy: Decided(
        void, accepted - void, kept - accepted - void, policy
    ),
    _CHOSEN,
    _CHOSEN,
    _CHOSEN,
    st.none() | st.sampled_from(VoidPolicy),
)


@given(st.lists(st.tuples(_FOUND, _DECIDED), min_size=1, max_size=4))
def test_to_regrade_again_changes_nothing(steps: list[tuple[dict[int, Judged], Decided]]) -> None:
    last = FIRST
    for found, decided in steps:
        last = decide(KEYS, last, found, decided)
        assert set(last.by_hand) <= {index for index, answer in last.answers if answer.void}
        assert [index for index, _ in last.answers] == sorted(index for index, _ in last.answers)
    assert not alters(KEYS, last, decide(KEYS, last, steps[-1][0], steps[-1][1]))
    kept = Decided(kept=steps[-1][1].kept)
    assert not alters(KEYS, last, decide(KEYS, last, steps[-1][0], kept))


# What is changed, and taken back.


def test_other_reasons_for_the_same_key_are_no_change() -> None:
    assert not alters(KEYS, FIRST, new(at(1, "b")))
    assert alters(KEYS, FIRST, new(at(1, "c")))
    assert alters(KEYS, FIRST, new(at(1, "b", void=True)))
    assert alters(KEYS, FIRST, new(policy=VoidPolicy.DROP))
    assert alters(KEYS, FIRST, replace(FIRST, by_hand=(1,)))


def test_regradings_are_taken_back_one_after_the_other() -> None:
    one, two = new(at(0, "b")), new(at(1, "c"))
    assert undoing(PAPER, ()) is None
    assert undoing(PAPER, [one]) == replace(FIRST, undoes=True)
    back = replace(one, at_ms=9, version="0.2.0", undoes=True)
    assert undoing(PAPER, [one, two]) == replace(one, undoes=True)
    first = replace(FIRST, undoes=True)
    assert undoing(PAPER, [one, two, back]) == first
    assert undoing(PAPER, [one, two, back, first]) is None
    assert undoing(PAPER, [one, two, back, two]) == replace(one, undoes=True)
    assert in_force(PAPER, [one, two, back]) == back


def test_a_key_put_back_by_hand_is_a_regrading_as_any_other() -> None:
    assert undoing(PAPER, [new(at(0, "b")), FIRST]) == replace(new(at(0, "b")), undoes=True)


def test_what_takes_back_a_regrading_whose_file_is_gone_takes_back_none() -> None:
    first = replace(FIRST, undoes=True)
    assert undoing(PAPER, [first]) is None
    assert undoing(PAPER, [first, new(at(0, "b"))]) == first


def test_what_follows_one_that_took_back_takes_nothing_back() -> None:
    last = replace(FIRST, undoes=True)
    assert not decide(KEYS, last, SAME, Decided()).undoes


@given(st.lists(st.sampled_from("abcd"), max_size=6))
def test_taking_back_ends_where_it_was_first_marked(keys: list[str]) -> None:
    done = [new(at(0, key)) for key in keys]
    for key in reversed(["a", *keys[:-1]][: len(keys)]):
        back = undoing(PAPER, done)
        assert back is not None
        assert dict(back.answers).get(0, KEYS[0]).key == key
        done.append(back)
    assert undoing(PAPER, done) is None
    assert not alters(KEYS, FIRST, in_force(PAPER, done))
