"""The instruction page says every rule that decides marks, before the clock starts."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.paper import MarkingScheme, Paper, Section, Timing
from quizgen.core.sections import UNTITLED
from quizgen.show.rules import instructions, keys
from tests.golden_files import assert_golden
from tests.show.exhibits import RAJASTHAN, SPEED, UPSC, in_sections, mock, practice, shown


@pytest.mark.parametrize(
    ("name", "plain", "width"), [("80", False, 80), ("40", False, 40), ("plain", True, 80)]
)
def test_the_page(name: str, plain: bool, width: int) -> None:
    view = instructions(mock(), plain=plain)

    assert_golden(f"show/instructions_{name}.txt", shown(view, plain=plain, width=width))


def _page(timing: Timing, marking: MarkingScheme = UPSC) -> str:
    return " ".join(shown(instructions(mock(timing, marking))).split())


def test_a_strict_mock_says_that_its_clock_runs_on() -> None:
    assert "Strict: if you are cut off, the clock runs on" in _page(Timing(60_000, strict=True))
    assert "If you are cut off, the clock stands still" in _page(Timing(60_000))


def test_an_exam_that_charges_blanks() -> None:
    page = _page(Timing(60_000), RAJASTHAN)

    assert "A right answer adds 1 1/3 marks (+1.33)." in page
    assert "A wrong answer takes off 4/9 of a mark (-0.44): one third of its marks" in page
    assert "A question left blank takes off 4/9 of a mark (-0.44)." in page
    assert "a last option, not attempted, which costs nothing" in page
    assert "More than 10 % left blank disqualifies the paper." in page
    assert "Marks as in" not in page
    assert "Topics: treaty dates 2, SCO membership 1." in page


def test_other_schemes() -> None:
    assert "A wrong answer costs nothing (0)." in _page(
        Timing(60_000), MarkingScheme(wrong=Fraction(0))
    )
    odd = _page(Timing(60_000), MarkingScheme(Fraction(1), Fraction(2, 5)))
    assert "adds 1 mark (+1)." in odd
    assert "takes off 2/5 of a mark (-0.40)." in odd


def test_questions_with_their_own_clock() -> None:
    page = _page(SPEED)

    assert "19 seconds for each question" in page
    assert "Enter leaves a question for good: there is no return." in page
    assert "After the last question the paper submits itself, with what was saved." in page
    assert "any order" not in page
    assert "for review" not in page
    assert "OMR" not in page


def test_a_clock_that_its_questions_cannot_use_up_is_no_rule() -> None:
    of_its_questions, shorter = Timing(57_000, 19_000), Timing(45_000, 19_000)

    assert "At zero the paper submits itself" not in _page(of_its_questions)
    assert "At zero the paper submits itself" in _page(shorter)


def test_a_mock_without_a_clock_has_no_rule_about_one() -> None:
    assert "clock" not in _page(Timing())


def _of(paper: Paper) -> str:
    return " ".join(shown(instructions(paper)).split())


TOPICS = ["polity"] * 3 + ["Economy"] * 4 + ["Art and culture, ancient and medieval"] * 3 + [""]
OTHERS = [f"A rather long topic, number {number}" for number in range(1, 5)]


def _about(*topics: str) -> Paper:
    questions = tuple(replace(mock().questions[0], topic=topic) for topic in topics)
    return replace(mock(), questions=questions, sections=(Section("Mixed", len(topics)),))


def test_what_the_paper_is_about_stands_first_the_most_asked_first() -> None:
    assert (
        "Topics: Economy 4, Art and culture, ancient and medieval 3, polity 3, no topic 1. Exam:"
        in _of(_about(*TOPICS))
    )


def test_two_spellings_of_a_topic_are_one_and_a_single_one_is_the_title() -> None:
    assert "Topics: Economy 2, Polity 1." in _of(_about("Polity", "Economy", "economy"))
    assert "Topics" not in _of(_about("Economy", "economy"))


def test_sections_that_are_the_topics_say_them_once() -> None:
    by_topic = (Section("Polity", 1), Section(UNTITLED, 2))
    others = (Section("Easy", 1), Section("Hard", 2))

    assert "Topics" not in _of(replace(_about("Polity", "", ""), sections=by_topic))
    assert "Topics: no topic 2, Polity 1." in _of(
        replace(_about("Polity", "", ""), sections=others)
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_topics_take_two_lines_and_what_has_no_room_is_counted(width: int) -> None:
    page = shown(instructions(_about(*TOPICS, *OTHERS)), width=width)
    topics = page[page.index("Topics:") : page.index("Exam:")]

    assert len(topics.splitlines()) <= 2
    assert re.search(r", and \d more topics\.\n$", topics)
    assert max(map(len, topics.splitlines())) <= width


def test_one_topic_is_named_however_long_it_is() -> None:
    paper = _about("long " * 30, "Polity", "long " * 30)
    page = " ".join(shown(instructions(paper), width=40).split())
    assert "long 2, and 1 more topic." in page


def test_the_page_and_the_prompt_below_it_fit_24_lines() -> None:
    assert len(shown(instructions(_about(*TOPICS, *OTHERS))).splitlines()) <= 22


def test_what_saying_how_sure_one_is_does_and_does_not_do() -> None:
    assert "Say how sure you are (h): no mark changes; the result weighs your guesses." in _of(
        mock()
    )


def test_free_sections_are_named_and_taken_in_any_order() -> None:
    page = _of(in_sections())

    assert "3 questions, 6 marks, 30 minutes." in page
    assert "Sections: treaty dates (2) and SCO membership (1)." in page
    assert "Topics" not in page
    assert "Sections and questions may be taken in any order." in page
    assert "At zero the paper submits itself" in page


def test_locked_sections_say_their_times_and_that_there_is_no_return() -> None:
    page = _of(in_sections(locked=True))

    assert "3 questions, 6 marks, 30 minutes." in page
    assert "Sections: treaty dates (2, 20 min) and SCO membership (1, 10 min)." in page
    assert "Sections are taken one after the other; there is no return to a closed one." in page
    assert "Within a section, questions may be taken in any order." in page
    assert "At zero a section closes; after the last one the paper submits itself." in page
    assert "f finish the section;" in page
    assert "treaty dates (2, 20 minutes)" in shown(
        instructions(in_sections(locked=True), plain=True)
    )


def test_locked_sections_of_questions_with_their_own_clock() -> None:
    page = _of(in_sections(locked=True, timing=Timing(question_ms=19_000)))

    assert "Sections are taken one after the other" in page
    assert "Each question has its own clock." in page
    assert "any order" not in page


def test_a_paper_that_may_be_paused_says_with_which_key() -> None:
    page = _of(mock(Timing(60_000, pause=True)))

    assert "A pause (z) or being cut off stops the clock; `quizgen resume` continues." in page
    assert "z pause; f submit;" in page
    assert "pause" not in _of(mock())


def test_the_keys_of_a_mock_are_those_it_has() -> None:
    assert_golden("show/keys_mock.txt", shown(*keys(mock(Timing(pause=True)), 4)))
    assert_golden("show/keys_mock_locked.txt", shown(*keys(in_sections(locked=True), 4)))


def test_the_keys_of_practice() -> None:
    assert_golden("show/keys_practice.txt", shown(*keys(practice(), 4)))
    assert_golden(
        "show/keys_practice_plain.txt",
        shown(*keys(practice(), 4, plain=True), plain=True),
    )
