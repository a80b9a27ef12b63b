"""A terminal to look at: what a user sees of the full screen, as it stands after each update."""

import io
import re
import termios
import time
from collections.abc import Callable, Sequence
from typing import Any

import pexpect
import pyte
import pytest

from tests.e2e.world import PATIENCE_S, QUIZGEN, Terminal, User

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ENTER, ESCAPE, TAB = "\r", "\x1b", "\t"
CTRL_C, CTRL_Q, CTRL_T, CTRL_Z = "\x03", "\x11", "\x14", "\x1a"

ALTERNATE_SCREEN = 1049
LINE_WRAP, CURSOR = 7, 25
"""Modes that are on in a terminal that nobody has changed; all others are off."""

_KEYBOARD = re.compile(r"\x1b\[[<>=][0-9;]*u")
_PUSHED = re.compile(r"\x1b\[>[0-9;]*u")
_UNFINISHED = re.compile(r"\x1b(\[[0-9;<=>?]*)?$")
_MODE = re.compile(r"\x1b\[\?([0-9;]+)([hl])")
_ESCAPE = re.compile(r"\x1b\[[0-9;<=>?]*\$?[A-Za-z]")
_COLOURS = re.compile(r"\x1b\[([0-9;]*)m")
_LIGHT = "48;5;231"
"""The background of the light theme, in 256 colours."""
_TICK_S = 0.05
_PAUSE_S = 0.02


class _Grid(pyte.Screen):
    """Cells with what stands in them; the alternate screen starts empty, and so does the other."""

    def set_mode(self, *modes: int, **kind: Any) -> None:
        super().set_mode(*modes, **kind)
        if ALTERNATE_SCREEN in modes:
            self.reset()

    def reset_mode(self, *modes: int, **kind: Any) -> None:
        super().reset_mode(*modes, **kind)
        if ALTERNATE_SCREEN in modes:
            self.reset()


class _Display(io.StringIO):
    """Keeps what was sent, and draws it."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self.grid = _Grid(size[1], size[0])
        self._stream = pyte.Stream(self.grid)
        self._rest = ""

    def write(self, text: str) -> int:
        whole = _KEYBOARD.sub("", self._rest + text)  # pyte takes it for text
        unfinished = _UNFINISHED.search(whole)
        cut = unfinished.start() if unfinished else len(whole)
        self._stream.feed(whole[:cut])
        self._rest = whole[cut:]
        return super().write(text)


class Screen(Terminal):
    """A terminal whose whole screen is looked at.

    Args:
        size: Rows and columns.
    """

    def __init__(
        self, command: Sequence[str], user: User, size: tuple[int, int] = (24, 80)
    ) -> None:
        super().__init__(command, user, size)
        self.before = termios.tcgetattr(self.child.child_fd)
        self.display = _Display(size)
        self.log = self.display
        self.child.logfile_read = self.display

    @property
    def lines(self) -> list[str]:
        """What stands on the screen now, without the spaces at the ends of lines."""
        return [line.rstrip() for line in self.display.grid.display]

    @property
    def text(self) -> str:
        """All that stands on the screen now."""
        return "\n".join(self.lines)

    def line(self, text: str) -> str:
        """Return the first line that holds a text; empty if none does."""
        return next((line for line in self.lines if text in line), "")

    def sees(self, *texts: str) -> None:
        """Wait until the screen holds all of these texts at once, and is drawn to the end."""
        if not self.shows(*texts):
            pytest.fail(f"ended before it showed {texts}; the screen:\n{self.text}", pytrace=False)
        self._reads_to_a_pause()

    def shows(self, *texts: str) -> bool:
        """Wait until the screen holds all of these texts at once; False if it ends before."""
        return self.waits(lambda: all(text in self.text for text in texts), f"{texts}: not shown")

    def sees_no(self, text: str) -> None:
        """Wait until the screen holds this text no longer."""
        assert self.waits(lambda: text not in self.text, f"{text!r} is still shown")

    def hears_all(self) -> None:
        """Wait until all that was typed was heard, by typing what changes the colours at last."""
        so_far = len(self.raw)
        self.presses(CTRL_T)
        self.sees_sent(_LIGHT, so_far)

    def sees_sent(self, text: str, after: int) -> None:
        """Wait until a text is among what was sent, after so many characters."""
        assert self.waits(lambda: text in self.raw[after:], f"{text!r} was not sent")

    def resizes(self, rows: int, columns: int) -> None:
        """Change the size of the window."""
        self.display.grid.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def starts(self) -> None:
        """Consent to the rules of a mock, which starts the clock."""
        self.sees("start the clock")
        self.presses(ENTER)
        self.sees("Question 1 of")

    @property
    def afterwards(self) -> str:
        """What was shown on the normal screen since the whole screen was left, without codes."""
        _, left, after = self.raw.rpartition(f"\x1b[?{ALTERNATE_SCREEN}l")
        assert left, "the whole screen was never left"
        return _ESCAPE.sub("", after).replace("\r\n", "\n")

    def is_as_before(self) -> bool:
        """Whether the terminal is as it was: its settings, its modes, its keyboard."""
        assert termios.tcgetattr(self.child.child_fd) == self.before
        return self.is_left()

    def is_left(self) -> bool:
        """Whether no mode or keyboard of the whole screen is left on."""
        assert changed_modes(self.raw) == set()
        pushed, popped = len(_PUSHED.findall(self.raw)), self.raw.count("\x1b[<u")
        assert pushed == popped > 0
        return True

    def waits(self, until: Callable[[], bool], failure: str) -> bool:
        """Read until something is so; False if no more can be read and it is not."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            if not self.reads(_TICK_S):
                return until()
            if time.monotonic() > end:
                pytest.fail(f"{failure}; the screen:\n{self.text}", pytrace=False)
        return True

    def _reads_to_a_pause(self) -> None:
        so_far = -1
        while so_far != self.display.tell():
            so_far = self.display.tell()
            self.reads(_PAUSE_S)

    def reads(self, seconds: float) -> bool:
        """Read what is sent within that time; return False once nothing more can be."""
        try:
            self.child.read_nonblocking(1 << 16, seconds)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True


def on_screen(user: User, *args: str, size: tuple[int, int] = (24, 80)) -> Screen:
    """Start quizgen in a window of so many rows and columns."""
    return Screen([*QUIZGEN, *args], user, size)


def changed_modes(raw: str) -> set[int]:
    """Return the private modes that are not as in a terminal that nobody has changed."""
    last = {int(mode): how == "h" for modes, how in _MODE.findall(raw) for mode in modes.split(";")}
    return {mode for mode, on in last.items() if on != (mode in {LINE_WRAP, CURSOR})}


def colours(raw: str) -> set[str]:
    """Return every colour that was asked for, as its numbers: `31`, `38;5;9`, `48;2;0;0;0`."""
    found = set()
    for codes in _COLOURS.findall(raw):
        numbers = codes.split(";")
        while numbers:
            number = numbers.pop(0)
            if number in {"38", "48"}:
                many = 2 if numbers[:1] == ["5"] else 4
                found.add(";".join([number, *numbers[:many]]))
                del numbers[:many]
            elif number and (30 <= int(number) <= 49 or 90 <= int(number) <= 107):
                found.add(number)
    return found
