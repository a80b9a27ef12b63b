"""Rules about the items of a file taken together: what a candidate could play without knowing."""

from collections.abc import Iterable, Iterator, Sequence
from math import comb

from quizgen.bank.heads import Head
from quizgen.bank.rules.parts import is_code
from quizgen.core.diagnostics import Problem
from quizgen.core.item import LETTERS, Form, Item

LONGER = 1.2
"""An option is clearly longest if it has over so many times the characters of the next."""
SHARE = 0.3
"""Of the items with a clearly longest option, those in which it may be the key."""
FEWEST_LONGEST = 8
FEWEST_A_LETTER = 5
"""Items for each letter, below which the letters are not judged."""

_CODED = frozenset((Form.STATEMENTS, Form.LIST, Form.NEGATIVE, Form.PAIRS))
_NAMED = 5
_CHANCE = 0.05
_CRITICAL = {2: 6.635, 3: 9.210, 4: 11.345, 5: 13.277}
"""Of chi-square at one in a hundred, by number of options (degrees of freedom plus one)."""


def longest_is_key(items: Iterable[Item], _: Head) -> Iterator[Problem]:
    """Say so if the clearly longest option is the key too often (QG216).

    In more than 30 % of the direct items that have one, eight at least, and more often than chance
    would bring about once in twenty (upper tail of the binomial distribution).
    """
    judged = [item for item in items if item.question.form is Form.DIRECT]
    found = [(item, place) for item in judged if (place := _longest(item)) is not None]
    keyed = [item for item, place in found if item.question.options[place].id == item.answer.key]
    of, hits = len(found), len(keyed)
    if of < FEWEST_LONGEST or hits <= SHARE * of:
        return
    mean = sum(1 / len(item.question.options) for item, _ in found) / of
    if _tail(hits, of, mean) < _CHANCE:
        yield Problem(
            "QG216",
            ("questions",),
            f"in {hits} of {of} questions with one clearly longest option, it is the right one",
            why=f"by chance it would be {round(mean * of)}; who marks the longest is paid for it",
            help=f"shorten the right option or lengthen a wrong one, in {_names(keyed)}",
            at_key=True,
        )


def _longest(item: Item) -> int | None:
    """The place of the clearly longest option, None if none is, or if it is a number or a code."""
    lengths = [len(option.text) for option in item.question.options]
    *_, next_, longest = sorted(lengths)
    if longest <= LONGER * next_:
        return None
    place = lengths.index(longest)
    text = item.question.options[place].text
    if text[0].isdigit() or (not item.question.shuffle and is_code(text)):
        return None  # codes are never shuffled
    return place


def _tail(hits: int, of: int, chance: float) -> float:
    """How probable so many hits or more are."""
    return sum(comb(of, n) * chance**n * (1 - chance) ** (of - n) for n in range(hits, of + 1))


def _names(items: Sequence[Item]) -> str:
    """The first few items by their ids."""
    names = [f"`{item.question.id}`" for item in items[:_NAMED]]
    more = len(items) - len(names)
    return f"{', '.join(names)}{f' and {more} more' if more > 0 else ''}"


def uneven_letters(items: Iterable[Item], _: Head) -> Iterator[Problem]:
    """Say so if the keys are far from even over the letters (QG217).

    Judged are items of as many options that keep the order of the file, or of UPSC's fixed
    options; codes that quizgen draws and options that it shuffles are even by themselves.
    Chi-square against equal frequencies, at one in a hundred, from five items a letter on.
    """
    places: dict[int, list[int]] = {}
    for item in items:
        if _keeps_order(item):
            ids = [option.id for option in item.question.options]
            places.setdefault(len(ids), []).append(ids.index(item.answer.key))
    for number, found in places.items():
        counts = [found.count(place) for place in range(number)]
        expected = len(found) / number
        chi = sum((count - expected) ** 2 for count in counts) / expected
        if len(found) >= FEWEST_A_LETTER * number and chi > _CRITICAL[number]:
            yield _uneven(counts, chi)


_PAIR = 2


def _keeps_order(item: Item) -> bool:
    question = item.question
    if question.shuffle or question.form is Form.SEQUENCE:
        return False
    return question.form not in _CODED or len(item.answer.statements) <= _PAIR


def _uneven(counts: Sequence[int], chi: float) -> Problem:
    most = max(range(len(counts)), key=counts.__getitem__)
    told = ", ".join(f"({letter}) {count}" for letter, count in zip(LETTERS, counts, strict=False))
    return Problem(
        "QG217",
        ("questions",),
        f"the key is ({LETTERS[most]}) in {counts[most]} of {sum(counts)} questions whose options "
        "keep their order",
        why=f"keys by letter: {told}; chi-square {chi:.1f}, and chance passes "
        f"{_CRITICAL[len(counts)]} once in a hundred files",
        help="let options be shuffled, or change what is true in some of them",
        at_key=True,
    )
