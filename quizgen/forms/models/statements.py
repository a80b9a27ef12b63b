"""Statements: what may be asked of true and false ones, and what is shown (forms S2, SN, H, D)."""

from quizgen.core.item import Form
from quizgen.forms.dates import When
from quizgen.forms.models.draft import Draft, Drawn, in_order
from quizgen.forms.models.frames import Frame, Pick, Row, Rows, bits, masks
from quizgen.forms.models.ids import BALANCED, COUNTED, STATED, Asking, Place
from quizgen.forms.models.pool import Model, askable, by_id, spec_as
from quizgen.forms.models.specs.statements import StatementFact, StatementsModel
from quizgen.forms.shared import one_line

FORMS = {
    "which": Asking(Form.STATEMENTS, STATED),
    "how-many": Asking(Form.HOW_MANY, COUNTED),
    "direct": Asking(Form.DIRECT, BALANCED),
}


def places(model: Model, form: str, _when: When | None) -> list[Place]:
    """Return what a form may be asked of: a group, or the whole pool where there are none."""
    groups = spec_as(model, StatementsModel).groups
    return [Place(form, (group.id,)) for group in groups] or [Place(form)]


def frame(model: Model, place: Place, when: When | None) -> Frame | None:
    """Return what may be shown at a place; None if there is no such place."""
    if place not in places(model, place.form, when):
        return None
    facts = [
        fact
        for fact in askable(model, StatementFact, when)
        if not place.parts or fact.group == place.parts[0]
    ]
    clash = masks(facts, lambda one, other: other.id in one.against or one.id in other.against)
    twins = _twins(model)
    rows = tuple(
        [
            Row(fact.id, (fact.id,), true=bool(fact.correct), bars=tuple(twins[fact.id]))
            for fact in facts
        ]
    )
    if place.form != "direct":
        return Rows(rows, clash if any(clash) else ())
    keys = bits(number for number, row in enumerate(rows) if row.true)
    wrong = bits(number for number, row in enumerate(rows) if not row.true)
    return Pick(
        rows=rows,
        keys=keys,
        rivals=(wrong,) * len(rows),
        clash=clash,
        classes=tuple([fact.id for fact in facts]),
        heights=tuple([len(one_line(fact.words)) for fact in facts]),
        whole=True,
    )


def _twins(model: Model) -> dict[str, list[str]]:
    """For each statement those that give it away, whichever of the two names the other."""
    facts = by_id(model, StatementFact)
    found: dict[str, list[str]] = {name: list(fact.against) for name, fact in facts.items()}
    for name, fact in facts.items():
        for other in fact.against:
            if other in found:
                found[other].append(name)
    return found


def draft(model: Model, place: Place, drawn: Drawn) -> Draft:
    """Return what is shown of drawn statements."""
    spec, facts = spec_as(model, StatementsModel), by_id(model, StatementFact)
    about = {group.id: group.about for group in spec.groups}.get("".join(place.parts), spec.about)
    if place.form == "direct":
        return _direct([facts[token] for token in drawn.tokens], one_line(about), drawn)
    from quizgen.forms.specs.statements import StatementSpec, StatementsSpec

    shown = [facts[token] for token in drawn.shuffled()]
    statements = [
        StatementSpec(correct=fact.correct, incorrect=fact.incorrect, why=fact.why, id=fact.id)
        for fact in shown
    ]
    made = StatementsSpec(
        about=about,
        statements=tuple(statements),
        ask="how-many" if place.form == "how-many" else "which",
    )
    return Draft(made, tuple([(fact, drawn.numeral(n)) for n, fact in enumerate(shown)]))


def _direct(facts: list[StatementFact], about: str, drawn: Drawn) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    words = drawn.words.models
    options = [
        OptionSpec(right=fact.correct, wrong=fact.incorrect, why=fact.why, id=fact.id)
        for fact in facts
    ]
    # An apposition is closed by a comma of its own.
    about = f"{about}," if "," in about else about
    question = words.statement_about.format(about=about) if about else words.statement
    spec = ChoiceSpec(question=question, options=in_order(options, drawn.item))
    # A whole statement is too long to stand beside a source.
    return Draft(spec, tuple([(fact, "") for fact in facts]))
