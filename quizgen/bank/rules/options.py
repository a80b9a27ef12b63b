"""Rules about the options of a direct question; coded options, which UPSC prints, are exempt."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from quizgen.bank.heads import Head
from quizgen.bank.rules.parts import is_code, option_path, options
from quizgen.bank.rules.quantities import overlap, read_date, read_range
from quizgen.core.diagnostics import Problem
from quizgen.core.item import LETTERS, Item
from quizgen.forms.choice import pinned
from quizgen.forms.shared import one_line
from quizgen.forms.spec import ChoiceSpec, Common, OptionSpec, StatementsSpec

_FEWEST = 3
_PAIR = 2

_ALL = re.compile(
    r"all(?:\s+of)?(?:\s+the)?\s+(?:above|these|them|those)\b.*"
    r"|(?:both\s+)?\(?[a-e]\)?(?:\s*,\s*\(?[a-e]\)?)*\s+and\s+\(?[a-e]\)?(?:\s+only)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def _text(option: str | OptionSpec) -> str:
    return option if isinstance(option, str) else option.words


def all_of_the_above(spec: ChoiceSpec) -> Iterable[Problem]:
    """Say so if an option is *All of the above*, or joins others by their letters (QG211)."""
    texts = [_text(option) for option in spec.options]
    for number, text in enumerate(texts):
        if not _ALL.fullmatch(one_line(text).rstrip(".")):
            continue
        others = (other for place, other in enumerate(texts) if place != number)
        if not all(map(is_code, others)):
            yield Problem(
                "QG211",
                option_path(spec, number),
                f"the option `{one_line(text)}` stands for other options",
                why="who sees that two options are right, or one is wrong, need not know the rest",
                help="write the texts as `statements`, whose codes say which are correct",
            )


def few_codes(spec: Common, _: Head) -> Iterable[Problem]:
    """Say so if an author gives statements two coded options, and no more (QG207)."""
    if isinstance(spec, StatementsSpec) and len(spec.options) == _PAIR:
        yield Problem(
            "QG207",
            ("options",),
            "there are only two coded options, and UPSC gives four",
            why="every second guess is right",
            help="leave `options` out, and quizgen writes all four",
        )


def overlapping(spec: ChoiceSpec) -> Iterable[Problem]:
    """Say so if two ranges of numbers have a number in common (QG213)."""
    texts = [_text(option) for option in spec.options]
    if not _DIGIT.search(texts[0]):
        return
    numbers = [number for number, text in enumerate(texts) if not pinned(text)]
    ranges = [(number, found) for number in numbers if (found := read_range(texts[number]))]
    if len(ranges) < len(numbers) or len({found.unit for _, found in ranges}) > 1:
        return
    for (first, one), (second, other) in combinations(ranges, 2):
        if overlap(one, other):
            yield Problem(
                "QG213",
                option_path(spec, second),
                f"options ({LETTERS[first]}) and ({LETTERS[second]}) overlap: "
                f"`{one_line(texts[first])}` and `{one_line(texts[second])}`",
                why="a number that lies in both makes both right",
                help="let each range begin where the one before has ended",
            )
            return


def natural_order(spec: Common, item: Item) -> Iterable[Problem]:
    """Say so if numbers or dates, which keep their places, are not in order (QG233)."""
    if not isinstance(spec, ChoiceSpec) or item.question.shuffle:
        return
    parts = options(spec, item)
    values = _values([part.text for part in parts])
    if len(values) < _FEWEST or sorted(values) in (values, values[::-1]):
        return
    number = next(n for n, (one, two) in enumerate(pairwise(values), 1) if one > two)
    ordered = [part.text for _, part in sorted(zip(values, parts, strict=True))]
    yield Problem(
        "QG233",
        parts[number].path,
        f"`{parts[number].text}` is not in order",
        why="numbers and dates keep their places, and are found quickest in their order",
        help=f"write them as: {', '.join(ordered)}{'; and mind `answer`' if spec.answer else ''}",
    )


def _values(texts: Sequence[str]) -> list[tuple[float, ...]]:
    """What orders the texts, one for each; none if they cannot be compared."""
    dates = [date for text in texts if (date := read_date(text))]
    if len(dates) == len(texts):
        return [tuple(date) for date in dates]
    ranges = [found for text in texts if (found := read_range(text))]
    if len(ranges) < len(texts) or len({found.unit for found in ranges}) > 1:
        return []
    return [(found.low, found.high) for found in ranges]
