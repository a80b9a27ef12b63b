"""The terminal: Textual's driver, mended where a candidate would be lost with it.

- Bytes that are no text are no keys. Textual's reader ends at them, and takes the exam along.
- A terminal that is gone takes whatever is written. Textual's writer ends at that, and what waits
  for it would wait for ever.
- Ctrl-Z stops all of the foreground, so that what started quizgen gives the terminal back too; and
  nothing where no shell could continue it.
- Who is continued without having left the terminal enters it anew; who is continued in the
  background, or in order to end, leaves it alone.

Private names of Textual that it uses, since the driver can be mended in no public way: the class
`XTermParser`; of the driver `_app`, `_debug`, `_file`, `_loop`, `_must_signal_resume`,
`_run_input_thread`, `_sigcont_application` and `_sigtstp_application`.
"""

import errno
import os
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_WAIT_S = 0.1
"""How long a byte is waited for: so late a lone Esc is known to be one."""


class _Output:
    """Writes text to a terminal past all buffers but its own; to nowhere once that is gone."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._kept: list[str] = []

    def fileno(self) -> int:
        return self._file.fileno()

    def write(self, text: str) -> None:
        self._kept.append(text)

    def flush(self) -> None:
        left = memoryview("".join(self._kept).encode(self._file.encoding, self._file.errors or ""))
        self._kept.clear()
        with suppress(OSError):
            while left:
                left = left[os.write(self.fileno(), left) :]


class Terminal(LinuxDriver):
    """Draws on standard error and reads keys from standard input."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file = cast("Any", _Output(cast("TextIO", sys.__stderr__)))
        self._entered = False

    def write(self, data: str) -> None:
        """Send to the terminal; a shell that has it now is not written over."""
        if self._entered:
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal; what was typed before was for something else."""
        self._entered = True
        with suppress(termios.error):  # it is gone, which the reader of keys will tell
            termios.tcflush(self.fileno, termios.TCIFLUSH)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's is untyped

    def stop_application_mode(self) -> None:
        """Give it back as it was."""
        if self._entered:
            super().stop_application_mode()
            self._entered = False

    def disable_input(self) -> None:
        """Read no more keys."""
        if self._entered:
            super().disable_input()

    def run_input_thread(self) -> None:
        """Read keys until told to end.

        Raises:
            OSError: The terminal is gone.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("ignore").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT_S) and (text := decode(self._read())):
                    self._take(parser.feed(text))  # which takes an empty text for the end
                self._take(parser.tick())
            if selector.select(_WAIT_S):  # an answer of the terminal's that was under way
                self._read()

    def _read(self) -> bytes:
        read = os.read(self.fileno, 4096)
        if not read:
            raise OSError(errno.EIO, "the terminal is gone")
        return read

    def _take(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _run_input_thread(self) -> None:
        """Tell the application of what ended the reading: that the terminal is gone, or a fault."""
        try:
            self.run_input_thread()
        except OSError:
            self._app.call_later(self._app.panic)
        except Exception as error:  # noqa: BLE001 - it fails where it is seen to
            self._app.call_later(_fail, error)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as soon as the application is at rest; a signal may come at any point of it."""
        self._loop.call_soon_threadsafe(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._go_on)

    def _stop(self) -> None:
        if self._entered:
            self.suspend_application_mode()
        self._must_signal_resume = True
        with _usual(signal.SIGTSTP), _usual(signal.SIGCONT):
            if self._in_foreground:
                os.killpg(os.getpgrp(), signal.SIGTSTP)
            else:
                os.kill(os.getpid(), signal.SIGSTOP)
        self._loop.call_soon(self._go_on)  # after what other signals have asked for meanwhile

    def _go_on(self) -> None:
        if self._app.return_value is not None:
            return
        if not self._in_foreground:
            self._stop()
            return
        if self._entered:
            self.suspend_application_mode()
        self.start_application_mode()

    @property
    def _in_foreground(self) -> bool:
        with suppress(OSError):
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        return True  # it is gone, which the reader of keys will tell


def _fail(error: Exception) -> None:
    raise error


@contextmanager
def _usual(number: signal.Signals) -> Iterator[None]:
    """Let a signal do what it does to programs that do not mind it."""
    before = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(number, before)
