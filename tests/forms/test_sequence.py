"""Entries to be put in order are mixed by the item's id, and keyed by their dates or ranks."""

from itertools import permutations

import pytest

from quizgen.core.item import Form, Why
from quizgen.forms.spec import EntrySpec
from tests.forms.making import codes, item, key, problems, sequence, texts

DATES = ("1999-02-21", "1966-01-10", "1972-07-02")
ENTRIES = tuple(
    EntrySpec(text=text, id=text.lower(), date=date)
    for text, date in zip(("Lahore", "Tashkent", "Simla"), DATES, strict=True)
)


def shown(stem: str) -> dict[str, str]:
    """The entries of a stem, by numeral."""
    lines = stem.split("\n\n")[1].splitlines()
    return dict(line.split(". ", 1) for line in lines)


def test_it_reads_as_upsc_prints_it() -> None:
    made = item(sequence(*DATES))
    lead, entries, closing = made.question.stem.split("\n\n")
    assert lead == "Consider the following events:"
    assert [line.partition(" ")[0] for line in entries.splitlines()] == ["I.", "II.", "III."]
    assert closing == "What is the correct chronological sequence of the above events?"
    assert made.question.form is Form.SEQUENCE
    assert not made.question.shuffle


@pytest.mark.parametrize("of", [3, 4])
def test_the_key_names_the_entries_from_the_first_to_the_last(of: int) -> None:
    dates = ("1999-02", "1966-01-10", "1972", "2001-06-15")[:of]
    spec = sequence(*dates)
    for number in range(30):
        made = item(sequence(*dates, id=f"it-{number}"))
        named = [shown(made.question.stem)[numeral] for numeral in key(made).split("-")]
        assert named == sorted(
            (entry.text for entry in spec.sequence), key=lambda text: dates[int(text[-1]) - 1]
        )


@pytest.mark.parametrize("of", [3, 4])
def test_four_orders_are_offered_each_once_in_natural_order(of: int) -> None:
    numerals = ("I", "II", "III", "IV")[:of]
    natural = ["-".join(order) for order in permutations(numerals)]
    for number in range(30):
        offered = texts(item(sequence(*("1966", "1972", "1999", "2001")[:of], id=f"it-{number}")))
        assert len(set(offered)) == 4
        assert sorted(offered, key=natural.index) == offered


def test_another_id_mixes_them_otherwise_and_the_same_as_before() -> None:
    orders = {
        tuple(shown(item(sequence(*DATES, id=f"it-{n}")).question.stem).values()) for n in range(60)
    }
    assert len(orders) == 6
    assert item(sequence(*DATES)) == item(sequence(*DATES))


def test_the_order_in_which_an_author_writes_them_changes_nothing() -> None:
    one = item(sequence(sequence=ENTRIES))
    other = item(sequence(sequence=ENTRIES[::-1]))
    assert one.question == other.question
    assert one.answer == other.answer
    assert one.answer.key == "tashkent>simla>lahore"


def test_they_may_be_kept_as_written() -> None:
    made = item(sequence(sequence=ENTRIES, shuffle=False))
    assert list(shown(made.question.stem).values()) == ["Lahore", "Tashkent", "Simla"]
    assert key(made) == "II-III-I"


def test_the_whys_stand_in_the_right_order_with_their_dates() -> None:
    entries = (
        EntrySpec(text="C", date="1999-02", why="Last."),
        EntrySpec(text="A", date="1966"),
        EntrySpec(text="B", date="1972-07-02", why=" Then. "),
    )
    made = item(sequence(sequence=entries, shuffle=False))
    assert made.answer.statements == (
        Why("II", True, "", "A: 1966."),
        Why("III", True, "Then.", "B: 2 July 1972."),
        Why("I", True, "Last.", "C: February 1999."),
    )


def test_a_why_that_begins_with_the_date_alone_says_it() -> None:
    entries = (
        EntrySpec(text="At Simla.", date="1972", why="1972, after the war."),
        EntrySpec(text="At Lahore.", date="1999", why="19991 people came."),
        EntrySpec(text="At Agra.", date="2001"),
    )
    made = item(sequence(sequence=entries, shuffle=False))
    assert [why.verdict for why in made.answer.statements] == [
        "At Simla:",
        "At Lahore: 1999.",
        "At Agra: 2001.",
    ]


def test_ranks_order_what_has_no_dates() -> None:
    closing = "What is the correct order of these cities from north to south?"
    made = item(sequence("3", "1", "2", "4", closing=closing, lead="Consider the cities:"))
    assert made.question.stem.startswith("Consider the cities:\n\n")
    assert made.question.stem.endswith(f"\n\n{closing}")
    named = [shown(made.question.stem)[numeral] for numeral in key(made).split("-")]
    assert named == ["Event 2", "Event 3", "Event 1", "Event 4"]
    assert [why.verdict for why in made.answer.statements] == [
        "First: Event 2.",
        "Second: Event 3.",
        "Third: Event 1.",
        "Fourth: Event 4.",
    ]


