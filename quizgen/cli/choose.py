"""Chooses the questions of a practice or a mock from a bank."""

import sys
from collections.abc import Iterable, Sequence
from itertools import islice

from quizgen.bank.errors import UnknownTopic
from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli.banks import NothingToAsk
from quizgen.cli.world import complain, today
from quizgen.core.assembly import fits
from quizgen.core.item import Difficulty, Item
from quizgen.core.paper import MarkingScheme
from quizgen.core.topics import slug
from quizgen.forms.dates import When
from quizgen.show.words import count, date_in_words

_GUESSED, _SHOWN = 3, 60
"""For how many unknown names the one that was meant is guessed; how many letters are shown."""


def wanted(
    topics: Sequence[str] | None, difficulty: Difficulty | None, as_of: str | None = None
) -> Filter:
    """Return the filter for topics, difficulty and day as given on the command line."""
    return Filter(topics=tuple(topics or ()), difficulty=difficulty, when=asked_on(as_of))


def asked_on(as_of: str | None) -> When:
    """Return the time to ask for: today, or as of a day in the past."""
    return When(today()) if as_of is None else When(as_of, as_of=True)


def title(library: Library, only: Filter) -> str:
    """Return what a paper of these questions is called."""
    asked = {slug(topic) for topic in only.topics}
    names = [topic for topic, _ in library.topics() if topic and slug(topic) in asked]
    whole = library.files[0].title if len(library.files) == 1 else "All topics"
    name = ", ".join(names) or whole
    if only.when is None or not only.when.as_of:
        return name
    return f"{name}, as of {date_in_words(only.when.day)}"


def named(library: Library, ids: Iterable[str]) -> list[Item]:
    """Return the questions of these ids, in their order, saying which there are not.

    Raises:
        NothingToAsk: There are none of them.
    """
    items, missing = library.find([each.strip() for each in ids if each.strip()])
    if missing:
        _complain_of(missing, library, found=bool(items))
    return items


def _complain_of(missing: Sequence[str], library: Library, *, found: bool) -> None:
    from quizgen.show.questions_list import cut

    unknown = f"no question goes by {', '.join(f'`{cut(name, _SHOWN)}`' for name in missing)}"
    meant = [f"`{near}`" for name in missing[:_GUESSED] for near in library.near(name, 1)]
    did_you = f"did you mean {', '.join(meant)}? " if meant else ""
    remedy = f"{did_you}an id is written as in its file, or as bank:id; see: quizgen list --ids"
    if not found:
        raise NothingToAsk(unknown, help=remedy)
    complain(unknown, remedy=remedy)


def sampled(library: Library, model: str, number: int, seed: str, as_of: str | None) -> list[Item]:
    """Return so many questions of an item model.

    Raises:
        NothingToAsk: It makes none.
    """
    items = library.sample(model, number, seed, asked_on(as_of))
    if not items:
        raise NothingToAsk(f"the item model `{model}` makes no question as of that day")
    return items


def in_file_order(library: Library, only: Filter, number: int | None) -> list[Item]:
    """Return the written questions that match, in the order of the files and within them."""
    found = (item for file in library.files for item in library.in_order(file, only))
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
    """Return the numbers, from 1, of a filter's topics among all, whatever the order of files.

    Raises:
        UnknownTopic: No question has a topic that is asked for.
    """
    library.count(only)  # else an unknown topic would have no number, and so mean all
    asked = {slug(topic) for topic in only.topics}
    return tuple(number for number, name in enumerate(_topics(library), 1) if name in asked)


def topics_numbered(library: Library, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return the topics of `topic_numbers`; none of those numbers is below 1.

    Raises:
        UnknownTopic: There are not so many.
    """
    names = _topics(library)
    if max(numbers, default=0) > len(names):
        raise UnknownTopic(f"there are {count(len(names), 'topic')}, not {max(numbers)}")
    return tuple(names[number - 1] for number in numbers)


def _topics(library: Library) -> list[str]:
    return sorted({slug(topic) for topic, _ in library.topics()})
