"""The kinds of item models, each loaded only where a model of it is drawn from or checked."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from quizgen.forms.dates import When
    from quizgen.forms.models.draft import Draft, Drawn
    from quizgen.forms.models.frames import Frame
    from quizgen.forms.models.ids import Asking, Place
    from quizgen.forms.models.pool import Model
    from quizgen.forms.models.specs.base import FactSpec, ModelSpec


class Kind(NamedTuple):
    """A kind of model.

    Attributes:
        name: The field that names its pool, and the kind in a record.
        spec: What an author writes of it; `fact`: of an entry of its pool.
        parts: What an author writes in the fields of `spec` that hold several parts.
        holds: What its pool holds, as diagnostics call it.
        forms: The forms it may yield, by name.
        places: What a form may be asked of at some time; without one, ever.
        frame: What may be shown there; without a time, in any item that was ever drawn.
        draft: What is shown of drawn facts.
    """

    name: str
    spec: "type[ModelSpec]"
    fact: "type[FactSpec]"
    parts: Mapping[str, type[Any]]
    holds: str
    forms: "Mapping[str, Asking]"
    places: "Callable[[Model, str, When | None], list[Place]]"
    frame: "Callable[[Model, Place, When | None], Frame | None]"
    draft: "Callable[[Model, Place, Drawn], Draft]"


def _timeline() -> Kind:
    from quizgen.forms.models.specs.timeline import EventFact, TimelineModel
    from quizgen.forms.models.timeline import FORMS, frame, places
    from quizgen.forms.models.timeline_drafts import draft

    return Kind("timeline", TimelineModel, EventFact, {}, "events", FORMS, places, frame, draft)


def _membership() -> Kind:
    from quizgen.forms.models.membership import FORMS, frame, places
    from quizgen.forms.models.membership_drafts import draft
    from quizgen.forms.models.specs.membership import CategorySpec, MembershipModel, StatusFact

    parts = {"categories": CategorySpec}
    spec, fact = MembershipModel, StatusFact
    return Kind("membership", spec, fact, parts, "entities", FORMS, places, frame, draft)


def _statements() -> Kind:
    from quizgen.forms.models.specs.statements import GroupSpec, StatementFact, StatementsModel
    from quizgen.forms.models.statements import FORMS, draft, frame, places

    parts = {"groups": GroupSpec}
    spec, fact = StatementsModel, StatementFact
    return Kind("statements", spec, fact, parts, "statements", FORMS, places, frame, draft)


def _attributes() -> Kind:
    from quizgen.forms.models.attributes import FORMS, frame, places
    from quizgen.forms.models.attributes_drafts import draft
    from quizgen.forms.models.specs.attributes import AttributesModel, ColumnSpec, RowFact

    parts = {"columns": ColumnSpec}
    spec, fact = AttributesModel, RowFact
    return Kind("attributes", spec, fact, parts, "rows", FORMS, places, frame, draft)


_KINDS: dict[str, Callable[[], Kind]] = {
    "timeline": _timeline,
    "membership": _membership,
    "statements": _statements,
    "attributes": _attributes,
}
NAMES = tuple(_KINDS)


@cache
def kind_named(name: str) -> Kind:
    """Return the kind of that name; `KeyError` if there is none."""
    return _KINDS[name]()


def kind_of(spec: "ModelSpec") -> Kind:
    """Return the kind of a model; `TypeError` if it is of none."""
    if spec.kind not in _KINDS:
        raise TypeError(type(spec))
    return kind_named(spec.kind)
