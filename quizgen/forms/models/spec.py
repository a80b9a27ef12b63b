"""What an author writes of item models: pools of facts, and models that ask for them.

As in `forms.spec`, these dataclasses are validated as they stand, and each field's `description`
is what documentation and a schema say of it. A fact's id is its name among the facts of its bank:
a question that rests on the same fact names it in its own `facts`, so that no paper asks it twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.forms.spec import Shared, said, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSpec:
    """What any fact says."""

    id: str = said("Its name among the facts of the bank, for good: a-z, 0-9 and hyphens")
    why: str = worded("A sentence that teaches, shown with the answer")
    source: str = worded("Where it comes from: the name of an entry of `sources`, or plain text")
    locator: str = worded("The place in the source: a heading, a paragraph, a page")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact(FactSpec):
    """An event of a timeline."""

    event: str = said("A phrase that can be a subject: `the signing of the Tashkent Declaration`")
    date: str = said("When it happened: 1966, 1966-01 or 1966-01-10")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFact(FactSpec):
    """A time during which an entity belonged to a category of a membership table."""

    entity: str = said("Who: `Iran`")
    category: str = said("The id of a category of the model: `observer`")
    since: str = said("The date from which it belonged: 2005, 2005-07 or 2005-07-05")
    until: str = worded("The date from which it no longer did")


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFact(FactSpec):
    """A row of a table of attributes; each value is a fact, named `id-column`."""

    name: str = said("What the row is about: `Tashkent Declaration`")
    values: Mapping[str, str] = said("Its values, by the id of a column of the model")
    whys: Mapping[str, str] = said(
        "A sentence that teaches, by column, in place of `why`", default_factory=dict
    )
    since: str = worded("The date from which it can be asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec(Shared):
    """What any item model says besides its pool.

    `as_of` is the day up to which its pool is known to be right and whole.
    """

    id: str = said("Its name in this bank, for good: a-z, 0-9 and hyphens")
    forms: tuple[str, ...] = said("The forms it may yield; without: all it can", default=())
    remember: str = worded("One line worth keeping")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineModel(ModelSpec):
    """Asks for dates and order of events.

    Forms: `year`, `earliest`, `before`, `how-many-before`, `pairs`, `how-many-pairs`, `sequence`.
    """

    timeline: str = said("The pool of events, by its name under `facts`")
    about: str = worded("What they belong to: `relations between India and Pakistan`")


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySpec:
    """A category of a membership table, in words."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    one: str = said("One of them, with its article: `a dialogue partner`")
    many: str = said("Several of them: `dialogue partners`")
    whole: bool = said(
        "true if the pool holds all of them, so that they can be counted", default=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipModel(ModelSpec):
    """Asks who belonged to which category, and when; every answer that depends on a date says it.

    Forms: `which`, `how-many`, `direct`, `size`, `joined`, `pairs`, `how-many-pairs`, `sequence`.
    """

    membership: str = said("The pool of entities, by its name under `facts`")
    of: str = said("What they belong to: `the Shanghai Cooperation Organisation (SCO)`")
    categories: tuple[CategorySpec, ...] = said("The categories, in words")
    dates: tuple[str, ...] = said(
        "Days to ask about, where a paper is not built for a day of its own: 2019-11-15", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSpec:
    """Statements of a model that may stand together."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    about: str = said("What they are about: `the Charter of the SCO`")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsModel(ModelSpec):
    """Asks which statements are correct.

    Forms: `which` (two to four), `how-many` (three or four), `direct` (one of four is correct).
    """

    statements: str = said("The pool of statements, by its name under `facts`")
    about: str = worded("What they are about, where there are no groups")
    groups: tuple[GroupSpec, ...] = said("The groups, in words", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec:
    """A column of a table of attributes, and how it is asked for."""

    id: str = said("Its name in this model: a-z, 0-9 and hyphens")
    head: str = said("Its head in a table: `Signed at`")
    question: str = worded("Asks for the value of a row: `Where was the {name} signed?`")
    reverse: str = worded("Asks for the row of a value: `Which of these was signed at {value}?`")
    statement: str = worded("Says the value of a row: `The {name} was signed at {value}.`")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributesModel(ModelSpec):
    """Asks for the values of a table.

    Forms: `value`, `name`, `pairs`, `how-many-pairs`, `how-many-rows`, `which`, `how-many`.
    """

    attributes: str = said("The pool of rows, by its name under `facts`")
    name: str = said("The head of the column of names: `Agreement`")
    about: str = worded("What the rows are, in the line above statements: `these agreements`")
    columns: tuple[ColumnSpec, ...] = said("The columns, and how they are asked for")
