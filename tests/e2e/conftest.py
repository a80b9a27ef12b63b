"""A user whose bank is indexed, as it is for everybody who runs quizgen a second time."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.world import User, bank_text


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> User:
    """Return a user whose bank of twelve questions is in the index."""
    folder = tmp_path_factory.mktemp("indexed")
    bank = folder / "numbers.yaml"
    bank.write_text(bank_text(12), encoding="utf-8")
    user = User(folder, bank, {})
    assert "12 questions" in user.pipe("list")
    return user


@pytest.fixture
def user(indexed: User, tmp_path: Path) -> User:
    """Return a user with that bank and no attempts."""
    home = tmp_path / "home"
    shutil.copytree(indexed.home / "cache", home / "cache")
    return User(home, indexed.bank, {})
