"""Items and papers as plain JSON types, for the journal and the index.

Fields at their default are left out, so that records stay short and fields can be added later.
A marking scheme is written whole: should a default ever change, old attempts keep their marks.
"""

from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any

from quizgen.core.item import Answer, Difficulty, Form, Item, Option, Question, Why
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing, VoidPolicy

Record = dict[str, Any]


def record(value: Any) -> Any:
    """Return a frozen dataclass of `core` as JSON types, without the fields at their default."""
    if type(value) is str:
        return value
    if isinstance(value, tuple):
        return [record(part) for part in value]
    kind: Any = type(value)
    if defaults := _defaults(kind):
        return {
            name: record(part)
            for name, default in defaults
            if (part := getattr(value, name)) != default
        }
    return str(value) if isinstance(value, StrEnum | Fraction) else value


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of a dataclass's fields; looked up once, as banks hold many items."""
    if not is_dataclass(kind):
        return ()
    whole = kind is MarkingScheme
    return tuple((part.name, MISSING if whole else part.default) for part in fields(kind))


def question_from(record: Record) -> Question:
    """Return the question of a record; `KeyError`, `TypeError` or `ValueError` if it is none."""
    known = dict(record)
    known["form"] = Form(record["form"])
    known["options"] = tuple(Option(**option) for option in record["options"])
    if "difficulty" in record:
        known["difficulty"] = Difficulty(record["difficulty"])
    known["facts"] = tuple(record.get("facts", ()))
    return Question(**known)


def answer_from(record: Record) -> Answer:
    """Return the answer of a record; errors as for `question_from`."""
    known = dict(record)
    for name in ("statements", "options"):
        known[name] = tuple(Why(**why) for why in record.get(name, ()))
    return Answer(**known)


def item_record(item: Item) -> Record:
    """Return an item as JSON types."""
    whole: Record = record(item)
    return whole


def item_from(record: Record) -> Item:
    """Return the item of a record; errors as for `question_from`."""
    return Item(
        question_from(record["question"]),
        answer_from(record["answer"]),
        tuple(record.get("tags", ())),
    )


def marking_from(record: Record) -> MarkingScheme:
    """Return the marking scheme of a record; errors as for `question_from`."""
    known = dict(record)
    for name in ("right", "wrong", "blank", "blank_limit"):
        if record.get(name) is not None:
            known[name] = _fraction(record[name])
    if "void" in record:
        known["void"] = VoidPolicy(record["void"])
    return MarkingScheme(**known)


def _fraction(text: str) -> Fraction:
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise ValueError(text) from error


def paper_from(record: Record) -> Paper:
    """Return the paper of a record; errors as for `question_from`."""
    known = dict(record)
    known["questions"] = tuple(question_from(question) for question in record["questions"])
    known["sections"] = tuple(Section(**section) for section in record["sections"])
    known["marking"] = marking_from(record["marking"])
    known["timing"] = Timing(**record["timing"])
    known["feedback"] = Feedback(record["feedback"])
    known["origin"] = tuple(record.get("origin", ()))
    return Paper(**known)
