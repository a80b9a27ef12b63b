"""What an author writes, as frozen dataclasses: the fields of a question file.

The dataclasses are validated as they stand, so their types say what shape a value must have, and
each field's `description` is what documentation and a schema say of it. Everything an author may
leave out has a default. Texts arrive as they were typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from inspect import get_annotations
from typing import Any, Literal

from quizgen.core.item import Difficulty

Ask = Literal["which", "which-not", "how-many"]


def said(description: str, **default: Any) -> Any:
    """Return a dataclass field with what documentation says of it."""
    return field(metadata={"description": description}, **default)


def worded(description: str) -> Any:
    """Return a field of text that may be left out."""
    return said(description, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What any question may say, and what a file may say for all of its questions."""

    topic: str = worded("What it is about: `treaty-dates`")
    difficulty: Difficulty | None = field(
        default=None, metadata={"description": "easy, medium or hard"}
    )
    source: str = worded("Where it comes from: the name of an entry of `sources`, or plain text")
    locator: str = worded("The place in the source: a heading, a paragraph, a page")
    as_of: str = worded("The date the answer depends on: 2019, 2019-11 or 2019-11-22")
    since: str = worded("The date from which it can be asked: that of the latest event it rests on")
    until: str = worded("The date from which it is no longer true")
    tags: tuple[str, ...] = said("Labels of your own", default=())
    shuffle: bool = said("false keeps the options in the order written", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Common(Shared):
    """What a question says besides its own form."""

    id: str = worded("Its name in this bank, for good: a-z, 0-9 and hyphens")
    facts: tuple[str, ...] = said("Names of the facts it rests on", default=())
    explanation: str = worded("What teaches, after the answer")
    remember: str = worded("One line worth keeping")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionSpec:
    """One option with what is said of it: exactly one of `right`, `wrong` and `text`."""

    right: str = worded("The text of the right option")
    wrong: str = worded("The text of a wrong option")
    text: str = worded("The text of an option, where `answer` says which is right")
    why: str = worded("What makes it right or wrong")
    id: str = worded("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the option, whatever the field it was written in."""
        return self.right or self.wrong or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSpec:
    """One statement: exactly one of `correct` and `incorrect`."""

    correct: str = worded("A statement that is true")
    incorrect: str = worded("A statement that is not true")
    why: str = worded("What makes it so")
    id: str = worded("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSpec(Common):
    """A question with its options."""

    question: str = said("The question, above its options")
    options: tuple[str | OptionSpec, ...] = said("Two to five options")
    answer: str = worded("The letter or the text of the right option")


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSpec:
    """One row of a table: exactly one of `matched` and `mismatched`."""

    matched: str = worded("A row that is correctly matched, its columns parted by ` | `")
    mismatched: str = worded("A row that is not correctly matched, its columns parted by ` | `")
    match: str = worded("What a mismatched row should say after its first column: `Karachi`")
    why: str = worded("What makes it so")
    id: str = worded("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the row, whatever its truth."""
        return self.matched or self.mismatched


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsSpec(Common):
    """Rows of two or three columns that are correctly matched or not."""

    pairs: tuple[PairSpec, ...] = said("Two to six rows; three or four if they are counted")
    heads: str = worded("The heads of the columns, parted by ` | `: `Agreement | Signed at`")
    lead: str = worded("The line above the rows, in place of the usual one")
    ask: Literal["which", "how-many"] = field(
        default="which", metadata={"description": "which (as a rule) or how-many"}
    )
    closing: str = worded("The line below the rows, in place of the usual one")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSpec:
    """A statement offered as a reason: exactly one of `correct` and `incorrect`."""

    correct: str = worded("A statement that is true")
    incorrect: str = worded("A statement that is not true")
    explains: bool = said("true if it is correct and explains the claim", default=False)
    why: str = worded("What makes it so, and why it explains the claim or does not")
    id: str = worded("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsSpec(Common):
    """A claim, Statement-I, and one or two statements that may explain it."""

    claim: StatementSpec = said("Statement-I, correct or incorrect")
    reasons: tuple[ReasonSpec, ...] = said("Statement-II, or Statement-II and Statement-III")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySpec:
    """One entry of a sequence: its text, and a date or a rank that orders it."""

    text: str = said("The event, place or measure, as printed")
    date: str = worded("The date that orders it: 2019, 2019-11 or 2019-11-22")
    rank: str = worded("A whole number that orders it, where there are no dates")
    why: str = worded("What makes it stand where it does")
    id: str = worded("Its name in this question")


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceSpec(Common):
    """Three or four entries to be put in order."""

    sequence: tuple[EntrySpec, ...] = said("Three or four entries, in any order")
    lead: str = worded("The line above the entries, in place of the usual one")
    closing: str = worded("The line below; needed where ranks, not dates, give the order")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One entry of `sources`."""

    title: str = said("Its title")
    by: str = worded("Author or publisher")
    date: str = worded("2019, 2019-11 or 2019-11-22")
    url: str = worded("Where it can be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec(Shared):
    """A question file without its questions; the shared fields are defaults for them."""

    title: str = worded("What the file is called")
    bank: str = worded("The bank its questions belong to, as part of their names")
    lang: str = said("The language of the composed lines", default="en")
    sources: Mapping[str, str | SourceSpec] = said("Sources by name", default_factory=dict)


def field_names(spec: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields an author may write, those of the form itself first."""
    known = {one.name for one in fields(spec)}
    parts = (get_annotations(part) for part in spec.__mro__)
    return tuple(name for part in parts for name in part if name in known)
