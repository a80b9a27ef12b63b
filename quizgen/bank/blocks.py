"""The blocks of lines of a question file, one for each question, told from the text alone."""

import re
from collections.abc import Sequence

from quizgen.forms.spec import FileSpec, field_names

LIST = "questions"
"""The field below which the questions stand."""

LISTED = re.compile(r"(?:facts|models)[ ]*:")
"""Begins the line of facts or models."""

_QUESTIONS = re.compile(rf"{LIST}(?:[ ]*:[ ]*(?:#.*)?)?")
_DASH = re.compile(r"( *)-(?:[ \t]|$)")
_FIELD = re.compile(rf"(?:{'|'.join((*field_names(FileSpec), 'facts', 'models'))})[ ]*:(?:[ ]|$)")


def block_starts(lines: Sequence[str]) -> list[int]:
    """Return the lines on which questions begin, from 0, and the line after the last question.

    Blocks begin at the dash lines below `questions:`. Empty where there is none.
    """
    top = next((n for n, line in enumerate(lines) if _QUESTIONS.fullmatch(line.rstrip())), None)
    if top is None:
        return []
    starts: list[int] = []
    column = 0
    for number in range(top + 1, len(lines)):
        if _FIELD.match(lines[number]):
            return [*starts, number] if starts else []
        match = _DASH.match(lines[number])
        if match and (not starts or len(match[1]) < column + 2):
            column = column if starts else len(match[1])
            starts.append(number)
    return [*starts, len(lines)] if starts else []
