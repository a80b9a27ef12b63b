"""Totals, and the days on which something was answered, in the tables of the history."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from quizgen.core.events import Level
from quizgen.core.item import Form
from quizgen.core.totals import EVER, Total
from quizgen.store.history_file import decoded

_FORMS = {str(form): form for form in Form}
_LEVELS: dict[str, Level | None] = {"": None, **{str(level): level for level in Level}}

# The same few sums come up again and again, and to read one takes longer than all else of its row.
_fraction = lru_cache(maxsize=4_096)(Fraction)

_ALL_TIME = "SELECT * FROM totals WHERE day = ?"
_DAYS = "SELECT * FROM totals WHERE day >= ? ORDER BY day"
_FIND = "SELECT * FROM totals WHERE day = ? AND topic = ? AND form = ? AND certainty = ?"
_DELETE = "DELETE FROM totals WHERE day = ? AND topic = ? AND form = ? AND certainty = ?"
_WRITE = "INSERT OR REPLACE INTO totals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def totals(database: sqlite3.Connection, since: str) -> Iterator[Total]:
    """Yield the totals of each day from `since` on; of all time where that is `EVER`."""
    for row in database.execute(_ALL_TIME if since == EVER else _DAYS, (since,)):
        yield _total(row)


def add(database: sqlite3.Connection, changes: Iterable[Total], sign: int = 1) -> None:
    """Add totals to those of their cells, or with a `sign` of -1 take them off."""
    days: Counter[str] = Counter()
    for change in changes:
        _add(database, change, sign)
        if change.day != EVER:
            days[change.day] += sign * change.answers
    database.executemany(
        "INSERT INTO days VALUES (?, ?) "
        "ON CONFLICT (day) DO UPDATE SET answers = answers + excluded.answers",
        days.items(),
    )
    database.execute("DELETE FROM days WHERE answers = 0")


def _add(database: sqlite3.Connection, change: Total, sign: int) -> None:
    cell = (change.day, change.topic, change.form, change.certainty or "")
    row = database.execute(_FIND, cell).fetchone()
    known = Total(change.topic, change.form, change.certainty, change.day)
    total = (known if row is None else _total(row)).plus(change, sign)
    if total.responses:
        database.execute(_WRITE, (*cell, *_sums(total)))
    else:
        database.execute(_DELETE, cell)


def _sums(total: Total) -> tuple[object, ...]:
    return (
        total.right,
        total.wrong,
        total.unanswered,
        str(total.marks_won),
        str(total.marks_lost),
        total.spent_ms,
        total.paced,
        total.pace_ms,
        total.paced_spent_ms,
    )


@decoded
def _total(row: Sequence[Any]) -> Total:
    day, topic, form, certainty, right, wrong, unanswered, won, lost, *times = row
    return Total(
        topic,
        _FORMS[form],
        _LEVELS[certainty],
        day,
        right,
        wrong,
        unanswered,
        _fraction(won),
        _fraction(lost),
        *times,
    )
