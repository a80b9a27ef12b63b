"""The questions of one run: the index, restricted to the run's files.

Where an earlier file has an item's bank and id already, the later item is not asked: it is in no
list, count or draw. The same holds for models.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from quizgen.bank import drawing, queries, topics
from quizgen.bank.cache import discard
from quizgen.bank.choice import choose
from quizgen.bank.drawing import Stock
from quizgen.bank.index import Loading
from quizgen.bank.run import connect
from quizgen.bank.sources import SourceFile
from quizgen.bank.topics import Filter, Tally
from quizgen.core.item import Item
from quizgen.core.mix import STYLE, Mix
from quizgen.forms.dates import When

if TYPE_CHECKING:
    from quizgen.bank.by_fact import Asking, Wanted
    from quizgen.bank.duplicates import Near
    from quizgen.bank.loaded import Lacking
    from quizgen.core.diagnostics import Diagnostic
    from quizgen.forms.models.model import Model

T = TypeVar("T")

EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A question file of this run.

    Attributes:
        place: Its number in the run, from 0.
        count: Items that are asked.
        models: Item models that make more of them.
        errors: The file's own, and its ids that an earlier file has.
        warnings: The file's own; ids shared with another bank are found by `diagnostics` alone.
    """

    place: int
    path: Path
    name: str
    bank: str
    title: str
    count: int
    models: int
    errors: int
    warnings: int
    lacking_json: str

    @property
    def lacking(self) -> "Lacking":
        """What would make its questions better; read where it is asked for."""
        from quizgen.bank.loaded import Lacking

        return Lacking(**json.loads(self.lacking_json))


class LibraryModel(NamedTuple):
    """An item model, and the file of this run that it stands in."""

    file: LibraryFile
    model: "Model"


