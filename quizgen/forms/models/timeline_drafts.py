"""Timelines: what is shown of drawn events, and what is said of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizgen.forms.dates import before, year_of
from quizgen.forms.models.draft import Draft, Drawn, in_order, shown_id
from quizgen.forms.models.ids import Place
from quizgen.forms.models.phrases import capital, told
from quizgen.forms.models.pool import Model, by_id, spec_as
from quizgen.forms.models.specs.timeline import EventFact, TimelineModel
from quizgen.forms.shared import one_line

if TYPE_CHECKING:
    from quizgen.forms.specs.pairs import PairSpec


def draft(model: Model, place: Place, drawn: Drawn) -> Draft:
    """Return what is shown of drawn events."""
    about = one_line(spec_as(model, TimelineModel).about)
    told_of = _Told(drawn, about, by_id(model, EventFact))
    match place.form:
        case "year":
            return _year(told_of)
        case "earliest":
            return _first(told_of)
        case "sequence":
            return _sequence(told_of)
        case "pairs" | "how-many-pairs":
            return _table(told_of, counted=place.form == "how-many-pairs")
    return _list(told_of, place)


class _Told(NamedTuple):
    """Drawn events, in words."""

    drawn: Drawn
    about: str
    facts: dict[str, EventFact]

    def lead(self, pattern: str, without: str = "") -> str:
        """A pattern with the subject of the timeline, or another line if it has none."""
        return pattern.format(about=self.about) if self.about else without

    @property
    def events(self) -> str:
        """The line above events."""
        words = self.drawn.words
        return self.lead(words.models.events_about, words.forms.events)

    def event(self, token: str) -> EventFact:
        """The event that a token shows."""
        return self.facts[token.partition(".")[0]]

    def date(self, event: EventFact) -> str:
        """The date of an event: `10 January 1966`."""
        return self.drawn.words.forms.dated(event.date)

    def took_place(self, event: EventFact) -> str:
        """`The war of 1971 took place in December 1971`."""
        words = self.drawn.words
        when = words.on(event.date)
        name = capital(one_line(event.event))
        return words.models.took_place.format(event=name, when=when)

    def year_of(self, event: EventFact) -> str:
        """`The year of the signing of the Simla Agreement (2 July)`."""
        said = self.drawn.words.models.year_of.format(event=one_line(event.event))
        exact = self.drawn.words.within_year(event.date)
        return f"{said} ({exact})" if exact else said

    def numbered(self, tokens: Sequence[str]) -> tuple[tuple[EventFact, str], ...]:
        """The events that tokens name as shown, each with its numeral."""
        return tuple(
            [
                (self.facts[name], self.drawn.numeral(number))
                for number, token in enumerate(tokens)
                for name in token.split(".")
            ]
        )


def _year(told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    drawn = told_of.drawn
    key, *others = [told_of.event(token) for token in drawn.tokens]
    why = told(drawn.words.on_within_year(key.date), key.why)
    options = [OptionSpec(right=year_of(key.date), why=why, id=key.id)]
    options += [
        OptionSpec(wrong=year_of(event.date), why=told(told_of.year_of(event)), id=event.id)
        for event in others
    ]
    question = drawn.words.models.year.format(event=one_line(key.event))
    spec = ChoiceSpec(question=question, options=in_order(options, drawn.item))
    return Draft(spec, tuple([(event, year_of(event.date)) for event in (key, *others)]))


def _first(told_of: _Told) -> Draft:
    from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

    drawn = told_of.drawn
    key, *others = [told_of.event(token) for token in drawn.tokens]
    why = told(told_of.date(key), key.why)
    options = [OptionSpec(right=capital(one_line(key.event)), why=why, id=key.id)]
    options += [
        OptionSpec(wrong=capital(one_line(event.event)), why=told(told_of.date(event)), id=event.id)
        for event in others
    ]
    words = drawn.words.models
    question = told_of.lead(words.earliest_about, words.earliest)
    spec = ChoiceSpec(question=question, options=in_order(options, drawn.item))
    return Draft(spec, tuple([(event, told_of.date(event)) for event in (key, *others)]))


def _list(told_of: _Told, place: Place) -> Draft:
    from quizgen.forms.specs.statements import StatementSpec, StatementsSpec

    drawn, pivot = told_of.drawn, told_of.facts[place.head]
    counted = place.form == "how-many-before"
    words = drawn.words.models
    name = one_line(pivot.event)
    shown = drawn.shuffled()
    statements = []
    for token in shown:
        event = told_of.event(token)
        text = capital(one_line(event.event))
        is_before = before(event.date, pivot.date)
        statements.append(
            StatementSpec(
                correct=text if is_before else "",
                incorrect="" if is_before else text,
                why=told(told_of.date(event), event.why),
                id=event.id,
            )
        )
    spec = StatementsSpec(
        lead=told_of.events if counted else words.before.format(event=name),
        statements=tuple(statements),
        ask="how-many" if counted else "which",
        closing=words.counted_before.format(event=name) if counted else "",
        explanation=told(told_of.took_place(pivot), pivot.why),
    )
    return Draft(spec, (*told_of.numbered(shown), (pivot, told_of.date(pivot))))


def _table(told_of: _Told, *, counted: bool) -> Draft:
    from quizgen.forms.specs.pairs import PairsSpec

    words = told_of.drawn.words.models
    shown = told_of.drawn.shuffled()
    spec = PairsSpec(
        lead=told_of.lead(words.pairs_about),
        heads=f"{words.event} | {words.year_head}",
        pairs=tuple([_pair(told_of, token) for token in shown]),
        ask="how-many" if counted else "which",
    )
    return Draft(spec, told_of.numbered(shown))


def _pair(told_of: _Told, token: str) -> "PairSpec":
    from quizgen.forms.specs.pairs import PairSpec

    event, source = told_of.event(token), token.partition(".")[2]
    name, year = capital(one_line(event.event)), year_of(event.date)
    if not source:
        why = told(told_of.drawn.words.on_within_year(event.date), event.why)
        return PairSpec(matched=f"{name} | {year}", why=why, id=event.id)
    other = told_of.facts[source]
    return PairSpec(
        mismatched=f"{name} | {year_of(other.date)}",
        match=told_of.date(event),
        why=told(event.why, _of_year(other)),
        id=shown_id(token),
    )


def _of_year(other: EventFact) -> str:
    """What the year is true of that a mismatched row shows."""
    return f"{year_of(other.date)}: {one_line(other.event)}"


def _sequence(told_of: _Told) -> Draft:
    from quizgen.forms.specs.sequence import EntrySpec, SequenceSpec

    shown = told_of.drawn.shuffled()
    entries = [
        EntrySpec(text=capital(one_line(event.event)), date=event.date, why=event.why, id=event.id)
        for event in map(told_of.event, shown)
    ]
    spec = SequenceSpec(lead=told_of.events, sequence=tuple(entries), shuffle=False)
    return Draft(spec, told_of.numbered(shown))
