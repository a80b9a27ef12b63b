"""The index sees every change of a question file, and whatever befalls it is never in the way."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quizgen.bank.cache import FILE_NAME, PATIENCE_S, _lay_out, in_memory, index_path, open_cache
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.loaded import QuestionFile
from quizgen.bank.sources import SourceFile, named_files
from quizgen.bank.version import loader_version
from tests.bank.plain import read_plain, write

LATER_NS = 3_000_000_000


class Loads:
    """Loads plain files, and notes which."""

    def __init__(
        self, version: str = "1", after_ns: int = LATER_NS, style: str = "upsc-2025"
    ) -> None:
        self.names: list[str] = []
        self.steps: list[tuple[int, int]] = []
        self.after_ns = after_ns
        self.loading = Loading(self._load, version, self._now, self._step, style)

    def _load(self, data: bytes, name: str, style: str) -> QuestionFile:
        self.names.append(name)
        return read_plain(data, name, style)

    def _step(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def _now(self) -> int:
        """So long after the files were written that they have settled."""
        return time.time_ns() + self.after_ns


def ids(files: list[SourceFile], cache: Path | None, loads: Loads) -> list[str]:
    """Return the ids a run with these files asks."""
    with Library(files, cache, loads.loading) as library:
        return [item.question.id for file in library.files for item in library.in_order(file)]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return a cache folder that is not there yet."""
    return tmp_path / "cache"


@pytest.fixture
def files(tmp_path: Path) -> list[SourceFile]:
    """Return two files of two questions."""
    return [write(tmp_path, "a.yaml", "a1", "a2"), write(tmp_path, "b.yaml", "b1", "b2")]


def test_a_file_is_loaded_once_and_then_known(files: list[SourceFile], cache: Path) -> None:
    first, second = Loads(), Loads()
    assert ids(files, cache, first) == ids(files, cache, second) == ["a1", "a2", "b1", "b2"]
    assert first.names == ["a.yaml", "b.yaml"]
    assert second.names == []


def test_only_the_changed_file_is_loaded_again(files: list[SourceFile], cache: Path) -> None:
    ids(files, cache, Loads())
    write(files[0].path.parent, "a.yaml", "a1", "a2", "a3")
    loads = Loads()
    assert ids(files, cache, loads) == ["a1", "a2", "a3", "b1", "b2"]
    assert loads.names == ["a.yaml"]


def test_progress_counts_the_files_that_are_loaded(files: list[SourceFile], cache: Path) -> None:
    loads = Loads()
    ids(files, cache, loads)
    assert loads.steps == [(0, 2), (1, 2), (2, 2)]


def test_a_change_within_the_same_second_to_the_same_size_is_seen(
    files: list[SourceFile], cache: Path
) -> None:
    """Size, times and inode are the very same: the two seconds alone give it away."""
    now = Loads(after_ns=0)
    ids(files, cache, now)
    path = files[0].path
    with open_cache(cache) as database:
        write(path.parent, "a.yaml", "a9", "a2")
        status = path.stat()
        stamp = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
        database.execute("UPDATE files SET stamp = ? WHERE path = ?", (stamp, files[0].key))
    database.close()
    assert ids(files, cache, Loads(after_ns=0)) == ["a9", "a2", "b1", "b2"]


def test_a_file_touched_but_not_changed_is_not_loaded(files: list[SourceFile], cache: Path) -> None:
    ids(files, cache, Loads())
    os.utime(files[0].path)
    loads = Loads()
    ids(files, cache, loads)
    assert loads.names == []


def test_a_file_that_another_process_indexed_meanwhile_is_loaded_after_all(
    files: list[SourceFile], cache: Path
) -> None:
    ids(files, cache, Loads("mine"))
    os.utime(files[0].path)
    mine, other = Loads("mine"), Loads("other")

    def now() -> int:
        if not other.names:
            ids(files, cache, other)
        return mine._now()

    with Library(files, cache, Loading(mine._load, "mine", now)) as library:
        assert library.count() == 4
    assert set(mine.names) == {"a.yaml", "b.yaml"}


def test_another_version_of_the_loader_loads_anew(files: list[SourceFile], cache: Path) -> None:
    ids(files, cache, Loads("1"))
    loads = Loads("2")
    ids(files, cache, loads)
    assert loads.names == ["a.yaml", "b.yaml"]


