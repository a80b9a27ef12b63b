"""The attempt: (attempt, event, now) -> attempt. All events go through `apply`.

Rules that must stay true:

- Time is exam time: whole milliseconds for which the exam's clock has run. It never goes back;
  an event dated before the last one happens at the time of the last one. It stands still while
  paused.
- A refused event raises a named error and changes nothing.
- Nothing changes after submission, and submission is never after a deadline.
- Only Tick closes what is due, each thing at its own deadline, in order: an open question, a
  section, the paper. Any other event that arrives when something is due is refused as late.
- An interruption that is charged passes its time in the same event: it is noted and paid, or
  neither. During a pause none is charged.
- A response is saved by selecting; one that is marked for review counts.
- Under immediate feedback Select and Clear are final: the question is locked.
- Where each question has a clock, questions are taken in order and leaving one locks it.
- In a paper of locked sections only the questions of the open section can be opened; a section
  that ends, by time or by the candidate, locks all of its questions.
- The attempt never sees an Answer.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Interrupt,
    Mark,
    Pause,
    Resume,
    Select,
    Start,
    Submit,
    Tick,
    Visit,
)
from quizgen.core.paper import Feedback
from quizgen.core.refusals import (
    AlreadyStarted,
    AlreadySubmitted,
    CannotOpen,
    Late,
    NoSuchOption,
    NotAllowed,
    NotStarted,
    OnPause,
    QuestionLocked,
    QuestionNotOpen,
    Refused,
)
from quizgen.core.state import (
    Attempt,
    Change,
    Ending,
    Entry,
    Interruption,
    Phase,
)


def apply(attempt: Attempt, event: Event, now_ms: int) -> Attempt:
    """Return the attempt after an event.

    Args:
        now_ms: Exam time of the event.

    Raises:
        Refused: One of its subclasses, if the rules do not allow the event now.
    """
    handler = _TRANSITIONS[attempt.phase].get(type(event))
    if handler is None:
        raise _refusal(attempt)
    if attempt.phase is not Phase.RUNNING:
        return handler(attempt, event)
    now_ms = max(now_ms, attempt.now_ms)
    if isinstance(event, Tick):
        return _expire(attempt, now_ms)
    if is_due(attempt, now_ms):
        raise Late("time was up before this arrived; it does not count")
    return handler(_pass_time(attempt, now_ms), event)


def deadlines(attempt: Attempt) -> tuple[int | None, int | None, int | None]:
    """Return when paper, open section and open question close, in exam time; None: no clock."""
    paper, timing = attempt.paper, attempt.paper.timing
    limit = paper.sections[attempt.section].limit_ms
    question = None
    if timing.question_ms is not None and not attempt.open_entry.locked:
        question = attempt.opened_ms + timing.question_ms
    section = None if limit is None else attempt.section_ms + limit
    return timing.paper_ms, section, question


def next_deadline(attempt: Attempt) -> int | None:
    """Return the exam time at which something closes next; None if nothing does."""
    if attempt.phase is not Phase.RUNNING:
        return None
    return min((due for due in deadlines(attempt) if due is not None), default=None)


def is_due(attempt: Attempt, now_ms: int) -> bool:
    """Return whether something should have closed by now: at its very millisecond it is closed."""
    due = next_deadline(attempt)
    return due is not None and due <= now_ms


def can_open(attempt: Attempt, question: int) -> bool:
    """Return whether the candidate may go to a question now."""
    try:
        _check_opening(attempt, question)
    except CannotOpen:
        return False
    return True


def may_read(attempt: Attempt, question: int) -> bool:
    """Return whether the words of a question may be seen elsewhere than where it is answered.

    Those of one that was open may; those of one that was not, if it could be opened now and its
    own clock would not be cheated by that.
    """
    if attempt.entries[question].visited:
        return True
    return attempt.paper.timing.question_ms is None and can_open(attempt, question)


def _check_opening(attempt: Attempt, question: int) -> None:
    paper = attempt.paper
    if not 0 <= question < len(attempt.entries):
        raise CannotOpen(f"there are questions 1 to {len(attempt.entries)}")
    if paper.locked and paper.section_of(question) != attempt.section:
        title = paper.sections[paper.section_of(question)].title
        raise CannotOpen(f"question {question + 1} is in section {title}, which is not open")
    if paper.timing.question_ms is not None and question not in {
        attempt.current,
        attempt.current + 1,
    }:
        raise CannotOpen("each question has its own clock: they are taken in order")


def _pass_time(attempt: Attempt, now_ms: int) -> Attempt:
    entry = attempt.open_entry
    if entry.locked:
        return replace(attempt, now_ms=now_ms)
    entry = replace(entry, spent_ms=entry.spent_ms + now_ms - attempt.now_ms)
    return replace(attempt, now_ms=now_ms, entries=_entries(attempt, attempt.current, entry))


def _with_entry(attempt: Attempt, entry: Entry) -> Attempt:
    return replace(attempt, entries=_entries(attempt, attempt.current, entry))


def _entries(attempt: Attempt, question: int, entry: Entry) -> tuple[Entry, ...]:
    """The entries with another one for a question."""
    entries = list(attempt.entries)
    entries[question] = entry
    return tuple(entries)


def _lock(attempt: Attempt) -> Attempt:
    return _with_entry(attempt, replace(attempt.open_entry, locked=True))


def _open(attempt: Attempt, question: int) -> Attempt:
    entries = _entries(attempt, question, replace(attempt.entries[question], visited=True))
    return replace(attempt, current=question, opened_ms=attempt.now_ms, entries=entries)


def _start(attempt: Attempt, _: Start) -> Attempt:
    return _open(replace(attempt, phase=Phase.RUNNING), 0)


def _visit(attempt: Attempt, event: Visit) -> Attempt:
    _check_opening(attempt, event.question)
    if event.question == attempt.current:
        return attempt
    if attempt.paper.timing.question_ms is not None:
        attempt = _lock(attempt)
    return _open(attempt, event.question)


def _answerable(attempt: Attempt, question: int) -> Entry:
    if not 0 <= question < len(attempt.entries):
        raise QuestionNotOpen(f"there are questions 1 to {len(attempt.entries)}")
    if attempt.entries[question].locked:
        raise QuestionLocked(f"question {question + 1} is closed; the answer does not count")
    if question != attempt.current:
        raise QuestionNotOpen(f"question {attempt.current + 1} is open, not {question + 1}")
    return attempt.open_entry


def _respond(attempt: Attempt, entry: Entry, response: str | None) -> Attempt:
    changes = attempt.changes
    if response != entry.response:
        changes = (*changes, Change(attempt.current, attempt.now_ms, response))
    final = attempt.paper.feedback is Feedback.IMMEDIATE
    certainty = None if response is None else entry.certainty
    entry = replace(entry, response=response, certainty=certainty, locked=final)
    return replace(attempt, changes=changes, entries=_entries(attempt, attempt.current, entry))


def _select(attempt: Attempt, event: Select) -> Attempt:
    entry = _answerable(attempt, event.question)
    options = attempt.paper.questions[event.question].options
    if event.option not in {option.id for option in options}:
        raise NoSuchOption(f"question {event.question + 1} has no such option")
    return _respond(attempt, entry, event.option)


def _clear(attempt: Attempt, event: Clear) -> Attempt:
    return _respond(attempt, _answerable(attempt, event.question), None)


def _mark(attempt: Attempt, event: Mark) -> Attempt:
    entry = _answerable(attempt, event.question)
    return _with_entry(attempt, replace(entry, marked=event.on))


def _certainty(attempt: Attempt, event: Certainty) -> Attempt:
    entry = _answerable(attempt, event.question)
    return _with_entry(attempt, replace(entry, certainty=event.level))


def _pause(attempt: Attempt, _: Pause) -> Attempt:
    if not attempt.paper.timing.pause:
        raise NotAllowed("this paper has no pause")
    return replace(attempt, phase=Phase.PAUSED)


def _resume(attempt: Attempt, _: Resume) -> Attempt:
    return replace(attempt, phase=Phase.RUNNING)


def _end_section(attempt: Attempt, event: EndSection) -> Attempt:
    paper = attempt.paper
    if not paper.locked:
        raise NotAllowed("the sections of this paper are not closed one by one")
    if event.section != attempt.section:
        raise NotAllowed(f"section {paper.sections[attempt.section].title} is open, not that one")
    if attempt.section == len(paper.sections) - 1:
        raise NotAllowed("this is the last section: submit the paper instead")
    return _next_section(attempt)


def _next_section(attempt: Attempt) -> Attempt:
    closing, section = attempt.paper.span_of(attempt.section), attempt.section + 1
    entries = tuple(
        replace(entry, locked=True) if index in closing else entry
        for index, entry in enumerate(attempt.entries)
    )
    attempt = replace(attempt, entries=entries, section=section, section_ms=attempt.now_ms)
    return _open(attempt, attempt.paper.span_of(section).start)


def _submit(attempt: Attempt, _: Submit) -> Attempt:
    return _finish(attempt, Ending.CANDIDATE)


def _finish(attempt: Attempt, ending: Ending) -> Attempt:
    return replace(attempt, phase=Phase.SUBMITTED, submitted_ms=attempt.now_ms, ending=ending)


def _interrupt(attempt: Attempt, event: Interrupt) -> Attempt:
    """Note the gap where the clock stood before it; if it is charged, let the clock run over it."""
    charged = event.charged and attempt.phase is Phase.RUNNING
    gap = Interruption(attempt.now_ms, event.gap_ms, charged)
    attempt = replace(attempt, interruptions=(*attempt.interruptions, gap))
    return _expire(attempt, attempt.now_ms + max(event.gap_ms, 0)) if charged else attempt


def _stand_still(attempt: Attempt, _: Event) -> Attempt:
    return attempt


def _expire(attempt: Attempt, now_ms: int) -> Attempt:
    while (due := next_deadline(attempt)) is not None and due <= now_ms:
        attempt = _close(attempt, due)
    return attempt if attempt.phase is Phase.SUBMITTED else _pass_time(attempt, now_ms)


def _close(attempt: Attempt, due: int) -> Attempt:
    """Close what is due first: the whole before its part, where both end at once."""
    paper, section, _ = deadlines(attempt)
    attempt = _pass_time(attempt, due)
    if due == paper:
        return _finish(attempt, Ending.TIME)
    if due == section:
        return _close_section(attempt)
    return _close_question(attempt)


def _close_section(attempt: Attempt) -> Attempt:
    paper = attempt.paper
    if not paper.locked or attempt.section == len(paper.sections) - 1:
        return _finish(attempt, Ending.TIME)
    return _next_section(attempt)


def _close_question(attempt: Attempt) -> Attempt:
    """Under immediate feedback the candidate stays, to read the explanation."""
    attempt = _lock(attempt)
    if attempt.paper.feedback is Feedback.IMMEDIATE:
        return attempt
    following = attempt.current + 1
    if can_open(attempt, following):
        return _open(attempt, following)
    return _close_section(attempt)


_Handler = Callable[[Attempt, Any], Attempt]

_TRANSITIONS: dict[Phase, dict[type[Event], _Handler]] = {
    Phase.READY: {Start: _start},
    Phase.RUNNING: {
        Visit: _visit,
        Select: _select,
        Clear: _clear,
        Mark: _mark,
        Certainty: _certainty,
        Tick: _stand_still,
        Pause: _pause,
        Interrupt: _interrupt,
        EndSection: _end_section,
        Submit: _submit,
    },
    Phase.PAUSED: {
        Tick: _stand_still,
        Interrupt: _interrupt,
        Resume: _resume,
        Submit: _submit,
    },
    Phase.SUBMITTED: {},
}

_REFUSALS: dict[Phase, tuple[type[Refused], str]] = {
    Phase.READY: (NotStarted, "the paper has not been started"),
    Phase.RUNNING: (AlreadyStarted, "the paper has been started"),
    Phase.PAUSED: (OnPause, "the clocks are stopped: resume first"),
    Phase.SUBMITTED: (AlreadySubmitted, "the paper was submitted; nothing can be changed"),
}


def _refusal(attempt: Attempt) -> Refused:
    """Who answers after the paper submitted itself is told that he was late."""
    if attempt.ending is Ending.TIME:
        return AlreadySubmitted("time was up and the paper was submitted; this does not count")
    refusal, reason = _REFUSALS[attempt.phase]
    return refusal(reason)
