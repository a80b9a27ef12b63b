"""Rules about what a question lacks: its name, its reasons, its source."""

from collections.abc import Iterable

from quizgen.bank.rules.parts import place, written
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Item
from quizgen.forms.spec import Common


def missing_why(spec: Common, _: Item) -> Iterable[Problem]:
    """Say so if an option, statement or row has no why though another has one (QG236)."""
    entries = written(spec)
    if not any(one.why for _path, one in entries):
        return
    for path, one in entries:
        if not one.why:
            yield Problem(
                "QG236",
                path,
                "there is no `why` here, though there is elsewhere in this question",
                help="add `why:` with what makes it right or wrong, or what it is true of",
            )


def missing_explanation(spec: Common, _: Item) -> Iterable[Problem]:
    """Say so if nothing at all is said after the answer (QG237)."""
    if not spec.explanation and not any(one.why for _path, one in written(spec)):
        yield Problem(
            "QG237",
            place(spec),
            "nothing explains the answer",
            why="a question teaches most by its explanation",
            help="add `why:` to its options or statements, or an `explanation:`",
        )


def missing_source(spec: Common, item: Item) -> Iterable[Problem]:
    """Say so if there is no source (QG241), or no place in it (QG238)."""
    if not item.answer.source:
        yield Problem(
            "QG241",
            place(spec),
            "it is not said where this comes from",
            help="add `source:` to the question, or to the file for all of its questions",
        )
    elif not item.answer.locator:
        yield Problem(
            "QG238",
            ("source",),
            "it is not said where in the source this is found",
            help="add `locator:` with the heading, paragraph or page",
        )


def missing_id(spec: Common, _: Item) -> Iterable[Problem]:
    """Say so if the question has no id (QG240)."""
    if not spec.id:
        yield Problem(
            "QG240",
            (),
            "the question has no id",
            why="without one, its history begins anew when a word of it is changed",
            help="`quizgen check --fix` writes one",
        )
