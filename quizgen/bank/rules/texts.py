"""Rules about what a question says beside what it asks: explanations, numbers, sources."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from quizgen.bank.heads import Head
from quizgen.bank.rules.parts import Written, teaching, text_path, whys, words
from quizgen.core.diagnostics import Problem
from quizgen.forms.labels import unlabelled, unnumbered
from quizgen.forms.shared import Path
from quizgen.forms.spec import Common, PairsSpec, SequenceSpec, StatementsSpec

_LETTER = re.compile(
    r"\b(?:option|choice|alternative)s?\s+(?:\([a-e]\)|[b-eB-E]\b|A\b)"
    r"|\banswers?\s+(?:is\s+)?\([a-eA-E]\)",
    re.IGNORECASE,
)
_BARE_A = re.compile(r"\sa$")


def letters(spec: Common, _: Head) -> Iterable[Problem]:
    """Say so if a text speaks of an option by its letter (QG201)."""
    # The plain words first: the pattern alone is slow on ten thousand explanations.
    whole = teaching(spec)
    if "ption" in whole or "hoice" in whole or "lternative" in whole or "nswer" in whole:
        for path, text in whys(spec):
            yield from _letters(path, text)


def _letters(path: Path, text: str) -> Iterable[Problem]:
    match = _LETTER.search(text)
    if match and not _BARE_A.search(match[0]):
        yield Problem(
            "QG201",
            path,
            f"the {path[-1] if path[-1] != 'remember' else 'line to remember'} "
            f"speaks of `{match[0]}`, but options move",
            why="another paper shows the options in another order",
            help="name what the option says",
            piece=match[0],
        )


_NUMBERED: dict[type[Common], tuple[str, str]] = {
    StatementsSpec: ("statements", "statements"),
    PairsSpec: ("pairs", "rows"),
    SequenceSpec: ("sequence", "entries"),
}


def numerals(spec: Common, _: Head) -> Iterable[Problem]:
    """Say so if statements, rows or entries bring numbers of their own (QG205)."""
    field, called = _NUMBERED.get(type(spec), ("", ""))
    entries: Sequence[Written] = getattr(spec, field) if field else ()
    texts = [words(one) for one in entries]
    bare = unlabelled(texts)
    if not bare:
        yield from _one_numbered(field, entries, called)
    else:
        path = text_path((field, 0), entries[0])
        yield Problem(
            "QG205",
            path,
            f"the {called} bring numbers of their own",
            why=f"quizgen writes them: `I.  {texts[0]}`",
            help=f"write each text alone: {path[-1]}: {bare[0]}",
        )


def _one_numbered(field: str, entries: Sequence[Written], called: str) -> Iterable[Problem]:
    """Yield the first entry that alone, or with some others, brings a number."""
    for number, one in enumerate(entries):
        bare = unnumbered(words(one))
        if bare:
            path = text_path((field, number), one)
            yield Problem(
                "QG205",
                path,
                f"one of the {called} brings a number of its own",
                why=f"quizgen writes them: `I.  {words(one)}`",
                help=f"write the text alone: {path[-1]}: {bare}",
            )
            return


def source_name(spec: Common, head: Head) -> Iterable[Problem]:
    """Say so if a source is nearly the name of one of the file's `sources` (QG203)."""
    sources = head.setting.sources
    if not spec.source or not sources or spec.source in sources or " " in spec.source:
        return
    close = get_close_matches(spec.source, sources, n=1, cutoff=0.8)
    if close:
        yield Problem(
            "QG203",
            ("source",),
            f"`{spec.source}` is no entry of `sources`, so it is printed as it stands",
            help=f"did you mean `{close[0]}`?",
        )
