"""Questions of a run that are nearly the same as an earlier one.

Two are, if they have all numbers in common and eight in ten of their other words, without those
that questions are made of; and if no fact they both name keeps them out of one paper. Words are
those of the stem, statements included, and of the key.

Pairs are found without comparing all of them: of two sets that alike, some word among the first
few, rarest first, is in both (prefix filtering; Bayardo, Ma & Srikant 2007).
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.core.diagnostics import Span
from quizgen.core.item import Item
from quizgen.core.record import item_from

ALIKE, OF = 4, 5
"""Words in common, and words in either, of two questions that are just alike."""

_ITEMS = """
SELECT place, span, record FROM run CROSS JOIN items USING (file)
    WHERE item NOT IN (SELECT item FROM unasked) ORDER BY place, position
"""
_WORD = re.compile(r"\w+")
_WORDS_OF_QUESTIONS = """
a about above all an and answer are as at below by code consider correct correctly did do does
following for from given had has have how i ii iii iv v vi in is it its many matched of on one only
or pairs reference select statement statements that the their these this those to was were what
when where which who with using
"""
_FRAME = frozenset(_WORDS_OF_QUESTIONS.split())


class Asked(NamedTuple):
    """An item, and the file of the run and the place in it where it stands."""

    file: int
    span: Span
    item: Item


class Near(NamedTuple):
    """An item that is nearly the same as an earlier one."""

    later: Asked
    first: Asked


def near_duplicates(database: sqlite3.Connection) -> Iterator[Near]:
    """Yield, in file order, each item of a run that is near to an earlier one, with the first."""
    rows = database.execute(_ITEMS)
    yield from pairs_among(
        [
            Asked(file, Span(*json.loads(span)), item_from(json.loads(record)))
            for file, span, record in rows
        ]
    )


def pairs_among(asked: Sequence[Asked]) -> Iterator[Near]:
    """Yield each item that is near to an earlier one, with the first such."""
    groups: dict[frozenset[str], list[int]] = {}
    texts = [_words(one.item) for one in asked]
    for number, words in enumerate(texts):
        groups.setdefault(frozenset(word for word in words if _numeric(word)), []).append(number)
    found: dict[int, int] = {}
    for numbers in groups.values():
        if len(numbers) > 1:
            found.update(_alike(asked, {number: texts[number] for number in numbers}))
    for later in sorted(found):
        yield Near(asked[later], asked[found[later]])


def _words(item: Item) -> frozenset[str]:
    """The telling words of an item: those of its stem, and of the key unless it is composed."""
    text = item.question.stem
    if not item.answer.statements:
        text += f" {item.question.option(item.answer.key).text}"
    return frozenset(_WORD.findall(text.casefold())) - _FRAME


def _numeric(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


Groups = dict[tuple[int, int], list[int]]
"""Of the texts that have a word: by how many words they have, and where among them it stands."""


def _alike(asked: Sequence[Asked], texts: dict[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the later and the first of each near pair of texts that share all their numbers."""
    frequency = Counter(word for words in texts.values() for word in words)
    by_word: dict[str, Groups] = {}
    same: dict[frozenset[str], int] = {}
    for number, words in texts.items():
        if words in same:
            # Its likes are those of the very same one before, which alone is kept to be found.
            others = [same[words]]
        else:
            same[words] = number
            prefix = _prefix(words, frequency)
            others = sorted(_candidates(by_word, prefix, len(words)))
            for place, word in enumerate(prefix):
                groups = by_word.setdefault(word, {})
                groups.setdefault((len(words), place), []).append(number)
        for other in others:
            if _near(texts[other], words) and not _kept_apart(asked[other], asked[number]):
                yield number, other
                break


def _candidates(by_word: dict[str, Groups], prefix: Sequence[str], size: int) -> set[int]:
    """The texts that may be alike: that share a word early enough to share as many as they must."""
    found: set[int] = set()
    for place, word in enumerate(prefix):
        for (length, other), numbers in by_word.get(word, {}).items():
            if (ALIKE + OF) * min(size - place, length - other) >= ALIKE * (size + length):
                found.update(numbers)
    return found


def _prefix(words: frozenset[str], frequency: Counter[str]) -> list[str]:
    """So many of the rarest words that an alike text has one of them among its own."""
    size = len(words)
    ordered = sorted(words, key=lambda word: (frequency[word], word))
    return ordered[: size * (OF - ALIKE) // OF + 1]


def _near(one: frozenset[str], two: frozenset[str]) -> bool:
    return OF * len(one & two) >= ALIKE * len(one | two) > 0


def _kept_apart(one: Asked, two: Asked) -> bool:
    """Whether a fact of both keeps them out of one paper."""
    return not frozenset(one.item.question.facts).isdisjoint(two.item.question.facts)
