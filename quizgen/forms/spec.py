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


def _said(description: str, **default: Any) -> Any:
    return field(metadata={"description": description}, **default)


def _text(description: str) -> Any:
    return _said(description, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What any question may say, and what a file may say for all of its questions."""

    topic: str = _text("What it is about: `treaty-dates`")
    difficulty: Difficulty | None = field(
        default=None, metadata={"description": "easy, medium or hard"}
    )
    source: str = _text("Where it comes from: the name of an entry of `sources`, or plain text")
    locator: str = _text("The place in the source: a heading, a paragraph, a page")
    as_of: str = _text("The date the answer depends on: 2019, 2019-11 or 2019-11-22")
    until: str = _text("The date from which it is no longer true")
    tags: tuple[str, ...] = _said("Labels of your own", default=())
    shuffle: bool = _said("false keeps the options in the order written", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Common(Shared):
    """What a question says besides its own form."""

    id: str = _text("Its name in this bank, for good: a-z, 0-9 and hyphens")
    facts: tuple[str, ...] = _said("Names of the facts it rests on", default=())
    explanation: str = _text("What teaches, after the answer")
    remember: str = _text("One line worth keeping")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionSpec:
    """One option with what is said of it: exactly one of `right`, `wrong` and `text`."""

    right: str = _text("The text of the right option")
    wrong: str = _text("The text of a wrong option")
    text: str = _text("The text of an option, where `answer` says which is right")
    why: str = _text("What makes it right or wrong")
    id: str = _text("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the option, whatever the field it was written in."""
        return self.right or self.wrong or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSpec:
    """One statement: exactly one of `correct` and `incorrect`."""

    correct: str = _text("A statement that is true")
    incorrect: str = _text("A statement that is not true")
    why: str = _text("What makes it so")
    id: str = _text("Its name in this question")

    @property
    def words(self) -> str:
        """The text of the statement, whatever its truth."""
        return self.correct or self.incorrect


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSpec(Common):
    """A question with its options."""

    question: str = _said("The question, above its options")
    options: tuple[str | OptionSpec, ...] = _said("Two to five options")
    answer: str = _text("The letter or the text of the right option")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsSpec(Common):
    """Statements that are correct or not; the coded options are composed from them."""

    statements: tuple[StatementSpec, ...] = _said("Two to six statements")
    about: str = _text("What they are about: `the Simla Agreement`")
    lead: str = _text("The line above the statements, in place of `about`")
    ask: Ask = field(
        default="which", metadata={"description": "which (as a rule), which-not or how-many"}
    )
    closing: str = _text("The line below the statements, in place of the usual one")
    options: tuple[str, ...] = _said("Coded options, where they are to be as printed", default=())
    answer: str = _text("The letter or the text of the right one of those options")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One entry of `sources`."""

    title: str = _said("Its title")
    by: str = _text("Author or publisher")
    date: str = _text("2019, 2019-11 or 2019-11-22")
    url: str = _text("Where it can be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec(Shared):
    """A question file without its questions; the shared fields are defaults for them."""

    title: str = _text("What the file is called")
    bank: str = _text("The bank its questions belong to, as part of their names")
    lang: str = _said("The language of the composed lines", default="en")
    sources: Mapping[str, str | SourceSpec] = _said("Sources by name", default_factory=dict)


def field_names(spec: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields an author may write, those of the form itself first."""
    known = {one.name for one in fields(spec)}
    parts = (get_annotations(part) for part in spec.__mro__)
    return tuple(name for part in parts for name in part if name in known)
