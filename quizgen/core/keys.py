"""The one table of keys, for the line-by-line and the full-screen front end.

No key means two things, there or in practice. A key of the other kind of paper, a letter beyond the
options and anything else that is typed get a reply that helps.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from quizgen.core.item import LETTERS
from quizgen.core.paper import Feedback
from quizgen.core.text import clean


class Command(StrEnum):
    """What a key asks for, besides an answer and a question to go to."""

    NEXT = "next"
    PREVIOUS = "previous"
    GO_TO = "go to"
    CLEAR = "clear"
    MARK = "mark for review"
    PALETTE = "palette"
    TIME = "time"
    SUBMIT = "submit"
    SKIP = "skip"
    STOP = "stop"
    HELP = "help"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer with the option at this place, from 0."""

    place: int


@dataclass(frozen=True, slots=True)
class GoTo:
    """Open the question of this index, from 0, which may not exist."""

    question: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """What was typed is no key here; the reply, one line, says what is."""

    reply: str


Action = Choose | GoTo | Command | Unclear


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the table.

    Attributes:
        shown: As help shows it.
        typed: What may be typed for it, in lower case; the first is the key itself.
        does: For help, as in "p: previous question".
        at: The kinds of paper that have it, by when they tell what was right.
    """

    command: Command
    shown: str
    typed: tuple[str, ...]
    does: str
    at: frozenset[Feedback]


_MOCK = frozenset({Feedback.AFTER})
_PRACTICE = frozenset({Feedback.IMMEDIATE})

KEYS = (
    Key(Command.NEXT, "Enter or n", ("n", "next"), "next question", _MOCK),
    Key(Command.PREVIOUS, "p", ("p", "previous"), "previous question", _MOCK),
    Key(Command.GO_TO, "g 12", ("g", "go"), "go to question 12", _MOCK),
    Key(Command.CLEAR, "x", ("x",), "take your answer away", _MOCK),
    Key(Command.MARK, "m", ("m", "mark"), "mark for review, or take the mark away", _MOCK),
    Key(Command.PALETTE, "l", ("l", "palette"), "palette: every question and its status", _MOCK),
    Key(Command.TIME, "t", ("t", "time"), "time left", _MOCK),
    Key(Command.SUBMIT, "submit", ("submit",), "hand the paper in, after asking you", _MOCK),
    Key(Command.SKIP, "s", ("s", "skip"), "skip this question and see its answer", _PRACTICE),
    Key(Command.STOP, "q", ("q", "stop", "quit"), "stop, and show the score so far", _PRACTICE),
    Key(Command.HELP, "?", ("?", "help"), "these keys", _MOCK | _PRACTICE),
)

_BY_TYPED = {typed: key for key in KEYS for typed in key.typed}
_NAMES = {Feedback.AFTER: "a mock", Feedback.IMMEDIATE: "practice"}
_ANSWER = re.compile(r"(?:option )?\(?\s*([a-z]|[1-9])\s*[).]*")
_LEAVING = frozenset({"q", "quit", "exit", "stop", "bye"})
_GO_TO = re.compile(r"(?:g|go)\s*([0-9]{1,9})")
_QUOTED = 20


LEAVING = "`submit` hands the paper in; Ctrl-C leaves it, to go on later with quizgen resume"


def keys_of(feedback: Feedback, *, in_order: bool = False) -> tuple[Key, ...]:
    """Return the keys of one kind of paper, in the order help shows them.

    Args:
        in_order: Whether its questions are taken in order, without return.
    """
    free = {Command.PREVIOUS, Command.GO_TO}
    return tuple(
        key for key in KEYS if feedback in key.at and not (in_order and key.command in free)
    )


def letters(options: int) -> str:
    """Return the letters of so many options: `a to d`."""
    return f"a to {LETTERS[options - 1]}"


def action(typed: str, feedback: Feedback, options: int) -> Action:
    """Return what a typed line asks for, at a question with so many options."""
    word = " ".join(typed.split()).lower()
    if not word:
        return Command.NEXT if feedback is Feedback.AFTER else Command.NOTHING
    key = _BY_TYPED.get(word)
    if key is not None and (feedback in key.at or word not in _LEAVING):
        return _of_key(key, word, feedback)
    if (answer := _ANSWER.fullmatch(word)) and (place := _place(answer[1])) is not None:
        if place < options:
            return Choose(place)
        return Unclear(f"this question has options {letters(options)}")
    if (target := _GO_TO.fullmatch(word)) and feedback is Feedback.AFTER:
        return GoTo(int(target[1]) - 1)
    return _unknown(word, feedback, options)


def _place(symbol: str) -> int | None:
    """A letter or digit that stands for some option of some question."""
    for row in (LETTERS, "123456789"):
        if symbol in row:
            return row.index(symbol)
    return None


def _of_key(key: Key, word: str, feedback: Feedback) -> Action:
    if feedback not in key.at:
        (where,) = key.at
        return Unclear(f"`{word}` ({key.does}) is a key of {_NAMES[where]}; ? shows the keys here")
    if key.command is Command.GO_TO:
        return Unclear("go to which question? For example: g 12")
    return key.command


def _unknown(word: str, feedback: Feedback, options: int) -> Unclear:
    if word in _LEAVING and feedback is Feedback.AFTER:
        return Unclear(LEAVING)
    quoted = clean(word if len(word) <= _QUOTED else word[:_QUOTED] + "...")
    if word.isdecimal() and feedback is Feedback.AFTER:
        return Unclear(f"`{quoted}` is not a key here: to go to question {quoted}, type g {quoted}")
    main = {
        Feedback.AFTER: "Enter goes on, ? shows every key",
        Feedback.IMMEDIATE: "s skips, q stops, ? helps",
    }[feedback]
    return Unclear(f"`{quoted}` is not a key here: {letters(options)} answer, {main}")
