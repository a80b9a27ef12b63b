"""The one table of keys, for the line-by-line and the full-screen front end.

No key means two things, there or in practice. A key of the other kind of paper, a letter beyond the
options and anything else that is typed get a reply that helps.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from quizgen.core.events import Level
from quizgen.core.item import LETTERS
from quizgen.core.paper import Feedback, Paper
from quizgen.core.text import clean


class Command(StrEnum):
    """What a key asks for, besides an answer and a question to go to."""

    NEXT = "next"
    PREVIOUS = "previous"
    GO_TO = "go to"
    CLEAR = "clear"
    MARK = "mark for review"
    NEXT_UNANSWERED = "next unanswered"
    NEXT_MARKED = "next marked for review"
    NEXT_SECTION = "next section"
    HOW_SURE = "how sure"
    PALETTE = "palette"
    QUESTIONS = "question list"
    TIME = "time"
    PAUSE = "pause"
    FINISH = "finish"
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
class Sure:
    """Say how sure the answer to the open question is."""

    level: Level


@dataclass(frozen=True, slots=True)
class Unclear:
    """What was typed is no key here; the reply, one line, says what is."""

    reply: str


Action = Choose | GoTo | Sure | Command | Unclear


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the table.

    Attributes:
        shown: As help shows it where lines are typed.
        typed: What may be typed for it, in lower case; the first is the key itself.
        does: For help, as in "p: previous question".
        at: The kinds of paper that have it, by when they tell what was right.
        pressed: As the screen shows it, where single keys are pressed; empty: it has no key there.
    """

    command: Command
    shown: str
    typed: tuple[str, ...]
    does: str
    at: frozenset[Feedback]
    pressed: str


_MOCK = frozenset({Feedback.AFTER})
_PRACTICE = frozenset({Feedback.IMMEDIATE})
_BOTH = _MOCK | _PRACTICE


def _key(
    command: Command,
    typed: tuple[str, ...],
    does: str,
    at: frozenset[Feedback] = _MOCK,
    *,
    shown: str = "",
    pressed: str | None = None,
) -> Key:
    shown = shown or typed[0]
    return Key(command, shown, typed, does, at, shown if pressed is None else pressed)


_SUBMITS = "submit the paper, after asking you"
_FINISHES = f"finish this section, or in the last one {_SUBMITS}"
_EXAMPLE = 12
"""The question that help goes to, where a paper has so many."""

KEYS = (
    _key(Command.NEXT, ("n", "next"), "next question", shown="Enter or n"),
    _key(Command.PREVIOUS, ("p", "previous"), "previous question"),
    _key(
        Command.GO_TO,
        ("g", "go"),
        "go to a question by its number",
        shown=f"g {_EXAMPLE}",
        pressed="g",
    ),
    _key(
        Command.NEXT_UNANSWERED,
        ("u", "next unanswered", "unanswered"),
        "next question without an answer",
    ),
    _key(
        Command.NEXT_MARKED,
        ("r", "next marked", "next marked for review"),
        "next question marked for review",
    ),
    _key(
        Command.NEXT_SECTION,
        ("section", "next section", "tab"),
        "first question of the next section",
        pressed="Tab",
    ),
    _key(Command.CLEAR, ("x", "clear"), "take your answer away"),
    _key(Command.MARK, ("m", "mark"), "mark for review, or take the mark away"),
    _key(Command.HOW_SURE, ("h", "how sure"), "how sure you are: sure, unsure, guess", _BOTH),
    _key(Command.PALETTE, ("l", "palette"), "palette: every question and its status"),
    _key(
        Command.QUESTIONS,
        ("v", "view", "questions", "list"),
        "view all questions, each in a line",
    ),
    _key(Command.TIME, ("t", "time"), "time left"),
    _key(Command.PAUSE, ("z", "pause"), "pause: the clock stands still"),
    _key(Command.FINISH, ("f", "finish"), _SUBMITS),
    _key(Command.SUBMIT, ("submit",), _SUBMITS, pressed=""),
    _key(Command.SKIP, ("s", "skip"), "skip this question and see its answer", _PRACTICE),
    _key(Command.STOP, ("q", "stop", "quit"), "stop, and show the score so far", _PRACTICE),
    _key(Command.HELP, ("?", "help"), "these keys", _BOTH),
)

_BY_TYPED = {typed: key for key in KEYS for typed in key.typed}
_LEVELS = frozenset(Level)
_NAMES = {Feedback.AFTER: "a mock", Feedback.IMMEDIATE: "practice"}
_ANSWER = re.compile(r"(?:option )?\(?\s*([a-z]|[1-9])\s*[).]*")
_LEAVING = frozenset({"q", "quit", "exit", "stop", "bye"})
_GO_TO = re.compile(r"(?:g|go)\s*([0-9]{1,9})")
_QUOTED = 20


LEAVING = "f submits the paper; Ctrl-C leaves it, to go on later with quizgen resume"


def keys_of(paper: Paper) -> tuple[Key, ...]:
    """Return the keys that a paper has, in the order help shows them."""
    lacking = _lacking(paper)
    return tuple(
        _suited(key, paper)
        for key in KEYS
        if paper.feedback in key.at and key.command not in lacking
    )


def _suited(key: Key, paper: Paper) -> Key:
    """A row as it is for this paper: the question that an example names is one of its own."""
    if key.command is Command.GO_TO:
        return replace(key, shown=f"g {min(_EXAMPLE, len(paper.questions))}")
    if key.command is Command.FINISH and paper.locked:
        return replace(key, does=_FINISHES)
    return key


def _lacking(paper: Paper) -> set[Command]:
    """What a paper's rules leave no use for, or another key does as well."""
    lacking = set()
    in_order = paper.timing.question_ms is not None
    if in_order:
        lacking |= {
            Command.PREVIOUS,
            Command.GO_TO,
            Command.NEXT_UNANSWERED,
            Command.NEXT_MARKED,
            Command.MARK,
        }
    if in_order or paper.locked or len(paper.sections) == 1:
        lacking.add(Command.NEXT_SECTION)
    if not paper.timing.pause:
        lacking.add(Command.PAUSE)
    if not paper.locked:
        lacking.add(Command.SUBMIT)
    return lacking


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
    if (answer := _answer(word, options)) is not None:
        return answer
    if (target := _GO_TO.fullmatch(word)) and feedback is Feedback.AFTER:
        return GoTo(int(target[1]) - 1)
    return _unknown(word, feedback, options)


def _answer(word: str, options: int) -> Action | None:
    """What is said of the open question itself: an option, or how sure one is."""
    if word in _LEVELS:
        return Sure(Level(word))
    match = _ANSWER.fullmatch(word)
    place = _place(match[1]) if match else None
    if place is None or place < options:
        return None if place is None else Choose(place)
    return Unclear(f"this question has options {letters(options)}")


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
        return Unclear("go to which question? For example: g 1")
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
