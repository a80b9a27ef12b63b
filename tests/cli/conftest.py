"""Each test has a user of its own, with a home and a folder he works in."""

from pathlib import Path

import pytest

from tests.e2e.world import bank_text


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder the user is in; it holds `numbers.yaml` with fourteen questions."""
    for name in ("QUIZGEN_BANK", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "numbers.yaml").write_text(bank_text(14), encoding="utf-8")
    return work
