"""Where an attempt stands: on being resumed, on being left, on being asked."""

from rich.console import Group
from rich.text import Text

from quizgen.core.paper import Feedback, Paper
from quizgen.core.state import Attempt, Phase
from quizgen.show.layout import Flow
from quizgen.show.words import count, duration, one_line, topic_name


def resumed(attempt: Attempt, remaining_ms: int | None, *, plain: bool = False) -> Group:
    """Return what a candidate who comes back must know first."""
    views = []
    if attempt.phase is not Phase.SUBMITTED:
        views.append(f"Resumed: {progress(attempt, remaining_ms, plain=plain)}.")
    if attempt.interruptions:
        gap = attempt.interruptions[-1]
        views.append(interruption(gap.gap_ms, charged=gap.charged, plain=plain))
    return Group(*(Flow(Text(view)) for view in views))


def progress(attempt: Attempt, remaining_ms: int | None, *, plain: bool = False) -> str:
    """Return title, questions, how many of them are done, and the time left, without full stop."""
    practice = attempt.paper.feedback is Feedback.IMMEDIATE
    closed = sum(
        entry.locked if practice else entry.response is not None for entry in attempt.entries
    )
    parts = [
        one_line(attempt.paper.title),
        count(len(attempt.entries), "question"),
        f"{closed} done" if practice else f"{closed} answered",
    ]
    if remaining_ms is not None:
        parts.append(f"{duration(remaining_ms, spoken=plain)} left")
    return ", ".join(parts)


def interruption(gap_ms: int, *, charged: bool, plain: bool = False) -> str:
    """Return what became of the clock during an interruption."""
    clock = "ran on" if charged else "stood still"
    return f"Interrupted for {duration(gap_ms, spoken=plain)}; the clock {clock}."


def left(*, strict: bool) -> str:
    """Return what a candidate who leaves a mock must know."""
    clock = "runs on" if strict else "stands still"
    return f"Your answers are saved and the clock {clock}. `quizgen resume` goes on from here."


def time_line(
    paper_ms: int | None,
    question_ms: int | None,
    section_ms: int | None = None,
    *,
    plain: bool = False,
) -> str:
    """Return the time left for the paper and the open section, or for the open question alone.

    Where questions have their own clocks, what others have left is not time for this one.
    """
    clocks = (
        [(paper_ms, "for the paper"), (section_ms, "for this section")]
        if question_ms is None
        else [(question_ms, "for this question")]
    )
    parts = [
        f"{duration(time, spoken=plain)} left {what}" for time, what in clocks if time is not None
    ]
    return f"{', '.join(parts)}." if parts else "This paper has no clock."


def section_name(paper: Paper, section: int) -> str:
    """Return a section, by its number from 0, in a sentence: `section 2 (Polity)`."""
    return f"section {section + 1} ({topic_name(paper.sections[section].title)})"


def section_line(paper: Paper, section: int) -> str:
    """Return a section, by its number from 0, as a heading: `Section 2 of 3: Polity`."""
    title = topic_name(paper.sections[section].title)
    return f"Section {section + 1} of {len(paper.sections)}: {title}"


def section_state(attempt: Attempt, section: int) -> str:
    """Return `open`, `closed` or `locked`; empty where sections are not locked."""
    if not attempt.paper.locked:
        return ""
    if section == attempt.section:
        return "open"
    return "closed" if section < attempt.section else "locked"
