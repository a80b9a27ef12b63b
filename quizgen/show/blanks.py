"""What submitting gives away: marks for blanks, the whole paper, time."""

from collections.abc import Iterator

from quizgen.core.paper import MarkingScheme
from quizgen.core.state import Attempt
from quizgen.show.words import count, duration, marks, percent


def given_away(
    attempt: Attempt, remaining_ms: int | None, section: int | None = None, *, plain: bool = False
) -> Iterator[str]:
    """Yield a sentence for each thing that a paper submitted now, or a section finished, costs.

    Args:
        remaining_ms: Of the section's own time, where it has one.
        section: Its number, from 0; None: the whole paper.
    """
    paper, entries = attempt.paper, attempt.entries
    if section is not None:
        span = paper.span_of(section)
        entries = entries[span.start : span.stop]
    blank = sum(entry.response is None for entry in entries)
    if blank and paper.marking.blank:
        yield _cost(blank, paper.marking)
    if section is not None and remaining_ms:
        yield f"{duration(remaining_ms, spoken=plain)} of this section will be lost."
    if section is None:
        yield from _disqualified(blank, len(entries), paper.marking)


def _cost(blank: int, scheme: MarkingScheme) -> str:
    questions, each = count(blank, "question"), marks(scheme.blank)
    if blank == 1:
        return f"{questions} without an answer costs {each}."
    return f"{questions} without an answer cost {each} each: {marks(blank * scheme.blank)} in all."


def _disqualified(blank: int, asked: int, scheme: MarkingScheme) -> Iterator[str]:
    limit = scheme.blank_limit
    if limit is not None and blank > limit * asked:
        yield (
            f"More than {percent(limit)} left blank disqualifies this paper: "
            f"{blank} of {asked} {'is' if blank == 1 else 'are'} blank."
        )
