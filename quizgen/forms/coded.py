"""Options composed from which of several entries are right: codes, and counts (forms S2 to HR)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.core.diagnostics import Problem
from quizgen.core.item import Option
from quizgen.forms.codes import NO_STATEMENT, Code, code_text, count_id, offered, set_id
from quizgen.forms.shared import Path, alike, same_ids
from quizgen.forms.wording import ROMAN, Counts, Wording

MOST = len(ROMAN)
PAIR = 2


class Choices(NamedTuple):
    """Options in order, the id of the right one, and what the closing line depends on.

    Attributes:
        several: Whether every code names two entries or more.
    """

    options: tuple[Option, ...]
    key: str
    several: bool = False


def code_choices(item: str, ids: Sequence[str], asked: Code, words: Wording) -> Choices:
    """Return the codes offered by the item of that id, for entries of which some are asked for."""
    of = len(ids)
    codes = offered(item, asked, of)
    options = tuple([Option(set_id(code, ids), code_text(code, of, words)) for code in codes])
    key = options[codes.index(asked)].id
    return Choices(options, key, all(len(code) > 1 for code in codes))


def count_choices(asked: Code, of: int, counts: Counts) -> Choices:
    """Return the counts offered for so many entries."""
    options = tuple([Option(count_id(count), text) for count, text in counts[of]])
    return Choices(options, count_id(len(asked)))


class Called(NamedTuple):
    """How diagnostics speak of what a question numbers.

    Attributes:
        field: In which the author writes them.
        so: What those are that a code names: `correct`, `matched`.
    """

    field: str
    one: str
    many: str
    so: str = "correct"


def number_problems(number: int, called: Called, fewest: int, most: int) -> Iterable[Problem]:
    """Yield a problem if a question has too few or too many entries; `most` is UPSC's."""
    path = (called.field,)
    if not number:
        yield Problem("QG115", path, f"there is no {called.one}")
    elif number < fewest:
        many = called.one if number == 1 else called.many
        message = f"there {'is' if number == 1 else 'are'} only {_SAID[number]} {many}"
        help_ = "add another, or write it as `question` and `options`"
        yield Problem("QG115", path, message, help=help_)
    elif number > most:
        message = f"there are {number} {called.many}, and UPSC never has more than {_SAID[most]}"
        yield Problem("QG115", path, message, help="leave some out")


_SAID = ("none", "one", "two", "three", "four", "five", "six")


def text_problems(
    words: str, path: Path, one: str, fields: tuple[str, str], written: str, *, both: bool
) -> Iterable[Problem]:
    """Yield a problem if an entry has none of its two texts, or both.

    Args:
        words: The text it has.
        one: What it is called.
        fields: For what is right, and for what is not.
        written: What an author writes there.
    """
    right, wrong = fields
    if both:
        message = f"a {one} is `{right}` or `{wrong}`, not both"
        yield Problem("QG103", (*path, wrong), message, help=f"begin each {one} with its own dash")
    elif not words.strip():
        help_ = f"begin it with `{right}:` or `{wrong}:` and its {written}"
        yield Problem("QG121", path, f"a {one} has no text", help=help_)


def taken_problems(value: str, path: Path) -> Iterable[Problem]:
    """Yield a problem if the id of what codes name is that of the code that names nothing."""
    if value == NO_STATEMENT:
        yield Problem(
            "QG109",
            (*path, "id"),
            f"the id `{value}` is taken",
            why="it is that of the option that names none of them: *Neither I nor II*",
            help="give this another id",
        )


def same_problems(prints: Sequence[str], ids: Sequence[str], called: Called) -> Iterable[Problem]:
    """Yield a problem for each later entry with the text or the id of an earlier one."""
    for problem in alike(prints, ROMAN, lambda number: (called.field, number)):
        message = f"{called.many} {problem.message}"
        yield Problem("QG120", problem.path, message, help="change one")
    yield from same_ids(ids, called.field, called.many)


def uncodable(of: int, called: Called, counts: Counts, right: int) -> Problem:
    """Return the problem of entries none of which a code could name.

    `right` of them are right, which a count might say.
    """
    countable = right in dict(counts.get(of, ()))
    return Problem(
        "QG116",
        (called.field,),
        f"none of the {of} {called.many} is {called.so}, and no code can say that",
        why=f"UPSC's codes for three {called.many} or more always name one",
        help=f"change a {called.one}"
        + (f", or ask how many are {called.so}: `ask: how-many`" if countable else ""),
    )


def uncountable(of: int, called: Called, counts: Counts, right: int | None) -> Iterable[Problem]:
    """Yield why so many entries of which so many are right cannot be counted.

    `right` is None where the author gives the options.
    """
    if of not in counts:
        yield Problem(
            "QG116",
            ("ask",),
            f"`ask: how-many` is for three or four {called.many}, not {of}",
            why=f"UPSC has no such options for {of} {called.many}",
            help=f"leave `ask` out, or change the number of {called.many}",
        )
    elif right is not None and right not in dict(counts[of]):
        yield Problem(
            "QG116",
            (called.field,),
            f"none of the {of} {called.many} is {called.so}, and no option can say that",
            why=f"the options run from {counts[of][0][1]} to {counts[of][-1][1]}",
            help=f"change a {called.one}",
        )
