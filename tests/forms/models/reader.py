"""A candidate who knows the facts by heart and sees only what is printed.

Nothing here is taken from the code that makes the items: the stem is read, each option is judged
right, wrong or open by the facts alone, with a calendar of its own.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from quizgen.core.item import Question
from quizgen.forms.models.spec import (
    AttributesModel,
    EventFact,
    FactSpec,
    MembershipModel,
    ModelSpec,
    StatementsModel,
    StatusFact,
    TimelineModel,
)

Truth = bool | None
"""None: the facts leave it open."""

_ROMAN = {"I": 0, "II": 1, "III": 2, "IV": 3}
_NUMERAL = r"(?:IV|I{1,3}|[1-4])"
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}


def span(text: str) -> tuple[date, date]:
    """The first and the last day a date may mean."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def both(truths: Sequence[Truth]) -> Truth:
    """Whether all of several things are so."""
    if False in truths:
        return False
    return None if None in truths else True


def earlier(one: str, other: str) -> Truth:
    """Whether a date is before another."""
    if span(one)[1] < span(other)[0]:
        return True
    return False if span(other)[1] < span(one)[0] else None


def same(one: str, other: str) -> Truth:
    """Whether two values are the same, as far as words tell."""
    if _cap(one) == _cap(other):
        return True
    first, second = ({*re.findall(r"\w+", text.casefold())} for text in (one, other))
    return None if first <= second or second <= first else False


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _numeral(text: str) -> int:
    return int(text) - 1 if text.isdigit() else _ROMAN[text]


def _day(words: str) -> date:
    return datetime.strptime(words, "%d %B %Y").date()  # noqa: DTZ007 - a calendar day


