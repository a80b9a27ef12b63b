"""Rules about options: what stands for others, ranges that overlap, the order of numbers."""

import pytest

from quizgen.bank.rules.quantities import overlap, read_date, read_range
from tests.bank.judged import asks, marked


@pytest.mark.parametrize(
    "option",
    ["All of the above", "all the above.", "All of these", "Both (a) and (b)", "(a) and (c) only"],
)
def test_an_option_that_stands_for_others_is_told(option: str) -> None:
    text = asks("Where did they meet?", "Bishkek", "Ufa", "Astana", option, answer="d")
    assert marked(text) == [("QG211", option)]


@pytest.mark.parametrize(
    "option",
    [
        "None of the above",
        "All India Radio",
        "All member states",
        "Ufa and Bishkek",
        "A and a half",
        "All",
    ],
)
def test_an_option_that_only_sounds_so_is_not(option: str) -> None:
    assert "QG211" not in dict(marked(asks("Where?", "Bishkek", "Ufa", "Astana", option)))


def test_coded_options_of_an_old_paper_may_say_all_of_the_above() -> None:
    assert (
        marked(asks("Which?", "1 only", "2 and 3 only", "1 and 3 only", "All of the above")) == []
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("0 to 10", "10 to 20", "20 to 30"), "10 to 20"),
        (("0-10 km", "5-15 km", "20-30 km"), "5-15 km"),
        (("less than 5", "5 to 10", "at least 10"), "at least 10"),
        (("under 10 %", "under 20 %", "under 30 %"), "under 20 %"),
        (("between 1 and 5", "between 4 and 8", "9"), "between 4 and 8"),
        (("5", "3 to 7", "8 to 9"), "3 to 7"),
        (("1947-1965", "1962-1971", "1972-1999"), "1962-1971"),
        (("5 or more", "6 or more", "7 or more"), "6 or more"),
    ],
)
def test_ranges_with_a_number_in_common_are_told_once(options: tuple[str, ...], said: str) -> None:
    assert [one for one in marked(asks("How many?", *options)) if one[0] == "QG213"] == [
        ("QG213", said)
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("0 to 9", "10 to 19", "20 to 29"),
        ("less than 5", "5 to 10", "more than 10"),
        ("up to 4", "5 to 9", "10 and more"),
        ("1947-1965", "1965-1971", "1971-1999"),
        ("2017-18", "2018-19", "2019-20"),
        ("10 km to 20 km", "15 miles to 30 miles", "40 km to 50 km"),
        ("5-0", "4-1", "3-2"),
        ("1-2-3", "2-1-3", "3-2-1"),
        ("9 to 11 states", "some to many states", "10 to 12 states"),
        ("1,000 to 1,999", "2,000 to 2,999", "3,000 to 3,999"),
        ("6", "8", "10"),
    ],
)
def test_ranges_that_only_touch_or_are_none_are_not(options: tuple[str, ...]) -> None:
    assert "QG213" not in dict(marked(asks("How many?", *options)))


def test_none_of_the_above_is_no_range() -> None:
    text = asks("How many?", "0 to 10", "10 to 20", "None of the above")
    assert [code for code, _ in marked(text)] == ["QG213"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("1996", "2003", "2001"), "2001"),
        (("12 %", "9 %", "30 %"), "9 %"),
        (("10 January 1966", "2 July 1972", "19 September 1960"), "19 September 1960"),
        (("July 1972", "January 1966", "February 1999"), "January 1966"),
        (("Rs 1,000", "Rs 500", "Rs 2,000"), "Rs 500"),
    ],
)
def test_numbers_and_dates_out_of_order_are_told_at_the_first(
    options: tuple[str, ...], said: str
) -> None:
    assert marked(asks("Which?", *options)) == [("QG233", said)]


@pytest.mark.parametrize(
    "options",
    [
        ("1996", "2001", "2003"),
        ("2003", "2001", "1996"),
        ("10 January 1966", "2 July 1972", "21 February 1999"),
        ("Ufa", "Bishkek", "Almaty"),
        ("2001", "1996"),
        ("12 km", "5 miles", "20 km"),
        ("Karachi in 1960", "Simla in 1972", "Lahore in 1950"),
    ],
)
def test_what_is_in_order_or_has_none_is_not(options: tuple[str, ...]) -> None:
    assert marked(asks("Which?", *options)) == []


def test_the_remedy_for_disorder_is_the_order() -> None:
    from tests.bank.judged import told

    (found,) = [one for one in told(asks("When?", "2001", "1996", "2003")) if one.code == "QG233"]
    assert found.help == "write them as: 1996, 2001, 2003; and mind `answer`"


def test_numbers_are_read_with_their_unit_and_their_open_ends() -> None:
    below, upwards = read_range("less than 10 km"), read_range("10 km or more")
    assert below
    assert upwards
    assert below.unit == upwards.unit == "km"
    assert not overlap(below, upwards)
    assert read_range("ten to twenty") is None
    assert read_range("20 to 10") is None
    years = read_range("2019-20")
    assert years
    assert (years.low, years.high) == (2019, 2020)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2 July 1972", (1972, 7, 2)),
        ("2nd July, 1972", (1972, 7, 2)),
        ("July 2, 1972", (1972, 7, 2)),
        ("Sept. 1960", (1960, 9, 0)),
        ("1972-07-02", (1972, 7, 2)),
        ("1972", (1972, 0, 0)),
        ("15 August", (0, 8, 15)),
        ("Simla 1972", None),
    ],
)
def test_dates_are_read_as_they_are_printed(text: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(text) == date
