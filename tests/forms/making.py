"""Short ways to write what an author writes."""

from typing import Any

from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.kinds import compose
from quizgen.forms.shared import Setting
from quizgen.forms.spec import ChoiceSpec, Common, OptionSpec, StatementSpec, StatementsSpec

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
