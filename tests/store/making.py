"""Finished attempts for tests: real journals, and records of any content."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from quizgen.core.events import Certainty, Clear, Level, Select, Start, Submit, Visit
from quizgen.core.history import Graded, Response, Sat
from quizgen.core.item import Answer, Difficulty, Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Memory, Rating, Review
from quizgen.core.paper import Feedback, Paper, VoidPolicy
from quizgen.core.regrading import Regrading
from quizgen.core.sitting import Sitting
from quizgen.core.state import new_attempt
from quizgen.store.attempts import Attempts, attempt_id
from quizgen.store.history import History
from quizgen.store.journal import Header
from tests.samples import answer, paper

DAY_MS = 86_400_000
START_MS = 1_700_000_000_000  # 2023-11-14, 22:13:20 UTC


def utc_day(ms: int) -> str:
    """Return the number of a day, so that no test depends on where it runs."""
    return f"{ms // DAY_MS:06d}"


def step(memory: Memory | None, review: Review) -> Memory:
    """Remember a fact for a day, twice as long each time, and anew once it is forgotten.

    The difficulty tells the order of reviews: whoever folds them in another gets another number.
    """
    before = memory or Memory(0.5, 1.0, 0, 0, 0, 0)
    failed = review.rating is Rating.AGAIN
    stability = 1.0 if failed else before.stability * 2
    return Memory(
        stability=stability,
        difficulty=(before.difficulty * 7 + review.rating) % 10_007,
        last_ms=review.at_ms,
        due_ms=review.at_ms + int(stability * DAY_MS),
        reviews=before.reviews + 1,
        lapses=before.lapses + failed,
    )


def opened(home: Path, **how: Any) -> History:
    """Open the history of a folder; the clock is far from any change of its."""
    return History.open(
        home, how.pop("step", step), **{"day": utc_day, "clock_ns": lambda: 0, **how}
    )


class HandClock:
    """Both clocks, moved by hand."""

    def __init__(self, wall_ms: int) -> None:
        self.now = wall_ms

    def monotonic_ms(self) -> int:
        return self.now

    def wall_ms(self) -> int:
        return self.now


def sit(
    home: Path,
    acts: Sequence[tuple[str | None, Level | None]],
    started_ms: int = START_MS,
    *,
    of: Paper | None = None,
    chance: int = 0x3FA2,
) -> Path:
    """Sit a mock of `q1`, `q2`... ten seconds a question, and return its journal.

    Args:
        acts: For each question the option chosen and how sure; the key of each is `o1`.
    """
    sat = of or paper(len(acts))
    answers = tuple(answer() for _ in sat.questions)
    name = attempt_id(started_ms, chance)
    kind = "mock" if sat.feedback is Feedback.AFTER else "practice"
    header = Header(name, kind, started_ms, "7f3a9c21", "0.1.0", sat, answers)
    attempts = Attempts(home / "attempts")
    with attempts.begin(header) as journal:
        clock = HandClock(started_ms)
        sitting = Sitting(new_attempt(sat), clock, journal)
        sitting.do(Start())
        for index, (option, level) in enumerate(acts):
            sitting.do(Visit(index))
            clock.now += 10_000
            if level is not None and sat.feedback is Feedback.IMMEDIATE:
                sitting.do(Certainty(index, level))
            sitting.do(Clear(index) if option is None else Select(index, option))
            if level is not None and sat.feedback is Feedback.AFTER:
                sitting.do(Certainty(index, level))
        sitting.do(Submit())
    return attempts.finish(journal.path)


RIGHT, WRONG = ("o1", None), ("o2", None)
SURE_BUT_WRONG = ("o2", Level.SURE)
BLANK = (None, None)


def told(history: History, now_ms: int = START_MS + 400 * DAY_MS) -> dict[str, Any]:
    """Return everything that a history tells."""
    return {
        "attempts": history.attempts(),
        "responses": all_responses(history),
        "due": history.due(now_ms),
        "due count": history.due_count(now_ms),
        "next due": history.next_due_ms(now_ms),
        "missed": history.missed(),
        "memories": memories(history),
        "totals": set(history.totals()),
        "daily": set(history.daily("")),
        "days": history.days(),
        "items": history.items(),
        "counts": (history.attempt_count(), history.fact_count()),
    }


def all_responses(history: History) -> list[Response]:
    """Return the responses of all attempts, one attempt after another."""
    return [each for _, responses in history.records() for each in responses]


def memories(history: History) -> dict[str, Memory]:
    """Return the memory of each fact by its name."""
    rows = history._do(
        lambda database: database.execute(
            "SELECT name, stability, difficulty, last_ms, due_ms, reviews, lapses FROM facts"
        ).fetchall()
    )
    return {name: Memory(*fields) for name, *fields in rows}


# Records of any content.

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_names = st.sampled_from(["bank:a", "bank:b", "bank:c", "बैंक:घ"])
_facts = st.sampled_from(["f1", "f2", "f3", "=f4"])
_marks = st.fractions(min_value=-3, max_value=3, max_denominator=12)
_spans = st.integers(0, 90_000)


def _responses(attempt: str, at: st.SearchStrategy[int]) -> st.SearchStrategy[Response]:
    @st.composite
    def one(draw: Callable[..., Any]) -> Response:
        at_ms = draw(at)
        facts = draw(st.lists(_facts, unique=True, max_size=3))
        ratings = [(fact, draw(st.sampled_from(Rating))) for fact in facts]
        return Response(
            attempt=attempt,
            number=0,
            at_ms=at_ms,
            item=draw(_names),
            form=draw(st.sampled_from([Form.DIRECT, Form.PAIRS])),
            topic=draw(st.sampled_from(["", "treaty dates", "+SCO"])),
            difficulty=draw(st.none() | st.sampled_from(Difficulty)),
            fingerprint=draw(_texts),
            option=draw(st.none() | _texts),
            key=draw(_texts),
            outcome=draw(st.sampled_from(Outcome)),
            marks=draw(_marks),
            spent_ms=draw(_spans),
            pace_ms=draw(st.none() | _spans),
            certainty=draw(st.none() | st.sampled_from(Level)),
            facts=tuple(facts),
            reviews=tuple(Review(fact, at_ms, rating) for fact, rating in ratings),
        )

    return one()


@st.composite
def _record(draw: Callable[..., Any], chance: int) -> tuple[Sat, list[Response]]:
    started = draw(st.integers(START_MS, START_MS + 3 * DAY_MS))
    name = attempt_id(started, chance)
    # Few moments, so that attempts overlap and answers fall together.
    moments = st.sampled_from([START_MS + part * DAY_MS // 3 for part in range(12)])
    found = draw(st.lists(_responses(name, moments), min_size=1, max_size=4))
    regraded = draw(st.sampled_from([0, 0, 1, 3]))
    graded = st.builds(Graded, _texts, st.sampled_from(Outcome), _marks)
    responses = [
        replace(each, number=number, was=draw(st.none() | graded) if regraded else None)
        for number, each in enumerate(found, 1)
    ]
    sat, _ = whole(name, started, responses, draw(_texts), draw(_marks))
    if regraded:
        first, most = draw(_marks), draw(_marks)
        at_ms = started + regraded * DAY_MS
        sat = replace(sat, regraded=regraded, regraded_ms=at_ms)
        sat = replace(sat, first_marks=first, first_maximum=most)
    return sat, responses


def before_regrading(sat: Sat, responses: list[Response]) -> tuple[Sat, list[Response]]:
    """Return what an attempt that was regraded may have been before: all wrong, of other facts."""
    was = replace(sat, regraded=0, regraded_ms=0, first_marks=None, first_maximum=None)
    return was, [
        replace(
            each,
            was=None,
            outcome=Outcome.WRONG,
            reviews=(Review("another", each.at_ms, Rating.AGAIN), *each.reviews[:1]),
        )
        for each in responses
    ]


def whole(
    name: str, started_ms: int, responses: list[Response], title: str, marks: Fraction
) -> tuple[Sat, list[Response]]:
    """Return an attempt with its responses."""
    outcomes = [each.outcome for each in responses]
    sat = Sat(
        id=name,
        kind="mock",
        title=title,
        started_ms=started_ms,
        ended_ms=max(started_ms, *(each.at_ms for each in responses)),
        questions=len(responses),
        right=outcomes.count(Outcome.RIGHT),
        wrong=outcomes.count(Outcome.WRONG),
        unanswered=outcomes.count(Outcome.UNANSWERED) + outcomes.count(Outcome.DECLINED),
        void=outcomes.count(Outcome.VOID),
        marks=marks,
        maximum=Fraction(2 * len(responses)),
        spent_ms=sum(each.spent_ms for each in responses),
    )
    return sat, responses


records: st.SearchStrategy[list[tuple[Sat, list[Response]]]] = st.integers(1, 5).flatmap(
    lambda count: st.tuples(*(_record(chance) for chance in range(count))).map(list)
)
"""Attempts of different ids, overlapping in time, items and facts."""


def keep_all(history: History, found: Iterable[tuple[Sat, list[Response]]]) -> None:
    """Let attempts come in one by one, each with its file."""
    for sat, responses in found:
        history.keep(sat, responses)
        assert history.add(sat, responses)


def regrade(
    home: Path,
    name: str,
    *answers: tuple[int, Answer],
    policy: VoidPolicy = VoidPolicy.SCALE,
    at_ms: int = START_MS + 300 * DAY_MS,
) -> Path:
    """Regrade a finished attempt, and return the file of that."""
    attempts = Attempts(home / "attempts")
    regrading = Regrading(at_ms, "0.2.0", policy, answers)
    return attempts.regrade(attempts.find(name), regrading)


def void(key: str = "o1") -> Answer:
    """Return the answer of a question that turned out to have no single right option."""
    return replace(answer(key), void=True)
