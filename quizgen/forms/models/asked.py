"""Which facts a model asks for, and on which days, told without drawing an item.

What `about` finds an item for is among them, and but for them it finds none: so facts are counted
as it would ask for them, though there be thousands and no model be read.
"""

from collections.abc import Iterable
from typing import NamedTuple

from quizgen.forms.models.frames import DISTRACTORS, Frame, Pick, Row, places
from quizgen.forms.models.ids import Place
from quizgen.forms.models.kind import Kind, kind_of
from quizgen.forms.models.pool import Model, lifetime


class AskedFact(NamedTuple):
    """A fact that a model asks for.

    Attributes:
        since: The first day on which it does; empty if it always did.
        until: The first day on which it no longer does.
    """

    fact: str
    since: str
    until: str


def asked_facts(model: Model) -> list[AskedFact]:
    """Return each fact that some item of the model rests on, once."""
    kind = kind_of(model.spec)
    first: dict[str, str] = {}
    for form in model.spec.forms:
        for place in kind.places(model, form, None):
            for fact in _asked_at(kind, model, place):
                first[fact] = min(first.get(fact, place.day), place.day)
    pool = {name: fact for fact in model.facts for name in fact.names}
    found = []
    for fact, day in first.items():
        since, until = lifetime(model, *([pool[fact]] if fact in pool else []))
        found.append(AskedFact(fact, max(day, since), until))
    return found


def _asked_at(kind: Kind, model: Model, place: Place) -> Iterable[str]:
    if place.head:
        return (place.head,)  # the rows beside it are heads of places of their own
    frame = kind.frame(model, place, None)
    rows = _asked_rows(frame) if frame else ()
    head = () if frame is None or isinstance(frame, Pick) else frame.head
    return (*head, *(fact for row in rows for fact in row.facts))


def _asked_rows(frame: Frame) -> Iterable[Row]:
    if not isinstance(frame, Pick):
        return frame.rows
    return [
        frame.rows[number]
        for number in places(frame.keys)
        if (frame.rivals[number] & ~frame.clash[number]).bit_count() >= DISTRACTORS
    ]
