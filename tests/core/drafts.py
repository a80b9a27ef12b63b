"""Questions of every kind as an author may write them, correct them and mend their slips."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from quizgen.core.assembly import Terms, assemble
from quizgen.core.item import Answer, Item, Question
from quizgen.core.paper import Feedback, MarkingScheme
from quizgen.forms.kinds import compose
from quizgen.forms.shared import Setting
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

Truths = tuple[int, ...]

KINDS = ("choice", "which", "which-not", "how-many", "pairs", "rows", "reasons", "sequence")


@dataclass(frozen=True)
class Draft:
    """A question before it is composed.

    Attributes:
        kind: One of `KINDS`.
        head: Stem, subject, heads of a table or lead line.
        parts: Options, statements, rows, claim and reasons, or entries.
        truths: Of each part 1 or 0; of a reason 2 if it explains; of an entry its rank.
        ids: The author's, of each part; empty: he gave none.
        facts: Whether each part has a fact of its own, where it can.
    """

    kind: str
    head: str
    parts: tuple[str, ...]
    truths: Truths
    ids: tuple[str, ...]
    facts: bool = False
    name: str = "it"

    def permuted(self, order: list[int]) -> "Draft":
        return replace(
            self,
            parts=tuple(self.parts[n] for n in order),
            truths=tuple(self.truths[n] for n in order),
            ids=tuple(self.ids[n] for n in order),
        )


def spec(draft: Draft) -> Common:
    """Return the draft as its author would write it."""
    return _SPECS[draft.kind](draft)


def _choice(draft: Draft) -> Common:
    made = [
        OptionSpec(**{"right" if truth else "wrong": text, "id": name, "why": f"Why of {text}."})
        for text, truth, name in zip(draft.parts, draft.truths, draft.ids, strict=True)
    ]
    return ChoiceSpec(id=draft.name, question=draft.head, options=tuple(made))


def _said(text: str, truth: int) -> dict[str, Any]:
    return {"correct" if truth else "incorrect": text}


def _facts(draft: Draft, number: int) -> dict[str, Any]:
    return {"facts": (f"fact-{number}",)} if draft.facts else {}


def _statements(draft: Draft) -> Common:
    made = [
        StatementSpec(
            **_said(text, truth),
            id=name,
            why=f"Why of {text}.",
            **_facts(draft, number),
        )
        for number, (text, truth, name) in enumerate(
            zip(draft.parts, draft.truths, draft.ids, strict=True)
        )
    ]
    ask: Any = draft.kind
    return StatementsSpec(id=draft.name, about=draft.head, statements=tuple(made), ask=ask)


def _pairs(draft: Draft) -> Common:
    made = [
        PairSpec(matched=f"{text} | {text} city", id=name, **_facts(draft, number))
        if truth
        else PairSpec(
            mismatched=f"{text} | {text} city", match="another", id=name, **_facts(draft, number)
        )
        for number, (text, truth, name) in enumerate(
            zip(draft.parts, draft.truths, draft.ids, strict=True)
        )
    ]
    ask: Any = "which" if draft.kind == "pairs" else "how-many"
    return PairsSpec(id=draft.name, heads=f"{draft.head} | City", pairs=tuple(made), ask=ask)


def _reasons(draft: Draft) -> Common:
    claim, *reasons = zip(draft.parts, draft.truths, draft.ids, strict=True)
    made = [
        ReasonSpec(**_said(text, truth), explains=truth == 2, id=name, why="So.")
        for text, truth, name in reasons
    ]
    return ReasonsSpec(id=draft.name, claim=StatementSpec(**_said(*claim[:2])), reasons=tuple(made))


def _sequence(draft: Draft) -> Common:
    made = [
        EntrySpec(text=text, date=str(1900 + rank), id=name)
        for text, rank, name in zip(draft.parts, draft.truths, draft.ids, strict=True)
    ]
    return SequenceSpec(id=draft.name, lead=draft.head, sequence=tuple(made))


_SPECS: dict[str, Callable[[Draft], Common]] = {
    "choice": _choice,
    "which": _statements,
    "which-not": _statements,
    "how-many": _statements,
    "pairs": _pairs,
    "rows": _pairs,
    "reasons": _reasons,
    "sequence": _sequence,
}


def item(draft: Draft) -> Item | None:
    """Return the item of a draft; None if it is none."""
    made = compose(spec(draft), Setting(bank="notes"))
    return made if isinstance(made, Item) else None


def shown(made: Item, seed: str = "1", *, declining: bool = False) -> tuple[Question, Answer]:
    """Return a question as a paper shows it, and its answer."""
    marking = MarkingScheme(declining=declining)
    terms = Terms(1, None, None, marking, "", Fraction(0))
    paper, answers = assemble([made], terms, seed, title="", feedback=Feedback.AFTER)
    return paper.questions[0], answers[0]


_WORDS = st.text("abcdefgh", min_size=2, max_size=9) | st.integers(1900, 2030).map(str)
_TEXTS = st.lists(_WORDS, min_size=2, max_size=4).map(lambda words: " ".join(["It", *words]))


def _truths(kind: str, count: int) -> st.SearchStrategy[Truths]:
    if kind == "choice":
        return st.integers(0, count - 1).map(lambda key: tuple(int(n == key) for n in range(count)))
    if kind == "sequence":
        return st.permutations(range(count)).map(tuple)
    if kind == "reasons":
        return st.tuples(st.integers(0, 1), *[st.integers(0, 2)] * (count - 1))
    return st.tuples(*[st.integers(0, 1)] * count)


_MOST = {"reasons": 3, "rows": 4, "how-many": 4, "sequence": 4}
_FEWEST = {"rows": 3, "how-many": 3, "sequence": 3}


@st.composite
def drafts(draw: Callable[..., Any], kinds: tuple[str, ...] = KINDS) -> Draft:
    """Drafts that can be composed."""
    kind = draw(st.sampled_from(kinds))
    count = draw(st.integers(_FEWEST.get(kind, 2), _MOST.get(kind, 5)))
    parts = draw(st.lists(_TEXTS, min_size=count, max_size=count, unique_by=str.casefold))
    own = draw(st.booleans())
    return Draft(
        kind=kind,
        head=draw(_TEXTS),
        parts=tuple(parts),
        truths=draw(_truths(kind, count).filter(lambda truths: _is_sound(kind, parts, truths))),
        ids=tuple(f"p{number}" if own else "" for number in range(count)),
        facts=draw(st.booleans()),
    )


def _is_sound(kind: str, parts: list[str], truths: Truths) -> bool:
    return item(Draft(kind, "It", tuple(parts), truths, ("",) * len(parts))) is not None


def corrected(draft: Draft) -> st.SearchStrategy[Draft]:
    """The same draft with another truth that can be composed."""
    others = _truths(draft.kind, len(draft.parts)).filter(
        lambda truths: truths != draft.truths and _is_sound(draft.kind, list(draft.parts), truths)
    )
    return others.map(lambda truths: replace(draft, truths=truths))


@st.composite
def mended(draw: Callable[..., Any], draft: Draft) -> Draft:
    """The same draft with one letter or digit changed, left out or doubled, somewhere."""
    place = draw(st.integers(-1, len(draft.parts) - 1))
    text = draft.head if place < 0 else draft.parts[place]
    at = draw(st.integers(0, len(text) - 1))
    new = draw(st.sampled_from(["", "x", "7", text[at] * 2]))
    text = text[:at] + new + text[at + 1 :]
    if place < 0:
        return replace(draft, head=text)
    return replace(draft, parts=(*draft.parts[:place], text, *draft.parts[place + 1 :]))
