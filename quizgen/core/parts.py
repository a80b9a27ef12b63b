"""The numbered parts of a question, read back from what it shows and from its answer.

A part is a statement, a row of a table, an entry of an order, a claim or a reason. A composed stem
has a line for each below its first line, and the line begins with the label by which the answer
knows the part: `II. `, `| II. | ` or `Statement-II: `.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.core.chance import fingerprint
from quizgen.core.item import DECLINED, Answer, Form, Option, Question, Why

REASONS = frozenset((Form.ONE_REASON, Form.TWO_REASONS))
_COUNTED = frozenset((Form.HOW_MANY, Form.HOW_MANY_PAIRS, Form.HOW_MANY_ROWS))
_LABELLED = ("{}. ", "{}: ", "| {}. | ")


class Truth(NamedTuple):
    """What is true of a part.

    Attributes:
        place: In the right order, from 0; 0 where there is none.
        verdict: For a reason, which says there whether it explains the claim; else empty.
    """

    place: int
    correct: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part.

    Attributes:
        claim: Whether it is the claim that others are reasons of.
        why: What the answer says of it.
    """

    words: str
    claim: bool
    truth: Truth
    why: Why


@dataclass(frozen=True, slots=True)
class Shown:
    """A question of parts.

    Attributes:
        parts: In the order shown.
        frame: Fingerprint of the lines around them.
    """

    parts: tuple[Part, ...]
    frame: str


def shown(question: Question, answer: Answer) -> Shown | None:
    """Return the parts of a question, with what is around them; None if it has none."""
    places = {why.label: place for place, why in enumerate(answer.statements)}
    around, found = _lines(question.stem, list(places))
    if not places or len(found) < len(places):
        return None
    parts = [
        _part(question.form, places[label], words, answer.statements[places[label]])
        for label, words in found.items()
    ]
    # The closing line says *are* where every code names two statements: that hangs on the key.
    frame = fingerprint(*(line.replace("is/are", "are") for line in around))
    return Shown(tuple(parts), frame)


def _lines(stem: str, labels: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines around the parts, and the words of each part by its label, in the order shown."""
    first, *lines = stem.splitlines() or [""]
    around, found = [first], dict[str, str]()
    for line in lines:
        begun = ((label, _words(line, label)) for label in labels if label not in found)
        label, words = next((each for each in begun if each[1]), ("", ""))
        if label:
            found[label] = words
        else:
            around.append(line)
    return around, found


def _words(line: str, label: str) -> str:
    leads = [lead.format(label) for lead in _LABELLED]
    return next((line.removeprefix(lead) for lead in leads if line.startswith(lead)), "")


def _part(form: Form, place: int, words: str, why: Why) -> Part:
    truth = Truth(
        place if form is Form.SEQUENCE else 0,
        why.correct,
        why.verdict if form in REASONS else "",
    )
    return Part(words, form in REASONS and place == 0, truth, why)


def saying(form: Form, truths: Mapping[str, Truth], key: str) -> Hashable:
    """Return what the right option says, by the truth of each part under its label.

    Args:
        key: Of the bank, by which reasons go: their options have the same ids everywhere.
    """
    if form in REASONS:
        return key
    if form in _COUNTED:
        return f"count-{sum(truth.correct for truth in truths.values())}"
    if form is Form.SEQUENCE:
        return tuple(sorted(truths, key=lambda label: truths[label].place))
    wanted = form is not Form.NEGATIVE
    return frozenset(label for label, truth in truths.items() if truth.correct is wanted)


def said(question: Question, labels: Sequence[str]) -> dict[Hashable, str]:
    """Return the ids of the options shown by what each says; an option nobody can read is left out.

    That is the labels it names, their order, a count, or what its id stands for.
    """
    found = {
        _said(question.form, option, labels): option.id
        for option in question.options
        if option.id != DECLINED
    }
    return {meaning: option for meaning, option in found.items() if meaning is not None}


def _said(form: Form, option: Option, labels: Sequence[str]) -> Hashable | None:
    if form in REASONS or form in _COUNTED:
        return option.id
    by_word = {label.casefold(): label for label in labels}
    words = re.findall(r"\w+", option.text.casefold())
    named = [by_word[word] for word in words if word in by_word]
    if form is Form.SEQUENCE:
        return tuple(named) if len(named) == len(labels) else None
    # *Neither I nor II* and *All of the above* name others, or none: there the id tells.
    number = 0 if option.id == "none" else option.id.count("+") + 1
    if number in {0, len(labels)}:
        return frozenset(labels[:number])
    return frozenset(named) if len(named) == number else None
