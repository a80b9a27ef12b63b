"""Rules about dates: answers that change with time, and whether the question says so."""

import re
from collections.abc import Iterable

from quizgen.bank.heads import Head
from quizgen.bank.limits import Limit, passed_on
from quizgen.bank.rules.parts import asking, words, written
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.dates import first_day, is_date
from quizgen.forms.models.spec import FactSpec, ModelSpec, StatementFact
from quizgen.forms.spec import ChoiceSpec, Common, StatementsSpec

_YEAR = re.compile(r"\b\d{4}\b")
_COUNTED = re.compile(
    r"\b(?:how many|(?:total |current )?(?:number|strength) of)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:members?|observers?|partners?|parties|signatories|member-\w+|observer-\w+)\b",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"\b(?:found(?:er|ing)|original|permanent|were|was|had|did|joined|signed|became|created)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|do|does|now|currently|at present|today)\b", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"(?:only\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ]\w+)?|thirty(?:[- ]\w+)?)"
    r"(?:\s+\w+)?",
    re.IGNORECASE,
)
_BELONGING = re.compile(
    r"\b(?:is|are)\b.{0,200}?\b(?:members?|observers?|partners?|parties|signatories)\b",
    re.IGNORECASE,
)


def count_without_date(spec: Common) -> Iterable[Problem]:
    """Say so if a count of members that may change has no date (QG215).

    That is, without `as_of` and a year: how many members, observers, partners, parties or
    signatories there *are*, with numbers for options; or how many of several *are* such.
    """
    if spec.as_of or spec.until:
        return
    for path, text in asking(spec):
        if "ow many" not in text and "umber of" not in text and "rength of" not in text:
            continue
        match = _counted(spec, text)
        if match and not _YEAR.search(text) and not _FIXED.search(text):
            yield Problem(
                "QG215",
                path,
                f"the answer (`{match[0]}`) may change, and the question says no date",
                why="the answer is right only until somebody joins or leaves",
                help="say the date: `As of 15 November 2019, ...`, and write `as_of: 2019-11-15`",
                piece=match[0],
            )
            return


def _counted(spec: Common, text: str) -> re.Match[str] | None:
    if isinstance(spec, StatementsSpec) and spec.ask == "how-many":
        return _BELONGING.search(text)
    if not isinstance(spec, ChoiceSpec) or not _PRESENT.search(text):
        return None
    texts = [one if isinstance(one, str) else one.words for one in spec.options]
    if not all(_NUMBERS.fullmatch(text.strip().rstrip(".")) for text in texts):
        return None
    return _COUNTED.search(text)


def _says_year(spec: Common, year: str) -> bool:
    """Whether the stem says a year: its lines, what it is about, or a statement or row in it."""
    texts = [text for _, text in asking(spec)]
    texts += [getattr(spec, "about", ""), getattr(spec, "heads", "")]
    if not isinstance(spec, ChoiceSpec):
        texts += [words(one) for _, one in written(spec)]
    return any(year in text for text in texts)


def dated(spec: Common, head: Head) -> Iterable[Problem]:
    """Say what is wrong with a question that has a date (QG214, QG218, QG219)."""
    yield from _not_said(spec, head)
    yield from _no_longer_true(spec)
    yield from _too_old(spec, head)


def _not_said(spec: Common, head: Head) -> Iterable[Problem]:
    """Say so if the answer depends on a date whose year the stem does not say (QG214).

    A date that the file gives for all its questions says nothing of one of them.
    """
    year = spec.as_of[:4]
    if not year or spec.as_of == head.defaults.get("as_of"):
        return
    if _says_year(spec, year):
        return
    yield Problem(
        "QG214",
        ("as_of",),
        f"the answer depends on {spec.as_of}, and the question does not say {year}",
        why="a candidate answers for the day on which he is asked",
        help=f"begin it with the date: `As of {spec.as_of}, ...`; or remove `as_of`",
    )


def dates_not_said(items: Iterable[Item], head: Head) -> Iterable[Problem]:
    """Say so if questions do not say the year of the date that the file gives for all (QG214)."""
    date = head.defaults.get("as_of", "")
    if not date:
        return
    asked = [item.question for item in items if item.question.as_of == date]
    silent = sum(date[:4] not in question.stem for question in asked)
    if silent:
        yield Problem(
            "QG214",
            ("as_of",),
            f"the answers depend on {date}, and {silent} of {len(asked)} questions do not say "
            f"{date[:4]}",
            why="a candidate answers for the day on which he is asked",
            help="say the date in those questions, or write `as_of` only where it matters",
        )


def _no_longer_true(spec: Common) -> Iterable[Problem]:
    """Say so, from `until` on, if the question has no date of its own (QG218)."""
    if spec.until and not spec.as_of:
        yield Problem(
            "QG218",
            ("until",),
            f"the answer has not been true since {spec.until}, and the question is not asked",
            help="correct it; or say its date in the question, and in `as_of`",
            due=first_day(spec.until),
        )


def _too_old(spec: Common, head: Head) -> Iterable[Problem]:
    """Say so, from the day on, if the answer is older than the file's `stale_after` (QG219)."""
    if head.limit is not None and spec.as_of:
        yield Problem(
            "QG219",
            ("as_of",),
            f"the answer is of {spec.as_of}, over {head.limit.text} ago",
            help="look whether it is still so, and write the day on which you looked",
            due=passed_on(spec.as_of, head.limit),
        )


def model_dated(spec: ModelSpec, limit: Limit | None) -> Iterable[Problem]:
    """Say so, from the day on, if an item model is out of date (QG218, QG219)."""
    if spec.until:
        yield Problem(
            "QG218",
            ("until",),
            f"the model has not been right since {spec.until}, and asks nothing",
            help="correct its facts, and remove `until`",
            due=first_day(spec.until),
        )
    if limit is not None and spec.as_of:
        yield Problem(
            "QG219",
            ("as_of",),
            f"the facts are known to be right and whole up to {spec.as_of}, over {limit.text} ago",
            help="look what has changed, add it, and write the day on which you looked",
            due=passed_on(spec.as_of, limit),
        )


def fact_dated(fact: FactSpec) -> Iterable[Problem]:
    """Say so, from the day on, if a statement of a pool is no longer true, or untrue (QG220)."""
    if isinstance(fact, StatementFact) and fact.until and is_date(fact.until):
        yield Problem(
            "QG220",
            ("until",),
            f"the statement has not been {'true' if fact.correct else 'untrue'} since {fact.until}",
            why="its model does not ask for it from that day on",
            help="add the statement that is right now, and leave this one for earlier days",
            due=first_day(fact.until),
        )
