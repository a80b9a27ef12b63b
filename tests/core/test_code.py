"""The code of a paper: whoever types it sits the same paper, or is told of the slip."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.code import CodeError, Selection, check_digits, decode, encode
from quizgen.core.item import Difficulty
from quizgen.core.mix import MIXES
from quizgen.core.presets import PRESETS
from quizgen.core.sections import Sections
from tests.core.marks import changed_marks

FRACTIONS = st.fractions(0, 10_000, max_denominator=1_000)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Draw what a paper may be drawn by, with a preset's own marks or changed ones."""
    preset = PRESETS[draw(st.sampled_from(sorted(PRESETS)))]
    changed = st.builds(changed_marks, st.just(preset.marking), FRACTIONS, FRACTIONS, FRACTIONS)
    return Selection(
        count=draw(st.integers(1, 5_000)),
        seconds=draw(FRACTIONS),
        seed=draw(st.from_regex(r"[0-9]{1,12}", fullmatch=True)),
        bank=draw(st.from_regex(r"[0-9a-f]{8}", fullmatch=True)),
        preset=preset.name,
        marking=draw(st.one_of(st.just(preset.marking), changed)),
        topics=tuple(draw(st.lists(st.integers(1, 300), max_size=4))),
        difficulty=draw(st.sampled_from([None, *Difficulty])),
        style=draw(st.sampled_from([None, *MIXES])),
        written=draw(st.booleans()),
        day=(day := draw(st.one_of(st.just(""), st.dates().map(str)))),
        as_of=bool(day) and draw(st.booleans()),
        sections=draw(st.sampled_from(Sections)),
    )


def slips(code: str, at: int, typed: str) -> list[str]:
    """Return the code with one character mistyped, left out, doubled in, and two exchanged."""
    at %= len(code) - 1
    return [
        code[:at] + typed + code[at + 1 :],
        code[:at] + code[at + 1 :],
        code[:at] + typed + code[at:],
        code[:at] + code[at + 1] + code[at] + code[at + 2 :],
    ]


def decoded(code: str) -> Selection | None:
    """Return the selection of a code, or None if it is refused."""
    try:
        return decode(code)
    except CodeError:
        return None


TYPED = "abcdefghijklmnopqrstuvwxyz0123456789.-_ \u0663\u212a\udce9"
EXAMPLE = Selection(25, Fraction(1800), "48213", "7f3a9c21", topics=(1, 3))


def test_a_code_reads_as_what_it_stands_for() -> None:
    assert encode(EXAMPLE).startswith("25q-1800s-t1.3-s48213-b7f3a9c21-k")


def test_a_code_says_what_is_not_at_its_default() -> None:
    csat = PRESETS["upsc-csat"]
    selection = Selection(
        20,
        Fraction(5000, 3),
        "7",
        "7f3a9c21ffff",
        csat.name,
        changed_marks(csat.marking, Fraction(5, 2), Fraction(0), Fraction(0)),
        difficulty=Difficulty.HARD,
    )
    code = encode(selection)
    assert code.startswith("20q-5000.3s-upsc.csat-m5.2_0_0-hard-s7-b7f3a9c21-k")
    assert decode(code).marking == selection.marking
    assert decode(code).bank == "7f3a9c21"


def test_a_code_says_the_style_the_day_and_that_models_are_left_out() -> None:
    of_a_day = replace(EXAMPLE, style="upsc-2023", written=True, day="2019-11-15", as_of=True)
    assert encode(of_a_day).startswith("25q-1800s-upsc.2023-t1.3-w-a20191115-s48213-b7f3a9c21-k")
    later = replace(EXAMPLE, style="upsc-2025", day="2025-12-31")
    assert encode(later).startswith("25q-1800s-upsc.2025-t1.3-d20251231-s48213-b7f3a9c21-k")


def test_a_code_says_how_its_paper_is_divided() -> None:
    free = replace(EXAMPLE, sections=Sections.FREE)
    assert encode(free).startswith("25q-1800s-t1.3-sections-s48213-b7f3a9c21-k")
    locked = replace(EXAMPLE, style="upsc-2025", written=True, sections=Sections.LOCKED)
    assert encode(locked).startswith("25q-1800s-upsc.2025-t1.3-w-locked-s48213-b7f3a9c21-k")


def test_codes_of_printed_papers_never_change() -> None:
    assert encode(EXAMPLE) == "25q-1800s-t1.3-s48213-b7f3a9c21-kf5d"
    mixed = replace(EXAMPLE, style="upsc-2025")
    assert encode(mixed) == "25q-1800s-upsc.2025-t1.3-s48213-b7f3a9c21-k933"


def test_a_code_from_before_there_were_styles_is_of_a_paper_without_a_mix() -> None:
    assert decode("25q-1800s-t1.3-s48213-b7f3a9c21-kf5d") == EXAMPLE
    assert EXAMPLE.style is None


@given(selections())
def test_a_code_gives_back_what_it_was_made_of(selection: Selection) -> None:
    assert decode(encode(selection)) == selection


@given(selections(), st.integers(0, 100), st.sampled_from(TYPED))
def test_one_slip_is_refused_or_gives_the_same_paper(
    selection: Selection, at: int, typed: str
) -> None:
    for slip in slips(encode(selection), at, typed):
        if decoded(slip) is not None:
            assert decoded(slip) == selection


@pytest.mark.parametrize("seed", range(40))
def test_every_slip_of_a_digit_is_refused(seed: int) -> None:
    code = encode(replace(EXAMPLE, seed=str(seed)))
    for at in range(len(code) - 1):
        for typed in "0123456789af":
            assert all(decoded(slip) is None for slip in slips(code, at, typed) if slip != code)


def test_case_and_surrounding_spaces_do_not_matter() -> None:
    assert decode(f"  {encode(EXAMPLE).upper()}\n") == EXAMPLE


@given(st.text())
def test_any_other_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(CodeError, match="is not the code of a paper"):
        decode(text)


@pytest.mark.parametrize("typed", ["", "-k", "caf\udce9-k123", "1" * 5000 + "q-k000"])
def test_nothing_that_can_be_typed_is_more_than_refused(typed: str) -> None:
    with pytest.raises(CodeError, match="is not the code of a paper"):
        decode(typed)


@pytest.mark.parametrize(
    "body",
    [
        "25q-1800s-wbcs-s1-b7f3a9c21",
        "25q-1800s-upsc.2031-s1-b7f3a9c21",
        "25q-1800s-t1.3-s48213-b7f3a9c21-x9",
        "25q-1800s-upsc.2025-a20191315-s1-b7f3a9c21",
        "25q-1800s-t0-s48213-b7f3a9c21",
        "9" * 5000 + "q-1s",
    ],
    ids=[
        "an unknown preset",
        "an unknown style",
        "an unknown part",
        "a day there is not",
        "a topic before the first",
        "a number past all bounds",
    ],
)
def test_a_code_with_parts_this_version_does_not_know_is_named_as_such(body: str) -> None:
    with pytest.raises(CodeError, match="another version of quizgen"):
        decode(f"{body}-k{check_digits(body)}")
