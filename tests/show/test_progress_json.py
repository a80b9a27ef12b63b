"""Progress as JSON: what other programs may rely on."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from quizgen.core.progress import Progress
from quizgen.show import progress_json as module
from quizgen.show.progress_json import progress_json
from tests.golden_files import assert_golden
from tests.show.doing import EARLY, EMPTY, PROGRESS


def document(found: Progress = PROGRESS) -> Any:
    text = progress_json(found, "0.1.0")
    assert text.isascii()
    return json.loads(text)


def test_of_many_answers() -> None:
    assert_golden("show/progress.json", progress_json(PROGRESS, "0.1.0"))


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | set().union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_every_key_is_described() -> None:
    described = set(re.findall(r"`([a-z_]+)`", module.__doc__ or ""))
    assert _keys(document()) <= described


def test_shares_are_exact_with_a_decimal_beside() -> None:
    found = document()
    assert found["whole"]["now"]["accuracy"] == {"exact": "13/18", "decimal": 0.7222}
    assert found["guesses"]["gain"] == {"exact": "-8/3", "decimal": -2.6667}


def test_the_weakest_stand_first_by_their_names_as_written() -> None:
    found = document()
    assert [each["name"] for each in found["topics"]][:2] == ["SCO membership", "treaty-dates"]
    assert [each["name"] for each in found["forms"]] == ["HP", "D"]


def test_what_there_is_too_little_of_is_null() -> None:
    found = document(EARLY)
    assert found["whole"]["now"] == {"number": 9, "right": 6, "accuracy": None}
    assert found["whole"]["time"]["each_ms"] is None
    assert found["guesses"] is None


def test_without_answers_there_is_no_first_day_and_nothing_due() -> None:
    found = document(EMPTY)
    assert found["since"] is None
    assert found["revision"] is None
    assert found["coverage"] == [{"topic": "rivers", "seen": 0, "questions": 12}]


@pytest.mark.parametrize("evil", ["\x1b[2J\x7f\x9b\u202e\ud800\u0939"])
def test_hostile_text_reaches_no_terminal_as_it_is(evil: str) -> None:
    topics = tuple(replace(each, name=evil) for each in PROGRESS.topics)
    text = progress_json(replace(PROGRESS, topics=topics), "0.1.0")
    assert all(character == "\n" or " " <= character <= "~" for character in text)
    assert json.loads(text)["topics"][0]["name"] == evil
