"""Questions with options: the key, the whys, and which options may move."""

import pytest

from quizgen.core.chance import fingerprint
from quizgen.core.item import Form, Why
from quizgen.forms.shared import Setting
from quizgen.forms.spec import OptionSpec, SourceSpec
from tests.forms.making import choice, codes, item, key, problems, texts

PLACES = ("Karachi", "Simla", "Lahore", "Tashkent")
RIGHT = OptionSpec(right="Karachi", why="There.")
WRONG = OptionSpec(wrong="Simla", why="In 1972.")


def test_options_with_their_whys() -> None:
    made = item(choice(WRONG, RIGHT, OptionSpec(wrong="Lahore", id="lhr")))
    assert key(made) == "Karachi"
    assert made.question.form is Form.DIRECT
    assert made.question.shuffle
    assert made.answer.options == (
        Why(fingerprint("Simla"), False, "In 1972."),
        Why(fingerprint("Karachi"), True, "There."),
    )
    assert made.question.options[2].id == "lhr"


@pytest.mark.parametrize("answer", ["b", "B", "(b)", "b.", "Simla", " Simla "])
def test_a_list_and_its_answer(answer: str) -> None:
    assert key(item(choice(*PLACES, answer=answer))) == "Simla"


def test_an_option_may_be_called_by_a_letter() -> None:
    assert key(item(choice("C", "B", "A", answer="A"))) == "A"


def test_options_as_mappings_with_a_text_and_an_answer() -> None:
    made = item(choice(OptionSpec(text="Karachi", why="Yes."), "Simla", answer="a"))
    assert key(made) == "Karachi"
    assert made.answer.options == (Why(fingerprint("Karachi"), True, "Yes."),)


def test_the_item_is_the_same_in_whatever_order_its_options_stand() -> None:
    one = item(choice(*PLACES, id="", answer="Simla")).question
    other = item(choice(*PLACES[::-1], id="", answer="Simla")).question
    assert one.id.startswith("x-")
    assert (one.ref, one.fingerprint) == (other.ref, other.fingerprint)
    changed = item(choice("Ufa", *PLACES[1:], id="", answer="Simla")).question
    assert changed.fingerprint != one.fingerprint


@pytest.mark.parametrize(
    "text",
    ["None of the above", "All of these", "Neither of the two", "Both treaties", "None", "All."],
)
def test_none_all_neither_and_both_keep_their_place(text: str) -> None:
    made = item(choice("Karachi", "Simla", text, answer="a"))
    assert [option.pinned for option in made.question.options] == [False, False, True]
    assert made.question.shuffle


def test_words_that_only_begin_alike_move() -> None:
    made = item(choice("Nonexistent", "Allahabad", "All India Radio", answer="a"))
    assert not any(option.pinned for option in made.question.options)


@pytest.mark.parametrize(
    "options",
    [
        ("1996", "2001", "2003", "2017"),
        ("2 July 1972", "4 June 2001", "21 February 1999", "10 January 1966"),
        ("July 1972", "June 2001"),
        ("June 4, 2001", "July 2, 1972"),
        ("5%", "10.5 per cent", "1,000", "None of the above"),
        ("1971-72", "1999-2000"),
        ("I only", "II only", "Both I and II", "Neither I nor II"),
        ("1 and 2 only", "2 and 3 only", "1, 2 and 3", "None"),
        ("Karachi", "Simla", "Both (a) and (b)"),
        ("Karachi", "Simla", "Neither A nor B"),
    ],
)
def test_numbers_dates_codes_and_letters_stay_in_order(options: tuple[str, ...]) -> None:
    assert not item(choice(*options, answer="a")).question.shuffle


@pytest.mark.parametrize(
    "options", [("1972", "In 1972 and 1999"), ("I only", "India"), ("May", "Mayo")]
)
def test_options_of_which_only_some_are_numbers_move(options: tuple[str, ...]) -> None:
    assert item(choice(*options, answer="a")).question.shuffle


def test_the_author_may_keep_them_in_order() -> None:
    assert not item(choice(*PLACES, answer="a", shuffle=False)).question.shuffle


