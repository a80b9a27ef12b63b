"""Progress and attempts to show: what the tests of learning over time look at."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from quizgen.core.events import Level
from quizgen.core.history import Response, Sat
from quizgen.core.item import Form
from quizgen.core.marking import Outcome
from quizgen.core.progress import (
    Answers,
    Calibration,
    Coverage,
    Guesses,
    Pace,
    Progress,
    Revision,
    Standing,
    Streak,
    Week,
)
from quizgen.show.history_list import Listed

KOLKATA = timezone(timedelta(hours=5, minutes=30), "IST")
TODAY = date(2026, 11, 22)
NONE = Answers(0, 0)
NO_TIME = Pace(0, 0, 0, 0, 0)
UNTIMED = Pace(55, 55 * 38_000, 0, 0, 0)
MIXED = Pace(57, 57 * 38_000, 25, 25 * 51_000, 25 * 72_000)
TIMED = Pace(55, 55 * 51_000, 55, 55 * 51_000, 55 * 72_000)
RIGHT = (11, 13, 12, 15, None, 16, 18, 19)
"""Of 24 answers in each week; None: only three that week."""


def weeks(*right: int | None) -> tuple[Week, ...]:
    """Return the weeks up to today."""
    return tuple(
        Week(
            (TODAY - timedelta(days=7 * (len(right) - place) - 1)).isoformat(),
            Answers(3, 1) if number is None else Answers(24, number),
        )
        for place, number in enumerate(right)
    )


def standing(
    name: str,
    ever: int = 140,
    now: Answers = NONE,
    before: Answers = NONE,
    time: Pace = NO_TIME,
    right: tuple[int | None, ...] = RIGHT,
) -> Standing:
    """Return a standing."""
    return Standing(name, Answers(ever, ever * 2 // 3), now, before, weeks(*right), time)


WHOLE = standing("", 1284, Answers(54, 39), Answers(51, 34), MIXED)
TOPICS = (
    standing("SCO membership", 420, Answers(52, 25), Answers(50, 26), UNTIMED),
    standing("treaty-dates", 610, Answers(50, 36), Answers(12, 7), MIXED),
    standing("Track-I and Track-II diplomacy in South Asia", 150, Answers(51, 42), NONE, TIMED),
    standing("", 96, Answers(4, 4), NONE, NO_TIME, (None,) * 8),
    standing("rivers", 8, Answers(8, 7), NONE, NO_TIME, (None,) * 8),
)
FORMS = (
    standing(Form.HOW_MANY_PAIRS.value, 200, Answers(50, 24), Answers(51, 24), TIMED),
    standing(Form.DIRECT.value, 1084, Answers(50, 40), Answers(54, 40), UNTIMED),
)
PROGRESS = Progress(
    today=TODAY.isoformat(),
    since="2026-10-03",
    unanswered=41,
    whole=WHOLE,
    topics=TOPICS,
    forms=FORMS,
    certainty=(
        Calibration(Level.SURE, Answers(50, 42)),
        Calibration(Level.UNSURE, Answers(51, 29)),
        Calibration(Level.GUESS, Answers(9, 2)),
    ),
    guesses=Guesses(Answers(60, 14), Fraction(28), Fraction(92, 3)),
    coverage=(
        Coverage("SCO membership", 24, 24),
        Coverage("treaty-dates", 48, 62),
        Coverage("rivers", 8, 1210),
        Coverage("", 0, 3),
    ),
    streak=Streak(12, today=True, longest=19),
    revision=Revision(120, 14),
)
EARLY = Progress(
    today=TODAY.isoformat(),
    since=TODAY.isoformat(),
    unanswered=0,
    whole=Standing("", Answers(9, 6), Answers(9, 6), NONE, weeks(*(None,) * 8), NO_TIME),
    topics=(standing("rivers", 9, Answers(9, 6)),),
    forms=(standing(Form.DIRECT.value, 9, Answers(9, 6)),),
    certainty=(Calibration(Level.SURE, Answers(3, 3)),),
    guesses=None,
    coverage=(Coverage("rivers", 9, 12),),
    streak=Streak(1, today=True, longest=1),
    revision=Revision(9, 2),
)
EMPTY = Progress(
    today=TODAY.isoformat(),
    since="",
    unanswered=0,
    whole=Standing("", NONE, NONE, NONE, weeks(*(None,) * 8), NO_TIME),
    topics=(),
    forms=(),
    certainty=(),
    guesses=None,
    coverage=(Coverage("rivers", 0, 12),),
    streak=Streak(0, today=False, longest=0),
)


def sat(title: str = "Treaty dates, sectional test", kind: str = "mock", right: int = 14) -> Sat:
    """Return an attempt of 25 questions, some right, ten wrong."""
    return Sat(
        id="20261121-130000-3fa2",
        kind=kind,
        title=title,
        started_ms=0,
        ended_ms=0,
        questions=25,
        right=right,
        wrong=10,
        unanswered=15 - right,
        void=0,
        marks=2 * right - Fraction(20, 3),
        maximum=Fraction(50),
        spent_ms=1_683_000,
    )


def listed(number: int = 12, day: int = 21, of: Sat | None = None) -> Listed:
    """Return an attempt in the list."""
    return Listed(number, of or sat(), datetime(2026, 11, day, 18, 30, tzinfo=KOLKATA))


def response(
    number: int,
    item: str,
    outcome: Outcome = Outcome.RIGHT,
    certainty: Level | None = None,
    form: Form = Form.DIRECT,
) -> Response:
    """Return a response of that attempt."""
    worth = {Outcome.RIGHT: Fraction(2), Outcome.WRONG: Fraction(-2, 3)}
    return Response(
        attempt="20261121-130000-3fa2",
        number=number,
        at_ms=0,
        item=item,
        form=form,
        topic="treaty-dates",
        difficulty=None,
        fingerprint="0" * 12,
        option=None,
        key="a",
        outcome=outcome,
        marks=worth.get(outcome, Fraction(0)),
        spent_ms=number * 14_000,
        pace_ms=72_000,
        certainty=certainty,
        facts=(),
    )


def regraded(times: int = 1) -> Sat:
    """Return an attempt that had a third of a mark before it was regraded."""
    return replace(
        sat(), regraded=times, first_marks=Fraction(1, 3), first_maximum=Fraction(50), void=1
    )


RESPONSES = (
    response(1, "quizgen:simla-who-and-when", certainty=Level.SURE),
    response(2, "quizgen:x-7f3a", Outcome.WRONG, Level.GUESS, Form.TWO_STATEMENTS),
    response(3, "quizgen:sco~how-many:iran+uzbekistan", Outcome.UNANSWERED, form=Form.HOW_MANY),
    response(4, "quizgen:indus-signed-where", Outcome.VOID, Level.UNSURE),
)
