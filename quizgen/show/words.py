"""Numbers, marks, times and names in words."""

import re
from collections.abc import Iterable
from fractions import Fraction

from quizgen.core.item import Form, Question
from quizgen.core.months import MONTHS
from quizgen.core.text import clean, plain

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_TIMES = {1: "once", 2: "twice"}


def count(number: int, noun: str, several: str = "") -> str:
    """Return `1 question`, `2 questions`."""
    return f"{number} {noun if number == 1 else several or noun + 's'}"


def times(number: int) -> str:
    """Return `once`, `twice`, `3 times`."""
    return _TIMES.get(number, f"{number} times")


def marks(value: Fraction) -> str:
    """Return marks to two decimals, ties away from zero; whole ones without."""
    if value.denominator == 1:
        return str(value.numerator)
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    sign = "-" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02}"


def in_marks(value: Fraction) -> str:
    """Return `1 mark`, `0.67 marks`."""
    return f"{marks(value)} {'mark' if abs(value) == 1 else 'marks'}"


def signed(value: Fraction) -> str:
    """Return marks with their sign: `+2`, `-0.67`, `0`."""
    return f"+{marks(value)}" if value > 0 else marks(value)


def percent(share: Fraction) -> str:
    """Return a share as `60 %`."""
    return f"{int(share * 100 + Fraction(1, 2))} %"


def duration(time_ms: int, *, spoken: bool = False) -> str:
    """Return `41 s`, `2 min 41 s` or `1 h 5 min 2 s`; spoken, with units in full."""
    seconds = (time_ms + 500) // 1000
    if seconds == 0 and time_ms > 0:
        return "under 1 second" if spoken else "under 1 s"
    units = (("hour", "h", 3600), ("minute", "min", 60), ("second", "s", 1))
    parts = []
    for word, symbol, size in units:
        number, seconds = divmod(seconds, size)
        if number:
            parts.append(count(number, word) if spoken else f"{number} {symbol}")
    return " ".join(parts) or ("0 seconds" if spoken else "0 s")


def topic_name(topic: str) -> str:
    """Return a topic as written, a slug's hyphens as spaces."""
    topic = one_line(topic)
    return topic.replace("-", " ") if _SLUG.fullmatch(topic) else topic


def one_line(text: str) -> str:
    """Return any text, safe to show, on one line."""
    return " ".join(clean(text).split())


def date_in_words(date: str) -> str:
    """Return `22 November 2019` for `2019-11-22`, and so on; anything else as it is."""
    match = _DATE.fullmatch(date)
    if match is None:
        return one_line(date)
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= len(MONTHS):
        return date
    name = f"{MONTHS[int(month) - 1]} {year}"
    return name if day is None else f"{int(day)} {name}"


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", "\N{DEVANAGARI DANDA}")) else f"{text}."


def capital(text: str) -> str:
    """Return the text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def option_name(question: Question, option_id: str) -> str:
    """Return an option with its letter as shown: `(b) II only`."""
    return f"({question.letter(option_id)}) {plain(question.option(option_id).text)}"


def listed(parts: list[str]) -> str:
    """Return `1`, `1 and 2`, `1, 2 and 3`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def numbers(found: Iterable[int]) -> str:
    """Return rising numbers in words, runs of three or more as ranges: `1, 2 and 5 to 9`."""
    spans: list[list[int]] = []
    for number in found:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    parts: list[str] = []
    for span in spans:
        if len(span) > 2:  # noqa: PLR2004 - "5 and 6" is no longer than "5 to 6"
            parts.append(f"{span[0]} to {span[-1]}")
        else:
            parts += map(str, span)
    return listed(parts)


_FORMS = {
    Form.DIRECT: "direct",
    Form.TWO_STATEMENTS: "two statements",
    Form.STATEMENTS: "statements",
    Form.LIST: "list to choose from",
    Form.NEGATIVE: "not correct",
    Form.HOW_MANY: "how many statements",
    Form.PAIRS: "pairs",
    Form.HOW_MANY_PAIRS: "how many pairs",
    Form.HOW_MANY_ROWS: "how many rows",
    Form.ONE_REASON: "statement and reason",
    Form.TWO_REASONS: "statement and two reasons",
    Form.SEQUENCE: "sequence",
}


def form_name(form: Form) -> str:
    """Return the form of a question in words: `how many pairs`."""
    return _FORMS[form]
