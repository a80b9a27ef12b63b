"""What a command finds around it: folders, clocks, terminal, chance and signals."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from quizgen.core.errors import UserError

if TYPE_CHECKING:
    from quizgen.show.console import QuizConsole


class BadSetting(UserError):
    """A variable of the environment, or the file of settings, holds what makes no sense."""


_SETTINGS = "config.toml"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this user's things are; none of them need exist yet.

    Attributes:
        data: Attempts and question files.
        cache: The index; may be deleted at any time.
        settings: A file, `config.toml`.
    """

    data: Path
    cache: Path
    settings: Path

    @property
    def attempts(self) -> Path:
        """Journals of attempts."""
        return self.data / "attempts"

    @property
    def questions(self) -> Path:
        """The user's own question files."""
        return self.data / "questions"

    @property
    def logs(self) -> Path:
        """Reports of our own failures."""
        return self.data / "logs"


def folders() -> Folders:
    """Return the folders of this user, or those below `QUIZGEN_HOME` if that is set.

    Raises:
        BadSetting: It names no folder.
    """
    home = os.environ.get("QUIZGEN_HOME")
    if home:
        base = _path("QUIZGEN_HOME", home).absolute()
        return Folders(base / "data", base / "cache", base / _SETTINGS)
    import platformdirs

    return Folders(
        platformdirs.user_data_path("quizgen", appauthor=False),
        platformdirs.user_cache_path("quizgen", appauthor=False),
        platformdirs.user_config_path("quizgen", appauthor=False) / _SETTINGS,
    )


def bank_paths() -> list[Path]:
    """Return the paths of `QUIZGEN_BANK`, which stands in place of the usual banks if set.

    Raises:
        BadSetting: One of them is no path.
    """
    named = os.environ.get("QUIZGEN_BANK", "")
    return [_path("QUIZGEN_BANK", part) for part in named.split(os.pathsep) if part]


def _path(variable: str, text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise BadSetting(
            f"`{variable}` names `{text}`, the home of a user there is not",
            help="write the whole path",
        ) from error


def tilde(path: Path) -> str:
    """Return a path as its user would write it."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


class SystemClock:
    """The clocks of this machine, in whole milliseconds."""

    def monotonic_ms(self) -> int:
        """Return a time that does not jump."""
        return time.monotonic_ns() // 1_000_000

    def wall_ms(self) -> int:
        """Return the time since 1970."""
        return time.time_ns() // 1_000_000


def today() -> str:
    """Return the day it is here: `2019-11-22`."""
    return time.strftime("%Y-%m-%d", time.localtime(SystemClock().wall_ms() / 1000))


def local_time(wall_ms: int) -> datetime:
    """Return a wall time as a moment where the user is."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone()


def chance(below: int) -> int:
    """Return a number in [0, below) that nobody can foresee."""
    return int.from_bytes(os.urandom(8)) % below


def new_seed(asked: int | None) -> str:
    """Return the seed asked for, or one of a million by chance, short enough to be typed again."""
    return str(chance(1_000_000) if asked is None else asked)


def console(*, plain: bool = False, stderr: bool = False) -> "QuizConsole":
    """Return a console on standard output, or on standard error."""
    from quizgen.show.console import make_console

    return make_console(sys.stderr if stderr else sys.stdout, plain=plain)


def complain(message: str, why: str = "", remedy: str = "") -> None:
    """Tell an error on standard error, in the words of a diagnostic."""
    from shutil import get_terminal_size
    from textwrap import wrap

    from quizgen.core.text import clean

    print(f"error: {clean(message)}", file=sys.stderr)
    width = max(get_terminal_size().columns - 1, 40)
    for lead, text in (("   = note: ", why), ("   = help: ", remedy)):
        indent = " " * len(lead)
        lines = wrap(clean(text), width - len(lead), break_long_words=False, break_on_hyphens=False)
        for number, line in enumerate(lines):
            print((indent if number else lead) + line, file=sys.stderr)


def _end(number: int) -> None:
    raise SystemExit(128 + number)


@contextmanager
def minding_signals(
    continued: Callable[[], None] | None = None,
    ended: Callable[[int], None] = _end,
    *,
    interrupts: bool = False,
) -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what runs inside in good order, with their own exit status.

    Args:
        continued: Called when the process was stopped and goes on.
        ended: Called with the signal that is to end it.
        interrupts: Whether SIGINT ends it so too, in place of a `KeyboardInterrupt`.
    """

    def end(number: int, _: FrameType | None) -> None:
        ended(number)

    def go_on(_: int, __: FrameType | None) -> None:
        if continued is not None:
            continued()

    wanted: dict[str, Callable[[int, FrameType | None], None]] = {"SIGTERM": end, "SIGHUP": end}
    if interrupts:
        wanted["SIGINT"] = end
    if continued is not None:
        wanted["SIGCONT"] = go_on
    known = {getattr(signal, name): do for name, do in wanted.items() if hasattr(signal, name)}
    before = {
        number: signal.signal(number, do)
        for number, do in known.items()
        if signal.getsignal(number) is not signal.SIG_IGN  # as `nohup` asked
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def whole_screen() -> bool:
    """Return whether a page can be drawn here: on a terminal that can, with a keyboard.

    Standard error counts too: the screen is drawn on it, so it must not be a file.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    drawable = os.environ.get("TERM", "") not in {"", "dumb", "unknown"}
    return drawable and all(stream.isatty() for stream in streams)