class Reader:
    """Judges the options of a question."""

    def __init__(self, spec: ModelSpec, facts: Sequence[FactSpec]) -> None:
        self._spec: Any = spec
        self._facts: Any = facts

    def verdicts(self, question: Question) -> list[Truth]:
        """Whether each option is right."""
        options = [option.text for option in question.options]
        lead, *rest = question.stem.split("\n\n")
        if not rest:
            return self._direct(lead, options)
        body, closing = rest
        if "chronological sequence" in closing:
            return self._orders(lead, _lines(body), options)
        if "|" in body:
            heads, *rows = [
                [cell.strip() for cell in row.strip("|").split("|")] for row in body.splitlines()
            ]
            numerals = [row[0].rstrip(".") for row in rows[1:]]
            truths = [self._matched(lead, heads[1:], row[1:]) for row in rows[1:]]
        else:
            judge = self._judge(lead, closing)
            numerals = [numeral for numeral, _ in _lines(body)]
            truths = [judge(text) for _, text in _lines(body)]
        assert [_numeral(numeral) for numeral in numerals] == list(range(len(numerals)))
        return [_coded(text, truths) for text in options]

    def _direct(self, lead: str, options: list[str]) -> list[Truth]:
        spec = self._spec
        if isinstance(spec, TimelineModel):
            return self._timeline_direct(lead, options)
        if isinstance(spec, MembershipModel):
            return self._membership_direct(lead, options)
        if isinstance(spec, StatementsModel):
            assert lead.startswith("Which one of the following statements ")
            return [self._said(lead, text) for text in options]
        for column in spec.columns:
            for row in self._facts:
                if column.id not in row.values:
                    continue
                value = row.values[column.id]
                if column.question and lead == column.question.replace("{name}", row.name):
                    return [same(value, text) for text in options]
                if column.reverse and lead == column.reverse.replace("{value}", value):
                    rows = {_cap(other.name): other for other in self._facts}
                    return [same(value, rows[text].values[column.id]) for text in options]
        raise AssertionError(lead)

    def _timeline_direct(self, lead: str, options: list[str]) -> list[Truth]:
        if match := re.fullmatch(
            r"In which one of the following years did (.+) take place\?", lead
        ):
            year = self._event(match[1]).date[:4]
            assert options == sorted(options)
            return [year == text for text in options]
        assert lead.endswith("hich one of the following took place earliest?")
        events = [self._event(text) for text in options]
        return [
            both([earlier(one.date, other.date) for other in events if other is not one])
            for one in events
        ]

    def _event(self, text: str) -> EventFact:
        found = [one for one in self._facts if text in (one.event, _cap(one.event))]
        assert len(found) == 1, text
        event: EventFact = found[0]
        return event

    def _membership_direct(self, lead: str, options: list[str]) -> list[Truth]:
        of = re.escape(self._spec.of)
        if match := re.fullmatch(
            rf"As of (.+?), which one of the following was (.+) of {of}\?", lead
        ):
            day, category = _day(match[1]), self._category("one", match[2])
            return [self._was(text, category, day) for text in options]
        if match := re.fullmatch(rf"As of (.+?), how many (.+) did {of} have\?", lead):
            day, category = _day(match[1]), self._category("many", match[2])
            entities = {fact.entity for fact in self._facts if fact.category == category}
            were = [self._was(entity, category, day) for entity in entities]
            assert None not in were, "the number is not sure"
            assert [int(text) for text in options] == sorted(int(text) for text in options)
            return [int(text) == sum(map(bool, were)) for text in options]
        match = re.fullmatch(
            rf"In which one of the following years did (.+) become (.+) of {of}\?", lead
        )
        assert match, lead
        category = self._category("one", match[2])
        years = [
            fact.since[:4]
            for fact in self._facts
            if (fact.entity, fact.category) == (match[1], category)
        ]
        assert len(years) == 1, "it came more than once"
        assert options == sorted(options)
        return [text in years for text in options]

    def _category(self, field: str, text: str) -> str:
        (found,) = [one.id for one in self._spec.categories if getattr(one, field) == text]
        return str(found)

    def _was(self, entity: str, category: str, day: date) -> Truth:
        """Whether an entity belonged to a category, of which it can have but one at a time."""
        rows = [fact for fact in self._facts if fact.entity == entity]
        assert rows, entity
        sure = {fact.category for fact in rows if held(fact, day)}
        if sure:
            assert len(sure) == 1
            return category in sure
        own = [held(fact, day) for fact in rows if fact.category == category]
        return None if None in own else False

    def _said(self, lead: str, text: str) -> Truth:
        found = [fact for fact in self._facts if text in (fact.correct, fact.incorrect)]
        assert len(found) == 1, text
        groups = {group.id: group.about for group in self._spec.groups}
        assert groups.get(found[0].group, self._spec.about) in lead
        return bool(found[0].correct)

    def _judge(self, lead: str, closing: str) -> Callable[[str], Truth]:
        spec = self._spec
        if isinstance(spec, StatementsModel):
            return lambda text: self._said(lead, text)
        if isinstance(spec, AttributesModel):
            return self._stated
        if isinstance(spec, TimelineModel):
            asked = closing if "How many" in closing else lead
            match = re.fullmatch(
                r"(?:Which of the following|How many of the above) took place before (.+)\?", asked
            )
            assert match, asked
            pivot = self._event(match[1])
            return lambda text: earlier(self._event(text).date, pivot.date)
        of = re.escape(spec.of)
        match = re.fullmatch(
            rf"As of (?P<day>.+?), which of the following were (?P<many>.+) of {of}\?"
            rf"|With reference to {of} as of (?P<day2>.+), consider the following:",
            lead,
        )
        assert match, lead
        counted = re.fullmatch(r"How many of the above were (.+)\?", closing)
        many = counted[1] if counted else match["many"]
        day, category = _day(match["day"] or match["day2"]), self._category("many", many)
        return lambda text: self._was(text, category, day)

    def _stated(self, text: str) -> Truth:
        """The truth of a statement that some column makes of some row with some value."""
        truths: set[Truth] = set()
        for column in self._spec.columns:
            values = {row.values[column.id] for row in self._facts if column.id in row.values}
            for row in self._facts:
                if column.statement and column.id in row.values:
                    pattern = column.statement.replace("{name}", row.name)
                    truths |= {
                        same(row.values[column.id], value)
                        for value in values
                        if text == _cap(pattern.replace("{value}", value))
                    }
        (truth,) = truths
        return truth

    def _matched(self, lead: str, heads: list[str], cells: list[str]) -> Truth:
        spec = self._spec
        if isinstance(spec, TimelineModel):
            return self._event(cells[0]).date[:4] == cells[1]
        if isinstance(spec, MembershipModel):
            match = re.fullmatch(
                rf"With reference to {re.escape(spec.of)} as of (.+), consider the following "
                r"pairs:",
                lead,
            )
            assert match, lead
            (category,) = [
                one.id for one in spec.categories if _cap(one.one.split(" ", 1)[1]) == cells[1]
            ]
            return self._was(cells[0], category, _day(match[1]))
        (row,) = [row for row in self._facts if _cap(row.name) == cells[0]]
        columns = {column.head: column.id for column in spec.columns}
        return both(
            [
                same(row.values[columns[head]], cell)
                for head, cell in zip(heads[1:], cells[1:], strict=True)
            ]
        )

    def _orders(self, lead: str, entries: list[tuple[str, str]], options: list[str]) -> list[Truth]:
        dates = {numeral: self._when(lead, text) for numeral, text in entries}
        return [
            both([earlier(dates[first], dates[then]) for first, then in pairwise(text.split("-"))])
            for text in options
        ]

    def _when(self, lead: str, text: str) -> str:
        if isinstance(self._spec, TimelineModel):
            return self._event(text).date
        assert self._spec.of in lead
        ones = {one.id: one.one for one in self._spec.categories}
        found = [
            fact.since
            for fact in self._facts
            if text == _cap(f"{fact.entity} became {ones[fact.category]}")
        ]
        assert len(found) == 1, text
        return str(found[0])


def held(fact: StatusFact, day: date) -> Truth:
    """Whether a status held on a day."""
    first, last = span(fact.since)
    end, over = span(fact.until) if fact.until else (date.max, date.max)
    if last <= day < end:
        return True
    return False if day < first or over <= day else None


def _lines(body: str) -> list[tuple[str, str]]:
    found = [re.fullmatch(rf"({_NUMERAL})\. (.+)", line) for line in body.splitlines()]
    return [(match[1], match[2]) for match in found if match]


def _coded(text: str, truths: Sequence[Truth]) -> Truth:
    """Whether a coded option says what is so."""
    if None in truths:
        return None
    if match := re.fullmatch(r"Only (one|two|three)(?: pairs?)?", text):
        return sum(map(bool, truths)) == _COUNTS[match[1]]
    if match := re.fullmatch(r"All (?:the )?(three|four)(?: pairs)?", text):
        assert _COUNTS[match[1]] == len(truths)
        return all(truths)
    if re.fullmatch(r"None(?: of the pairs)?", text):
        return not any(truths)
    named = {_numeral(found) for found in re.findall(rf"\b{_NUMERAL}\b", text)}
    if text.startswith("Neither"):
        named = set()
    elif not text.endswith("only"):
        assert len(named) == len(truths)
    return named == {number for number, truth in enumerate(truths) if truth}
