"""A process in a terminal of 120 columns and 36 rows, timed by what it writes there."""

import fcntl
import os
import select
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Self

_COLUMNS, _ROWS = 120, 36
_CHUNK = 1 << 16
_PATIENCE_S = 20
_SETTLED_S = 0.03  # nothing written for so long: whatever was to be drawn is drawn
_OWN = ("COLUMNS", "LINES", "NO_COLOR", "COLORTERM", "TEXTUAL")


class Terminal:
    """Runs a command, to be used as a context manager; it is killed at the end.

    Raises:
        RuntimeError: From what waits for output: the process ended, or was silent too long.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        env = {name: value for name, value in environ.items() if not name.startswith(_OWN)}
        self._screen, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._started = perf_counter()
        self._process = subprocess.Popen(
            command,
            env=env | {"TERM": "xterm-256color"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._screen)

    def until(self, awaited: bytes) -> float:
        """Return the seconds from its start until it has written something."""
        self._read(awaited)
        return perf_counter() - self._started

    def press(self, key: bytes, awaited: bytes) -> float:
        """Return the seconds from a key, pressed once the screen is still, until the output."""
        self.settle()
        start = perf_counter()
        os.write(self._screen, key)
        self._read(awaited)
        return perf_counter() - start

    def settle(self) -> None:
        """Read what is still being drawn."""
        while self._readable(_SETTLED_S):
            os.read(self._screen, _CHUNK)

    def written_in(self, seconds: float) -> int:
        """Return how many bytes it writes in that time."""
        end, count = perf_counter() + seconds, 0
        while (left := end - perf_counter()) > 0:
            if self._readable(left):
                count += len(os.read(self._screen, _CHUNK))
        return count

    def busy_s(self) -> float:
        """Return the seconds of processor its threads have used so far, as Linux counts them."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def _read(self, awaited: bytes) -> None:
        seen, end = b"", perf_counter() + _PATIENCE_S
        while awaited not in seen:
            chunk = b""
            if self._readable(end - perf_counter()):
                with suppress(OSError):  # the other end is closed
                    chunk = os.read(self._screen, _CHUNK)
            if not chunk:
                raise RuntimeError(f"no {awaited!r} from {self._process.args!r}: {seen[-2000:]!r}")
            seen += chunk

    def _readable(self, seconds: float) -> bool:
        return bool(select.select([self._screen], [], [], max(seconds, 0))[0])
