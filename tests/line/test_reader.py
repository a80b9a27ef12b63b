"""A line is read with a deadline, at no cost in processor time, from pipes and terminals."""

import os
import pty
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

import pytest

from quizgen.line.reader import LONGEST, Reader, SelectReader, ThreadReader, open_reader

SHORT_MS = 30


class Pipe:
    """A real pipe, and a reader at its end."""

    def __init__(self, make: Callable[[FileIO], Reader]) -> None:
        out, self._in = os.pipe()
        self._stream = FileIO(out)
        self.reader = make(self._stream)

    def type(self, text: str | bytes) -> None:
        """Write into the pipe."""
        os.write(self._in, text.encode() if isinstance(text, str) else text)

    def end(self) -> None:
        """Close the writing end."""
        if self._in >= 0:
            os.close(self._in)
        self._in = -1

    def close(self) -> None:
        """End it, let a reading thread see that, and close the reading end."""
        self.end()
        with suppress(EOFError):
            while self.reader.read(10_000) is not None:
                pass
        self._stream.close()


def _select(stream: FileIO) -> Reader:
    return SelectReader(stream.fileno(), terminal=False)


def _thread(stream: FileIO) -> Reader:
    return ThreadReader(stream, terminal=False)


def _thread_on_terminal(stream: FileIO) -> Reader:
    return ThreadReader(stream, terminal=True)


@pytest.fixture(params=[_select, _thread], ids=["select", "thread"])
def pipe(request: pytest.FixtureRequest) -> Iterator[Pipe]:
    """A pipe with each of the readers."""
    made = Pipe(request.param)
    yield made
    made.close()


def test_lines_come_one_by_one_as_they_were_written(pipe: Pipe) -> None:
    pipe.type("a\nb\r\n\nlast")
    pipe.end()

    assert [pipe.reader.read(None) for _ in range(4)] == ["a", "b", "", "last"]
    with pytest.raises(EOFError):
        pipe.reader.read(None)
    with pytest.raises(EOFError):
        pipe.reader.read(SHORT_MS)


def test_nothing_typed_is_none_after_the_time_and_what_comes_later_is_kept(pipe: Pipe) -> None:
    assert pipe.reader.read(0) is None
    assert pipe.reader.read(SHORT_MS) is None
    pipe.type("half a")
    assert pipe.reader.read(SHORT_MS) is None
    pipe.type(" line\n")
    assert pipe.reader.read(10_000) == "half a line"


def test_the_wait_is_as_long_as_was_asked(pipe: Pipe) -> None:
    start = time.monotonic()
    pipe.reader.read(300)

    assert time.monotonic() - start >= 0.299


def test_half_a_line_does_not_make_the_wait_longer(pipe: Pipe) -> None:
    timer = threading.Timer(0.1, pipe.type, ["half"])
    timer.start()
    start = time.monotonic()

    assert pipe.reader.read(400) is None
    assert 0.399 <= time.monotonic() - start < 10
    timer.join()


def test_bytes_that_are_no_text_become_replacement_characters(pipe: Pipe) -> None:
    pipe.type(b"\xff\xfea\x00\x1b[A\n")

    assert pipe.reader.read(10_000) == "\ufffd\ufffda\0\x1b[A"


def test_a_line_without_end_is_bounded(pipe: Pipe) -> None:
    def flood() -> None:
        for _ in range(50):
            pipe.type("x" * 10_000)
        pipe.type("\nb\n")

    writer = threading.Thread(target=flood)
    writer.start()

    assert pipe.reader.read(None) == "x" * LONGEST
    assert pipe.reader.read(None) == "b"
    writer.join()


def test_what_waits_in_a_pipe_is_never_thrown_away(pipe: Pipe) -> None:
    pipe.type("a\nb\n")

    assert pipe.reader.read(10_000) == "a"
    pipe.reader.discard_typed_ahead()
    assert pipe.reader.read(10_000) == "b"


def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "answers"
    path.write_text("a\nb")
    with path.open() as stream:
        reader = open_reader(stream, terminal=False)

        assert [reader.read(None), reader.read(0)] == ["a", "b"]
        with pytest.raises(EOFError):
            reader.read(None)


