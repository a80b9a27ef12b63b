"""Consoles that are not colour terminals of 80 columns: pipes, dumb, monochrome, ASCII, narrow."""

import os
import re
import select
from pathlib import Path

import pytest

from tests.e2e.world import User, bank_text
from tests.golden_files import assert_golden

ESCAPE = "\x1b"
PROMPT = "? help): "
SAMPLE = Path(__file__).parent / "sample.yaml"


def test_practice_on_a_pipe_reads_as_a_transcript(user: User) -> None:
    sample = user.with_env(QUIZGEN_BANK=str(SAMPLE))
    shown = sample.pipe("practice", "-n", "5", "--seed", "1", typed="a\nb\nc\ns\nd\n")
    assert_golden("e2e/practice_on_a_pipe.txt", without_durations(shown))


def test_the_shipped_bank_is_practised_on_a_pipe(user: User) -> None:
    shipped = user.with_env(QUIZGEN_BANK="")
    shown = shipped.pipe("practice", "-n", "5", "--seed", "1", typed="a\nb\nc\nd\na\n")
    assert ESCAPE not in shown
    assert len(re.findall(r"^Question \d of 5 ", shown, re.MULTILINE)) == 5
    assert len(re.findall(r"^(Right|Wrong) \([+-]", shown, re.MULTILINE)) == 5
    assert len(re.findall(r"^Source: ", shown, re.MULTILINE)) == 5
    assert len(re.findall(r"^Score  ", shown, re.MULTILINE)) == 1
    text = [line for line in shown.splitlines() if "quizgen practice --ids" not in line]
    assert max(map(len, text)) <= 80  # but a command is on one line, to be copied
    again = shipped.pipe("practice", "-n", "5", "--seed", "1", typed="a\nb\nc\nd\na\n")
    assert without_durations(again) == without_durations(shown)


def without_durations(shown: str) -> str:
    """Put `TIME` for every duration, and what depends on it."""
    shown = re.sub(r"slowest: question \d+", "slowest: question N", shown)
    return re.sub(r"under 1 s|\d+ s\b", "TIME", shown)


def test_on_a_pipe_a_line_goes_to_the_question_open_when_it_arrives(user: User) -> None:
    with user.open_pipe("practice", "-n", "3", "--seconds", "1") as process:
        assert process.stdin
        assert process.stdout
        shown = b""
        while b"Question 2 of 3" not in shown or not shown.endswith(PROMPT.encode()):
            assert select.select([process.stdout], [], [], 20)[0]
            shown += process.stdout.read(4096)
        assert b"Time is up" in shown
        # Two lines at once: the second waits in the pipe, and is not thrown away.
        process.stdin.write(b"a\nb\n")
        shown += process.stdout.read()
        while chunk := process.stdout.read(4096):
            shown += chunk
        assert process.wait() == 0
    assert b"1 right, 1 wrong, 1 unanswered" in shown


def test_the_prompts_of_a_terminal_that_is_dumb_are_bare(user: User) -> None:
    for env in ({"TERM": "dumb"}, {"TERM": "unknown"}):
        with user.with_env(**env).terminal("practice", "-n", "1") as terminal:
            terminal.answers("b")
            assert terminal.ends() == 0
            assert ESCAPE not in terminal.raw
            assert "Wrong (-0.67)" in terminal.shown


def test_no_color_is_obeyed_and_colour_is_otherwise_there(user: User) -> None:
    coloured = {}
    for name, env in (("colour", {}), ("none", {"NO_COLOR": "1"})):
        with user.with_env(**env).terminal("practice", "-n", "1") as terminal:
            terminal.answers("b")
            assert terminal.ends() == 0
            coloured[name] = re.findall(r"\x1b\[[0-9;]*3[0-7]m", terminal.raw)
    assert coloured["colour"]
    assert coloured["none"] == []


def test_plain_has_no_colour_no_boxes_and_no_redraw(user: User) -> None:
    with user.terminal("mock", "-n", "2", "--plain") as terminal:
        terminal.sees("(q leaves): ")
        terminal.types("")
        terminal.answers("a", "l", "t", "submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("y")
        assert terminal.leaves() == 0
        assert ESCAPE not in terminal.raw
        assert not set(terminal.shown) & set("│─╭╮╰╯━┃")
        assert "Answered: 1 question (1)." in terminal.shown


@pytest.mark.parametrize(
    "env",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)
def test_a_console_that_knows_ascii_alone_is_written_ascii(user: User, env: dict[str, str]) -> None:
    for args, typed in (
        (("practice", "--bank", str(SAMPLE), "-n", "5", "--seed", "1"), "a\n" * 5),
        (("list", "--bank", str(SAMPLE)), ""),
        ((), ""),
        (("--help",), ""),
        (("practice", "--topic", "\u092d\u093e\u0930\u0924"), ""),
    ):
        status = 2 if "--topic" in args else 0
        shown = user.with_env(**env).pipe(*args, typed=typed, status=status)
        assert shown.isascii(), shown
        assert "Traceback" not in shown


def test_a_narrow_terminal_is_kept_to(user: User) -> None:
    with user.terminal("practice", "--bank", str(SAMPLE), "-n", "5", size=(24, 40)) as terminal:
        for number, key in enumerate("abcds"):
            if number:
                terminal.goes_on()
            terminal.answers(key, prompt=PROMPT)
        assert terminal.ends() == 0
        wide = [
            line
            for line in terminal.shown.splitlines()
            if len(line) > 40
            and "? help): " not in line
            and "quizgen practice" not in line
            and "(q stops)" not in line
        ]
        assert wide == []


def test_reading_many_new_files_is_shown_on_a_terminal_alone(user: User) -> None:
    banks = user.home / "banks"
    banks.mkdir()
    for number in range(6):
        text = bank_text(1).replace("bank: numbers", f"bank: b{number}")
        (banks / f"{number}.yaml").write_text(text, encoding="utf-8")
    with user.terminal("list", "--bank", str(banks)) as terminal:
        terminal.sees("Reading question files: ", " of 6", "6 questions in 6 files")
        assert terminal.ends() == 0
    os.utime(banks / "0.yaml")
    assert "Reading" not in user.pipe("list", "--bank", str(banks))


def test_a_reader_that_stops_reading_ends_quizgen_without_a_word(user: User) -> None:
    with user.open_pipe("list") as process:
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        assert process.wait() in {0, -13}
