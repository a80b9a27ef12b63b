"""A claim and what may explain it."""

from dataclasses import dataclass, field

from quizgen.forms.specs.base import Common, own_facts, said, worded
from quizgen.forms.specs.statements import StatementSpec


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ReasonSpec:
    """A statement offered as a reason: exactly one of `correct` and `incorrect`."""

    correct: str = worded("A statement that is true")
    incorrect: str = worded("A statement that is not true")
    explains: bool = said("true if it is correct and explains the claim", default=False)
    why: str = worded("What makes it so, and why it explains the claim or does not")
    id: str = worded("Its name in this question")
    facts: tuple[str, ...] = own_facts("statement")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ReasonsSpec(Common):
    """A claim, Statement-I, and one or two statements that may explain it."""

    claim: StatementSpec = field(metadata={"description": "Statement-I, correct or incorrect"})
    reasons: tuple[ReasonSpec, ...] = said("Statement-II, or Statement-II and Statement-III")
