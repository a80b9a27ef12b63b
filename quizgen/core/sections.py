"""The sections of a paper: one for each topic, in the order in which the topics first appear.

A topic goes by its slug and is titled as first written. Where all questions are of one topic there
is nothing to divide, and the paper is one section, free and under the paper's own clock.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate, pairwise

from quizgen.core.item import Item
from quizgen.core.paper import Section
from quizgen.core.topics import slug

UNTITLED = "Other questions"
"""The title of the section of questions without a topic."""


class Sections(StrEnum):
    """How a paper is divided.

    NONE: Not at all.
    FREE: By topic, to go to and fro under one clock.
    LOCKED: By topic, one after the other, each with its share of the time and without return.
    """

    NONE = ""
    FREE = "sections"
    LOCKED = "locked"


def by_topic(items: Sequence[Item]) -> tuple[tuple[Item, ...], ...]:
    """Return the items of each topic together, topics and items in order of first appearance."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(slug(item.question.topic), []).append(item)
    return tuple(map(tuple, groups.values()))


def section_of(group: Sequence[Item], limit_ms: int | None = None) -> Section:
    """Return the section that holds the items of one topic."""
    return Section(group[0].question.topic or UNTITLED, len(group), limit_ms)


def shares(total_ms: int, counts: Sequence[int]) -> list[int]:
    """Return a time divided by numbers of questions, in whole ms that sum to it exactly."""
    ends = [total_ms * done // sum(counts) for done in accumulate(counts, initial=0)]
    return [end - start for start, end in pairwise(ends)]
