"""Entries to be put in order."""

from dataclasses import dataclass

from quizgen.forms.specs.base import Common, said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EntrySpec:
    """One entry of a sequence: its text, and a date or a rank that orders it."""

    text: str = said("The event, place or measure, as printed")
    date: str = worded("The date that orders it: 2019, 2019-11 or 2019-11-22")
    rank: str = worded("A whole number that orders it, where there are no dates")
    why: str = worded("What makes it stand where it does")
    id: str = worded("Its name in this question")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SequenceSpec(Common):
    """Three or four entries to be put in order."""

    sequence: tuple[EntrySpec, ...] = said("Three or four entries, in any order")
    lead: str = worded("The line above the entries, in place of the usual one")
    closing: str = worded("The line below; needed where ranks, not dates, give the order")
