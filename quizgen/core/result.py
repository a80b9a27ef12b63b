"""What an attempt shows once its answers may be seen.

Under immediate feedback an attempt may end before its last question: then only the questions that
were closed (answered, given up or timed out) count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.item import Answer, Question
from quizgen.core.marking import Outcome, Tally, marks, outcome, tally
from quizgen.core.paper import Feedback, MarkingScheme
from quizgen.core.state import Attempt, Change, Entry


@dataclass(frozen=True, slots=True)
class Row:
    """One question of a result.

    Attributes:
        number: In the paper, from 1.
        marks: Before any void policy.
        changes: Of its response, in order.
        timed_out: Whether its own clock closed it without a response.
    """

    number: int
    question: Question
    answer: Answer
    entry: Entry
    outcome: Outcome
    marks: Fraction
    changes: tuple[Change, ...]
    timed_out: bool


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The questions of one topic, named as written; empty for questions without one."""

    topic: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Result:
    """The whole of it.

    Attributes:
        rows: Questions that count, in paper order; may be empty.
        topics: In order of first appearance.
        spent_ms: Exam time spent on these questions.
        slowest: The row that took longest; the first of several; None without rows.
        revisit: Rows wrong, blank or declined, in this order, each group in paper order.
        disqualified: Whether more was left blank than the exam allows.
    """

    attempt: Attempt
    rows: tuple[Row, ...]
    tally: Tally
    topics: tuple[TopicRow, ...]
    spent_ms: int
    slowest: Row | None
    revisit: tuple[Row, ...]
    disqualified: bool


def result(attempt: Attempt, answers: Sequence[Answer]) -> Result:
    """Return the result of an attempt, submitted or not, by the answers in paper order."""
    scheme = attempt.paper.marking
    rows = tuple(_rows(attempt, answers))
    total = _tally(rows, scheme)
    limit = scheme.blank_limit
    return Result(
        attempt=attempt,
        rows=rows,
        tally=total,
        topics=_topics(rows, scheme),
        spent_ms=sum(each.entry.spent_ms for each in rows),
        slowest=max(rows, key=lambda each: each.entry.spent_ms, default=None),
        revisit=tuple(
            each
            for kind in (Outcome.WRONG, Outcome.UNANSWERED, Outcome.DECLINED)
            for each in rows
            if each.outcome is kind
        ),
        disqualified=limit is not None and total.unanswered > limit * len(rows),
    )


def row(attempt: Attempt, answer: Answer, index: int) -> Row:
    """Return one question of a result, by its index from 0, whether or not it is closed."""
    entry, question = attempt.entries[index], attempt.paper.questions[index]
    found = outcome(entry.response, answer.key)
    limit = attempt.paper.timing.question_ms
    return Row(
        number=index + 1,
        question=question,
        answer=answer,
        entry=entry,
        outcome=found,
        marks=marks(found, attempt.paper.marking),
        changes=tuple(change for change in attempt.changes if change.question == index),
        timed_out=entry.response is None and limit is not None and entry.spent_ms >= limit,
    )


def _rows(attempt: Attempt, answers: Sequence[Answer]) -> list[Row]:
    immediate = attempt.paper.feedback is Feedback.IMMEDIATE
    return [
        row(attempt, answers[index], index)
        for index, entry in enumerate(attempt.entries)
        if entry.locked or not immediate
    ]


def _tally(rows: Sequence[Row], scheme: MarkingScheme) -> Tally:
    return tally([each.outcome for each in rows], scheme)


def _topics(rows: Sequence[Row], scheme: MarkingScheme) -> tuple[TopicRow, ...]:
    by_topic: dict[str, list[Row]] = {}
    for each in rows:
        by_topic.setdefault(each.question.topic, []).append(each)
    return tuple(TopicRow(topic, _tally(group, scheme)) for topic, group in by_topic.items())
