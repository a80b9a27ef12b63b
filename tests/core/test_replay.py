"""A journal leads to the attempt that its records made, one by one, however many are heartbeats."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.core.attempt import apply
from quizgen.core.events import Event, Pause, Resume, Select, Start, Tick, Visit, event_record
from quizgen.core.paper import Feedback, Timing
from quizgen.core.refusals import Refused
from quizgen.core.sitting import replay
from quizgen.core.state import Attempt, new_attempt
from tests.samples import paper

EVENTS: Sequence[Event] = (
    Tick(),
    Tick(),
    Tick(),
    Visit(0),
    Visit(1),
    Select(0, "o1"),
    Select(1, "o2"),
    Pause(),
    Resume(),
)
TIMINGS = (
    Timing(pause=True),
    Timing(paper_ms=9_000, pause=True),
    Timing(question_ms=4_000, pause=True),
)
Moves = Sequence[tuple[Event, int]]
_moves = st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 12_000)), max_size=12)


def happened(attempt: Attempt, moves: Moves) -> tuple[list[Mapping[str, Any]], Attempt]:
    """Return the records of those moves that are allowed, and the attempt after them."""
    records: list[Mapping[str, Any]] = []
    for event, at_ms in [(Start(), 0), *moves]:
        try:
            attempt = apply(attempt, event, at_ms)
        except Refused:
            continue
        records.append(event_record(event, at_ms, 1_700_000_000_000))
    return records, attempt


@given(st.sampled_from(TIMINGS), st.sampled_from(Feedback), _moves, st.booleans())
@example(TIMINGS[0], Feedback.AFTER, [(Tick(), 5_000), (Select(0, "o1"), 3_000)], False)
@example(TIMINGS[1], Feedback.AFTER, [(Tick(), 5_000), (Tick(), 9_500)], True)
def test_replayed_it_is_the_attempt_that_was_sat(
    timing: Timing, feedback: Feedback, moves: Moves, in_order: bool
) -> None:
    if in_order:
        moves = sorted(moves, key=lambda move: move[1])
    sat = paper(2, timing=timing, feedback=feedback)
    records, attempt = happened(new_attempt(sat), moves)
    assert replay(sat, records) == attempt
