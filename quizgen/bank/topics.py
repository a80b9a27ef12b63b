"""Topics and documents of a bank, and the choice of items by topic, difficulty and id.

Tallies are always in file order: by place of the file, then by position of the first item.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol
from unicodedata import category, normalize

from quizgen.bank.errors import UnknownTopic
from quizgen.core.item import Difficulty


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items of a bank are meant; all of them by default.

    Attributes:
        topics: As slugs or in words, in any case (`treaty-dates`, `Treaty dates`); none: all.
        difficulty: None: any, also where the author gave none.
        exclude: Items left out, as `bank:id`, or `id` in every bank.
    """

    topics: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    exclude: frozenset[str] = frozenset()


class Tally(NamedTuple):
    """How many items of one file share topic, difficulty and document.

    Attributes:
        place: Of the file in this run, from 0.
        topic: As written; empty if the author gave none, as are slug, difficulty and document.
        first: Position of the first of them in the file.
    """

    place: int
    slug: str
    topic: str
    difficulty: str
    document: str
    first: int
    items: int


class HasTopic(Protocol):
    """Whatever has a topic's slug and a difficulty, both perhaps empty."""

    @property
    def slug(self) -> str:
        """Of its topic."""

    @property
    def difficulty(self) -> str:
        """As written."""


@lru_cache(maxsize=256)  # the items of a file have few topics
def slug(text: str) -> str:
    """Return the letters and digits of a text in lower case, words joined by hyphens.

    Marks count as letters: in Indian scripts the vowel signs are marks.
    """
    folded = normalize("NFKC", text).casefold()
    kept = (char if category(char)[0] in "LNM" else " " for char in folded)
    return "-".join("".join(kept).split())


def slugs_of(only: Filter, tallies: Sequence[Tally]) -> frozenset[str] | None:
    """Return the slugs of the topics asked for, or None for all topics.

    Raises:
        UnknownTopic: No item of the tallies has that topic.
    """
    if not only.topics:
        return None
    known: dict[str, str] = {}
    for tally in tallies:
        if tally.slug:
            known.setdefault(tally.slug, tally.topic)
    asked = {slug(topic): topic for topic in only.topics}
    for name, topic in asked.items():
        if name not in known:
            raise _unknown(topic, known)
    return frozenset(asked)


def is_meant(of: HasTopic, slugs: frozenset[str] | None, difficulty: Difficulty | None) -> bool:
    """Return whether a topic is among the slugs and a difficulty is the one asked for."""
    return (slugs is None or of.slug in slugs) and difficulty in (None, of.difficulty)


def topic_counts(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Return topics with their counts in file order; spellings of one slug count as the first."""
    return _counted((tally.slug, tally.topic, tally.items) for tally in tallies)


def document_counts(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Return documents with their counts in file order."""
    return _counted((tally.document, tally.document, tally.items) for tally in tallies)


def _counted(rows: Iterable[tuple[str, str, int]]) -> list[tuple[str, int]]:
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for key, name, count in rows:
        names.setdefault(key, name)
        counts[key] = counts.get(key, 0) + count
    return [(name, counts[key]) for key, name in names.items() if counts[key]]


def _unknown(topic: str, known: dict[str, str]) -> UnknownTopic:
    from difflib import get_close_matches

    name = slug(topic)
    near = [slug for slug in known if name and name in slug]
    near += get_close_matches(name, known, n=1)
    meant = f"did you mean `{known[near[0]]}`? " if near else ""
    topics = ", ".join(known.values()) or "none"
    return UnknownTopic(
        f"there is no topic `{topic}`",
        why="no question that is loaded is about it",
        help=f"{meant}topics: {topics}",
    )
