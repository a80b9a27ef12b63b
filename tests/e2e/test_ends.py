"""However a mock is broken off, nothing answered is lost and the terminal is as it was."""

import os
import signal
import subprocess
import termios
import time

import pytest

from quizgen.store.journal import Recorded, read
from tests.e2e.world import QUIZGEN, Terminal, User

PROMPT = "? help): "
START = "(q leaves): "


def begin(terminal: Terminal) -> None:
    """Start a mock and answer its first question."""
    terminal.sees(START)
    terminal.types("")
    terminal.answers("a", "")
    terminal.sees("Question 2 of", PROMPT)


def left_behind(user: User) -> Recorded:
    """Return the one unfinished attempt."""
    (journal,) = user.journals
    return read(journal)


def answered(user: User) -> int:
    """Return how many answers it has."""
    return sum(entry.response is not None for entry in left_behind(user).attempt.entries)


def finish(user: User, *, has: int, right: int) -> str:
    """Resume the attempt, hand it in and return what was shown."""
    shown = user.pipe("resume", typed="submit\ny\n")
    assert f"{has} answered" in shown
    assert f"{right} right, 0 wrong" in shown
    assert user.journals == []
    return shown


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGKILL, 137)],
)
def test_a_signal_ends_a_mock_with_its_status_and_the_terminal_as_it_was(
    user: User, number: signal.Signals, status: int
) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        terminal.sees(START)
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.types("")
        terminal.answers("a")
        terminal.sees("Saved for question 1", PROMPT)
        os.kill(terminal.pid, number)
        assert terminal.ends() == status
        assert termios.tcgetattr(terminal.child.child_fd) == before
        assert "Traceback" not in terminal.shown
    finish(user, has=1, right=1)


PRESSED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.{how})
from quizgen.__main__ import main

left = {number}

def hears(frame, event, _):
    global left
    if event == "call" and frame.f_code.co_name.startswith({name!r}):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)

