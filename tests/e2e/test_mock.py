"""A mock in a real terminal: consent, free movement, submission, the result again."""

import re
import time

from quizgen.core.desk import DOUBLE_PRESS_MS
from tests.e2e.world import User

PROMPT = "? help): "
START = "(q leaves): "
ECHO_S = DOUBLE_PRESS_MS / 1000
"""For which Enter is a second press of the one that started the clock."""


def test_a_mock_from_the_rules_to_the_review(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "4") as terminal:
        terminal.sees("4 questions, 8 marks", "Marks", "(+2)", "(-0.67)", "Rules")
        terminal.sees("saves it at once", "marked for review counts", "OMR", "Keys", START)
        terminal.types("")
        terminal.sees("Question 1 of 4", "(a) alpha", PROMPT)
        terminal.types("a")
        terminal.sees("Saved for question 1: (a) alpha.", PROMPT)
        terminal.types("")
        terminal.sees("Question 2 of 4", PROMPT)
        terminal.types("b")
        terminal.sees("Saved for question 2: (b) beta.", PROMPT)
        terminal.types("m")
        terminal.sees("Question 2 is marked for review.", PROMPT)
        terminal.types("g 4")
        terminal.sees("Question 4 of 4", PROMPT)
        terminal.types("c")
        terminal.sees("Saved for question 4", PROMPT)
        terminal.types("x")
        terminal.sees("Question 4 has no answer now", PROMPT)
        terminal.types("p")
        terminal.sees("Question 3 of 4", PROMPT)
        terminal.types("t")
        terminal.sees("left for the paper.", PROMPT)
        terminal.types("submit")
        terminal.sees("Submit the paper?", "Time left", "marked for review", "Submit? yes/no: ")
        terminal.types("n")
        terminal.sees("Not submitted.", "Question 3 of 4", PROMPT)
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        assert "Right" not in terminal.shown  # nothing is told before
        terminal.types("yes")
        terminal.sees("Submitted.", "1.33 of 8", "1 right, 1 wrong, 2 unanswered", "--code 4q-")
        for told in (
            ("Question 1 of 4", "> (a) alpha", "Right (+2)"),
            ("Question 2 of 4", "> (b) beta", "Answer: (a) alpha.", "It is the first of"),
            ("Question 3 of 4",),
            ("Question 4 of 4", "Not answered: no marks lost."),
        ):
            terminal.sees("(q leaves): ")
            terminal.types("")
            terminal.sees(*told)
        assert terminal.ends() == 0


def test_the_palette_shows_every_status_by_sign_and_number(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "5") as terminal:
        terminal.sees(START)
        terminal.types("")
        terminal.answers("a", "", "", "m", "", "b", "m", "l")
        terminal.sees("answered", PROMPT)
        shown = re.sub(r" +", " ", terminal.shown.rpartition(": l\n")[2])
        assert "1# 2o 3? [4&] 5." in shown.replace("[ ", "[")
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        summary = re.sub(r" +", " ", terminal.shown.rpartition("Submit the paper?")[2])
        for line in ("Answered 1", "review 1 (counted)", "review only 1", "Not answered 1"):
            assert line in summary


def test_who_does_not_consent_has_no_attempt(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "2") as terminal:
        terminal.sees(START)
        terminal.types("what?")
        terminal.sees("has not started", START)
        terminal.types("q")
        terminal.sees("Not started.")
        assert terminal.ends() == 0
    assert user.journals == []
    assert "no unfinished attempt" in user.pipe("resume", status=1)


