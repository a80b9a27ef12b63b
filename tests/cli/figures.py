"""What quizgen should tell of a history, worked out of its exported lines alone.

Nothing of quizgen's own is used: its rules are written down here once more, as the README and the
headers of its modules have them, and facts are scheduled by the package `fsrs` itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

from fsrs import Card, Rating, Scheduler

Line = dict[str, Any]

INDIA = timezone(timedelta(hours=5, minutes=30))
RATINGS = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good, "easy": Rating.Easy}
COUNTED = {"H", "HP", "HR"}
CODED = {"S2", "SN", "L", "N", "P"}
FEW, LATEST, REACH, WEEKS = 10, 50, 84, 8


def at(line: Line) -> datetime:
    """Return when a line's question was answered."""
    return datetime.fromisoformat(line["at"])


def day(line: Line) -> date:
    """Return the day of it in India."""
    return at(line).astimezone(INDIA).date()


# What is due


@dataclass
class Fact:
    """Where a fact stands.

    Attributes:
        last: The line that told of it last.
    """

    due: datetime
    last: Line
    card: Card

    @property
    def missed(self) -> bool:
        """Whether it was not answered right the last time."""
        return bool(self.last["outcome"] != "right")

    @property
    def sure_but_wrong(self) -> bool:
        """Whether it was answered wrong the last time, and called sure."""
        return bool(self.last["outcome"] == "wrong" and self.last["certainty"] == "sure")


SCHEDULER = Scheduler(
    desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False
)


def facts(lines: Sequence[Line]) -> dict[str, Fact]:
    """Return every fact, reviewed by FSRS on the days (of UTC) on which a line tells of it."""
    known: dict[str, Fact] = {}
    for line in sorted(lines, key=lambda each: (each["at"], each["number"])):
        today = at(line).replace(hour=0, minute=0, second=0, microsecond=0)
        for name, rating in line["reviews"]:
            card = known[name].card if name in known else Card(card_id=1, due=today)
            card, _ = SCHEDULER.review_card(card, RATINGS[rating], today)
            known[name] = Fact(max(card.due, at(line) + timedelta(hours=8)), line, card)
    return known


def due(known: dict[str, Fact], now: datetime) -> list[str]:
    """Return what is due, sure but wrong first, then what has waited longest."""
    names = [name for name, fact in known.items() if fact.due <= now]
    return sorted(names, key=lambda name: (not known[name].sure_but_wrong, known[name].due, name))


def next_day(known: dict[str, Fact], now: datetime) -> tuple[date, list[Fact]]:
    """Return the next day on which facts come back, and those."""
    later = [fact for fact in known.values() if fact.due > now]
    first = min(fact.due.astimezone(INDIA).date() for fact in later)
    return first, [fact for fact in later if fact.due.astimezone(INDIA).date() == first]


def misjudged(line: Line, of_parts: Sequence[str] = ()) -> set[str]:
    """Return the facts of the statements that a wrong code judged wrongly.

    They stand in the code chosen and not in the right one, or the other way round.

    Args:
        of_parts: The facts of `part-0`, `part-1`...; without, a fact names its statement.
    """

    def named(code: str) -> set[str]:
        return set() if code == "none" else set(code.split("+"))

    wrong = named(line["option"]) ^ named(line["key"])
    if of_parts:
        return {of_parts[int(part.removeprefix("part-"))] for part in wrong}
    return {part.partition("-as-")[0] for part in wrong}


def rating(line: Line) -> str | None:
    """Return the rating of a line by the table; None: it tells nothing."""
    spent, pace = line["spent_ms"], line["pace_ms"]
    if line["outcome"] == "void":
        return None
    if line["outcome"] == "wrong":
        return "hard" if line["form"] in COUNTED else "again"
    if line["outcome"] != "right":
        given_up = line["kind"] == "practice" or spent >= (pace or 72_000) / 2
        return "again" if given_up else None
    speed = "fair" if pace is None or pace / 2 < spent <= 2 * pace else "fast"
    speed = "slow" if pace is not None and spent > 2 * pace else speed
    if line["certainty"] == "guess":
        return "again"
    if line["certainty"] == "unsure" or speed == "slow":
        return "hard"
    return "easy" if (line["certainty"], speed) == ("sure", "fast") else "good"


# How someone is doing


