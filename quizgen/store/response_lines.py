"""Responses as lines of text, each with what is known of its attempt: to be kept, moved, read.

One JSON object a line, in printable ASCII. Marks are exact fractions as text (`"-2/3"`), times of
day are UTC (`"2026-11-22T10:15:00.250Z"`), spans whole milliseconds; what is not there is null.

- `format`: 1; it grows when a key changes its meaning or goes. Keys may be added.
- Of the attempt, the same on all of its lines: `attempt`, its id; `kind`, practice or mock;
  `title`; `started` and `ended`; `questions`, how many lines it has; `score` of `maximum`;
  `regraded`, how often, and `regraded_at`, when last; `first_score` of `first_maximum` before it
  ever was.
- `number` in the paper, from 1; `at`, the time of the last choice, or of the end without one.
- `item`, `bank:id`; `form`; `topic`; `difficulty`; `fingerprint` of what was shown.
- `option` chosen and `key`, by id; `outcome`: right, wrong, unanswered, not attempted, void.
- `was`, where regrading has changed that: `[key, outcome, marks]` as first graded.
- `marks`; `spent_ms`; `pace_ms`, what the paper's clock allows; `certainty`.
- `facts` it rests on; `reviews`, what it tells of the memory of facts: `[fact, rating]` each, the
  rating again, hard, good or easy.

Score, key, outcome, marks, facts and reviews are those of the last regrading. A line without the
five keys that tell of regrading, as older quizgens wrote it, is of an attempt that never was.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from quizgen.core.events import Level
from quizgen.core.history import Graded, Response, Sat
from quizgen.core.item import Difficulty, Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review

FORMAT = 1

_ATTEMPT = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_FRACTION = re.compile(r"-?\d{1,15}(/\d{1,15})?", re.ASCII)
_MOST_MS = 1 << 53
_MOST_QUESTIONS = 100_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)

Record = Mapping[str, Any]


class BadLine(ValueError):
    """A line is no response; its text says why."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines of an attempt say of it, all alike; see `Sat`."""

    attempt: str
    kind: str
    title: str
    started_ms: int
    ended_ms: int
    questions: int
    marks: Fraction
    maximum: Fraction
    regraded: int
    regraded_ms: int
    first_marks: Fraction | None
    first_maximum: Fraction | None


FIELDS: dict[str, Callable[[Sat, Response], object]] = {
    "format": lambda _sat, _each: FORMAT,
    "attempt": lambda sat, _each: sat.id,
    "kind": lambda sat, _each: sat.kind,
    "title": lambda sat, _each: sat.title,
    "started": lambda sat, _each: moment(sat.started_ms),
    "ended": lambda sat, _each: moment(sat.ended_ms),
    "questions": lambda sat, _each: sat.questions,
    "score": lambda sat, _each: sat.marks,
    "maximum": lambda sat, _each: sat.maximum,
    "regraded": lambda sat, _each: sat.regraded,
    "regraded_at": lambda sat, _each: moment(sat.regraded_ms) if sat.regraded else None,
    "first_score": lambda sat, _each: sat.first_marks,
    "first_maximum": lambda sat, _each: sat.first_maximum,
    "number": lambda _sat, each: each.number,
    "at": lambda _sat, each: moment(each.at_ms),
    "item": lambda _sat, each: each.item,
    "form": lambda _sat, each: each.form,
    "topic": lambda _sat, each: each.topic,
    "difficulty": lambda _sat, each: each.difficulty,
    "fingerprint": lambda _sat, each: each.fingerprint,
    "option": lambda _sat, each: each.option,
    "key": lambda _sat, each: each.key,
    "outcome": lambda _sat, each: each.outcome,
    "was": lambda _sat, each: each.was and [each.was.key, each.was.outcome, each.was.marks],
    "marks": lambda _sat, each: each.marks,
    "spent_ms": lambda _sat, each: each.spent_ms,
    "pace_ms": lambda _sat, each: each.pace_ms,
    "certainty": lambda _sat, each: each.certainty,
    "facts": lambda _sat, each: each.facts,
    "reviews": lambda _sat, each: [
        [review.fact, review.rating.name.lower()] for review in each.reviews
    ],
}
"""Keys of a line and their values, in order; marks still as fractions."""

_NEVER_REGRADED = {
    "regraded": 0,
    "regraded_at": None,
    "first_score": None,
    "first_maximum": None,
    "was": None,
}
_MOST_REGRADED = 1_000_000


def sat_of(head: Head, responses: Sequence[Response]) -> Sat:
    """Return the attempt that a head and all of its responses make."""
    outcomes = [each.outcome for each in responses]
    return Sat(
        id=head.attempt,
        kind=head.kind,
        title=head.title,
        started_ms=head.started_ms,
        ended_ms=head.ended_ms,
        questions=head.questions,
        right=outcomes.count(Outcome.RIGHT),
        wrong=outcomes.count(Outcome.WRONG),
        unanswered=outcomes.count(Outcome.UNANSWERED) + outcomes.count(Outcome.DECLINED),
        void=outcomes.count(Outcome.VOID),
        marks=head.marks,
        maximum=head.maximum,
        spent_ms=sum(each.spent_ms for each in responses),
        regraded=head.regraded,
        regraded_ms=head.regraded_ms,
        first_marks=head.first_marks,
        first_maximum=head.first_maximum,
    )


def line_of(sat: Sat, response: Response) -> str:
    """Return a response as a line, without a line feed."""
    values = {name: value(sat, response) for name, value in FIELDS.items()}
    text = json.dumps(values, default=str)
    return text.replace("\x7f", "\\u007f")  # the one control character that JSON leaves as it is


