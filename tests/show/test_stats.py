"""What `quizgen list --stats` shows."""

from quizgen.core.mix import MIXES, STYLE
from quizgen.show.stats import ModelRow, Statistics, statistics
from tests.golden_files import assert_golden
from tests.show.exhibits import shown

PAGE = Statistics(
    forms=(("D", 17), ("S2", 22), ("SN", 20), ("H", 26), ("A2", 10), ("Q", 1)),
    mix=MIXES[STYLE],
    style=STYLE,
    difficulties=(("easy", 30), ("medium", 50), ("", 16)),
    topics=(("treaty-dates", 90), ("", 6)),
    tags=(("beyond", 40),),
    documents=(("One paper", 60), ("", 36)),
    models=(
        ModelRow("agreements", "treaty dates", 41, 12_345),
        ModelRow("events", "treaty dates", 71, 1_000_000),
    ),
)


def test_the_page_in_tables_and_in_sentences() -> None:
    assert_golden("show/stats_80.txt", shown(statistics(PAGE)))
    assert_golden("show/stats_plain.txt", shown(statistics(PAGE, plain=True)))


def test_a_bank_without_questions_or_models_is_told_as_it_is() -> None:
    nothing = Statistics((), MIXES[STYLE], STYLE, (), (), (), (), ())
    assert shown(statistics(nothing)).startswith("0 written questions\n")
    assert "Item model" not in shown(statistics(nothing))
