"""Files read by several processes: the same as by one, whatever becomes of the helpers.

Each test has a process of its own with a single thread, as quizgen has when it reads files.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.helpers import shares
from tests.bank.plain import write

SETTING = """
import os, signal, threading, time
from contextlib import closing
from quizgen.bank import helpers
from quizgen.bank.helpers import processes, worked

mine = os.getpid()
parts = [[1, 2], [3, 4, 5], [6]]
def square(number):
    return number * number, os.getpid() == mine
def fds():
    return sorted(os.listdir("/proc/self/fd"))
def no_child_is_left():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no helpers")


def alone(script: str, *arguments: str) -> str:
    """Run a script in a new process, warnings as errors, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SETTING + script, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def test_each_item_is_worked_on_once_by_us_or_by_a_helper() -> None:
    assert (
        alone(
            """
before = fds()
found = list(worked(square, parts))
assert [(item, made) for item, (made, _) in found] == [(n, n * n) for n in range(1, 7)]
assert [ours for _, (_, ours) in found] == [True] * 2 + [False] * 4
assert fds() == before and no_child_is_left()
assert list(worked(square, [[7]])) == [(7, (49, True))]
"""
        )
        == ""
    )


@pytest.mark.parametrize(
    "trouble",
    [
        "raise ValueError(number)",
        "raise KeyboardInterrupt",
        "raise SystemExit(0)",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os._exit(3)",
        "return lambda: number",
    ],
)
def test_what_a_helper_does_not_deliver_we_do(trouble: str) -> None:
    assert (
        alone(
            f"""
def troubled(number):
    if os.getpid() == mine or number != 4:
        return number
    {trouble}
before = fds()
assert [item for item, _ in worked(troubled, parts)] == [1, 2, 3, 4, 5, 6]
assert fds() == before and no_child_is_left()
"""
        )
        == ""
    )


def test_a_helper_that_hangs_is_ended() -> None:
    assert (
        alone(
            """
def hanging(number):
    if os.getpid() != mine and number == 3:
        time.sleep(600)
    return number
helpers._PATIENCE_S = 0.05
assert [item for item, _ in worked(hanging, parts)] == [1, 2, 3, 4, 5, 6]
assert no_child_is_left()
"""
        )
        == ""
    )


def test_no_helper_outlives_one_who_stops_early() -> None:
    assert (
        alone(
            """
def slow(number):
    if os.getpid() != mine:
        time.sleep(600)
    return number
before = fds()
try:
    with closing(worked(slow, parts)) as found:
        next(found)
        raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
assert fds() == before and no_child_is_left()
"""
        )
        == ""
    )


def test_where_no_process_can_be_started_we_do_all() -> None:
    assert (
        alone(
            """
def refuse():
    raise BlockingIOError(11, "Resource temporarily unavailable")
os.fork = refuse
before = fds()
assert all(ours for _, (_, ours) in worked(square, parts))
assert fds() == before
"""
        )
        == ""
    )


def test_beside_other_threads_or_on_another_system_nothing_is_forked() -> None:
    assert (
        alone(
            """
import sys
many = len(os.sched_getaffinity(0))
assert processes() == min(many, helpers.MOST)
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
assert processes() == 1
stop.set()
thread.join()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
assert processes() == 1
sys.platform = "darwin"
assert processes() == 1
"""
        )
        == ""
    )


INTERRUPTED = """
def slow(number):
    if number != 1:
        time.sleep(600)
    return number
for _ in worked(slow, parts):
    print("ready", flush=True)
"""


def test_ctrl_c_ends_all_of_them_and_is_told_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SETTING + INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert told.count("KeyboardInterrupt") == 1
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


LIBRARY = """
import sys
from pathlib import Path
from quizgen.bank import index
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import named_files
from tests.bank.plain import read_plain

def told(helping):
    index._WORTH_HELPERS = 0 if helping else 10 ** 9
    helpers.processes = lambda: 3
    loaded, steps = [], []
    def load(data, name, style):
        loaded.append(name)
        return read_plain(data, name, style)
    loading = Loading(load, "1", progress=lambda *step: steps.append(step))
    files = named_files([Path(sys.argv[1])])
    with Library(files, None, loading) as library:
        items = [item for file in library.files for item in library.in_order(file)]
        return len(loaded), steps, items, library.fingerprint, library.diagnostics(), library.files

ours, steps, *one = told(helping=False)
assert ours == 6
few, more, *several = told(helping=True)
assert few == 2, few
assert more == steps == [(number, 6) for number in range(7)]
assert one == several
print(len(one[0]))
"""


def test_an_index_made_with_helpers_is_the_same(tmp_path: Path) -> None:
    for number in range(6):
        lines = [f"q{line} topic hard" for line in range(5)]
        write(tmp_path, f"{number}.yaml", *lines, "! amiss")
    assert alone(LIBRARY, str(tmp_path)) == "30\n"


@given(st.lists(st.integers(0, 100)), st.integers(1, 5))
def test_shares_hold_every_item_once_and_are_about_even(sizes: list[int], count: int) -> None:
    items = list(enumerate(sizes))
    found = shares(items, lambda item: item[1], count)
    assert sorted(item for share in found for item in share) == items
    assert all(share == sorted(share) for share in found)
    assert len(found) <= count
    if len(found) == count:
        sums = [sum(size for _, size in share) for share in found]
        assert max(sums) - min(sums) <= max(sizes)
