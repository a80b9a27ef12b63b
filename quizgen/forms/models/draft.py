"""What a kind of model makes of drawn facts, and the item the existing forms make of that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.core.chance import rank, shuffled
from quizgen.core.item import Answer, Difficulty, Form, Item, Why
from quizgen.forms.dates import first_day, last_day
from quizgen.forms.models.ids import Tokens
from quizgen.forms.models.phrases import Phrases, capital
from quizgen.forms.models.pool import Model, known_from, known_until
from quizgen.forms.models.specs.base import FactSpec
from quizgen.forms.shared import Cited, Setting, one_line
from quizgen.forms.specs.base import Common
from quizgen.forms.wording import Wording

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Problem
    from quizgen.forms.specs.choice import OptionSpec


class Words(NamedTuple):
    """The fixed words of a setting: those of the forms, and those of models."""

    forms: Wording
    models: Phrases

    def on(self, date: str) -> str:
        """Return `on 10 January 1966`, `in January 1966`, `in 1966`."""
        return self.models.dated(date, self.forms.dated(date))

    def within_year(self, date: str) -> str:
        """Return a date without its year, which is said already: `10 January`; empty for a year."""
        _, month, day = (*date.split("-"), "", "")[:3]
        if not month:
            return ""
        name = self.forms.months[int(month) - 1]
        return self.models.day.format(day=int(day), month=name) if day else name

    def on_within_year(self, date: str) -> str:
        """Return `On 10 January`, `In January`; empty for a year."""
        said = self.within_year(date)
        return capital(self.models.dated(date, said)) if said else ""


class Draft(NamedTuple):
    """An item, told as an author would tell it.

    Attributes:
        spec: What is shown, in the order shown.
        rests: The facts that the answer and its explanation rest on, each with what it bears: a
            numeral or a name.
    """

    spec: Common
    rests: tuple[tuple[FactSpec, str], ...]


class Drawn(NamedTuple):
    """What a kind is handed to make a draft.

    Attributes:
        item: The id of the item, from which every order is drawn.
        tokens: As named by the id, without a head.
    """

    item: str
    tokens: tuple[str, ...]
    words: Words

    def shuffled(self) -> list[str]:
        """The tokens in the order in which they are shown."""
        return shuffled(self.tokens, self.item, str)

    def numeral(self, place: int) -> str:
        """The numeral of what is shown at that place, from 0."""
        return self.words.forms.numerals[place]


def shown_id(token: str) -> str:
    """Return the id, among what a question shows, of a fact shown with another's value."""
    return token.replace(".", "-as-")


def in_order(options: "Sequence[OptionSpec]", item: str) -> "tuple[OptionSpec, ...]":
    """Return options in the order shown: numbers and dates as they rise, others by rank."""
    from quizgen.forms.choice import movable, pinned
    from quizgen.forms.models.values import natural

    texts = [option.words for option in options]
    if movable(texts, [pinned(text) for text in texts]):
        return tuple(shuffled(options, item, lambda option: option.id))
    return tuple(sorted(options, key=lambda option: (natural(option.words), option.words)))


DIFFICULTIES = {
    Form.DIRECT: Difficulty.EASY,
    Form.HOW_MANY: Difficulty.HARD,
    Form.HOW_MANY_PAIRS: Difficulty.HARD,
    Form.HOW_MANY_ROWS: Difficulty.HARD,
    Form.SEQUENCE: Difficulty.HARD,
}
"""Of the forms that are not of medium difficulty."""


def difficulty(model: Model, form: Form) -> Difficulty:
    """Return how hard the items of a form are: the author's word, or as the form goes."""
    return model.spec.difficulty or DIFFICULTIES.get(form, Difficulty.MEDIUM)


Composer = Callable[[Any, Setting], "Item | tuple[Problem, ...]"]


