"""Statements that are correct or not."""

from dataclasses import dataclass, field
from typing import Literal

from quizgen.forms.specs.base import Common, own_facts, said, worded

Ask = Literal["which", "which-not", "how-many"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatementSpec:
    """One statement: exactly one of `correct` and `incorrect`."""

    correct: str = worded("A statement that is true")
    incorrect: str = worded("A statement that is not true")
    why: str = worded("What makes it so")
    id: str = worded("Its name in this question")
    facts: tuple[str, ...] = own_facts("statement")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatementsSpec(Common):
    """Statements that are correct or not; the coded options are composed from them."""

    statements: tuple[StatementSpec, ...] = said("Two to six statements")
    about: str = worded("What they are about: `the Simla Agreement`")
    lead: str = worded("The line above the statements, in place of `about`")
    ask: Ask = field(
        default="which", metadata={"description": "which (as a rule), which-not or how-many"}
    )
    closing: str = worded("The line below the statements, in place of the usual one")
    options: tuple[str, ...] = said("Coded options, where they are to be as printed", default=())
    answer: str = worded("The letter or the text of the right one of those options")
