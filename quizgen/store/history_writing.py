"""Writes attempts into the tables of the history, and takes them out again.

Everything derived (totals, items, memories) changes in the same transaction as the responses it
derives from, and in such a way that the order in which attempts come in leaves no trace.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.core.history import Response, Sat
from quizgen.core.totals import totals_of
from quizgen.store import history_items as items
from quizgen.store import history_totals as totals
from quizgen.store.history_memories import Step, forget, remember
from quizgen.store.history_reading import stored_responses

Record = tuple[Sat, Sequence[Response]]


@dataclass(frozen=True, slots=True)
class Rules:
    """What is derived by rules of the caller.

    Attributes:
        step: The memory of a fact after a review.
        day: The local day, `YYYY-MM-DD`, of a wall time in ms.
    """

    step: Step
    day: Callable[[int], str]


def write(database: sqlite3.Connection, records: Iterable[Record], rules: Rules) -> list[Sat]:
    """Write the attempts that are not there yet, and return those."""
    added: dict[int, Sequence[Response]] = {}
    sats: list[Sat] = []
    for sat, responses in records:
        attempt = _write_attempt(database, sat)
        if attempt is not None:
            added[attempt] = responses
            sats.append(sat)
    everything = [each for responses in added.values() for each in responses]
    numbers = items.note(database, everything)
    for attempt, responses in added.items():
        database.executemany(
            "INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(attempt, each, numbers, rules.day) for each in responses),
        )
    totals.add(database, totals_of(everything, rules.day).values())
    remember(database, added, rules.step)
    return sats


def remove(database: sqlite3.Connection, ids: Iterable[str], step: Step) -> int:
    """Take attempts out, as if they had never been there, and return how many there were."""
    attempts: list[int] = []
    removed: list[Response] = []
    for each in ids:
        row = database.execute("SELECT attempt FROM attempts WHERE id = ?", (each,)).fetchone()
        if row is None:
            continue
        attempts.append(row[0])
        stored = list(stored_responses(database, each))
        days = {response.at_ms: day for response, day in stored}
        responses = [response for response, _ in stored]
        totals.add(database, totals_of(responses, days.__getitem__).values(), sign=-1)
        removed += responses
        database.execute("DELETE FROM responses WHERE attempt = ?", row)
        database.execute("DELETE FROM attempts WHERE attempt = ?", row)
    items.look_back(database, {each.item for each in removed})
    facts = {review.fact for each in removed for review in each.reviews}
    forget(database, facts, attempts, step)
    return len(attempts)


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


def _write_attempt(database: sqlite3.Connection, sat: Sat) -> int | None:
    """Return the number of a new attempt; None if it is there already."""
    written = database.execute(
        "INSERT OR IGNORE INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
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
        ),
    )
    return written.lastrowid if written.rowcount else None


def _row(
    attempt: int, each: Response, numbers: Mapping[str, int], day: Callable[[int], str]
) -> tuple[object, ...]:
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
    )