def test_the_version_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("core", "forms", "bank"):
        (tmp_path / folder).mkdir()
    module = tmp_path / "bank/loader.py"
    module.write_text("a = 1\n")
    (tmp_path / "bank/notes.txt").write_text("no code\n")
    monkeypatch.setattr("quizgen.__file__", str(tmp_path / "__init__.py"))
    before = loader_version()
    assert loader_version() == before
    module.write_text("a = 12\n")
    after = loader_version()
    assert after != before
    (tmp_path / "core/catalogue").mkdir()
    (tmp_path / "core/catalogue/files.py").touch()
    assert loader_version() not in (before, after)


def test_the_version_is_known_where_the_package_is_not_made_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.__file__", str(tmp_path / "quizgen.zip/quizgen/__init__.py"))
    assert loader_version().startswith("0.")


def test_a_deleted_file_is_forgotten_and_comes_back(files: list[SourceFile], cache: Path) -> None:
    ids(files, cache, Loads())
    files[0].path.unlink()
    assert ids(files[1:], cache, Loads()) == ["b1", "b2"]
    write(files[0].path.parent, "a.yaml", "a5")
    assert ids(files, cache, Loads()) == ["a5", "b1", "b2"]


def test_what_is_gone_does_not_stay_in_the_cache(files: list[SourceFile], cache: Path) -> None:
    ids(files, cache, Loads())
    files[0].path.unlink()
    write(files[1].path.parent, "b.yaml", "b7")
    ids(files[1:], cache, Loads())
    with closing(open_cache(cache)) as database:
        assert database.execute("SELECT path FROM files").fetchall() == [(files[1].key,)]
        assert database.execute("SELECT id FROM items").fetchall() == [("b7",)]
        assert database.execute("SELECT count(*) FROM tallies").fetchone() == (1,)


def test_a_file_that_vanishes_before_it_is_read_is_a_diagnostic(
    files: list[SourceFile], cache: Path
) -> None:
    files[0].path.unlink()
    for _ in range(2):
        with Library(files, cache, Loads().loading) as library:
            [found] = library.diagnostics()
            assert found.file == "a.yaml"
            assert "cannot be read: No such file" in found.message
            assert [file.count for file in library.files] == [0, 2]


