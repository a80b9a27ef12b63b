"""Statements of which some are correct (forms S2, SN, L, N and H).

The stem is a lead line, the numbered statements and a closing line. Options and key are composed
from the truth of the statements, so that no letter can be wrong; options an author gives himself
are checked against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.core.chance import fingerprint, fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Form, Item, Option, Why
from quizgen.forms.building import Composed, built, stem, told_ids
from quizgen.forms.coded import (
    MOST,
    PAIR,
    Called,
    Choices,
    code_choices,
    count_choices,
    number_problems,
    same_problems,
    taken_problems,
    text_problems,
    uncodable,
    uncountable,
)
from quizgen.forms.codes import Code, count_id, set_id
from quizgen.forms.shared import Path, Setting, common_problems, id_problems, one_line, unnamed_id
from quizgen.forms.specs.statements import StatementsSpec
from quizgen.forms.wording import Wording

if TYPE_CHECKING:
    from quizgen.forms.models.specs.statements import StatementFact
    from quizgen.forms.printed import Printed
    from quizgen.forms.specs.reasons import ReasonSpec
    from quizgen.forms.specs.statements import StatementSpec

_CALLED = Called("statements", "statement", "statements")


@dataclass(frozen=True, slots=True)
class _Given:
    """The statements on one line each, their fingerprints and ids, and the code that is right."""

    texts: tuple[str, ...]
    prints: tuple[str, ...]
    ids: tuple[str, ...]
    asked: Code


def compose(spec: StatementsSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    texts = tuple([one_line(statement.words) for statement in spec.statements])
    prints = tuple(fingerprints(texts))
    ids = tuple([one.id or print_ for one, print_ in zip(spec.statements, prints, strict=True)])
    given = _Given(texts, prints, ids, _asked(spec))
    shape = (*common_problems(spec), *_shape_problems(spec, given.prints))
    if any(problem.path[:1] in (("statements",), ("about",)) for problem in shape):
        return shape
    truth = _truth_problems(spec, setting.words, given.asked)
    problems = (*shape, *truth, *_printed_problems(spec, given.asked))
    return problems or _item(spec, setting, given)


def _printed_problems(spec: StatementsSpec, asked: Code) -> Iterable[Problem]:
    """Yield what is wrong with options of the author's own, for which alone their code is read."""
    if spec.options or spec.answer:
        from quizgen.forms.printed import printed_problems

        yield from printed_problems(spec, asked)


def _printed(spec: StatementsSpec, asked: Code) -> "Printed | None":
    if not spec.options:
        return None
    from quizgen.forms.printed import printed

    return printed(spec, asked)


def _shape_problems(spec: StatementsSpec, prints: Sequence[str]) -> Iterable[Problem]:
    for number, statement in enumerate(spec.statements):
        path = ("statements", number)
        yield from statement_problems(statement, path)
        yield from taken_problems(statement.id, path)
    wrong = tuple(number_problems(len(spec.statements), _CALLED, PAIR, MOST))
    yield from wrong
    if not wrong and all(statement.words.strip() for statement in spec.statements):
        yield from same_problems(prints, [one.id for one in spec.statements], _CALLED)
    if spec.about and spec.lead:
        help_ = "keep one: `about` names the subject, `lead` is the whole line"
        yield Problem("QG103", ("about",), "both `about` and `lead` are given", help=help_)


def statement_problems(
    statement: "StatementSpec | ReasonSpec | StatementFact", path: Path
) -> Iterable[Problem]:
    """Yield what is wrong with one statement, which stands at that path."""
    both = bool(statement.correct and statement.incorrect)
    fields = ("correct", "incorrect")
    yield from text_problems(statement.words, path, "statement", fields, "text", both=both)
    yield from id_problems(statement.id, (*path, "id"))