def test_what_a_mock_does_not_do_is_explained_and_harms_nothing(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "2") as terminal:
        terminal.sees(START)
        terminal.types("")
        for typed, reply in (
            ("p", "This is the first question."),
            ("g 9", "9"),
            ("g 0", "0"),
            ("g", "g 1"),
            ("12", "g 12"),
            ("e", "question has options a to d"),
            ("s", "is a key of practice"),
            ("q", "Ctrl-C leaves it"),
            ("submit now", "Enter goes on"),
            ("\x1b[A", "Enter goes on"),
            ("x" * 300, "Enter goes on"),
        ):
            terminal.sees(PROMPT)
            terminal.types(typed)
            terminal.sees(reply)
        time.sleep(ECHO_S)
        terminal.answers("", "", prompt="of 2 (a-d, Enter next, ? help): ")
        terminal.sees("This is the last question: f submits the paper")
        terminal.answers("submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("yes")
        terminal.sees("0 of 4")
        assert terminal.leaves() == 0


def test_at_zero_the_paper_submits_itself_and_what_was_half_typed_is_not_taken(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "3", "--minutes", "0.025") as terminal:
        terminal.sees(START)
        terminal.types("")
        terminal.answers("a")
        terminal.sees("Saved for question 1", PROMPT)
        terminal.presses("b")
        terminal.sees("Time is up: the paper was submitted", "2 of 6", "1 right, 0 wrong")
        assert terminal.leaves() == 0


def test_a_warning_is_told_once_while_the_candidate_thinks(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "1", "--minutes", "1.02") as terminal:
        terminal.sees(START)
        terminal.types("")
        terminal.sees(PROMPT, "1 minute left.", PROMPT)
        terminal.answers("a", prompt="")
        terminal.sees("Saved for question 1", PROMPT)
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("yes")
        terminal.sees("2 of 2")
        assert terminal.leaves() == 0
        assert terminal.shown.count("minute left.") == 1


def test_each_question_has_its_clock_in_a_speed_test(user: User) -> None:
    with user.terminal("mock", "--line", "-n", "2", "--marking", "speed-19") as terminal:
        terminal.sees("2 questions, 4 marks, 38 seconds, 19 seconds for each question.", START)
        terminal.types("")
        terminal.sees("s left", PROMPT)
        time.sleep(ECHO_S)
        terminal.types("")
        terminal.sees("Question 2 of 2", PROMPT)
        terminal.types("p")
        terminal.sees("in order", PROMPT)
        terminal.types("t")
        terminal.sees("s left for this question.", PROMPT)
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("y")
        assert terminal.leaves() == 0
        assert terminal.shown.count("Question 1 of 2    not answered") == 1  # no return
        assert "left for the paper" not in terminal.shown


def test_a_result_is_shown_again_and_its_code_draws_the_same_paper(user: User) -> None:
    typed = "\na\n\nb\n\nsubmit\ny\n"
    first = user.pipe("mock", "-n", "3", typed=typed)
    code = code_in(first)
    again = user.pipe("result")
    assert again.strip() == first.partition("Submitted.")[2].strip()
    assert "Question 1 of 3" not in (wrong := user.pipe("result", "--wrong"))
    assert "Question 2 of 3" in wrong
    assert code in wrong
    same = user.pipe("mock", "--code", code, typed=typed)
    assert asked(same) == asked(first)
    assert len(asked(first)) == 3


def code_in(shown: str) -> str:
    """Return the paper's code from a card."""
    found = re.search(r"quizgen mock --code (\S+)", shown)
    assert found, shown
    return found[1]


def asked(shown: str) -> list[str]:
    """Return the stems that were asked before submission, in order."""
    return re.findall(r"What is q\d+\?", shown.partition("Submitted.")[0])


def test_the_code_of_another_bank_is_refused(user: User) -> None:
    shown = user.pipe("mock", "-n", "2", typed="\nsubmit\ny\n")
    code = code_in(shown)
    other = user.home / "other.yaml"
    other.write_text(user.bank.read_text(encoding="utf-8").replace("alpha", "omega"))
    refused = user.pipe("mock", "--code", code, "--bank", str(other), status=2)
    assert "from another bank" in refused
    slip = user.pipe("mock", "--code", code.replace("2q", "3q"), status=2)
    assert "is not the code of a paper" in slip
    assert user.journals == []
