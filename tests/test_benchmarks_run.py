"""The benchmarks run and print their table, here with sizes too small to measure anything by."""

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.ground import Sizes
from tests.benchmarks.rows import ROWS

TINY = Sizes(bank=100, large_bank=200, answers=3, moves=2, idle_s=1.1)


@pytest.mark.parametrize("row", [row.name for row in ROWS if row.name != "practice-large"])
def test_a_row_is_measured_and_told_with_its_budget(
    row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--row", row, "--runs", "1"], TINY)
    title, head, line = capsys.readouterr().out.splitlines()
    assert "100 and 200 questions" in title
    assert head.split()[-3:] == ["subject", "ratio", "budget"]
    (meant,) = [each for each in ROWS if each.name == row]
    assert line.split()[0] == row
    assert line.split()[-2] == str(meant.budget)
    assert line.split()[-1] in {"ok", "OVER"}


def test_a_row_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--row", "nothing"])
    assert "practice-large" in capsys.readouterr().err
