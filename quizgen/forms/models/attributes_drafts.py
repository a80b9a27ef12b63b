"""Attributes: what is shown of drawn values, and what is said of them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgen.core.chance import rank
from quizgen.forms.models.attributes import Values, values
from quizgen.forms.models.draft import Draft, Drawn, in_order, shown_id
from quizgen.forms.models.ids import Place
from quizgen.forms.models.phrases import capital, told
from quizgen.forms.models.pool import Model, by_id, spec_as
from quizgen.forms.models.specs.attributes import AttributesModel, ColumnSpec, RowFact
from quizgen.forms.models.tables import cells
from quizgen.forms.shared import one_line

if TYPE_CHECKING:
    from quizgen.forms.specs.pairs import PairSpec
    from quizgen.forms.specs.statements import StatementSpec


def draft(model: Model, place: Place, drawn: Drawn) -> Draft:
    """Return what is shown of drawn values."""
    spec = spec_as(model, AttributesModel)
    columns = {column.id: column for column in spec.columns}
    told_of = _Told(
        drawn, spec, by_id(model, RowFact), tuple([columns[part] for part in place.parts])
    )
    match place.form:
        case "value":
            return _value(told_of)
        case "name":
            return _name(told_of)
        case "which" | "how-many":
            return _statements(told_of, values(model), counted=place.form == "how-many")
    return _table(told_of, counted=place.form != "pairs")


class _Told(NamedTuple):
    """Drawn rows in some columns, in words."""

    drawn: Drawn
    spec: AttributesModel
    facts: dict[str, RowFact]
    columns: tuple[ColumnSpec, ...]

    def rows(self) -> list[RowFact]:
        """The rows of the tokens, the key first."""
        return [self.facts[token] for token in self.drawn.tokens]

    def numbered(self, shown: Sequence[Sequence[str]]) -> tuple[tuple[RowFact, str], ...]:
        """The rows of what is shown, each with its numeral."""
        return tuple(
            [
                (self.facts[name], self.drawn.numeral(number))
                for number, names in enumerate(shown)
                for name in names
            ]
        )

    def lead(self, pattern: str) -> str:
        """A pattern with the subject of the table; empty if it has none."""
        about = one_line(self.spec.about)
        return pattern.format(about=about) if about else ""

    def said(self, row: RowFact, columns: Sequence[ColumnSpec]) -> str:
        """What is true of a row: the statement of a column, or else its name and values."""
        if len(columns) == 1 and columns[0].statement:
            return capital(filled(columns[0].statement, row, value(row, columns[0])))
        shown = "; ".join(value(row, column) for column in columns)
        pattern = self.drawn.words.models.value_of
        return pattern.format(name=_name_of(row), value=shown)


def value(row: RowFact, column: ColumnSpec) -> str:
    """Return the value of a row, on one line."""
    return one_line(row.values[column.id])


def _shown(row: RowFact, column: ColumnSpec) -> str:
    """The value of a row as it stands alone: in an option or a cell."""
    return capital(value(row, column))


def _name_of(row: RowFact) -> str:
    """The name of a row as it stands alone."""
    return capital(one_line(row.name))


def why(row: RowFact, column: ColumnSpec) -> str:
    """Return what its author says of the value of a row."""
    return row.whys.get(column.id, "") or row.why


def filled(pattern: str, row: RowFact, shown: str) -> str:
    """Return a pattern of an author with name and value in it."""
    words = {"name": one_line(row.name), "value": shown}
    return one_line(re.sub(r"\{(name|value)\}", lambda match: words[match[1]], pattern))


def _value(told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    (column,), (key, *others) = told_of.columns, told_of.rows()
    options = [OptionSpec(right=_shown(key, column), why=why(key, column), id=key.id)]
    options += [
        OptionSpec(wrong=_shown(row, column), why=told(_name_of(row)), id=row.id) for row in others
    ]
    question = filled(column.question, key, value(key, column))
    spec = ChoiceSpec(question=question, options=in_order(options, told_of.drawn.item))
    return Draft(spec, tuple([(row, _shown(row, column)) for row in (key, *others)]))


def _name(told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    (column,), (key, *others) = told_of.columns, told_of.rows()
    options = [OptionSpec(right=_name_of(key), why=why(key, column), id=key.id)]
    options += [
        OptionSpec(wrong=_name_of(row), why=told(_shown(row, column)), id=row.id) for row in others
    ]
    question = filled(column.reverse, key, value(key, column))
    spec = ChoiceSpec(question=question, options=in_order(options, told_of.drawn.item))
    return Draft(spec, tuple([(row, _name_of(row)) for row in (key, *others)]))


def _table(told_of: _Told, *, counted: bool) -> Draft:
    from quizgen.forms.cells import TWO
    from quizgen.forms.specs.pairs import PairsSpec

    words = told_of.drawn.words.models
    shown = told_of.drawn.shuffled()
    heads = [one_line(told_of.spec.name), *(one_line(one.head) for one in told_of.columns)]
    spec = PairsSpec(
        lead=told_of.lead(words.pairs_about if len(heads) == TWO else words.rows_about),
        heads=" | ".join(heads),
        pairs=tuple([_pair(told_of, token) for token in shown]),
        ask="how-many" if counted else "which",
    )
    return Draft(spec, told_of.numbered([token.split(".") for token in shown]))


def _pair(told_of: _Told, token: str) -> "PairSpec":
    from quizgen.forms.specs.pairs import PairSpec

    key, _, source = token.partition(".")
    row = told_of.facts[key]
    own = [_shown(row, column) for column in told_of.columns]
    whys = dict.fromkeys(why(row, column) for column in told_of.columns)
    if not source:
        return PairSpec(matched=" | ".join((_name_of(row), *own)), why=told(*whys), id=key)
    other = told_of.facts[source]
    wrong = _replaced(told_of, token, row, other)
    shown = [_shown(other if one.id in wrong else row, one) for one in told_of.columns]
    said = told_of.said(other, [column for column in told_of.columns if column.id in wrong])
    return PairSpec(
        mismatched=" | ".join((_name_of(row), *shown)),
        match=" | ".join(own),
        why=told(*whys, said),
        id=shown_id(token),
    )


def _replaced(told_of: _Told, token: str, row: RowFact, other: RowFact) -> tuple[str, ...]:
    """The columns shown with the value of another row: one that differs, or all that do."""
    columns = [column.id for column in told_of.columns]
    one, two = cells(row, columns), cells(other, columns)
    differing = one.differs(two) if one and two else ()
    choices = [differing, *((column,) for column in differing if len(differing) > 1)]
    return choices[rank(told_of.drawn.item, "columns", token) % len(choices)]


def _statements(told_of: _Told, known: Values, *, counted: bool) -> Draft:
    from quizgen.forms.specs.statements import StatementsSpec

    drawn = told_of.drawn
    shown = drawn.shuffled()
    spec = StatementsSpec(
        about=told_of.spec.about,
        statements=tuple([_statement(told_of, known, token) for token in shown]),
        ask="how-many" if counted else "which",
    )
    names = [token.split(".") for token in shown]
    return Draft(spec, told_of.numbered([[known[key][0].id, *rest] for key, *rest in names]))


def _statement(told_of: _Told, known: Values, token: str) -> "StatementSpec":
    from quizgen.forms.specs.statements import StatementSpec

    key, _, source = token.partition(".")
    row, column = known[key]
    true = told_of.said(row, [column])
    if not source:
        return StatementSpec(correct=true, why=why(row, column), id=key)
    other = told_of.facts[source]
    return StatementSpec(
        incorrect=capital(filled(column.statement, row, value(other, column))),
        why=told(true, why(row, column), told_of.said(other, [column])),
        id=shown_id(token),
    )
