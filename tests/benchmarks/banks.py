"""Question files of any number, the same from the same seed, in the shape of the design.

Half the questions are written as options, half as statements; `quizgen check` finds nothing to say.
"""

import random
from pathlib import Path

PER_FILE = 500
FACTS = 4_000
SUBJECTS = ("rivers", "borders", "trade", "prisoners", "transit", "visas", "pilgrims", "tariffs")
_STATEMENTS = 3

_PLACES = ("Karachi", "Simla", "Lahore", "Tashkent", "Astana", "Bishkek", "Ufa", "Qingdao", "Goa")
_DEEDS = ("signed", "ratified", "proposed", "annulled", "renewed", "amended", "published", "opened")
_THINGS = ("treaty", "charter", "protocol", "declaration", "memorandum", "accord", "pact", "note")


def write_bank(folder: Path, count: int, seed: int = 1, *, facts: bool = False) -> list[Path]:
    """Write `count` questions into files of at most `PER_FILE`; return the files in order.

    Args:
        facts: Whether the questions name those that they rest on: see `facts_of`.
    """
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    paths = []
    for first in range(0, count, PER_FILE):
        path = folder / f"bank-{first // PER_FILE:04}.yaml"
        numbers = range(first, min(first + PER_FILE, count))
        head = f"title: Notes {path.stem}\ntopic: {chance.choice(SUBJECTS)}\nsource: Class notes\n"
        questions = "\n".join(_question(chance, number, facts) for number in numbers)
        path.write_text(f"{head}\nquestions:\n{questions}", encoding="utf-8")
        paths.append(path)
    return paths


def item(number: int) -> str:
    """Return the name, `bank:id`, of a question, by its number from 0."""
    return f"bank-{number // PER_FILE:04}:item-{number}"


def facts_of(number: int) -> tuple[str, ...]:
    """Return the facts of a question, of `FACTS` in all: one, or one for each statement."""
    count = 1 if number % 2 else _STATEMENTS
    return tuple(f"fact-{(_STATEMENTS * number + part) % FACTS}" for part in range(count))


def _question(chance: random.Random, number: int, facts: bool) -> str:
    return (_choice if number % 2 else _statements)(chance, number, facts)


def _choice(chance: random.Random, number: int, facts: bool) -> str:
    (fact,) = facts_of(number)
    right, *wrong = chance.sample(_PLACES, 4)
    name = _name(chance, number)
    options = [f"      - right: {right}\n        why: {_why(chance, right)}"]
    options += [f"      - wrong: {place}\n        why: {_why(chance, place)}" for place in wrong]
    return (
        f"  - id: item-{number}\n"
        f"    question: Where was the {name} {chance.choice(_DEEDS)}?\n"
        f"    difficulty: {chance.choice(('easy', 'medium', 'hard'))}\n"
        f"{_naming(fact, 4) if facts else ''}"
        f"    options:\n" + "\n".join(options) + "\n"
        f"    remember: The {name} goes with {right}.\n"
    )


def _statements(chance: random.Random, number: int, facts: bool) -> str:
    name = _name(chance, number)
    deeds = chance.sample(_DEEDS, _STATEMENTS)
    truths = [True, False, chance.random() < 1 / 2]
    chance.shuffle(truths)
    lines = [
        f"      - {'correct' if truth else 'incorrect'}: It was {deed} in {_year(chance)} at the "
        f"place of the talks.\n        why: {_why(chance, chance.choice(_PLACES))}\n"
        f"{_naming(fact, 8) if facts else ''}"
        for truth, deed, fact in zip(truths, deeds, facts_of(number), strict=True)
    ]
    return (
        f"  - id: item-{number}\n"
        f"    about: the {name}\n"
        f"    statements:\n"
        + "".join(lines)
        + f"    explanation: The {name} closed the talks on {chance.choice(SUBJECTS)}.\n"
    )


def _naming(fact: str, indent: int) -> str:
    return f"{' ' * indent}facts: [{fact}]\n"


def _name(chance: random.Random, number: int) -> str:
    return f"{chance.choice(_THINGS)} number {number} on {chance.choice(SUBJECTS)}"


def _why(chance: random.Random, place: str) -> str:
    return f"{place} is the place of the {chance.choice(_THINGS)} of {_year(chance)}."


def _year(chance: random.Random) -> int:
    return chance.randrange(1947, 2020)