class Library:
    """The questions of the files of one run, as they were when it was opened.

    Use as a context manager, or close it. Methods raise `UnknownTopic` for a filter's topic that
    no question has.
    """

    def __init__(self, files: Sequence[SourceFile], cache: Path | None, loading: Loading) -> None:
        self._sources = list({file.path: file for file in files}.values())
        self._cache = cache
        self._loading = loading
        self._known: Stock | None = None
        self._database = connect(self._sources, cache, loading)

    @classmethod
    def open(
        cls,
        files: Sequence[SourceFile],
        cache: Path | None,
        progress: Callable[[int, int], None] | None = None,
        style: str = STYLE,
    ) -> Self:
        """Open the library of these files, loading those that are new or have changed.

        Args:
            cache: The folder of the index; None: in memory.
            progress: Told how many of the changed files are loaded, and how many there are.
            style: The house style that questions are worded in.
        """
        return cls(files, cache, Loading(progress=progress, style=style))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()

    @cached_property
    def files(self) -> tuple[LibraryFile, ...]:
        """The files of the run, in order."""
        rows = self._read(queries.files)
        return tuple(
            LibraryFile(place, source.path, source.name, *row)
            for place, (source, row) in enumerate(zip(self._sources, rows, strict=True))
        )

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hex digits for the content of all items that are asked.

        They do not depend on files or their order, unless the name of a file names the bank.
        """
        return f"{self._read(queries.digest) % 2**64:016x}"

    def topics(self) -> list[tuple[str, int]]:
        """Return topics as written, with counts of items, in file order.

        Empty: items without topic. After them come, with 0, those that models alone have.
        """
        makers = self._read(lambda database: self._stock(database).makers)
        return topics.topic_counts(self._tallies, makers)

    def named(self, names: Container[str]) -> Counter[str]:
        """Return how many written items have one of these names, `bank:id`, by slug of topic."""
        return self._read(lambda database: queries.count_named(database, names))

    def documents(self) -> list[tuple[str, int]]:
        """Return short titles of sources, with counts, in file order; empty: items without one."""
        return topics.document_counts(self._tallies)

    def forms(self) -> list[tuple[str, int]]:
        """Return codes of forms with counts of items, in the order of `Form`."""
        return topics.form_counts(self._tallies)

    def difficulties(self) -> list[tuple[str, int]]:
        """Return difficulties with counts of items, easy first; empty: items without one."""
        return topics.difficulty_counts(self._tallies)

    def tags(self) -> list[tuple[str, int]]:
        """Return tags with counts of items, the most frequent first. It reads all items."""
        return self._read(queries.tags)

    def models(self) -> list[LibraryModel]:
        """Return the item models, in file order. It reads all of them; files say how many."""
        return self._read(
            lambda database: [
                LibraryModel(self.files[maker.place], self._stock(database).model(maker))
                for maker in self._stock(database).makers
            ]
        )

    def day_matters(self, day: str) -> bool:
        """Return whether a draw of a later day may differ from the same draw of that day."""
        return self._read(lambda database: queries.day_matters(database, day))

    def count(self, only: Filter = EVERYTHING) -> int:
        """Return how many written items are meant by a filter."""
        return self._read(
            lambda database: choose(database, only, self._stock(database).makers)[0].total
        )

    def draw(
        self, count: int, seed: str | int, only: Filter = EVERYTHING, mix: Mix = ()
    ) -> list[Item]:
        """Return items drawn without repeats; fewer if there are no more.

        Written items and those that models make are drawn alike; no two rest on the same fact while
        there is a choice. They are in the order drawn, or for a mix in one that hides the forms.
        The same items, models, seed, filter and mix give the same draw on every machine.
        """
        return self._read(
            lambda database: drawing.draw_items(self._stock(database), count, seed, only, mix)
        )

    def sample(
        self, name: str, count: int, seed: str | int, when: When | None = None
    ) -> list[Item]:
        """Return items of a model, as many of one of its forms as of another.

        Args:
            name: `bank:id`, or `id` for the first model of that name.

        Raises:
            UnknownModel: There is none.
        """
        return self._read(
            lambda database: drawing.sample_items(self._stock(database), name, count, seed, when)
        )

    def in_order(self, file: LibraryFile, only: Filter = EVERYTHING) -> list[Item]:
        """Return the written items of a file that a filter means, in file order."""
        return self._read(
            lambda database: drawing.items_in(self._stock(database), file.place, only)
        )

    def find(self, names: Iterable[str]) -> tuple[list[Item], list[str]]:
        """Return the items of these names, each once, in order; and the names of none.

        Args:
            names: `bank:id`, or `id` for that item of every bank; an item of a model's too.
        """
        wanted = list(dict.fromkeys(names))

        def found(database: sqlite3.Connection) -> tuple[list[Item], list[str]]:
            stock = self._stock(database)
            hits = {name: drawing.named_items(stock, name) for name in wanted}
            items = {item.question.ref: item for name in wanted for item in hits[name]}
            return list(items.values()), [name for name in wanted if not hits[name]]

        return self._read(found)

    def near(self, name: str, most: int) -> list[str]:
        """Return the names of written items that are nearest to one that none has."""
        from quizgen.bank.near_ids import near_ids

        return self._read(lambda database: near_ids(database, name, most))

    def asking(
        self,
        wanted: "Sequence[Wanted]",
        count: int,
        seed: str,
        only: Filter = EVERYTHING,
        used: Collection[str] = (),
    ) -> "Asking":
        """Return items that ask for facts, no fact twice; see `quizgen.bank.by_fact`.

        Args:
            used: Facts that no item may rest on.
        """
        from quizgen.bank.by_fact import asking

        return self._read(
            lambda database: asking(self._stock(database), wanted, count, seed, only, used)
        )

    def askable(self, facts: Sequence[str], when: When) -> list[str]:
        """Return those of some facts that something asks for on a day, in order."""
        from quizgen.bank.by_fact import askable

        return self._read(lambda database: askable(database, facts, when))

    def near_duplicates(self) -> "list[Near]":
        """Return items that are nearly the same as an earlier one. It reads all items."""
        from quizgen.bank.duplicates import near_duplicates

        return self._read(lambda database: list(near_duplicates(database)))

    def diagnostics(self, file: LibraryFile | None = None) -> "list[Diagnostic]":
        """Return what is wrong, in file order: in all files and between them, or in one.

        What is wrong only from a day on says so: see `Diagnostic.due`.
        """
        wanted = self.files if file is None else (file,)
        between = self._clashes

        def found(database: sqlite3.Connection) -> "list[Diagnostic]":
            return [
                diagnostic
                for file in wanted
                for diagnostic in sorted(
                    queries.diagnostics(database, file.place, file.name)
                    + between.get(file.place, []),
                    key=lambda diagnostic: (diagnostic.span.line, diagnostic.span.column),
                )
            ]

        return self._read(found)

    @cached_property
    def _clashes(self) -> "dict[int, list[Diagnostic]]":
        """What is wrong between files, by place; found once, as it takes the ids of all of them."""
        from quizgen.bank import clashes
        from quizgen.bank.diagnosed import clashing

        def found(database: sqlite3.Connection) -> "dict[int, list[Diagnostic]]":
            repeats = (*clashes.repeated_ids(database), *clashes.repeated_models(database))
            shares = (*clashes.shared_ids(database), *clashes.shared_models(database))
            return clashing(repeats, shares, self._sources)

        return self._read(found)

    @cached_property
    def _tallies(self) -> list[Tally]:
        return self._read(queries.tallies)

    def _stock(self, database: sqlite3.Connection) -> Stock:
        """Return the items and models of the index as it is now: a corrupt one is made anew."""
        if self._known is None or self._known.database is not database:
            self._known = Stock(database, self._loading.style)
        return self._known

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """Ask the index; if it turns out to be corrupt, make it anew and ask again."""
        try:
            return query(self._database)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError:
            if self._cache is None:
                raise
            self._database.close()
            discard(self._cache, self._loading.style)
            self._database = connect(self._sources, self._cache, self._loading)
            return query(self._database)
