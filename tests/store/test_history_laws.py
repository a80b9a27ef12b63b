"""Whatever was answered, in whatever order it came in, the history tells the same."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.core.history import Response, Sat
from quizgen.core.totals import totals_of
from quizgen.store.history import History
from quizgen.store.transfer import export_csv, export_jsonl, import_jsonl
from tests.store.making import keep_all, opened, records, told, utc_day

Records = list[tuple[Sat, list[Response]]]
_some = settings(max_examples=25, deadline=None)


def filled(home: Path, found: Records, gone: int) -> History:
    """Return a history in which attempts came in one by one, and some were deleted again."""
    history = opened(home)
    keep_all(history, found)
    for sat, _ in found[:gone]:
        assert history.delete(sat.id)
    return history


@_some
@given(records, st.integers(0, 2))
def test_totals_are_the_sums_of_the_responses_that_are_there(found: Records, gone: int) -> None:
    with TemporaryDirectory() as home, filled(Path(home), found, gone) as history:
        left = [each for _, responses in found[gone:] for each in responses]
        assert sorted(left, key=lambda each: (each.attempt, each.number)) == sorted(
            history.responses(), key=lambda each: (each.attempt, each.number)
        )
        expected = totals_of(left, utc_day)
        assert {each.cell: each for each in (*history.totals(), *history.daily(""))} == expected
        answered = {cell[0] for cell, each in expected.items() if cell[0] and each.answers}
        assert [day for day, _ in history.days()] == sorted(answered, reverse=True)
        assert sum(count for _, count in history.days()) == sum(
            each.answers for each in history.totals()
        )


@_some
@given(records, st.integers(0, 2), st.randoms(use_true_random=False))
def test_rebuilt_from_its_files_it_tells_what_it_told_before(
    found: Records, gone: int, order: object
) -> None:
    order.shuffle(found)  # type: ignore[attr-defined]
    with TemporaryDirectory() as home:
        with filled(Path(home), found, gone) as history:
            before = told(history)
        (Path(home) / "history.db").unlink()
        with opened(Path(home)) as history:
            assert history.opened.added == len(found[gone:])
            assert told(history) == before


@_some
@given(records)
def test_what_is_exported_and_imported_is_the_same_and_twice_adds_nothing(found: Records) -> None:
    with TemporaryDirectory() as here, TemporaryDirectory() as there:
        with filled(Path(here), found, 0) as history:
            lines, before = list(export_jsonl(history)), told(history)
            table = "".join(export_csv(history))
        with opened(Path(there)) as history:
            first = import_jsonl(history, lines)
            assert (first.added, first.known, first.refused) == (len(found), 0, [])
            assert first.responses == len(lines)
            assert told(history) == before
            again = import_jsonl(history, lines)
            assert (again.added, again.known, again.refused) == (0, len(found), [])
            assert told(history) == before
            assert "".join(export_csv(history)) == table
        (Path(there) / "history.db").unlink()
        with opened(Path(there)) as history:
            assert told(history) == before
