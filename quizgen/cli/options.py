"""Options that several commands share, and how their values are read."""

import re
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.world import today
from quizgen.core.item import Difficulty
from quizgen.core.mix import MIXES
from quizgen.core.paper import MarkingScheme
from quizgen.core.presets import DEFAULT, PRESETS, Preset
from quizgen.core.text import clean
from quizgen.forms.dates import is_date, last_day

# Bounded, since a paper's code takes numbers of 18 digits, and `1e999999999` would fill the memory.
_NUMBER = re.compile(r"-?(?:[0-9]{1,9}(?:/[0-9]{1,9})?|[0-9]{0,9}\.[0-9]{1,9})")


MOST = 100_000
"""Questions that can be asked for at once."""


def fraction(text: str) -> Fraction:
    """Read `2`, `0.5` or `2/3`, zero or more."""
    try:
        value = Fraction(text.strip() if _NUMBER.fullmatch(text.strip()) else "")
    except (ValueError, ZeroDivisionError):
        raise typer.BadParameter(f"`{clean(text)}` is not a number such as 2, 0.5 or 2/3") from None
    if value < 0:
        raise typer.BadParameter(
            f"`{text}` is below zero; what is taken off is written without a sign"
        )
    return value


def positive(text: str) -> Fraction:
    """Read a fraction above zero."""
    value = fraction(text)
    if not value:
        raise typer.BadParameter(f"`{text}` is not above zero")
    return value


def whole_second(text: str) -> Fraction:
    """Read a fraction of 1 at least: a shorter time could not be shown."""
    value = fraction(text)
    if value < 1:
        raise typer.BadParameter(f"`{clean(text)}` is less than a second")
    return value


def share(text: str) -> Fraction:
    """Read a fraction above zero, of 1 at most."""
    value = positive(text)
    if value > 1:
        raise typer.BadParameter(f"`{clean(text)}` is more than the time itself; 1/3 is usual")
    return value


def preset(text: str) -> Preset:
    """Read the name of a preset."""
    found = PRESETS.get(text.strip().lower())
    if found is None:
        raise typer.BadParameter(f"`{clean(text)}` is none of {', '.join(PRESETS)}")
    return found


def house_style(text: str) -> str:
    """Read the name of a house style."""
    name = text.strip().lower()
    if name not in MIXES:
        raise typer.BadParameter(f"`{clean(text)}` is none of {', '.join(MIXES)}")
    return name


def any_day(text: str) -> str:
    """Read a day, or a month or a year, which stand for their last day."""
    date = text.strip()
    if not is_date(date):
        raise typer.BadParameter(
            f"`{clean(text)}` is no date; write a day, a month or a year, "
            "such as 2019-11-15, 2019-11 or 2019"
        )
    return last_day(date)


def past_day(text: str) -> str:
    """Read a day, a month or a year that is over, or today; return its last day."""
    day = any_day(text)
    if day > today():
        date = text.strip()
        meant = "is" if day == date else f"means {day}, which is"
        raise typer.BadParameter(f"`{date}` {meant} later than today, {today()}")
    return day


def _style_names() -> list[str]:
    return list(MIXES)


def _preset_names() -> list[str]:
    return list(PRESETS)


def _topic_names() -> list[str]:
    """For completion in a shell: the topics of the usual bank."""
    from quizgen.cli.banks import open_bank
    from quizgen.core.errors import UserError
    from quizgen.core.topics import slug

    try:
        with open_bank(None, None, tell=False) as library:
            return [slug(topic) for topic, _ in library.topics()]
    except UserError:
        return []


