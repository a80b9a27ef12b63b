"""What the bank of today says of a question as it was shown: whether its key still stands.

The paper counts, not the file. A key is corrected only where what was shown reads word for word as
what the bank now calls right or wrong, so that a mended slip never changes a mark. Words are
compared by their fingerprint, which is blind to case, spacing and most punctuation. *Mended* means:
other letters in some words, but the same numbers, and as many words.

Of each kind the first line that fits decides.

| question | the bank of today | finding |
|---|---|---|
| any | has no such question | gone |
| any | has one of another kind: options, statements or rows, an order, reasons | reworded |
| options | calls the same option right; or that option, mended | unchanged |
| options | has another stem | reworded |
| options | has other options, and one shown speaks of the rest (*None of the above*) | reworded |
| options | calls another option right that was shown | corrected |
| options | calls right what may be an option shown, mended or under its id | reworded |
| options | has no longer what was right, in any words | reworded |
| options | calls right what was not shown, and wrong what was right | void |
| others | has a truth, part for part, for which the same option is right | unchanged |
| others | has a part shown neither word for word, nor mended and as true as then | reworded |
| others | has another lead line or closing line | reworded |
| others | has a truth for which another option shown is right | corrected |
| others | has a truth for which no option shown is right | void |

A question that was reworded or is gone keeps the key it has, and a person is told: where words and
key both differ, a mended slip cannot be told from a question turned round (*moral*, *amoral*).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizgen.core.chance import fingerprint
from quizgen.core.item import DECLINED, Answer, Form, Item, Option, Question, Why
from quizgen.core.parts import REASONS, Part, said, saying, shown
from quizgen.core.slips import mended


class Finding(StrEnum):
    """What became of a key; see the table above."""

    UNCHANGED = "unchanged"
    CORRECTED = "corrected"
    VOID = "void"
    REWORDED = "reworded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a question.

    Attributes:
        answer: What counts by the bank of today; where the question was reworded, if the bank is
            to be followed nevertheless. None: that cannot be told.
    """

    finding: Finding
    answer: Answer | None = None


def judge(question: Question, answer: Answer, now: Item | None) -> Judged:
    """Return what the bank of today says of a question as it was shown.

    Args:
        answer: That it was first marked by.
        now: The item of the same name; None: there is none.
    """
    if now is None:
        return Judged(Finding.GONE)
    if _kind(question.form) != _kind(now.question.form):
        return Judged(Finding.REWORDED)
    if question.form is Form.DIRECT:
        return _by_options(question, answer, now)
    return _by_parts(question, answer, now)


def _kind(form: Form) -> Form:
    """Codes and counts of statements or rows are of one kind: each can be told from the truth."""
    own = form in REASONS or form in {Form.DIRECT, Form.SEQUENCE}
    return form if own else Form.STATEMENTS


# Options.


def _by_options(question: Question, answer: Answer, now: Item) -> Judged:
    ours, theirs = _by_print(question), _by_print(now.question)
    was, right = question.option(answer.key), now.question.option(now.answer.key)
    standing = ours.get(fingerprint(right.text))
    lost = [option for print_, option in ours.items() if print_ not in theirs]
    if standing == was or (standing is None and was in lost and mended(was.text, right.text)):
        return Judged(Finding.UNCHANGED, answer)
    meant = standing or next((option for option in lost if _may_be(option, right)), None)
    told = _with_options(question, answer, now, meant)
    speaks_of_others = any(option.pinned for option in ours.values())
    if fingerprint(question.stem) != fingerprint(now.question.stem) or (
        speaks_of_others and ours.keys() != theirs.keys()
    ):
        return Judged(Finding.REWORDED, told)
    if standing is not None:
        return Judged(Finding.CORRECTED, told)
    return Judged(Finding.VOID if meant is None and was not in lost else Finding.REWORDED, told)


def _may_be(option: Option, right: Option) -> bool:
    return option.id == right.id or mended(option.text, right.text)


def _options(question: Question) -> list[Option]:
    return [option for option in question.options if option.id != DECLINED]


def _by_print(question: Question) -> dict[str, Option]:
    return {fingerprint(option.text): option for option in _options(question)}


def _with_options(question: Question, answer: Answer, now: Item, right: Option | None) -> Answer:
    """The answer of today for the options shown, with the whys of those that read as they did.

    Args:
        right: The one that is right; None: none is.
    """
    whys = {why.label: why.text for why in now.answer.options}
    theirs = _by_print(now.question)
    there = [(option, theirs.get(print_)) for print_, option in _by_print(question).items()]
    return replace(
        now.answer,
        key=right.id if right else answer.key,
        options=tuple(
            Why(option.id, option == right, whys[other.id])
            for option, other in there
            if other is not None and other.id in whys
        ),
        void=right is None,
    )


# Statements, rows, orders, reasons.


def _by_parts(question: Question, answer: Answer, now: Item) -> Judged:
    ours, theirs = shown(question, answer), shown(now.question, now.answer)
    if ours is None or theirs is None:
        return Judged(Finding.REWORDED)
    others = _counterparts(ours.parts, theirs.parts)
    if others is None:
        told = _in_turn(question, answer, now, ours.parts, theirs.parts)
    else:
        told = _with_parts(question, answer, now, list(zip(ours.parts, others, strict=True)))
    if told is not None and told.right == answer.key:
        return Judged(Finding.UNCHANGED, answer)
    if told is None or others is None or ours.frame != theirs.frame:
        return Judged(Finding.REWORDED, told)
    return Judged(Finding.VOID if told.void else Finding.CORRECTED, told)


def _counterparts(ours: Sequence[Part], theirs: Sequence[Part]) -> list[Part] | None:
    """The part of today that each part shown is; None if one is none of them.

    It has the same words, or these mended and the same truth.
    """
    by_print = {part.print: part for part in theirs}
    left = [part for part in theirs if part.print not in {each.print for each in ours}]
    found = []
    for part in ours:
        like = (
            each for each in left if each.truth == part.truth and mended(part.words, each.words)
        )
        other = by_print.get(part.print) or next(like, None)
        if other is None:
            return None
        left = [each for each in left if each is not other]
        found.append(other)
    return found


def _in_turn(
    question: Question, answer: Answer, now: Item, ours: Sequence[Part], theirs: Sequence[Part]
) -> Answer | None:
    """The answer of today if each part shown is the one of today in its place.

    None where there are more or fewer, or where their places are drawn.
    """
    if len(ours) != len(theirs) or question.form is Form.SEQUENCE:
        return None
    return _with_parts(question, answer, now, list(zip(ours, theirs, strict=True)))


def _with_parts(
    question: Question, answer: Answer, now: Item, pairs: Sequence[tuple[Part, Part]]
) -> Answer | None:
    """The answer of today for the parts shown, each with the part of today that it is.

    Facts stay those the question was asked for. None where an option shown cannot be read.
    """
    truths = {part.why.label: other.truth for part, other in pairs}
    meant = said(question, list(truths))
    right = meant.get(saying(question.form, truths, now.answer.key))
    if right is None and len(meant) < len(_options(question)):
        return None
    whys = [
        replace(other.why, label=part.why.label, facts=part.why.facts, id=part.why.id)
        for part, other in sorted(pairs, key=lambda pair: pair[1].truth.place)
    ]
    return replace(
        now.answer,
        key=right or answer.key,
        statements=tuple(whys),
        void=right is None,
    )
