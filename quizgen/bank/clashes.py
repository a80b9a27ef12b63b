"""Ids of items, and of models, in more than one file of a run. Found anew in each, never stored."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizgen.core.diagnostics import Span

_UNASKED = """
SELECT place, span, bank, id FROM unasked CROSS JOIN items USING (item) CROSS JOIN run USING (file)
    ORDER BY place, position
"""
_FIRST = """
SELECT place, span, bank, id FROM items CROSS JOIN run USING (file) WHERE id = ? AND bank = ?
    ORDER BY place LIMIT 1
"""
_SHARED = """
SELECT place, span, bank, id FROM (
        SELECT id FROM items INDEXED BY items_by_id WHERE file IN (
            SELECT file FROM run CROSS JOIN overlaps USING (file)
            WHERE other IN (SELECT file FROM run)
        )
        GROUP BY id HAVING min(bank) <> max(bank)
    ) CROSS JOIN items USING (id) CROSS JOIN run USING (file)
    WHERE item NOT IN (SELECT item FROM unasked) ORDER BY place, position
"""
_MODELS = """
SELECT place, span, bank, id, model IN (SELECT model FROM unmade)
    FROM run CROSS JOIN models USING (file) ORDER BY place, position
"""


class Place(NamedTuple):
    """Where an id stands: in which file of the run, from 0, and where in it.

    Attributes:
        of_model: Whether it names an item model; else an item.
    """

    file: int
    span: Span
    bank: str
    id: str
    of_model: bool = False


class Clash(NamedTuple):
    """An id, and where it stood first."""

    later: Place
    first: Place


def repeated_ids(database: sqlite3.Connection) -> Iterator[Clash]:
    """Yield, in file order, the items whose bank and id an earlier file has; they are not asked."""
    for row in database.execute(_UNASKED).fetchall():
        later = _place(*row)
        yield Clash(later, _place(*database.execute(_FIRST, (later.id, later.bank)).fetchone()))


def repeated_models(database: sqlite3.Connection) -> Iterator[Clash]:
    """Yield, in file order, the models whose bank and id an earlier file has; nothing asks them."""
    first: dict[tuple[str, str], Place] = {}
    for place, repeated in _models(database):
        if repeated:
            yield Clash(place, first[place.bank, place.id])
        else:
            first[place.bank, place.id] = place


def _models(database: sqlite3.Connection) -> Iterator[tuple[Place, bool]]:
    for *row, repeated in database.execute(_MODELS):
        yield _place(*row)._replace(of_model=True), repeated


def shared_ids(database: sqlite3.Connection) -> Iterator[Clash]:
    """Yield, in file order, the items whose id an earlier item of another bank has."""
    yield from _of_several_banks(_place(*row) for row in database.execute(_SHARED))


def shared_models(database: sqlite3.Connection) -> Iterator[Clash]:
    """Yield, in file order, the models whose id an earlier model of another bank has."""
    yield from _of_several_banks(place for place, repeated in _models(database) if not repeated)


def _of_several_banks(places: Iterable[Place]) -> Iterator[Clash]:
    first: dict[str, Place] = {}
    for place in places:
        earlier = first.setdefault(place.id, place)
        if earlier.bank != place.bank:
            yield Clash(place, earlier)


def _place(file: int, span: str, bank: str, id_: str) -> Place:
    return Place(file, Span(*json.loads(span)), bank, id_)
