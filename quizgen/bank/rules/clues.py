"""Rules about words that give the answer away."""

import re
from collections.abc import Iterable
from itertools import combinations

from quizgen.bank.rules.parts import options, statements
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.spec import ChoiceSpec, Common

_WORD = re.compile(r"[^\W\d_]{5,}")
_CONTENT = re.compile(r"[^\W_]{3,}")
_EVERYWHERE = """
about above according after again against along among another answer because become before began
being below between called consider correct correctly could countries country create created
describe described during either every first following formed found given group happened however
itself known least member members might never number other others refer reference referred
regarding second should since state stated statement statements states their themselves there
these third those three through under until where whether which while whose within without would
years
"""
_COMMON = frozenset(_EVERYWHERE.split())


def _stem(word: str) -> str:
    """A word without the ending that a plural or a verb has."""
    word = word.casefold()
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ("es", "s", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004 - letters
            return word[: -len(ending)]
    return word


def _words(text: str) -> dict[str, str]:
    """The telling words of a text: each as it is compared, and as it is written."""
    return {_stem(word): word for word in _WORD.findall(text) if word.casefold() not in _COMMON}


def echo(spec: Common, item: Item) -> Iterable[Problem]:
    """Say so if a word of the stem comes again in the key alone (QG231)."""
    if not isinstance(spec, ChoiceSpec):
        return
    parts = options(spec, item)
    key = next((part for part in parts if part.right), None)
    if key is None:
        return
    elsewhere = {word for part in parts if not part.right for word in _words(part.text)}
    asked = _words(item.question.stem)
    said = _words(key.text)
    word = next((word for word in said if word in asked and word not in elsewhere), None)
    if word is not None:
        yield Problem(
            "QG231",
            key.path,
            f"of the options, only the right one says `{said[word]}`, as the question does",
            why="a candidate who knows nothing picks the option that sounds like the question",
            help="say it in another word, or in a wrong option too",
            piece=said[word],
        )


_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|all|none|every|everyone|nobody|no one|solely|exclusively|entirely|"
    r"completely|absolutely|invariably)\b",
    re.IGNORECASE,
)


def absolute(spec: Common, item: Item) -> Iterable[Problem]:
    """Say so if only what is wrong says *always*, *never*, *only*, *all* or *none* (QG232)."""
    direct = isinstance(spec, ChoiceSpec)
    parts = options(spec, item) if isinstance(spec, ChoiceSpec) else statements(spec)
    sure = [(part, match) for part in parts if (match := _ABSOLUTE.search(part.text))]
    if not sure or any(part.right for part, _ in sure) or not any(part.right for part in parts):
        return
    part, match = sure[0]
    named = "wrong options" if direct else "incorrect statements"
    yield Problem(
        "QG232",
        part.path,
        f"only {named} say such a word as `{match[0]}`",
        why="candidates have learnt that what is said without exception is wrong",
        help="leave the word out, or say as strong a word where it is true",
        piece=match[0],
    )


_MOST_ALIKE = 0.7
_FEWEST = 4
_SUBJECT = re.compile(r"[^\W_]{4,}")


def alike(spec: Common, _: Item) -> Iterable[Problem]:
    """Say so if two statements on the same subject are nearly the same (QG235).

    The same said of another subject, which is the first longer word, is another statement.
    """
    parts = statements(spec)
    said = [{word.casefold() for word in _CONTENT.findall(part.text)} for part in parts]
    for (first, one), (number, two) in combinations(enumerate(said), 2):
        if (
            min(len(one), len(two)) >= _FEWEST
            and len(one & two) >= _MOST_ALIKE * len(one | two)
            and _subject(parts[first].text) == _subject(parts[number].text)
        ):
            yield Problem(
                "QG235",
                parts[number].path,
                "the statement is nearly the same as one before it",
                why="of two statements that differ in a word or two, one tells on the other",
                help="say something else in one of them",
            )
            return


def _subject(text: str) -> str:
    found = _SUBJECT.search(text)
    return found[0].casefold() if found else ""
