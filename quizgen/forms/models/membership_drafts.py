"""Memberships: what is shown of drawn entities, and what is said of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgen.core.chance import rank
from quizgen.forms.dates import year_of
from quizgen.forms.models.draft import Draft, Drawn, in_order, shown_id
from quizgen.forms.models.ids import Place
from quizgen.forms.models.membership import changes, members
from quizgen.forms.models.phrases import capital, told
from quizgen.forms.models.pool import Model, by_id, spec_as
from quizgen.forms.models.specs.membership import CategorySpec, MembershipModel, StatusFact
from quizgen.forms.shared import one_line

if TYPE_CHECKING:
    from quizgen.forms.specs.pairs import PairSpec
    from quizgen.forms.specs.statements import StatementSpec

_OFFERED = 4
_WHYS = 2  # more would bury the number


def draft(model: Model, place: Place, drawn: Drawn) -> Draft:
    """Return what is shown of drawn entities."""
    spec = spec_as(model, MembershipModel)
    told_of = _Told(drawn, spec, place.day, by_id(model, StatusFact))
    match place.form:
        case "direct":
            return _direct(told_of, place.parts[0])
        case "size":
            return _size(model, told_of)
        case "joined":
            return _joined(told_of)
        case "sequence":
            return _sequence(told_of)
        case "pairs" | "how-many-pairs":
            return _table(told_of, counted=place.form == "how-many-pairs")
    return _list(told_of, place.parts[0], counted=place.form == "how-many")


class _Told(NamedTuple):
    """Drawn entities, in words."""

    drawn: Drawn
    spec: MembershipModel
    day: str
    facts: dict[str, StatusFact]

    @property
    def of(self) -> str:
        """What they belong to."""
        return one_line(self.spec.of)

    @property
    def date(self) -> str:
        """The day that the question is asked for, in words."""
        return self.drawn.words.forms.dated(self.day)

    def fact(self, token: str) -> StatusFact:
        """The status that a token shows."""
        return self.facts[token.partition(".")[0]]

    def category(self, name: str) -> CategorySpec:
        """The category of that id."""
        return next(one for one in self.spec.categories if one.id == name)

    def one(self, fact: StatusFact) -> str:
        """`a dialogue partner`."""
        return one_line(self.category(fact.category).one)

    def status(self, fact: StatusFact, one: str = "") -> str:
        """`An observer from 5 July 2005 until 9 June 2017`, or its time alone."""
        words = self.drawn.words
        pattern = words.models.from_to if fact.until else words.models.since
        end = words.forms.dated(fact.until) if fact.until else ""
        return capital(pattern.format(one=one, date=words.forms.dated(fact.since), end=end).strip())

    def why(self, fact: StatusFact, *, known: bool) -> str:
        """When an entity had a status, which is said too if not known, and what its author says."""
        return told(self.status(fact, "" if known else self.one(fact)), fact.why)

    def numbered(self, tokens: Sequence[str]) -> tuple[tuple[StatusFact, str], ...]:
        """The statuses of tokens as shown, each with its numeral."""
        return tuple([(self.fact(token), self.drawn.numeral(n)) for n, token in enumerate(tokens)])


def _direct(told_of: _Told, asked: str) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    drawn = told_of.drawn
    key, *others = [told_of.fact(token) for token in drawn.tokens]
    options = [OptionSpec(right=one_line(key.entity), why=told_of.why(key, known=True), id=key.id)]
    options += [
        OptionSpec(wrong=one_line(fact.entity), why=told_of.why(fact, known=False), id=fact.id)
        for fact in others
    ]
    question = drawn.words.models.direct.format(
        date=told_of.date, one=one_line(told_of.category(asked).one), of=told_of.of
    )
    spec = ChoiceSpec(question=question, options=in_order(options, drawn.item), as_of=told_of.day)
    return Draft(spec, tuple([(fact, one_line(fact.entity)) for fact in (key, *others)]))


def _list(told_of: _Told, asked: str, *, counted: bool) -> Draft:
    from quizgen.forms.specs.statements import StatementsSpec

    words = told_of.drawn.words.models
    many = one_line(told_of.category(asked).many)
    lead = words.entities if counted else words.which
    shown = told_of.drawn.shuffled()
    spec = StatementsSpec(
        lead=lead.format(date=told_of.date, many=many, of=told_of.of),
        statements=tuple([_entry(told_of, told_of.fact(token), asked) for token in shown]),
        ask="how-many" if counted else "which",
        closing=words.counted.format(many=many) if counted else "",
        as_of=told_of.day,
    )
    return Draft(spec, told_of.numbered(shown))


def _entry(told_of: _Told, fact: StatusFact, asked: str) -> "StatementSpec":
    from quizgen.forms.specs.statements import StatementSpec

    name, right = one_line(fact.entity), fact.category == asked
    why = told_of.why(fact, known=right)
    if right:
        return StatementSpec(correct=name, why=why, id=fact.id)
    return StatementSpec(incorrect=name, why=why, id=fact.id)


def _table(told_of: _Told, *, counted: bool) -> Draft:
    from quizgen.forms.specs.pairs import PairsSpec

    words = told_of.drawn.words.models
    shown = told_of.drawn.shuffled()
    spec = PairsSpec(
        lead=words.pairs.format(of=told_of.of, date=told_of.date),
        heads=f"{one_line(told_of.spec.name) or words.name} | {words.status}",
        pairs=tuple([_pair(told_of, token) for token in shown]),
        ask="how-many" if counted else "which",
        as_of=told_of.day,
    )
    return Draft(spec, told_of.numbered(shown))


def _pair(told_of: _Told, token: str) -> "PairSpec":
    from quizgen.forms.specs.pairs import PairSpec

    fact, other = told_of.fact(token), token.partition(".")[2]
    bare = told_of.drawn.words.models.bare
    name, own = one_line(fact.entity), bare(told_of.one(fact))
    if not other:
        why = told_of.why(fact, known=True)
        return PairSpec(matched=f"{name} | {own}", why=why, id=fact.id)
    shown = bare(one_line(told_of.category(other).one))
    return PairSpec(
        mismatched=f"{name} | {shown}",
        match=told_of.status(fact, own),
        why=fact.why,
        id=shown_id(token),
    )


def _joined(told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    drawn, words = told_of.drawn, told_of.drawn.words
    key, *others = [told_of.fact(token) for token in drawn.tokens]
    why = told(words.on_within_year(key.since), key.why)
    options = [OptionSpec(right=year_of(key.since), why=why, id=key.id)]
    for fact in others:
        why = words.models.year_became.format(entity=one_line(fact.entity), one=told_of.one(fact))
        options.append(OptionSpec(wrong=year_of(fact.since), why=told(why), id=fact.id))
    question = words.models.joined_when.format(
        entity=one_line(key.entity), one=told_of.one(key), of=told_of.of
    )
    spec = ChoiceSpec(question=question, options=in_order(options, drawn.item))
    return Draft(spec, tuple([(fact, year_of(fact.since)) for fact in (key, *others)]))


def _sequence(told_of: _Told) -> Draft:
    from quizgen.forms.specs.sequence import EntrySpec, SequenceSpec

    words = told_of.drawn.words.models
    shown = told_of.drawn.shuffled()
    entries = []
    for fact in map(told_of.fact, shown):
        text = words.became.format(entity=one_line(fact.entity), one=told_of.one(fact))
        entries.append(EntrySpec(text=capital(text), date=fact.since, why=fact.why, id=fact.id))
    spec = SequenceSpec(
        lead=words.history.format(of=told_of.of), sequence=tuple(entries), shuffle=False
    )
    return Draft(spec, told_of.numbered(shown))


def _size(model: Model, told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    drawn, words = told_of.drawn, told_of.drawn.words.models
    category = told_of.category(drawn.tokens[0])
    found = members(model, category.id, told_of.day) or []
    many = one_line(category.many)
    lowest = len(found) - rank(drawn.item, "lowest") % _OFFERED
    options = [
        OptionSpec(right=str(number), id=f"size-{number}")
        if number == len(found)
        else OptionSpec(wrong=str(number), id=f"size-{number}")
        for number in range(lowest, lowest + _OFFERED)
    ]
    names = sorted(one_line(fact.entity) for fact in found)
    spec = ChoiceSpec(
        question=words.size.format(date=told_of.date, many=many, of=told_of.of),
        options=tuple(options),
        explanation=told(
            words.listed.format(many=many, names=words.several(names)),
            *_latest(model, told_of, category, len(found)),
        ),
        as_of=told_of.day,
    )
    return Draft(spec, tuple([(fact, one_line(fact.entity)) for fact in found]))


def _latest(model: Model, told_of: _Told, category: CategorySpec, size: int) -> list[str]:
    """The latest change before the day, in sentences, with what the authors say of it."""
    words = told_of.drawn.words
    latest = changes(model, category.id, told_of.day)
    said = []
    for pattern, facts, name in (
        (words.models.joined, latest.came, "since"),
        (words.models.left, latest.went, "until"),
    ):
        for date in dict.fromkeys(getattr(fact, name) for fact in facts):
            names = [one_line(one.entity) for one in facts if getattr(one, name) == date]
            what = one_line(category.one if len(names) == 1 else category.many)
            alone = name == "since" and len(names) == size
            said.append(
                (words.models.all_joined if alone else pattern).format(
                    names=words.models.several(names), what=what, when=words.on(date)
                )
            )
    whys = dict.fromkeys(fact.why for fact in (*latest.came, *latest.went))
    return [*said, *(whys if len(whys) <= _WHYS else ())]
