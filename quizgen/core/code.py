"""The code of a paper: what to type to sit the same paper again.

It reads like `25q-1800s-upsc.2025-t1.3-s48213-b7f3a9c21-k933`: questions, seconds, house style,
preset, topics by number, difficulty, sections, day, seed, bank, and check digits. Parts at their
default are left out, but for the style: the default will be another one day, and a code without a
style is of the time when papers were drawn without regard to the mix of their forms.

The check digits catch every slip of one character, mistyped, left out or added, and every exchange
of two: the first counts the characters, the other two weigh each by its place, modulo a prime.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from quizgen.core.errors import UserError
from quizgen.core.item import Difficulty
from quizgen.core.mix import MIXES
from quizgen.core.paper import MarkingScheme
from quizgen.core.presets import DEFAULT, PRESETS
from quizgen.core.sections import Sections


@dataclass(frozen=True, slots=True)
class Selection:
    """What a paper is drawn by.

    Attributes:
        topics: Numbers of topics, from 1, in the alphabetical order of the bank's; none: all.
        seconds: For the whole paper, before any extra time.
        preset: A preset's name.
        marking: That preset's, or with other marks for right, wrong and blank.
        seed: Digits.
        bank: The bank's fingerprint, lower-case hex; eight digits of it are kept.
        style: The house style of wording and mix; None: the first style's wording, and no mix.
        written: Whether questions of item models are left out.
        day: The day it is drawn for, `2019-11-15`; empty where the day makes no difference.
        as_of: Whether it asks only what was known and right on that day.
        sections: How the paper is divided, and so how its questions are ordered.
    """

    count: int
    seconds: Fraction
    seed: str
    bank: str
    preset: str = DEFAULT.name
    marking: MarkingScheme = DEFAULT.marking
    topics: tuple[int, ...] = ()
    difficulty: Difficulty | None = None
    style: str | None = None
    written: bool = False
    day: str = ""
    as_of: bool = False
    sections: Sections = Sections.NONE


class CodeError(UserError):
    """What was typed is not the code of a paper."""


def encode(selection: Selection) -> str:
    """Return the code of a selection."""
    scheme = selection.marking
    marks = "m" + "_".join(map(str, (scheme.right, scheme.wrong, scheme.blank)))
    parts = [
        f"{selection.count}q",
        f"{selection.seconds}s",
        (selection.style or "").replace("-", "."),
        "" if selection.preset == DEFAULT.name else selection.preset.replace("-", "."),
        "" if scheme == PRESETS[selection.preset].marking else marks,
        "t" + ".".join(map(str, selection.topics)) if selection.topics else "",
        selection.difficulty or "",
        "w" if selection.written else "",
        selection.sections,
        _day(selection),
        f"s{selection.seed}",
        f"b{selection.bank[:8]}",
    ]
    body = "-".join(part for part in parts if part).replace("/", ".")
    return f"{body}-k{check_digits(body)}"


def _day(selection: Selection) -> str:
    letter = "a" if selection.as_of else "d"
    return letter + selection.day.replace("-", "") if selection.day else ""


def decode(code: str) -> Selection:
    """Return the selection of a code, read without regard to case and surrounding spaces.

    Raises:
        CodeError: It is no code, or a character of it is wrong.
    """
    body, _, check = code.strip().lower().rpartition("-k")
    if not body.isascii() or not body or check_digits(body) != check:
        raise CodeError(
            f"`{code.strip()}` is not the code of a paper",
            help="copy it whole, from the number of questions to the check digits",
        )
    match = _CODE.fullmatch(body)
    if match is None:
        raise CodeError(
            f"`{code.strip()}` was made by another version of quizgen", help="update quizgen"
        )
    found = match.groupdict()
    preset = (found["preset"] or DEFAULT.name).replace(".", "-")
    difficulty, style, day = found["difficulty"], found["style"], found["day"] or ""
    return Selection(
        count=int(found["count"]),
        seconds=_fraction(found["seconds"]),
        seed=found["seed"],
        bank=found["bank"],
        preset=preset,
        marking=_marking(preset, found["marks"]),
        topics=tuple(int(topic) for topic in (found["topics"] or "").split(".") if topic),
        difficulty=None if difficulty is None else Difficulty(difficulty),
        style=None if style is None else style.replace(".", "-"),
        written=found["written"] is not None,
        day="-".join(part for part in (day[1:5], day[5:7], day[7:]) if part),
        as_of=day.startswith("a"),
        sections=Sections(found["sections"] or ""),
    )


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name.replace("-", ".")) for name in names)


_DAY = r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
# Bounded, since Python refuses to read numbers of more than 4,300 digits.
_NUMBER = r"[1-9]\d{0,17}(?:\.[1-9]\d{0,17})?|0"
_CODE = re.compile(
    r"(?P<count>[1-9]\d{0,8})q"
    rf"-(?P<seconds>{_NUMBER})s"
    rf"(?:-(?P<style>{_any_of(MIXES)}))?"
    rf"(?:-(?P<preset>{_any_of(PRESETS)}))?"
    rf"(?:-m(?P<marks>(?:{_NUMBER})_(?:{_NUMBER})_(?:{_NUMBER})))?"
    r"(?:-t(?P<topics>[1-9]\d{0,7}(?:\.[1-9]\d{0,7})*))?"
    rf"(?:-(?P<difficulty>{'|'.join(Difficulty)}))?"
    r"(?:-(?P<written>w))?"
    rf"(?:-(?P<sections>{_any_of(filter(None, Sections))}))?"
    rf"(?:-(?P<day>[ad]{_DAY}))?"
    r"-s(?P<seed>\d+)-b(?P<bank>[0-9a-f]{8})"
)


def _marking(preset: str, marks: str | None) -> MarkingScheme:
    scheme = PRESETS[preset].marking
    if marks is None:
        return scheme
    right, wrong, blank = (_fraction(part) for part in marks.split("_"))
    return replace(scheme, right=right, wrong=wrong, blank=blank)


def _fraction(text: str) -> Fraction:
    return Fraction(text.replace(".", "/"))


_PRIME = 251
_ROOT = 6
"""Generates all of 1 to 250 modulo the prime, so that no two places within 250 weigh the same."""


def check_digits(body: str) -> str:
    """Return the three hex digits that close the code of this body, which is ASCII."""
    weighed = 0
    for character in body:
        weighed = (weighed * _ROOT + ord(character)) % _PRIME
    return f"{len(body) % 16:x}{weighed:02x}"
