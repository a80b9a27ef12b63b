"""Anything an aspirant, a clock and a disk may do in any order, over papers of every kind.

The machine promises what the headers of `attempt.py` and `sitting.py` do: nothing changes after
submission, no submission after a deadline, statuses that sum to the questions, marks within the
scheme, refused events and full disks that change nothing, and a journal from which the same
attempt comes back after a crash at any moment.
"""

from collections import Counter

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from quizgen.core.attempt import deadlines, next_deadline
from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Level,
    Mark,
    Pause,
    Resume,
    Select,
    Start,
    Submit,
    Visit,
)
from quizgen.core.item import Answer
from quizgen.core.palette import counts
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.presets import PRESETS
from quizgen.core.refusals import Refused
from quizgen.core.result import result
from quizgen.core.sitting import HEARTBEAT_MS, LONGEST_PAUSE_MS, Sitting, replay
from quizgen.core.state import Ending, Phase, new_attempt
from tests.core.samples import HandClock, MemoryJournal, paper

CLOCKS = st.sampled_from([None, None, 1, 7_000, 61_000, 700_000])
SCHEMES = st.sampled_from(
    [PRESETS[name].marking for name in ("upsc-gs1", "upsc-csat", "ssc-cgl-1", "rpsc-ras")]
)
PLACES = st.integers(-1, 6)
SPANS = st.one_of(st.integers(0, 9_000), st.integers(0, 900_000))


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Draw a paper of up to six questions, in one to three sections, under any clocks."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    locked = draw(st.booleans())
    marking: MarkingScheme = draw(SCHEMES)
    return paper(
        sum(sizes),
        sections=tuple(
            Section(f"Part {number}", size, draw(CLOCKS) if locked else None)
            for number, size in enumerate(sizes)
        ),
        locked=locked,
        marking=marking,
        feedback=draw(st.sampled_from(Feedback)),
        timing=Timing(
            paper_ms=draw(CLOCKS),
            question_ms=draw(CLOCKS),
            pause=draw(st.booleans()),
            strict=draw(st.booleans()),
        ),
    )


def events() -> st.SearchStrategy[Event]:
    """Draw what a candidate may ask for, possible or not."""
    return st.one_of(
        st.builds(Visit, PLACES),
        st.builds(Select, PLACES, st.sampled_from("abcdz")),
        st.builds(Clear, PLACES),
        st.builds(Mark, PLACES, st.booleans()),
        st.builds(Certainty, PLACES, st.sampled_from([None, *Level])),
        st.builds(EndSection, st.integers(-1, 3)),
        st.sampled_from([Start(), Pause(), Resume()]),
    )


