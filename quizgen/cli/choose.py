"""Chooses the questions of a practice or a mock from a bank."""

from collections.abc import Sequence
from itertools import islice

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter, slug
from quizgen.cli.banks import NothingToAsk
from quizgen.cli.world import complain
from quizgen.core.assembly import fits
from quizgen.core.item import Difficulty, Item
from quizgen.core.paper import MarkingScheme


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
    """Return the questions of a list of ids, saying which there are not."""
    items, missing = library.find([part.strip() for part in ids.split(",") if part.strip()])
    if missing:
        complain(
            f"no question goes by {', '.join(f'`{each}`' for each in missing)}",
            remedy="an id is written as in its file, or as bank:id",
        )
    return items


def in_file_order(library: Library, only: Filter, count: int | None) -> list[Item]:
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
    return list(islice(found, count))


def fitting(items: Sequence[Item], scheme: MarkingScheme) -> list[Item]:
    """Return the items that can be asked under a marking scheme.

    Raises:
        NothingToAsk: There are none.
    """
    found = [item for item in items if fits(item.question, scheme)]
    if not found:
        raise NothingToAsk(
            "no question matches", help="quizgen list shows files, topics and difficulties"
        )
    return found


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
