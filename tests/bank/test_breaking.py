"""Every named way to break a question is found in every file: at its line, under its code, alone.

The other questions of the file stay sound.
"""

import pytest

from quizgen.bank.loader import read_question_file
from tests.bank.breaking import WAYS, Way, broken_files
from tests.bank.sound import MAKERS, sound_file

FILES = 20


@pytest.mark.parametrize("kind", MAKERS)
def test_the_files_are_sound_before_they_are_broken(kind: str) -> None:
    for seed in range(FILES):
        file, _ = sound_file(seed, kind)
        read = read_question_file(file.text.encode(), "sound.yaml")
        assert read.diagnostics == ()
        assert len(read.items) == len(file.blocks)


def test_there_are_at_least_twenty_five_ways() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS) >= 25


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_it_is_found_at_its_line_and_costs_one_question(way: Way) -> None:
    for text, line, sound in broken_files(way, FILES):
        read = read_question_file(text.encode(), "broken.yaml")
        found = [(diagnostic.code, diagnostic.span.line) for diagnostic in read.diagnostics]
        assert found == [(way.code, line)], text
        assert len(read.items) == sound, text


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(way: Way) -> None:
    for text, _, _ in broken_files(way, 3):
        plain = read_question_file(text.encode(), "broken.yaml")
        windows = text.replace("\n", "\r\n").encode("utf-8-sig")
        assert read_question_file(windows, "broken.yaml") == plain
