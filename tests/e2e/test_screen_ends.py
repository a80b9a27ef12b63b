"""However a mock on the screen is broken off, its answers are kept and the terminal as it was."""

import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from quizgen.store.journal import read
from tests.e2e.screen import CTRL_C, CTRL_Q, CTRL_Z, DOWN, ENTER, Screen, on_screen
from tests.e2e.world import QUIZGEN, User

CHOSEN = "\N{BLACK CIRCLE}"


def begin(screen: Screen) -> None:
    """Start a mock, answer its first question, and open the second."""
    screen.starts()
    screen.presses(f"a{ENTER}")
    screen.sees("Question 2 of 3")


def goes_on(user: User, *, has: int) -> None:
    """Resume on the whole screen, at the same question with every answer, and hand in."""
    (journal,) = user.journals
    responses = [entry.response for entry in read(journal).attempt.entries]
    assert sum(response is not None for response in responses) == has
    with on_screen(user, "resume") as screen:
        screen.sees("Question 2 of 3", "Resumed. Interrupted for", "the clock stood still")
        screen.presses("p")
        screen.sees("Question 1 of 3", f"{CHOSEN} (a) alpha")
        screen.presses("f")
        screen.sees("Submit the paper?")
        screen.presses("y")
        screen.sees("Submitted.", f"{has} right, 0 wrong")
        screen.presses("q")
        assert screen.ends() == 0
    assert user.journals == []


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_a_mock_with_its_status(
    user: User, number: signal.Signals, status: int
) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        os.kill(screen.pid, number)
        assert screen.ends() == status
        assert screen.is_as_before()
        assert "Traceback" not in screen.raw
    goes_on(user, has=1)


@pytest.mark.parametrize("page", ["l", "v", "f", "?", "g1"])
def test_a_signal_ends_it_on_any_page(user: User, page: str) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        screen.presses(page)
        screen.sees_no("m review")
        os.kill(screen.pid, signal.SIGTERM)
        assert screen.ends() == 143
        assert screen.is_as_before()
    goes_on(user, has=1)


@pytest.mark.parametrize(("key", "status"), [(CTRL_C, 130), (CTRL_Q, 0)])
def test_ctrl_c_and_ctrl_q_leave_a_mock_to_be_resumed(user: User, key: str, status: int) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        screen.presses(key)
        assert screen.ends() == status
        assert screen.is_as_before()
        assert "Your answers are saved and the clock stands still." in screen.afterwards
        assert "quizgen resume" in screen.afterwards
    goes_on(user, has=1)


