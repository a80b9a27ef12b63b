"""Whatever was answered, in whatever order it came in, the history tells the same."""

import shutil
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.core.events import Level
from quizgen.core.history import Response, Sat
from quizgen.core.totals import totals_of
from quizgen.store.history import History
from quizgen.store.response_lines import line_of
from quizgen.store.transfer import export_csv, export_jsonl, import_jsonl
from tests.samples import answer
from tests.store.making import (
    BLANK,
    RIGHT,
    START_MS,
    SURE_BUT_WRONG,
    WRONG,
    all_responses,
    before_regrading,
    keep_all,
    opened,
    records,
    regrade,
    sit,
    told,
    utc_day,
    void,
)

Act = tuple[str | None, Level | None]
Records = list[tuple[Sat, list[Response]]]
_some = settings(max_examples=25, deadline=None)


def check_sums(history: History, left: Records) -> None:
    """Check that totals and days are the sums of the responses of the attempts that are left."""
    responses = [each for _, responses in left for each in responses]
    assert sorted(responses, key=lambda each: (each.attempt, each.number)) == sorted(
        all_responses(history), key=lambda each: (each.attempt, each.number)
    )
    expected = totals_of(responses, utc_day)
    assert {each.cell: each for each in (*history.totals(), *history.daily(""))} == expected
    answered = {cell[0] for cell, each in expected.items() if cell[0] and each.answers}
    assert [day for day, _ in history.days()] == sorted(answered, reverse=True)
    assert sum(count for _, count in history.days()) == sum(
        each.answers for each in history.totals()
    )
    assert history.attempt_count() == len(left)
    assert history.items() == sorted({each.item for each in responses})
    assert history.fact_count() == len({each.fact for one in responses for each in one.reviews})


@_some
@given(records, st.integers(0, 2))
def test_taken_in_deleted_rebuilt_and_moved_elsewhere_it_tells_of_what_is_there(
    found: Records, gone: int
) -> None:
    left = found[gone:]
    with TemporaryDirectory() as here, TemporaryDirectory() as there:
        with opened(Path(here)) as history:
            keep_all(history, found)
            for sat, _ in found[:gone]:
                assert history.delete(sat.id)
            check_sums(history, left)
            before, lines = told(history), list(export_jsonl(history))
            table = list(export_csv(history))
        (Path(here) / "history.db").unlink()
        with opened(Path(here)) as history:
            assert history.opened.added == len(left)
            assert told(history) == before
        with opened(Path(there)) as history:
            moved(history, left, lines)
            assert told(history) == before
            assert list(export_csv(history)) == table
            assert {path.name for path in Path(there).rglob("*.jsonl")} == {
                path.name for path in Path(here).rglob("*.jsonl")
            }


def moved(history: History, left: Records, lines: list[str]) -> None:
    """Import what there was before some were regraded, then all of it, twice."""
    earlier = [before_regrading(*each) for each in left if each[0].regraded]
    old = [line_of(sat, each) for sat, responses in earlier for each in responses]
    assert import_jsonl(history, old).added == len(earlier)
    first = import_jsonl(history, lines)
    assert (first.regraded, first.known, first.refused) == (len(earlier), 0, [])
    assert first.added == len(left) - len(earlier)
    after = told(history)
    for again in (import_jsonl(history, lines), import_jsonl(history, old)):
        assert (again.added, again.regraded, again.refused) == (0, 0, [])
    assert told(history) == after


# Journals, and regradings of them.


class Move(Enum):
    """What may become of an attempt."""

    SIT = auto()
    REGRADE = auto()
    TAKE_BACK = auto()
    DELETE = auto()


ACTS: list[list[Act]] = [
    [RIGHT, WRONG, BLANK],
    [SURE_BUT_WRONG, RIGHT, RIGHT],
    [WRONG, BLANK, RIGHT],
]
REGRADINGS = [((0, answer("o2")),), ((1, answer("o2")), (2, void())), ((0, void("o2")),), ()]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with three attempts, each regraded again and again; to be copied from.

    They overlap in time.
    """
    home = tmp_path_factory.mktemp("ready")
    for number, acts in enumerate(ACTS):
        path = sit(home, acts, START_MS + number * 15_000, chance=number)
        for answers in REGRADINGS:
            regrade(home, path.stem, *answers)
    return home / "attempts"


Moves = list[tuple[Move, int, bool]]


def act(home: Path, ready: Path, move: Move, number: int, at_ms: int) -> Path | None:
    """Do one thing to the files of an attempt, if it can be done; return its journal."""
    journal = sorted(ready.glob("*.jsonl"))[number]
    path = home / "attempts" / journal.name
    regradings = home / "attempts" / "regradings"
    done = sorted(regradings.glob(f"{path.stem}.*"))
    match move:
        case Move.SIT if not path.exists():
            shutil.copy(journal, path)
        case Move.REGRADE if path.exists():
            found = sorted((ready / "regradings").glob(f"{path.stem}.*"))[at_ms % len(REGRADINGS)]
            regradings.mkdir(exist_ok=True)
            shutil.copy(found, regradings / f"{path.stem}.{at_ms}.json")
        case Move.TAKE_BACK if done:
            done[-1].unlink()
        case _:
            return None
    return path


@_some
@given(
    moves=st.lists(
        st.tuples(st.sampled_from(Move), st.integers(0, 2), st.booleans()), min_size=4, max_size=14
    )
)
def test_whatever_is_sat_regraded_or_deleted_it_tells_what_its_files_do(
    ready: Path, moves: Moves
) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "attempts").mkdir()
        history = opened(home)
        for at_ms, (move, number, at_once) in enumerate(moves, START_MS):
            path = act(home, ready, move, number, at_ms)
            if move is Move.DELETE:
                history.delete(sorted(ready.glob("*.jsonl"))[number].stem)
            elif path is not None and at_once and path.exists():
                history.take(path)
            elif not at_once:
                history.close()
                history = opened(home)
        history.close()
        with opened(home) as history:
            after = told(history)
        (home / "history.db").unlink()
        with opened(home) as history:
            assert told(history) == after
