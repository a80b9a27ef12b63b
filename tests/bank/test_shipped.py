"""The bank that ships with quizgen is clean: not even a warning, and nothing to gain."""

from collections import Counter
from pathlib import Path

import pytest

from quizgen.bank.loaded import Lacking
from quizgen.bank.loader import read_question_file
from quizgen.core.item import LETTERS

FOLDER = Path(__file__).parents[2] / "questions"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_sound_and_complete(path: Path) -> None:
    read = read_question_file(path.read_bytes(), path.name)
    assert read.diagnostics == ()
    assert read.lacking == Lacking()
    assert read.bank == "quizgen"


def test_no_id_is_used_twice_and_every_option_has_its_why() -> None:
    items = [
        loaded.item
        for path in FILES
        for loaded in read_question_file(path.read_bytes(), path.name).items
    ]
    assert len(items) >= 60
    assert max(Counter(item.question.id for item in items).values()) == 1
    for item in items:
        whys = item.answer.statements or item.answer.options
        assert all(why.text for why in whys), item.question.id
        assert 4 == len(item.question.options) < len(LETTERS)
        assert item.question.letter(item.answer.key)
