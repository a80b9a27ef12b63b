"""The questions of one run: the index, restricted to the run's files.

Where an earlier file has an item's bank and id already, the later item is not asked: it is in no
list, count or draw.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from quizgen.bank import queries
from quizgen.bank.cache import discard
from quizgen.bank.draw import draw
from quizgen.bank.index import Loading
from quizgen.bank.loaded import Lacking
from quizgen.bank.run import connect
from quizgen.bank.sources import SourceFile
from quizgen.bank.topics import Filter, document_counts, topic_counts
from quizgen.core.item import Item

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Diagnostic

T = TypeVar("T")

EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A question file of this run.

    Attributes:
        place: Its number in the run, from 0.
        count: Items that are asked.
        errors: The file's own, and its ids that an earlier file has.
        warnings: The file's own; ids shared with another bank are found by `diagnostics` alone.
    """

    place: int
    path: Path
    name: str
    bank: str
    title: str
    count: int
    errors: int
    warnings: int
    lacking: Lacking


class Library:
    """The questions of the files of one run, as they were when it was opened.

    Use as a context manager, or close it. Methods raise `UnknownTopic` for a filter's topic that
    no question has.
    """

    def __init__(self, files: Sequence[SourceFile], cache: Path | None, loading: Loading) -> None:
        self._sources = list({file.path: file for file in files}.values())
        self._cache = cache
        self._loading = loading
        self._database = connect(self._sources, cache, loading)

    @classmethod
    def open(
        cls,
        files: Sequence[SourceFile],
        cache: Path | None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Self:
        """Open the library of these files, loading those that are new or have changed.

        Args:
            cache: The folder of the index; None: in memory.
            progress: Told how many of the changed files are loaded, and how many there are.
        """
        return cls(files, cache, Loading(progress=progress))

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
        """Return topics as written, with counts, in file order; empty: items without topic."""
        return topic_counts(self._read(queries.tallies))

    def documents(self) -> list[tuple[str, int]]:
        """Return short titles of sources, with counts, in file order; empty: items without one."""
        return document_counts(self._read(queries.tallies))

    def count(self, only: Filter = EVERYTHING) -> int:
        """Return how many items are meant by a filter."""
        return self._read(lambda database: queries.choose(database, only).total)

    def draw(self, count: int, seed: str | int, only: Filter = EVERYTHING) -> list[Item]:
        """Return items drawn without repeats, in the order drawn; fewer if there are no more.

        The same items, seed and filter give the same draw on every machine.
        """

        def drawn(database: sqlite3.Connection) -> list[Item]:
            choice = queries.choose(database, only)
            between = queries.between(database, choice)
            candidates = draw(between, choice.total, count, seed)
            return [queries.item(database, candidate.item) for candidate in candidates]

        return self._read(drawn)

    def in_order(self, file: LibraryFile) -> list[Item]:
        """Return the items of a file, in file order."""
        return self._read(lambda database: queries.items_in(database, file.place))

    def find(self, names: Iterable[str]) -> tuple[list[Item], list[str]]:
        """Return the items of these names, each once, in order; and the names of none.

        Args:
            names: `bank:id`, or `id` for that item of every bank.
        """
        wanted = list(dict.fromkeys(names))

        def found(database: sqlite3.Connection) -> tuple[list[Item], list[str]]:
            hits = {name: queries.named(database, name) for name in wanted}
            numbers = dict.fromkeys(hit.item for name in wanted for hit in hits[name])
            items = [queries.item(database, number) for number in numbers]
            return items, [name for name in wanted if not hits[name]]

        return self._read(found)

    def diagnostics(self, file: LibraryFile | None = None) -> "list[Diagnostic]":
        """Return what is wrong, in file order: in all files and between them, or in one."""
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
        from quizgen.bank.clashes import repeated_ids, shared_ids
        from quizgen.bank.diagnosed import clashing

        return self._read(
            lambda database: clashing(repeated_ids(database), shared_ids(database), self._sources)
        )

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
            discard(self._cache)
            self._database = connect(self._sources, self._cache, self._loading)
            return query(self._database)
