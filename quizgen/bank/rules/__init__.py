"""Rules for good questions, which pass as sound: plain functions from a question to problems.

`SLIPS` and `WARNINGS` run whenever a file is loaded, so a cheap look comes before each. `ADVICE` is
for those who ask for it. `OVER_FILE` looks at all the items of a file together.

Sources: Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15:309 (31 rules from
27 textbooks and 27 studies); Tarrant & Ware 2008, Medical Education 42:198 (flawed items mislead
strong students most); and UPSC's papers of 2011 to 2021, whose coded options are exempt here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from quizgen.bank.heads import Head
from quizgen.bank.rules.clues import absolute, alike, echo
from quizgen.bank.rules.dates import count_without_date, dated, dates_not_said
from quizgen.bank.rules.files import longest_is_key, uneven_letters
from quizgen.bank.rules.options import all_of_the_above, few_codes, natural_order, overlapping
from quizgen.bank.rules.parts import asked
from quizgen.bank.rules.scripts import foreign
from quizgen.bank.rules.stems import long_stem, negative
from quizgen.bank.rules.teaching import (
    missing_explanation,
    missing_id,
    missing_source,
    missing_why,
)
from quizgen.bank.rules.texts import letters, numerals, source_name
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.spec import ChoiceSpec, Common, PairsSpec, SequenceSpec, StatementsSpec

OF_SOUND = frozenset(f"QG{number}" for number in range(211, 220))
"""Told of sound questions alone: of one with an error, half the text may be missing."""


class Rule(NamedTuple):
    """A rule, and what it costs next to nothing to look for first.

    Attributes:
        hints: The check runs if one of them is in the author's lines or options.
    """

    check: Callable[[Any], Iterable[Problem]]
    hints: tuple[str, ...]


_NEGATIVE = Rule(
    negative,
    ("not", "n't", "n\u2019t", "xcept", "ncorrect", "false", "wrong", "untrue"),
)
_COUNT = Rule(count_without_date, ("ow many", "umber of", "rength of"))
_ALL = Rule(all_of_the_above, ("All ", "all ", " and "))
_RANGES = Rule(
    overlapping,
    (
        *("-", "\u2013", " to ", "etween", "han ", "nder ", "elow ", "ver ", "bove "),
        *("least", "most", "or ", "xceeding", "inimum"),
    ),
)

SLIPS: tuple[Callable[[Common, Head], Iterable[Problem]], ...] = (
    letters,
    numerals,
    source_name,
    foreign,
    few_codes,
)
WARNINGS: dict[type[Common], tuple[Rule, ...]] = {
    ChoiceSpec: (_NEGATIVE, _COUNT, _ALL, _RANGES),
    StatementsSpec: (_NEGATIVE, _COUNT),
    PairsSpec: (_NEGATIVE,),
    SequenceSpec: (_NEGATIVE,),
}
ADVICE: tuple[Callable[[Common, Item], Iterable[Problem]], ...] = (
    echo,
    absolute,
    natural_order,
    alike,
    missing_why,
    missing_explanation,
    missing_source,
    long_stem,
    missing_id,
)
OVER_FILE: tuple[Callable[[Sequence[Item], Head], Iterable[Problem]], ...] = (
    longest_is_key,
    uneven_letters,
    dates_not_said,
)


def slips(spec: Common, head: Head) -> Iterator[Problem]:
    """Yield what is wrong beside the form of a question, sound or not."""
    for check in SLIPS:
        yield from check(spec, head)


def warnings(spec: Common, item: Item, head: Head) -> Iterator[Problem]:
    """Yield what is wrong with a question that is sound."""
    lines = asked(spec, item)
    if lines:
        for rule in WARNINGS[type(spec)]:
            for hint in rule.hints:
                if hint in lines:
                    yield from rule.check(spec)
                    break
    if spec.as_of or spec.until:
        yield from dated(spec, head)


def advice(spec: Common, item: Item) -> Iterator[Problem]:
    """Yield what would make a sound question better."""
    for check in ADVICE:
        yield from check(spec, item)


def over_file(items: Sequence[Item], head: Head) -> Iterator[Problem]:
    """Yield what is wrong with the sound items of a file together; paths are those of the file."""
    for check in OVER_FILE:
        yield from check(items, head)
