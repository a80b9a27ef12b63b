"""Colours and shapes: dark, light, or the terminal's own sixteen; ASCII where there is no more.

Everything is drawn in the sixteen colours by name. A terminal of many colours gets them from the
tables here, whose contrast is tested; one of sixteen, or one without colour, shows its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rich.terminal_theme import TerminalTheme
from textual.theme import Theme

from quizgen.core.palette import Standing, Status
from quizgen.show.palette import SHAPES, Shapes


class Shade(StrEnum):
    """What the candidate's eyes want."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Colours:
    """Two backgrounds, a foreground, and red, green, yellow, blue, magenta and cyan upon both.

    Attributes:
        frame: The background of the first and the last line.
    """

    background: str
    frame: str
    foreground: str
    named: tuple[str, str, str, str, str, str]


COLOURS = {
    Shade.DARK: Colours(
        "#14171b",
        "#262b32",
        "#e6e8ea",
        ("#ff8f85", "#6fd696", "#f2c568", "#8cc2ff", "#d9b3ff", "#74d6da"),
    ),
    Shade.LIGHT: Colours(
        "#fcfcfa",
        "#e9ebe7",
        "#1b1f23",
        ("#b3261e", "#17652f", "#765300", "#0b57b0", "#7327a8", "#0e5f6c"),
    ),
}

_UNICODE: dict[Standing, str] = {
    Status.ANSWERED: "\N{BLACK SQUARE}",
    Status.NOT_ANSWERED: "\N{WHITE SQUARE}",
    Status.MARKED: "\N{BLACK UP-POINTING TRIANGLE}",
    Status.ANSWERED_AND_MARKED: "\N{BLACK DIAMOND}",
    Status.NOT_VISITED: "\N{MIDDLE DOT}",
    None: "\N{EN DASH}",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How this terminal is drawn on.

    Attributes:
        own_colours: Whether to keep to the terminal's own colours, or to none.
        colourless: Whether to none.
        ascii: Whether shapes and rules keep to ASCII.
        encoding: Of what is sent; what it lacks is shown in ASCII.
    """

    shade: Shade = Shade.DARK
    own_colours: bool = False
    colourless: bool = False
    ascii: bool = False
    encoding: str = "utf-8"

    @property
    def shapes(self) -> Shapes:
        """The shape and the style of each standing, in the order of the legend."""
        if self.ascii:
            return SHAPES
        return {each: (_UNICODE[each], style) for each, (_, style) in SHAPES.items()}

    @property
    def chosen(self) -> str:
        """What stands before an option that is chosen."""
        return "*" if self.ascii else "\N{BLACK CIRCLE}"

    @property
    def unchosen(self) -> str:
        """What stands before an option that is not."""
        return "." if self.ascii else "\N{WHITE CIRCLE}"

    @property
    def rule(self) -> str:
        """What horizontal rules are made of."""
        return "-" if self.ascii else "\N{BOX DRAWINGS LIGHT HORIZONTAL}"

    @property
    def bar(self) -> tuple[str, str]:
        """What is left and what has passed on a bar."""
        return ("#", ".") if self.ascii else ("\N{FULL BLOCK}", "\N{LIGHT SHADE}")


def look(environ: Mapping[str, str], encoding: str, shade: Shade | None = None) -> Look:
    """Return how to draw on a terminal with that environment and encoding.

    Args:
        shade: As asked for; None: as `COLORFGBG` says, else dark.
    """
    term = environ.get("TERM", "")
    few = not environ.get("COLORTERM") and "256color" not in term and "direct" not in term
    colourless = bool(environ.get("NO_COLOR"))
    return Look(
        shade=shade or _shade_of(environ.get("COLORFGBG", "")),
        own_colours=few or colourless,
        colourless=colourless,
        ascii="utf" not in encoding.lower() or term == "linux",
        encoding=encoding,
    )


def _shade_of(colorfgbg: str) -> Shade:
    """Some terminals say `foreground;background` in numbers of the sixteen; 7 and 15 are light."""
    return Shade.LIGHT if colorfgbg.rpartition(";")[2] in {"7", "15"} else Shade.DARK


def theme(shade: Shade, *, own_colours: bool) -> Theme:
    """Return Textual's theme of a shade, or of the terminal's own colours."""
    if own_colours:
        default = "ansi_default"
        return Theme(
            f"quizgen-own-{shade}",
            primary="ansi_blue",
            background=default,
            foreground=default,
            surface=default,
            panel=default,
            boost=default,
            dark=shade is Shade.DARK,
            ansi=True,
            # Textual's own style sheet names these, and such a theme has to bring them.
            variables={"ansi-background": default, "ansi-foreground": default},
        )
    colours = COLOURS[shade]
    return Theme(
        f"quizgen-{shade}",
        primary=colours.named[3],
        background=colours.background,
        foreground=colours.foreground,
        surface=colours.background,
        panel=colours.frame,
        dark=shade is Shade.DARK,
    )


def terminal_theme(shade: Shade) -> TerminalTheme:
    """Return what the sixteen colours are by name; the bright ones are the same."""
    colours = COLOURS[shade]
    red, green, yellow, blue, magenta, cyan = map(_triplet, colours.named)
    background, foreground = _triplet(colours.background), _triplet(colours.foreground)
    eight = [background, red, green, yellow, blue, magenta, cyan, foreground]
    return TerminalTheme(background, foreground, eight, eight)


def _triplet(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
