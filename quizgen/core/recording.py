"""From a result to what the history keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.core.history import Graded, Response, Sat
from quizgen.core.paper import Paper
from quizgen.core.recall import facts, reviews
from quizgen.core.result import Result, Row


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of an attempt beside its result.

    Attributes:
        id: Of the attempt.
        kind: `practice` or `mock`.
        started_ms: Wall time, as are all times here.
        ended_ms: Of its last record.
        chosen_ms: When a question was last answered, cleared or skipped, by its index from 0;
            those where that never happened are not in it.
    """

    id: str
    kind: str
    started_ms: int
    ended_ms: int
    chosen_ms: Mapping[int, int]


def recorded(
    occasion: Occasion,
    result: Result,
    first: Result | None = None,
    regraded: int = 0,
    regraded_ms: int = 0,
) -> tuple[Sat, tuple[Response, ...]]:
    """Return the record of an attempt and one of each question that counted, in paper order.

    Args:
        result: As it is marked now.
        first: As it was marked before it was ever regraded; None: it never was.
        regraded: How often it was.
        regraded_ms: When it last was; see `Sat`.
    """
    tally = result.tally
    sat = Sat(
        id=occasion.id,
        kind=occasion.kind,
        title=result.attempt.paper.title,
        started_ms=occasion.started_ms,
        ended_ms=occasion.ended_ms,
        questions=len(result.rows),
        right=tally.right,
        wrong=tally.wrong,
        unanswered=tally.unanswered + tally.declined,
        void=tally.void,
        marks=tally.marks,
        maximum=tally.maximum,
        spent_ms=result.spent_ms,
        regraded=regraded,
        regraded_ms=regraded_ms,
        first_marks=first.tally.marks if first else None,
        first_maximum=first.tally.maximum if first else None,
    )
    paper = result.attempt.paper
    before = (first or result).rows
    return sat, tuple(
        _response(occasion, row, paper, _graded(was))
        for row, was in zip(result.rows, before, strict=True)
    )


def pace_ms(paper: Paper, index: int) -> int | None:
    """Return the time that a paper has for a question, by its index from 0.

    That of its own clock, else its share of its section's, else of the paper's; None without any.
    """
    timing = paper.timing
    if timing.question_ms is not None:
        return timing.question_ms
    section = paper.sections[paper.section_of(index)]
    if section.limit_ms is not None:
        return section.limit_ms // section.count
    return None if timing.paper_ms is None else timing.paper_ms // len(paper.questions)


def _graded(row: Row) -> Graded:
    return Graded(row.answer.key, row.outcome, row.marks)


def _response(occasion: Occasion, row: Row, paper: Paper, first: Graded) -> Response:
    question, index = row.question, row.number - 1
    at_ms = occasion.chosen_ms.get(index, occasion.ended_ms)
    pace = pace_ms(paper, index)
    return Response(
        attempt=occasion.id,
        number=row.number,
        at_ms=at_ms,
        item=question.ref,
        form=question.form,
        topic=question.topic,
        difficulty=question.difficulty,
        fingerprint=question.fingerprint,
        option=row.entry.response,
        key=row.answer.key,
        outcome=row.outcome,
        marks=row.marks,
        spent_ms=row.entry.spent_ms,
        pace_ms=pace,
        certainty=row.entry.certainty,
        facts=facts(question, row.answer),
        reviews=reviews(row, at_ms, pace, paper.feedback),
        was=None if first == _graded(row) else first,
    )
