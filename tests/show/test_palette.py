"""The palette and the summary before submitting."""

from dataclasses import replace

import pytest

from quizgen.core.events import Mark, Select, Visit
from quizgen.core.state import Attempt
from quizgen.show.palette import before_submitting, palette
from tests.golden_files import assert_golden
from tests.show.exhibits import attempt, mock, shown


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
