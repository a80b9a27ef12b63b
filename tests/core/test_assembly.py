"""From items to a paper: the same for the same seed, nothing lost, nothing moved that must stay."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.assembly import (
    assemble,
    fits,
    in_proportion,
    mock_terms,
    with_extra_time,
)
from quizgen.core.item import DECLINED, Answer, Item, Option
from quizgen.core.paper import Feedback, Paper, Section
from quizgen.core.presets import PRESETS
from quizgen.core.sections import Sections, shares
from tests.core.samples import item, question

ITEMS = [item(f"q{number}") for number in range(1, 6)]
RPSC = PRESETS["rpsc-ras"]
SEEDS = st.text("0123456789", min_size=1, max_size=9)


def assembled(items: list[Item], seed: str, *, preset: str = "upsc-gs1") -> Paper:
    """Return the paper of a mock of these items."""
    terms = mock_terms(PRESETS[preset], len(items))
    return assemble(items, terms, seed, title="Mock", feedback=Feedback.AFTER)[0]


def shown(sat: Paper) -> list[list[str]]:
    """Return the option ids of each question, in the order shown."""
    return [[option.id for option in each.options] for each in sat.questions]


# Options


def test_the_same_seed_gives_the_same_paper_for_ever() -> None:
    assert ["".join(ids) for ids in shown(assembled(ITEMS, "48213"))] == [
        "bcad",
        "cbad",
        "cabd",
        "adcb",
        "cbad",
    ]


@given(SEEDS)
def test_the_order_an_author_wrote_the_options_in_does_not_show(seed: str) -> None:
    turned = [
        replace(each, question=replace(each.question, options=each.question.options[::-1]))
        for each in ITEMS
    ]
    assert assembled(turned, seed) == assembled(ITEMS, seed)


@st.composite
def items_with_pins(draw: st.DrawFn) -> Item:
    """Draw an item of two to five options, any of them pinned."""
    pins = draw(st.lists(st.booleans(), min_size=2, max_size=5))
    options = tuple(Option(f"o{n}", f"Option {n}", pinned) for n, pinned in enumerate(pins))
    return Item(replace(question("pins"), options=options), Answer("o0"))


@given(items_with_pins(), SEEDS)
def test_no_option_is_lost_or_gained_and_pinned_ones_stay_where_they_are(
    drawn: Item, seed: str
) -> None:
    before, after = drawn.question.options, assembled([drawn], seed).questions[0].options
    assert sorted(after, key=lambda option: option.id) == list(before)
    assert all(after[at] == option for at, option in enumerate(before) if option.pinned)


@given(items_with_pins(), SEEDS)
def test_coded_options_are_never_shuffled(drawn: Item, seed: str) -> None:
    coded = replace(drawn, question=replace(drawn.question, shuffle=False))
    assert assembled([coded], seed).questions[0] == coded.question


def test_the_key_is_as_often_in_one_place_as_in_another() -> None:
    places = Counter(shown(assembled(ITEMS[:1], str(seed)))[0].index("a") for seed in range(2_000))
    # Five standard deviations of a fair draw are 97.
    assert all(abs(places[place] - 500) < 97 for place in range(4))


def test_not_attempted_is_the_last_option_where_the_exam_prints_it() -> None:
    for ids in shown(assembled(ITEMS, "1", preset="rpsc-ras")):
        assert ids[-1] == DECLINED
        assert sorted(ids[:-1]) == ["a", "b", "c", "d"]


def test_a_question_of_five_options_has_no_room_for_not_attempted() -> None:
    five = question("five", options="abcde")
    assert fits(five, PRESETS["upsc-gs1"].marking)
    assert not fits(five, RPSC.marking)
    assert fits(question("four"), RPSC.marking)


# The paper


def test_questions_and_answers_stand_in_the_order_given() -> None:
    items = [item("q2", "b"), item("q1", "c")]
    sat, answers = assemble(
        items,
        mock_terms(count=2),
        "7",
        title="Treaty dates",
        feedback=Feedback.AFTER,
        code="2q-144s-s7-b00000000-k000",
        strict=True,
    )
    assert [each.id for each in sat.questions] == ["q2", "q1"]
    assert [answer.key for answer in answers] == ["b", "c"]
    assert [(part.title, part.count) for part in sat.sections] == [("Treaty dates", 2)]
    assert (sat.seed, sat.code, sat.preset) == ("7", "2q-144s-s7-b00000000-k000", "upsc-gs1")
    assert sat.timing.strict


def test_practice_can_be_paused_and_a_mock_cannot() -> None:
    terms = mock_terms(count=5)
    papers = {
        feedback: assemble(ITEMS, terms, "7", title="", feedback=feedback)[0]
        for feedback in Feedback
    }
    assert papers[Feedback.IMMEDIATE].timing.pause
    assert not papers[Feedback.AFTER].timing.pause


# Terms


def test_a_sectional_test_has_72_seconds_a_question() -> None:
    assert mock_terms(count=10).seconds == 720
    assert mock_terms(count=1).seconds == 72


def test_a_full_mock_is_the_whole_paper() -> None:
    terms = mock_terms(PRESETS["upsc-csat"], full=True)
    assert terms.count == 80
    assert terms.seconds == 7200


def test_fewer_questions_than_asked_for_are_sat_in_proportion() -> None:
    terms = in_proportion(mock_terms(), 20)
    assert terms.count == 20
    assert terms.seconds == 1440
    assert in_proportion(mock_terms(), 25) == mock_terms()
    assert in_proportion(mock_terms(), 400) == mock_terms()


def test_without_a_clock_there_is_nothing_to_keep_in_proportion() -> None:
    free = replace(mock_terms(), seconds=None)
    assert in_proportion(free, 20) == replace(free, count=20)


def test_extra_time_of_a_third_makes_40_minutes_of_30() -> None:
    assert with_extra_time(mock_terms(), Fraction(1, 3)).seconds == 2400


def test_extra_time_lengthens_the_clock_of_each_question_too() -> None:
    terms = with_extra_time(mock_terms(PRESETS["speed-19"]), Fraction(1, 3))
    assert terms.seconds == Fraction(1900, 3)
    assert terms.question_seconds == Fraction(76, 3)
    sat, _ = assemble(ITEMS, terms, "7", title="", feedback=Feedback.AFTER)
    assert (sat.timing.paper_ms, sat.timing.question_ms) == (633_333, 25_333)
    assert sat.timing.extra == Fraction(1, 3)


def test_extra_time_starts_no_clock_where_there_is_none() -> None:
    free = replace(mock_terms(), seconds=None)
    assert with_extra_time(free, Fraction(1, 3)).seconds is None
    sat, _ = assemble(ITEMS, free, "7", title="", feedback=Feedback.AFTER)
    assert (sat.timing.paper_ms, sat.timing.question_ms) == (None, None)


@pytest.mark.parametrize("name", PRESETS)
def test_questions_with_a_clock_of_their_own_fit_into_the_paper(name: str) -> None:
    terms = mock_terms(PRESETS[name], full=True)
    if terms.question_seconds is not None:
        assert terms.seconds == terms.count * terms.question_seconds
    else:
        assert terms.seconds == PRESETS[name].seconds


# Sections and pause


def of_topics(*topics: str) -> list[Item]:
    """Return an item of each topic, `q1`, `q2`..."""
    return [
        Item(question(f"q{number}", topic), Answer("a"))
        for number, topic in enumerate(topics, start=1)
    ]


MIXED = of_topics("Polity", "sco-membership", "polity", "", "SCO membership", "Polity")


def divided(sections: Sections, items: list[Item] = MIXED, *, pause: bool = False) -> Paper:
    """Return the paper of a mock of these items, 72 seconds for each, in sections."""
    terms = replace(mock_terms(count=len(items)), sections=sections, pause=pause)
    return assemble(items, terms, "1", title="Mock", feedback=Feedback.AFTER)[0]


def test_sections_hold_a_topic_each_in_the_order_of_first_appearance() -> None:
    sat = divided(Sections.FREE)
    assert sat.sections == (
        Section("Polity", 3),
        Section("sco-membership", 2),
        Section("Other questions", 1),
    )
    assert [each.id for each in sat.questions] == ["q1", "q3", "q6", "q2", "q5", "q4"]
    assert (sat.locked, sat.timing.paper_ms) == (False, 6 * 72_000)


def test_the_answers_go_with_their_questions() -> None:
    items = [Item(question(f"q{n}", topic), Answer(key)) for n, topic, key in TOPICS_AND_KEYS]
    terms = replace(mock_terms(count=3), sections=Sections.FREE)
    sat, answers = assemble(items, terms, "1", title="Mock", feedback=Feedback.AFTER)
    assert [each.id for each in sat.questions] == ["q1", "q3", "q2"]
    assert [answer.key for answer in answers] == ["a", "c", "b"]


TOPICS_AND_KEYS = [(1, "Polity", "a"), (2, "Economy", "b"), (3, "Polity", "c")]


def test_locked_sections_have_their_share_of_the_time_and_no_clock_above_it() -> None:
    sat = divided(Sections.LOCKED)
    assert sat.locked
    assert [section.limit_ms for section in sat.sections] == [3 * 72_000, 2 * 72_000, 72_000]
    assert sat.timing.paper_ms is None


def test_extra_time_lengthens_each_locked_section() -> None:
    terms = with_extra_time(replace(mock_terms(count=6), sections=Sections.LOCKED), Fraction(1, 3))
    sat, _ = assemble(MIXED, terms, "1", title="Mock", feedback=Feedback.AFTER)
    assert [section.limit_ms for section in sat.sections] == [4 * 72_000, 8 * 24_000, 96_000]


@given(st.integers(1, 10_000_000), st.lists(st.integers(1, 50), min_size=1, max_size=9))
def test_no_millisecond_is_lost_between_sections(total: int, counts: list[int]) -> None:
    found = shares(total, counts)
    exact = [Fraction(total * count, sum(counts)) for count in counts]
    assert sum(found) == total
    assert all(abs(share - due) < 1 for share, due in zip(found, exact, strict=True))


@pytest.mark.parametrize("sections", Sections)
def test_questions_of_one_topic_are_not_divided(sections: Sections) -> None:
    sat = divided(sections, of_topics("Polity", "polity"))
    assert sat == divided(Sections.NONE, of_topics("Polity", "polity"))


def test_a_mock_is_paused_only_where_that_was_asked_for() -> None:
    assert divided(Sections.NONE, pause=True).timing.pause
    assert not divided(Sections.NONE).timing.pause