def test_closing_the_window_leaves_a_mock_to_be_resumed(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        assert screen.goes_away() == 129
    goes_on(user, has=1)
    assert not list(user.home.rglob("crash-*"))


def test_closing_the_window_in_the_midst_of_typing_ends_it_too(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        screen.presses("lvl?fn" * 100)  # far more to draw than a terminal that is gone can take
        assert screen.goes_away() == 129
    goes_on(user, has=1)
    assert not list(user.home.rglob("crash-*"))


def test_closing_the_window_on_the_instruction_page_leaves_nothing(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        screen.sees("start the clock")
        assert screen.goes_away() == 129
    assert user.journals == []


def test_closing_the_window_at_the_result_leaves_a_finished_attempt(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        screen.presses("fy")
        screen.sees("Submitted.")
        assert screen.goes_away() == 129
    assert user.journals == []
    assert "1 right" in user.pipe("result")


CRASHES = {
    "at the first drawing": "Instructions.draw",
    "at a key": "Exam.press",
    "when a line is drawn": "Grid.render_line",
    "when time passes": "ExamApp.pass_time",
    "when a page opens": "PalettePage.body",
}
WRAPPER = """
from quizgen.screen.app import ExamApp
from quizgen.screen.exam import Exam
from quizgen.screen.grid import Grid
from quizgen.screen.instructions import Instructions
from quizgen.screen.pages import PalettePage

sound = {what}
def fails(self, *args):
    if open({sign!r}).read():
        raise RuntimeError("the roof fell in")
    return sound(self, *args)
{what} = fails

from quizgen.__main__ import main
main()
"""


@pytest.mark.parametrize("when", CRASHES)
def test_a_crash_names_its_log_and_leaves_the_mock_to_be_resumed(
    user: User, tmp_path: Path, when: str
) -> None:
    sign = tmp_path / "sign"
    sign.write_text("", encoding="utf-8")
    program = WRAPPER.format(what=CRASHES[when], sign=str(sign))
    with Screen([QUIZGEN[0], "-c", program, "mock", "-n", "3"], user) as screen:
        if when == "at the first drawing":
            sign.write_text("now", encoding="utf-8")
        else:
            begin(screen)
            sign.write_text("now", encoding="utf-8")
            screen.presses("l")
        assert screen.ends() == 70
        assert screen.is_as_before()
        assert "quizgen failed. This is our fault, not yours" in screen.afterwards
        assert "Traceback" not in screen.raw
        assert "the roof fell in" not in screen.raw
        (log,) = (user.home / "data/logs").glob("crash-*.log")
        assert log.name in re.sub(r"\s", "", screen.afterwards)
    assert "the roof fell in" in log.read_text(encoding="utf-8")
    if when == "at the first drawing":
        assert user.journals == []
    else:
        goes_on(user, has=1)


def test_bytes_that_are_no_text_do_nothing(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        os.write(screen.child.child_fd, b"\xff")
        time.sleep(0.2)  # so that nothing else is read together with it
        os.write(screen.child.child_fd, b"\xe9\xff")
        screen.hears_all()
        screen.presses("a")
        screen.sees("Saved for question 2")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0
    goes_on(user, has=2)


def shell(user: User) -> Screen:
    """Return an interactive shell, which alone can stop and continue a job."""
    settings = user.home / "inputrc"
    settings.write_text("set enable-bracketed-paste off\n", encoding="utf-8")
    env = {"PS1": "$ ", "INPUTRC": str(settings)}
    return Screen(["bash", "--norc", "--noprofile", "-i"], user.with_env(**env))


MOCK = " ".join([*QUIZGEN, "mock -n 3"])


@pytest.mark.parametrize("command", [MOCK, f"sh -c '{MOCK}; true'"])
def test_a_stopped_mock_goes_on_where_it_was(user: User, command: str) -> None:
    with shell(user) as screen:
        screen.sees("$")
        screen.types(command)
        begin(screen)
        screen.presses(f"{DOWN}{CTRL_Z}")
        screen.sees("Stopped", "$")
        assert screen.is_left()
        screen.types("echo still $((40 + 2))")
        screen.sees("still 42")
        screen.types("fg")
        screen.sees("Question 2 of 3", "m review")
        screen.presses("a")
        screen.sees("Saved for question 2: (a) alpha.")
        screen.presses(CTRL_Q)
        screen.sees("quizgen resume", "$")
        assert screen.is_left()
        screen.types("echo status $?")
        screen.sees("status 0")
    goes_on(user, has=2)


def test_a_window_resized_while_a_mock_is_stopped_is_drawn_at_its_new_size(user: User) -> None:
    with shell(user) as screen:
        screen.types(MOCK)
        begin(screen)
        screen.presses(CTRL_Z)
        screen.sees("Stopped", "$")
        screen.resizes(36, 120)
        screen.types("fg")
        screen.sees("Question 2 of 3", "m review")
        assert "Question 2 of 3" in screen.lines[0]
        assert "? keys" in screen.lines[35]
        screen.presses(CTRL_Q)
        screen.sees("quizgen resume")
    goes_on(user, has=1)


@pytest.mark.parametrize("number", ["TERM", "HUP"])
def test_a_stopped_mock_can_be_ended(user: User, number: str) -> None:
    with shell(user) as screen:
        screen.types(MOCK)
        begin(screen)
        screen.presses(CTRL_Z)
        screen.sees("Stopped", "$")
        screen.types(f"kill -{number} %1; while kill -0 %1 2> /dev/null; do sleep 0.05; done")
        screen.sees(f"Exit {128 + getattr(signal, f'SIG{number}')}")
        assert screen.is_left()
    goes_on(user, has=1)


def test_continued_in_the_background_it_leaves_the_terminal_to_the_shell(user: User) -> None:
    with shell(user) as screen:
        screen.types(MOCK)
        begin(screen)
        screen.presses(CTRL_Z)
        screen.sees("Stopped", "$")
        so_far = len(screen.raw)
        screen.types("bg; sleep 0.3; jobs")
        screen.sees("bg; sleep", "[1]+  Stopped")
        screen.types("echo still $((40 + 2))")
        screen.sees("still 42")
        assert "\x1b[?1049h" not in screen.raw[so_far:]
        screen.types("fg")
        screen.sees("Question 2 of 3", "m review")
        screen.presses(CTRL_Q)
        screen.sees("quizgen resume", "$")
        assert screen.is_left()
    goes_on(user, has=1)


def test_stopped_and_continued_from_outside_it_is_drawn_anew_and_leaves_all_as_it_was(
    user: User,
) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        os.kill(screen.pid, signal.SIGSTOP)
        so_far = len(screen.raw)
        os.kill(screen.pid, signal.SIGCONT)
        screen.sees_sent("Question 2 of 3", so_far)
        screen.presses("a")
        screen.sees("Saved for question 2")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0
        assert screen.is_as_before()
    goes_on(user, has=2)


def test_ctrl_z_does_nothing_where_no_shell_could_continue_it(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        begin(screen)
        screen.presses(CTRL_Z)
        screen.sees("Question 2 of 3")
        screen.presses("a")
        screen.sees("Saved for question 2")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0
        assert screen.is_as_before()
    goes_on(user, has=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_signal_at_any_moment_ends_it_with_its_status(user: User, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        number = chance.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
        with on_screen(user, "mock", "-n", "5") as screen:
            screen.sees_sent("\x1b[?1049h", 0)
            end = time.monotonic() + chance.uniform(0, 0.5)
            while time.monotonic() < end:
                screen.presses(chance.choice(["\r", *"abcdmlv?xf"]))
                screen.reads(0.01)
            os.kill(screen.pid, number)
            assert screen.ends() == 128 + number
            assert screen.is_as_before()
    assert not list(user.home.rglob("crash-*"))