File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]", help="Ask just the questions of this file.", show_default=False
    ),
]
Bank = Annotated[
    list[Path] | None,
    typer.Option(
        "--bank",
        metavar="PATH",
        help="Question file or folder to use in place of the usual ones; may be repeated.",
        show_default=False,
    ),
]
Topic = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        "-t",
        metavar="TOPIC",
        autocompletion=_topic_names,
        help="Only questions on this topic; may be repeated.",
        show_default=False,
    ),
]
Count = Annotated[
    int | None,
    typer.Option(
        "-n",
        "--number",
        min=1,
        max=MOST,
        metavar="N",
        help="How many questions.",
        show_default=False,
    ),
]
Level = Annotated[
    Difficulty | None,
    typer.Option("--difficulty", help="Only questions of this difficulty.", show_default=False),
]
Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        min=0,
        metavar="N",
        help="The same number draws the same questions again.",
        show_default=False,
    ),
]
Line = Annotated[bool, typer.Option("--line", help="Line by line, not full screen.")]
Plain = Annotated[
    bool,
    typer.Option("--plain", help="No colour and no tables; reads well aloud."),
]


class Format(StrEnum):
    """How something is printed."""

    TEXT = "text"
    JSON = "json"


AsFormat = Annotated[Format, typer.Option("--format", help="As text, or as one JSON document.")]
Html = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="FILE",
        help="Write it to this file, to be read in a browser or printed.",
        show_default=False,
    ),
]
ForceHtml = Annotated[bool, typer.Option("--force", help="Let --html replace a file there is.")]
Style = Annotated[
    str | None,
    typer.Option(
        "--style",
        parser=house_style,
        metavar="STYLE",
        autocompletion=_style_names,
        help=f"The wording and numerals of a year's paper: {', '.join(MIXES)}.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        parser=past_day,
        metavar="DATE",
        help="As it would have been right on that day; of a month or a year, the last.",
        show_default=False,
    ),
]
Marking = Annotated[
    Preset | None,
    typer.Option(
        "--marking",
        parser=preset,
        metavar="PRESET",
        autocompletion=_preset_names,
        help=f"Marks of a known exam: {', '.join(PRESETS)}.",
        show_default=False,
    ),
]
Right = Annotated[
    Fraction | None,
    typer.Option(
        "--marks",
        parser=positive,
        metavar="M",
        help="Marks for a right answer, such as 2.",
        show_default=False,
    ),
]
Wrong = Annotated[
    Fraction | None,
    typer.Option(
        "--wrong",
        parser=fraction,
        metavar="M",
        help="Marks a wrong answer costs, such as 2/3.",
        show_default=False,
    ),
]
Blank = Annotated[
    Fraction | None,
    typer.Option(
        "--blank",
        parser=fraction,
        metavar="M",
        help="Marks a blank costs.",
        show_default=False,
    ),
]


def marking(
    chosen: Preset | None, right: Fraction | None, wrong: Fraction | None, blank: Fraction | None
) -> tuple[MarkingScheme, str]:
    """Return the scheme asked for and the preset's name, empty where its marks were changed.

    Marks changed alone keep the share of a wrong answer: `--marks 1` costs 1/3.
    """
    base = chosen or DEFAULT
    if right is None and wrong is None and blank is None:
        return base.marking, base.name
    scheme = base.marking
    share = scheme.wrong / scheme.right
    right = scheme.right if right is None else right
    scheme = replace(
        scheme,
        right=right,
        wrong=right * share if wrong is None else wrong,
        blank=scheme.blank if blank is None else blank,
    )
    return scheme, ""


def given(context: typer.Context) -> list[str]:
    """Return the options that stand on the command line, each by the first of its names."""
    return [
        parameter.opts[0]
        for parameter in context.command.params
        if getattr(context.get_parameter_source(parameter.name or ""), "name", "") == "COMMANDLINE"
    ]


def refuse_both(first: tuple[str, object], *others: tuple[str, object]) -> None:
    """Refuse options that say again what the first one fixes."""
    given = [name for name, value in others if value is not None and value is not False]
    if first[1] and given:
        raise typer.BadParameter(
            f"leave out {', '.join(given)}: {first[0]} says which questions are asked"
        )
