"""Chooses the questions of a practice or a mock from a bank."""

import sys
from collections.abc import Sequence
from itertools import islice

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter, slug
from quizgen.cli.banks import NothingToAsk
from quizgen.cli.world import complain
from quizgen.core.assembly import fits
from quizgen.core.item import Difficulty, Item
from quizgen.core.paper import MarkingScheme
from quizgen.show.words import count


def wanted(topics: Sequence[str] | None, difficulty: Difficulty | None) -> Filter:
    """Return the filter for topics and difficulty as given on the command line."""
    return Filter(topics=tuple(topics or ()), difficulty=difficulty)


def title(library: Library, only: Filter) -> str:
    """Return what a paper of these questions is called."""
    asked = {slug(topic) for topic in only.topics}
    names = [topic for topic, _ in library.topics() if topic and slug(topic) in asked]
    if names:
        return ", ".join(names)
    return library.files[0].title if len(library.files) == 1 else "All topics"


def named(library: Library, ids: str) -> list[Item]:
    """Return the questions of a list of ids, saying which there are not.

    Raises:
        NothingToAsk: There are none of them.
    """
    items, missing = library.find([part.strip() for part in ids.split(",") if part.strip()])
    unknown = f"no question goes by {', '.join(f'`{each}`' for each in missing)}"
    remedy = "an id is written as in its file, or as bank:id"
    if missing and not items:
        raise NothingToAsk(unknown, help=remedy)
    if missing:
        complain(unknown, remedy=remedy)
    return items


def in_file_order(library: Library, only: Filter, number: int | None) -> list[Item]:
    """Return the questions that match, in the order of the files and within them."""
    library.count(only)  # a topic that no question has is refused by name
    topics = {slug(topic) for topic in only.topics}
    found = (
        item
        for file in library.files
        for item in library.in_order(file)
        if (not topics or slug(item.question.topic) in topics)
        and only.difficulty in {None, item.question.difficulty}
    )
    return list(islice(found, number))


def fitting(items: Sequence[Item], scheme: MarkingScheme) -> list[Item]:
    """Return the items that can be asked under a marking scheme.

    Raises:
        NothingToAsk: There are none.
    """
    found = [item for item in items if fits(item.question, scheme)]
    if not found:
        raise NothingToAsk("no question matches", help="quizgen list shows files and topics")
    return found


def tell_of_few(found: int, asked_for: int | None, what_follows: str = "") -> None:
    """Say that there are fewer questions than were asked for, where that is so."""
    if asked_for is not None and found < asked_for:
        there_are = "There is" if found == 1 else "There are"
        text = f"{there_are} {count(found, 'question')}, not {asked_for}{what_follows}."
        print(text, file=sys.stderr)


def topic_numbers(library: Library, only: Filter) -> tuple[int, ...]:
    """Return the numbers, from 1, of a filter's topics among all, whatever the order of files."""
    asked = {slug(topic) for topic in only.topics}
    return tuple(number for number, name in enumerate(_topics(library), 1) if name in asked)


def topics_numbered(library: Library, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return the topics of `topic_numbers`."""
    names = _topics(library)
    return tuple(names[number - 1] for number in numbers)


def _topics(library: Library) -> list[str]:
    return sorted({slug(topic) for topic, _ in library.topics()})
