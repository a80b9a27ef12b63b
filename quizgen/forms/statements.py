"""Statements of which some are correct (forms S2, SN, L, N and H).

The stem is a lead line, the numbered statements and a closing line. Options and key are composed
from the truth of the statements, so that no letter can be wrong; options an author gives himself
are checked against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.core.chance import fingerprint, fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Answer, Form, Item, Option, Question, Why
from quizgen.forms.codes import Code, code_text, count_id, offered, set_id
from quizgen.forms.printed import Printed, printed, printed_problems
from quizgen.forms.shared import (
    Setting,
    alike,
    cited,
    common_problems,
    id_problems,
    one_line,
    unnamed_id,
)
from quizgen.forms.spec import StatementSpec, StatementsSpec
from quizgen.forms.wording import ARABIC, ROMAN, Wording

_MOST = len(ROMAN)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Given:
    """The statements on one line each, their fingerprints, and the code that is right."""

    texts: tuple[str, ...]
    prints: tuple[str, ...]
    asked: Code


def compose(spec: StatementsSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    texts = tuple([one_line(statement.words) for statement in spec.statements])
    given = _Given(texts, tuple(fingerprints(texts)), _asked(spec))
    shape = (*common_problems(spec), *_shape_problems(spec, given.prints))
    if any(problem.path[:1] in (("statements",), ("about",)) for problem in shape):
        return shape
    truth = _truth_problems(spec, setting.words, given.asked)
    problems = (*shape, *truth, *printed_problems(spec, given.asked))
    return problems or _item(spec, setting, given)


def _shape_problems(spec: StatementsSpec, prints: Sequence[str]) -> Iterable[Problem]:
    for number, statement in enumerate(spec.statements):
        yield from _statement_problems(number, statement)
    if not spec.statements:
        yield Problem("QG115", ("statements",), "there is no statement")
    elif len(spec.statements) == 1:
        help_ = "add a second one, or write it as `question` and `options`"
        yield Problem("QG115", ("statements",), "there is only one statement", help=help_)
    elif len(spec.statements) > _MOST:
        message = f"there are {len(spec.statements)} statements, and UPSC never has more than six"
        yield Problem("QG115", ("statements",), message, help="leave some out")
    elif all(statement.words.strip() for statement in spec.statements):
        for problem in alike(prints, ROMAN, lambda number: ("statements", number)):
            yield Problem("QG120", problem.path, f"statements {problem.message}", help="change one")
    if spec.about and spec.lead:
        help_ = "keep one: `about` names the subject, `lead` is the whole line"
        yield Problem("QG103", ("about",), "both `about` and `lead` are given", help=help_)


def _statement_problems(number: int, statement: StatementSpec) -> Iterable[Problem]:
    path = ("statements", number)
    if statement.correct and statement.incorrect:
        help_ = "begin each statement with its own dash"
        message = "a statement is `correct` or `incorrect`, not both"
        yield Problem("QG103", (*path, "incorrect"), message, help=help_)
    elif not statement.words.strip():
        help_ = "begin it with `correct:` or `incorrect:` and its text"
        yield Problem("QG121", path, "a statement has no text", help=help_)
    yield from id_problems(statement.id, (*path, "id"))


def _truth_problems(spec: StatementsSpec, words: Wording, asked: Code) -> Iterable[Problem]:
    """Yield why the form cannot ask for what is true."""
    if spec.ask == "how-many":
        yield from _count_problems(spec, words, asked)
    elif len(spec.statements) > _PAIR and not asked and not spec.options:
        wanted = "incorrect" if spec.ask == "which-not" else "correct"
        yield Problem(
            "QG116",
            ("statements",),
            f"none of the {len(spec.statements)} statements is {wanted}, and no code can say that",
            why="UPSC's codes for three statements or more always name one",
            help="change a statement, or ask how many are correct: `ask: how-many`"
            if sum(bool(one.correct) for one in spec.statements)
            in dict(words.counts.get(len(spec.statements), ()))
            else "change a statement",
        )


def _count_problems(spec: StatementsSpec, words: Wording, asked: Code) -> Iterable[Problem]:
    of = len(spec.statements)
    if of not in words.counts:
        yield Problem(
            "QG116",
            ("ask",),
            f"`ask: how-many` is for three or four statements, not {of}",
            why=f"UPSC has no such options for {of} statements",
            help="leave `ask` out, or change the number of statements",
        )
    elif not spec.options and len(asked) not in dict(words.counts[of]):
        yield Problem(
            "QG116",
            ("statements",),
            f"none of the {of} statements is correct, and no option can say that",
            why=f"the options run from {words.counts[of][0][1]} to {words.counts[of][-1][1]}",
            help="change a statement",
        )
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


@dataclass(frozen=True, slots=True)
class _Choices:
    """Options in order, the id of the right one, and what the closing line depends on."""

    options: tuple[Option, ...]
    key: str
    several: bool = False


def _choices(
    spec: StatementsSpec, item: str, given: _Given, words: Wording, shown: Printed | None
) -> _Choices:
    ids = [
        statement.id or print_
        for statement, print_ in zip(spec.statements, given.prints, strict=True)
    ]
    if shown is not None:
        options = tuple(
            Option(set_id(names, ids) if names is not None else count_id(count), text)
            for text, names, count in shown.options
        )
        return _Choices(options, options[shown.key].id)
    of = len(ids)
    if spec.ask == "how-many":
        counts = tuple(Option(count_id(count), text) for count, text in words.counts[of])
        return _Choices(counts, count_id(len(given.asked)))
    codes = offered(item, given.asked, of)
    options = tuple([Option(set_id(code, ids), code_text(code, of, words)) for code in codes])
    key = options[codes.index(given.asked)].id
    return _Choices(options, key, all(len(code) > 1 for code in codes))


def _form(spec: StatementsSpec) -> Form:
    if spec.ask == "how-many":
        return Form.HOW_MANY
    if spec.ask == "which-not":
        return Form.NEGATIVE
    if one_line(spec.lead).endswith("?"):
        return Form.LIST
    return Form.TWO_STATEMENTS if len(spec.statements) == _PAIR else Form.STATEMENTS


def _lines(spec: StatementsSpec, words: Wording, *, several: bool) -> tuple[str, str]:
    """The lead line and the closing line."""
    lead = one_line(spec.lead)
    if not lead:
        lead = words.about.format(about=one_line(spec.about)) if spec.about else words.consider
    if spec.closing:
        return lead, one_line(spec.closing)
    if lead.endswith("?"):
        return lead, words.select
    if spec.ask == "how-many":
        return lead, words.how_many
    if spec.ask == "which-not":
        return lead, words.which_are_not if several else words.which_not
    return lead, words.which_are if several else words.which


def _stem(texts: Sequence[str], lead: str, closing: str, numerals: Sequence[str]) -> str:
    statements = "\n".join(
        f"{numeral}. {text}" for numeral, text in zip(numerals, texts, strict=False)
    )
    return f"{lead}\n\n{statements}\n\n{closing}"


def _item(spec: StatementsSpec, setting: Setting, given: _Given) -> Item:
    words = setting.words
    name = spec.id or _unnamed(spec, given)
    shown = printed(spec, given.asked)
    choices = _choices(spec, name, given, words, shown)
    numerals = ARABIC if shown is not None and shown.arabic else words.numerals
    lead, closing = _lines(spec, words, several=choices.several)
    stem = _stem(given.texts, lead, closing, numerals)
    question = Question(
        bank=setting.bank,
        id=name,
        form=_form(spec),
        stem=stem,
        options=choices.options,
        topic=one_line(spec.topic),
        difficulty=spec.difficulty,
        shuffle=False,
        facts=spec.facts,
        fingerprint=fingerprint(stem, *sorted([option.text for option in choices.options])),
        as_of=spec.as_of,
    )
    return Item(question, _answer(spec, setting, choices.key, numerals), spec.tags)


def _unnamed(spec: StatementsSpec, given: _Given) -> str:
    return unnamed_id(fingerprint(spec.about or spec.lead, spec.ask, *sorted(given.texts)))


def _answer(spec: StatementsSpec, setting: Setting, key: str, numerals: Sequence[str]) -> Answer:
    whys = [
        Why(numeral, bool(statement.correct), statement.why.strip())
        for numeral, statement in zip(numerals, spec.statements, strict=False)
    ]
    source = cited(spec, setting.sources)
    return Answer(
        key=key,
        statements=tuple(whys),
        explanation=spec.explanation.strip(),
        remember=spec.remember.strip(),
        source=source.text,
        locator=one_line(spec.locator),
        document=source.document,
        until=spec.until,
    )
