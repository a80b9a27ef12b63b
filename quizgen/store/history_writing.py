"""Writes attempts into the tables of the history, and takes them out again.

Everything derived (totals, items, memories) changes in the same transaction as the responses it
derives from, and in such a way that the order in which attempts come in leaves no trace.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.history import Response, Sat
from quizgen.core.totals import totals_of
from quizgen.store import history_items as items
from quizgen.store import history_totals as totals
from quizgen.store.history_memories import Step, forget, remember
from quizgen.store.history_reading import Stored, stored_responses

Record = tuple[Sat, Sequence[Response]]

_INSERT_ATTEMPT = (
    "INSERT OR IGNORE INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_RESPONSE = (
    "INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is derived by rules of the caller.

    Attributes:
        step: The memory of a fact after a review.
        day: The local day, `YYYY-MM-DD`, of a wall time in ms.
    """

    step: Step
    day: Callable[[int], str]


def write(database: sqlite3.Connection, records: Iterable[Record], rules: Rules) -> int:
    """Write the attempts that are not there yet, and return how many."""
    added: dict[int, Sequence[Response]] = {}
    for sat, responses in records:
        attempt = _write_attempt(database, sat)
        if attempt is not None:
            added[attempt] = responses
    _put(database, added, rules)
    return len(added)


def renew(database: sqlite3.Connection, records: Iterable[Record], rules: Rules) -> int:
    """Write attempts, each in place of what is there of it, and return how many are new."""
    new: list[Record] = []
    for sat, responses in records:
        attempt = _find(database, sat.id)
        if attempt is None:
            new.append((sat, responses))
        else:
            _change(database, attempt, (sat, responses), rules)
    return write(database, new, rules)


def newer(database: sqlite3.Connection, records: Iterable[Record]) -> list[Record]:
    """Return the attempts that are not there yet, or that were regraded since."""
    find = "SELECT regraded_ms FROM attempts WHERE id = ?"
    found = ((each, database.execute(find, (each[0].id,)).fetchone()) for each in records)
    return [each for each, known in found if known is None or known[0] < each[0].regraded_ms]


def remove(database: sqlite3.Connection, ids: Iterable[str], step: Step) -> int:
    """Take attempts out, as if they had never been there, and return how many there were."""
    gone: dict[int, Sequence[Stored]] = {}
    for each in ids:
        attempt = _find(database, each)
        if attempt is not None:
            gone[attempt] = list(stored_responses(database, each))
    _pull(database, gone, step)
    database.executemany("DELETE FROM attempts WHERE attempt = ?", ((each,) for each in gone))
    return len(gone)


def remove_all(database: sqlite3.Connection) -> None:
    """Take every attempt out."""
    for statement in (
        "DELETE FROM attempts",
        "DELETE FROM responses",
        "DELETE FROM items",
        "DELETE FROM facts",
        "DELETE FROM reviews",
        "DELETE FROM totals",
        "DELETE FROM days",
        "DELETE FROM passed_over",
    ):
        database.execute(statement)


def _change(database: sqlite3.Connection, attempt: int, record: Record, rules: Rules) -> None:
    """Write an attempt anew: only what is not as it was, since all that follows costs much more."""
    sat, responses = record
    stored = list(stored_responses(database, sat.id))
    same = {each for each, _ in stored} & set(responses)
    _pull(database, {attempt: [each for each in stored if each[0] not in same]}, rules.step)
    database.execute("DELETE FROM attempts WHERE attempt = ?", (attempt,))
    _write_attempt(database, sat, attempt)
    _put(database, {attempt: [each for each in responses if each not in same]}, rules)


def _put(
    database: sqlite3.Connection, added: Mapping[int, Sequence[Response]], rules: Rules
) -> None:
    """Write responses by the numbers of their attempts, and what is derived from them."""
    everything = [each for responses in added.values() for each in responses]
    numbers = items.note(database, everything)
    for attempt, responses in added.items():
        database.executemany(
            _INSERT_RESPONSE,
            (_row(attempt, each, numbers, rules.day) for each in responses),
        )
    totals.add(database, totals_of(everything, rules.day).values())
    remember(database, added, rules.step)


def _pull(database: sqlite3.Connection, gone: Mapping[int, Sequence[Stored]], step: Step) -> None:
    """Take responses out by the numbers of their attempts, and from what is derived of them."""
    removed = {attempt: [each for each, _ in stored] for attempt, stored in gone.items()}
    for attempt, stored in gone.items():
        days = {each.at_ms: day for each, day in stored}
        totals.add(database, totals_of(removed[attempt], days.__getitem__).values(), sign=-1)
        database.executemany(
            "DELETE FROM responses WHERE attempt = ? AND number = ?",
            ((attempt, each.number) for each in removed[attempt]),
        )
    items.look_back(database, {each.item for one in removed.values() for each in one})
    forget(database, removed, step)


def _find(database: sqlite3.Connection, name: str) -> int | None:
    row = database.execute("SELECT attempt FROM attempts WHERE id = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def _write_attempt(
    database: sqlite3.Connection, sat: Sat, attempt: int | None = None
) -> int | None:
    """Return the number of a new attempt, one of its own if None; None if it is there already."""
    written = database.execute(
        _INSERT_ATTEMPT,
        (
            attempt,
            sat.id,
            sat.kind,
            sat.title,
            sat.started_ms,
            sat.ended_ms,
            sat.questions,
            sat.right,
            sat.wrong,
            sat.unanswered,
            sat.void,
            str(sat.marks),
            str(sat.maximum),
            sat.spent_ms,
            sat.regraded,
            sat.regraded_ms,
            _text(sat.first_marks),
            _text(sat.first_maximum),
        ),
    )
    return written.lastrowid if written.rowcount else None


def _row(
    attempt: int, each: Response, numbers: Mapping[str, int], day: Callable[[int], str]
) -> tuple[object, ...]:
    was = each.was
    return (
        attempt,
        each.number,
        each.at_ms,
        day(each.at_ms),
        numbers[each.item],
        each.form,
        each.topic,
        each.difficulty,
        each.fingerprint,
        each.option,
        each.key,
        each.outcome,
        str(each.marks),
        each.spent_ms,
        each.pace_ms,
        each.certainty,
        json.dumps(each.facts),
        json.dumps([(review.fact, review.rating) for review in each.reviews]),
        was and json.dumps((was.key, was.outcome, str(was.marks))),
    )


def _text(marks: Fraction | None) -> str | None:
    return None if marks is None else str(marks)
