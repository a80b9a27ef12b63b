"""An item: what a candidate sees (Question), and what he must not see yet (Answer).

The two are kept apart so that the attempt, which never sees an Answer, cannot leak one.
Texts are the Markdown subset of `text.py`.
"""

from dataclasses import dataclass
from enum import StrEnum

LETTERS = "abcde"

DECLINED = "~declined"
"""Id of the option *not attempted* that some papers add; no author's id holds a `~`."""


UNNAMED = "x-"
"""What the id of an item begins with that its author gave none."""


class Form(StrEnum):
    """The forms of UPSC questions, by the codes of the design's reference on exams."""

    DIRECT = "D"
    TWO_STATEMENTS = "S2"
    STATEMENTS = "SN"
    LIST = "L"
    NEGATIVE = "N"
    HOW_MANY = "H"
    PAIRS = "P"
    HOW_MANY_PAIRS = "HP"
    HOW_MANY_ROWS = "HR"
    ONE_REASON = "A2"
    TWO_REASONS = "A3"
    SEQUENCE = "Q"


class Difficulty(StrEnum):
    """How hard an author says a question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice.

    Attributes:
        id: The author's own, or a fingerprint of the text; for a composed code, made of the
            statements it names. Responses are stored by it, never by letter.
        text: One line.
        pinned: Keeps its place when the options are shuffled (*None of the above*).
    """

    id: str
    text: str
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a candidate sees.

    Attributes:
        bank: With `id` it names the item; see `ref`.
        stem: Everything above the options, as blocks of text; composed for statement questions.
        options: In the author's order, or for a paper in the order shown; two to five.
        topic: As written by the author; empty if he gave none.
        shuffle: Whether the options may be shuffled at all.
        facts: Names of the facts the item rests on.
        fingerprint: Of the normalised text, whatever the order of options; stored with responses.
        as_of: The date the answer depends on, empty for a timeless one: `2019-11-22`, `2019-11`
            or `2019`.
    """

    bank: str
    id: str
    form: Form
    stem: str
    options: tuple[Option, ...]
    topic: str = ""
    difficulty: Difficulty | None = None
    shuffle: bool = True
    facts: tuple[str, ...] = ()
    fingerprint: str = ""
    as_of: str = ""

    @property
    def ref(self) -> str:
        """The name of the item over all banks: `bank:id`."""
        return f"{self.bank}:{self.id}"

    def letter(self, option_id: str) -> str:
        """Return the displayed letter, `a` to `e`, of an option of this question."""
        for letter, option in zip(LETTERS, self.options, strict=False):
            if option.id == option_id:
                return letter
        raise KeyError(option_id)

    def option(self, option_id: str) -> Option:
        """Return the option of that id."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True)
class Why:
    """What an explanation says of one statement or one option.

    Attributes:
        label: The statement's numeral (`II`), or the id of an option.
        correct: Whether the statement is correct, or the option is the key.
        text: The author's words; may be empty.
        verdict: What is said in place of *Correct* or *Not correct*: `Correctly matched.`
        facts: Names of the facts that this statement rests on, of those of its question.
        id: Of the statement, as the ids of coded options name it; empty where no statement of the
            question names facts.
    """

    label: str
    correct: bool
    text: str = ""
    verdict: str = ""
    facts: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a candidate sees after answering.

    Attributes:
        key: Id of the right option.
        statements: A why for each numbered statement, in order; empty for other forms.
        options: A why for each option that has one, in the author's order.
        source: Title, year; as printed. Empty if none.
        locator: The place within the source.
        document: Short title of the source, for grouping.
        since: The date from which it can be asked; empty: always could.
        until: The date from which it is no longer true; empty: it still is.
        void: Whether no option, or several, turned out to be right after the question was asked:
            then it is not marked. Never set in a bank.
    """

    key: str
    statements: tuple[Why, ...] = ()
    options: tuple[Why, ...] = ()
    explanation: str = ""
    remember: str = ""
    source: str = ""
    locator: str = ""
    document: str = ""
    since: str = ""
    until: str = ""
    void: bool = False

    @property
    def right(self) -> str | None:
        """Id of the right option; None where the question is void."""
        return None if self.void else self.key


@dataclass(frozen=True, slots=True)
class Item:
    """A question and its answer, as a bank holds them.

    Attributes:
        tags: The author's own labels.
    """

    question: Question
    answer: Answer
    tags: tuple[str, ...] = ()
