"""Items and papers as plain JSON types, for the journal and the index.

Fields at their default are left out, so that records stay short and fields can be added later.
A marking scheme is written whole: should a default ever change, old attempts keep their marks.
"""

import json
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
        known[name] = tuple(_why_from(why) for why in record.get(name, ()))
    return Answer(**known)


def _why_from(record: Record) -> Why:
    if "facts" not in record:
        return Why(**record)
    return Why(**{**record, "facts": tuple(record["facts"])})


# What follows is `record` written out for items, of which a bank holds many: four times as quick.
# The encoder takes tuples and enumerations as they are.
_encoded = json.JSONEncoder(check_circular=False).encode


def item_json(item: Item) -> str:
    """Return the `record` of an item as JSON text."""
    told: Record = {"question": _question(item.question), "answer": _answer(item.answer)}
    if item.tags:
        told["tags"] = item.tags
    return _encoded(told)


def _question(question: Question) -> Record:
    told: Record = {
        "bank": question.bank,
        "id": question.id,
        "form": question.form,
        "stem": question.stem,
        "options": [_option(option) for option in question.options],
    }
    if question.topic:
        told["topic"] = question.topic
    if question.difficulty:
        told["difficulty"] = question.difficulty
    if not question.shuffle:
        told["shuffle"] = False
    if question.facts:
        told["facts"] = question.facts
    if question.fingerprint:
        told["fingerprint"] = question.fingerprint
    if question.as_of:
        told["as_of"] = question.as_of
    return told


def _option(option: Option) -> Record:
    if option.pinned:
        return {"id": option.id, "text": option.text, "pinned": True}
    return {"id": option.id, "text": option.text}


def _answer(answer: Answer) -> Record:
    told: Record = {"key": answer.key}
    if answer.statements:
        told["statements"] = [_why(why) for why in answer.statements]
    if answer.options:
        told["options"] = [_why(why) for why in answer.options]
    for name in _ANSWER_TEXTS:
        if text := getattr(answer, name):
            told[name] = text
    return told


_ANSWER_TEXTS = ("explanation", "remember", "source", "locator", "document", "since", "until")


def _why(why: Why) -> Record:
    told: Record = {"label": why.label, "correct": why.correct}
    if why.text:
        told["text"] = why.text
    if why.verdict:
        told["verdict"] = why.verdict
    if why.facts:
        told["facts"] = why.facts
    if why.id:
        told["id"] = why.id
    return told


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


def _timing_from(record: Record) -> Timing:
    return Timing(**{**record, "extra": _fraction(record.get("extra", "0"))})


def paper_from(record: Record) -> Paper:
    """Return the paper of a record; errors as for `question_from`."""
    known = dict(record)
    known["questions"] = tuple(question_from(question) for question in record["questions"])
    known["sections"] = tuple(Section(**section) for section in record["sections"])
    known["marking"] = marking_from(record["marking"])
    known["timing"] = _timing_from(record["timing"])
    known["feedback"] = Feedback(record["feedback"])
    known["origin"] = tuple(record.get("origin", ()))
    return Paper(**known)
