"""Every event comes back from its journal record."""

import json
from typing import Any

import pytest

from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Interrupt,
    Level,
    Mark,
    Pause,
    Resume,
    Select,
    Start,
    Submit,
    Tick,
    Visit,
    event_from,
    event_record,
)


@pytest.mark.parametrize(
    ("event", "written"),
    [
        (Start(), {"event": "start"}),
        (Visit(4), {"event": "visit", "question": 4}),
        (Select(0, "s1+s3"), {"event": "select", "question": 0, "option": "s1+s3"}),
        (Clear(2), {"event": "clear", "question": 2}),
        (Mark(1, on=False), {"event": "mark", "question": 1, "on": False}),
        (Certainty(1, Level.GUESS), {"event": "certainty", "question": 1, "level": "guess"}),
        (Certainty(1, None), {"event": "certainty", "question": 1, "level": None}),
        (Tick(), {"event": "tick"}),
        (Pause(), {"event": "pause"}),
        (Resume(), {"event": "resume"}),
        (Interrupt(9, charged=True), {"event": "interrupt", "gap_ms": 9, "charged": True}),
        (EndSection(1), {"event": "end-section", "section": 1}),
        (Submit(), {"event": "submit"}),
    ],
)
def test_the_words_of_the_journal_never_change(event: Event, written: dict[str, Any]) -> None:
    record = json.loads(json.dumps(event_record(event, 1500, 1_700_000_000_000)))
    assert record == {"t": 1500, "w": 1_700_000_000_000, **written}
    assert event_from(record) == event


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"event": "explode"},
        {"event": ["start"]},
        {"event": "visit"},
        {"event": "visit", "question": 1, "answer": "a"},
        {"event": "certainty", "question": 1, "level": "very"},
    ],
)
def test_a_record_that_is_no_event_is_refused(record: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        event_from({"t": 0, "w": 0, **record})
