"""What a candidate is told who comes back, leaves or asks for the time."""

from quizgen.core.events import Interrupt, Select
from quizgen.core.paper import Timing
from quizgen.show.standing import left, resumed, time_line
from tests.show.exhibits import attempt, mock, practice, shown


def test_on_coming_back_to_a_mock() -> None:
    sat = attempt(mock(), (1_000, Select(0, "one")), (1_000, Interrupt(840_000)))

    assert shown(resumed(sat, 1_300_000)) == (
        "Resumed: Treaty dates, sectional test, 3 questions, 1 answered, 21 min 40 s\n"
        "left.\n"
        "Interrupted for 14 min; the clock stood still.\n"
    )
    assert shown(resumed(sat, 1_300_000, plain=True), plain=True).endswith(
        "Interrupted for 14 minutes; the clock stood still.\n"
    )


def test_on_coming_back_to_a_practice() -> None:
    sat = attempt(practice(), (1_000, Select(0, "one")))

    assert shown(resumed(sat, None)) == "Resumed: Practice, 3 questions, 1 done.\n"


def test_on_coming_back_too_late() -> None:
    sat = attempt(
        mock(Timing(paper_ms=60_000, strict=True)),
        (1_000, Interrupt(840_000, charged=True)),
    )

    assert shown(resumed(sat, 0)) == "Interrupted for 14 min; the clock ran on.\n"


def test_on_leaving() -> None:
    assert "the clock stands still. `quizgen resume` goes on" in left(strict=False)
    assert "the clock runs on." in left(strict=True)


def test_the_time() -> None:
    assert time_line(61_000, None) == "1 min 1 s left for the paper."
    assert time_line(61_000, None, plain=True) == "1 minute 1 second left for the paper."
    assert time_line(1_800_000, None, 61_000) == (
        "30 min left for the paper, 1 min 1 s left for this section."
    )
    assert time_line(None, None) == "This paper has no clock."


def test_the_time_of_other_questions_is_no_time_for_this_one() -> None:
    assert time_line(61_000, 9_000) == "9 s left for this question."
    assert time_line(None, 9_000, 61_000, plain=True) == "9 seconds left for this question."
