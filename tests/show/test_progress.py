"""The page of progress, as it reads at every width."""

import io
from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.progress import Answers, Calibration, Guesses, Pace, Progress, Revision, Streak
from quizgen.show import progress_words as words
from quizgen.show.console import make_console
from quizgen.show.progress import progress
from tests.golden_files import assert_golden
from tests.show.doing import (
    EARLY,
    EMPTY,
    FORMS,
    MIXED,
    PROGRESS,
    TIMED,
    TOPICS,
    UNTIMED,
    WHOLE,
)
from tests.show.exhibits import shown

WIDTHS = [("80", False, 80), ("60", False, 60), ("40", False, 40), ("plain", True, 80)]


def said(found: Progress, *, plain: bool = False) -> str:
    """What is shown, on one line."""
    return " ".join(shown(progress(found, plain=plain), plain=plain).split())


@pytest.mark.parametrize(("name", "plain", "width"), WIDTHS)
@pytest.mark.parametrize(("which", "found"), [("progress", PROGRESS), ("progress_early", EARLY)])
def test_of_many_answers_and_of_few(
    which: str, found: Progress, name: str, plain: bool, width: int
) -> None:
    printed = shown(progress(found, plain=plain), plain=plain, width=width)

    assert_golden(f"show/{which}_{name}.txt", printed)
    assert max(map(len, printed.splitlines())) <= width


def test_a_terminal_without_such_characters_gets_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    make_console(stream, environ={}).show(progress(PROGRESS))
    stream.flush()
    printed = raw.getvalue().decode("ascii")

    assert "?" not in printed
    assert_golden("show/progress_ascii.txt", printed)


# Too few to tell


def test_of_too_few_answers_no_share_is_told() -> None:
    for plain in (False, True):
        printed = said(EARLY, plain=plain)

        assert "9 answers since 22 November 2026: 6 right, 3 wrong." in printed
        assert "figures from 10 on" in printed
        assert "Accuracy" not in printed
        assert "sure" not in printed


def test_a_topic_of_too_few_answers_has_words_in_place_of_a_figure() -> None:
    assert "rivers 8 too few to tell ........ " in said(PROGRESS)
    assert "rivers: 8 answers, too few to tell." in said(PROGRESS, plain=True)
    assert "no topic: 96 answers, 4 lately, too few to tell." in said(PROGRESS, plain=True)


def test_after_a_long_absence_the_answers_of_long_ago_are_not_told_as_now() -> None:
    away = replace(WHOLE, now=Answers(4, 4), before=Answers(0, 0), time=Pace(4, 900, 0, 0, 0))

    printed = said(replace(PROGRESS, whole=away))
    assert "Accuracy too few to tell" in printed
    assert "Time too few to tell" in printed


def test_without_an_answer_it_says_how_to_begin() -> None:
    printed = said(EMPTY)

    assert printed.startswith("No answers yet. Begin with: quizgen practice")
    assert "rivers 0 12" in printed


# What is left out


def test_a_single_topic_and_a_single_form_are_the_whole_and_not_told_again() -> None:
    printed = said(replace(PROGRESS, topics=TOPICS[:1], forms=FORMS[:1]))

    assert "Time each" not in printed
    assert "Weakest topic" not in printed


def test_weeks_of_too_few_answers_alone_are_not_drawn() -> None:
    quiet = replace(WHOLE, weeks=EARLY.whole.weeks)

    assert "Last 8 weeks" not in said(replace(PROGRESS, whole=quiet))


def test_what_is_not_known_is_not_told() -> None:
    bare = replace(PROGRESS, certainty=(), guesses=None, coverage=(), revision=None)
    for plain in (False, True):
        printed = said(bare, plain=plain)
        for word in ("When you said", "Guesses", "Questions seen", "Due for revision"):
            assert word not in printed


# What is to be done


def test_what_is_due_and_what_is_weakest_comes_with_its_command() -> None:
    printed = said(PROGRESS)

    assert "Due for revision 14 of 120 facts quizgen practice --due" in printed
    assert "Weakest topic SCO membership, 48 % right quizgen practice --weak" in printed


