"""Reading a line with a deadline, at no cost in processor time while waiting.

What waits is the operating system: `select` on POSIX; on Windows, which cannot select on a console,
a thread that reads and a queue. A line is bounded, what cannot be decoded becomes U+FFFD, and
neither a stopped and continued process nor a resized window ends a wait.

The POSIX reader takes bytes from the file descriptor itself, so nothing else may read standard
input.
"""

import os
import queue
import sys
import threading
import time
from io import RawIOBase
from typing import Protocol, TextIO

LONGEST = 4096
"""Bytes of a line that are kept; the rest of it is dropped."""

_ASK_AGAIN_S = 0.2
"""On Windows Ctrl-C cannot end a wait for a queue; it is noticed between two of these."""


class Reader(Protocol):
    """Where typed lines come from.

    Attributes:
        terminal: Whether somebody types them, who sees them as he does.
    """

    terminal: bool

    def read(self, timeout_ms: int | None) -> str | None:
        """Return the next line without its end, or None once the time is over.

        Args:
            timeout_ms: None waits as long as it takes.

        Raises:
            EOFError: There will be no more lines.
        """
        ...

    def discard_typed_ahead(self) -> None:
        """Forget what was typed so far on a terminal; what waits in a pipe or file is kept."""
        ...


def open_reader(stream: TextIO, *, terminal: bool) -> Reader:
    """Return the reader for a stream, standard input as a rule, on this system."""
    if sys.platform == "win32":  # pragma: no cover
        return ThreadReader(stream.buffer.raw, terminal=terminal)
    return SelectReader(stream.fileno(), terminal=terminal)


class LineBuffer:
    """Bytes as they arrive, cut into lines."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Add what arrived."""
        self._bytes += chunk
        if b"\n" not in self._bytes:
            del self._bytes[LONGEST:]

    def take(self) -> str | None:
        """Return the first whole line and forget it; None if there is none yet."""
        end = self._bytes.find(b"\n")
        if end < 0:
            return None
        line = bytes(self._bytes[:end])
        del self._bytes[: end + 1]
        return _decoded(line)

    def take_rest(self) -> str | None:
        """Return a last line that has no end, if there is one."""
        line = bytes(self._bytes)
        self._bytes.clear()
        return _decoded(line) if line else None

    def clear(self) -> None:
        """Forget everything."""
        self._bytes.clear()


def _decoded(line: bytes) -> str:
    return line[:LONGEST].rstrip(b"\r").decode("utf-8", "replace")


class _Deadline:
    """A moment on the monotonic clock, or none."""

    def __init__(self, timeout_ms: int | None) -> None:
        self._at = None if timeout_ms is None else time.monotonic() + timeout_ms / 1000

    def left(self) -> float | None:
        """Seconds left, at least 0; None for ever."""
        return None if self._at is None else max(self._at - time.monotonic(), 0.0)


if sys.platform != "win32":  # pragma: no branch
    import select
    import termios

    class SelectReader:
        """Reads a file descriptor: a terminal, a pipe or a file."""

        def __init__(self, fd: int, *, terminal: bool) -> None:
            self.terminal = terminal
            self._fd = fd
            self._buffer = LineBuffer()
            self._ended = False

        def read(self, timeout_ms: int | None) -> str | None:
            """See `Reader`."""
            deadline = _Deadline(timeout_ms)
            while (line := self._buffer.take()) is None:
                if self._ended:
                    return _last(self._buffer)
                if not self._arrived(deadline.left()):
                    return None
            return line

        def discard_typed_ahead(self) -> None:
            """See `Reader`."""
            if self.terminal:
                self._buffer.clear()
                termios.tcflush(self._fd, termios.TCIFLUSH)

        def _arrived(self, left: float | None) -> bool:
            """Wait, take what arrived or note the end; False once the time is over.

            A terminal that went away answers with an error: that is an end too.
            """
            try:
                if not select.select([self._fd], [], [], left)[0]:
                    return False
                chunk = os.read(self._fd, LONGEST)
            except (OSError, ValueError):
                chunk = b""
            self._ended = not chunk
            self._buffer.feed(chunk)
            return True


class ThreadReader:
    """Reads a stream in a thread of its own, which ends with the process.

    Args:
        stream: Without a buffer of Python's own, whose lock the thread would hold to the end.
    """

    def __init__(self, stream: RawIOBase, *, terminal: bool) -> None:
        self.terminal = terminal
        self._stream = stream
        self._chunks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._buffer = LineBuffer()
        self._ended = False
        threading.Thread(target=self._pump, daemon=True).start()

    def read(self, timeout_ms: int | None) -> str | None:
        """See `Reader`."""
        deadline = _Deadline(timeout_ms)
        while (line := self._buffer.take()) is None:
            if self._ended:
                return _last(self._buffer)
            left = deadline.left()
            try:
                chunk = self._chunks.get(
                    timeout=_ASK_AGAIN_S if left is None else min(left, _ASK_AGAIN_S)
                )
            except queue.Empty:
                if left is not None and left <= _ASK_AGAIN_S:
                    return None
                continue
            self._ended = not chunk
            self._buffer.feed(chunk)
        return line

    def discard_typed_ahead(self) -> None:
        """See `Reader`."""
        if not self.terminal:
            return
        _forget_keys()
        self._buffer.clear()
        while not self._chunks.empty():
            self._ended = not self._chunks.get()

    def _pump(self) -> None:
        chunk: bytes | None = b"?"
        while chunk:
            try:
                chunk = self._stream.read(LONGEST)
            except (OSError, ValueError):
                chunk = b""
            self._chunks.put(chunk or b"")


def _last(buffer: LineBuffer) -> str:
    line = buffer.take_rest()
    if line is None:
        raise EOFError
    return line


def _forget_keys() -> None:
    """Forget keys pressed on a Windows console that no line was made of yet."""
    if sys.platform == "win32":  # pragma: no cover
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
