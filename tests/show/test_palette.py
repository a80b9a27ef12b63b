"""The palette and the summary before submitting."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.attempt import apply
from quizgen.core.events import EndSection, Mark, Select, Visit
from quizgen.core.item import DECLINED, Option
from quizgen.core.paper import Paper, Section, Timing
from quizgen.core.state import Attempt
from quizgen.show.palette import before_submitting, palette
from tests.golden_files import assert_golden
from tests.show.exhibits import RAJASTHAN, attempt, in_sections, mock, shown

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
    assert "Section 2 of 2: SCO membership (locked)" in printed
    assert "treaty dates (closed)" in shown(palette(second, plain=plain), plain=plain)


def test_locked_questions_have_a_shape_and_a_number_of_their_own() -> None:
    printed = shown(palette(attempt(LOCKED, (1, Select(0, "one")))))
    assert printed.startswith(
        "Section 1 of 2: treaty dates (open)\n [1#]  2.\n\n"
        "Section 2 of 2: SCO membership (locked)\n  3-\n\n"
    )
    assert printed.endswith(
        " not visited                     1\n  -  locked                          1\n"
    )
    assert "locked" not in shown(palette(attempt(in_sections())))


@pytest.mark.parametrize("plain", [False, True])
def test_before_submitting_only_what_can_still_be_answered_is_named(plain: bool) -> None:
    events = ((1, Select(0, "one")), (2, Visit(1)), (3, Mark(1, on=True)), (4, EndSection(0)))
    printed = shown(before_submitting(attempt(LOCKED, *events), None, plain=plain), plain=plain)
    words = " ".join(printed.replace(":", "").replace(",", "").split())
    assert "Marked for review only 0" in words
    assert "Not answered 1 question 3" in words
    assert "Closed without an answer 1 (no longer to be answered)" in words
    assert "question 2" not in words
    earlier = shown(before_submitting(attempt(LOCKED), None, plain=plain), plain=plain)
    assert "Closed" not in earlier


def test_aloud_a_section_says_which_questions_it_holds() -> None:
    printed = shown(palette(attempt(LOCKED), plain=True), plain=True)
    assert "treaty dates (open): questions 1 and 2.\n" in printed
    assert "SCO membership (locked): question 3.\n" in printed


@pytest.mark.parametrize("plain", [False, True])
def test_before_finishing_a_section_only_its_questions_are_counted(plain: bool) -> None:
    view = before_submitting(attempt(LOCKED), 60_000, section=0, plain=plain)
    printed = " ".join(shown(view, plain=plain).split())
    assert printed.startswith("Finish section 1 (treaty dates)? There is no return.")
    assert ("Not visited: 1, question 2." if plain else "Not visited 1 question 2") in printed
    lost = "1 minute" if plain else "1 min"
    assert printed.endswith(f"{lost} of this section will be lost.")


def test_a_section_whose_time_is_over_or_that_has_none_loses_none() -> None:
    for left_ms in (0, None):
        assert "lost" not in shown(before_submitting(attempt(LOCKED), left_ms, section=0))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_many_questions_to_name_wrap_within_the_width(width: int) -> None:
    sat = _sat(100)
    for number in range(20, 99, 2):
        sat = apply(apply(sat, Visit(number), 9), Select(number, "one"), 9)
    printed = shown(before_submitting(sat, 1_300_000), width=width)
    assert max(map(len, printed.splitlines())) <= width
    assert "5 to 11, 13 to 20, 22" in " ".join(printed.split()).replace("- ", "")


def _rajasthan(blank_limit: Fraction | None = Fraction(1, 10)) -> Paper:
    """Five questions, each with a last option that declines."""
    first = mock().questions[0]
    declining = replace(first, options=(*first.options, Option(DECLINED, "Not attempted")))
    marking = replace(RAJASTHAN, blank_limit=blank_limit)
    paper = mock(marking=marking)
    return replace(paper, questions=(declining,) * 5, sections=(Section("Mock", 5),))


@pytest.mark.parametrize("plain", [False, True])
def test_where_blanks_cost_marks_it_says_what_these_would_cost(plain: bool) -> None:
    sat = attempt(_rajasthan(), (1, Select(0, "one")))
    printed = " ".join(shown(before_submitting(sat, 60_000, plain=plain), plain=plain).split())
    assert "4 questions without an answer cost 0.44 each: 1.78 in all." in printed
    assert printed.endswith("More than 10 % left blank disqualifies this paper: 4 of 5 are blank.")


def _answered(paper: Paper, count: int, option: str = "one") -> Attempt:
    steps = [(n, event) for n in range(count) for event in (Visit(n), Select(n, option))]
    return attempt(paper, *steps)


def test_one_blank_and_none() -> None:
    one, none = _answered(_rajasthan(), 4), _answered(_rajasthan(), 5)
    assert shown(before_submitting(one, None)).endswith(
        "1 question without an answer costs 0.44.\n"
        "More than 10 % left blank disqualifies this paper: 1 of 5 is blank.\n"
    )
    assert shown(before_submitting(none, None)).endswith("Not visited                  0\n")


def test_as_many_blanks_as_the_exam_allows_do_not_disqualify() -> None:
    paper = _rajasthan(Fraction(1, 5))
    assert "disqualifies" not in shown(before_submitting(_answered(paper, 4), None))
    assert "disqualifies" in shown(before_submitting(_answered(paper, 3), None))


def test_to_decline_is_no_answer_and_no_blank() -> None:
    sat = attempt(
        _rajasthan(),
        (1, Select(0, "one")),
        (2, Visit(1)),
        (3, Select(1, DECLINED)),
        (4, Mark(1, on=True)),
    )
    printed = shown(before_submitting(sat, None))
    assert "  Answered                     1\n" in printed
    assert "  Answered, marked for review  0  (counted)\n" in printed
    assert "  Not attempted (option e)     1\n" in printed
    assert "3 questions without an answer cost 0.44 each" in printed
    assert "Not attempted" not in shown(before_submitting(_sat(), None))
    assert "Not attempted (option e): 1.\n" in shown(before_submitting(sat, None, plain=True))


def test_where_questions_have_different_numbers_of_options_the_last_one_declines() -> None:
    paper = _rajasthan()
    few = replace(paper.questions[0], options=paper.questions[0].options[2:])
    paper = replace(paper, questions=(few, *paper.questions[1:]))
    printed = shown(before_submitting(attempt(paper), None))
    assert "Not attempted (the last option)" in printed


def test_questions_with_their_own_clock_leave_no_time_and_no_marks_to_tell_of() -> None:
    sat = attempt(mock(Timing(57_000, 19_000)), (1, Select(0, "one")))
    printed = shown(before_submitting(sat, 56_000))
    assert "left" not in printed
    assert "review" not in printed
    marked = attempt(sat.paper, (1, Select(0, "one")), (2, Mark(0, on=True)))
    assert "Answered, marked for review  1  (counted)" in shown(before_submitting(marked, None))