def test_where_nothing_is_due_there_is_nothing_to_do() -> None:
    printed = said(replace(PROGRESS, revision=Revision(120, 0)))

    assert "Due for revision 0 of 120 facts" in printed
    assert "--due" not in printed


def test_a_command_is_never_broken() -> None:
    assert "quizgen practice --weak\n" in shown(progress(PROGRESS), width=30)


# Words


@pytest.mark.parametrize(
    ("streak", "sentence"),
    [
        (Streak(12, today=True, longest=12), "12 days in a row, today included"),
        (
            Streak(12, today=False, longest=19),
            "12 days in a row; answer a question today to keep on; the longest run of days was 19",
        ),
        (Streak(1, today=True, longest=1), "First day in a row"),
        (
            Streak(1, today=False, longest=1),
            "Answered yesterday; answer a question today to keep on",
        ),
        (
            Streak(0, today=False, longest=3),
            "No answers today or yesterday; the longest run of days was 3",
        ),
    ],
)
def test_days_in_a_row(streak: Streak, sentence: str) -> None:
    assert words.streak(streak) == sentence


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        (1, 0, "1 answer you called a guess: too few to tell what they bring"),
        (2, 7, "9 answers you called guesses: too few to tell what they bring"),
        (
            4,
            8,
            "12 answers you called guesses, 4 right: they brought 2.67 marks (won 8, lost 5.33)",
        ),
        (2, 10, "12 answers you called guesses, 2 right: they cost 2.67 marks (won 4, lost 6.67)"),
        (3, 9, "12 answers you called guesses, 3 right: they made no difference (won 6, lost 6)"),
    ],
)
def test_what_guesses_brought(right: int, wrong: int, sentence: str) -> None:
    answers = Answers(right + wrong, right)

    assert words.guesses(Guesses(answers, Fraction(2 * right), Fraction(2 * wrong, 3))) == sentence


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        (UNTIMED, "38 s a question"),
        (TIMED, "51 s a question; your papers allow 1 min 12 s"),
        (MIXED, "38 s a question; on the clock 51 s, allowed 1 min 12 s"),
        (Pace(9, 9000, 0, 0, 0), "too few to tell"),
    ],
)
def test_time_beside_the_pace_of_papers(time: Pace, sentence: str) -> None:
    assert words.pace(time) == sentence


def test_before_is_left_out_where_there_was_too_little() -> None:
    first = replace(WHOLE, before=Answers(9, 9))

    assert words.lately(first) == "72 % of your latest 54 answers"


def test_nothing_less_than_all_is_told_as_all() -> None:
    rows = [replace(PROGRESS.coverage[0], seen=seen, questions=1000) for seen in (0, 1, 999, 1000)]

    assert [words.seen_percent(row) for row in rows] == ["0 %", "1 %", "99 %", "100 %"]
    assert words.seen_percent(replace(rows[0], questions=0)) == "0 %"


def test_a_certainty_of_too_few_answers_is_told_so_in_words() -> None:
    row = Calibration(PROGRESS.certainty[0].level, Answers(1, 1))

    assert "When you said sure: 1 answer, too few to tell." in said(
        replace(PROGRESS, certainty=(row,)), plain=True
    )


def test_a_single_topic_of_the_bank_has_no_sum() -> None:
    assert "together" not in said(replace(PROGRESS, coverage=PROGRESS.coverage[:1]))


def test_hostile_names_are_shown_harmlessly() -> None:
    evil = "\x1b[2J[red]x[/red]\u202e\n"
    topics = tuple(replace(each, name=evil + each.name) for each in TOPICS)
    coverage = tuple(replace(each, topic=evil) for each in PROGRESS.coverage)
    for plain in (False, True):
        found = replace(PROGRESS, topics=topics, coverage=coverage, since=evil)
        printed = shown(progress(found, plain=plain), plain=plain)
        assert "\x1b" not in printed
        assert "\u202e" not in printed
        assert "[red]x[/red]" in printed
