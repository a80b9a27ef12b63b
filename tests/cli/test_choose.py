"""The questions a command chooses from a bank, where no other test of a command shows it."""

from pathlib import Path

import pytest
import typer

from quizgen.bank.errors import UnknownModel
from quizgen.cli.banks import NothingToAsk, open_bank
from quizgen.cli.choose import sampled
from quizgen.cli.options import past_day
from tests.bank.modelled import timeline


def test_samples_of_a_model_are_as_of_the_day(folder: Path) -> None:
    timeline(folder)  # an event a year, from 1950 to 1961
    with open_bank(None, [Path("events.yaml")]) as library:
        items = sampled(library, "events", 5, "1", "1955-12-31")
        assert len(items) == 5
        assert {fact for item in items for fact in item.question.facts} <= {
            f"event-{year}" for year in range(1950, 1956)
        }
        with pytest.raises(NothingToAsk, match="`events` makes no question as of that day"):
            sampled(library, "events", 5, "1", "1900-01-01")
        with pytest.raises(UnknownModel, match="`nobody`"):
            sampled(library, "nobody", 5, "1", None)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019-11-15", "2019-11-15"),
        (" 2019-11 ", "2019-11-30"),
        ("2016-02", "2016-02-29"),
        ("2019", "2019-12-31"),
    ],
)
def test_a_month_or_a_year_means_its_last_day(typed: str, day: str) -> None:
    assert past_day(typed) == day


def test_digits_of_other_scripts_are_no_date() -> None:
    with pytest.raises(typer.BadParameter, match="is no date"):
        past_day("\N{DEVANAGARI DIGIT TWO}019")
