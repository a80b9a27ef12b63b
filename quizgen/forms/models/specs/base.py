"""What any fact and any item model say."""

from dataclasses import dataclass
from typing import ClassVar

from quizgen.forms.specs.base import Shared, said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FactSpec:
    """What any fact says."""

    id: str = said("Its name among the facts of the bank, for good: a-z, 0-9 and hyphens")
    why: str = worded("A sentence that teaches, shown with the answer")
    source: str = worded("Where it comes from: the name of an entry of `sources`, or plain text")
    locator: str = worded("The place in the source: a heading, a paragraph, a page")

    @property
    def known_from(self) -> str:
        """The date from which it is one; empty if it always was."""
        since: str = getattr(self, "since", "")
        return since

    @property
    def known_until(self) -> str:
        """The date from which it no longer holds, whatever day it is asked for."""
        return ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names among the facts of the bank: one for each that it is."""
        return (self.id,)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ModelSpec(Shared):
    """What any item model says besides its pool.

    `as_of` is the day up to which its pool is known to be right and whole.

    Attributes:
        kind: The name of its kind, which is the field that names its pool.
    """

    kind: ClassVar[str] = ""

    id: str = said("Its name in this bank, for good: a-z, 0-9 and hyphens")
    forms: tuple[str, ...] = said("The forms it may yield; without: all it can", default=())
    remember: str = worded("One line worth keeping")
