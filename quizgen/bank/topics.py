"""Topics, documents and forms of a bank, and the choice of items by what they are.

Tallies are always in file order: by place of the file, then by position of the first item.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from quizgen.bank.errors import UnknownTopic
from quizgen.core.item import Difficulty, Form
from quizgen.core.topics import meant_topic, slug
from quizgen.forms.dates import When


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items of a bank are meant; all of them by default.

    Attributes:
        topics: As slugs or in words, in any case (`treaty-dates`, `Treaty dates`); none: all.
        difficulty: None: any, also where the author gave none.
        forms: None of them: any.
        exclude: Items left out, as `bank:id`, or `id` in every bank.
        when: The day they are asked on, or as of which; None: whatever their dates.
        written: Whether items of models are left out.
    """

    topics: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    forms: frozenset[Form] = frozenset()
    exclude: frozenset[str] = frozenset()
    when: When | None = None
    written: bool = False


class Tally(NamedTuple):
    """How many items of one file share topic, difficulty, form and document.

    Attributes:
        place: Of the file in this run, from 0.
        topic: As written; empty if the author gave none, as are slug, difficulty and document.
        first: Position of the first of them in the file.
    """

    place: int
    slug: str
    topic: str
    difficulty: str
    form: str
    document: str
    first: int
    items: int


class HasTopic(Protocol):
    """Whatever has a topic, perhaps empty."""

    @property
    def slug(self) -> str:
        """Of its topic."""

    @property
    def topic(self) -> str:
        """As written."""


class HasKind(Protocol):
    """Whatever has a topic's slug, a difficulty (both perhaps empty) and a form."""

    @property
    def slug(self) -> str:
        """Of its topic."""

    @property
    def difficulty(self) -> str:
        """As written."""

    @property
    def form(self) -> str:
        """Its code."""


class Meant(NamedTuple):
    """What a filter says of topic, difficulty and form.

    Attributes:
        slugs: Of topics; None: all.
        difficulty: None: any.
        forms: None: all.
    """

    slugs: frozenset[str] | None = None
    difficulty: Difficulty | None = None
    forms: frozenset[Form] | None = None

    def holds(self, of: HasKind) -> bool:
        """Return whether it means something of that topic, difficulty and form."""
        return (
            (self.slugs is None or of.slug in self.slugs)
            and self.difficulty in (None, of.difficulty)
            and (self.forms is None or of.form in self.forms)
        )


def meant(only: Filter, subjects: Iterable[HasTopic]) -> Meant:
    """Return what a filter means in a bank of such subjects.

    Raises:
        UnknownTopic: None of them has a topic that is asked for.
    """
    return Meant(_slugs_of(only, subjects), only.difficulty, only.forms or None)


def _slugs_of(only: Filter, subjects: Iterable[HasTopic]) -> frozenset[str] | None:
    if not only.topics:
        return None
    known: dict[str, str] = {}
    for subject in subjects:
        if subject.slug:
            known.setdefault(subject.slug, subject.topic)
    asked = {slug(topic): topic for topic in only.topics}
    for name, topic in asked.items():
        if name not in known:
            raise _unknown(topic, known)
    return frozenset(asked)


def topic_counts(
    tallies: Iterable[Tally], others: Iterable[HasTopic] = ()
) -> list[tuple[str, int]]:
    """Return topics with their counts in file order; spellings of one slug count as the first.

    After them come topics, with 0, that others alone have.
    """
    found = _counted((tally.slug, tally.topic, tally.items) for tally in tallies)
    known = {slug(name) for name, _ in found}
    more = {each.slug: each.topic for each in others if each.slug not in known}
    return found + [(topic, 0) for topic in more.values()]


def document_counts(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Return documents with their counts in file order."""
    return _counted((tally.document, tally.document, tally.items) for tally in tallies)


def form_counts(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Return forms by code with their counts, in the order of `Form`."""
    counts = dict(_counted((tally.form, tally.form, tally.items) for tally in tallies))
    return [(form.value, counts[form]) for form in Form if form in counts]


def difficulty_counts(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Return difficulties with their counts, easy first; empty: items without one."""
    counts = dict(_counted((tally.difficulty, tally.difficulty, tally.items) for tally in tallies))
    return [(name, counts[name]) for name in (*Difficulty, "") if name in counts]


def _counted(rows: Iterable[tuple[str, str, int]]) -> list[tuple[str, int]]:
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for key, name, count in rows:
        names.setdefault(key, name)
        counts[key] = counts.get(key, 0) + count
    return [(name, counts[key]) for key, name in names.items() if counts[key]]


def _unknown(topic: str, known: dict[str, str]) -> UnknownTopic:
    near = meant_topic(topic, known)
    meant = f"did you mean `{near}`? " if near else ""
    topics = ", ".join(known.values()) or "none"
    return UnknownTopic(
        f"there is no topic `{topic}`",
        why="no question that is loaded is about it",
        help=f"{meant}topics: {topics}",
    )
