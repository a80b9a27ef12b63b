"""Whatever becomes of the history's file, it is set aside and made again, and that is said."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.store.history import History, Opened
from quizgen.store.history_file import (
    HistoryBusy,
    HistoryNewer,
    HistoryUnusable,
    Unsound,
)
from quizgen.store.lock import try_lock
from tests.store.making import (
    BLANK,
    DAY_MS,
    RIGHT,
    START_MS,
    SURE_BUT_WRONG,
    WRONG,
    opened,
    sit,
    told,
)

ATTEMPTS = 12
_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with finished attempts."""
    folder = tmp_path_factory.mktemp("attempts")
    for day in range(ATTEMPTS):
        acts = [RIGHT, WRONG, BLANK, SURE_BUT_WRONG] * 3
        sit(folder, acts, START_MS + day * DAY_MS)
    return folder / "attempts"


@pytest.fixture
def home(tmp_path: Path, attempts: Path) -> Path:
    """Return a folder with attempts, and a history of them in one file."""
    shutil.copytree(attempts, tmp_path / "attempts")
    opened(tmp_path).close()
    assert not (tmp_path / "history.db-wal").exists()
    return tmp_path


def told_in(home: Path) -> dict[str, object]:
    with opened(home) as history:
        return told(history)


def garbage(path: Path) -> None:
    path.write_bytes(b"These are notes on treaties, not a database.\n" * 100)


def half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def head_of_zeros(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def schema_of_noise(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 3_996)


def noise(home: Path, start: int) -> None:
    path = home / "history.db"
    path.write_bytes(path.read_bytes()[:start].ljust(path.stat().st_size, b"\xa5"))


@pytest.mark.parametrize("damage", [garbage, half, head_of_zeros, schema_of_noise])
def test_a_damaged_file_is_set_aside_and_rebuilt_and_said_so(
    home: Path, damage: Callable[[Path], None]
) -> None:
    before = told_in(home)
    damage(home / "history.db")
    broken = (home / "history.db").read_bytes()
    with opened(home) as history:
        assert history.opened == Opened(rebuilt="it was damaged", added=ATTEMPTS)
        assert told(history) == before
    assert (home / "history.db.damaged-1").read_bytes() == broken
    with opened(home) as history:
        assert history.opened == Opened()


def test_damage_that_shows_only_later_is_mended_where_it_shows(home: Path) -> None:
    before = told_in(home)
    noise(home, 8_192)  # all but the first two pages
    with opened(home) as history:
        assert told(history) == before
        assert history.opened == Opened(rebuilt="it was damaged", added=ATTEMPTS)
    assert (home / "history.db.damaged-1").exists()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE totals SET marks_won = '2/0'",
        "UPDATE totals SET form = 'Z'",
        "UPDATE attempts SET marks = CAST(X'ff' AS TEXT)",
        "UPDATE responses SET reviews = '[1]'",
        "DROP TABLE facts",
    ],
)
def test_rows_that_were_never_written_so_are_damage(home: Path, change: str) -> None:
    before = told_in(home)
    with closing(sqlite3.connect(home / "history.db")) as database, database:
        database.execute(change)
    with opened(home) as history:
        assert told(history) == before
        assert history.opened.rebuilt == "it was damaged"


def test_what_is_set_aside_is_never_overwritten(home: Path) -> None:
    for _ in range(3):
        garbage(home / "history.db")
        opened(home).close()
    assert {path.name for path in home.glob("*damaged*")} == {
        f"history.db.damaged-{number}" for number in (1, 2, 3)
    }


def test_another_programs_file_is_set_aside_untouched(home: Path) -> None:
    before = told_in(home)
    (home / "history.db").unlink()
    with closing(sqlite3.connect(home / "history.db")) as database, database:
        database.execute("CREATE TABLE recipes (dish TEXT)")
    theirs = (home / "history.db").read_bytes()
    with opened(home) as history:
        assert history.opened.rebuilt == "it was another program's"
        assert told(history) == before
    assert (home / "history.db.foreign-1").read_bytes() == theirs
    with opened(home) as history:
        history.delete_all()
    assert (home / "history.db.foreign-1").read_bytes() == theirs


def test_an_empty_file_is_filled(home: Path) -> None:
    before = told_in(home)
    (home / "history.db").write_bytes(b"")
    with opened(home) as history:
        assert history.opened == Opened(rebuilt="there was none", added=ATTEMPTS)
        assert told(history) == before


def layout(home: Path, number: int) -> None:
    with closing(sqlite3.connect(home / "history.db")) as database:
        database.execute(f"PRAGMA user_version = {number}")


def test_an_older_layout_is_laid_out_anew_in_its_place(home: Path) -> None:
    before = told_in(home)
    layout(home, 0)
    with opened(home) as history:
        assert history.opened == Opened(rebuilt="it was made by an older quizgen", added=ATTEMPTS)
        assert told(history) == before
    assert list(home.glob("*damaged*")) == []