class SittingMachine(RuleBasedStateMachine):
    """An aspirant with a machine that may sleep, crash, run out of disk or mistake the time."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = HandClock()
        self.journal = MemoryJournal()
        self.ran = 0
        self.warned: Counter[int] = Counter()

    @initialize(sat=papers(), at_once=st.booleans())
    def hand_out(self, sat: Paper, at_once: bool) -> None:
        self.paper = sat
        self.offset = self.clock.wall - self.ran
        self.first_offset = self.offset
        self.sitting = Sitting(new_attempt(sat), self.clock, self.journal)
        self.last = self.sitting.attempt
        if at_once:
            self.sitting.do(Start())

    # What the candidate does

    @rule(event=events(), seen=st.booleans())
    def ask(self, event: Event, seen: bool) -> None:
        self.attempt_event(event, seen=seen)

    @precondition(lambda self: self.sitting.attempt.phase is Phase.RUNNING)
    @rule(option=st.sampled_from("abcd"))
    def answer_the_open_question(self, option: str) -> None:
        self.attempt_event(Select(self.sitting.attempt.current, option), seen=True)

    @precondition(lambda self: self.sitting.attempt.phase is Phase.RUNNING)
    @rule()
    def go_on(self) -> None:
        self.attempt_event(Visit(self.sitting.attempt.current + 1), seen=False)

    @precondition(lambda self: self.paper.locked)
    @rule()
    def end_the_open_section(self) -> None:
        self.attempt_event(EndSection(self.sitting.attempt.section), seen=True)

    @precondition(lambda self: len(self.journal.lines) > 12)
    @rule()
    def submit(self) -> None:
        self.attempt_event(Submit(), seen=False)

    def attempt_event(self, event: Event, *, seen: bool) -> None:
        """Let an event happen; where the screen is up to date, refusal must change nothing."""
        try:
            if seen:
                self.sitting.tick()
                seen = not self.sitting.unsaved  # else it waits before it tries again
            before, lines = self.sitting.attempt, len(self.journal.lines)
            self.sitting.do(event)
        except Refused:
            if seen:
                assert self.sitting.attempt is before
                assert len(self.journal.lines) == lines
        except OSError:
            assert self.journal.full
        else:
            assert len(self.journal.lines) > lines

    # What the world does

    @rule(ms=SPANS)
    def wait(self, ms: int) -> None:
        self.ran += ms
        self.clock.run(ms)

    @precondition(lambda self: next_deadline(self.sitting.attempt) is not None)
    @rule(early=st.integers(-1, 1))
    def wait_for_the_deadline(self, early: int) -> None:
        due = next_deadline(self.sitting.attempt)
        assert due is not None
        self.wait(max(due - self.sitting.attempt.now_ms - early, 0))

    @rule(ms=SPANS)
    def sleep(self, ms: int) -> None:
        self.clock.sleep(ms)

    @rule(ms=SPANS)
    def set_the_time_of_day_back(self, ms: int) -> None:
        self.clock.wall -= ms

    @rule(ms=st.integers(0, 9_000))
    def turn_the_monotonic_clock_back(self, ms: int) -> None:
        self.tick()
        self.clock.monotonic -= ms
        self.tick()

    @rule(full=st.booleans())
    def fill_or_empty_the_disk(self, full: bool) -> None:
        self.journal.full = full

    @rule()
    def tick(self) -> None:
        try:
            self.sitting.tick()
        except OSError:
            assert self.journal.full

    @precondition(lambda self: not self.journal.full)
    @rule()
    def wake_as_told(self) -> None:
        """After what is due is dealt with, a wait is neither none nor past anything."""
        attempt = self.sitting.tick()
        warning = self.sitting.warning_ms()
        if warning is not None:
            self.warned[warning] += 1
        wait = self.sitting.wait_ms()
        assert (wait is None) == (attempt.phase is not Phase.RUNNING)
        if wait is None:
            assert warning is None
            return
        assert 0 < wait <= (LONGEST_PAUSE_MS if self.sitting.unsaved else HEARTBEAT_MS)
        left = (self.sitting.remaining_ms(), self.sitting.question_ms())
        assert self.sitting.unsaved or all(wait <= ms for ms in left if ms is not None)
        self.wait(wait)

    @precondition(lambda self: not self.journal.full and self.journal.lines)
    @rule(down=SPANS, reboot=st.booleans())
    def crash_and_resume(self, down: int, reboot: bool) -> None:
        before = self.sitting.attempt
        self.wait(down)
        if reboot:
            self.clock.monotonic = 1
        records = self.journal.records
        back = replay(self.paper, records)
        assert back == before
        self.sitting = Sitting(back, self.clock, self.journal, records[-1]["w"])
        self.warned.clear()
        after = self.sitting.attempt
        assert [entry.response for entry in after.entries] == [
            entry.response for entry in before.entries
        ]
        if before.phase is not Phase.SUBMITTED:
            assert len(after.interruptions) == len(before.interruptions) + 1

    # What always holds

    @invariant()
    def nothing_changes_after_submission_nor_in_a_closed_question(self) -> None:
        before, self.last = self.last, self.sitting.attempt
        if before.phase is Phase.SUBMITTED:
            assert self.last == before
        for old, new in zip(before.entries, self.last.entries, strict=True):
            assert new == old or not old.locked

    @invariant()
    def what_is_left_without_return_is_closed(self) -> None:
        attempt = self.sitting.attempt
        left = self.paper.span_of(attempt.section).start if self.paper.locked else 0
        if self.paper.timing.question_ms is not None:
            left = attempt.current
        assert all(entry.locked for entry in attempt.entries[:left])
        assert left <= attempt.current

    @invariant()
    def no_submission_after_the_deadline(self) -> None:
        attempt, limit = self.sitting.attempt, self.paper.timing.paper_ms
        assert limit is None or attempt.now_ms <= limit
        assert (attempt.submitted_ms is not None) == (attempt.phase is Phase.SUBMITTED)
        assert all(gap.gap_ms >= 0 for gap in attempt.interruptions)
        if attempt.ending is Ending.TIME:
            paper_due, section_due, _ = deadlines(attempt)
            question_due = attempt.opened_ms + (self.paper.timing.question_ms or 0)
            assert attempt.now_ms in {paper_due, section_due, question_due}
        if attempt.ending is Ending.CANDIDATE:
            assert all(due is None or attempt.now_ms < due for due in deadlines(attempt))

    @invariant()
    def statuses_sum_to_the_questions(self) -> None:
        attempt = self.sitting.attempt
        assert sum(counts(attempt.entries).values()) == len(self.paper.questions)

    @invariant()
    def marks_stay_within_the_scheme(self) -> None:
        scheme = self.paper.marking
        found = result(self.sitting.attempt, [Answer("a")] * len(self.paper.questions))
        worst = max(scheme.wrong, scheme.blank) * len(found.rows)
        assert -worst <= found.tally.marks <= found.tally.maximum
        assert found.tally.maximum == scheme.right * len(found.rows)

    @invariant()
    def no_time_is_charged_that_did_not_pass(self) -> None:
        if self.sitting.attempt.phase is Phase.READY:
            self.offset = self.first_offset = self.clock.wall - self.ran  # nothing runs yet
        self.offset = max(self.offset, self.clock.wall - self.ran)
        slept = self.offset - self.first_offset if self.paper.timing.strict else 0
        assert self.sitting.attempt.now_ms <= self.ran + slept

    @invariant()
    def time_spent_on_questions_is_the_time_of_the_attempt(self) -> None:
        attempt = self.sitting.attempt
        spent = sum(entry.spent_ms for entry in attempt.entries)
        if self.paper.feedback is Feedback.AFTER:
            assert spent == attempt.now_ms
        else:
            assert spent <= attempt.now_ms

    @invariant()
    def each_warning_is_given_once(self) -> None:
        assert all(times == 1 for times in self.warned.values())

    def teardown(self) -> None:
        if hasattr(self, "sitting"):
            assert replay(self.paper, self.journal.records) == self.sitting.attempt


class SittingAtLength(SittingMachine):
    """The same, for longer attempts and more of them."""


TestSitting = SittingMachine.TestCase
TestSitting.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)

TestSittingAtLength = pytest.mark.slow(SittingAtLength.TestCase)
TestSittingAtLength.settings = settings(
    max_examples=1_500,
    stateful_step_count=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
