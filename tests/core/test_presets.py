"""The figures of each exam, once more, from the reference page and not from the code."""

from fractions import Fraction

import pytest

from quizgen.core.assembly import mock_terms
from quizgen.core.paper import VoidPolicy
from quizgen.core.presets import DEFAULT, PRESETS

FIGURES = {
    # name: questions, minutes, right, wrong, total
    "upsc-gs1": (100, 120, "2", "2/3", "200"),
    "upsc-csat": (80, 120, "5/2", "5/6", "200"),
    "ssc-cgl-1": (100, 60, "2", "1/2", "200"),
    "nda-gat": (150, 150, "4", "4/3", "600"),
    "cds-gk": (120, 120, "5/6", "5/18", "100"),
    "uppsc-gs1": (150, 120, "4/3", "4/9", "200"),
    "bpsc": (150, 120, "1", "1/3", "150"),
    "mpsc-1": (100, 120, "2", "1/2", "200"),
    "rpsc-ras": (150, 180, "4/3", "4/9", "200"),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_preset_has_the_figures_of_its_exam(name: str) -> None:
    preset = PRESETS[name]
    questions, minutes, right, wrong, total = FIGURES[name]
    assert (preset.questions, preset.seconds) == (questions, minutes * 60)
    assert (preset.marking.right, preset.marking.wrong) == (Fraction(right), Fraction(wrong))
    assert preset.marking.right * questions == Fraction(total)


def test_speed_19_gives_19_seconds_a_question() -> None:
    preset = PRESETS["speed-19"]
    assert (preset.questions, preset.seconds, preset.question_seconds) == (100, 1900, 19)


def test_every_preset_is_known_here_and_says_its_year_and_source() -> None:
    assert set(PRESETS) == {*FIGURES, "speed-19"}
    for name, preset in PRESETS.items():
        assert preset.name == name
        assert preset.title
        assert preset.source
        assert 2023 <= preset.year <= 2026


def test_only_rpsc_charges_blanks_and_offers_not_attempted() -> None:
    odd = [name for name, preset in PRESETS.items() if preset.marking.declining]
    assert odd == ["rpsc-ras"]
    rpsc = PRESETS["rpsc-ras"].marking
    assert (rpsc.blank, rpsc.blank_limit) == (Fraction(4, 9), Fraction(1, 10))
    assert [name for name, preset in PRESETS.items() if preset.marking.blank] == ["rpsc-ras"]


def test_upsc_scales_void_questions_and_names_its_policy() -> None:
    scaled = {n for n, preset in PRESETS.items() if preset.marking.void is VoidPolicy.SCALE}
    assert scaled == {"upsc-gs1", "upsc-csat", "speed-19", "nda-gat", "cds-gk"}


def test_a_mock_with_no_options_is_25_questions_50_marks_30_minutes() -> None:
    terms = mock_terms()
    assert terms.count == 25
    assert terms.seconds == 1800
    assert terms.preset == DEFAULT.name
    assert terms.count * terms.marking.right == 50
