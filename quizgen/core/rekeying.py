"""What the bank of today says of a question as it was shown: whether its key still stands.

The paper counts, not the file. A key is corrected only where what was shown reads word for word as
what the bank now calls right or wrong, so that a mended slip never changes a mark. Words are
compared by their fingerprint, which is blind to case, spacing and most punctuation. *Mended* means
a slip in some words, as `slips` has it. What stands word for word is paired first, then what was
mended; what may be several is none of them.

Of each kind the first line that fits decides.

| question | the bank of today | finding |
|---|---|---|
| any | has no such question | gone |
| any | has one of another kind: options, statements or rows, an order, reasons | reworded |
| options | calls the same option right, word for word or mended | unchanged |
| options | has another stem | reworded |
| options | has other options, and one shown speaks of the rest (*None of the above*) | reworded |
| options | calls another option right that was shown word for word | corrected |
| options | has every option shown, word for word, and calls none of them right | void |
| options | calls right what was not shown word for word | reworded |
| others | has a part shown neither word for word nor mended | reworded |
| others | has a part mended, and not as true as it was | reworded |
| others | has a truth, part for part, for which the same option is right | unchanged |
| others | has another lead line or closing line | reworded |
| others | has a truth for which another option shown is right | corrected |
| others | has a truth for which no option shown is right | void |

A question that was reworded or is gone keeps the key it has, and a person is told: where words and
key both differ, a mended slip cannot be told from a question turned round (*moral*, *amoral*).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizgen.core.chance import fingerprint
from quizgen.core.item import DECLINED, Answer, Form, Item, Option, Question, Why
from quizgen.core.parts import REASONS, Part, said, saying, shown
from quizgen.core.slips import counterparts


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
    meant = standing or _mended_into(right, question, now.question)
    if meant == was:
        return Judged(Finding.UNCHANGED, answer)
    speaks_of_others = any(option.pinned for option in ours.values())
    same_frame = fingerprint(question.stem) == fingerprint(now.question.stem) and not (
        speaks_of_others and ours.keys() != theirs.keys()
    )
    if same_frame and standing:
        return Judged(Finding.CORRECTED, _with_options(question, answer, now, standing))
    if same_frame and ours.keys() <= theirs.keys():
        return Judged(Finding.VOID, _with_options(question, answer, now, None))
    named = next((option for option in ours.values() if option.id == right.id), None)
    told = standing or named or meant
    return Judged(Finding.REWORDED, _with_options(question, answer, now, told) if told else None)


def _mended_into(right: Option, question: Question, now: Question) -> Option | None:
    """The option shown whose slip was mended in the one that is right today."""
    ours, theirs = _options(question), _options(now)
    pairs = counterparts([option.text for option in ours], [option.text for option in theirs])
    return next((ours[one] for one, other in pairs.items() if theirs[other] == right), None)


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
    found = counterparts(*([part.words for part in each.parts] for each in (ours, theirs)))
    pairs = _paired(question.form, ours.parts, theirs.parts, found)
    told = _with_parts(question, answer, now, pairs) if pairs else None
    if told is None:
        return Judged(Finding.REWORDED)
    sure = len(found) == len(ours.parts) and all(map(_sure, pairs))
    if sure and told.right == answer.key:
        return Judged(Finding.UNCHANGED, answer)
    if not sure or ours.frame != theirs.frame:
        return Judged(Finding.REWORDED, None if told.void else told)
    return Judged(Finding.VOID if told.void else Finding.CORRECTED, told)


def _sure(pair: tuple[Part, Part]) -> bool:
    """A word that was mended together with the truth may have said something else."""
    part, other = pair
    return part.truth == other.truth or fingerprint(part.words) == fingerprint(other.words)


def _paired(
    form: Form, ours: Sequence[Part], theirs: Sequence[Part], found: Mapping[int, int]
) -> list[tuple[Part, Part]]:
    """Each part shown with the one of today that it is; none where that cannot be told.

    Those that read otherwise today go by their turn, except in an order, where turns are drawn.
    """
    left = [place for place in range(len(ours)) if place not in found]
    free = [place for place in range(len(theirs)) if place not in found.values()]
    if left and (len(left) != len(free) or form is Form.SEQUENCE):
        return []
    whole = {**found, **dict(zip(left, free, strict=False))}
    pairs = [(part, theirs[whole[place]]) for place, part in enumerate(ours)]
    return pairs if all(part.claim == other.claim for part, other in pairs) else []


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
