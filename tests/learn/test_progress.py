"""Progress agrees with what can be counted from the answers themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.events import Level
from quizgen.core.item import Form
from quizgen.core.progress import LATEST, REACH, Answers, Coverage, Progress, Revision, Streak
from quizgen.core.topics import slug
from quizgen.core.totals import EVER, Cell, Total
from quizgen.learn.progress import WEEKS, first_day, progress, streak

TODAY = "2026-11-22"


def ago(days: int) -> str:
    """Return the day so many days before today."""
    return (date.fromisoformat(TODAY) - timedelta(days=days)).isoformat()


@dataclass(frozen=True)
class Given:
    """One response; `right` of None: a blank."""

    days_ago: int
    right: bool | None = True
    topic: str = "rivers"
    form: Form = Form.DIRECT
    level: Level | None = None
    seconds: int = 30
    pace: int | None = None


def totals(responses: Iterable[Given]) -> list[Total]:
    """Return their totals, as the history keeps them: by day and of all time."""
    found: dict[Cell, Total] = {}
    for each in responses:
        for day in (ago(each.days_ago), EVER):
            total = Total(
                each.topic,
                each.form,
                each.level,
                day,
                right=int(each.right is True),
                wrong=int(each.right is False),
                unanswered=int(each.right is None),
                marks_won=Fraction(2 * (each.right is True)),
                marks_lost=Fraction(2, 3) * (each.right is False),
                spent_ms=each.seconds * 1000,
                paced=int(each.pace is not None),
                pace_ms=(each.pace or 0) * 1000,
                paced_spent_ms=each.seconds * 1000 if each.pace is not None else 0,
            )
            known = found.get(total.cell)
            found[total.cell] = total if known is None else known.plus(total)
    return list(found.values())


def days(responses: Iterable[Given]) -> set[str]:
    """Return the days with an answer."""
    return {ago(each.days_ago) for each in responses if each.right is not None}


def of(responses: Sequence[Given]) -> Progress:
    """Return progress today."""
    return progress(totals(responses), days(responses), TODAY)


def several(number: int, days_ago: int, *, right: int, topic: str = "rivers") -> list[Given]:
    """Return answers of one day, the first few of them right."""
    return [Given(days_ago, place < right, topic) for place in range(number)]


# Now and before


def test_now_is_the_latest_fifty_answers_in_whole_days() -> None:
    found = of(
        [*several(30, 0, right=15), *several(30, 1, right=30), *several(30, 2, right=3)]
    ).whole

    assert found.now == Answers(60, 45)
    assert found.before == Answers(30, 3)
    assert found.ever == Answers(90, 48)


def test_before_holds_as_many_and_no_more() -> None:
    found = of([*several(60, 0, right=0), *several(60, 5, right=9), *several(60, 9, right=60)])

    assert found.whole.before == Answers(60, 9)


def test_a_month_without_practice_leaves_the_figure() -> None:
    assert of(several(20, 35, right=10)).whole.now == Answers(20, 10)


def test_what_is_older_than_twelve_weeks_is_not_now() -> None:
    found = of([*several(20, REACH - 1, right=10), *several(20, REACH, right=20)])

    assert first_day(TODAY) == ago(REACH - 1)
    assert found.whole.now == Answers(20, 10)
    assert found.whole.ever == Answers(40, 30)


def test_blanks_count_in_the_time_of_these_days_and_not_in_accuracy() -> None:
    found = of([*several(10, 0, right=5), *[Given(0, None, seconds=60)] * 10])

    assert found.whole.now == Answers(10, 5)
    assert found.unanswered == 10
    assert found.whole.time.each_ms == 45_000


def test_time_on_the_clock_is_held_against_its_own_pace() -> None:
    timed = [Given(0, seconds=50, pace=72)] * 10
    time = of([*timed, *[Given(0, seconds=10)] * 10]).whole.time

    assert (time.each_ms, time.paced_each_ms, time.allowed_each_ms) == (30_000, 50_000, 72_000)


# Weeks


def test_the_last_week_ends_today() -> None:
    found = of([*several(11, 0, right=3), *several(11, 6, right=4), *several(12, 7, right=5)])
    weeks = found.whole.weeks

    assert len(weeks) == WEEKS
    assert (weeks[-1].first, weeks[-1].answers) == (ago(6), Answers(22, 7))
    assert (weeks[-2].first, weeks[-2].answers) == (ago(13), Answers(12, 5))
    assert {week.answers for week in weeks[:-2]} == {Answers(0, 0)}


# Topics, forms, certainty, guesses


def test_the_weakest_topics_come_first_and_those_of_too_few_answers_last() -> None:
    found = of(
        [
            *several(10, 0, right=9, topic="rivers"),
            *several(10, 0, right=5, topic="treaties"),
            *several(3, 0, right=0, topic="summits"),
            *several(5, 0, right=0, topic="deserts"),
            *several(10, 0, right=9, topic="Asia"),
        ]
    )

    names = [each.name for each in found.topics]
    assert names == ["treaties", "Asia", "rivers", "deserts", "summits"]


def test_spellings_of_a_topic_are_one_under_the_latest() -> None:
    found = of([*several(5, 9, right=1, topic="Treaty dates"), Given(0, topic="treaty-dates")])

    assert [(each.name, each.ever) for each in found.topics] == [("treaty-dates", Answers(6, 2))]


def test_forms_have_standings_of_their_own() -> None:
    found = of([Given(0, False, form=Form.PAIRS)] * 10 + [Given(0)] * 10)

    assert [(each.name, each.now) for each in found.forms] == [
        (Form.PAIRS.value, Answers(10, 0)),
        (Form.DIRECT.value, Answers(10, 10)),
    ]


def test_certainty_is_told_in_its_order_of_what_was_answered() -> None:
    found = of(
        [
            *[Given(0, False, level=Level.GUESS)] * 3,
            *[Given(0, level=Level.SURE)] * 2,
            Given(0, None, level=Level.UNSURE),
            Given(0),
        ]
    )

    assert [(each.level, each.now) for each in found.certainty] == [
        (Level.SURE, Answers(2, 2)),
        (Level.GUESS, Answers(3, 0)),
    ]


def test_guesses_are_counted_for_all_time_with_what_they_won_and_lost() -> None:
    guesses = of(
        [
            *[Given(REACH + 100, False, level=Level.GUESS)] * 9,
            *[Given(0, level=Level.GUESS)] * 3,
            *[Given(0, False, level=Level.SURE)] * 3,
        ]
    ).guesses

    assert guesses is not None
    assert guesses.answers == Answers(12, 3)
    assert (guesses.won, guesses.lost) == (Fraction(6), Fraction(6))
    assert guesses.gain == 0


def test_where_no_answer_was_called_a_guess_there_is_nothing_to_tell_of_guesses() -> None:
    assert of([Given(0), Given(0, None, level=Level.GUESS)]).guesses is None


def test_what_is_handed_in_is_handed_on() -> None:
    coverage, revision = [Coverage("rivers", 3, 9)], Revision(20, 4)
    found = progress([], [], TODAY, coverage=coverage, revision=revision)

    assert found.coverage == tuple(coverage)
    assert found.revision == revision


def test_without_answers_there_is_nothing() -> None:
    found = of([])

    assert (found.since, found.topics, found.forms, found.certainty) == ("", (), (), ())
    assert found.whole.ever == found.whole.now == Answers(0, 0)
    assert found.streak == Streak(0, today=False, longest=0)


# Streak


@pytest.mark.parametrize(
    ("answered", "found"),
    [
        ([0, 1, 2], Streak(3, today=True, longest=3)),
        ([1, 2], Streak(2, today=False, longest=2)),
        ([2, 3, 4], Streak(0, today=False, longest=3)),
        ([0, 2, 3, 4], Streak(1, today=True, longest=3)),
        ([-1, -2, -3], Streak(0, today=False, longest=0)),
    ],
)
def test_a_streak_lives_until_a_whole_day_goes_by(answered: list[int], found: Streak) -> None:
    assert streak(map(ago, answered), TODAY) == found


def test_a_streak_goes_over_the_end_of_a_leap_february() -> None:
    assert streak(["2028-02-28", "2028-02-29", "2028-03-01"], "2028-03-01").days == 3


# All of it, counted another way

GIVEN = st.builds(
    Given,
    days_ago=st.integers(0, 120),
    right=st.sampled_from([True, False, None]),
    topic=st.sampled_from(["rivers", "Rivers", "treaties", ""]),
    form=st.sampled_from(Form),
    level=st.sampled_from([None, *Level]),
    seconds=st.integers(0, 200),
    pace=st.none() | st.integers(1, 200),
)


def _counted(responses: Sequence[Given], skip: int = 0) -> Answers:
    """The latest answers, counted one by one; after as many days as are skipped."""
    answers = [each for each in responses if each.right is not None and each.days_ago < REACH]
    taken: list[Given] = []
    for day in sorted({each.days_ago for each in answers})[skip:]:
        if len(taken) >= LATEST:
            break
        taken += [each for each in answers if each.days_ago == day]
    return Answers(len(taken), sum(each.right is True for each in taken))


@given(st.lists(GIVEN, max_size=40), st.integers(1, 4))
def test_every_figure_agrees_with_the_answers_themselves(few: list[Given], times: int) -> None:
    responses = few * times
    found = of(responses)

    assert found.whole.now == _counted(responses)
    for name, standing in {slug(each.name): each for each in found.topics}.items():
        own = [each for each in responses if slug(each.topic) == name]
        assert standing.now == _counted(own)
        assert standing.ever.number == sum(each.right is not None for each in own)
    for calibration in found.certainty:
        assert calibration.now == _counted(
            [each for each in responses if each.level is calibration.level]
        )
    for place, week in enumerate(reversed(found.whole.weeks)):
        in_it = [each for each in responses if each.days_ago // 7 == place]
        assert week.answers.right == sum(each.right is True for each in in_it)
        assert week.answers.wrong == sum(each.right is False for each in in_it)


@given(st.data())
def test_the_order_of_totals_changes_nothing(data: st.DataObject) -> None:
    responses = data.draw(st.lists(GIVEN, max_size=20))
    found = totals(responses)
    shuffled = data.draw(st.permutations(found))

    assert progress(shuffled, days(responses), TODAY) == progress(found, days(responses), TODAY)
