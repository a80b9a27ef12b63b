"""Item models: a model, what it yields, and its items, each a function of its id and its facts.

A seed only chooses an id. What an id names, the item shows: never anything else of the pool, so
that a growing pool changes no item. The one exception is `size`, which asks for all of a category.
"""

from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from quizgen.core.item import Difficulty, Form, Item
from quizgen.forms.dates import When
from quizgen.forms.models import drawing
from quizgen.forms.models.draft import Asked, Drawn, Words, difficulty, finished
from quizgen.forms.models.frames import Frame, Pick, is_sound
from quizgen.forms.models.ids import Place, Tokens, item_id, parsed
from quizgen.forms.models.kind import Kind, kind_of
from quizgen.forms.models.phrases import phrases
from quizgen.forms.models.pool import Model
from quizgen.forms.models.records import model_from, model_record
from quizgen.forms.shared import Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.core.diagnostics import Problem
    from quizgen.forms.models.specs.base import FactSpec, ModelSpec

__all__ = [
    "Model",
    "When",
    "Yield",
    "build",
    "count",
    "drawn",
    "fact_count",
    "made",
    "model_from",
    "model_record",
    "weight",
    "yields",
]

_FACTS_AN_ITEM = 6


class Yield(NamedTuple):
    """A form in which a model asks.

    Attributes:
        name: As the author has it under `forms`.
        form: Of the items; statements may also come by twos, as `S2`.
    """

    name: str
    form: Form
    difficulty: Difficulty


def build(
    spec: "ModelSpec", facts: "Sequence[FactSpec]", setting: Setting
) -> "Model | tuple[Problem, ...]":
    """Return the model over its pool, or every problem that keeps it from being one.

    A problem's path begins with `model`, or with `fact` and its number in the pool.
    """
    from quizgen.forms.models.building import build as built

    return built(spec, facts, setting)


def yields(model: Model) -> tuple[Yield, ...]:
    """Return the forms of a model, in the order its author or its kind has them."""
    forms = kind_of(model.spec).forms
    return tuple(
        Yield(name, forms[name].form, difficulty(model, forms[name].form))
        for name in model.spec.forms
    )


def fact_count(model: Model) -> int:
    """Return how many facts a model has; each value of a row is one."""
    return sum(len(fact.names) for fact in model.facts)


def weight(model: Model) -> int:
    """Return how many items a model counts for in a draw: a sixth of its facts, at least one.

    Its facts would fill twice as many without one being asked twice; but an item written by hand
    teaches more than one made from a pool.
    """
    return max(1, fact_count(model) // _FACTS_AN_ITEM)


def drawn(
    model: Model, yield_name: str, seed: str | int, when: When, used: frozenset[str]
) -> str | None:
    """Return the id of an item of a form, none of whose `Question.facts` is used.

    The same arguments give the same id on every machine. None if there is no such item.
    """
    kind = kind_of(model.spec)
    asking = kind.forms[yield_name]
    found = drawing.found(
        asking,
        kind.places(model, yield_name, when),
        lambda place: _frame(model, place, when),
        f"{seed}/{model.spec.id}/{yield_name}",
        used,
    )
    return item_id(model.spec.id, *found) if found else None


@lru_cache(maxsize=128)
def _frame(model: Model, place: Place, when: When) -> "Frame | None":
    """What may be shown: weighed once for a paper, which draws from it again and again."""
    return kind_of(model.spec).frame(model, place, when)


def made(model: Model, item_id: str, setting: Setting) -> Item | None:
    """Return the item of an id; None if it names no sound item of this model.

    The id is written in one way only: facts in order, as many as the form shows, true and false as
    it can express them.
    """
    named = _named(model, item_id)
    words = phrases(setting.lang)
    if named is None or words is None:
        return None
    kind, place, tokens, frame = named
    what = Drawn(item_id, tokens, Words(setting.words, words))
    draft = kind.draft(model, place, what)
    form = kind.forms[place.form].of(len(tokens))
    return finished(model, draft, what, _asked(frame, tokens), form, setting)


def _named(model: Model, text: str) -> tuple[Kind, Place, Tokens, Frame] | None:
    """What an id names, if that is sound."""
    found = parsed(text)
    if found is None or found[0] != model.spec.id:
        return None
    _, place, tokens = found
    kind = kind_of(model.spec)
    asking = kind.forms.get(place.form)
    if asking is None:
        return None
    if asking.headed:
        place, tokens = Place(place.form, place.parts, place.day, tokens[0]), tokens[1:]
    frame = _frame(model, place, None)
    if frame is None or not is_sound(frame, tokens, asking.truths):
        return None
    return kind, place, tokens, frame


def _asked(frame: Frame, tokens: Tokens) -> Asked:
    """Names of the facts an item asks for: of its key alone, or of all it shows."""
    facts = {row.key: row.facts for row in frame.rows}
    of = {token: facts[token.partition(".")[0]] for token in tokens}
    if isinstance(frame, Pick) and not frame.whole:
        return Asked(of[tokens[0]], of)
    shown = tuple(chain.from_iterable(of.values()))
    return Asked(shown if isinstance(frame, Pick) else (*frame.head, *shown), of)


def count(model: Model, when: When) -> dict[Form, int]:
    """Return how many different ids can be drawn, by form; computed, without making them.

    That is fewer than `made` takes: false years and values are drawn from those that are near, and
    of rows that say the same of what is false the first stands for all.
    """
    from quizgen.forms.models.counting import counted

    kind = kind_of(model.spec)
    found: Counter[Form] = Counter()
    for name in model.spec.forms:
        asking = kind.forms[name]
        frames = [kind.frame(model, place, when) for place in kind.places(model, name, when)]
        for tally in [counted(frame, asking.truths) for frame in frames if frame]:
            for size, number in tally.items():
                found[asking.of(size)] += number
    return {form: number for form, number in found.items() if number}
