"""A key is corrected where the truth changed under the same words, and nowhere else."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.core.item import DECLINED, Answer, Item, Question
from quizgen.core.rekeying import Finding, Judged, judge
from tests.core.drafts import Draft, corrected, drafts, item, mended, shown

KARACHI = Draft(
    "choice",
    "Where was the Indus Waters Treaty signed?",
    ("Karachi", "Simla", "Lahore", "Tashkent"),
    (1, 0, 0, 0),
    ("", "", "", ""),
)
NAMED = replace(KARACHI, ids=("a", "b", "c", "d"))
SIMLA = Draft(
    "which",
    "the Simla Agreement",
    ("It was signed in 1972.", "It was signed by two Prime Ministers."),
    (1, 0),
    ("", ""),
)
THREE = Draft(
    "which",
    "treaties",
    ("Alpha is a treaty.", "Beta is a treaty.", "Gamma is a treaty."),
    (1, 1, 0),
    ("", "", ""),
)
ORDER = Draft(
    "sequence",
    "Consider these events:",
    ("Tashkent Declaration", "Simla Agreement", "Lahore Declaration"),
    (66, 72, 99),
    ("", "", ""),
)
REASON = Draft("reasons", "", ("It flooded.", "It had rained."), (1, 2), ("", ""))


def made(draft: Draft) -> Item:
    found = item(draft)
    assert found is not None
    return found


def judged(draft: Draft, now: Draft | None, seed: str = "1") -> Judged:
    """Judge the question of a draft by what its author has made of it."""
    return judge(*shown(made(draft), seed), made(now) if now else None)


def with_part(draft: Draft, number: int, text: str, truth: int | None = None) -> Draft:
    parts, truths = list(draft.parts), list(draft.truths)
    parts[number] = text
    truths[number] = truths[number] if truth is None else truth
    return replace(draft, parts=tuple(parts), truths=tuple(truths))


def key_text(question: Question, found: Judged) -> str:
    """Return the text of the option that counts."""
    assert found.answer is not None
    return question.option(found.answer.key).text


# Laws.


@given(st.data(), drafts())
def test_a_mended_letter_or_digit_never_changes_a_key(data: st.DataObject, draft: Draft) -> None:
    now = item(data.draw(mended(draft)))
    assume(now is not None)
    found = judge(*shown(made(draft), data.draw(st.sampled_from("123"))), now)
    assert found.finding in {Finding.UNCHANGED, Finding.REWORDED}


@given(st.data(), drafts())
def test_another_order_of_options_or_statements_never_changes_a_key(
    data: st.DataObject, draft: Draft
) -> None:
    found = judged(draft, _reordered(data, draft), data.draw(st.sampled_from("123")))
    assert found.finding is Finding.UNCHANGED


@given(st.data(), drafts())
def test_a_corrected_truth_is_followed_as_far_as_what_was_shown_can_say_it(
    data: st.DataObject, draft: Draft
) -> None:
    now = made(data.draw(corrected(draft)))
    question, answer = shown(made(draft), data.draw(st.sampled_from("123")))
    found = judge(question, answer, now)
    right = now.question.option(now.answer.key).text
    if right not in {option.text for option in question.options}:
        assert found.finding is Finding.VOID
        assert found.answer is not None
        assert found.answer.void
    elif right == question.option(answer.key).text:
        assert found == Judged(Finding.UNCHANGED, answer)
    else:
        assert found.finding is Finding.CORRECTED
        assert key_text(question, found) == right


@given(st.data(), drafts())
def test_a_slip_another_order_and_a_corrected_truth_together_never_give_a_wrong_key(
    data: st.DataObject, draft: Draft
) -> None:
    """The key is that of the corrected truth in the words shown, or it is left to a person."""
    new = data.draw(mended(draft))
    assume(item(new) is not None)
    new = data.draw(corrected(new))
    alone = item(replace(draft, truths=new.truths))
    now = item(_reordered(data, new))
    assume(alone is not None and now is not None)
    question, answer = shown(made(draft), data.draw(st.sampled_from("123")))
    found, expected = judge(question, answer, now), judge(question, answer, alone)
    assert expected.answer is not None
    if found.finding is not Finding.REWORDED:
        assert found.answer is not None
        assert found.answer.right == expected.answer.right


def _reordered(data: st.DataObject, draft: Draft) -> Draft:
    """The same draft in another order; a claim stays the first."""
    first, rest = ([0], 1) if draft.kind == "reasons" else ([], 0)
    return draft.permuted(first + data.draw(st.permutations(range(rest, len(draft.parts)))))


@given(drafts(), drafts(), st.sampled_from("123"))
def test_whatever_the_bank_has_now_the_key_is_an_option_that_was_shown(
    draft: Draft, other: Draft, seed: str
) -> None:
    question, answer = shown(made(draft), seed, declining=len(draft.parts) < 5)
    found = judge(question, answer, made(other))
    if found.answer is not None:
        assert found.answer.key in {option.id for option in question.options} - {DECLINED}
        labels = {why.label for why in answer.statements}
        assert {why.label for why in found.answer.statements} == labels


@given(st.data(), drafts())
def test_what_is_explained_names_options_statements_and_facts_as_they_were_asked(
    data: st.DataObject, draft: Draft
) -> None:
    now = made(replace(data.draw(corrected(draft)), facts=not draft.facts))
    question, answer = shown(made(draft), "2")
    found = judge(question, answer, now).answer
    assert found is not None
    assert [why.facts for why in _by_label(found)] == [why.facts for why in _by_label(answer)]
    assert [why.id for why in _by_label(found)] == [why.id for why in _by_label(answer)]
    assert {why.label for why in found.options} == {why.label for why in answer.options}
    for why in found.options:
        assert why.correct is (why.label == found.key and not found.void)
        assert why.text == f"Why of {question.option(why.label).text}."


def _by_label(answer: Answer) -> list[Any]:
    return sorted(answer.statements, key=lambda why: why.label)


# Each line of the table.


def test_a_question_that_is_gone_keeps_its_key() -> None:
    assert judged(KARACHI, None) == Judged(Finding.GONE)


@pytest.mark.parametrize("other", [SIMLA, ORDER, REASON])
def test_one_of_another_kind_is_another_question(other: Draft) -> None:
    assert judged(KARACHI, other) == Judged(Finding.REWORDED)
    assert judged(other, KARACHI) == Judged(Finding.REWORDED)


@pytest.mark.parametrize("draft", [KARACHI, NAMED])
def test_another_option_shown_is_right_now(draft: Draft) -> None:
    now = replace(draft, truths=(0, 0, 1, 0))
    question, answer = shown(made(draft))
    found = judge(question, answer, made(now))
    assert found.finding is Finding.CORRECTED
    assert key_text(question, found) == "Lahore"


def test_with_a_slip_mended_in_another_option_it_is_so_too() -> None:
    now = with_part(replace(KARACHI, truths=(0, 0, 1, 0)), 1, "Shimla")
    assert judged(KARACHI, now).finding is Finding.CORRECTED
    gone = with_part(replace(KARACHI, truths=(0, 0, 1, 0)), 0, "Murree")
    assert judged(KARACHI, gone).finding is Finding.CORRECTED


def test_where_all_options_shown_are_wrong_today_the_question_is_void() -> None:
    now = Draft(
        "choice", KARACHI.head, (*KARACHI.parts, "Murree"), (0, 0, 0, 0, 1), ("", "", "", "", "")
    )
    found = judged(KARACHI, now)
    assert found.finding is Finding.VOID
    assert found.answer is not None
    assert [why.correct for why in found.answer.options] == [False] * 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("19 Sep 1960", "19 September 1960"),
        ("The UNO", "The UN"),
        ("Simla", "Simla (Himachal Pradesh)"),
        ("Simla", "Murree"),
    ],
)
def test_where_the_right_option_was_not_shown_word_for_word_it_may_still_be_one_shown(
    old: str, new: str
) -> None:
    now = with_part(replace(KARACHI, truths=(0, 1, 0, 0)), 1, new)
    assert judged(with_part(KARACHI, 1, old), now) == Judged(Finding.REWORDED)
    ids = replace(now, ids=NAMED.ids)
    question, answer = shown(made(with_part(NAMED, 1, old)))
    found = judge(question, answer, made(ids))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == old


@pytest.mark.parametrize("draft", [KARACHI, NAMED])
def test_a_slip_mended_in_the_right_option_changes_nothing(draft: Draft) -> None:
    assert judged(with_part(draft, 0, "Karachhi"), draft).finding is Finding.UNCHANGED


def test_a_slip_mended_towards_another_option_shown_is_no_slip() -> None:
    legal = Draft("choice", "What was it?", ("legal", "illegal"), (1, 0), ("", ""))
    now = replace(legal, parts=("unlawful", "illegal"), truths=(0, 1))
    assert judged(legal, now).finding is Finding.CORRECTED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1971", "1972"),
        ("Iran", "Iraq"),
        ("Article 370", "Article 371"),
        ("Eastern rivers", "Western rivers"),
        ("million", "billion"),
        ("Independent", "Dependent"),
        ("Niger", "Nigeria"),
    ],
)
def test_a_right_option_that_says_something_else_is_left_to_a_person(old: str, new: str) -> None:
    shown_, today = with_part(KARACHI, 0, old), with_part(KARACHI, 0, new)
    assert judged(shown_, today) == Judged(Finding.REWORDED)
    question, answer = shown(made(replace(shown_, ids=NAMED.ids)))
    found = judge(question, answer, made(replace(today, ids=NAMED.ids)))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == old  # its author's id says that it is the same


def test_a_right_option_that_may_be_one_shown_with_its_slip_mended_is_left_to_a_person() -> None:
    slip = with_part(KARACHI, 2, "Lahorre")
    now = replace(KARACHI, truths=(0, 0, 1, 0))
    question, answer = shown(made(slip))
    found = judge(question, answer, made(now))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == "Lahorre"


def test_another_stem_and_another_key_are_left_to_a_person() -> None:
    turned = replace(KARACHI, head="Where was the Indus Waters Treaty not signed?")
    assert judged(KARACHI, turned).finding is Finding.UNCHANGED
    found = judged(KARACHI, replace(turned, truths=(0, 1, 0, 0)))
    assert found.finding is Finding.REWORDED
    assert found.answer is not None


def test_an_option_that_speaks_of_the_others_is_right_or_wrong_by_them() -> None:
    none = with_part(replace(KARACHI, truths=(0, 0, 0, 1)), 3, "None of the above")
    now = with_part(replace(none, truths=(1, 0, 0, 0)), 0, "Murree")
    assert judged(none, now).finding is Finding.REWORDED
    assert judged(none, replace(none, truths=(1, 0, 0, 0))).finding is Finding.CORRECTED


def test_a_statement_that_turned_out_otherwise_changes_the_code() -> None:
    question, answer = shown(made(SIMLA))
    found = judge(question, answer, made(replace(SIMLA, truths=(1, 1))))
    assert found.finding is Finding.CORRECTED
    assert key_text(question, found) == "Both I and II"
    neither = judge(question, answer, made(replace(SIMLA, truths=(0, 0))))
    assert key_text(question, neither) == "Neither I nor II"


def test_so_it_is_where_the_closing_line_hangs_on_the_key() -> None:
    three = replace(THREE, name="three")
    assert "given above are correct?" in made(three).question.stem
    now = made(replace(three, truths=(1, 0, 0)))
    assert "given above is/are correct?" in now.question.stem
    assert judge(*shown(made(three)), now).finding is Finding.VOID


def test_a_statement_that_says_something_else_is_left_to_a_person() -> None:
    now = with_part(SIMLA, 1, "It was signed by the Foreign Ministers.", 1)
    question, answer = shown(made(SIMLA))
    found = judge(question, answer, made(now))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == "Both I and II"


@pytest.mark.parametrize(
    "words", ["It was signed in 1973.", "It was not signed in 1972.", "It was signed at Simla."]
)
def test_with_the_same_truth_it_keeps_its_key_and_is_told(words: str) -> None:
    question, answer = shown(made(SIMLA))
    found = judge(question, answer, made(with_part(SIMLA, 0, words)))
    assert found.finding is Finding.REWORDED
    assert found.answer is not None
    assert found.answer.right == answer.key


def test_statements_that_changed_places_are_known_by_their_words() -> None:
    parts = ("At Simla, two Prime Ministers signed it.", "It was signed in 1972.")
    question, answer = shown(made(SIMLA))
    found = judge(question, answer, made(replace(SIMLA, parts=parts, truths=(1, 0))))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == "II only"


def test_a_statement_that_was_mended_and_turned_out_otherwise_is_left_to_a_person() -> None:
    parts = ("The eastern rivers went to Indai.", "The western rivers went to Indai.")
    today = tuple(part.replace("Indai", "India") for part in parts)
    question, answer = shown(made(replace(SIMLA, parts=parts)))
    found = judge(question, answer, made(replace(SIMLA, parts=today, truths=(0, 1))))
    assert found.finding is Finding.REWORDED
    assert key_text(question, found) == "II only"


def test_a_code_that_was_not_offered_is_not_to_be_accepted_where_words_changed() -> None:
    codes = {
        judged(THREE, with_part(replace(THREE, truths=truths), 0, "Alpha was none.")).answer is None
        for truths in ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1))
    }
    assert codes == {True, False}


def test_a_slip_mended_in_one_statement_does_not_hide_that_another_is_otherwise() -> None:
    now = with_part(replace(SIMLA, truths=(0, 0)), 1, "It was signd by two Prime Ministers.")
    question, answer = shown(made(SIMLA))
    found = judge(question, answer, made(now))
    assert found.finding is Finding.CORRECTED
    assert key_text(question, found) == "Neither I nor II"


def test_another_lead_line_and_another_truth_are_left_to_a_person() -> None:
    other = replace(SIMLA, head="the Lahore Declaration")
    assert judged(SIMLA, other).finding is Finding.UNCHANGED
    assert judged(SIMLA, replace(other, truths=(1, 1))).finding is Finding.REWORDED


def test_a_statement_that_was_added_or_left_out_is_no_part_of_what_was_shown() -> None:
    two = replace(THREE, parts=THREE.parts[:2], truths=THREE.truths[:2], ids=("", ""))
    assert judged(two, THREE).finding is Finding.UNCHANGED
    assert judged(two, replace(THREE, truths=(1, 0, 1))).finding is Finding.CORRECTED
    assert judged(THREE, two) == Judged(Finding.REWORDED)


def test_two_slips_are_not_taken_for_the_same_statement() -> None:
    slips = replace(THREE, parts=("Signed at Karachhi.", "Signed at Kararchi.", "Signed at Simla."))
    now = replace(THREE, parts=("Signed at Karachi.", "Signed at Simla."), truths=(1, 0))
    assert judged(slips, replace(now, ids=("", ""))).finding is Finding.REWORDED


def test_a_code_that_was_not_offered_makes_the_question_void() -> None:
    found = {
        judged(THREE, replace(THREE, truths=truths)).finding
        for truths in ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1))
    }
    assert found == {Finding.CORRECTED, Finding.VOID}


def test_entries_that_are_dated_otherwise_have_another_order() -> None:
    question, answer = shown(made(ORDER))
    found = judge(question, answer, made(replace(ORDER, truths=(80, 72, 99))))
    assert found.finding in {Finding.CORRECTED, Finding.VOID}
    assert found.answer is not None
    verdicts = [why.verdict for why in found.answer.statements]
    assert verdicts == [
        "Simla Agreement: 1972.",
        "Tashkent Declaration: 1980.",
        "Lahore Declaration: 1999.",
    ]
    by_label = {why.label: why.verdict for why in found.answer.statements}
    for label, verdict in by_label.items():
        assert f"{label}. {verdict.split(':')[0]}" in question.stem.splitlines()


def test_another_entry_in_an_order_is_left_to_a_person_who_must_void_it_himself() -> None:
    assert judged(ORDER, with_part(ORDER, 1, "Shimla Pact")) == Judged(Finding.REWORDED)


def test_a_reason_that_explains_no_longer_is_followed() -> None:
    question, answer = shown(made(REASON))
    found = judge(question, answer, made(replace(REASON, truths=(1, 1))))
    assert found.finding is Finding.CORRECTED
    assert found.answer is not None
    assert found.answer.key == "unexplained"


def test_claim_and_reason_that_change_places_are_another_question() -> None:
    draft = replace(REASON, truths=(1, 0))
    turned = replace(draft, parts=draft.parts[::-1], truths=(0, 1))
    assert judged(draft, turned).finding is Finding.REWORDED


def test_an_option_that_nobody_can_read_may_be_the_right_one() -> None:
    question, answer = shown(made(SIMLA))
    options = tuple(replace(option, text="?") for option in question.options)
    strange = replace(question, options=options)
    now = made(replace(SIMLA, truths=(0, 1)))
    assert judge(strange, answer, now) == Judged(Finding.REWORDED)


def test_a_stem_that_does_not_show_its_parts_is_left_to_a_person() -> None:
    question, answer = shown(made(SIMLA))
    bare = replace(question, stem="Which of them?")
    assert judge(bare, answer, made(SIMLA)) == Judged(Finding.REWORDED)
    assert judge(replace(question, stem=""), answer, made(SIMLA)) == Judged(Finding.REWORDED)