def _truth_problems(spec: StatementsSpec, words: Wording, asked: Code) -> Iterable[Problem]:
    """Yield why the form cannot ask for what is true."""
    of = len(spec.statements)
    if spec.ask == "how-many":
        right = None if spec.options else len(asked)
        yield from uncountable(of, _CALLED, words.counts, right)
        yield from _lead_problems(spec, words)
    elif of > PAIR and not asked and not spec.options:
        correct = sum(bool(statement.correct) for statement in spec.statements)
        called = _CALLED if spec.ask == "which" else _CALLED._replace(so="incorrect")
        yield uncodable(of, called, words.counts, correct)


def _lead_problems(spec: StatementsSpec, words: Wording) -> Iterable[Problem]:
    lead = one_line(spec.lead)
    if lead.endswith("?") and not lead.startswith(words.how_many_begins):
        yield Problem(
            "QG119",
            ("lead",),
            f"the lead line asks a question that does not begin with `{words.how_many_begins}`",
            why="under `ask: how-many` the options are counts",
            help="begin it with `How many of the following`, or move the question to `closing`",
        )


def _asked(spec: StatementsSpec) -> Code:
    """The statements that the code names: the correct ones, or under which-not the others."""
    correct = frozenset(n for n, statement in enumerate(spec.statements) if statement.correct)
    everything = frozenset(range(len(spec.statements)))
    return everything - correct if spec.ask == "which-not" else correct


def _choices(
    spec: StatementsSpec, item: str, given: _Given, words: Wording, shown: "Printed | None"
) -> Choices:
    if shown is not None:
        options = tuple(
            Option(set_id(names, given.ids) if names is not None else count_id(count), text)
            for text, names, count in shown.options
        )
        return Choices(options, options[shown.key].id)
    if spec.ask == "how-many":
        return count_choices(given.asked, len(given.ids), words.counts)
    return code_choices(item, given.ids, given.asked, words)


def _form(spec: StatementsSpec) -> Form:
    if spec.ask == "how-many":
        return Form.HOW_MANY
    if spec.ask == "which-not":
        return Form.NEGATIVE
    if one_line(spec.lead).endswith("?"):
        return Form.LIST
    return Form.TWO_STATEMENTS if len(spec.statements) == PAIR else Form.STATEMENTS


def _lines(spec: StatementsSpec, words: Wording, *, several: bool) -> tuple[str, str]:
    """The lead line and the closing line; counts need none where the lead asks for them."""
    lead = one_line(spec.lead)
    if not lead:
        lead = words.about.format(about=one_line(spec.about)) if spec.about else words.consider
    if spec.closing:
        return lead, one_line(spec.closing)
    if lead.endswith("?"):
        return lead, "" if spec.ask == "how-many" else words.select
    if spec.ask == "how-many":
        return lead, words.how_many
    if spec.ask == "which-not":
        return lead, words.which_are_not if several else words.which_not
    return lead, words.which_are if several else words.which


def _item(spec: StatementsSpec, setting: Setting, given: _Given) -> Item:
    words = setting.words
    name = spec.id or _unnamed(spec, given)
    shown = _printed(spec, given.asked)
    choices = _choices(spec, name, given, words, shown)
    numerals = (shown.numerals if shown else ()) or words.numerals
    lead, closing = _lines(spec, words, several=choices.several)
    statements = "\n".join(
        [f"{numeral}. {text}" for numeral, text in zip(numerals, given.texts, strict=False)]
    )
    ids = told_ids(spec.statements, given.ids)
    whys = [
        Why(numeral, bool(one.correct), one.why.strip(), facts=one.facts, id=id_)
        for numeral, one, id_ in zip(numerals, spec.statements, ids, strict=False)
    ]
    text = stem(lead, statements, closing)
    composed = Composed(name, _form(spec), text, choices.options, choices.key, tuple(whys))
    return built(spec, setting, composed)


def _unnamed(spec: StatementsSpec, given: _Given) -> str:
    return unnamed_id(fingerprint(spec.about or spec.lead, spec.ask, *sorted(given.texts)))
