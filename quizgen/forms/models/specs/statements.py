"""Statements, and the model that asks which are correct."""

from dataclasses import dataclass
from typing import ClassVar

from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.specs.base import said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatementFact(FactSpec):
    """A statement of a set: exactly one of `correct` and `incorrect`."""

    correct: str = worded("A statement that is true")
    incorrect: str = worded("A statement that is not true")
    group: str = worded("The id of a group of the model; one question takes from one group")
    against: tuple[str, ...] = said(
        "Ids of statements never shown beside it, since one gives the other away", default=()
    )
    since: str = worded("The date from which it can be asked")
    until: str = worded("The date from which it is no longer true, or no longer untrue")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect

    @property
    def known_until(self) -> str:
        """The date from which it is no longer true, or no longer untrue."""
        return self.until


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GroupSpec:
    """Statements of a model that may stand together."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    about: str = said("What they are about: `the Charter of the SCO`")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatementsModel(ModelSpec):
    """Asks which statements are correct.

    Forms: `which` (two to four), `how-many` (three or four), `direct` (one of four is correct).
    """

    kind: ClassVar[str] = "statements"

    statements: str = said("The pool of statements, by its name under `facts`")
    about: str = worded("What they are about, where there are no groups")
    groups: tuple[GroupSpec, ...] = said("The groups, in words", default=())
