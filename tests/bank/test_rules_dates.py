"""Rules about dates: counts that change, dates that are not said, answers out of date."""

import pytest

from quizgen.bank.limits import passed_on, read_limit
from quizgen.bank.loader import read_question_file
from tests.bank.judged import asks, marked, states, told

SIZES = ("6", "8", "9", "10")


@pytest.mark.parametrize(
    "question",
    [
        "How many members does the SCO have?",
        "How many member states are there in the SCO?",
        "What is the current number of observer states of the SCO?",
        "How many dialogue partners has the SCO now?",
        "The Convention has how many parties?",
        "What is the number of signatories?",
    ],
)
def test_a_count_of_members_of_today_without_a_date_is_told(question: str) -> None:
    assert [code for code, _ in marked(asks(question, *SIZES))] == ["QG215"]


def test_counts_in_words_are_numbers_too() -> None:
    text = asks("How many members does the SCO have?", "Six", "Eight", "Ten members")
    assert marked(text) == [("QG215", "How many members")]


@pytest.mark.parametrize(
    "question",
    [
        "How many founding members does the SCO have?",
        "How many permanent members does the Council have?",
        "How many members had the SCO when it was founded?",
        "In 2019, how many members does the SCO have?",
        "How many articles does the Charter have?",
        "How many states does the river flow through?",
        "How many years is the term of the members of the Council?",
    ],
)
def test_a_count_that_stays_or_says_its_year_is_not(question: str) -> None:
    assert marked(asks(question, *SIZES)) == []


def test_a_count_with_a_date_of_its_own_or_other_options_is_not() -> None:
    question = "How many members does the SCO have?"
    assert marked(asks(question, *SIZES, more="    until: 2030\n")) == []
    assert marked(asks(question, "More than the UN", "As many as the EU")) == []


def test_how_many_of_several_are_members_needs_a_date() -> None:
    text = states("+ India", "+ Iran", "- Turkey", about="the SCO", more="    ask: how-many\n")
    text = text.replace("about: the SCO", "lead: How many of the following are members of the SCO?")
    assert marked(text) == [("QG215", "are members")]
    assert marked(text.replace("are members", "were founding members")) == []
    assert marked(text.replace("of the SCO?", "of the SCO in 2019?")) == []


@pytest.mark.parametrize("as_of", ["2019", "2019-11", "2019-11-15"])
def test_a_date_whose_year_the_question_does_not_say_is_told(as_of: str) -> None:
    more = f"    as_of: {as_of}\n"
    assert marked(asks("Who is its head?", more=more)) == [("QG214", as_of)]
    assert marked(asks("In 2019, who was its head?", more=more)) == []


def test_the_year_may_be_said_by_subject_statement_or_row() -> None:
    more = "    as_of: 2019-11\n"
    two = ("+ It had eight members.", "- It was closed.")
    assert marked(states(*two, more=more)) == [("QG214", "2019-11")]
    assert marked(states(*two, about="the SCO in November 2019", more=more)) == []
    assert marked(states("+ In 2019 it had eight members.", two[1], more=more)) == []
    rows = (
        "questions:\n  - heads: State | Status in 2019\n    as_of: 2019-11\n    pairs:\n"
        "      - matched: India | Member\n      - matched: Iran | Observer\n"
    )
    assert marked(rows) == []
    assert marked(rows.replace(" in 2019", "")) == [("QG214", "2019-11")]


def test_a_year_in_the_options_is_not_said_by_the_question() -> None:
    text = asks("Since when?", "2018", "2019", more="    as_of: 2019\n")
    assert marked(text) == [("QG214", "2019")]


def test_a_date_for_the_whole_file_is_told_once() -> None:
    text = "as_of: 2019-11\n" + asks("Who is its head?") + asks("In 2019, who was its head?")[11:]
    assert marked(text) == [("QG214", "2019-11")]
    (found,) = [one for one in told(text) if one.code == "QG214"]
    assert "1 of 2 questions do not say 2019" in found.message
    assert marked("as_of: 2019-11\n" + asks("In 2019, who was its head?")) == []


@pytest.mark.parametrize(
    ("until", "day", "told_of"),
    [
        ("2024-07-04", "2024-07-03", False),
        ("2024-07-04", "2024-07-04", True),
        ("2024-07", "2024-06-30", False),
        ("2024-07", "2024-07-01", True),
        ("2024", "2024-01-01", True),
    ],
)
def test_an_answer_past_its_end_is_told_from_the_day_on(
    until: str, day: str, told_of: bool
) -> None:
    text = asks("Who is its head?", more=f"    until: {until}\n")
    assert marked(text, day) == ([("QG218", until)] if told_of else [])