def _composer(form: Form) -> Composer:
    """Return what composes items of a form, and load nothing else."""
    if form is Form.DIRECT:
        from quizgen.forms.choice import compose

        return compose
    if form in {Form.PAIRS, Form.HOW_MANY_PAIRS, Form.HOW_MANY_ROWS}:
        from quizgen.forms.pairs import compose as compose_pairs

        return compose_pairs
    if form is Form.SEQUENCE:
        from quizgen.forms.sequence import compose as compose_sequence

        return compose_sequence
    from quizgen.forms.statements import compose as compose_statements

    return compose_statements


class Asked(NamedTuple):
    """Names of the facts an item asks for: all of them, and those of each token it shows."""

    facts: Tokens
    of: Mapping[str, Tokens]


def finished(
    model: Model, draft: Draft, drawn: Drawn, asked: Asked, form: Form, setting: Setting
) -> Item | None:
    """Return the item of a draft under its own id; None if its form refuses it."""
    spec = replace(
        draft.spec,
        # A form draws its options from the id, which is of letters, digits and hyphens for it.
        id=f"m{rank(drawn.item):016x}",
        topic=model.spec.topic,
        difficulty=difficulty(model, form),
        remember=model.spec.remember,
        tags=model.spec.tags,
    )
    made = _composer(form)(spec, replace(setting, bank=model.bank))
    if not isinstance(made, Item):
        return None
    question = replace(made.question, id=drawn.item, facts=asked.facts)
    answer = _answer(model, made.answer, draft)
    whys = _named(answer.statements, drawn, asked)
    return Item(question, replace(answer, statements=whys), made.tags)


def _named(whys: Sequence[Why], drawn: Drawn, asked: Asked) -> tuple[Why, ...]:
    """What is said of each thing shown, with the facts that it asks for."""
    shown = dict(zip(drawn.words.forms.numerals, drawn.shuffled(), strict=False))
    return tuple(
        [
            replace(why, facts=asked.of[shown[why.label]], id=shown_id(shown[why.label]))
            for why in whys
        ]
    )


def _answer(model: Model, answer: Answer, draft: Draft) -> Answer:
    facts = [fact for fact, _ in draft.rests]
    since = [date for date in (*map(known_from, facts), model.spec.since) if date]
    until = [date for date in (*map(known_until, facts), model.spec.until) if date]
    source = _source(model, draft.rests)
    return replace(
        answer,
        source=source.text,
        locator=source.locator,
        document=source.document,
        since=max(since, key=last_day, default=""),
        until=min(until, key=first_day, default=""),
    )


class _Source(NamedTuple):
    text: str = ""
    locator: str = ""
    document: str = ""


def _source(model: Model, rests: Sequence[tuple[FactSpec, str]]) -> _Source:
    """The sources of facts as printed, each title once; what a place bears where there are several.

    `Title, 2019, page 2 (I, III), page 5 (II); Other title, 2021 (IV)`.
    """
    known = {fact.id: cited for fact, cited in zip(model.facts, model.cited, strict=True)}
    borne: dict[Cited, dict[str, list[str]]] = {}
    for fact, bears in rests:
        cited = known[fact.id]
        if cited.text:
            borne.setdefault(cited, {}).setdefault(one_line(fact.locator), []).append(bears)
    if not borne:
        return _Source()
    (first, places), *others = borne.items()
    if not others and len(places) == 1:
        return _Source(first.text, next(iter(places)), first.document)
    listed = [_listed(cited, places) for cited, places in borne.items()]
    return _Source("; ".join(listed), "", first.document)


def _listed(cited: Cited, places: Mapping[str, Sequence[str]]) -> str:
    """One title with its places, each with what it bears; first what has none."""
    text = cited.text
    for place, bears in sorted(places.items(), key=lambda one: one[0] != ""):
        names = ", ".join(dict.fromkeys(name for name in bears if name))
        text += (f", {place}" if place else "") + (f" ({names})" if names else "")
    return text
