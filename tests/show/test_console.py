"""What reaches the stream: no escape code off a terminal, no markup, few columns."""

import io
import os
import pty
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import pytest
from rich.text import Text

from quizgen.show.console import make_console
from quizgen.show.layout import Flow

LONG = Text("word " * 60)


@contextmanager
def _terminal() -> Iterator[tuple[TextIO, int]]:
    """A real pseudo-terminal: its writable end, and the file descriptor to read from."""
    outside, inside = pty.openpty()
    try:
        with open(inside, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
            yield stream, outside
    finally:
        os.close(outside)


def _on_terminal(environ: dict[str, str], *, plain: bool = False, color: bool | None = None) -> str:
    with _terminal() as (stream, outside):
        console = make_console(stream, plain=plain, color=color, environ=environ)
        console.show(Flow(Text("Right", "bold green")))
        return os.read(outside, 1000).decode()


def test_a_terminal_has_colour() -> None:
    assert "\x1b[" in _on_terminal({"TERM": "xterm-256color"})


@pytest.mark.parametrize(
    ("environ", "plain", "color"),
    [
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False, None),
        ({"TERM": "xterm-256color"}, True, None),
        ({"TERM": "xterm-256color"}, False, False),
        ({"TERM": "dumb"}, False, None),
    ],
)
def test_a_terminal_has_none_where_it_is_not_wanted(
    environ: dict[str, str], plain: bool, color: bool | None
) -> None:
    assert "\x1b" not in _on_terminal(environ, plain=plain, color=color)


def test_a_dumb_terminal_is_spoken_to_plainly() -> None:
    with _terminal() as (stream, _):
        assert make_console(stream, environ={"TERM": "dumb"}).plain
        assert not make_console(stream, environ={"TERM": "xterm"}).plain


def test_what_is_no_terminal_gets_no_escape_codes_and_80_columns() -> None:
    stream = io.StringIO()
    console = make_console(stream, environ={"FORCE_COLOR": "1", "COLUMNS": "200"})
    console.show(Flow(LONG), Flow(Text("Right", "bold green")))

    assert "\x1b" not in stream.getvalue()
    assert max(map(len, stream.getvalue().splitlines())) == 79


def test_colour_can_be_asked_for_in_a_file() -> None:
    stream = io.StringIO()
    make_console(stream, color=True, environ={}).show(Flow(Text("Right", "bold green")))

    assert "\x1b[" in stream.getvalue()


@pytest.mark.parametrize(("columns", "used"), [(200, 80), (80, 80), (60, 60), (30, 30)])
def test_a_terminal_is_used_up_to_80_columns(columns: int, used: int) -> None:
    with _terminal() as (stream, _):
        console = make_console(stream, environ={"TERM": "xterm", "COLUMNS": str(columns)})

        assert console.options.max_width == used


def test_markup_and_emoji_codes_of_a_question_file_are_just_text() -> None:
    stream = io.StringIO()
    make_console(stream, environ={}).show(Flow(Text("[red]not red[/red] :smile: [link=x]y")))

    assert stream.getvalue() == "[red]not red[/red] :smile: [link=x]y\n"


def test_a_prompt_keeps_its_last_space_and_the_line_open() -> None:
    stream = io.StringIO()
    make_console(stream, width=20, environ={}).prompt("Answer (a-d, s skip, q stop): ")

    assert stream.getvalue() == "Answer (a-d, s skip, q stop): "


def test_without_an_environment_of_its_own_the_process_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with _terminal() as (stream, _):
        assert make_console(stream).plain
