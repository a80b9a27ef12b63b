"""Coded options an author gives himself, checked against the truth of the statements."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.core.diagnostics import Problem
from quizgen.core.item import LETTERS
from quizgen.forms.codes import Code, Coded, read_code
from quizgen.forms.labels import label_problems
from quizgen.forms.shared import alike, answer_problem, answered, one_line
from quizgen.forms.specs.statements import StatementsSpec
from quizgen.forms.wording import ROMAN

_FEWEST, _MOST = 2, len(LETTERS)


@dataclass(frozen=True, slots=True)
class Printed:
    """An author's coded options.

    Attributes:
        options: Text, and either the statements named or the count claimed.
        key: Number of the right option.
        numerals: Those they are written with; none where they name no statement.
    """

    options: tuple[tuple[str, Code | None, int], ...]
    key: int
    numerals: tuple[str, ...]


def _read(spec: StatementsSpec) -> list[Coded | None]:
    """Each option as the kind of code that the question asks for, None if it is none."""
    found = [read_code(text, len(spec.statements)) for text in spec.options]
    if spec.ask == "how-many":
        return [code if code and code.count is not None else None for code in found]
    return [code if code and code.names is not None else None for code in found]


def _agrees(code: Coded, asked: Code, spec: StatementsSpec) -> bool:
    return code.count == len(asked) if spec.ask == "how-many" else code.names == asked


def printed(spec: StatementsSpec, asked: Code) -> Printed | None:
    """Return the author's options, None where he gave none; `printed_problems` must be empty."""
    codes = [code for code in _read(spec) if code is not None]
    if not codes:
        return None
    counting = spec.ask == "how-many"
    options = tuple(
        (one_line(text), None if counting else code.names, code.count or 0)
        for text, code in zip(spec.options, codes, strict=True)
    )
    key = next(number for number, code in enumerate(codes) if _agrees(code, asked, spec))
    numerals = max((code.numerals for code in codes), key=bool)
    return Printed(options, key, numerals)


def printed_problems(spec: StatementsSpec, asked: Code) -> Iterable[Problem]:
    """Yield what is wrong with the author's options, and where they contradict the statements."""
    if not spec.options:
        if spec.answer:
            help_ = "remove it: quizgen finds the answer from the statements"
            yield Problem("QG117", ("answer",), "there is an `answer` but no `options`", help=help_)
        return
    if not _FEWEST <= len(spec.options) <= _MOST:
        count = "one option" if len(spec.options) == 1 else f"{len(spec.options)} options"
        yield Problem("QG108", ("options",), f"a question has two to five options, not {count}")
        return
    labelled = tuple(label_problems(spec.options, ("options", 0)))
    if labelled:
        yield from labelled
        return
    codes = _read(spec)
    unread = [number for number, code in enumerate(codes) if code is None]
    for number in unread:
        yield _unread_problem(spec, number)
    if not unread:
        known = [code for code in codes if code is not None]
        yield from _contradictions(spec, known, asked)


def _unread_problem(spec: StatementsSpec, number: int) -> Problem:
    of = len(spec.statements)
    if spec.ask == "how-many":
        message = f"`{spec.options[number]}` is no count of {of} statements"
        return Problem("QG118", ("options", number), message, help="write it as `Only one`")
    message = f"`{spec.options[number]}` is no code for {of} statements"
    return Problem("QG118", ("options", number), message, help="write it as `I and II only`")


def _contradictions(spec: StatementsSpec, codes: list[Coded], asked: Code) -> Iterable[Problem]:
    same = [
        str(code.count if spec.ask == "how-many" else sorted(code.names or ())) for code in codes
    ]
    names = [f"option ({letter})" for letter in LETTERS[: len(codes)]]
    repeated = list(alike(same, names, lambda number: ("options", number)))
    for problem in repeated:
        message = problem.message.replace("have the same text", "say the same")
        yield Problem("QG107", problem.path, message, problem.why, problem.help)
    agreeing = [number for number, code in enumerate(codes) if _agrees(code, asked, spec)]
    if not agreeing:
        yield Problem(
            "QG117",
            ("options",),
            f"no option agrees with the statements: {_truth(spec, asked)}",
            help="mend `correct` and `incorrect`, or the options",
        )
    named = (
        answered(spec.answer, [one_line(text) for text in spec.options]) if spec.answer else None
    )
    if spec.answer and named is None:
        yield answer_problem(spec.answer, spec.options)
    elif named is not None and agreeing and not repeated and named != agreeing[0]:
        yield Problem(
            "QG117",
            ("answer",),
            f"the answer is option ({LETTERS[named]}), but by the statements it is "
            f"({LETTERS[agreeing[0]]}): {_truth(spec, asked)}",
            help="mend `correct` and `incorrect`, or `answer`",
        )


def _truth(spec: StatementsSpec, asked: Code) -> str:
    """What the statements say: `I and III are correct`."""
    wanted = "not correct" if spec.ask == "which-not" else "correct"
    names = [ROMAN[number] for number in sorted(asked)]
    if not names:
        return f"none is {wanted}"
    verb = "is" if len(names) == 1 else "are"
    joined = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return f"{joined} {verb} {wanted}"
