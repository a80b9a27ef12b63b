"""What a result teaches, as it reads at every width."""

from dataclasses import replace
from fractions import Fraction

import pytest
from rich.console import Group

from quizgen.core.analysis import Analysis, Changes, analysis
from quizgen.core.cutoffs import CUTOFFS, Distance
from quizgen.core.events import Certainty, Event, Level, Select, Submit, Visit
from quizgen.core.marking import Outcome
from quizgen.core.paper import Feedback, Section
from quizgen.core.presets import PRESETS
from quizgen.core.result import Result, result
from quizgen.show import findings
from quizgen.show.analysis import analysis_views
from tests.golden_files import assert_golden
from tests.show import exam
from tests.show.exhibits import ANSWERS, attempt, mock, practice, shown

WIDTHS = [("80", False, 80), ("60", False, 60), ("40", False, 40), ("plain", True, 80)]
FOUND = exam.sat()


def taught(found: Result, *, plain: bool = False) -> Group:
    return analysis_views(analysis(found), found, plain=plain)


def said(found: Result) -> str:
    """What is shown, on one line."""
    return " ".join(shown(taught(found)).split())


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
def test_of_a_mock(name: str, plain: bool, width: int) -> None:
    printed = shown(taught(FOUND, plain=plain), plain=plain, width=width)

    assert_golden(f"show/analysis_{name}.txt", printed)
    assert max(map(len, printed.splitlines())) <= width


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
def test_of_a_whole_paper_over_the_whole_syllabus(name: str, plain: bool, width: int) -> None:
    views = taught(exam.whole_syllabus(), plain=plain)

    assert_golden(f"show/cutoffs_{name}.txt", shown(views, plain=plain, width=width))


def test_of_a_paper_that_is_none_no_cut_off_is_named() -> None:
    assert "Cut-off" not in said(FOUND)


def test_an_attempt_with_nothing_in_it_teaches_nothing() -> None:
    assert taught(result(attempt(practice(), (0, Submit())), ANSWERS)).renderables == []


def test_times_of_a_pipe_and_of_a_single_question_are_not_told() -> None:
    hasty = result(attempt(mock(), (5, Select(0, "one")), (900, Submit())), ANSWERS)
    single = replace(FOUND, rows=FOUND.rows[:1])

    assert taught(hasty).renderables != []
    assert "Time" not in said(hasty)
    assert "Where time went" not in said(single)


def test_a_practice_is_not_told_early_from_late() -> None:
    drill = replace(exam.PAPER, feedback=Feedback.IMMEDIATE)
    steps: list[tuple[int, Event]] = [
        (9_000, Select(0, "oa")),
        (9_000, Visit(1)),
        (12_000, Select(1, "ob")),
    ]
    found = result(attempt(drill, *steps), exam.ANSWERS)

    assert "9 s on the first question, 3 s on the other" in said(found)
    assert "half of the time" not in said(found)


def test_a_paper_handed_in_blank_is_told_its_time_alone() -> None:
    found = result(attempt(exam.PAPER, (60_000, Submit())), exam.ANSWERS)

    assert "Where time went 1 min on the first 6 questions, 0 s on the other 6" in said(found)
    assert "average" not in said(found)
    assert "half of the time" not in said(found)


def test_sections_that_are_the_topics_are_not_told_twice() -> None:
    questions = sorted(exam.PAPER.questions, key=lambda each: each.topic)
    by_topic = replace(exam.PAPER, questions=tuple(questions), sections=(Section("A", 6),) * 2)

    assert "Section" in said(FOUND)
    assert "Section" not in said(exam.sat(by_topic))


