"""What any question may say, and how a field says what it is.

Classes that authors' texts are read into are neither compared nor printed: without what that takes
they are made in two thirds of the time, which a start pays for each.
"""

from dataclasses import dataclass, field
from typing import Any

from quizgen.core.item import Difficulty


def said(description: str, **default: Any) -> Any:
    """Return a dataclass field with what documentation says of it."""
    return field(metadata={"description": description}, **default)


def worded(description: str) -> Any:
    """Return a field of text that may be left out."""
    return said(description, default="")


def own_facts(one: str) -> Any:
    """Return the field of the facts that one part of a question rests on: `statement`."""
    return said(f"Names of the facts that this {one} rests on, where it has its own", default=())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Common(Shared):
    """What a question says besides its own form."""

    id: str = worded("Its name in this bank, for good: a-z, 0-9 and hyphens")
    facts: tuple[str, ...] = said("Names of the facts it rests on", default=())
    explanation: str = worded("What teaches, after the answer")
    remember: str = worded("One line worth keeping")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SourceSpec:
    """One entry of `sources`."""

    title: str = said("Its title")
    by: str = worded("Author or publisher")
    date: str = worded("2019, 2019-11 or 2019-11-22")
    url: str = worded("Where it can be read")
