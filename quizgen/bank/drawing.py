"""The items of a run: drawn, sampled or named; the written ones and those its models make."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.bank import queries
from quizgen.bank.choice import between, choose
from quizgen.bank.draw import Pool, draw
from quizgen.bank.errors import UnknownModel
from quizgen.bank.makers import Maker, makers, makers_named, read_model
from quizgen.bank.topics import Filter
from quizgen.core.chance import rank
from quizgen.core.item import Item
from quizgen.core.mix import Mix
from quizgen.core.record import item_from
from quizgen.forms.dates import When

if TYPE_CHECKING:
    from quizgen.bank.workshop import Workshop
    from quizgen.forms.models.model import Model


class Stock:
    """What a run has to ask: the written items of its index, and its models.

    Attributes:
        style: House style of the items that models make.
    """

    def __init__(self, database: sqlite3.Connection, style: str) -> None:
        self.database = database
        self.style = style
        self.makers = makers(database)
        self._read: dict[int, Model] = {}

    def model(self, maker: Maker) -> "Model":
        """Return a model, read once."""
        if maker.number not in self._read:
            self._read[maker.number] = read_model(self.database, maker)
        return self._read[maker.number]

    def compose(self, maker: Maker, id_: str) -> Item | None:
        """Return the item of a model by its id, if that is an id of its."""
        from quizgen.forms.models.model import made
        from quizgen.forms.shared import Setting

        return made(self.model(maker), id_, Setting(maker.bank, style=self.style))


def draw_items(
    stock: Stock, count: int, seed: str | int, only: Filter, mix: Mix = ()
) -> list[Item]:
    """Return items drawn without repeats; fewer if there are no more.

    They are in the order drawn, those of a mix in an order that says nothing of their forms. No two
    rest on the same fact while there is a choice; a share that runs out of facts leaves its rest to
    the others.
    """
    choices = choose(stock.database, only, stock.makers, mix)
    pools = [Pool(between(stock.database, choice), choice.total) for choice in choices]
    made: Mapping[int, Item] = {}
    if stock.makers and not only.written:
        workshop = _workshop(stock, stock.makers, seed, only)
        made = workshop.items
        pools = [
            workshop.beside(pool, choice.meant.holds)
            for pool, choice in zip(pools, choices, strict=True)
        ]
    drawn = draw(pools, [part for _, part in mix] or [1], count, seed)
    if mix:
        # Not by the rank they may be drawn by: the more there is of a form, the lower those are.
        drawn.sort(key=lambda one: (rank(seed, one.ref, "place"), one.ref))
    return [made.get(one.item) or queries.item(stock.database, one.item) for one in drawn]


def _workshop(stock: Stock, makers: Sequence[Maker], seed: str | int, only: Filter) -> "Workshop":
    from quizgen.bank.workshop import Workshop

    return Workshop(makers, seed, only, stock.model, stock.compose)


def sample_items(
    stock: Stock, name: str, count: int, seed: str | int, when: When | None
) -> list[Item]:
    """Return items of one model, as many of one yield as of another; fewer if there are no more.

    Raises:
        UnknownModel: No model goes by that name.
    """
    from quizgen.bank.workshop import dealt

    maker = _maker_named(stock, name)
    workshop = _workshop(stock, (maker,), seed, Filter(when=when))
    pools = [workshop.of_one_yield(kind) for kind in dealt(maker, seed)]
    drawn = draw(pools, [1] * len(pools), count, seed)
    return [workshop.items[one.item] for one in drawn]


def _maker_named(stock: Stock, name: str) -> Maker:
    for maker in makers_named(stock.makers, name):
        return maker
    names = [maker.id for maker in stock.makers]
    raise UnknownModel(
        f"there is no item model `{name}`",
        help=f"models: {', '.join(names)}" if names else "no file that is loaded has one",
    )


def named_items(stock: Stock, name: str) -> list[Item]:
    """Return the item of `bank:id`, or the items of `id` in every bank, in file order."""
    head, _, rest = name.partition("~")
    if not rest:
        hits = queries.named(stock.database, name)
        return [queries.item(stock.database, hit.item) for hit in hits]
    found = (
        stock.compose(maker, f"{maker.id}~{rest}") for maker in makers_named(stock.makers, head)
    )
    return [item for item in found if item is not None]


def items_in(stock: Stock, place: int, only: Filter) -> list[Item]:
    """Return the written items of a file that a filter means, in file order."""
    (choice,) = choose(stock.database, only, stock.makers)
    return [
        item_from(json.loads(record))
        for found, record in queries.items_in(stock.database, place)
        if choice.meant.holds(found) and found.item not in choice.without
    ]
