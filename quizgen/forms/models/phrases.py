"""The words that only items of models need: one `Phrases` for each language.

What the forms themselves say, such as the closing lines, is in `forms.wording`.

Source: UPSC, General Studies Paper I, as the reference on exams has it under "House templates".
"""

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.forms.wording import LANGUAGE


class Phrases(NamedTuple):
    """The fixed lines of a language; a name in braces stands for the author's words.

    Attributes:
        took_place: Of an event, with `{when}`.
        on_day: With a day; `in_time` with a month or a year.
        day: A day of a year already said, with `{day}` and `{month}`.
        year_of: Says of a year what it is the year of, with `{event}`.
        counted_before: Below events to be counted; `counted` below entities.
        became: An event of a membership, with `{entity}` and `{one}`.
        since: A status that lasts, with `{one}` and `{date}`; without `{one}`, its time alone.
        from_to: A status that has ended, with `{end}` too.
        listed: What was counted, with `{many}` and `{names}`.
        joined: The last change before that, with `{names}`, `{what}` and `{when}`.
        all_joined: The same where those are all that were counted.
        left: The same of those who went.
        value_of: Says of a row what is true of it, with `{name}` and `{value}`.
        conjunction: Before the last of several names.
        articles: Words that are left out at the head of a cell.
    """

    year: str
    earliest: str
    before: str
    counted_before: str
    event: str
    year_head: str
    took_place: str
    on_day: str
    in_time: str
    day: str
    year_of: str
    which: str
    entities: str
    counted: str
    direct: str
    size: str
    joined_when: str
    earliest_about: str
    pairs_about: str
    events_about: str
    rows_about: str
    pairs: str
    history: str
    name: str
    status: str
    became: str
    year_became: str
    since: str
    from_to: str
    listed: str
    joined: str
    all_joined: str
    left: str
    statement: str
    statement_about: str
    value_of: str
    conjunction: str
    articles: tuple[str, ...]

    def dated(self, date: str, in_words: str) -> str:
        """Return `on 10 January 1966` or `in 1966`, of a date and its words."""
        pattern = self.on_day if date.count("-") > 1 else self.in_time
        return pattern.format(date=in_words)

    def several(self, names: Sequence[str]) -> str:
        """Return names as read in a sentence: `A, B and C`."""
        return self.conjunction.join(part for part in (", ".join(names[:-1]), names[-1]) if part)

    def bare(self, one: str) -> str:
        """Return a noun phrase without its article, as it stands in a cell."""
        first, _, rest = one.partition(" ")
        return capital(rest if rest and first.casefold() in self.articles else one)


def capital(text: str) -> str:
    """Return the text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def told(*parts: str) -> str:
    """Return parts of an explanation as sentences after each other; empty ones are left out."""
    kept = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in kept)


PHRASES = {
    "en": Phrases(
        year="In which one of the following years did {event} take place?",
        earliest="Which one of the following took place earliest?",
        before="Which of the following took place before {event}?",
        counted_before="How many of the above took place before {event}?",
        event="Event",
        year_head="Year",
        took_place="{event} took place {when}",
        on_day="on {date}",
        in_time="in {date}",
        day="{day} {month}",
        year_of="The year of {event}",
        which="As of {date}, which of the following were {many} of {of}?",
        entities="With reference to {of} as of {date}, consider the following:",
        counted="How many of the above were {many}?",
        direct="As of {date}, which one of the following was {one} of {of}?",
        size="As of {date}, how many {many} did {of} have?",
        joined_when="In which one of the following years did {entity} become {one} of {of}?",
        earliest_about="With reference to {about}, which one of the following took place earliest?",
        pairs_about="With reference to {about}, consider the following pairs:",
        events_about="With reference to {about}, consider the following events:",
        rows_about="With reference to {about}, consider the following information:",
        pairs="With reference to {of} as of {date}, consider the following pairs:",
        history="Consider the following events in the history of {of}:",
        name="Name",
        status="Status",
        became="{entity} became {one}",
        year_became="The year in which {entity} became {one}",
        since="{one} since {date}",
        from_to="{one} from {date} until {end}",
        listed="The {many} then were {names}",
        joined="{names} became {what} {when}",
        all_joined="All of them became {what} {when}",
        left="{names} ceased to be {what} {when}",
        statement="Which one of the following statements is correct?",
        statement_about="Which one of the following statements about {about} is correct?",
        value_of="{name}: {value}",
        conjunction=" and ",
        articles=("a", "an", "the"),
    ),
}


def phrases(lang: str = LANGUAGE) -> Phrases | None:
    """Return the words of a language, None where there are none yet."""
    return PHRASES.get(lang)
