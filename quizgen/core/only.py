"""Which questions of a result may be asked for, by name.

Apart from what finds them, so that a command has its options without loading how marks are made.
"""

from enum import StrEnum


class Only(StrEnum):
    """What a question must be to be shown again."""

    ALL = "all"
    WRONG = "wrong"
    UNANSWERED = "unanswered"
    MARKED = "marked"
    GUESSED = "guessed"
    SURE_BUT_WRONG = "sure-but-wrong"
    CHANGED = "changed"