def test_without_ids_it_is_known_by_its_texts() -> None:
    entries = tuple(EntrySpec(text=entry.text, date=entry.date) for entry in ENTRIES)
    first = item(sequence(sequence=entries, id=""))
    again = item(sequence(sequence=entries[::-1], id=""))
    assert first.question.id.startswith("x-")
    assert first == again


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1972", "1972-07-02"),
        ("1972-07-02", "1972-07"),
        ("1972-07", "1972"),
    ],
)
def test_dates_that_may_be_the_same_day_order_nothing(first: str, second: str) -> None:
    (problem,) = problems(sequence("1966", first, second))
    assert (problem.code, problem.path) == ("QG127", ("sequence", 2, "date"))
    which = "which of `Event 2` and `Event 3` came first"
    assert problem.message == f"`{first}` and `{second}` leave open {which}"


@pytest.mark.parametrize(("first", "second"), [("1972-07", "1972-08"), ("1971", "1972-01-01")])
def test_partial_dates_that_are_apart_do(first: str, second: str) -> None:
    assert item(sequence("1966", first, second)).answer.key == "e1>e2>e3"


def test_equal_dates_name_both_entries_and_where_the_other_stands() -> None:
    (problem,) = problems(sequence("1966", "1972-07-02", "1972-07-02"))
    assert problem.message == "`Event 2` and `Event 3` have the same date, 1972-07-02"
    assert (problem.path, problem.other) == (("sequence", 2, "date"), ("sequence", 1, "date"))


def test_equal_dates_are_named_once_each() -> None:
    assert codes(sequence("1972", "1972", "1972")) == ["QG127", "QG127"]


def test_equal_ranks_order_nothing() -> None:
    (problem,) = problems(sequence("1", "2", "2", closing="In which order?"))
    assert (problem.code, problem.path) == ("QG127", ("sequence", 2, "rank"))
    assert problem.message == "`Event 2` and `Event 3` have the same rank, 2"
    assert problem.help == "give each its own"


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        (EntrySpec(text="C", date="1999", rank="3"), "QG126", "rank"),
        (EntrySpec(text="C", date="February 1999"), "QG110", "date"),
        (EntrySpec(text="C", date="1999-02-30"), "QG110", "date"),
        (EntrySpec(text="C", rank="third"), "QG126", "rank"),
        (EntrySpec(text="C", rank="2.5"), "QG126", "rank"),
        (EntrySpec(text="C", rank="3"), "QG126", "rank"),
        (EntrySpec(text="C"), "QG126", None),
        (EntrySpec(text=" ", date="1999"), "QG121", None),
        (EntrySpec(text="C", date="1999", id="No Id"), "QG111", "id"),
    ],
)
def test_a_slip_in_an_entry_is_named(entry: EntrySpec, code: str, field: str | None) -> None:
    (problem,) = problems(sequence(sequence=(*ENTRIES[:2], entry)))
    where = ("sequence", 2) if field is None else ("sequence", 2, field)
    assert (problem.code, problem.path) == (code, where)
    assert problem.message


def test_ranks_need_a_line_of_their_own_below() -> None:
    (problem,) = problems(sequence("1", "2", "3"))
    assert (problem.code, problem.path) == ("QG126", ("sequence",))
    assert "need `closing`" in problem.message


def test_what_else_is_refused() -> None:
    assert codes(sequence()) == ["QG115"]
    assert codes(sequence("1966", "1972")) == ["QG115"]
    assert codes(sequence("1966", "1972", "1999", "2001", "2005")) == ["QG115"]
    alike = (*ENTRIES, EntrySpec(text=" simla.", date="1972-07-02"))
    assert codes(sequence(sequence=alike)) == ["QG120"]
    assert codes(sequence(*DATES, id="No Id")) == ["QG111"]
    same = tuple(EntrySpec(text=name, date=f"200{name}", id="a" * (name < "3")) for name in "123")
    assert codes(sequence(sequence=same)) == ["QG109"]


def test_no_order_is_more_often_right_than_chance() -> None:
    """Over 600 questions, each letter, and the order as shown, is right about as often."""
    letters = dict.fromkeys("abcd", 0)
    as_shown = 0
    for number in range(600):
        made = item(sequence("1966", "1972", "1999", "2001", id=f"question-{number}"))
        letters[made.question.letter(made.answer.key)] += 1
        as_shown += key(made) == "I-II-III-IV"
    assert max(letters.values()) < 200
    assert as_shown < 60
