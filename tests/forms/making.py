"""Short ways to write what an author writes."""

from typing import Any

from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
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

SETTING = Setting(bank="notes")


def statements(truths: str, **fields: Any) -> StatementsSpec:
    """Statements that are correct (`+`) or not (`-`)."""
    made = tuple(
        StatementSpec(correct=f"It is {number}.", id=f"s{number}")
        if truth == "+"
        else StatementSpec(incorrect=f"It is {number}.", id=f"s{number}")
        for number, truth in enumerate(truths, 1)
    )
    return StatementsSpec(**{"id": "it", "statements": made, **fields})


def choice(*options: str | OptionSpec, **fields: Any) -> ChoiceSpec:
    """A question with those options."""
    return ChoiceSpec(**{"id": "it", "question": "Where?", "options": options, **fields})


def pairs(truths: str, *, columns: int = 2, **fields: Any) -> PairsSpec:
    """Rows that are matched (`+`) or not (`-`), of two columns or three."""
    made = []
    for number, truth in enumerate(truths, 1):
        right = " | ".join(f"{name} {number}" for name in ("right", "and")[: columns - 1])
        wrong = right.replace("right", "wrong")
        made.append(
            PairSpec(matched=f"Left {number} | {right}", id=f"p{number}")
            if truth == "+"
            else PairSpec(mismatched=f"Left {number} | {wrong}", match=right, id=f"p{number}")
        )
    return PairsSpec(**{"id": "it", "pairs": tuple(made), **fields})


def reasons(claim: str, truths: str, /, **fields: Any) -> ReasonsSpec:
    """A claim, and reasons that are correct (`+`), correct and explain it (`!`), or not (`-`)."""
    made = tuple(
        ReasonSpec(incorrect=f"Reason {number}.", id=f"r{number}")
        if truth == "-"
        else ReasonSpec(correct=f"Reason {number}.", explains=truth == "!", id=f"r{number}")
        for number, truth in enumerate(truths, 1)
    )
    told = (
        StatementSpec(correct="A claim.") if claim == "+" else StatementSpec(incorrect="A claim.")
    )
    return ReasonsSpec(**{"id": "it", "claim": told, "reasons": made, **fields})


def sequence(*dates: str, **fields: Any) -> SequenceSpec:
    """Entries with those dates, or ranks if they are of one digit."""
    made = tuple(
        EntrySpec(text=f"Event {number}", id=f"e{number}", rank=date)
        if len(date) == 1
        else EntrySpec(text=f"Event {number}", id=f"e{number}", date=date)
        for number, date in enumerate(dates, 1)
    )
    return SequenceSpec(**{"id": "it", "sequence": made, **fields})


def item(spec: Common, setting: Setting = SETTING) -> Item:
    """The item of a spec that must have one."""
    made = compose(spec, setting)
    assert isinstance(made, Item), made
    return made


def problems(spec: Common) -> tuple[Problem, ...]:
    """The problems of a spec that must have some."""
    made = compose(spec, SETTING)
    assert not isinstance(made, Item)
    return made


def codes(spec: Common) -> list[str]:
    """The codes of the problems of a spec."""
    return [problem.code for problem in problems(spec)]


def texts(made: Item) -> list[str]:
    """The texts of the options, in order."""
    return [option.text for option in made.question.options]


def key(made: Item) -> str:
    """The text of the right option."""
    return made.question.option(made.answer.key).text
