"""What every form does alike: identity, dates, sources, and checks of texts."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from unicodedata import combining, normalize

from quizgen.core.diagnostics import Problem
from quizgen.core.item import LETTERS, UNNAMED
from quizgen.forms.dates import is_date
from quizgen.forms.specs.base import Common, Shared, SourceSpec
from quizgen.forms.wording import LANGUAGE, STYLE, Wording, wording

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question takes from its file.

    Attributes:
        bank: A slug.
        sources: The file's sources by name.
    """

    bank: str
    sources: Mapping[str, str | SourceSpec] = field(default_factory=dict)
    lang: str = LANGUAGE
    style: str = STYLE

    @property
    def words(self) -> Wording:
        """The fixed lines; `KeyError` if there are none in that language and style."""
        found = wording(self.lang, self.style)
        if found is None:
            raise KeyError(self.style, self.lang)
        return found


def one_line(text: str) -> str:
    """Return the text with every run of spaces and line breaks as one space."""
    return " ".join(text.split())


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(text: str, longest: int = 40) -> str:
    """Return words of the text as an id, empty if it has no letter of a-z and no digit."""
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    words = re.findall(r"[a-z0-9]+", bare.casefold())
    short = ""
    for word in words:
        if short and len(short) + 1 + len(word) > longest:
            break
        short = f"{short}-{word}" if short else word[:longest]
    return short


def id_problems(value: str, path: Path) -> Iterable[Problem]:
    """Yield a problem if an author's id is not made of a-z, 0-9 and single hyphens."""
    if value and not _ID.fullmatch(value):
        better = slug(value)
        yield Problem(
            "QG111",
            path,
            f"the id `{value}` has other characters than a-z, 0-9 and single hyphens",
            help=f"write `{better}`" if better else "write a short name, such as `simla-date`",
        )


def same_ids(ids: Sequence[str], field: str, many: str) -> Iterable[Problem]:
    """Yield a problem for each entry of a field with the id of an earlier one."""
    for number, value in enumerate(ids):
        if value and value in ids[:number]:
            message = f"two {many} have the id `{value}`"
            yield Problem("QG109", (field, number, "id"), message, help="give one another id")


def date_problems(spec: Shared | SourceSpec) -> Iterable[Problem]:
    """Yield a problem for each date that is none."""
    names = ("date",) if isinstance(spec, SourceSpec) else ("as_of", "since", "until")
    for name in names:
        value = getattr(spec, name)
        if value and not is_date(value):
            from quizgen.forms.misdated import date_problem

            yield date_problem((name,), value)


def common_problems(spec: Common) -> Iterable[Problem]:
    """Yield what is wrong with the fields that all forms share."""
    yield from id_problems(spec.id, ("id",))
    yield from date_problems(spec)


def alike(
    prints: Sequence[str], names: Sequence[str], place: Callable[[int], Path]
) -> Iterable[Problem]:
    """Yield a problem for each later text with the fingerprint of an earlier one."""
    if len(set(prints)) == len(prints):
        return
    seen: set[int] = set()
    for first, second in combinations(range(len(prints)), 2):
        if prints[first] == prints[second] and second not in seen:
            seen.add(second)
            yield Problem(
                "QG107",
                place(second),
                f"{names[first]} and {names[second]} have the same text",
                why="a candidate could pick either and be right",
                help=f"change or remove {names[second]}",
            )


def unnamed_id(whole: str) -> str:
    """Return the id of an item without one of its author's, from the fingerprint of its texts."""
    return f"{UNNAMED}{whole}"


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as printed: `Title, year`, and its title alone."""

    text: str = ""
    document: str = ""


_NUMBER = re.compile(r"\d+")


def cited(spec: Shared, sources: Mapping[str, str | SourceSpec]) -> Cited:
    """Return the source of a question: an entry of the file, or the text as it stands."""
    source = sources.get(spec.source, spec.source)
    if isinstance(source, str):
        return Cited(one_line(source), one_line(source))
    title = one_line(source.title)
    year = source.date[:4]
    # Many a title says the year already: *The Indus Waters Treaty 1960*.
    return Cited(
        f"{title}, {year}" if year and year not in _NUMBER.findall(title) else title, title
    )


_LETTER = re.compile(r"\(?([a-eA-E])\)?\.?")


def answered(answer: str, texts: Sequence[str]) -> int | None:
    """Return the number of the option an answer names, by its text or its letter; None if none.

    A letter past the last option names none. The text comes first: an option may be called `B`.
    """
    for number, text in enumerate(texts):
        if one_line(answer) == text:
            return number
    match = _LETTER.fullmatch(answer.strip())
    number = LETTERS.index(match[1].lower()) if match else len(texts)
    return number if number < len(texts) else None


def answer_problem(answer: str, texts: Sequence[str]) -> Problem:
    """Return the problem of an answer that names no option."""
    letters = [LETTERS[number] for number in range(min(len(texts), len(LETTERS)))]
    match = _LETTER.fullmatch(answer.strip())
    message = (
        f"option ({match[1].lower()}) is the answer, but there are options {_span(letters)}"
        if match
        else f"the answer `{answer}` is none of the options"
    )
    return Problem("QG112", ("answer",), message, help=f"name one of {', '.join(letters)}")


_PAIR = 2


def _span(letters: Sequence[str]) -> str:
    """The first and the last of several letters: `(a) and (b)`, `(a) to (d)`."""
    return f"({letters[0]}) {'and' if len(letters) == _PAIR else 'to'} ({letters[-1]})"
