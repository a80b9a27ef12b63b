"""Items of a model that ask for one fact: as `model.drawn`, from a few facts of the pool about it.

Of a whole pool an item shows the fact once in a hundred times; of a handful every other time. So a
few are tried, and codes and counts stay as even as in any draw.
"""

from functools import lru_cache

from quizgen.core.chance import shuffled
from quizgen.forms.dates import When
from quizgen.forms.models import drawing
from quizgen.forms.models.frames import Frame, Pick, Row, Rows, bits
from quizgen.forms.models.ids import Place, item_id
from quizgen.forms.models.kind import kind_of
from quizgen.forms.models.pool import Model

_BESIDE = 8
"""Facts that are drawn from besides the one."""

_ATTEMPTS = 24
_OUT = "\N{NULL}"
"""A name that no fact has: it bars rows from a draw."""


def about(
    model: Model, yield_name: str, fact: str, seed: str, when: When, used: frozenset[str]
) -> str | None:
    """Return the id of an item of a form that rests on a fact, and on none that is used.

    The same arguments give the same id on every machine. None if none was found.
    """
    kind = kind_of(model.spec)
    asking = kind.forms[yield_name]
    among = [place for place in kind.places(model, yield_name, when) if place.head in {"", fact}]
    for attempt in range(_ATTEMPTS):
        tried = f"{seed}/{model.spec.id}/{yield_name}/{attempt}"

        def build(place: Place, tried: str = tried) -> Frame | None:
            frame = _frame(model, place, when)
            return _narrowed(frame, fact, tried) if frame else None

        found = drawing.found(asking, among, build, tried, used | {_OUT})
        if found and _shows(_frame(model, found[0], when), found[1], fact):
            return item_id(model.spec.id, *found)
    return None


@lru_cache(maxsize=128)
def _frame(model: Model, place: Place, when: When) -> Frame | None:
    """Weighed once for a session."""
    return kind_of(model.spec).frame(model, place, when)


def _narrowed(frame: Frame, fact: str, seed: str) -> Frame | None:
    """What may be shown about a fact: it, and a few others beside it; None without it."""
    own = bits(number for number, row in enumerate(frame.rows) if fact in row.facts)
    if isinstance(frame, Pick):
        return frame._replace(keys=frame.keys & own) if frame.keys & own else None
    if fact in frame.head:
        return frame
    return _few(frame, own, seed) if own else None


def _few(frame: Rows, own: int, seed: str) -> Rows:
    clash = 0
    for number, rivals in enumerate(frame.clash):
        clash |= rivals if own >> number & 1 else 0
    beside = [number for number in range(len(frame.rows)) if not (own | clash) >> number & 1]
    order = shuffled(beside, f"{seed}/beside", lambda number: frame.rows[number].key)
    kept = own | bits(order[:_BESIDE])
    return frame._replace(
        rows=tuple(
            row if kept >> number & 1 else _barred(row) for number, row in enumerate(frame.rows)
        )
    )


def _barred(row: Row) -> Row:
    return row._replace(bars=(_OUT,))


def _shows(frame: Frame | None, tokens: tuple[str, ...], fact: str) -> bool:
    if frame is None or isinstance(frame, Pick):
        return frame is not None
    shown = {token.partition(".")[0] for token in tokens}
    return fact in frame.head or any(row.key in shown and fact in row.facts for row in frame.rows)