def _guessing(*options: str) -> tuple[Analysis, Result]:
    steps: list[tuple[int, Event]] = []
    for number, option in enumerate(options):
        guess = Certainty(number, Level.GUESS)
        steps += [(0, Visit(number)), (0, Select(number, option)), (0, guess)]
    found = result(attempt(exam.PAPER, *steps), exam.ANSWERS)
    return analysis(found), found


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), ""),
        (
            ("oa",),
            "Without the 1 answer you called a guess your score would be 0: it brought you 2.",
        ),
        (
            ("ob",),
            "Without the 1 answer you called a guess your score would be 0: it cost you 0.67.",
        ),
        (
            ("ob", "ob"),
            "Without the 2 answers you called guesses your score would be 0: they cost you 1.33.",
        ),
        (
            ("oa", "ob", "ob", "ob"),
            (
                "Without the 4 answers you called guesses your score would be 0: "
                "they made no difference."
            ),
        ),
    ],
)
def test_what_guesses_brought_or_cost(options: tuple[str, ...], words: str) -> None:
    assert findings.guesses(*_guessing(*options)) == words


def test_where_blanks_disqualify_leaving_guesses_blank_is_no_advice() -> None:
    _, found = _guessing("oa")
    rajasthan = replace(exam.PAPER, marking=PRESETS["rpsc-ras"].marking)
    found = replace(found, attempt=replace(found.attempt, paper=rajasthan))

    assert findings.guesses(analysis(found), found).endswith(
        "More than 10 % would then be blank: this exam disqualifies it."
    )


def test_sure_but_wrong_comes_before_all_that_is_told_of_certainty() -> None:
    printed = said(FOUND)

    assert printed.index("Sure but wrong questions 2 and 9: look at these first") < printed.index(
        "Certainty Answers"
    )
    one = replace(analysis(FOUND), sure_but_wrong=FOUND.rows[1:2])
    assert findings.sure_but_wrong(one) == "question 2: look at it first"


def test_of_few_answers_there_is_a_count_and_no_share() -> None:
    assert findings.share(3, 4) == ""
    assert findings.share(3, 5) == "60 %"


def test_changes_are_told_only_where_there_were_some() -> None:
    assert findings.changed(Changes(0, 0, 0)) == []
    assert findings.changed(Changes(1, 0, 2, 0, 1)) == [
        ("Answers changed", "3 (1 wrong to right, 2 wrong to wrong)"),
        ("Taken back", "1 (1 wrong before)"),
    ]


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        (Fraction("5.35"), "5.35 above"),
        (Fraction("-1/3"), "0.33 below"),
        (Fraction(0), "at the cut-off"),
        (Fraction(322, 3) - Fraction("107.34"), "at the cut-off"),
    ],
)
def test_a_distance_as_small_as_the_printing_of_thirds_is_none(marks: Fraction, words: str) -> None:
    assert findings.distance(Distance(CUTOFFS[0], marks)) == words


def test_void_and_declined_questions_have_columns_of_their_own() -> None:
    tally = replace(FOUND.tally, void=1, declined=1)
    printed = shown(analysis_views(analysis(FOUND), replace(FOUND, tally=tally)))

    assert "Unanswered  Not attempted  Void  Marks  Time each" in printed


def test_void_questions_are_in_the_counts() -> None:
    rows = tuple(replace(row, outcome=Outcome.VOID) for row in FOUND.rows[:2])
    found = replace(FOUND, rows=(*rows, *FOUND.rows[2:]))

    assert "1 void" in shown(taught(found, plain=True), plain=True)


def test_hostile_names_are_shown_harmlessly() -> None:
    evil = "\x1b[2J[red]x[/red]\u202e\n"
    questions = tuple(replace(each, topic=evil + each.topic) for each in exam.PAPER.questions)
    sections = tuple(replace(each, title=evil + each.title) for each in exam.PAPER.sections)
    found = exam.sat(replace(exam.PAPER, questions=questions, sections=sections))
    for plain in (False, True):
        printed = shown(taught(found, plain=plain), plain=plain)
        assert "\x1b" not in printed
        assert "\u202e" not in printed
        assert "[red]x[/red]" in printed


def test_a_question_never_opened_took_no_time() -> None:
    views = shown(taught(exam.whole_syllabus()))

    assert "a right answer 1 min" in views
    assert "a blank" not in views


def test_a_group_of_questions_never_opened_has_no_time() -> None:
    found = result(attempt(exam.PAPER, (60_000, Submit())), exam.ANSWERS)
    printed = shown(taught(found))

    assert "  First part       0      0           8      0      1 min\n" in printed
    assert "  Second part      0      0           4      0\n" in printed
