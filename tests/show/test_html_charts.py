"""Charts: bars as long as their figures, and outcomes told apart without colour."""

from dataclasses import replace
from fractions import Fraction

import pytest

from quizgen.core.analysis import CertaintyRow
from quizgen.core.events import Level
from quizgen.core.marking import Outcome, Tally, tally
from quizgen.core.paper import MarkingScheme
from quizgen.core.result import Row
from quizgen.show.html.charts import certainty_chart, marks_chart, times_chart
from quizgen.show.html.markup import Element, written
from quizgen.show.html.svg import mark, sign
from tests.show.pages import SMALL, Read, read, whole_paper

R, W, B = Outcome.RIGHT, Outcome.WRONG, Outcome.UNANSWERED


def _read(drawn: Element) -> Read:
    return read(written(drawn))


def _bars(found: Read, style: str, attribute: str = "width") -> list[float]:
    """Sizes of the bars of a style, those of the legend left out."""
    bars = [each for each in found.all("rect") if each["class"] == f"bar {style}"]
    return [float(each[attribute] or 0) for each in bars if each["height"] != "10"]


def _tally(*outcomes: Outcome) -> Tally:
    return tally(outcomes, MarkingScheme())


def test_marks_are_drawn_in_proportion_to_what_was_to_be_had() -> None:
    found = _read(marks_chart([("sco", _tally(R, R)), ("treaties", _tally(R, B, B, B))]))

    assert _bars(found, "open") == [179, 358]
    assert _bars(found, "right") == [179, 89.5]
    assert "sco 4 of 4 treaties 2 of 8" in found.text
    assert "sco: 4 of 4; treaties: 2 of 8." in found.text
    assert "below zero" not in found.text


def test_marks_below_zero_are_drawn_to_the_left_of_it_striped_and_said() -> None:
    found = _read(marks_chart([("sco", _tally(W, W, W)), ("treaties", _tally(R))]))
    zero = _bars(found, "open", "x")

    assert _bars(found, "wrong") == [pytest.approx(358 * 2 / 8)]
    assert _bars(found, "wrong", "x") == [1]
    assert zero == [pytest.approx(1 + 358 * 2 / 8)] * 2
    assert "sco -2 of 6" in found.text
    assert "below zero" in found.text


def test_a_long_name_leaves_room_for_its_figures() -> None:
    found = _read(marks_chart([("a long name " * 9, _tally(R)), ("b", _tally(R))]))

    assert "a long name a long name a lon\N{HORIZONTAL ELLIPSIS} 2 of 2" in found.text


def test_marks_of_void_questions_alone_are_drawn_as_none() -> None:
    nothing = replace(_tally(), maximum=Fraction(0))

    assert _bars(_read(marks_chart([("a", nothing), ("b", nothing)])), "open") == [0, 0]


def test_certainty_shows_right_and_wrong_end_to_end() -> None:
    rows = (
        CertaintyRow(Level.SURE, 8, 6),
        CertaintyRow(Level.GUESS, 4, 1),
        CertaintyRow(None, 4, 0),
    )
    found = _read(certainty_chart(rows))

    assert _bars(found, "right") == [268.5, 44.75, 0]
    assert _bars(found, "wrong") == [89.5, 134.25, 179]
    assert _bars(found, "wrong", "x") == [269.5, 45.75, 1]
    assert "sure 6 of 8 right, 75 % guess 1 of 4 right not said 0 of 4 right" in found.text


def _rows(*times: int) -> list[Row]:
    row = SMALL.rows[0]
    return [
        replace(row, number=number, entry=replace(row.entry, spent_ms=time))
        for number, time in enumerate(times, start=1)
    ]


def test_times_are_drawn_in_proportion_to_the_slowest() -> None:
    found = _read(times_chart(_rows(10_000, 40_000, 0), None))

    assert _bars(found, "wrong", "height") == [13.5, 54, 1]
    assert "3 questions; the slowest is question 2, 40 s." in found.text
    assert "Dashed line" not in found.text


def test_the_time_the_paper_gives_is_drawn_where_a_question_took_longer() -> None:
    within, beyond = times_chart(_rows(10_000), 10_000), times_chart(_rows(40_000), 10_000)

    assert "Dashed line" not in _read(within).text
    assert "Dashed line: 10 s, the paper's time a question" in _read(beyond).text
    (pace,) = [each for each in _read(beyond).all("line") if each["class"] == "pace"]
    assert pace["y1"] == pace["y2"] == "54.5"


def test_a_long_paper_stands_in_strips_of_twenty() -> None:
    big = whole_paper(45)
    found = _read(times_chart(big.rows, None))

    assert found.all("svg")[0]["viewbox"] == "0 0 360 312"
    assert "1 5 10 15 20" in found.text
    assert "21 25 30 35 40" in found.text
    assert all(-10 < x <= 350 for x in _bars(found, "right", "x") + _bars(found, "open", "x"))


def test_no_time_at_all_can_be_drawn() -> None:
    assert _bars(_read(times_chart(_rows(0, 0), 0)), "wrong", "height") == [1, 1]


def test_every_outcome_has_a_shape_of_its_own() -> None:
    shapes = {written(mark(kind, 0, 0)).replace(kind, "") for kind in Outcome}

    assert len(shapes) == len(Outcome)
    assert all("aria-hidden" in written(sign(kind)) for kind in Outcome)


def test_right_is_full_wrong_is_striped_and_blank_is_open() -> None:
    rows = [replace(row, outcome=kind) for row, kind in zip(_rows(1, 1, 1), (R, W, B), strict=True)]
    bars = [each for each in _read(times_chart(rows, None)).all("rect") if each["height"] == "54"]

    assert [each["class"] for each in bars] == ["bar right", "bar wrong", "bar open"]
    assert [each.get("fill") for each in bars] == [None, "url(#times-stripes)", None]
