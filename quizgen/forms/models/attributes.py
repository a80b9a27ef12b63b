"""Attributes: what may be asked of the values of a table (forms D, P, HP, HR, S2, SN and H).

Two values of which one may be meant by the other never stand as right and wrong. What is wrong is
drawn from what is near.
"""

from collections.abc import Iterable, Mapping, Sequence

from quizgen.core.item import Form
from quizgen.forms.dates import When
from quizgen.forms.models.frames import DISTRACTORS, Frame, Pick, Row, Rows, bits, masks
from quizgen.forms.models.ids import BALANCED, CODED, COUNTED, PICKED, STATED, Asking, Place
from quizgen.forms.models.near import NEAREST
from quizgen.forms.models.pool import Model, askable, spec_as
from quizgen.forms.models.specs.attributes import AttributesModel, ColumnSpec, RowFact, value_name
from quizgen.forms.models.tables import Cells, Table, table

FORMS = {
    "value": Asking(Form.DIRECT, BALANCED),
    "name": Asking(Form.DIRECT, PICKED),
    "pairs": Asking(Form.PAIRS, CODED),
    "how-many-pairs": Asking(Form.HOW_MANY_PAIRS, COUNTED),
    "how-many-rows": Asking(Form.HOW_MANY_ROWS, COUNTED),
    "which": Asking(Form.STATEMENTS, STATED),
    "how-many": Asking(Form.HOW_MANY, COUNTED),
}
_STATED = frozenset(("which", "how-many"))


def places(model: Model, form: str, _when: When | None) -> list[Place]:
    """Return what a form may be asked of: a column, two columns, or all that make statements."""
    columns = spec_as(model, AttributesModel).columns
    if form in _STATED:
        return [Place(form)]
    if form == "how-many-rows":
        return [
            Place(form, (first.id, second.id))
            for number, first in enumerate(columns)
            for second in columns[number + 1 :]
        ]
    needed = {"value": "question", "name": "reverse"}.get(form, "head")
    return [Place(form, (column.id,)) for column in columns if getattr(column, needed)]


def frame(model: Model, place: Place, when: When | None) -> Frame | None:
    """Return what may be shown at a place; None if there is no such place."""
    if place not in places(model, place.form, when):
        return None
    rows = askable(model, RowFact, when)
    stands = {row.id: number for number, row in enumerate(model.facts)}
    if place.form in _STATED:
        columns = [one for one in spec_as(model, AttributesModel).columns if one.statement]
        return _statements([table(rows, (one.id,), stands) for one in columns], when)
    held = table(rows, place.parts, stands)
    match place.form:
        case "value":
            return _values(held, when)
        case "name":
            return _names(held, when)
    return _pairs(held, when)


def _rows(held: Table) -> tuple[Row, ...]:
    return tuple([Row(one.row.id, one.facts) for one in held.rows])


def _asked(held: Table) -> int:
    """The rows that can be asked for, in that neither name nor value tells the other."""
    return bits(number for number, one in enumerate(held.rows) if not one.name_echoes)


def _values(held: Table, when: When | None) -> Pick:
    clash = masks(held.rows, _alike)
    rivals = [_unlike(held, own) for own in range(len(held.rows))]
    if when:
        rivals = [_apart(_near_values(held, n, found), clash) for n, found in enumerate(rivals)]
    return Pick(
        rows=_rows(held),
        keys=_asked(held),
        rivals=tuple(map(bits, rivals)),
        clash=clash,
        classes=tuple([one.texts[0].casefold() for one in held.rows]),
        heights=held.heights,
    )


def _apart(order: Sequence[int], clash: Sequence[int]) -> list[int]:
    """The nearest of several rows that can all stand together; all where those are too few."""
    barred, found = 0, list[int]()
    for number in order:
        if len(found) < NEAREST and not barred >> number & 1:
            found.append(number)
            barred |= clash[number]
    return found if len(found) >= DISTRACTORS else [*order]


def _names(held: Table, when: When | None) -> Pick:
    rivals = [_unlike(held, own) for own in range(len(held.rows))]
    if when:
        rivals = [held.nearest(n, found)[:NEAREST] for n, found in enumerate(rivals)]
    return Pick(
        rows=_rows(held),
        keys=_asked(held),
        rivals=tuple(map(bits, rivals)),
        clash=(0,) * len(held.rows),
        classes=tuple([one.row.id for one in held.rows]),
    )


def _unlike(held: Table, own: int) -> list[int]:
    """The rows whose values surely differ from those of one."""
    return [n for n, other in enumerate(held.rows) if held.rows[own].differs(other)]


def _alike(one: Cells, other: Cells) -> bool:
    return not one.differs(other)


def _pairs(held: Table, when: When | None) -> Rows:
    rows = [
        Row(one.row.id, one.facts, sources=_sources(held, number, when))
        for number, one in enumerate(held.rows)
    ]
    return Rows(tuple(rows), values=_once(held, rows) if when else {})


def _once(held: Table, rows: Iterable[Row]) -> dict[str, str]:
    """What each token shows, if all values differ: then no two rows can truly show the same."""
    texts = {one.row.id: " | ".join((*one.columns, *one.texts)) for one in held.rows}
    if len(set(texts.values())) < len(texts):
        return {}
    own = {row.key: texts[one.row.id] for row, one in zip(rows, held.rows, strict=True)}
    return {
        token: texts.get(token.partition(".")[2], own[row.key])
        for row in rows
        for token in row.tokens
    }


def _near_values(held: Table, own: int, among: Iterable[int]) -> list[int]:
    """The values of rows by how near they are to that of one, each as that of its first row."""
    first = {one.texts: number for number, one in reversed([*enumerate(held.rows)])}
    return list(dict.fromkeys(first[held.rows[n].texts] for n in held.nearest(own, among)))


def _sources(held: Table, own: int, when: When | None) -> tuple[str, ...]:
    """The rows with whose values a row may be shown; those of a draw, the nearest first."""
    false = _unlike(held, own)
    chosen = _near_values(held, own, false)[:NEAREST] if when else false
    return tuple([held.rows[number].row.id for number in chosen])


def _statements(tables: Sequence[Table], when: When | None) -> Rows:
    """The values of columns; a draw takes one of a row, as two might give each other away."""
    found: list[tuple[Row, str]] = []
    values: dict[str, str] = {}
    for held in tables:
        rows = [
            Row(one.facts[0], one.facts, sources=_sources(held, number, when))
            for number, one in enumerate(held.rows)
        ]
        found += [(row, one.row.id) for row, one in zip(rows, held.rows, strict=True)]
        values |= _once(held, rows) if when else {}
    found.sort(key=lambda one: one[0].key)
    clash = masks([row for _, row in found], str.__eq__) if when else ()
    return Rows(tuple([row for row, _ in found]), clash, values)


Values = Mapping[str, tuple[RowFact, ColumnSpec]]


def values(model: Model) -> Values:
    """Return row and column of each value, by its name among the facts of the bank."""
    columns = spec_as(model, AttributesModel).columns
    return {
        value_name(row.id, column.id): (row, column)
        for row in model.facts
        if isinstance(row, RowFact)
        for column in columns
    }