def test_a_newer_layout_is_refused_with_a_word_and_left_as_it_is(home: Path) -> None:
    layout(home, 99)
    theirs = (home / "history.db").read_bytes()
    with pytest.raises(HistoryNewer, match="newer quizgen") as told_so:
        opened(home)
    assert "update quizgen" in told_so.value.help
    assert (home / "history.db").read_bytes() == theirs


def test_a_file_deleted_at_any_time_is_made_again(home: Path) -> None:
    with opened(home) as history:
        before = told(history)
        for path in home.glob("history.db*"):
            path.unlink()
        history.attempts()
    assert told_in(home) == before


def test_an_interrupted_rebuilding_is_gone_on_with(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told_in(home)
    (home / "history.db").unlink()
    monkeypatch.setattr("quizgen.store.history_catching_up._BATCH", 5)

    def stop(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        opened(home, progress=stop)
    with opened(home) as history:
        assert history.opened == Opened(added=ATTEMPTS - 5)
        assert told(history) == before


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(HistoryUnusable, match="cannot keep the history") as told_so:
        opened(tmp_path / "data")
    assert "QUIZGEN_HOME" in told_so.value.help
    (tmp_path / "attempts").write_text("")
    with pytest.raises(HistoryUnusable, match="Not a directory"):
        opened(tmp_path)


def test_a_name_taken_by_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    with pytest.raises(HistoryUnusable, match="unable to open database file"):
        opened(tmp_path)


@pytest.mark.skipif(_AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(home: Path) -> None:
    home.chmod(0o500)
    try:
        with opened(home) as history, pytest.raises(HistoryUnusable):
            history.delete_all()
    finally:
        home.chmod(0o700)


def test_a_full_disk_is_told_and_the_attempt_is_not_lost(home: Path) -> None:
    with opened(home) as history:
        before = told(history)
        (pages,) = history._database.execute("PRAGMA page_count").fetchone()
        history._database.execute(f"PRAGMA max_page_count = {pages}")
        path = sit(home, [RIGHT, WRONG] * 120, START_MS + 40 * DAY_MS)
        with pytest.raises(HistoryUnusable, match="full"):
            history.take(path)
        assert told(history) == before
    with opened(home) as history:
        assert history.opened == Opened(added=1)


def test_one_that_sets_it_up_for_too_long_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.store.history_file.PATIENCE_S", 0.1)
    with (tmp_path / "history.lock").open("ab") as file:
        assert try_lock(file)
        with pytest.raises(HistoryBusy, match="setting up"):
            opened(tmp_path)
    opened(tmp_path).close()


def once_malformed(history: History) -> int:
    """Let a history find its file damaged, once, and return how many attempts it has then."""
    errors = [sqlite3.DatabaseError("malformed")]

    def attempts(database: sqlite3.Connection) -> int:
        if errors:
            raise errors.pop()
        count: int = database.execute("SELECT COUNT(*) FROM attempts").fetchone()[0]
        return count

    return history._do(attempts)


def test_a_file_that_another_one_set_aside_meanwhile_is_left_alone(home: Path) -> None:
    with opened(home) as first, opened(home) as second:
        before = told(first)
        assert once_malformed(first) == ATTEMPTS
        assert once_malformed(second) == ATTEMPTS
        assert told(first) == told(second) == before
    assert {path.name for path in home.glob("*damaged-?")} == {"history.db.damaged-1"}


def test_a_damaged_file_that_was_deleted_meanwhile_is_made_again(home: Path) -> None:
    with opened(home) as history:
        for path in home.glob("history.db*"):
            path.unlink()
        assert once_malformed(history) == ATTEMPTS
    assert list(home.glob("*damaged*")) == []


def test_a_row_without_the_one_it_belongs_to_is_damage(home: Path) -> None:
    with closing(sqlite3.connect(home / "history.db")) as database, database:
        database.execute("DELETE FROM facts")
    with opened(home) as history:
        (latest, *others) = history.attempts()
        assert history.delete(latest.id)
        assert history.opened.rebuilt == "it was damaged"
        assert history.attempts() == others
        assert told(history) == told_in(home)


def test_damage_that_scheduling_anew_comes_upon_is_mended(home: Path) -> None:
    before = told_in(home)
    with closing(sqlite3.connect(home / "history.db")) as database, database:
        database.execute("UPDATE reviews SET rating = 9")
    with opened(home, schedule="another") as history:
        assert history.opened == Opened(rebuilt="it was damaged", added=ATTEMPTS)
        assert told(history) == before


def test_a_fault_of_ours_is_no_damage(home: Path) -> None:
    with opened(home) as history, pytest.raises(sqlite3.OperationalError, match="syntax"):
        history._do(lambda database: database.execute("SELEKT"))
    assert list(home.glob("*damaged*")) == []


def test_a_new_file_that_is_unsound_again_is_told(home: Path) -> None:
    def broken(_: object) -> None:
        raise sqlite3.DatabaseError("malformed")

    with opened(home) as history:
        with pytest.raises(Unsound, match="it was damaged") as told_so:
            history._do(broken)
        assert "delete history.db" in told_so.value.help
    assert isinstance(told_so.value, HistoryUnusable)
