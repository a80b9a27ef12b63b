"""Item models in a draw: each has as many tickets as items it weighs, and a ticket makes one item.

In each draw a model's tickets are dealt to its yields as evenly as can be, by rank of the seed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from quizgen.bank.draw import Candidate, Pool
from quizgen.bank.entries import hash_of, signed
from quizgen.bank.makers import Kind, Maker
from quizgen.bank.topics import Filter
from quizgen.core.chance import rank
from quizgen.core.item import Item
from quizgen.forms.dates import When
from quizgen.forms.models.model import Model, drawn

ANY_DAY = When("9999-12-30")
"""For a draw of no day: so late that no fact is too young. Those that ceased to be true are out."""

_ATTEMPTS = 32  # at an id that is not drawn yet, where facts come again


class Ticket(NamedTuple):
    """Stands for one item of a model in a draw."""

    ref: str
    maker: Maker
    kind: Kind


@dataclass(frozen=True, slots=True)
class Workshop:
    """Deals the tickets of models for one draw, and makes the items of those that are drawn.

    Attributes:
        read: Returns the model of a maker.
        compose: Returns the item of an id of a model, in the house style of the run.
        items: Those made, by the number of their candidate, which is negative.
    """

    makers: Sequence[Maker]
    seed: str | int
    only: Filter
    read: Callable[[Maker], Model]
    compose: Callable[[Maker, str], Item | None]
    items: dict[int, Item] = field(default_factory=dict)
    _tickets: list[Ticket] = field(default_factory=list)
    _dry: set[tuple[str, str]] = field(default_factory=set)

    def beside(self, pool: Pool, wanted: Callable[[Kind], bool]) -> Pool:
        """Return the pool of written items with the tickets for items like them."""
        tickets = self.candidates(wanted)

        def both(low: int, high: int) -> Sequence[Candidate]:
            hit = [one for one in tickets if signed(low) <= one.hash <= signed(high)]
            return [*pool.between(low, high), *hit]

        more = partial(self.candidates, wanted)
        return Pool(both, pool.total + len(tickets), self.settle, more)

    def of_one_yield(self, kind: Kind) -> Pool:
        """Return a pool of nothing but the items of a yield."""
        return Pool(_nothing, 0, self.settle, partial(self.candidates, kind.__eq__))

    def candidates(self, wanted: Callable[[Kind], bool], turn: int = 0) -> list[Candidate]:
        """Return the tickets for the draw, or for a later turn one more of each yield."""
        tickets = self._more(turn) if turn else self._dealt()
        found = [ticket for ticket in tickets if wanted(ticket.kind)]
        first = -1 - len(self._tickets)
        self._tickets.extend(found)
        return [
            Candidate(signed(hash_of(ticket.ref)), ticket.ref, frozenset(), first - number)
            for number, ticket in enumerate(found)
        ]

    def _dealt(self) -> Iterator[Ticket]:
        for maker in self.makers:
            kinds = dealt(maker, self.seed)
            for number in range(maker.weight):
                yield Ticket(f"{maker.ref}~{number}", maker, kinds[number % len(kinds)])

    def _more(self, turn: int) -> Iterator[Ticket]:
        for maker in self.makers:
            for kind in maker.kinds:
                yield Ticket(f"{maker.ref}~{kind.name} {turn}", maker, kind)

    def settle(
        self, candidate: Candidate, facts: AbstractSet[str], refs: AbstractSet[str]
    ) -> Candidate | None:
        """Return the candidate of the item a ticket makes; a written item's as it is."""
        if candidate.item >= 0:
            return candidate
        ticket = self._tickets[-1 - candidate.item]
        item = self._made(ticket, frozenset(facts), refs)
        if item is None:
            return None
        self.items[candidate.item] = item
        question = item.question
        return candidate._replace(ref=question.ref, facts=frozenset(question.facts))

    def _made(self, ticket: Ticket, facts: frozenset[str], refs: AbstractSet[str]) -> Item | None:
        source = (ticket.maker.ref, ticket.kind.name)
        if facts and source in self._dry:
            return None
        for id_ in self._ids(ticket, facts):
            ref = f"{ticket.maker.bank}:{id_}"
            if ref not in refs and self.only.exclude.isdisjoint((ref, id_)):
                return self.compose(ticket.maker, id_)
        if facts:
            self._dry.add(source)
        return None

    def _ids(self, ticket: Ticket, facts: frozenset[str]) -> Iterable[str]:
        """Yield some ids of a ticket's yield: one, as a rule, is enough."""
        model = self.read(ticket.maker)
        for attempt in range(_ATTEMPTS):
            seed = f"{self.seed} {ticket.ref} {attempt}"
            id_ = drawn(model, ticket.kind.name, seed, self.only.when or ANY_DAY, facts)
            if id_ is None:
                return
            yield id_


def dealt(maker: Maker, seed: str | int) -> list[Kind]:
    """Return the yields of a model in the order in which a draw deals its tickets to them."""
    return sorted(maker.kinds, key=lambda kind: rank(seed, maker.ref, kind.name))


def _nothing(_low: int, _high: int) -> Sequence[Candidate]:
    return ()
