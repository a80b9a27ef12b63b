"""Rows that are matched or not."""

from dataclasses import dataclass, field
from typing import Literal

from quizgen.forms.specs.base import Common, own_facts, said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PairSpec:
    """One row of a table: exactly one of `matched` and `mismatched`."""

    matched: str = worded("A row that is correctly matched, its columns parted by ` | `")
    mismatched: str = worded("A row that is not correctly matched, its columns parted by ` | `")
    match: str = worded("What a mismatched row should say after its first column: `Karachi`")
    why: str = worded("What makes it so")
    id: str = worded("Its name in this question")
    facts: tuple[str, ...] = own_facts("row")

    @property
    def words(self) -> str:
        """The text of the row, whatever its truth."""
        return self.matched or self.mismatched


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PairsSpec(Common):
    """Rows of two or three columns that are correctly matched or not."""

    pairs: tuple[PairSpec, ...] = said("Two to six rows; three or four if they are counted")
    heads: str = worded("The heads of the columns, parted by ` | `: `Agreement | Signed at`")
    lead: str = worded("The line above the rows, in place of the usual one")
    ask: Literal["which", "how-many"] = field(
        default="which", metadata={"description": "which (as a rule) or how-many"}
    )
    closing: str = worded("The line below the rows, in place of the usual one")
