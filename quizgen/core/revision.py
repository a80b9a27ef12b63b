"""What practice brings back: facts that are due, and questions that were missed."""

from dataclasses import dataclass

from quizgen.core.item import Form
from quizgen.core.marking import Outcome


@dataclass(frozen=True, slots=True)
class DueFact:
    """A fact that is due for revision.

    Attributes:
        due_ms: Wall time from which it is.
        failed: Whether the last response that told of it was not right.
        sure_but_wrong: Whether that response was wrong, and given as sure.
        form: In which that response was asked.
    """

    fact: str
    due_ms: int
    failed: bool
    sure_but_wrong: bool
    form: Form


@dataclass(frozen=True, slots=True)
class MissedItem:
    """An item whose last response, void ones apart, was wrong or blank.

    Attributes:
        item: `bank:id`.
        topic: As written in the question then.
        at_ms: Wall time of that response.
        outcome: Wrong or unanswered; declined is unanswered.
    """

    item: str
    topic: str
    at_ms: int
    outcome: Outcome
    sure_but_wrong: bool
