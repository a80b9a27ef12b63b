"""How it is said, everywhere, that marks are no longer those an attempt was first given."""

from fractions import Fraction

from quizgen.core.history import Response, Sat
from quizgen.core.result import Result, Row
from quizgen.show.words import date_in_words, in_marks, marks, signed, times

Score = tuple[Fraction, Fraction]
"""Marks and their maximum."""


def regraded_line(result: Result) -> str:
    """Return when a result was regraded, and the score before; empty if it never was."""
    found = result.regraded
    if found is None:
        return ""
    now, first = result.tally, found.first.tally
    return _line(found.times, found.on, (first.marks, first.maximum), (now.marks, now.maximum))


def sat_regraded(sat: Sat, on: str = "") -> str:
    """Return the same of an attempt in the history.

    Args:
        on: The local day of the last time; empty: it is not known here.
    """
    if sat.first_marks is None or sat.first_maximum is None:
        return ""
    return _line(sat.regraded, on, (sat.first_marks, sat.first_maximum), (sat.marks, sat.maximum))


def _line(number: int, on: str, first: Score, now: Score) -> str:
    day = f" on {date_in_words(on)}" if on else ""
    if number > 1:
        head, before = f"Regraded {times(number)}{', last' if day else ''}{day}", "at first"
    else:
        head, before = f"Regraded{day}", "before"
    return f"{head}: {score_of(*first)} {before}{', as now' if first == now else ''}."


def score_of(value: Fraction, maximum: Fraction) -> str:
    """Return `21.33 of 50`."""
    return f"{marks(value)} of {marks(maximum)}"


def row_regraded(was: Row) -> str:
    """Return how a question was first marked, whose key is another now."""
    letter = was.question.letter(was.answer.key)
    return f"Regraded. At first the key was ({letter}): {was.outcome} ({signed(was.marks)})."


def response_regraded(response: Response) -> str:
    """Return the same of a response in the history, which knows no letters."""
    was = response.was
    if was is None:
        return ""
    then = f"{was.outcome}, {in_marks(was.marks)}"
    return f"Question {response.number} was regraded; at first: {then}."
