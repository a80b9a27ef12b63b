"""The item models of a run, as far as the index knows them: by name, weight and yields.

A model itself is read, and the code of models imported, only where an item of it is wanted.
"""

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizgen.forms.models.model import Model

_MAKERS = """
SELECT model, place, bank, id, slug, topic, weight, facts, yields
    FROM run CROSS JOIN models INDEXED BY models_by_file USING (file)
    WHERE model NOT IN (SELECT model FROM unmade) ORDER BY place, position
"""
_RECORD = "SELECT record FROM models WHERE model = ?"


class Kind(NamedTuple):
    """What one yield of a model gives.

    Attributes:
        name: Of the yield.
        slug: Of the model's topic.
    """

    name: str
    slug: str
    form: str
    difficulty: str


class Maker(NamedTuple):
    """An item model, as far as the index knows it without reading it.

    Attributes:
        number: What the index knows it by.
        place: Of its file in this run, from 0.
        weight: How many written items it counts as in a draw.
        facts: How many there are in its pool.
    """

    number: int
    place: int
    bank: str
    id: str
    slug: str
    topic: str
    weight: int
    facts: int
    kinds: tuple[Kind, ...]

    @property
    def ref(self) -> str:
        """The name of the model over all banks: `bank:id`."""
        return f"{self.bank}:{self.id}"


def makers(database: sqlite3.Connection) -> list[Maker]:
    """Return the models of the run, in file order."""
    return [_maker(*row) for row in database.execute(_MAKERS)]


def _maker(
    number: int,
    place: int,
    bank: str,
    id_: str,
    slug: str,
    topic: str,
    weight: int,
    facts: int,
    yields: str,
) -> Maker:
    kinds = tuple(
        Kind(name, slug, form, difficulty) for name, form, difficulty in json.loads(yields)
    )
    return Maker(number, place, bank, id_, slug, topic, weight, facts, kinds)


def read_model(database: sqlite3.Connection, maker: Maker) -> "Model":
    """Return the model itself."""
    from quizgen.forms.models.model import model_from

    (record,) = database.execute(_RECORD, (maker.number,)).fetchone()
    return model_from(json.loads(record))


def makers_named(makers: Sequence[Maker], name: str) -> list[Maker]:
    """Return the model of `bank:id`, or the models of `id` in every bank."""
    bank, _, id_ = name.rpartition(":")
    return [one for one in makers if one.id == id_ and bank in {"", one.bank}]
