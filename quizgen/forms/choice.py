"""A question with its options as the author wrote them (form D)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.core.chance import fingerprint, fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.core.item import LETTERS, Answer, Form, Item, Option, Question, Why
from quizgen.forms.building import answer
from quizgen.forms.codes import read_code
from quizgen.forms.labels import label_problems, may_be_labelled
from quizgen.forms.shared import (
    Setting,
    alike,
    answer_problem,
    answered,
    common_problems,
    id_problems,
    one_line,
    same_ids,
    unnamed_id,
)
from quizgen.forms.specs.choice import ChoiceSpec, OptionSpec

_FEWEST, _MOST = 2, len(LETTERS)
_MOST_STATEMENTS = 6

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_QUANTITY = re.compile(
    r"[-+]?(?:rs\.?\s*|[$\u20b9\u20ac\u00a3])?\d[\d,.]*(?:/\d+)?(?:\s*(?:%|per\s?cent))?"
    r"|\d{3,4}\s*(?:-|\u2013|to)\s*\d{2,4}|\d{1,4}\s*(?:ad|bc|ce|bce)|\d{4}-\d{2}(?:-\d{2})?"
    rf"|(?:{_DAY}\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?",
    re.IGNORECASE,
)
_PINNED = re.compile(
    r"(?:neither|both)\b.*|(?:none|all|any|some|either|one|two|three|more than one)\s+"
    r"of\s+(?:the\s+)?(?:above|these|them|following)\b.*|(?:none|all)(?:\s+the\s+above)?",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\([a-e]\)|\b(?:both|neither)\s+[a-e]\b", re.IGNORECASE)


def pinned(text: str) -> bool:
    """Return whether an option keeps its place: *None of the above* and its kin."""
    return _PINNED.fullmatch(text.rstrip(".")) is not None


def movable(texts: Sequence[str], fixed: Sequence[bool]) -> bool:
    """Return whether options, some of which keep their place, may be shuffled.

    Not numbers and dates, which stand in their order, not codes, and not options that name letters.
    """
    loose: list[str] = []
    for text, pin in zip(texts, fixed, strict=True):
        # Only such options name letters, and the pattern is slow.
        if (pin or "(" in text) and _LETTERED.search(text):
            return False
        if not pin:
            loose.append(text.rstrip("."))
    ordered = all(map(_QUANTITY.fullmatch, loose))
    coded = all(read_code(text, _MOST_STATEMENTS) for text in loose)
    return bool(loose) and not ordered and not coded


def compose(spec: ChoiceSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    options = _options(spec)
    problems = (*common_problems(spec), *_problems(spec, options))
    return problems or _item(spec, setting, options)


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of a question, their texts on one line, and the fingerprints of those."""

    specs: tuple[OptionSpec, ...]
    texts: tuple[str, ...]
    prints: tuple[str, ...]


def _options(spec: ChoiceSpec) -> _Options:
    specs = tuple(
        [OptionSpec(text=option) if isinstance(option, str) else option for option in spec.options]
    )
    texts = tuple([one_line(option.words) for option in specs])
    return _Options(specs, texts, tuple(fingerprints(texts)))


def _problems(spec: ChoiceSpec, given: _Options) -> Iterable[Problem]:
    options, texts = given.specs, given.texts
    if not spec.question.strip():
        yield Problem("QG121", ("question",), "the question has no text")
    shape = [problem for number, option in enumerate(options) for problem in _shape(number, option)]
    yield from shape
    if not _FEWEST <= len(options) <= _MOST:
        count = "one option" if len(options) == 1 else f"{len(options) or 'no'} options"
        yield Problem("QG108", ("options",), f"a question has two to five options, not {count}")
        return
    if shape:
        return
    names = [f"option ({letter})" for letter in LETTERS[: len(texts)]]
    if may_be_labelled(texts[0]):
        yield from label_problems(texts, _place(spec, 0))
    yield from alike(given.prints, names, lambda number: _place(spec, number))
    yield from same_ids([option.id for option in options], "options", "options")
    yield from _key_problems(spec, options, texts)


def _place(spec: ChoiceSpec, number: int) -> tuple[str | int, ...]:
    option = spec.options[number]
    if isinstance(option, str):
        return ("options", number)
    return ("options", number, next(name for name in _TEXTS if getattr(option, name)))


_TEXTS = ("right", "wrong", "text")


def _shape(number: int, option: OptionSpec) -> Iterable[Problem]:
    if not option.words.strip():
        yield Problem(
            "QG121",
            ("options", number),
            f"option ({LETTERS[number]}) has no text"
            if number < _MOST
            else "an option has no text",
            help="begin it with `right:` or `wrong:` and its text",
        )
    elif (option.right != "") + (option.wrong != "") + (option.text != "") > 1:
        given = [name for name in _TEXTS if getattr(option, name)]
        yield Problem(
            "QG103",
            ("options", number, given[1]),
            f"an option has one text, not `{given[0]}` and `{given[1]}`",
            help="begin each option with its own dash",
        )
    yield from id_problems(option.id, ("options", number, "id"))


def _key_problems(
    spec: ChoiceSpec, options: Sequence[OptionSpec], texts: Sequence[str]
) -> Iterable[Problem]:
    right = [number for number, option in enumerate(options) if option.right]
    if len(right) > 1:
        yield Problem(
            "QG114",
            ("options", right[1], "right"),
            f"options ({LETTERS[right[0]]}) and ({LETTERS[right[1]]}) are both right",
            help="a question has one right option: write `wrong:` at the other",
        )
        return
    named = answered(spec.answer, texts) if spec.answer else None
    if spec.answer and named is None:
        yield answer_problem(spec.answer, texts)
    elif right and named is not None and named != right[0]:
        yield Problem(
            "QG117",
            ("answer",),
            f"the answer is option ({LETTERS[named]}), "
            f"but option ({LETTERS[right[0]]}) is written as right",
            help="remove `answer`, or mend the options",
        )
    elif named is not None and options[named].wrong:
        message = f"option ({LETTERS[named]}) is the answer, but is written as wrong"
        yield Problem("QG117", ("answer",), message, help="write `right:` at that option")
    elif not right and named is None:
        help_ = "write `right:` at the right option, or add `answer:` with its letter"
        yield Problem("QG113", ("options",), "no option is right", help=help_)


def _item(spec: ChoiceSpec, setting: Setting, given: _Options) -> Item:
    texts = given.texts
    stem = spec.question.strip()
    whole = fingerprint(stem, *sorted(texts))
    named = [number for number, option in enumerate(given.specs) if option.right]
    key = named[0] if named else answered(spec.answer, texts) or 0
    fixed = [pinned(text) for text in texts]
    options = tuple(
        [
            Option(option.id or print_, text, pin)
            for option, text, print_, pin in zip(
                given.specs, texts, given.prints, fixed, strict=True
            )
        ]
    )
    question = Question(
        bank=setting.bank,
        id=spec.id or unnamed_id(whole),
        form=Form.DIRECT,
        stem=stem,
        options=options,
        topic=one_line(spec.topic),
        difficulty=spec.difficulty,
        shuffle=spec.shuffle and movable(texts, fixed),
        facts=spec.facts,
        fingerprint=whole,
        as_of=spec.as_of,
    )
    return Item(question, _answer(spec, setting, given, options, key), spec.tags)


def _answer(
    spec: ChoiceSpec, setting: Setting, given: _Options, options: Sequence[Option], key: int
) -> Answer:
    whys = [
        Why(options[number].id, number == key, why)
        for number, option in enumerate(given.specs)
        if (why := option.why.strip())
    ]
    return answer(spec, setting, options[key].id, options=whys)