sys.setprofile(hears)
main()
"""
"""Runs quizgen, and presses Ctrl-C as a function of that name is called for that time."""


def pressed(
    user: User, number: int, name: str = "", how: str = "default_int_handler"
) -> tuple[int, str]:
    """Return the exit status of a command on which Ctrl-C was pressed so, and what it showed."""
    program = PRESSED.format(number=number, name=name, how=how)
    done = subprocess.run(
        [QUIZGEN[0], "-c", program, "list"],
        capture_output=True,
        text=True,
        env=user.environ,
        cwd=user.home,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("number", [2, 10, 100, 1_000, 5_000, 20_000])
def test_ctrl_c_while_it_starts_ends_it_without_a_word(user: User, number: int) -> None:
    status, shown = pressed(user, number)
    assert status in {130, -signal.SIGINT}
    assert shown.strip() in {"", "Aborted."}


@pytest.mark.parametrize("number", [1, 20, 100])
def test_ctrl_c_where_python_forgets_an_import_ends_it_too(user: User, number: int) -> None:
    """There Python prints the traceback of a `KeyboardInterrupt`, and forgets about it."""
    assert pressed(user, number, "cb") == (-signal.SIGINT, "")


def test_who_ignores_ctrl_c_as_in_the_background_is_obeyed(user: User) -> None:
    status, shown = pressed(user, 100, how="SIG_IGN")
    assert (status, "12 questions in 1 file" in shown) == (0, True)


def test_closing_the_window_leaves_a_mock_to_be_resumed(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        begin(terminal)
        assert terminal.goes_away() == 129
    finish(user, has=1, right=1)


def test_closing_the_window_on_the_instruction_page_leaves_nothing(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        terminal.sees(START)
        assert terminal.goes_away() == 129
    assert user.journals == []


def test_closing_the_window_while_reading_the_reasons_leaves_a_finished_attempt(
    user: User,
) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        begin(terminal)
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("y")
        terminal.sees("Enter shows the next question")
        assert terminal.goes_away() == 129
    assert "1 right" in user.pipe("result")


@pytest.mark.parametrize(("key", "status"), [("\x03", 130), ("\x04", 0)])
def test_ctrl_c_and_ctrl_d_leave_a_mock_to_be_resumed(user: User, key: str, status: int) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        begin(terminal)
        terminal.presses(key)
        terminal.sees("Your answers are saved and the clock stands still.", "quizgen resume")
        assert terminal.ends() == status
    finish(user, has=1, right=1)


def test_the_end_of_piped_input_leaves_a_mock_to_be_resumed(user: User) -> None:
    shown = user.pipe("mock", "-n", "3", typed="\na\n\na\n")
    assert "quizgen resume" in shown
    assert "Score" not in shown
    today = user.pipe()
    assert "An unfinished mock: Numbers, 3 questions, 2 answered" in today
    finish(user, has=2, right=2)


def test_resume_goes_on_at_the_open_question_with_answers_and_marks(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        begin(terminal)
        terminal.types("m")
        terminal.sees("marked for review", PROMPT)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.ends() == 137
    with user.terminal("resume", "--line") as terminal:
        terminal.sees("Resumed: Numbers, 3 questions, 1 answered", "left.", "Interrupted for")
        terminal.sees("stood still", "Question 2 of 3", PROMPT)
        terminal.types("p")
        terminal.sees("Question 1 of 3", "> (a) alpha", PROMPT)
        terminal.types("submit")
        terminal.sees("Marked for review only", "1", "Submit? yes/no: ")
        terminal.types("y")
        terminal.sees("Submitted.", "2 of 6", "Interrupted once")
        assert terminal.leaves() == 0


def test_a_practice_is_resumed_too(user: User) -> None:
    with user.terminal("practice", "-n", "3") as terminal:
        terminal.answers("a")
        terminal.goes_on()
        terminal.sees("Question 2 of 3", PROMPT)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.ends() == 137
    with user.terminal("resume", "--line") as terminal:
        terminal.sees("Resumed: Numbers, 3 questions, 1 ", "Question 2 of 3", PROMPT)
        terminal.types("a")
        terminal.goes_on()
        terminal.answers("b")
        terminal.sees("2 right, 1 wrong, 0 unanswered")
        assert terminal.ends() == 0


def test_there_may_be_nothing_to_resume(user: User) -> None:
    shown = user.pipe("resume", status=1)
    assert "there is no unfinished attempt" in shown
    assert "quizgen mock" in shown


def test_of_several_one_is_resumed_and_the_others_are_named(user: User) -> None:
    for _ in range(2):
        user.pipe("mock", "-n", "2", typed="\n")
    both = {journal.stem for journal in user.journals}
    shown = user.pipe("resume", typed="submit\ny\n")
    (other,) = (journal.stem for journal in user.journals)
    assert other in both
    assert f"Also unfinished: quizgen resume {other[-4:]}   Numbers" in shown
    assert "Submitted." in user.pipe("resume", other[-4:], typed="submit\ny\n")


def test_only_one_window_at_a_time_writes_an_attempt(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        begin(terminal)
        refused = user.pipe("resume", status=1)
        assert "is open in another window" in refused
        terminal.types("a")
        terminal.sees("Saved for question 2", PROMPT)
        terminal.presses("\x04")
        assert terminal.ends() == 0
    finish(user, has=2, right=2)


def test_a_stopped_mock_goes_on_where_it_was(user: User) -> None:
    command = " ".join([*QUIZGEN, "mock --line -n 3"])
    with shell(user) as terminal:
        terminal.types(command)
        begin(terminal)
        terminal.presses("\x1a")
        terminal.sees("Stopped", "$ ")
        terminal.types("fg")
        terminal.sees(command, "2 of 3", PROMPT)  # the prompt is shown again
        terminal.types("a")
        terminal.sees("Saved for question 2", PROMPT)
        terminal.presses("\x04")
        terminal.sees("quizgen resume")
        terminal.types("echo status $?")
        terminal.sees("status 0")
    finish(user, has=2, right=2)


def shell(user: User) -> Terminal:
    """Return an interactive shell, which alone can stop and continue a job."""
    return Terminal(["bash", "--norc", "--noprofile", "-i"], user.with_env(PS1="$ "), (24, 80))


@pytest.mark.parametrize("strict", [True, False])
def test_while_away_the_clock_stands_still_or_runs_on_if_strict(user: User, strict: bool) -> None:
    options = ["--strict"] if strict else []
    rule = "the clock runs on" if strict else "the clock stands still"
    with user.terminal("mock", "--line", "-n", "3", *options) as terminal:
        terminal.sees(rule)
        begin(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.ends() == 137
    before = left_behind(user).attempt.now_ms
    away = 1.5
    time.sleep(away)  # the clock of this machine is what is tested
    user.pipe("resume", typed="")
    ran = left_behind(user).attempt.now_ms - before
    assert (ran >= away * 1000) == strict
    (gap, *_) = left_behind(user).attempt.interruptions
    assert gap.gap_ms >= away * 1000
    assert gap.charged == strict


def test_a_strict_mock_whose_time_ran_out_meanwhile_is_submitted_with_its_answers(
    user: User,
) -> None:
    with user.terminal("mock", "--line", "-n", "3", "--strict", "--minutes", "0.04") as terminal:
        begin(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.ends() == 137
    time.sleep(2.5)  # the paper is of 2.4 seconds
    shown = user.pipe("resume", typed="a\na\n")
    assert "Time is up: the paper was submitted" in shown
    assert "1 right, 0 wrong, 2 unanswered" in shown
    assert user.journals == []
