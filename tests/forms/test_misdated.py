"""What is said of a text that is no date."""

import pytest

from quizgen.forms.misdated import date_problem


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("18.6.1951", "1951-06-18"),
        ("18/06/1951", "1951-06-18"),
        ("18-6-1951", "1951-06-18"),
        ("18 June 1951", "1951-06-18"),
        ("18th June, 1951", "1951-06-18"),
        ("18-Jun-1951", "1951-06-18"),
        ("June 18, 1951", "1951-06-18"),
        ("1951/6/18", "1951-06-18"),
        ("1951-6-18", "1951-06-18"),
        ("June 1951", "1951-06"),
        ("Sept. 1951", "1951-09"),
        ("6/1951", "1951-06"),
        (" 18.6.1951 ", "1951-06-18"),
    ],
)
def test_a_date_in_another_form_is_shown_as_it_is_written_here(text: str, meant: str) -> None:
    assert date_problem(("date",), text).help == f"write it as `{meant}`"


@pytest.mark.parametrize(
    "text", ["soon", "32.6.1951", "18.13.1951", "1951-06-31", "18.6.51", "1951-6-31"]
)
def test_what_is_none_in_any_form_has_the_forms_shown(text: str) -> None:
    problem = date_problem(("sequence", 1, "date"), text)
    assert (problem.code, problem.path) == ("QG110", ("sequence", 1, "date"))
    assert problem.help == "write a year, a month or a day: 2019, 2019-11 or 2019-11-22"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1951-06-31", "June has 30 days"),
        ("1951-02-29", "February 1951 has 28 days"),
        ("1952-02-30", "February 1952 has 29 days"),
        ("1951-13", "a year has 12 months"),
        ("1951-00-01", "a year has 12 months"),
        ("soon", ""),
    ],
)
def test_the_calendar_is_named_where_it_is_the_reason(text: str, why: str) -> None:
    assert date_problem(("date",), text).why == why
