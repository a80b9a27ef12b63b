"""A rule about the script of what stands under lines that quizgen writes."""

from collections.abc import Iterable

from quizgen.bank.heads import Head
from quizgen.bank.rules.parts import text_path, words, written
from quizgen.core.diagnostics import Problem
from quizgen.forms.models.spec import FactSpec
from quizgen.forms.spec import ChoiceSpec, Common

_LATIN_ENDS = "\u0250"
"""Up to here, and in the block of additions below, letters are Latin."""
_ADDITIONS = ("\u1e00", "\u1eff")


def foreign(spec: Common, head: Head) -> Iterable[Problem]:
    """Say so if a statement, row or entry is mostly in another script than Latin (QG206)."""
    if isinstance(spec, ChoiceSpec) or head.unworded:
        return  # quizgen adds no line to it
    for path, one in written(spec):
        text = words(one)
        if not text.isascii() and _mostly_foreign(text):
            yield Problem(
                "QG206",
                text_path(path, one),
                "this is not in English, but the lines around it will be",
                why="quizgen writes the line below it and the options in the language of the file",
                help="write it as `question` and `options`: to such a question no line is added",
            )
            return


def foreign_fact(fact: FactSpec, head: Head) -> Iterable[Problem]:
    """Say so if what a fact is about is mostly in another script than Latin (QG206)."""
    if head.unworded:
        return
    name = next(name for name in _NAMES if getattr(fact, name, ""))
    text = getattr(fact, name)
    if not text.isascii() and _mostly_foreign(text):
        yield Problem(
            "QG206",
            (name,),
            "this is not in English, but the lines around it will be",
            why="quizgen writes the questions of item models in the language of the file",
            help="write it in English, or as questions with `question` and `options`",
        )


_NAMES = ("event", "entity", "name", "correct", "incorrect", "id")


def _mostly_foreign(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum(not _is_latin(letter) for letter in letters)
    return 2 * foreign > len(letters)


def _is_latin(letter: str) -> bool:
    return letter < _LATIN_ENDS or _ADDITIONS[0] <= letter <= _ADDITIONS[1]
