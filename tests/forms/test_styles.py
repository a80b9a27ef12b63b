"""A style has the numerals and the option wording of its year; the item stays the same item."""

import pytest

from quizgen.core.item import Item
from quizgen.forms.kinds import compose
from quizgen.forms.shared import Setting
from quizgen.forms.spec import Common
from quizgen.forms.wording import STYLE, STYLES
from tests.forms.making import item, key, pairs, reasons, sequence, statements, texts

OLD = "upsc-2023"


def styled(spec: Common, style: str) -> Item:
    return item(spec, Setting("notes", style=style))


def test_the_latest_is_the_usual_one() -> None:
    assert STYLES == (STYLE, OLD)
    assert STYLE == "upsc-2025"


@pytest.mark.parametrize(
    ("spec", "new", "old"),
    [
        (statements("-+"), "II only", "2 only"),
        (statements("++"), "Both I and II", "Both 1 and 2"),
        (statements("--"), "Neither I nor II", "Neither 1 nor 2"),
        (statements("+-++"), "I, III and IV only", "1, 3 and 4 only"),
        (statements("+++", ask="how-many"), "All the three", "All three"),
        (statements("++++", ask="how-many"), "All the four", "All four"),
        (statements("---", ask="how-many"), "None", "None"),
        (pairs("+++", ask="how-many"), "All the three pairs", "All three pairs"),
        (pairs("++++", ask="how-many"), "All the four pairs", "All four pairs"),
        (pairs("+++", columns=3, ask="how-many"), "All the three", "All three"),
        (pairs("+-+"), "I and III only", "1 and 3 only"),
        (
            reasons("+", "!"),
            "Both Statement-I and Statement-II are correct and Statement-II explains Statement-I",
            (
                "Both Statement-I and Statement-II are correct and Statement-II is the correct "
                "explanation for Statement-I"
            ),
        ),
        (
            reasons("+", "-"),
            "Statement-I is correct but Statement-II is not correct",
            "Statement-I is correct but Statement-II is incorrect",
        ),
    ],
)
def test_each_year_has_its_own_wording(spec: Common, new: str, old: str) -> None:
    assert key(styled(spec, STYLE)) == new
    assert key(styled(spec, OLD)) == old


def test_entries_are_numbered_alike_in_stem_options_and_whys() -> None:
    made = styled(sequence("1966", "1972", "1999", shuffle=False), OLD)
    assert "\n\n1. Event 1\n2. Event 2\n3. Event 3\n\n" in made.question.stem
    assert key(made) == "1-2-3"
    assert [why.label for why in made.answer.statements] == ["1", "2", "3"]
    assert "| 1. | Left 1 | right 1 |" in styled(pairs("+-"), OLD).question.stem


def test_claims_and_reasons_keep_their_roman_names() -> None:
    assert "\n\nStatement-II: Reason 1.\n\n" in styled(reasons("+", "!"), OLD).question.stem


@pytest.mark.parametrize(
    "spec",
    [
        statements("+-+"),
        statements("+-+", ask="how-many"),
        pairs("+--"),
        pairs("+--", ask="how-many"),
        reasons("+", "!"),
        reasons("+", "!+"),
        sequence("1966", "1972", "1999", "2001"),
    ],
)
def test_a_style_changes_words_alone(spec: Common) -> None:
    new, old = styled(spec, STYLE), styled(spec, OLD)
    assert new.question.ref == old.question.ref
    assert new.answer.key == old.answer.key
    assert [option.id for option in new.question.options] == [
        option.id for option in old.question.options
    ]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("options", "numeral"),
    [
        (("I only", "II only", "Both I and II", "Neither I nor II"), "I."),
        (("1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2"), "1."),
    ],
)
def test_options_of_ones_own_bring_their_numerals_in_any_style(
    style: str, options: tuple[str, ...], numeral: str
) -> None:
    made = styled(statements("+-", options=options), style)
    assert texts(made) == list(options)
    assert f"\n\n{numeral} It is 1.\n" in made.question.stem
    assert made.answer.statements[0].label == numeral.rstrip(".")


@pytest.mark.parametrize(("style", "numeral"), [(STYLE, "I."), (OLD, "1.")])
def test_options_without_numerals_leave_them_to_the_style(style: str, numeral: str) -> None:
    counts = ("Only one", "Only two", "Only three", "None")
    made = styled(statements("+-+", ask="how-many", options=counts), style)
    assert f"\n\n{numeral} It is 1.\n" in made.question.stem


def test_an_unknown_style_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        compose(statements("+-"), Setting("notes", style="upsc-1900"))
