"""A failure of ours: into a log, with a word to the user that nothing he answered is lost."""

import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from quizgen import __version__
from quizgen.cli.world import folders
from quizgen.core.errors import UserError


def report(error: Exception) -> None:
    """Write the traceback to a log and say where it is."""
    text = f"quizgen {__version__}, Python {sys.version}, {sys.platform}\n{sys.argv}\n\n"
    text += "".join(traceback.format_exception(error))
    print(
        "quizgen failed. This is our fault, not yours; every answer it confirmed is kept.\n"
        f"What happened is written to {_written(text)}; please report it with that file.",
        file=sys.stderr,
    )


def _written(text: str) -> Path:
    """The log lies with the user's data, or where that cannot be written, with temporary files."""
    name = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.log"
    for folder in _log_folders():
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")
            return folder / name
    return Path("(nowhere: no folder could be written)")


def _log_folders() -> Iterator[Path]:
    """Those that can be named; a failure here would hide the one to be reported."""
    with suppress(UserError, OSError):
        yield folders().logs
    with suppress(OSError):
        yield Path(tempfile.gettempdir())
