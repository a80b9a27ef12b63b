"""Rules about sound questions: what does no harm yet is a warning; and ids that are used twice."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from quizgen.core.diagnostics import Problem
from quizgen.forms.labels import may_be_labelled, unlabelled
from quizgen.forms.spec import ChoiceSpec, Common, StatementsSpec

_LETTER = re.compile(
    r"\b(?:option|choice|alternative)s?\s+(?:\([a-e]\)|[b-eB-E]\b|A\b)"
    r"|\banswers?\s+(?:is\s+)?\([a-eA-E]\)",
    re.IGNORECASE,
)
_BARE_A = re.compile(r"\sa$")


def warnings(spec: Common, sources: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is doubtful about a question that is otherwise sound; `sources` is by name."""
    for path, text in _explanations(spec):
        # The plain words first: the pattern alone is slow on ten thousand explanations.
        if "ption" in text or "hoice" in text or "lternative" in text or "nswer" in text:
            yield from _letters(path, text)
    if isinstance(spec, StatementsSpec) and any(
        may_be_labelled(statement.words) for statement in spec.statements[:1]
    ):
        yield from _numerals(spec)
    if spec.source and sources and spec.source not in sources:
        yield from _source_name(spec.source, sources)


def _explanations(spec: Common) -> Iterable[tuple[tuple[str | int, ...], str]]:
    yield ("explanation",), spec.explanation
    yield ("remember",), spec.remember
    if isinstance(spec, ChoiceSpec):
        for number, option in enumerate(spec.options):
            if not isinstance(option, str):
                yield ("options", number, "why"), option.why
    elif isinstance(spec, StatementsSpec):
        for number, statement in enumerate(spec.statements):
            yield ("statements", number, "why"), statement.why


def _letters(path: tuple[str | int, ...], text: str) -> Iterator[Problem]:
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


def _numerals(spec: StatementsSpec) -> Iterator[Problem]:
    texts = [statement.words for statement in spec.statements]
    bare = unlabelled(texts)
    if bare:
        field = "correct" if spec.statements[0].correct else "incorrect"
        yield Problem(
            "QG205",
            ("statements", 0, field),
            "the statements bring numbers of their own",
            why=f"quizgen writes them: `I.  {texts[0]}`",
            help=f"write each text alone: {field}: {bare[0]}",
        )


def _source_name(source: str, sources: Mapping[str, object]) -> Iterator[Problem]:
    close = get_close_matches(source, sources, n=1, cutoff=0.8)
    if close and " " not in source:
        yield Problem(
            "QG203",
            ("source",),
            f"`{source}` is no entry of `sources`, so it is printed as it stands",
            help=f"did you mean `{close[0]}`?",
        )
