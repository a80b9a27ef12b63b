"""Figures of progress: of too few answers there are none."""

from fractions import Fraction

from quizgen.core.progress import FEW, Answers, Guesses, Pace, Progress, Standing, Streak

SOME = Answers(FEW, 7)
TOO_FEW = Answers(FEW - 1, 9)
NONE = Answers(0, 0)


def standing(name: str, now: Answers = SOME) -> Standing:
    """Return a standing of these answers."""
    return Standing(name, now, now, NONE, (), Pace(0, 0, 0, 0, 0))


def of(*topics: Standing) -> Progress:
    """Return progress in these topics, the weakest first."""
    none = Streak(0, today=False, longest=0)
    return Progress("2026-11-22", "", 0, standing(""), topics, (), (), None, (), none)


def test_answers_that_are_not_right_are_wrong() -> None:
    assert SOME.wrong == 3


def test_a_share_of_too_few_answers_is_none() -> None:
    assert SOME.accuracy == Fraction(7, 10)
    assert TOO_FEW.accuracy is None


def test_a_mean_time_of_too_few_questions_is_none() -> None:
    pace = Pace(
        questions=20, spent_ms=800_000, paced=10, paced_spent_ms=500_000, allowed_ms=720_000
    )

    assert (pace.each_ms, pace.paced_each_ms, pace.allowed_each_ms) == (40_000, 50_000, 72_000)
    few = Pace(9, 800_000, 9, 500_000, 720_000)
    assert (few.each_ms, few.paced_each_ms, few.allowed_each_ms) == (None, None, None)


def test_what_too_few_guesses_brought_is_not_told() -> None:
    won, lost = Fraction(14), Fraction(2)

    assert Guesses(SOME, won, lost).gain == 12
    assert Guesses(TOO_FEW, won, lost).gain is None


def test_the_weakest_topic_is_one_of_several_that_have_a_name() -> None:
    rivers, treaties = standing("rivers"), standing("treaties")

    assert of(rivers, treaties).weakest == rivers
    assert of(standing(""), rivers, treaties).weakest == rivers
    assert of(standing(""), rivers).weakest is None
    assert of().weakest is None


def test_of_topics_with_too_few_answers_none_is_told_to_be_the_weakest() -> None:
    assert of(standing("rivers", TOO_FEW), standing("treaties", TOO_FEW)).weakest is None