def counted(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of questions that are not void."""
    return [line for line in lines if line["outcome"] != "void"]


def answered(lines: Iterable[Line]) -> list[Line]:
    """Return the answers that count: right or wrong."""
    return [line for line in lines if line["outcome"] in {"right", "wrong"}]


def answers(lines: Iterable[Line]) -> dict[str, Any]:
    """Return them as `progress --format json` has them."""
    some = answered(lines)
    right = sum(line["outcome"] == "right" for line in some)
    share = Fraction(right, len(some)) if len(some) >= FEW else None
    return {"number": len(some), "right": right, "accuracy": number(share)}


def number(value: Fraction | None) -> dict[str, Any] | None:
    """Return a share or marks in the same way."""
    return None if value is None else {"exact": str(value), "decimal": round(float(value), 4)}


def latest(lines: Sequence[Line], today: date) -> tuple[list[Line], list[Line]]:
    """Return the latest lines and those before: whole days, until they hold enough answers."""
    by_day: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        if today - day(line) < timedelta(days=REACH):
            by_day[day(line)].append(line)
    now, before = list[Line](), list[Line]()
    for each in sorted(by_day, reverse=True):
        if len(answered(now)) < LATEST:
            now += by_day[each]
        elif len(answered(before)) < LATEST:
            before += by_day[each]
    return now, before


def standing(name: str, lines: Sequence[Line], today: date) -> dict[str, Any]:
    """Return how someone stands by these lines."""
    now, before = latest(lines, today)
    ends = [today - timedelta(days=7 * back) for back in range(WEEKS - 1, -1, -1)]
    weeks = [
        (end, [line for line in lines if timedelta() <= end - day(line) < timedelta(days=7)])
        for end in ends
    ]
    return {
        "name": name,
        "ever": answers(lines),
        "now": answers(now),
        "before": answers(before),
        "weeks": [{"first": str(end - timedelta(days=6)), **answers(some)} for end, some in weeks],
        "time": pace(now),
    }


def pace(lines: Sequence[Line]) -> dict[str, Any]:
    """Return the time on some lines, and what their papers gave."""
    paced = [line for line in lines if line["pace_ms"] is not None]

    def mean(name: str, some: Sequence[Line]) -> int | None:
        return sum(line[name] for line in some) // len(some) if len(some) >= FEW else None

    return {
        "questions": len(lines),
        "each_ms": mean("spent_ms", lines),
        "paced": len(paced),
        "paced_each_ms": mean("spent_ms", paced),
        "allowed_each_ms": mean("pace_ms", paced),
    }


def standings(by: str, lines: Sequence[Line], today: date) -> list[dict[str, Any]]:
    """Return how someone stands in each topic or form, the weakest first."""
    found = [
        standing(name, [line for line in lines if line[by] == name], today)
        for name in {line[by] for line in lines}
    ]

    def strength(each: dict[str, Any]) -> tuple[bool, Fraction | int, str]:
        share = each["now"]["accuracy"]
        known = -each["ever"]["number"] if share is None else Fraction(share["exact"])
        return share is None, known, each["name"].casefold().replace(" ", "-")

    return sorted(found, key=strength)


def guesses(lines: Sequence[Line]) -> dict[str, Any]:
    """Return what answers called guesses brought and cost."""
    guessed = answered(line for line in lines if line["certainty"] == "guess")
    marks = [Fraction(line["marks"]) for line in guessed]
    won, lost = sum(each for each in marks if each > 0), -sum(each for each in marks if each < 0)
    return {
        "answers": answers(guessed),
        "won": number(Fraction(won)),
        "lost": number(Fraction(lost)),
        "gain": number(Fraction(won - lost)) if len(guessed) >= FEW else None,
    }


def certainty(lines: Sequence[Line], today: date) -> list[dict[str, Any]]:
    """Return how often the latest answers of each certainty were right."""
    found = []
    for level in ("sure", "unsure", "guess"):
        said = answered(line for line in lines if line["certainty"] == level)
        if said:
            found.append({"level": level, "now": answers(latest(said, today)[0])})
    return found


def streak(lines: Sequence[Line], today: date) -> dict[str, Any]:
    """Return the days in a row on which something was answered."""
    days = {day(line) for line in answered(lines)}

    def back(last: date) -> int:
        return 0 if last not in days else 1 + back(last - timedelta(days=1))

    return {
        "days": back(today) or back(today - timedelta(days=1)),
        "today": today in days,
        "longest": max(back(each) for each in days),
    }


def last_attempt(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the attempt that ended last."""
    _, last = max((line["ended"], line["attempt"]) for line in lines)
    return [line for line in lines if line["attempt"] == last]


def score(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Return score, maximum and title of the attempt that ended last."""
    last = last_attempt(lines)
    total = sum((Fraction(line["marks"]) for line in last), Fraction(0))
    assert last[0]["score"] == str(total)
    return in_words(total), last[0]["maximum"], last[0]["title"]


def in_words(marks: Fraction) -> str:
    """Return marks to two decimals; whole ones without."""
    return str(marks) if marks.denominator == 1 else f"{float(marks):.2f}"


def in_india(now_ms: int) -> datetime:
    """Return a wall time as a moment in India."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(INDIA)
