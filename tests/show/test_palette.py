"""The palette and the summary before submitting."""

from dataclasses import replace

import pytest

from quizgen.core.events import EndSection, Mark, Select, Visit
from quizgen.core.state import Attempt
from quizgen.show.palette import before_submitting, palette
from tests.golden_files import assert_golden
from tests.show.exhibits import attempt, in_sections, mock, shown

LOCKED = in_sections(locked=True)


def _sat(count: int = 25) -> Attempt:
    """Questions 1 answered, 2 answered and marked, 3 marked, 4 visited, 12 open."""
    paper = mock()
    paper = replace(
        paper,
        questions=paper.questions[:1] * count,
        sections=(replace(paper.sections[0], count=count),),
    )
    return attempt(
        paper,
        (1, Select(0, "one")),
        (2, Visit(1)),
        (3, Select(1, "two")),
        (4, Mark(1, on=True)),
        (5, Visit(2)),
        (6, Mark(2, on=True)),
        (7, Visit(3)),
        (8, Visit(11)),
    )


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_the_palette(name: str, plain: bool, width: int) -> None:
    view = palette(_sat(), plain=plain)

    assert_golden(f"show/palette_{name}.txt", shown(view, plain=plain, width=width))


def test_a_hundred_questions_stay_in_line() -> None:
    lines = shown(palette(_sat(100))).splitlines()[:10]

    assert len(lines) == 10
    assert lines[0].startswith("    1#     2&     3?     4o     5.")
    assert lines[1].startswith("   11.   [12o]   13.")
    assert lines[9].startswith("   91.    92.")
    assert lines[9].endswith(" 100.")


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_before_submitting(name: str, plain: bool) -> None:
    view = before_submitting(_sat(), 1_300_000, plain=plain)

    assert_golden(f"show/summary_{name}.txt", shown(view, plain=plain))


@pytest.mark.parametrize("plain", [False, True])
def test_a_paper_without_a_clock_has_no_time_left(plain: bool) -> None:
    assert "left" not in shown(before_submitting(_sat(), None, plain=plain))


def test_sections_stand_under_their_headings() -> None:
    printed = shown(palette(attempt(in_sections(), (1, Visit(2)))))
    assert printed.startswith(
        "Section 1 of 2: treaty dates\n  1o   2.\n\nSection 2 of 2: SCO membership\n [3o]\n\n"
    )


@pytest.mark.parametrize("plain", [False, True])
def test_locked_sections_are_shown_locked(plain: bool) -> None:
    first, second = attempt(LOCKED), attempt(LOCKED, (1, EndSection(0)))
    printed = shown(palette(first, plain=plain), plain=plain)
    assert "Section 1 of 2: treaty dates (open)" in printed
    assert "Section 2 of 2: SCO membership (not open yet)" in printed
    assert "treaty dates (closed)" in shown(palette(second, plain=plain), plain=plain)


def test_aloud_a_section_says_which_questions_it_holds() -> None:
    printed = shown(palette(attempt(LOCKED), plain=True), plain=True)
    assert "treaty dates (open): questions 1 and 2.\n" in printed
    assert "SCO membership (not open yet): question 3.\n" in printed


@pytest.mark.parametrize("plain", [False, True])
def test_before_finishing_a_section_only_its_questions_are_counted(plain: bool) -> None:
    view = before_submitting(attempt(LOCKED), 60_000, section=0, plain=plain)
    printed = " ".join(shown(view, plain=plain).split())
    assert printed.startswith("Finish section 1 (treaty dates)? There is no return.")
    assert "Not visited: 1." in printed if plain else "Not visited 1" in printed
