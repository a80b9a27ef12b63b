"""Several processes use one history at once: nothing is lost, and nobody waits for long."""

import time
from pathlib import Path

import pytest

from quizgen.store.history import History, Opened
from quizgen.store.history_file import HistoryBusy
from tests.store.making import DAY_MS, RIGHT, START_MS, WRONG, opened, sit, told
from tests.store.processes import start, together

_PRACTISE = """
import sys
from pathlib import Path
from tests.store.making import *
home, who, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(rounds):
    path = sit(home, [RIGHT, WRONG], START_MS + number * DAY_MS, chance=who)
    with opened(home, clock_ns=__import__("time").time_ns) as history:
        assert history.take(path)
        assert history.attempt(path.stem) is not None
"""

_OPEN = """
import sys
from pathlib import Path
from tests.store.making import *
print("ready", flush=True)
sys.stdin.readline()
with opened(Path(sys.argv[1])) as history:
    print(len(history.attempts()), history.opened.rebuilt or "as it was")
"""

_HOLD = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
print("ready", flush=True)
sys.stdin.readline()
"""


def test_two_that_practise_at_once_lose_nothing(tmp_path: Path) -> None:
    rounds = 12
    together(*(start(_PRACTISE, tmp_path, who, rounds) for who in (1, 2)))
    with opened(tmp_path) as history:
        assert history.opened == Opened()
        assert len(history.attempts()) == 2 * rounds
        (ever,) = history.totals()
        assert (ever.right, ever.wrong) == (2 * rounds, 2 * rounds)
        before = told(history)
    (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert told(history) == before


@pytest.mark.parametrize("before", [None, b"not a database at all, " * 100])
def test_two_that_make_it_again_at_once_make_the_same(tmp_path: Path, before: bytes | None) -> None:
    for day in range(20):
        sit(tmp_path, [RIGHT, WRONG], START_MS + day * DAY_MS)
    if before is not None:
        (tmp_path / "history.db").write_bytes(before)
    said = together(*(start(_OPEN, tmp_path) for _ in range(2)))
    assert [each.split()[0] for each in said] == ["20", "20"]
    assert len(list(tmp_path.glob("history.db.damaged-?"))) == (before is not None)
    with opened(tmp_path) as history:
        (ever,) = history.totals()
        assert (ever.right, ever.wrong) == (20, 20)


def test_one_that_writes_for_long_keeps_nobody_waiting_and_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.store.history_file.PATIENCE_S", 0.2)
    first = sit(tmp_path, [RIGHT])
    with opened(tmp_path) as history:
        long = start(_HOLD, tmp_path / "history.db")
        second = sit(tmp_path, [WRONG], START_MS + DAY_MS)
        began = time.monotonic()
        assert not history.take(second)
        assert time.monotonic() - began < 5
        assert [sat.id for sat in history.attempts()] == [first.stem]
        with opened(tmp_path) as another:  # reads on, as things stood
            assert another.opened == Opened(behind=True)
            assert len(another.attempts()) == 1
            assert another.delete(first.stem)
            assert another.delete_all() == 1
            assert len(another.attempts()) == 1
        third = sit(tmp_path, [WRONG], START_MS + 2 * DAY_MS)
        together(long)
        with pytest.raises(HistoryBusy, match="another quizgen is writing"):
            blocked(tmp_path, history)
    with opened(tmp_path) as history:
        assert history.opened == Opened(added=1, removed=1)
        assert [sat.id for sat in history.attempts()] == [third.stem]


def blocked(home: Path, history: History) -> None:
    long = start(_HOLD, home / "history.db")
    try:
        history._write(lambda _: None)
    finally:
        together(long)