def parse(line: str) -> tuple[Head, Response]:
    """Return what a line says.

    Raises:
        BadLine: It is not the line of a response.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine("it is not JSON") from error
    if not isinstance(record, dict):
        raise BadLine("it is not a JSON object")
    if _whole(record, "format") > FORMAT:
        raise BadLine(f"it was written by a newer quizgen (format {record['format']})")
    record = {**_NEVER_REGRADED, **record}
    head = _head(record)
    return head, _response(record, head)


def moment(ms: int) -> str:
    """Return a wall time as text, exact to the millisecond, in UTC."""
    return (_EPOCH + ms * _MS).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _head(record: Record) -> Head:
    attempt = _text(record, "attempt")
    if not _ATTEMPT.fullmatch(attempt):
        raise BadLine("`attempt` is not the id of an attempt")
    kind = _text(record, "kind")
    if kind not in {"practice", "mock"}:
        raise BadLine("`kind` is neither practice nor mock")
    regraded = _whole(record, "regraded", _MOST_REGRADED)
    return Head(
        attempt=attempt,
        kind=kind,
        title=_text(record, "title"),
        started_ms=_time(record, "started"),
        ended_ms=_time(record, "ended"),
        questions=_whole(record, "questions", _MOST_QUESTIONS),
        marks=_fraction(record, "score"),
        maximum=_fraction(record, "maximum"),
        regraded=regraded,
        regraded_ms=_time(record, "regraded_at") if regraded else 0,
        first_marks=_fraction(record, "first_score") if regraded else None,
        first_maximum=_fraction(record, "first_maximum") if regraded else None,
    )


def _response(record: Record, head: Head) -> Response:
    number = _whole(record, "number")
    if not number:
        raise BadLine("`number` is counted from 1")
    at_ms = _time(record, "at")
    return Response(
        attempt=head.attempt,
        number=number,
        at_ms=at_ms,
        item=_text(record, "item"),
        form=_one_of(Form, record, "form"),
        topic=_text(record, "topic"),
        difficulty=_if_there(record, "difficulty", lambda *at: _one_of(Difficulty, *at)),
        fingerprint=_text(record, "fingerprint"),
        option=_if_there(record, "option", _text),
        key=_text(record, "key"),
        outcome=_one_of(Outcome, record, "outcome"),
        marks=_fraction(record, "marks"),
        spent_ms=_whole(record, "spent_ms"),
        pace_ms=_if_there(record, "pace_ms", _whole),
        certainty=_if_there(record, "certainty", lambda *at: _one_of(Level, *at)),
        facts=tuple(_checked(fact, "facts") for fact in _list(record, "facts")),
        reviews=tuple(_review(each, at_ms) for each in _list(record, "reviews")),
        was=_if_there(record, "was", _graded) if head.regraded else None,
    )


def _graded(record: Record, name: str) -> Graded:
    match record[name]:
        case [key, outcome, marks]:
            was = {"key of was": key, "outcome of was": outcome, "marks of was": marks}
            return Graded(
                _text(was, "key of was"),
                _one_of(Outcome, was, "outcome of was"),
                _fraction(was, "marks of was"),
            )
    raise BadLine(f"`{name}` holds something else than a key, an outcome and marks")


def _review(found: object, at_ms: int) -> Review:
    match found:
        case [str(fact), str(rating)] if rating.upper() in Rating.__members__:
            return Review(_checked(fact, "reviews"), at_ms, Rating[rating.upper()])
    raise BadLine("`reviews` holds something else than a fact and its rating")


def _value(record: Record, name: str) -> Any:
    if name not in record:
        raise BadLine(f"there is no `{name}`")
    return record[name]


_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


def _if_there(record: Record, name: str, read: Callable[[Record, str], _T]) -> _T | None:
    return None if _value(record, name) is None else read(record, name)


def _list(record: Record, name: str) -> list[Any]:
    found = _value(record, name)
    if not isinstance(found, list):
        raise BadLine(f"`{name}` is not a list")
    return found


def _text(record: Record, name: str) -> str:
    return _checked(_value(record, name), name)


def _checked(found: object, name: str) -> str:
    """Half of a character, as JSON may hold it, can be kept nowhere."""
    if not isinstance(found, str) or any("\ud800" <= char <= "\udfff" for char in found):
        raise BadLine(f"`{name}` is not text")
    return found


def _whole(record: Record, name: str, most: int = _MOST_MS) -> int:
    found = _value(record, name)
    if type(found) is not int or not 0 <= found <= most:
        raise BadLine(f"`{name}` is not a whole number from 0 on, or is too large")
    return found


def _fraction(record: Record, name: str) -> Fraction:
    found = _text(record, name)
    if not _FRACTION.fullmatch(found):
        raise BadLine(f'`{name}` is not a fraction such as "-2/3"')
    try:
        return Fraction(found)
    except ZeroDivisionError as error:
        raise BadLine(f"`{name}` is divided by zero") from error


def _one_of(kind: type[_E], record: Record, name: str) -> _E:
    try:
        return kind(_text(record, name))
    except ValueError as error:
        if isinstance(error, BadLine):
            raise
        raise BadLine(f"`{name}` is none of {', '.join(kind)}") from error


def _time(record: Record, name: str) -> int:
    found = _text(record, name)
    try:
        text = _MOMENT.fullmatch(found) and found
        ms = (datetime.fromisoformat(text or "") - _EPOCH) // _MS
    except ValueError as error:
        raise BadLine(f'`{name}` is not a time such as "2026-11-22T10:15:00.250Z"') from error
    if ms < 0:
        raise BadLine(f"`{name}` is before 1970")
    return ms
