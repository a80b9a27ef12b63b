"""The benchmarks run and print their table, here with sizes too small to measure anything by."""

from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.ground import Sizes
from tests.benchmarks.histories import check_history, write_history
from tests.benchmarks.rows import ROWS

TINY = Sizes(
    bank=100,
    large_bank=200,
    answers=3,
    moves=2,
    history=100,
    long_history=200,
    journals=1,
    idle_s=1.1,
)


def test_each_row_is_measured_and_told_with_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row for row in ROWS if row.name != "practice-large"]
    main(["--runs", "1", *(word for row in rows for word in ("--row", row.name))], TINY)
    title, head, *lines = capsys.readouterr().out.splitlines()
    assert "100 and 200 questions" in title
    assert "100 and 200 responses" in title
    assert head.split()[-3:] == ["subject", "ratio", "budget"]
    for row, line in zip(rows, lines, strict=True):
        assert line.split()[0] == row.name
        assert line.split()[-2] == str(row.budget)
        assert line.split()[-1] in {"ok", "OVER"}


def test_a_row_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--row", "nothing"])
    assert "practice-large" in capsys.readouterr().err


def test_a_history_that_did_not_stay_as_it_was_written_is_not_measured(tmp_path: Path) -> None:
    write_history(tmp_path, 100, 100, until_ms=1_700_000_000_000)
    check_history(tmp_path, 100)
    next((tmp_path / "attempts").glob("*.jsonl")).unlink()
    with pytest.raises(RuntimeError, match="of 100 responses 50 are left"):
        check_history(tmp_path, 100)
