"""A claim, Statement-I, and one or two statements that may explain it (forms A2 and A3).

The options are UPSC's four, which do not cover every truth: what they cannot say is diagnosed.
"""

from collections.abc import Iterable, Sequence

from quizgen.core.chance import fingerprint, fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Form, Item, Option, Why
from quizgen.forms.building import Composed, built, stem
from quizgen.forms.shared import Setting, alike, common_problems, one_line, unnamed_id
from quizgen.forms.specs.reasons import ReasonSpec, ReasonsSpec
from quizgen.forms.statements import statement_problems
from quizgen.forms.wording import ROMAN, Wording

_TWO = 2

_OPTIONS = {
    1: (
        ("explained", (True, 1, 1)),
        ("unexplained", (True, 1, 0)),
        ("claim-only", (True, 0, 0)),
        ("reason-only", (False, 1, 0)),
    ),
    2: (
        ("both-explain", (True, 2, 2)),
        ("one-explains", (True, 2, 1)),
        ("one-correct", (True, 1, 1)),
        ("none-correct", (True, 0, 0)),
    ),
}
"""By number of reasons, the ids of the options and what each says is true.

That is: whether the claim is correct, how many reasons are, and how many of those explain it.
"""


def compose(spec: ReasonsSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    texts = [one_line(spec.claim.words), *(one_line(reason.words) for reason in spec.reasons)]
    shape = (*common_problems(spec), *_shape_problems(spec, texts))
    if any(problem.path[:1] in (("claim",), ("reasons",)) for problem in shape):
        return shape
    key = _key(spec)
    if key is None:
        return (*shape, _uncovered(spec))
    return shape or _item(spec, setting, texts, key)


def _shape_problems(spec: ReasonsSpec, texts: Sequence[str]) -> Iterable[Problem]:
    yield from statement_problems(spec.claim, ("claim",))
    for number, reason in enumerate(spec.reasons):
        yield from statement_problems(reason, ("reasons", number))
        yield from _explains_problems(spec, reason, number)
    if not spec.reasons:
        help_ = "add one or two statements, each `correct` or `incorrect`"
        yield Problem("QG115", ("reasons",), "there is no reason", help=help_)
    elif len(spec.reasons) > _TWO:
        message = f"there are {len(spec.reasons)} reasons, and UPSC never has more than two"
        yield Problem("QG115", ("reasons",), message, help="leave some out")
    elif all(texts):
        names = [f"Statement-{numeral}" for numeral in ROMAN]
        for problem in alike(fingerprints(texts), names, lambda number: ("reasons", number - 1)):
            yield Problem("QG120", problem.path, problem.message, help="change one")


def _explains_problems(spec: ReasonsSpec, reason: ReasonSpec, number: int) -> Iterable[Problem]:
    path = ("reasons", number, "explains")
    if reason.explains and not reason.correct:
        message = "an incorrect statement explains nothing"
        help_ = "remove `explains`, or write the statement as `correct`"
        yield Problem("QG125", path, message, help=help_)
    elif reason.explains and not spec.claim.correct:
        message = "the claim is incorrect, so nothing explains it"
        help_ = "remove `explains`, or write the claim as `correct`"
        yield Problem("QG125", path, message, help=help_)


def _key(spec: ReasonsSpec) -> str | None:
    """The id of the option that says what is true, None if none does."""
    correct = sum(bool(reason.correct) for reason in spec.reasons)
    explaining = sum(reason.explains for reason in spec.reasons)
    truth = (bool(spec.claim.correct), correct, explaining)
    return next((name for name, said in _OPTIONS[len(spec.reasons)] if said == truth), None)


def _uncovered(spec: ReasonsSpec) -> Problem:
    """The problem of a truth that none of the four options says."""
    if len(spec.reasons) == 1:
        message = "neither statement is correct, and no option can say that"
        why = "with one reason, each of UPSC's options calls some statement correct"
        return Problem("QG116", ("reasons",), message, why, "change one of the two")
    if not spec.claim.correct:
        message = "the claim is incorrect, and with two reasons no option can say that"
        why = "each of UPSC's options takes Statement-I as correct"
        help_ = "write a claim that is correct, or leave one reason out"
        return Problem("QG116", ("claim",), message, why, help_)
    why = "a reason that UPSC's options call correct explains Statement-I, or the other one does"
    if all(reason.correct for reason in spec.reasons):
        message = "both reasons are correct and neither explains the claim: no option can say that"
        help_ = "change one, or leave one out: with one reason, it need not explain the claim"
    else:
        message = "one reason is correct but does not explain the claim: no option can say that"
        help_ = "change it, or leave the incorrect one out"
    return Problem("QG116", ("reasons",), message, why, help_)


def _item(spec: ReasonsSpec, setting: Setting, texts: Sequence[str], key: str) -> Item:
    words = setting.words
    claim, *reasons = texts
    name = spec.id or unnamed_id(fingerprint(claim, *sorted(reasons)))
    said = words.one_reason if len(reasons) == 1 else words.two_reasons
    ids = [one for one, _ in _OPTIONS[len(reasons)]]
    options = tuple([Option(one, text) for one, text in zip(ids, said, strict=True)])
    labels = [words.labelled.format(numeral=numeral) for numeral in ROMAN]
    statements = [f"{label}: {text}" for label, text in zip(labels, texts, strict=False)]
    claimed = spec.claim
    whys = [Why(labels[0], bool(claimed.correct), claimed.why.strip(), facts=claimed.facts)]
    whys += [
        Why(
            label,
            bool(reason.correct),
            reason.why.strip(),
            _verdict(spec, reason, words),
            reason.facts,
        )
        for label, reason in zip(labels[1:], spec.reasons, strict=False)
    ]
    return built(
        spec,
        setting,
        Composed(
            id=name,
            form=Form.ONE_REASON if len(reasons) == 1 else Form.TWO_REASONS,
            stem=stem(words.consider, "\n\n".join(statements), words.respect),
            options=options,
            key=key,
            whys=tuple(whys),
        ),
    )


def _verdict(spec: ReasonsSpec, reason: ReasonSpec, words: Wording) -> str:
    if not reason.correct:
        return words.incorrect
    if not spec.claim.correct:
        return words.correct
    return words.explains if reason.explains else words.explains_not
