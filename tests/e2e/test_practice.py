"""A practice in a real terminal: answered, timed out, resized, broken off."""

import os
import signal

from tests.e2e.world import User

PROMPT = "? help): "


def test_a_practice_is_answered_explained_and_ends_in_a_card(user: User) -> None:
    with user.terminal("practice", "-n", "3") as terminal:
        terminal.sees("Question 1 of 3", "numbers", "+2 or -0.67", "(a) alpha", PROMPT)
        terminal.types("a")
        terminal.sees("Right (+2)", "(a) alpha.", "It is the first of")
        terminal.goes_on()
        terminal.sees("Question 2 of 3", PROMPT)
        terminal.types(" B ")
        terminal.sees("Wrong (-0.67)", "You chose (b) beta.", "Answer: (a) alpha.")
        terminal.goes_on()
        terminal.answers("s")
        terminal.sees("Skipped: ", "no marks lost", "Score", "1.33 of 6", "1 unanswered")
        assert terminal.ends() == 0


def test_what_is_no_answer_gets_a_word_of_help_and_the_question_stays(user: User) -> None:
    with user.terminal("practice", "-n", "1") as terminal:
        for typed, reply in (
            ("e", "question has options a to d"),
            ("7", "question has options a to d"),
            ("m", "is a key of a mock"),
            ("hello", "s skips, q stops, ? helps"),
            ("\u0915", "s skips, q stops, ? helps"),
        ):
            terminal.sees(PROMPT)
            terminal.types(typed)
            terminal.sees(reply)
        terminal.sees(PROMPT)
        terminal.types("")
        terminal.sees(PROMPT)
        terminal.types("?")
        terminal.sees("Keys", "skip", "stop", PROMPT)
        terminal.types("1")
        terminal.sees("Right (+2)")
        assert terminal.ends() == 0


def test_q_stops_with_the_card_so_far(user: User) -> None:
    with user.terminal("practice", "-n", "3") as terminal:
        terminal.answers("a")
        terminal.goes_on()
        terminal.answers("q")
        terminal.sees("2 of 2", "1 right, 0 wrong, 0 unanswered")
        assert terminal.ends() == 0


def test_the_wait_ends_with_the_time_and_what_was_typed_ahead_is_gone(user: User) -> None:
    with user.terminal("practice", "-n", "2", "--seconds", "1") as terminal:
        terminal.sees("Each question has 1 second. Enter starts (q leaves): ")
        terminal.types("")
        terminal.sees("1 s, +2 or -0.67", PROMPT)
        terminal.presses("bb")
        terminal.sees("Time is up: not answered, no marks lost. Answer: (a) alpha.")
        terminal.sees("Enter opens the next question and starts its clock")
        terminal.types("")
        terminal.sees("Question 2 of 2", PROMPT)
        terminal.types("a")
        terminal.sees("Right (+2)", "Score", "2 of 4", "1 right, 0 wrong, 1 unanswered")
        assert terminal.ends() == 0


def test_waiting_costs_no_processor_time(user: User) -> None:
    with user.terminal("practice", "-n", "2", "--seconds", "2") as terminal:
        terminal.sees("Enter starts (q leaves): ")
        terminal.types("")
        terminal.sees(PROMPT)
        before = processor_seconds(terminal.pid)
        terminal.sees("Time is up", "(q stops): ")
        # Two seconds of waiting, and the verdict printed.
        assert processor_seconds(terminal.pid) - before < 0.2
        terminal.types("q")
        assert terminal.ends() == 0


def processor_seconds(pid: int) -> float:
    """Return the processor time a process has used; ticks are hundredths of a second."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123 - no file of ours
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_practice_with_clocks_that_is_not_started_leaves_nothing(user: User) -> None:
    with user.terminal("practice", "--seconds", "9") as terminal:
        terminal.sees("Each question has 9 seconds. Enter starts (q leaves): ")
        terminal.types("q")
        terminal.sees("Not started.")
        assert terminal.ends() == 0
    assert user.journals == []


def test_resizing_the_window_neither_answers_nor_ends_the_wait(user: User) -> None:
    with user.terminal("practice", "-n", "2") as terminal:
        terminal.sees(PROMPT)
        terminal.presses("a")
        terminal.child.setwinsize(40, 60)
        os.kill(terminal.pid, signal.SIGWINCH)
        terminal.child.setwinsize(10, 50)
        terminal.types("")
        terminal.sees("Right (+2)")
        terminal.goes_on()
        terminal.sees("Question 2 of 2", PROMPT)
        after = terminal.shown.partition("Right (+2)")[2]
        assert widest(after) <= 50
        terminal.types("a")
        assert terminal.ends() == 0


def widest(shown: str) -> int:
    return max(map(len, shown.splitlines()))


def test_ctrl_c_ends_with_the_card_so_far_and_status_130(user: User) -> None:
    with user.terminal("practice", "-n", "3") as terminal:
        terminal.answers("a")
        terminal.goes_on()
        terminal.sees("Question 2 of 3", PROMPT)
        terminal.presses("\x03")
        terminal.sees("Score", "2 of 2", "1 right, 0 wrong, 0 unanswered")
        assert terminal.ends() == 130
        assert "Traceback" not in terminal.shown


def test_ctrl_d_ends_with_the_card_so_far_and_status_0(user: User) -> None:
    with user.terminal("practice", "-n", "3") as terminal:
        terminal.answers("b")
        terminal.goes_on()
        terminal.sees("Question 2 of 3", PROMPT)
        terminal.presses("\x04")
        terminal.sees("Score", "-0.67 of 2", "0 right, 1 wrong")
        assert terminal.ends() == 0


def test_a_practice_ended_early_is_in_the_results_unless_not_to_be_saved(user: User) -> None:
    with user.terminal("practice", "-n", "1", "--no-save") as terminal:
        terminal.answers("a")
        terminal.sees("Score")
        assert terminal.ends() == 0
    assert "there is no finished attempt yet" in user.pipe("result", status=1)
    with user.terminal("practice", "-n", "2") as terminal:
        terminal.answers("b")
        terminal.goes_on()
        terminal.sees("Question 2 of 2", PROMPT)
        terminal.presses("\x03")
        assert terminal.ends() == 130
    assert "1 wrong" in user.pipe("result")