def test_an_input_that_was_closed_is_at_its_end() -> None:
    out, into = os.pipe()
    os.close(into)
    os.close(out)

    with pytest.raises(EOFError):
        SelectReader(out, terminal=False).read(SHORT_MS)


def test_an_input_that_fails_in_its_thread_is_at_its_end(tmp_path: Path) -> None:
    with FileIO(tmp_path / "write-only", "w") as stream:
        reader = ThreadReader(stream, terminal=False)

        with pytest.raises(EOFError):
            reader.read(10_000)


class Terminal:
    """A real pseudo-terminal in line mode, and a reader at its end."""

    def __init__(self) -> None:
        self.keyboard, self.screen = pty.openpty()
        self.reader = SelectReader(self.screen, terminal=True)

    def type(self, text: bytes) -> None:
        """Press keys, and let the terminal take them."""
        os.write(self.keyboard, text)
        os.read(self.keyboard, 1000)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal."""
    made = Terminal()
    yield made
    os.close(made.screen)
    os.close(made.keyboard)


def test_a_terminal_is_read_line_by_line(terminal: Terminal) -> None:
    assert terminal.reader.read(SHORT_MS) is None
    terminal.type(b"a")
    assert terminal.reader.read(SHORT_MS) is None
    terminal.type(b"\x7fb\n")

    assert terminal.reader.read(10_000) == "b"


def test_what_was_typed_ahead_on_a_terminal_is_thrown_away(terminal: Terminal) -> None:
    terminal.type(b"a\nb\nc\nhalf")
    assert terminal.reader.read(10_000) == "a"
    terminal.reader.discard_typed_ahead()
    assert terminal.reader.read(SHORT_MS) is None
    terminal.type(b"d\n")

    assert terminal.reader.read(10_000) == "d"


def test_control_d_ends_the_input(terminal: Terminal) -> None:
    os.write(terminal.keyboard, b"\x04")

    with pytest.raises(EOFError):
        terminal.reader.read(10_000)


def test_a_terminal_that_went_away_is_at_its_end() -> None:
    keyboard, screen = pty.openpty()
    os.close(keyboard)
    with pytest.raises(EOFError):
        SelectReader(screen, terminal=True).read(10_000)
    os.close(screen)


def test_lines_in_the_thread_of_a_terminal_are_thrown_away_too() -> None:
    pipe = Pipe(_thread_on_terminal)
    pipe.type("a\nb\n")
    assert pipe.reader.read(10_000) == "a"
    pipe.type("c\n")
    assert isinstance(pipe.reader, ThreadReader)
    while pipe.reader._chunks.empty():
        time.sleep(0.001)
    pipe.reader.discard_typed_ahead()
    assert pipe.reader.read(SHORT_MS) is None
    pipe.type("d\n")

    assert pipe.reader.read(10_000) == "d"
    pipe.close()


WAITING = """
import sys
from quizgen.line.reader import {reader}
reader = {made}
print("ready", flush=True)
print(reader.read({timeout}), flush=True)
"""
SELECT = {"reader": "SelectReader", "made": "SelectReader(0, terminal=False)"}
THREAD = {"reader": "ThreadReader", "made": "ThreadReader(sys.stdin.buffer.raw, terminal=False)"}


def _waiting(timeout: str, kind: dict[str, str]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING.format(timeout=timeout, **kind)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("kind", [SELECT, THREAD], ids=["select", "thread"])
def test_waiting_takes_no_processor_time(kind: dict[str, str]) -> None:
    """A child that waits for a second uses hardly more than one that does not wait."""

    def used(timeout: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with _waiting(timeout, kind) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "None\n"
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert used("1000") - used("0") < 0.2


@pytest.mark.parametrize("number", [signal.SIGWINCH, signal.SIGCONT])
def test_a_resized_window_or_a_process_continued_does_not_end_a_wait(
    number: signal.Signals,
) -> None:
    with _waiting("None", SELECT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.send_signal(signal.SIGSTOP)
        os.waitpid(process.pid, os.WUNTRACED)
        process.send_signal(signal.SIGCONT)
        process.send_signal(number)
        process.stdin.write("a\n")
        process.stdin.flush()

        assert process.stdout.readline() == "a\n"


def test_control_c_ends_a_wait() -> None:
    with _waiting("None", SELECT) as process:
        process.send_signal(signal.SIGINT)

        assert process.wait(10) == -signal.SIGINT
