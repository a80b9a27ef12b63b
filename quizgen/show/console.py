"""The console that everything is shown on.

- It takes no markup, emoji codes or highlighting: what is printed is what was given.
- Lines are at most 80 columns, fewer on a narrower terminal. What is no terminal is 80 wide and
  gets no escape codes. `plain`, or a terminal that says it is dumb, has no colour and no tables.
- A character the stream cannot encode is shown in ASCII.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import Literal, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from quizgen.show.ascii import ERRORS

WIDTH = 80


class QuizConsole(Console):
    """A Rich console of few columns that knows whether it speaks plainly.

    Attributes:
        plain: Sentences in place of tables.
        widest: Columns that are used of a wider terminal; a narrower one is followed as it changes.
    """

    plain: bool = False
    widest: int = WIDTH
    _prompt: str = ""

    @property
    def options(self) -> ConsoleOptions:
        """How things are laid out now."""
        return super().options.update_width(min(self.width, self.widest))

    def show(self, *views: RenderableType) -> None:
        """Print each view; what must stay on one line is not cropped."""
        for view in views:
            self.print(view, crop=False)

    def prompt(self, text: str) -> None:
        """Print the start of a line, where the candidate types on."""
        self._prompt = text
        self.print(Text(text), end="", soft_wrap=True)

    def repeat_prompt(self) -> None:
        """Print the last prompt again: the shell has written over it meanwhile.

        Past the buffers, since a terminal that was closed also continues its processes first.
        """
        with suppress(OSError):
            os.write(self.file.fileno(), f"\n{self._prompt}".encode())


def make_console(
    stream: TextIO,
    *,
    plain: bool = False,
    width: int | None = None,
    color: bool | None = None,
    environ: Mapping[str, str] | None = None,
) -> QuizConsole:
    """Return a console on a stream.

    Args:
        width: Columns, in place of the terminal's.
        color: Whether to use colour at all; None: on a terminal, unless NO_COLOR is set.
        environ: In place of the process's own, for TERM, NO_COLOR and COLUMNS.
    """
    environ = os.environ if environ is None else environ
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors=ERRORS)
    terminal = stream.isatty()
    plain = plain or (terminal and environ.get("TERM", "") in {"dumb", "unknown"})
    if color is None:
        color = terminal and not environ.get("NO_COLOR")
    colored: Literal["auto", "standard"] = "auto" if terminal else "standard"
    console = QuizConsole(
        file=stream,
        force_terminal=terminal or color,
        color_system=colored if color and not plain else None,
        markup=False,
        emoji=False,
        highlight=False,
        width=width or (None if terminal else WIDTH),
        _environ=environ,
    )
    console.plain = plain
    console.widest = width or WIDTH
    return console
