"""What an attempt shows once its answers may be seen.

Under immediate feedback an attempt may end before its last question: then only the questions that
were closed (answered, given up or timed out) count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.events import Level
from quizgen.core.item import DECLINED, Answer, Question
from quizgen.core.marking import Outcome, Tally, marks, outcome, tally
from quizgen.core.paper import Feedback
from quizgen.core.state import Attempt, Change, Entry
from quizgen.core.topics import slug


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

    @property
    def key(self) -> str | None:
        """Id of the right option; None: the question is void."""
        return None if self.outcome is Outcome.VOID else self.answer.key

    @property
    def answered(self) -> bool:
        """Whether it has an answer that counts: neither a blank, nor declined, nor void."""
        return self.outcome in {Outcome.RIGHT, Outcome.WRONG}

    @property
    def guessed(self) -> bool:
        """Whether its answer, one that counts, was called a guess."""
        return self.answered and self.entry.certainty is Level.GUESS

    @property
    def sure_but_wrong(self) -> bool:
        """Whether its answer was wrong, and given as sure."""
        return self.outcome is Outcome.WRONG and self.entry.certainty is Level.SURE

    @property
    def first_answer(self) -> str | None:
        """Id of the option chosen first of all; None: none ever was. To decline is no answer."""
        chosen = (change.response for change in self.changes)
        return next((option for option in chosen if option not in {None, DECLINED}), None)

    @property
    def changed(self) -> bool:
        """Whether it ended with something else than its first answer, perhaps with none."""
        return self.first_answer not in {None, self.entry.response}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The questions of one topic, named as first written; empty for questions without one."""

    topic: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Regraded:
    """That a result counts by other keys than its attempt was sat with.

    Attributes:
        times: How often it was regraded.
        on: The local day, `YYYY-MM-DD`, of the last time.
        first: The result by the keys it was sat with.
    """

    times: int
    on: str
    first: "Result"


@dataclass(frozen=True, slots=True)
class Result:
    """The whole of it.

    Attributes:
        rows: Questions that count, in paper order; may be empty.
        spent_ms: Exam time spent on these questions.
        slowest: The row that took longest; the first of several; None without rows.
        revisit: Rows sure but wrong, else wrong, blank or declined, in this order, each group in
            paper order.
        disqualified: Whether more was left blank than the exam allows.
        regraded: None: it never was.
    """

    attempt: Attempt
    rows: tuple[Row, ...]
    tally: Tally
    spent_ms: int
    slowest: Row | None
    revisit: tuple[Row, ...]
    disqualified: bool
    regraded: Regraded | None = None

    @property
    def topics(self) -> tuple[TopicRow, ...]:
        """In order of first appearance."""
        groups: dict[str, list[Row]] = {}
        for each in self.rows:
            groups.setdefault(slug(each.question.topic), []).append(each)
        return tuple(
            TopicRow(group[0].question.topic, self.tally_of(group)) for group in groups.values()
        )

    def tally_of(self, rows: Iterable[Row]) -> Tally:
        """Return the tally of some of its rows; those of groups of them sum to that of all."""
        outcomes = [each.outcome for each in rows]
        return tally(outcomes, self.attempt.paper.marking, self.tally.scale)

    def was(self, row: Row) -> Row | None:
        """Return a row of this result as it was first marked, where its key is another now."""
        first = self.regraded.first.rows if self.regraded else ()
        return next(
            (each for each in first if each.number == row.number and each.key != row.key), None
        )


def result(attempt: Attempt, answers: Sequence[Answer]) -> Result:
    """Return the result of an attempt, submitted or not, by the answers in paper order."""
    rows = tuple(_rows(attempt, answers))
    total = tally([each.outcome for each in rows], attempt.paper.marking)
    limit = attempt.paper.marking.blank_limit
    return Result(
        attempt=attempt,
        rows=rows,
        tally=total,
        spent_ms=sum(each.entry.spent_ms for each in rows),
        slowest=max(rows, key=lambda each: each.entry.spent_ms, default=None),
        revisit=_revisit(rows),
        disqualified=limit is not None and total.unanswered > limit * len(rows),
    )


def row(attempt: Attempt, answer: Answer, index: int) -> Row:
    """Return one question of a result, by its index from 0, whether or not it is closed."""
    entry, question = attempt.entries[index], attempt.paper.questions[index]
    found = outcome(entry.response, answer.right)
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


def _revisit(rows: Sequence[Row]) -> tuple[Row, ...]:
    kinds = (Outcome.WRONG, Outcome.UNANSWERED, Outcome.DECLINED)
    missed = [each for kind in kinds for each in rows if each.outcome is kind]
    return tuple(sorted(missed, key=lambda each: not each.sure_but_wrong))