def test_a_file_whose_name_is_no_text_is_indexed(tmp_path: Path, cache: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml"))
    path.write_text("a1\n")
    files = [SourceFile(path, os.fsdecode(b"\xff.yaml"))]
    assert ids(files, cache, Loads()) == ids(files, cache, Loads()) == ["a1"]


QUESTIONS = """
topic: treaty-dates
questions:
  - id: simla
    question: When was the Simla Agreement signed?
    options:
      - right: 1972
        why: On 2 July.
      - wrong: 1966
"""


def test_question_files_are_indexed_as_they_are_written(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "notes.yaml").write_text(QUESTIONS)
    for _ in range(2):
        with Library.open(named_files([tmp_path]), cache) as library:
            [item] = library.draw(1, 1)
            assert item.question.ref == "notes:simla"
            assert library.topics() == [("treaty-dates", 1)]
            assert library.diagnostics() == []


def test_each_house_style_has_an_index_of_its_own(tmp_path: Path, cache: Path) -> None:
    files = [write(tmp_path, "a.yaml", "a1", "a2")]
    loads = {style: Loads(style=style) for style in ("upsc-2025", "upsc-2023")}
    for _ in range(2):
        for style, each in loads.items():
            with Library(files, cache, each.loading) as library:
                stems = {item.question.stem for item in library.draw(2, 1)}
                assert all(("upsc-2023" in stem) == (style == "upsc-2023") for stem in stems)
    assert [each.names for each in loads.values()] == [["a.yaml"]] * 2
    index_path(cache, "upsc-2023").write_bytes(b"not a database")
    ids(files, cache, Loads(style="upsc-2023"))
    ids(files, cache, loads["upsc-2025"])
    assert loads["upsc-2025"].names == ["a.yaml"]


def test_a_question_file_is_worded_in_the_style_asked_for(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(
        "questions:\n  - about: the treaty\n    statements:\n"
        "      - correct: It was signed.\n      - incorrect: It was annulled.\n"
    )
    files = named_files([path])
    with (
        Library.open(files, cache) as now,
        Library.open(files, cache, style="upsc-2023") as before,
    ):
        [[new], [old]] = now.draw(1, 1), before.draw(1, 1)
        assert now.fingerprint != before.fingerprint
    assert "I only" in {option.text for option in new.question.options}
    assert "1 only" in {option.text for option in old.question.options}
    assert new.question.ref == old.question.ref


def test_without_a_cache_folder_memory_serves(files: list[SourceFile]) -> None:
    loads = Loads()
    assert ids(files, None, loads) == ids(files, None, loads) == ["a1", "a2", "b1", "b2"]
    assert len(loads.names) == 4


def test_where_the_cache_folder_cannot_be_made_memory_serves(
    files: list[SourceFile], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert ids(files, tmp_path / "file/cache", Loads()) == ["a1", "a2", "b1", "b2"]


def test_where_a_folder_stands_in_the_place_of_the_cache_memory_serves(
    files: list[SourceFile], cache: Path
) -> None:
    (cache / FILE_NAME).mkdir(parents=True)
    assert ids(files, cache, Loads()) == ["a1", "a2", "b1", "b2"]


@contextmanager
def locked(cache: Path) -> Iterator[None]:
    """Hold the lock for writing, as another process might."""
    with closing(sqlite3.connect(cache / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_locked_cache_serves_what_it_knows_and_memory_the_rest(
    files: list[SourceFile], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PATIENCE_S < 5
    monkeypatch.setattr("quizgen.bank.cache.PATIENCE_S", 0.05)
    ids(files, cache, Loads())
    write(files[0].path.parent, "a.yaml", "a1", "a2", "a3")
    loads = Loads()
    with locked(cache):
        assert ids(files, cache, loads) == ["a1", "a2", "a3", "b1", "b2"]
    assert set(loads.names) == {"a.yaml"}


def test_an_unchanged_bank_does_not_wait_for_a_lock(
    files: list[SourceFile], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.bank.cache.PATIENCE_S", 60)
    ids(files, cache, Loads())
    with locked(cache):
        assert ids(files, cache, Loads()) == ["a1", "a2", "b1", "b2"]


@pytest.mark.parametrize(
    "rubbish", [b"", b"not a database", b"SQLite format 3\0" + b"\7" * 4096], ids=repr
)
def test_a_corrupt_cache_is_made_anew(files: list[SourceFile], cache: Path, rubbish: bytes) -> None:
    cache.mkdir()
    (cache / FILE_NAME).write_bytes(rubbish)
    assert ids(files, cache, Loads()) == ["a1", "a2", "b1", "b2"]
    loads = Loads()
    ids(files, cache, loads)
    assert loads.names == []


def test_a_corrupt_cache_that_cannot_be_removed_is_done_without(
    files: list[SourceFile], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache.mkdir()
    (cache / FILE_NAME).write_bytes(b"not a database")
    monkeypatch.setattr(Path, "unlink", refuse)
    assert ids(files, cache, Loads()) == ["a1", "a2", "b1", "b2"]


def test_a_cache_that_is_damaged_while_files_are_indexed_is_made_anew(
    files: list[SourceFile], cache: Path
) -> None:
    loads = Loads()

    def damage() -> int:
        for file in cache.iterdir():
            file.write_bytes(b"rubbish" * 1000)
        return loads._now()

    with Library(files, cache, Loading(read_plain, "1", damage)) as library:
        assert library.count() == 4


def test_a_cache_both_locked_and_damaged_is_done_without(
    files: list[SourceFile], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.bank.cache.PATIENCE_S", 0.05)
    ids(files, cache, Loads())
    write(files[0].path.parent, "a.yaml", "a1", "a2", "a3")
    with closing(sqlite3.connect(cache / FILE_NAME)) as database:
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'items'"
        ).fetchone()
    with locked(cache), (cache / FILE_NAME).open("r+b") as stream:
        stream.seek(4096 * (page - 1))
        stream.write(b"\xee" * 4096)
        stream.flush()
        assert ids(files, cache, Loads()) == ["a1", "a2", "a3", "b1", "b2"]


def test_an_index_that_cannot_be_copied_is_begun_again(cache: Path) -> None:
    known = open_cache(cache)
    known.close()
    with closing(in_memory(known)) as memory:
        assert memory.execute("SELECT count(*) FROM files").fetchone() == (0,)


def test_two_that_make_the_cache_at_once_agree(cache: Path) -> None:
    cache.mkdir()
    with closing(sqlite3.connect(cache / FILE_NAME, isolation_level=None)) as quicker:
        quicker.execute("PRAGMA journal_mode = WAL")
        quicker.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor() as other:
            opening = other.submit(lambda: open_cache(cache).close())
            time.sleep(0.1)
            _lay_out(quicker)
            quicker.execute("COMMIT")
            opening.result()
    with closing(open_cache(cache)) as database:
        assert database.execute("PRAGMA database_list").fetchone()[2]


def test_a_database_of_another_program_or_layout_is_made_anew(
    files: list[SourceFile], cache: Path
) -> None:
    cache.mkdir()
    with closing(sqlite3.connect(cache / FILE_NAME)) as other:
        other.execute("CREATE TABLE files (name TEXT)")
        other.commit()
    assert ids(files, cache, Loads()) == ["a1", "a2", "b1", "b2"]
    loads = Loads()
    ids(files, cache, loads)
    assert loads.names == []


def test_a_cache_damaged_in_any_one_page_is_made_anew(tmp_path: Path) -> None:
    lines = [f"q{number} topic_{number % 3} easy fact" for number in range(40)]
    files = [write(tmp_path, "a.yaml", *lines)]
    expected = ids(files, None, Loads())
    for page in range(20):
        cache = tmp_path / f"cache-{page}"
        ids(files, cache, Loads())
        with (cache / FILE_NAME).open("r+b") as stream:
            stream.seek(4096 * page)
            stream.write(b"\xee" * 4096)
        with Library(files, cache, Loads().loading) as library:
            found = [i.question.id for file in library.files for i in library.in_order(file)]
            assert found == expected
            assert len(library.draw(10, 1)) == 10
            assert library.find(["q7"])[1] == []
            assert library.topics()
            assert library.diagnostics() == []


FULL = """
import resource, sys
from pathlib import Path
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile, named_files
from tests.bank.plain import read_plain
files = [SourceFile(Path(sys.argv[1]), "a.yaml")]
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), hard))
with Library(files, Path(sys.argv[2]), Loading(read_plain)) as library:
    print(library.count(), len(library.draw(5, 1)))
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
"""


@pytest.mark.parametrize("room", [0, 5_000, 60_000])
def test_where_the_disk_is_full_memory_serves(tmp_path: Path, cache: Path, room: int) -> None:
    file = write(tmp_path, "a.yaml", *(f"q{number}" for number in range(300)))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(file.path), str(cache), str(room)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("300 5\n", "")


AT_ONCE = """
import os, sys
from pathlib import Path
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import named_files
from tests.bank.plain import read_plain
files = named_files([Path(sys.argv[1])])
for round in range(30):
    draft = files[round % 10].path.with_suffix(f".{os.getpid()}")
    draft.write_text("".join(f"q{n}\\n" for n in range(20)))
    draft.replace(files[round % 10].path)
    with Library(files, Path(sys.argv[2]), Loading(read_plain)) as library:
        assert library.count() == len({item.question.ref for item in library.draw(999, 1)}), round
        if round == 29: print(library.count())
"""


def test_two_processes_at_once_are_both_served(tmp_path: Path, cache: Path) -> None:
    for number in range(10):
        write(tmp_path / "bank", f"{number}.yaml", *(f"q{line}" for line in range(20)))
    run = [sys.executable, "-c", AT_ONCE, str(tmp_path / "bank"), str(cache)]
    both = [
        subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [process.communicate() for process in both] == [("200\n", "")] * 2


def test_a_run_keeps_to_the_files_as_it_found_them(files: list[SourceFile], cache: Path) -> None:
    with Library(files, cache, Loads().loading) as library:
        write(files[0].path.parent, "a.yaml", "a8")
        assert ids(files, cache, Loads()) == ["a8", "b1", "b2"]
        [first, _] = library.files
        assert [item.question.id for item in library.in_order(first)] == ["a1", "a2"]


def test_one_that_keeps_losing_to_others_has_an_index_of_its_own(
    files: list[SourceFile], cache: Path
) -> None:
    """Another version, in another process, indexes the same files again and again."""
    other = Loads("other")
    meddling = Loads("mine")

    def now() -> int:
        ids(files, cache, other)
        return meddling._now()

    with Library(files, cache, Loading(read_plain, "mine", now)) as library:
        assert library.count() == 4


KNOWN = """
import sys
from pathlib import Path
from quizgen.bank.index import Loading
from quizgen.bank.library import Library
from quizgen.bank.sources import named_files
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
files = named_files([Path(sys.argv[1])])
with Library(files, Path(sys.argv[2]), Loading(version="1")) as library:
    assert len(library.draw(3, 1)) == 3
    assert library.diagnostics() == []
print([str(path) for path in opened if str(path).endswith(".yaml")])
print(sorted({"yaml", "pydantic", "quizgen.bank.loader"} & set(sys.modules)))
"""


def test_known_files_are_not_opened_and_need_neither_yaml_nor_pydantic_nor_the_loader(
    files: list[SourceFile], cache: Path, tmp_path: Path
) -> None:
    ids(files, cache, Loads())
    done = subprocess.run(
        [sys.executable, "-c", KNOWN, str(tmp_path), str(cache)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n[]\n"
