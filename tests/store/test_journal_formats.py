"""Journals of every format there ever was stay readable: these files are never made anew."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from quizgen.core.events import Level
from quizgen.core.marking import Outcome
from quizgen.store.journal import FORMAT, read
from tests.store.making import all_responses, opened

JOURNALS = Path(__file__).with_name("journals")


@pytest.fixture
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    shutil.copytree(JOURNALS / request.param, tmp_path / "attempts")
    return tmp_path


def test_every_format_up_to_the_present_one_is_kept() -> None:
    assert {folder.name for folder in JOURNALS.glob("format-*")} == {
        f"format-{number}" for number in range(1, FORMAT + 1)
    }
    for path in JOURNALS.rglob("*.jsonl"):
        assert read(path).header.id == path.stem


@pytest.mark.parametrize("home", ["format-1"], indirect=True)
def test_a_mock_of_format_1_tells_what_it_told_then(home: Path) -> None:
    with opened(home) as history:
        assert history.passed_over() == []
        (sat,) = [each for each in history.attempts() if each.kind == "mock"]
        assert (sat.id, sat.title) == ("20231114-221320-3fa2", "Treaty dates")
        assert (sat.right, sat.wrong, sat.unanswered, sat.void) == (2, 1, 1, 0)
        assert (sat.marks, sat.maximum, sat.spent_ms) == (Fraction(10, 3), Fraction(8), 50_500)
        found = list(history.responses(sat.id))
    assert [each.item for each in found] == [
        "dates:simla-who-and-when",
        "dates:indus-signed-where",
        "dates:sco-created",
        "dates:lahore-how-many",
    ]
    assert [each.outcome for each in found] == [
        Outcome.WRONG,
        Outcome.RIGHT,
        Outcome.UNANSWERED,
        Outcome.RIGHT,
    ]
    assert [each.certainty for each in found] == [Level.SURE, Level.UNSURE, None, Level.GUESS]
    assert [each.spent_ms for each in found] == [12_000, 21_000, 5_000, 12_500]
    # The pause and the sleep of the machine passed no exam time, yet time of day.
    assert [each.at_ms - sat.started_ms for each in found] == [5_000, 33_000, 150_500, 150_000]
    assert {each.pace_ms for each in found} == {72_000}
    assert found[0].facts == ("simla-1972", "simla-signatories")
    assert found[0].fingerprint == "554021ce9751"


@pytest.mark.parametrize("home", ["format-1"], indirect=True)
def test_a_practice_of_format_1_tells_what_it_told_then(home: Path) -> None:
    with opened(home) as history:
        (sat,) = [each for each in history.attempts() if each.kind == "practice"]
        assert (sat.questions, sat.right, sat.wrong, sat.unanswered) == (3, 1, 1, 1)
        assert sat.marks == Fraction(4, 3)
        found = list(history.responses(sat.id))
        assert [each.number for each in found] == [1, 2, 3]
        assert [each.pace_ms for each in found] == [None, None, None]
        assert history.missed()[0].item == "dates:indus-signed-where"
        assert history.missed()[0].sure_but_wrong


@pytest.mark.parametrize("home", ["format-2"], indirect=True)
def test_a_practice_of_format_2_tells_which_facts_were_misjudged(home: Path) -> None:
    with opened(home) as history:
        found = all_responses(history)
    assert [each.certainty for each in found] == [Level.SURE, Level.GUESS]
    for each in found:
        assert each.outcome is Outcome.WRONG
        failed = {review.fact for review in each.reviews}
        assert failed < set(each.facts)
