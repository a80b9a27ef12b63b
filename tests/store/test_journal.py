"""What a candidate was shown as saved is on disk, whatever happens to process, disk and file."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.core.events import Select, Start, Submit, Visit
from quizgen.core.sitting import Sitting
from quizgen.core.state import Phase, new_attempt
from quizgen.store.attempts import Attempts, NoAttemptYet, NoSuchAttempt, Unfinished, attempt_id
from quizgen.store.journal import (
    Header,
    Journal,
    JournalBusy,
    JournalUnreadable,
    JournalUnwritable,
    read,
)
from tests.samples import answer, paper


class FakeClock:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.now = 0

    def monotonic_ms(self) -> int:
        return self.now

    def wall_ms(self) -> int:
        return 1_700_000_000_000 + self.now


def header(name: str = "20231114-221320-3fa2") -> Header:
    return Header(
        id=name,
        kind="mock",
        started_ms=1_700_000_000_000,
        bank="7f3a9c21",
        version="0.1.0",
        paper=paper(3),
        answers=(answer(), answer("o2"), answer("o3")),
    )


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.create(tmp_path / "open" / "20231114-221320-3fa2.jsonl", header()) as journal:
        yield journal


def sit(journal: Journal) -> Sitting:
    sitting = Sitting(new_attempt(paper(3)), FakeClock(), journal)
    sitting.do(Start())
    sitting.do(Select(0, "o1"))
    return sitting


def test_what_was_written_is_read_back(journal: Journal) -> None:
    sitting = sit(journal)
    recorded = read(journal.path)
    assert recorded.attempt == sitting.attempt
    assert recorded.header == header()
    assert not recorded.cut


def test_the_answer_is_in_the_file_when_the_call_returns(journal: Journal) -> None:
    sit(journal)
    last = json.loads(journal.path.read_bytes().splitlines()[-1])
    assert (last["event"], last["question"], last["option"]) == ("select", 0, "o1")


def test_a_title_that_cannot_be_encoded_costs_no_answer(journal: Journal) -> None:
    sit(journal)
    journal.append({"t": 1, "w": 1, "event": "tick", "note": "\udcff"}, force=False)
    assert journal.path.read_bytes().endswith(b'"note":"?"}\n')


def test_answers_are_forced_to_disk_and_visits_are_not(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[int] = []
    really = os.fsync

    def fsync(handle: int) -> None:
        forced.append(handle)
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    sitting = sit(journal)
    assert len(forced) == 1
    sitting.do(Visit(1))
    assert len(forced) == 1
    sitting.do(Submit())
    assert len(forced) == 2


def test_a_record_whose_writing_is_broken_off_is_taken_back(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit(journal)
    before, really = sitting.attempt, os.fsync

    def ctrl_c_meanwhile(handle: int) -> None:
        really(handle)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(os, "fsync", ctrl_c_meanwhile)
    with pytest.raises(KeyboardInterrupt):
        sitting.do(Submit())
    monkeypatch.undo()
    assert sitting.attempt == read(journal.path).attempt == before
    sitting.do(Visit(1))
    assert read(journal.path).attempt == sitting.attempt


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_last_record_cut_short_is_dropped_and_the_rest_kept(journal: Journal, cut: int) -> None:
    sitting = sit(journal)
    before = sitting.attempt
    sitting.do(Select(0, "o2"))
    journal.close()
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-cut])
    again, recorded = Journal.reopen(journal.path)
    with again:
        assert recorded.cut
        assert recorded.attempt == before
        Sitting(recorded.attempt, FakeClock(), again, recorded.wall_ms).do(Select(0, "o3"))
    assert read(journal.path).attempt.entries[0].response == "o3"


def test_only_one_process_may_write_an_attempt(journal: Journal) -> None:
    sit(journal)
    other = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys; from pathlib import Path\n"
                "from quizgen.store.journal import Journal, JournalBusy\n"
                "try: Journal.reopen(Path(sys.argv[1]))\n"
                "except JournalBusy as error: print(error, '/', error.help)"
            ),
            str(journal.path),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "is open in another window" in other.stdout
    with pytest.raises(JournalBusy):
        Journal.reopen(journal.path)


def test_a_file_system_without_locks_is_told_and_nothing_is_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(JournalUnwritable, match="No locks available") as told:
        Attempts(tmp_path).begin(header())
    assert "QUIZGEN_HOME" in told.value.help
    assert not list(tmp_path.rglob("*.jsonl"))


def test_a_file_that_cannot_be_cut_is_told(journal: Journal) -> None:
    with journal.path.open("rb") as file, pytest.raises(JournalUnwritable, match="cannot write"):
        Journal(journal.path, file, 0).cut_to(0)


def test_the_lock_goes_with_its_process(journal: Journal) -> None:
    sit(journal)
    journal.close()
    again, _ = Journal.reopen(journal.path)
    again.close()


class FullDisk:
    """A file on a disk that takes only part of what is written, then nothing."""

    def __init__(self, file: Any, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: bytes) -> int:
        if not self._room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written: int = self._file.write(data[: self._room])
        self._room -= written
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@pytest.mark.parametrize("room", [0, 1, 17])
def test_a_full_disk_is_told_and_nothing_written_before_is_lost(
    journal: Journal, room: int
) -> None:
    sitting = sit(journal)
    before, attempt = journal.path.read_bytes(), sitting.attempt
    whole = journal._file
    journal._file = FullDisk(whole, room)  # type: ignore[assignment]  # what a file must do is enough
    with pytest.raises(JournalUnwritable, match="No space left") as told:
        sitting.do(Select(0, "o2"))
    assert "make room" in told.value.help
    assert sitting.attempt == attempt
    journal._file = whole
    assert journal.path.read_bytes() == before
    sitting.do(Select(0, "o4"))
    assert read(journal.path).attempt.entries[0].response == "o4"


def test_a_real_full_disk_is_told() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("r+b", buffering=0) as file, pytest.raises(JournalUnwritable):
        Journal(full, file, 0).append({"event": "tick"}, force=False)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "open").write_text("a file where the folder should be")
    with pytest.raises(JournalUnwritable, match="cannot write") as told:
        Journal.create(tmp_path / "open" / "x.jsonl", header())
    assert "QUIZGEN_HOME" in told.value.help


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "holds no attempt"),
        (b'{"format":1', "holds no attempt"),
        (b'{"format":3}\n', "newer quizgen"),
        (b'{"format":1}\n', "not the header"),
        (b"[]\n", "line 1 is not a record"),
        (b"\xff\xfe\n", "line 1 is not a record"),
        (b'{"format":1}\n{"t":0\n"w":0}\n', "line 2 is not a record"),
        (b'{"format":1}\n{"t":0},{"t":1}\n', "line 2 is not a record"),
        (b'{"format":1}\n3\n', "line 2 is not a record"),
        (b"[" * 100_000 + b"\n", "line 1 is not a record"),
    ],
)
def test_what_is_no_journal_is_refused_with_a_reason(
    tmp_path: Path, text: bytes, message: str
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(text)
    with pytest.raises(JournalUnreadable, match=message):
        read(path)
    assert path.read_bytes() == text


@pytest.mark.parametrize("line", [b"garbage", b'{"t":0,"w":0,"event":"fly"}', b'{"event":"start"}'])
def test_damage_before_the_last_record_is_told_and_not_guessed_at(
    journal: Journal, line: bytes
) -> None:
    sit(journal)
    journal.close()
    first, *rest = journal.path.read_bytes().splitlines()
    journal.path.write_bytes(b"\n".join([first, line, *rest, b""]))
    with pytest.raises(JournalUnreadable, match="damaged"):
        Journal.reopen(journal.path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(JournalUnreadable, match="cannot read"):
        read(tmp_path / "none.jsonl")
    with pytest.raises(JournalUnwritable):
        Journal.reopen(tmp_path / "none.jsonl")


def test_an_attempt_never_started_leaves_nothing(journal: Journal) -> None:
    journal.discard()
    assert not journal.path.exists()


def test_unfinished_attempts_are_found_latest_first(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    assert attempts.unfinished() == Unfinished([], [], [])
    for name in ("20231114-221320-0001", "20231115-221320-0002", "20231113-221320-0003"):
        with attempts.begin(header(name)) as journal:
            sit(journal)
    with attempts.begin(header("20231116-000000-0004")):
        pass  # never started
    (tmp_path / "open" / "20231117-000000-0005.jsonl").write_bytes(b"garbage\n")
    found = attempts.unfinished()
    assert [each.header.id[-4:] for each in found.resumable] == ["0002", "0001", "0003"]
    assert len(found.unreadable) == 1
    assert found.in_use == []


def test_an_attempt_that_is_being_sat_is_not_offered_for_resumption(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    with attempts.begin(header()) as journal:
        sit(journal)
        found = attempts.unfinished()
        assert found.resumable == []
        assert [each.path for each in found.in_use] == [journal.path]
    assert len(attempts.unfinished().resumable) == 1


def test_one_submitted_as_its_process_died_counts_as_finished(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    with attempts.begin(header()) as journal:
        sit(journal).do(Submit())
    assert attempts.find().attempt.phase is Phase.SUBMITTED
    assert attempts.unfinished() == Unfinished([], [], [])


def test_a_finished_attempt_stays_readable_where_it_cannot_be_moved(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path / "not there")
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"")
    assert attempts.finish(path) == path


def test_finished_attempts_are_found_by_name(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    with pytest.raises(NoAttemptYet, match="no finished attempt yet"):
        attempts.find()
    for name in ("20231114-221320-0001", "20231115-221320-0002", "20231115-221321-0003"):
        with attempts.begin(header(name)) as journal:
            sit(journal).do(Submit())
        attempts.finish(journal.path)
    assert attempts.find().header.id.endswith("0003")
    assert attempts.find("0001").header.id.endswith("0001")
    assert attempts.find("20231114").header.id.endswith("0001")
    assert attempts.find("20231115-221321").header.id.endswith("0003")
    for several in ("20231115", "20231115-22"):
        with pytest.raises(NoSuchAttempt, match="2 finished"):
            attempts.find(several)
    for none in ("zzzz", "1", "2023", "221321", "13200"):
        with pytest.raises(NoSuchAttempt, match="no attempt"):
            attempts.find(none)


def test_ids_sort_by_time_and_name_the_moment() -> None:
    assert attempt_id(1_700_000_000_000, 0x3FA2) == "20231114-221320-3fa2"
    assert attempt_id(1_700_000_000_000, 7) < attempt_id(1_700_000_001_000, 0)
