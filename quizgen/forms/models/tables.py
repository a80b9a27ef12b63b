"""Rows of a table in some columns, and how near to each other their values are.

Dates and numbers are near in their own order. Other values are the nearer, the fewer rows of the
file stand between them and the more words they share that most values do not have.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quizgen.forms.models.specs.attributes import RowFact, value_name
from quizgen.forms.models.values import Words, alike, natural, stems, words
from quizgen.forms.shared import one_line

_WORD = 2  # rows by which a word in common brings two values nearer


class Cells(NamedTuple):
    """A row with its values in some columns, as texts and as words."""

    row: RowFact
    columns: tuple[str, ...]
    texts: tuple[str, ...]
    words: tuple[Words, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of its values among the facts of the bank."""
        return tuple([value_name(self.row.id, column) for column in self.columns])

    @property
    def name_echoes(self) -> bool:
        """Whether the name tells the value, or the value the name."""
        return alike(words(self.row.name), self.words[0])

    def differs(self, other: "Cells") -> tuple[str, ...]:
        """Return the columns in which the values surely differ."""
        return tuple(
            [
                column
                for column, one, two in zip(self.columns, self.words, other.words, strict=True)
                if not alike(one, two)
            ]
        )


def cells(row: RowFact, columns: Sequence[str]) -> Cells | None:
    """Return a row's values in some columns, None if it lacks one."""
    texts = [one_line(row.values.get(column, "")) for column in columns]
    if not all(texts):
        return None
    return Cells(row, tuple(columns), tuple(texts), tuple([words(text) for text in texts]))


class Table(NamedTuple):
    """All rows that have values in some columns.

    Attributes:
        rows: By id.
        heights: The places of their values in natural order, if they are dates or numbers.
        stands: The places of the rows in the file.
        telling: The words of each row that may bring it nearer to another; none beside heights.
    """

    rows: tuple[Cells, ...]
    heights: tuple[int, ...]
    stands: tuple[int, ...]
    telling: tuple[Words, ...]

    def nearest(self, own: int, among: Iterable[int]) -> list[int]:
        """Return numbers of rows by how near they are to one, the nearest first."""
        places = self.heights or self.stands

        def far(number: int) -> tuple[int, int]:
            shared = self.telling[own] & self.telling[number]
            return abs(places[number] - places[own]) - _WORD * len(shared), number

        return sorted(among, key=far)


def table(rows: Iterable[RowFact], columns: Sequence[str], stands: Mapping[str, int]) -> Table:
    """Return the rows that have a value in each column.

    Args:
        stands: The place in the file of each row.
    """
    found = [whole for row in rows if (whole := cells(row, columns))]
    heights = _heights(found)
    return Table(
        rows=tuple(found),
        heights=heights,
        stands=tuple([stands[one.row.id] for one in found]),
        telling=(frozenset(),) * len(found) if heights else _telling(found),
    )


def _heights(rows: Iterable[Cells]) -> tuple[int, ...]:
    texts = [" ".join(row.texts) for row in rows]
    if not all(any(map(str.isdigit, text)) for text in texts):
        return ()
    order = [natural(text) for text in texts]
    ordered = sorted({*order})
    return tuple([ordered.index(place) for place in order])


def _telling(rows: Iterable[Cells]) -> tuple[Words, ...]:
    """The stems of each row that no more than half of all different values have."""
    found = {row.texts: frozenset().union(*map(stems, row.words)) for row in rows}
    often = Counter(stem for words in found.values() for stem in words)
    common = {stem for stem, number in often.items() if 2 * number > len(found)}
    return tuple([found[row.texts] - common for row in rows])