def test_an_answer_past_its_end_that_says_its_date_is_asked_and_not_told() -> None:
    more = "    as_of: 2019\n    until: 2020\n"
    assert marked(asks("In 2019, who was its head?", more=more)) == []


def test_what_is_due_later_is_no_diagnostic_yet() -> None:
    read = read_question_file(asks("Who?", more="    until: 2040\n").encode(), "file.yaml")
    assert read.diagnostics == ()
    assert [one.due for one in read.due] == ["2040-01-01"]


@pytest.mark.parametrize(
    ("limit", "day", "told_of"),
    [
        ("18 months", "2021-05-30", False),
        ("18 months", "2021-05-31", True),
        ("2 years", "2021-11-30", False),
        ("2 years", "2021-12-01", True),
        ("90 days", "2020-02-28", False),
        ("90 days", "2020-02-29", True),
        ("1 week", "2019-12-08", True),
    ],
)
def test_an_answer_is_too_old_from_the_day_after_the_limit(
    limit: str, day: str, told_of: bool
) -> None:
    text = asks("In 2019, who was its head?", more="    as_of: 2019-11\n")
    assert marked(f"stale_after: {limit}\n{text}", day) == (
        [("QG219", "2019-11")] if told_of else []
    )


def test_a_year_that_no_calendar_has_is_never_too_old() -> None:
    text = asks("In 0000, who was its head?", more="    as_of: '0000'\n")
    assert marked(f"stale_after: 1 day\n{text}", "2099") == []


def test_without_a_limit_or_a_date_nothing_is_too_old() -> None:
    assert marked(asks("In 2019, who was its head?", more="    as_of: 2019-11\n"), "2099") == []
    assert marked("stale_after: 1 day\n" + asks("Who was its head?"), "2099") == []


@pytest.mark.parametrize("limit", ["soon", "18", "months", "0 days", "1.5 years", "-1 year"])
def test_a_limit_that_is_none_is_an_error_of_the_file_alone(limit: str) -> None:
    text = f"stale_after: {limit}\n" + asks("Who was its head?")
    read = read_question_file(text.encode(), "file.yaml")
    assert [(one.code, one.span.line) for one in read.diagnostics] == [("QG106", 1)]
    assert len(read.items) == 1


def test_a_month_later_is_the_last_day_of_a_shorter_month() -> None:
    month = read_limit("1 month")
    assert month
    assert passed_on("2024-01-31", month) == "2024-03-01"
    assert passed_on("2023-12", month) == "2024-02-01"


def test_a_limit_past_the_end_of_the_calendar_is_never_reached() -> None:
    for text in ("9999 years", "9999 days"):
        limit = read_limit(text)
        assert limit
        assert passed_on("9998-06", limit) == "9999-12-31"


MODEL = """\
stale_after: 1 year
facts:
  charter:
    - id: signed
      correct: It was signed in 2002.
    - id: founding
      incorrect: It was signed on the day on which the organisation was founded.
      until: 2030-05
    - id: force
      correct: It came into force in 2003.
      until: 2031
    - id: superiority
      incorrect: It lets members seek military superiority in neighbouring areas.
models:
  - id: charter
    topic: SCO institutions
    statements: charter
    about: the Charter of the SCO
    as_of: 2028-06
    until: 2032
"""


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2029-06-30", []),
        ("2029-07-01", [("QG219", "2028-06")]),
        ("2030-05-01", [("QG220", "2030-05"), ("QG219", "2028-06")]),
        ("2031-01-01", [("QG220", "2030-05"), ("QG220", "2031"), ("QG219", "2028-06")]),
    ],
)
def test_models_and_their_statements_grow_old_too(day: str, codes: list[tuple[str, str]]) -> None:
    assert marked(MODEL, day) == codes


def test_a_model_past_its_end_is_told() -> None:
    assert ("QG218", "2032") in marked(MODEL, "2032-01-01")


MEMBERS = """\
facts:
  status:
    - {id: china-member, entity: China, category: member, since: 2001-06-15}
    - {id: russia-member, entity: Russia, category: member, since: 2001-06-15}
    - {id: mongolia-observer, entity: Mongolia, category: observer, since: 2004-06-17}
    - {id: iran-observer, entity: Iran, category: observer, since: 2005, until: 2023-07-04}
    - {id: iran-member, entity: Iran, category: member, since: 2023-07-04}
    - {id: belarus-member, entity: Belarus, category: member, since: 2024-07-04}
models:
  - id: sco
    membership: status
    of: the SCO
    as_of: 2025-09-01
    categories:
      - {id: member, one: a member, many: members}
      - {id: observer, one: an observer, many: observers}
    forms: [which, how-many]
"""


def test_who_has_left_a_membership_is_history() -> None:
    assert marked(MEMBERS) == []
