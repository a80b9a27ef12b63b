"""What the rules look at in a question of any kind: its texts, and what is right among them."""

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.core.item import Item
from quizgen.forms.codes import read_code
from quizgen.forms.shared import Path, one_line
from quizgen.forms.spec import (
    ChoiceSpec,
    Common,
    EntrySpec,
    OptionSpec,
    PairSpec,
    PairsSpec,
    ReasonSpec,
    ReasonsSpec,
    SequenceSpec,
    StatementSpec,
    StatementsSpec,
)

Written = OptionSpec | StatementSpec | PairSpec | ReasonSpec | EntrySpec
"""An option, a statement, a row or an entry as the author wrote it, with a why."""

_MOST_STATEMENTS = 6
_FIELDS = ("right", "wrong", "text", "correct", "incorrect", "matched", "mismatched")


class Part(NamedTuple):
    """An option or a statement: where its text stands, the text on one line, and its truth."""

    path: Path
    text: str
    right: bool


_LISTS: dict[type[Common], str] = {
    ChoiceSpec: "options",
    StatementsSpec: "statements",
    PairsSpec: "pairs",
    ReasonsSpec: "reasons",
    SequenceSpec: "sequence",
}


def written(spec: Common) -> list[tuple[Path, Written]]:
    """Return each option, statement, row or entry that may have a why, in order."""
    name = _LISTS[type(spec)]
    listed = getattr(spec, name)
    entries: list[tuple[Path, Written]] = [
        ((name, number), one) for number, one in enumerate(listed) if not isinstance(one, str)
    ]
    return [(("claim",), spec.claim), *entries] if isinstance(spec, ReasonsSpec) else entries


def asking(spec: Common) -> Sequence[tuple[Path, str]]:
    """Return the author's own lines around the options, statements or rows, those not empty."""
    if isinstance(spec, ChoiceSpec):
        return ((("question",), spec.question),)
    if isinstance(spec, StatementsSpec | PairsSpec | SequenceSpec):
        lines = ((("lead",), spec.lead), (("closing",), spec.closing))
        return [(path, text) for path, text in lines if text]
    return ()


def asked(spec: Common, item: Item) -> str:
    """Return those lines, and the options of a direct question, as one text: cheap."""
    if isinstance(spec, ChoiceSpec):
        return "\n".join([spec.question, *[option.text for option in item.question.options]])
    if isinstance(spec, ReasonsSpec):
        return ""
    lead, closing = getattr(spec, "lead", ""), getattr(spec, "closing", "")
    return f"{lead}\n{closing}" if lead or closing else ""


def options(spec: ChoiceSpec, item: Item) -> tuple[Part, ...]:
    """Return the options of a direct question; none where they are codes, as in an old paper."""
    parts = [
        Part(option_path(spec, number), option.text, option.id == item.answer.key)
        for number, option in enumerate(item.question.options)
        if not option.pinned
    ]
    return () if all(is_code(part.text) for part in parts) else tuple(parts)


def is_code(option: str) -> bool:
    """Return whether an option names statements by their numerals, such as `I and II only`."""
    return bool(read_code(option, _MOST_STATEMENTS))


def option_path(spec: ChoiceSpec, number: int) -> Path:
    """Return the way to the text of an option."""
    option = spec.options[number]
    path = ("options", number)
    return path if isinstance(option, str) else text_path(path, option)


def statements(spec: Common) -> tuple[Part, ...]:
    """Return statements that are correct or not; none for a question of another kind."""
    if not isinstance(spec, StatementsSpec | ReasonsSpec):
        return ()
    return tuple(
        Part(text_path(path, one), one_line(one.words), bool(one.correct))
        for path, one in written(spec)
        if isinstance(one, StatementSpec | ReasonSpec)
    )


def words(one: Written) -> str:
    """Return the text of an option, statement, row or entry."""
    return one.text if isinstance(one, EntrySpec) else one.words


def text_path(path: Path, one: Written) -> Path:
    """Return the way to the text itself, from the way to what it belongs to."""
    return (*path, next((name for name in _FIELDS if getattr(one, name, "")), "text"))


def place(spec: Common) -> Path:
    """Return the way to what stands for the whole question: its id, or itself."""
    return ("id",) if spec.id else ()


def whys(spec: Common) -> list[tuple[Path, str]]:
    """Return all that is said after the answer."""
    said: list[tuple[Path, str]] = [
        (("explanation",), spec.explanation),
        (("remember",), spec.remember),
    ]
    said += [((*path, "why"), one.why) for path, one in written(spec)]
    return said


def teaching(spec: Common) -> str:
    """Return all that is said after the answer as one text, which is quicker than `whys`."""
    said = [spec.explanation, spec.remember]
    said += [one.why for one in getattr(spec, _LISTS[type(spec)]) if type(one) is not str]
    if isinstance(spec, ReasonsSpec):
        said.append(spec.claim.why)
    return "\n".join(said)
