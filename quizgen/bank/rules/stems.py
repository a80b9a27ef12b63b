"""Rules about what is asked: a hidden NOT, a date that is not said, too many words."""

import re
from collections.abc import Iterable

from quizgen.bank.rules.parts import asking, place
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.shared import Path
from quizgen.forms.spec import ChoiceSpec, Common, PairsSpec, SequenceSpec, StatementsSpec

MOST_WORDS = 120

_ASKING = re.compile(r"\b(?:which|who|whom|whose|what|following|how many)\b", re.IGNORECASE)
_VERB = (
    r"\b(?:is|are|was|were|be|do|does|did|has|have|had|can|could|will|would|should|may|might|must)"
)
_NEGATIVE = re.compile(
    rf"(?<!who )(?<!that )(?<!, which )(?:{_VERB}|\b\w+/are)\s+not\b(?!\s+(?:only|yet)\b)"
    rf"|{_VERB}n['\u2019]t\b"
    r"|\bexcept\b(?=\W*$|\s+(?:for|which|one)\b[^,]{0,200}$)"
    rf"|{_VERB}(?:/are)?\s+(?:(?:factually|historically)\s+)?(?:false|incorrect|untrue|wrong)\b"
    rf"|{_VERB}(?:/are)?\s+(?:incorrectly|wrongly)\b|\b(?:incorrect|false|untrue|wrong)\s+"
    r"(?:statements?|ones?|options?|pairs?|matches|match)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")


def negative(spec: Common) -> Iterable[Problem]:
    """Say so if the question asks for what is not so, without a NOT that is seen (QG212)."""
    for path, text in asking(spec):
        last = _SENTENCE.split(text.rstrip())[-1]
        match = _NEGATIVE.search(last) if _ASKING.search(text) else None
        if match:
            word = match[0].split()[-1]
            yield Problem(
                "QG212",
                path,
                f"the question asks for what is not so, but `{match[0]}` is easily overlooked",
                why="who knows the answer and misses the word is marked wrong",
                help=f"write {_visible(word)}, or ask for what is so",
                piece=match[0],
            )


def _visible(word: str) -> str:
    if "n't" in word or "n\u2019t" in word:
        return "**not** as a word of its own"
    return f"**{word}** or {word.upper()}"


_PLACES: tuple[tuple[type[Common], Path], ...] = (
    (ChoiceSpec, ("question",)),
    (StatementsSpec, ("statements",)),
    (PairsSpec, ("pairs",)),
    (SequenceSpec, ("sequence",)),
)


def long_stem(spec: Common, item: Item) -> Iterable[Problem]:
    """Say so if the stem, with the statements in it, has more than 120 words (QG239)."""
    words = len(item.question.stem.split())
    if words > MOST_WORDS:
        path = next((path for kind, path in _PLACES if isinstance(spec, kind)), place(spec))
        yield Problem(
            "QG239",
            path,
            f"there are {words} words above the options",
            why="reading takes the time that is for thinking; UPSC's mean is 46 to 68 with options",
            help=f"say it in {MOST_WORDS} words, or in two questions",
            at_key=True,
        )
