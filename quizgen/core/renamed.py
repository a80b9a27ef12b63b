"""Which question of today is one that goes by another name now.

A question without an id of its author's is named after its words: whoever mends one of them, or
gives the question an id, names it anew.
"""

from collections.abc import Iterable

from quizgen.core.item import UNNAMED, Item, Question
from quizgen.core.slips import mended


def renamed(question: Question, others: Iterable[Item]) -> Item | None:
    """Return the item that a question without an id is now; None: none is, or several may be.

    It has the same words, else the same stem but for mended slips of the pen.

    Args:
        others: Items of its bank, without those that go by the names of other questions.
    """
    if not question.id.startswith(UNNAMED):
        return None
    known = list(others)
    same = [item for item in known if item.question.fingerprint == question.fingerprint]
    like = same or [item for item in known if mended(question.stem, item.question.stem)]
    return like[0] if len(like) == 1 else None
