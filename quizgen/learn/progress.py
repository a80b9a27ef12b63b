"""How someone is doing, from totals by day: accuracy now and before, weeks, time, streak.

Definitions:

- *Now* is the latest `LATEST` answers: whole days, the latest first, until they hold that many, so
  that it may be a few more. A window of answers, not of days, since the same number wavers by the
  same much (of 50, seven points either way) however often someone practises, and since a month
  without practice does not leave him without a figure. *Before* is as many answers before these.
  What is older than `REACH` days is neither: it says little of now, and need not be read.
- A *week* is seven days; the last one ends today, so that none is cut short on a Monday.
- The *weakest* topic has the lowest accuracy now; those of too few answers to tell stand last, the
  ones with most answers first. Ties are in the order of names.
- The *streak* counts days with an answer up to today, or up to yesterday while today has none yet.
- Days later than today, as a clock set back leaves them, count as latest, in no week and no streak.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from quizgen.core.events import Level
from quizgen.core.progress import (
    LATEST,
    REACH,
    Calibration,
    Coverage,
    Guesses,
    Progress,
    Revision,
    Standing,
    Streak,
    Week,
)
from quizgen.core.topics import slug
from quizgen.core.totals import EVER, Total
from quizgen.learn.sums import Days, Sum, by_day

WEEKS = 8
_WEEK = 7
_DAY = timedelta(days=1)


def first_day(today: str) -> str:
    """Return the first day whose totals are looked at, besides those of all time."""
    return (date.fromisoformat(today) - (REACH - 1) * _DAY).isoformat()


def progress(
    totals: Sequence[Total],
    days: Iterable[str],
    today: str,
    *,
    coverage: Iterable[Coverage] = (),
    revision: Revision | None = None,
) -> Progress:
    """Return how someone is doing.

    Args:
        totals: Those of all time, and of every day from `first_day` on; in any order, earlier days
            among them or not.
        days: Every day on which something was answered, `YYYY-MM-DD`, in any order.
        today: The day where the user is.
    """
    sums = by_day(totals, first_day(today))
    answered = set(days)
    ever = sums.whole.get(EVER, Sum())
    return Progress(
        today=today,
        since=min(answered, default=""),
        unanswered=ever.unanswered,
        whole=_standing("", sums.whole, today),
        topics=_weakest_first(
            _standing(sums.names[name][1], of, today) for name, of in sums.topics.items()
        ),
        forms=_weakest_first(_standing(name, of, today) for name, of in sums.forms.items()),
        certainty=tuple(
            Calibration(level, _latest(sums.levels[level])[0].answers)
            for level in Level
            if level in sums.levels
        ),
        guesses=_guesses(totals),
        coverage=tuple(coverage),
        streak=streak(answered, today),
        revision=revision,
    )


def _standing(name: str, days: Days, today: str) -> Standing:
    now, before = _latest(days)
    return Standing(
        name=name,
        ever=days.get(EVER, Sum()).answers,
        now=now.answers,
        before=before.answers,
        weeks=_weeks(days, today),
        time=now.pace,
    )


def _latest(days: Days) -> tuple[Sum, Sum]:
    """The latest answers, and those before: whole days until there are enough."""
    now, before = Sum(), Sum()
    for day in sorted(days.keys() - {EVER}, reverse=True):
        if now.number < LATEST:
            now.add(days[day])
        elif before.number < LATEST:
            before.add(days[day])
        else:
            break
    return now, before


def _weeks(days: Mapping[str, Sum], today: str) -> tuple[Week, ...]:
    after = date.fromisoformat(today) + _DAY
    return tuple(_week(days, after - week * _WEEK * _DAY) for week in range(WEEKS, 0, -1))


def _week(days: Mapping[str, Sum], first: date) -> Week:
    found = Sum()
    for day in range(_WEEK):
        found.add(days.get((first + day * _DAY).isoformat(), Sum()))
    return Week(first.isoformat(), found.answers)


def _weakest_first(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings, key=_strength))


def _strength(standing: Standing) -> tuple[bool, Fraction | int, str]:
    accuracy = standing.now.accuracy
    if accuracy is None:
        return True, -standing.ever.number, slug(standing.name)
    return False, accuracy, slug(standing.name)


def _guesses(totals: Iterable[Total]) -> Guesses | None:
    found, won, lost = Sum(), Fraction(0), Fraction(0)
    for each in totals:
        if each.day == EVER and each.certainty is Level.GUESS and each.answers:
            found.add(each)
            won += each.marks_won
            lost += each.marks_lost
    return Guesses(found.answers, won, lost) if found.number else None


def streak(days: Iterable[str], today: str) -> Streak:
    """Return the days in a row of those on which something was answered."""
    last = date.fromisoformat(today)
    known = {date.fromisoformat(day) for day in days if day <= today}
    end = last if last in known else last - _DAY
    starts = [day for day in known if day - _DAY not in known]
    return Streak(
        days=_run(known, end, -_DAY),
        today=last in known,
        longest=max((_run(known, day, _DAY) for day in starts), default=0),
    )


def _run(known: set[date], start: date, step: timedelta) -> int:
    """How many days in a row are known from one on, it included."""
    length = 0
    while start + length * step in known:
        length += 1
    return length