def test_a_source_is_printed_with_its_year() -> None:
    sources: dict[str, str | SourceSpec] = {
        "lahore": SourceSpec(title="The Lahore  Declaration", date="1999-02-21"),
        "b": "Book",
    }
    setting = Setting("notes", sources)

    def printed(source: str) -> tuple[str, str]:
        answer = item(choice(*PLACES, answer="a", source=source), setting).answer
        return answer.source, answer.document

    assert printed("lahore") == ("The Lahore Declaration, 1999", "The Lahore Declaration")
    assert printed("b") == ("Book", "Book")
    assert printed("Class notes") == ("Class notes", "Class notes")
    assert printed("") == ("", "")
    titled = Setting("notes", {"t": SourceSpec(title="The Treaty 1960", date="1960-09-19")})
    assert item(choice(*PLACES, answer="a", source="t"), titled).answer.source == "The Treaty 1960"
    undated = Setting("notes", {"x": SourceSpec(title="X")})
    assert item(choice(*PLACES, answer="a", source="x"), undated).answer.source == "X"


def test_the_shared_fields_arrive() -> None:
    spec = choice(
        *PLACES, answer="a", topic="pacts", as_of="2019-11", until="2020-02-29", locator="page 3"
    )
    made = item(spec)
    assert (made.question.topic, made.question.as_of) == ("pacts", "2019-11")
    assert (made.answer.until, made.answer.locator) == ("2020-02-29", "page 3")


@pytest.mark.parametrize("date", ["19", "2019-13", "2019-02-30", "2019-02-29", "1900-02-29", "May"])
def test_what_is_no_date_is_refused(date: str) -> None:
    (problem,) = problems(choice(*PLACES, answer="a", as_of=date))
    assert problem.code == "QG110"
    assert f"`{date}`" in problem.message


@pytest.mark.parametrize("date", ["2019", "2019-11", "2019-11-22", "2020-02-29", "2000-02-29"])
def test_years_months_and_days_are_dates(date: str) -> None:
    assert item(choice(*PLACES, answer="a", until=date)).answer.until == date


@pytest.mark.parametrize(
    ("options", "fields", "code"),
    [
        (("Karachi",), {"answer": "a"}, "QG108"),
        ((), {"answer": "a"}, "QG108"),
        (("a1", "b1", "c1", "d1", "e1", "f1"), {"answer": "a"}, "QG108"),
        (PLACES, {}, "QG113"),
        (PLACES, {"answer": "e"}, "QG112"),
        (PLACES, {"answer": "Ufa"}, "QG112"),
        ((RIGHT, WRONG, "simla."), {}, "QG107"),
        ((RIGHT, OptionSpec(right="Ufa")), {}, "QG114"),
        ((RIGHT, WRONG), {"answer": "b"}, "QG117"),
        ((WRONG, OptionSpec(wrong="Ufa")), {"answer": "a"}, "QG117"),
        ((RIGHT, OptionSpec(why="Nothing.")), {}, "QG121"),
        ((RIGHT, " "), {}, "QG121"),
        ((RIGHT, OptionSpec(wrong="Ufa", right="Ufa")), {}, "QG103"),
        ((RIGHT, OptionSpec(wrong="Ufa", id="U fa")), {}, "QG111"),
        ((OptionSpec(right="A1", id="x"), OptionSpec(wrong="B1", id="x")), {}, "QG109"),
        (PLACES, {"answer": "a", "question": " "}, "QG121"),
        (PLACES, {"answer": "a", "id": "~x"}, "QG111"),
    ],
)
def test_what_is_wrong_has_its_code(
    options: tuple[str | OptionSpec, ...], fields: dict[str, str], code: str
) -> None:
    assert codes(choice(*options, **fields)) == [code]


@pytest.mark.parametrize(
    ("options", "named"), [(("Ufa", "Goa"), "(a) and (b)"), (PLACES, "(a) to (d)")]
)
def test_an_answer_past_the_options_is_told_which_there_are(
    options: tuple[str, ...], named: str
) -> None:
    (problem,) = problems(choice(*options, answer="e"))
    assert problem.message == f"option (e) is the answer, but there are options {named}"


def test_all_problems_are_named_at_once() -> None:
    spec = choice("Ufa", "ufa", answer="e", as_of="soon", id="A B")
    assert codes(spec) == ["QG111", "QG110", "QG107", "QG112"]


def test_both_places_of_a_contradiction_are_named() -> None:
    (problem,) = problems(choice(RIGHT, WRONG, answer="b"))
    assert problem.message == "the answer is option (b), but option (a) is written as right"


def test_options_are_one_line_each() -> None:
    assert texts(item(choice("Karachi\n city", "Simla", answer="a"))) == ["Karachi city", "Simla"]
