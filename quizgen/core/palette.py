"""The five statuses of a question, derived from its entry and never stored."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from quizgen.core.state import Attempt, Entry


class Status(StrEnum):
    """Wording as in the computer tests aspirants know (NTA, IBPS)."""

    ANSWERED = "answered"
    ANSWERED_AND_MARKED = "answered and marked for review"
    MARKED = "marked for review"
    NOT_ANSWERED = "not answered"
    NOT_VISITED = "not visited"


Standing = Status | None
"""A status; None where a question is locked: it lacks an answer and can be given none now."""


def status(entry: Entry) -> Status:
    """Return the status of one question."""
    if entry.response is not None:
        return Status.ANSWERED_AND_MARKED if entry.marked else Status.ANSWERED
    if entry.marked:
        return Status.MARKED
    return Status.NOT_ANSWERED if entry.visited else Status.NOT_VISITED


def counts(entries: Iterable[Entry]) -> dict[Status, int]:
    """Return how many questions have each status, all five in the order of `Status`."""
    found = Counter(status(entry) for entry in entries)
    return {each: found[each] for each in Status}


def standings(attempt: Attempt) -> tuple[Standing, ...]:
    """Return the status of each question, None for those that are locked.

    They are closed for good, or in a section that is not open yet.
    """
    paper = attempt.paper
    within = paper.span_of(attempt.section) if paper.locked else range(len(attempt.entries))
    return tuple(
        None if entry.response is None and (entry.locked or index not in within) else status(entry)
        for index, entry in enumerate(attempt.entries)
    )
