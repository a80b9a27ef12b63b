"""Rows with columns, and the model that asks for their values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.specs.base import said, worded


def value_name(row: str, column: str) -> str:
    """Return the name of a value among the facts of the bank: `tashkent-date`."""
    return f"{row}-{column}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RowFact(FactSpec):
    """A row of a table of attributes; each value is a fact, named `id-column`."""

    name: str = said("What the row is about: `Tashkent Declaration`")
    values: Mapping[str, str] = said("Its values, by the id of a column of the model")
    whys: Mapping[str, str] = said(
        "A sentence that teaches, by column, in place of `why`", default_factory=dict
    )
    since: str = worded("The date from which it can be asked")

    @property
    def names(self) -> tuple[str, ...]:
        """Those of its values."""
        return tuple([value_name(self.id, column) for column in self.values])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ColumnSpec:
    """A column of a table of attributes, and how it is asked for."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    head: str = said("Its head in a table: `Signed at`")
    question: str = worded("Asks for the value of a row: `Where was the {name} signed?`")
    reverse: str = worded("Asks for the row of a value: `Which of these was signed at {value}?`")
    statement: str = worded("Says the value of a row: `The {name} was signed at {value}.`")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class AttributesModel(ModelSpec):
    """Asks for the values of a table.

    Forms: `value`, `name`, `pairs`, `how-many-pairs`, `how-many-rows`, `which`, `how-many`.
    """

    kind: ClassVar[str] = "attributes"

    attributes: str = said("The pool of rows, by its name under `facts`")
    name: str = said("The head of the column of names: `Agreement`")
    about: str = worded("What the rows are, in the line above them: `agreements with Pakistan`")
    columns: tuple[ColumnSpec, ...] = said("The columns, and how they are asked for")
