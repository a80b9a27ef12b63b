"""Items that ask for given facts: written ones that rest on them, and those that models make.

Of the items that rest on a fact any may come, by rank of the seed: who is to recall a fact should
not learn one question by heart. Those of another form than the one to avoid come first.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from quizgen.bank import queries
from quizgen.bank.choice import not_asked
from quizgen.bank.drawing import Stock
from quizgen.bank.makers import Kind, Maker
from quizgen.bank.queries import ASKED
from quizgen.bank.topics import Filter, Meant, meant
from quizgen.core.chance import rank
from quizgen.core.item import Form, Item
from quizgen.core.recall import facts as facts_of
from quizgen.forms.dates import When, first_day

_RESTING = f"""
SELECT item, bank, id, slug, difficulty, form
    FROM resting CROSS JOIN run USING (file) CROSS JOIN items USING (item)
    WHERE fact = ? AND {ASKED}
"""  # noqa: S608 - of constants
_MAKING = """
SELECT model FROM pooled CROSS JOIN run USING (file)
    WHERE fact = ? AND model NOT IN (SELECT model FROM unmade)
"""
_LOOK_FOR = "INSERT INTO looked_for VALUES (?)"
_WRITTEN = f"""
SELECT fact, item FROM looked_for CROSS JOIN resting USING (fact) CROSS JOIN run USING (file)
    WHERE {ASKED}
"""  # noqa: S608 - of constants
_MADE = """
SELECT fact FROM looked_for CROSS JOIN pooled USING (fact) CROSS JOIN run USING (file)
    WHERE since <= :day AND until > :day AND model NOT IN (SELECT model FROM unmade)
"""


class Wanted(NamedTuple):
    """A fact to be asked for.

    Attributes:
        unlike: The form it should not come in, if there is another.
    """

    fact: str
    unlike: Form | None = None


class Asking(NamedTuple):
    """Items that ask for facts.

    Attributes:
        items: In the order of the facts; no two rest on the same fact.
        lost: Facts looked at that nothing asks for, or nothing that is still right.
    """

    items: list[Item]
    lost: list[str]


class _Source(NamedTuple):
    """What may ask for a fact.

    Attributes:
        name: Tells it from the others for the same fact.
        make: Returns an item that rests on no used fact; None if there is none.
    """

    name: str
    slug: str
    difficulty: str
    form: str
    make: Callable[[frozenset[str]], Item | None]


def asking(
    stock: Stock,
    wanted: Sequence[Wanted],
    count: int,
    seed: str,
    only: Filter,
    used: Collection[str],
) -> Asking:
    """Return items for the first facts that can be asked for, at most `count`.

    Args:
        only: Topic, difficulty, form and day of the items.
        used: Facts that no item may rest on.

    Raises:
        UnknownTopic: No item and no model has a topic of the filter's.
    """
    tallies = queries.tallies(stock.database) if only.topics else []
    among = meant(only, (*tallies, *stock.makers))
    taken, found = frozenset(used), Asking([], [])
    for each in wanted:
        if len(found.items) == count:
            break
        if each.fact in taken:
            continue
        sources = [*_written(stock.database, each.fact), *_made(stock, each.fact, seed, only.when)]
        chosen = _preferred(sources, each, among, seed)
        item = _first(chosen, taken, only.when)
        if item is not None:
            found.items.append(item)
            taken = taken.union(facts_of(item.question, item.answer))
        elif not sources or (chosen and _first(chosen, frozenset(), only.when) is None):
            found.lost.append(each.fact)
    return found


def askable(database: sqlite3.Connection, facts: Sequence[str], when: When) -> list[str]:
    """Return those of some facts that something asks for on a day, in order.

    They are those that `asking` would find an item for. No item is read or made: there may be
    thousands of facts.
    """
    past = frozenset(hit.item for hit in not_asked(database, when))
    database.execute("DELETE FROM looked_for")
    database.executemany(_LOOK_FOR, ((fact,) for fact in facts))
    found = {fact for fact, number in database.execute(_WRITTEN) if number not in past}
    found.update(fact for (fact,) in database.execute(_MADE, {"day": when.day}))
    return [fact for fact in facts if fact in found]


def outdated(item: Item, when: When | None) -> bool:
    """Return whether an item is no longer right on a day, as it does not say of when it speaks."""
    until, as_of = item.answer.until, item.question.as_of
    if when is None or not until or first_day(until) > when.day:
        return False
    return not (as_of and as_of[:4] in item.question.stem)


def _preferred(
    sources: Sequence[_Source], wanted: Wanted, among: Meant, seed: str
) -> list[_Source]:
    return sorted(
        filter(among.holds, sources),
        key=lambda one: (one.form == wanted.unlike, rank(seed, wanted.fact, one.name)),
    )


def _first(sources: Sequence[_Source], used: frozenset[str], when: When | None) -> Item | None:
    for source in sources:
        item = source.make(used)
        if item is None or outdated(item, when):
            continue
        if used.isdisjoint(facts_of(item.question, item.answer)):
            return item
    return None


def _written(database: sqlite3.Connection, fact: str) -> Iterator[_Source]:
    """The written items that rest on a fact."""
    for number, bank, id_, *kind in database.execute(_RESTING, (fact,)):
        topic, difficulty, form = kind
        make = partial(_read, database, number)
        yield _Source(f"{bank}:{id_}", topic, difficulty, form, make)


def _read(database: sqlite3.Connection, number: int, _used: frozenset[str]) -> Item:
    return queries.item(database, number)


def _made(stock: Stock, fact: str, seed: str, when: When | None) -> Iterator[_Source]:
    """The forms in which models may ask for a fact."""
    numbers = {number for (number,) in stock.database.execute(_MAKING, (fact,))}
    makers = [maker for maker in stock.makers if maker.number in numbers]
    if not makers:
        return
    from quizgen.bank.workshop import ANY_DAY
    from quizgen.forms.models.about import about

    def make(maker: Maker, kind: Kind, used: frozenset[str]) -> Item | None:
        id_ = about(stock.model(maker), kind.name, fact, seed, when or ANY_DAY, used)
        return stock.compose(maker, id_) if id_ else None

    for maker in makers:
        for kind in maker.kinds:
            name = f"{maker.ref}~{kind.name}"
            of_kind = kind.slug, kind.difficulty, kind.form
            yield _Source(name, *of_kind, partial(make, maker, kind))
