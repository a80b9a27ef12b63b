"""Reads the tables of the history."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from quizgen.core.events import Level
from quizgen.core.history import Graded, Response, Sat
from quizgen.core.item import Difficulty, Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review
from quizgen.core.revision import DueFact, MissedItem
from quizgen.store.history_file import decoded
from quizgen.store.history_layout import Miss

Stored = tuple[Response, str]
"""A response, and the day it is counted to."""


def attempts(database: sqlite3.Connection, limit: int | None, offset: int) -> list[Sat]:
    """Return attempts, the one that ended last first, without the first `offset` of them."""
    rows = database.execute(
        "SELECT * FROM attempts ORDER BY ended_ms DESC, id DESC LIMIT ? OFFSET ?",
        (_most(limit), offset),
    )
    return [_sat(row) for row in rows]


def attempt_count(database: sqlite3.Connection) -> int:
    """Return how many attempts there are."""
    return int(database.execute("SELECT COUNT(*) FROM attempts").fetchone()[0])


def fact_count(database: sqlite3.Connection) -> int:
    """Return how many facts have a memory."""
    return int(database.execute("SELECT COUNT(*) FROM facts").fetchone()[0])


def attempts_by_start(database: sqlite3.Connection) -> list[Sat]:
    """Return attempts, the one that started first first."""
    rows = database.execute("SELECT * FROM attempts ORDER BY started_ms, id")
    return [_sat(row) for row in rows]


def attempt(database: sqlite3.Connection, name: str) -> Sat | None:
    """Return the attempt of that id."""
    row = database.execute("SELECT * FROM attempts WHERE id = ?", (name,)).fetchone()
    return None if row is None else _sat(row)


def stored_responses(database: sqlite3.Connection, name: str) -> Iterator[Stored]:
    """Yield the responses of an attempt in paper order, each with the day it is counted to."""
    rows = database.execute(
        "SELECT attempts.id, responses.number, responses.at_ms, items.name, form, responses.topic, "
        "difficulty, fingerprint, option, key, outcome, responses.marks, responses.spent_ms, "
        "pace_ms, certainty, facts, reviews, was, day "
        "FROM attempts JOIN responses USING (attempt) JOIN items USING (item) "
        "WHERE attempts.id = ? ORDER BY responses.number",
        (name,),
    )
    for *row, day in rows:
        yield _response(row), day


def due(database: sqlite3.Connection, now_ms: int, limit: int | None) -> list[DueFact]:
    """Return the facts that are due, those sure but wrong first, then the longest overdue."""
    rows = database.execute(
        "SELECT name, due_ms, miss, form FROM facts WHERE rank IN (0, 1) AND due_ms <= ? "
        "ORDER BY rank, due_ms, name LIMIT ?",
        (now_ms, _most(limit)),
    )
    return [_due_fact(row) for row in rows]


def due_between(database: sqlite3.Connection, after_ms: int, until_ms: int) -> list[DueFact]:
    """Return the facts that become due after a moment and until another, the first first."""
    rows = database.execute(
        "SELECT name, due_ms, miss, form FROM facts WHERE rank IN (0, 1) "
        "AND due_ms > ? AND due_ms <= ? ORDER BY due_ms, name",
        (after_ms, until_ms),
    )
    return [_due_fact(row) for row in rows]


def due_names(database: sqlite3.Connection, now_ms: int) -> list[str]:
    """Return the facts that are due, in no order."""
    rows = database.execute(
        "SELECT name FROM facts WHERE rank IN (0, 1) AND due_ms <= ?", (now_ms,)
    )
    return [name for (name,) in rows]


def due_count(database: sqlite3.Connection, now_ms: int) -> int:
    """Return how many facts are due."""
    count: int = database.execute(
        "SELECT COUNT(*) FROM facts WHERE rank IN (0, 1) AND due_ms <= ?", (now_ms,)
    ).fetchone()[0]
    return count


def next_due_ms(database: sqlite3.Connection, now_ms: int) -> int | None:
    """Return when the next fact becomes due; None if none will."""
    moments = [
        database.execute(
            "SELECT MIN(due_ms) FROM facts WHERE rank = ? AND due_ms > ?", (rank, now_ms)
        ).fetchone()[0]
        for rank in (0, 1)
    ]
    return min((each for each in moments if each is not None), default=None)


def missed(database: sqlite3.Connection, limit: int | None) -> list[MissedItem]:
    """Return items missed last time: sure but wrong, wrong, blank; the latest of each first."""
    rows = database.execute(
        "SELECT name, topic, at_ms, miss FROM items WHERE miss > 0 "
        "ORDER BY miss, at_ms DESC, name LIMIT ?",
        (_most(limit),),
    )
    return [
        MissedItem(
            name,
            topic,
            at_ms,
            Outcome.UNANSWERED if miss == Miss.BLANK else Outcome.WRONG,
            miss == Miss.SURE_BUT_WRONG,
        )
        for name, topic, at_ms, miss in rows
    ]


def days(database: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return each day on which something was answered, and how much; the latest first."""
    return list(database.execute("SELECT day, answers FROM days ORDER BY day DESC"))


def items(database: sqlite3.Connection) -> list[str]:
    """Return the names of all items that have a response, in order."""
    return [name for (name,) in database.execute("SELECT name FROM items ORDER BY name")]


def _most(limit: int | None) -> int:
    return -1 if limit is None else max(limit, 0)


@decoded
def _sat(row: Sequence[Any]) -> Sat:
    _, name, kind, title, started_ms, ended_ms, questions, right, wrong, unanswered, void = row[:11]
    marks, maximum, spent_ms, regraded, regraded_ms, first_marks, first_maximum = row[11:]
    return Sat(
        id=name,
        kind=kind,
        title=title,
        started_ms=started_ms,
        ended_ms=ended_ms,
        questions=questions,
        right=right,
        wrong=wrong,
        unanswered=unanswered,
        void=void,
        marks=Fraction(marks),
        maximum=Fraction(maximum),
        spent_ms=spent_ms,
        regraded=regraded,
        regraded_ms=regraded_ms,
        first_marks=None if first_marks is None else Fraction(first_marks),
        first_maximum=None if first_maximum is None else Fraction(first_maximum),
    )


@decoded
def _due_fact(row: Sequence[Any]) -> DueFact:
    name, due_ms, miss, form = row
    return DueFact(name, due_ms, miss != Miss.NONE, miss == Miss.SURE_BUT_WRONG, Form(form))


@decoded
def _response(row: Sequence[Any]) -> Response:
    attempt, number, at_ms, item, form, topic, difficulty, fingerprint, option, key = row[:10]
    outcome, marks, spent_ms, pace_ms, certainty, facts, reviews, was = row[10:]
    return Response(
        attempt=attempt,
        number=number,
        at_ms=at_ms,
        item=item,
        form=Form(form),
        topic=topic,
        difficulty=Difficulty(difficulty) if difficulty else None,
        fingerprint=fingerprint,
        option=option,
        key=key,
        outcome=Outcome(outcome),
        marks=Fraction(marks),
        spent_ms=spent_ms,
        pace_ms=pace_ms,
        certainty=Level(certainty) if certainty else None,
        facts=tuple(json.loads(facts)),
        reviews=tuple(Review(fact, at_ms, Rating(rating)) for fact, rating in json.loads(reviews)),
        was=None if was is None else _graded(*json.loads(was)),
    )


def _graded(key: str, outcome: str, marks: str) -> Graded:
    return Graded(key, Outcome(outcome), Fraction(marks))
