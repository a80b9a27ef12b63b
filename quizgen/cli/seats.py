"""Where a paper is sat: on the whole screen or line by line, and in which colours."""

import os
from dataclasses import dataclass
from typing import Annotated

import typer

from quizgen.cli.world import BadSetting, whole_screen
from quizgen.core.errors import UserError
from quizgen.core.text import clean

SHADES = ("dark", "light")


def _shade(text: str) -> str:
    shade = text.strip().lower()
    if shade not in SHADES:
        raise typer.BadParameter(f"`{clean(text)}` is none of {', '.join(SHADES)}")
    return shade


Theme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        parser=_shade,
        metavar="THEME",
        autocompletion=lambda: list(SHADES),
        help="Colours of the full screen, dark or light; Ctrl-T changes them.",
        show_default=False,
    ),
]
Screen = Annotated[bool, typer.Option("--screen", help="Full screen, not line by line.")]


class NoScreen(UserError):
    """The full screen was asked for where there is none."""


@dataclass(frozen=True, slots=True)
class Seat:
    """How a paper is sat.

    Attributes:
        screen: On the whole screen, not line by line.
        shade: `dark` or `light`; empty: as the terminal is.
    """

    screen: bool = False
    plain: bool = False
    shade: str = ""


def seat(
    *, screen: bool, plain: bool, theme: str | None, line: bool = False, asked: bool = False
) -> Seat:
    """Return the seat that is wanted, line by line where there is no screen to draw on.

    Args:
        screen: Whether such a paper is sat on the whole screen unless asked otherwise.
        line: Whether line by line was asked for by name.
        asked: Whether the full screen was asked for by name, so that it is missed.

    Raises:
        NoScreen: It was, and there is none.
        BadSetting: `QUIZGEN_THEME` names no theme.
    """
    if asked and (plain or line):
        other = "--line" if line else "--plain"
        raise typer.BadParameter(f"leave out {other} or --screen: the two exclude each other")
    if asked and not whole_screen():
        raise NoScreen(
            "--screen needs a terminal",
            why="input, output or errors go elsewhere, or TERM says that nothing can be drawn",
            help="leave it out: line by line is the same",
        )
    drawn = (asked or screen) and not (plain or line) and whole_screen()
    return Seat(drawn, plain, (theme or _wanted_shade()) if drawn else "")


def _wanted_shade() -> str:
    named = os.environ.get("QUIZGEN_THEME", "").strip().lower()
    if named and named not in SHADES:
        raise BadSetting(
            f"`QUIZGEN_THEME` is `{clean(named)}`", help=f"set it to {' or '.join(SHADES)}"
        )
    return named
