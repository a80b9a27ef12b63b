"""How diagnostics speak of the dataclasses an author writes, and which of their names he meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ConfigDict, with_config

from quizgen.forms.kinds import KINDS
from quizgen.forms.spec import (
    EntrySpec,
    FileSpec,
    OptionSpec,
    PairSpec,
    ReasonSpec,
    Shared,
    SourceSpec,
    StatementSpec,
    field_names,
)

LISTS = ("questions", "facts", "models")
"""What a file holds besides its own fields."""
OF_FILE = frozenset(field_names(FileSpec)).difference(field_names(Shared))
"""Its own fields that no question has."""


@dataclass(frozen=True, slots=True, eq=False)  # known by identity, of which there are two
class Terms:
    """How problems speak of dataclasses and of what stands in them.

    Attributes:
        called: `a question with options`, `an option`.
        nested: The dataclass of what stands in a field, or in a list in that field.
        begin: How to begin what stands there.
    """

    called: Mapping[type[Any], str]
    nested: Mapping[str, type[Any]]
    begin: Mapping[str, str]

    def __post_init__(self) -> None:
        # The dataclasses know nothing of pydantic, so that nothing but this package loads it.
        for spec in self.called:
            with_config(ConfigDict(extra="forbid"))(spec)


_TRUTH = "begin it with `correct:` or `incorrect:`"
TERMS = Terms(
    called={
        **{kind.spec: f"a question with {kind.name}" for kind in KINDS},
        FileSpec: "a file",
        OptionSpec: "an option",
        StatementSpec: "a statement",
        PairSpec: "a row",
        ReasonSpec: "a reason",
        EntrySpec: "an entry",
        SourceSpec: "a source",
    },
    nested={
        "options": OptionSpec,
        "statements": StatementSpec,
        "pairs": PairSpec,
        "claim": StatementSpec,
        "reasons": ReasonSpec,
        "sequence": EntrySpec,
        "sources": SourceSpec,
    },
    begin={
        "statements": _TRUTH,
        "claim": _TRUTH,
        "reasons": _TRUTH,
        "pairs": "begin it with `matched:` or `mismatched:`",
        "sequence": "begin it with `text:`",
    },
)
"""Of questions and of what a file says of them."""


_ELSEWHERE = {
    "assertion": ("claim",),
    "choices": ("options",),
    "correct": ("right", "matched"),
    "event": ("text",),
    "false": ("incorrect", "wrong", "mismatched"),
    "incorrect": ("wrong", "mismatched"),
    "match": ("matched",),
    "mismatch": ("mismatched",),
    "reason": ("reasons", "why"),
    "right": ("correct", "matched"),
    "stem": ("question",),
    "text": ("event",),
    "true": ("correct", "right", "matched"),
    "wrong": ("incorrect", "mismatched"),
    "year": ("date",),
}
"""What other formats, and other kinds of question, call what has these names here."""


def meant(name: str, names: Iterable[str]) -> str:
    """Return the name that was probably meant by a field of another, "" if none comes near."""
    if name in OF_FILE:
        return ""
    known = list(names)
    others = _ELSEWHERE.get(name.casefold(), ())
    return next((other for other in others if other in known), "") or near(name, known)


def near(name: str, names: Iterable[str]) -> str:
    """Return the name that was probably meant, "" if none comes near."""
    close = get_close_matches(name.casefold(), list(names), n=1)
    return close[0] if close else ""
