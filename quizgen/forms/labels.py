"""Letters and numbers an author writes before options and statements, which quizgen writes too."""

import re
from collections.abc import Iterable, Sequence

from quizgen.core.diagnostics import Problem
from quizgen.forms.shared import Path
from quizgen.forms.wording import ROMAN

_LABEL = re.compile(r"\(?([a-eA-E]|[1-6]|[ivx]{1,3}|[IVX]{1,3})[.)]\s+(?=\S)")
_SERIES = ("abcde", "ABCDE", "123456", ("i", "ii", "iii", "iv", "v", "vi"), ROMAN)
_FIRST = frozenset(
    text for series in _SERIES for text in (f"{series[0]}.", f"{series[0]})", f"({series[0]}")
)


_FEWEST = 2


def may_be_labelled(first: str) -> bool:
    """Return whether the first of several texts begins like the first of a list: cheap."""
    return first[:2] in _FIRST


def unlabelled(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts without letters or numbers of their own, where all have them, in order.

    Empty where they have none.
    """
    if len(texts) < _FEWEST or not may_be_labelled(texts[0]):
        return ()
    matches = [match for text in texts if (match := _LABEL.match(text))]
    labels = [match[1] for match in matches]
    if not any(labels == list(series[: len(texts)]) for series in _SERIES):
        return ()
    return tuple(text[match.end() :] for text, match in zip(texts, matches, strict=True))


_NUMBER = re.compile(r"\(?[1-6][.)]\s+(?=\S)")


def unnumbered(text: str) -> str:
    """Return a text without the number it begins with, `1. ` or `(1) `; empty if it has none."""
    match = _NUMBER.match(text)
    return text[match.end() :] if match else ""


def label_problems(texts: Sequence[str], path: Path) -> Iterable[Problem]:
    """Yield a problem if options bring letters of their own."""
    bare = unlabelled(texts)
    if bare:
        yield Problem(
            "QG122",
            path,
            f"the options bring letters of their own: `{texts[0]}`",
            why=f"quizgen writes the letters and moves the options: `(a) {texts[1]}`",
            help=f"write each text alone: {'; '.join(bare)}",
        )
