"""Histories of any length, the same from the same seed, of users who practised for three years.

They were asked the questions of a bank of `banks`, and rest on its facts. Of ten answers six are
right; of three, one says how sure it was.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path

from quizgen.core.events import Level
from quizgen.core.history import Response, Sat
from quizgen.core.item import Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review
from quizgen.core.paper import Paper
from quizgen.learn.schedule import RETENTION, step
from quizgen.store.attempts import attempt_id
from quizgen.store.history import History, Opened
from tests.benchmarks.banks import SUBJECTS, facts_of, item
from tests.samples import paper
from tests.store.making import BLANK, DAY_MS, RIGHT, SURE_BUT_WRONG, WRONG, sit, whole

PER_ATTEMPT = 50

_SCHEDULE = f"fsrs {RETENTION}"  # as `cli.keeping` names it

_SPAN_MS = 3 * 365 * DAY_MS
_EACH_MS = 60_000
_BATCH = 100  # attempts: written at once, they take less time

_FORMS = tuple(Form)
_OUTCOMES = (*[Outcome.RIGHT] * 6, *[Outcome.WRONG] * 3, Outcome.UNANSWERED)
_MARKS = {Outcome.RIGHT: Fraction(2), Outcome.WRONG: Fraction(-2, 3)}
_CERTAINTY = (*[None] * 6, *Level)
_RATINGS = {Level.SURE: Rating.EASY, Level.UNSURE: Rating.HARD, Level.GUESS: Rating.AGAIN}
_ACTS = (*[RIGHT] * 6, WRONG, WRONG, SURE_BUT_WRONG, BLANK)


def write_history(home: Path, responses: int, questions: int, until_ms: int) -> None:
    """Fill the history of a data folder.

    Each attempt has a file, for its name alone: the history knows it, so nobody reads it.

    Args:
        questions: Of the bank.
        until_ms: Wall time of the last attempt.
    """
    folder = home / "attempts"
    for part in (folder / "open", folder / "imported"):
        part.mkdir(parents=True)
    with opened(home) as history:
        found = attempts(responses, questions, until_ms)
        while batch := list(islice(found, _BATCH)):
            history.add_all(batch)
            for sat, _ in batch:
                (folder / f"{sat.id}.jsonl").touch()


def opened(home: Path) -> History:
    """Open the history of a data folder, and rely on its times however lately it changed.

    Raises:
        RuntimeError: It follows another schedule: commands would be slow for that alone.
    """

    def refuse(_done: int, total: int) -> None:
        if total:
            raise RuntimeError(f"{home}: the facts are scheduled by other rules")

    return History.open(home, step, schedule=_SCHEDULE, rescheduling=refuse, clock_ns=lambda: 0)


def change_folder(home: Path, run: int) -> None:
    """Give the folder of attempts another time, as it has whenever a file came or went.

    The history then looks through its names once, and finds all as it was.
    """
    moment_ns = (1_000_000_000 + run) * 10**9
    os.utime(home / "attempts", ns=(moment_ns, moment_ns))


def check_history(home: Path, responses: int) -> None:
    """Look whether a history is in step with its folder, and holds what was written.

    Raises:
        RuntimeError: It was made anew, or something came or went: what was measured is not meant.
    """
    with opened(home) as history:
        found = sum(sat.questions for sat in history.attempts())
        if history.opened != Opened() or found != responses:
            raise RuntimeError(f"of {responses} responses {found} are left: {history.opened}")


def attempts(
    responses: int, questions: int, until_ms: int, seed: int = 1
) -> Iterator[tuple[Sat, list[Response]]]:
    """Yield attempts of `PER_ATTEMPT` questions, the first one first."""
    chance = random.Random(seed)
    count = responses // PER_ATTEMPT
    for number in range(count):
        started_ms = until_ms - _SPAN_MS * (count - 1 - number) // count
        name = attempt_id(started_ms, number)
        asked = chance.sample(range(questions), PER_ATTEMPT)
        found = [
            _response(chance, name, place, question, started_ms + place * _EACH_MS)
            for place, question in enumerate(asked, 1)
        ]
        marks = sum((each.marks for each in found), Fraction(0))
        yield whole(name, started_ms, found, "General Studies", marks)


def _response(
    chance: random.Random, attempt: str, number: int, question: int, at_ms: int
) -> Response:
    outcome, certainty = chance.choice(_OUTCOMES), chance.choice(_CERTAINTY)
    facts = facts_of(question)
    right = outcome is Outcome.RIGHT
    rating = _RATINGS.get(certainty, Rating.GOOD) if right else Rating.AGAIN
    recalled = facts if outcome is not Outcome.UNANSWERED else ()
    return Response(
        attempt=attempt,
        number=number,
        at_ms=at_ms,
        item=item(question),
        form=_FORMS[question % len(_FORMS)],
        topic=SUBJECTS[question % len(SUBJECTS)],
        difficulty=None,
        fingerprint=f"{question:016x}",
        option="o1" if recalled else None,
        key="o1" if right else "o2",
        outcome=outcome,
        marks=_MARKS.get(outcome, Fraction(0)),
        spent_ms=chance.randrange(2 * _EACH_MS),
        pace_ms=_EACH_MS,
        certainty=certainty,
        facts=facts,
        reviews=tuple(Review(fact, at_ms, rating) for fact in recalled),
    )


def sit_attempt(home: Path, number: int, questions: int, started_ms: int) -> Path:
    """Sit a mock of `PER_ATTEMPT` questions of a bank, and return its journal.

    Args:
        number: Tells it from others; other questions are asked, and answered otherwise.
    """
    chance = random.Random(number)
    asked = chance.sample(range(questions), PER_ATTEMPT)
    acts = [chance.choice(_ACTS) for _ in asked]
    return sit(home, acts, started_ms, of=_paper(asked), chance=number)


def _paper(asked: list[int]) -> Paper:
    blank = paper(len(asked))
    bank, ids = zip(*(item(number).split(":") for number in asked), strict=True)
    questions = tuple(
        replace(each, bank=bank[place], id=ids[place], facts=facts_of(asked[place]))
        for place, each in enumerate(blank.questions)
    )
    return replace(blank, questions=questions)
