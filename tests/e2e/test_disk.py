"""A disk that fills up during a mock: what was saved stays, what was not is said to be not."""

import resource
import sys

import pytest

from quizgen.store.journal import read
from tests.e2e.world import Terminal, User

pytestmark = pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can limit the files of a running process"
)

PROMPT = "? help): "


@pytest.fixture
def user(user: User) -> User:
    """Return a user whose processes are not measured: coverage needs a disk too."""
    names = [name for name in user.environ if name.startswith("COVERAGE_")]
    return user.with_env(**dict.fromkeys(names, ""))


def full_at(terminal: Terminal, size: int) -> None:
    """Let no file of the process grow beyond so many bytes, as if the disk were full."""
    assert sys.platform == "linux"
    _, hard = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (size, hard))


def test_an_answer_that_found_no_room_is_not_said_to_be_saved_and_can_be_given_again(
    user: User,
) -> None:
    with user.terminal("mock", "--line", "-n", "3") as terminal:
        terminal.sees("(q leaves): ")
        terminal.types("")
        terminal.answers("a", "")
        terminal.sees("Question 2 of 3", PROMPT)
        (journal,) = user.journals
        size = journal.stat().st_size
        full_at(terminal, size + 20)  # room for a part of a record
        terminal.types("a")
        terminal.sees("Not saved: ", "again.", PROMPT)
        assert journal.stat().st_size == size  # the part was taken back
        full_at(terminal, resource.RLIM_INFINITY)
        terminal.types("a")
        terminal.sees("Saved for question 2", "Saving works again.", PROMPT)
        full_at(terminal, journal.stat().st_size)
        terminal.types("submit")
        terminal.sees("Submit? yes/no: ")
        terminal.types("y")
        terminal.sees("Not saved: ", PROMPT)
        terminal.presses("\x04")
        assert terminal.ends() == 0
        assert "Traceback" not in terminal.shown
    entries = read(journal).attempt.entries
    assert [entry.response is not None for entry in entries] == [True, True, False]
    assert "2 right, 0 wrong, 1 unanswered" in user.pipe("resume", typed="submit\ny\n")


def test_a_practice_that_cannot_be_saved_shows_its_card_and_says_so(user: User) -> None:
    with user.terminal("practice", "-n", "2") as terminal:
        terminal.answers("a")
        terminal.goes_on()
        terminal.sees("Question 2 of 2", PROMPT)
        (journal,) = user.journals
        full_at(terminal, journal.stat().st_size)
        terminal.types("a")
        terminal.sees("Not saved: ", PROMPT)
        terminal.presses("\x04")
        terminal.sees("Score")
        assert terminal.ends() == 1
        assert "Traceback" not in terminal.shown
    assert "1 right" in user.pipe("resume", typed="q\n")
