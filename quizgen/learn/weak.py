"""Which topics to practise first, and how they take turns.

The rule is that of `learn.progress`, so that practice and progress never name different topics: the
lowest accuracy of the latest answers first; then those of too few answers to tell, the ones with
most answers first; ties in the order of names. Topics never asked are unknown here, and questions
without a topic have none to practise.

Topics take turns, since mixed practice teaches to tell similar things apart: 72 % right later,
against 38 % after practice in blocks.

Source: Rohrer, Dedrick and Burgess 2014, in school mathematics.
"""

from collections.abc import Sequence

from quizgen.core.progress import Progress

TOGETHER = 4
"""Topics that take turns: more would dilute the weakest."""


def weakest(found: Progress) -> tuple[str, ...]:
    """Return the topics that have been asked, as written, the weakest first.

    None where there are too few answers to tell.
    """
    if found.weakest is None:
        return ()
    return tuple(each.name for each in found.topics if each.name)


def turns(topics: Sequence[str], count: int) -> tuple[str, ...]:
    """Return the topic of each of `count` questions: the first few, one after the other.

    Args:
        topics: The weakest first; without any, there are no turns.
    """
    chosen = topics[:TOGETHER]
    return tuple(chosen[number % len(chosen)] for number in range(count if chosen else 0))
