"""Who belonged to which category, and the model that asks for it."""

from dataclasses import dataclass
from typing import ClassVar

from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.specs.base import said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StatusFact(FactSpec):
    """A time during which an entity belonged to a category of a membership table."""

    entity: str = said("Who: `Iran`")
    category: str = said("The id of a category of the model: `observer`")
    since: str = said("The date from which it belonged: 2005, 2005-07 or 2005-07-05")
    until: str = worded("The date from which it no longer did")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CategorySpec:
    """A category of a membership table, in words."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    one: str = said("One of them, with its article: `a dialogue partner`")
    many: str = said("Several of them: `dialogue partners`")
    whole: bool = said(
        "true if the pool holds all of them, so that they can be counted", default=False
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MembershipModel(ModelSpec):
    """Asks who belonged to which category, and when; every answer that depends on a date says it.

    Forms: `which`, `how-many`, `direct`, `size`, `joined`, `pairs`, `how-many-pairs`, `sequence`.
    """

    kind: ClassVar[str] = "membership"

    membership: str = said("The pool of entities, by its name under `facts`")
    of: str = said("What they belong to: `the Shanghai Cooperation Organisation (SCO)`")
    name: str = worded("The head of the column of entities: `Country`")
    categories: tuple[CategorySpec, ...] = said("The categories, in words")
    dates: tuple[str, ...] = said(
        "Days to ask about, where a paper is not built for a day of its own: 2019-11-15", default=()
    )
