"""What is printed around facts: the lines of a question, and what its explanation says."""

from dataclasses import replace

from quizgen.core.item import Item
from quizgen.forms.models.pool import spec_as
from quizgen.forms.models.spec import AttributesModel, RowFact
from tests.forms.models.pools import (
    AGREEMENTS,
    COLUMNS,
    EVENTS,
    MEMBERS,
    STATEMENTS,
    TIMELINE,
    item,
    model,
)
from tests.forms.models.small import LINE, SET, said


def key(made_item: Item) -> str:
    return made_item.question.option(made_item.answer.key).text


def whys(made_item: Item) -> dict[str, str]:
    """What is said of each option, by its text."""
    return {made_item.question.option(why.label).text: why.text for why in made_item.answer.options}


def told(made_item: Item, name: str) -> str:
    """Verdict and why of the row or entry with that name."""
    (line,) = [line for line in made_item.question.stem.splitlines() if name in line]
    numeral = line.replace("|", " ").split()[0].rstrip(".")
    (why,) = [why for why in made_item.answer.statements if why.label == numeral]
    return f"{why.verdict} {why.text}".strip()


def lines(made_item: Item) -> tuple[str, str]:
    """The first and the last line of a stem."""
    stem = made_item.question.stem.splitlines()
    return stem[0], stem[-1]


def test_the_columns_of_a_table_are_asked_in_the_words_of_their_author() -> None:
    found = item(AGREEMENTS, "agreements~value.date:simla+indus+lahore+reactors")
    assert found.question.stem == "When was the Simla Agreement signed?"
    assert [option.text for option in found.question.options] == [
        "19 September 1960",
        "2 July 1972",
        "31 December 1988",
        "21 February 1999",
    ]
    assert not found.question.shuffle
    found = item(AGREEMENTS, "agreements~name.date:simla+indus+lahore+reactors")
    assert found.question.stem == "Which one of the following was signed on 2 July 1972?"
    assert key(found) == "Simla Agreement"


def test_a_wrong_value_is_told_whose_it_is_and_a_wrong_name_what_is_its_own() -> None:
    found = item(AGREEMENTS, "agreements~value.date:simla+indus+lahore+reactors")
    assert whys(found) == {
        "19 September 1960": "Indus Waters Treaty.",
        "2 July 1972": "It came after the talks of 1972.",
        "21 February 1999": "Lahore Declaration.",
        "31 December 1988": "Nuclear Pact.",
    }
    found = item(AGREEMENTS, "agreements~name.date:simla+indus+lahore+reactors")
    assert whys(found) == {
        "Indus Waters Treaty": "19 September 1960.",
        "Simla Agreement": "It came after the talks of 1972.",
        "Lahore Declaration": "21 February 1999.",
        "Nuclear Pact": "31 December 1988.",
    }


def test_a_column_without_a_statement_explains_itself() -> None:
    spec = replace(spec_as(AGREEMENTS, AttributesModel), columns=COLUMNS[2:], forms=())
    of = model(
        spec,
        [replace(fact, values={"offices": fact.values["offices"]}, whys={}) for fact in _rows()],
    )
    found = item(of, "agreements~pairs.offices:indus+lahore.simla+tashkent")
    assert told(found, "Lahore Declaration") == (
        "Not matched; correct: Prime Ministers. It came after the talks of 1999. "
        "Simla Agreement: Prime Minister and President."
    )


def test_values_of_two_columns_are_told_together() -> None:
    found = [
        told(
            item(AGREEMENTS, f"agreements~how-many-rows.date.place:indus+simla.{other}+tashkent"),
            "Simla Agreement",
        )
        for other in ("lahore", "missiles", "reactors", "liaquat")
    ]
    assert (
        "Not matched; correct: 2 July 1972; Simla. It came after the talks of 1972. "
        "Lahore Declaration: 21 February 1999; Lahore."
    ) in found


def test_braces_in_a_name_stay_as_they_are() -> None:
    of = model(
        AGREEMENTS.spec, [replace(fact, name=f"{fact.name} {{value}} %s") for fact in _rows()]
    )
    found = item(of, "agreements~value.date:simla+indus+lahore+reactors")
    assert found.question.stem == "When was the Simla Agreement {value} %s signed?"


def _rows() -> list[RowFact]:
    return [fact for fact in AGREEMENTS.facts if isinstance(fact, RowFact)]


def test_the_subject_of_statements_may_be_left_out_or_have_commas() -> None:
    facts = [
        said(n, **{"correct": "", "incorrect": f"It is {n}."} if n > 2 else {}) for n in range(6)
    ]
    for about, asked in (
        ("", "Which one of the following statements is correct?"),
        ("the SCO", "Which one of the following statements about the SCO is correct?"),
        ("A, now B", "Which one of the following statements about A, now B, is correct?"),
    ):
        of = model(replace(SET, about=about), facts)
        assert item(of, "m~direct:s1+s3+s4+s5").question.stem == asked


def test_the_subject_of_a_timeline_may_be_left_out() -> None:
    name = "m~earliest:indus-date+agra-date+pow-date+simla-date"
    assert item(model(LINE, EVENTS), name).question.stem == (
        "Which one of the following took place earliest?"
    )
    assert item(model(replace(LINE, about="the two states"), EVENTS), name).question.stem == (
        "With reference to the two states, which one of the following took place earliest?"
    )


def test_the_group_is_the_subject() -> None:
    found = item(STATEMENTS, "sco-statements~which.charter:said-1+said-5")
    assert found.question.stem.startswith("With reference to the Charter of the SCO, consider")


def test_a_size_is_explained_by_who_they_were_and_who_came_last() -> None:
    found = item(MEMBERS, "sco-members~size@2019-11-15:member")
    assert found.answer.explanation == (
        "The member states then were China, India, Kazakhstan, Kyrgyzstan, Pakistan, Russia, "
        "Tajikistan and Uzbekistan. India and Pakistan became member states on 9 June 2017. "
        "It was admitted at Astana."
    )
    assert found.question.facts == (
        "sco-members-size-member",
        "sco-india-member",
        "sco-pakistan-member",
    )
    left = item(MEMBERS, "sco-members~size@2018-01-01:observer")
    assert left.answer.explanation == (
        "The observers then were Afghanistan, Belarus, Iran and Mongolia. "
        "India and Pakistan ceased to be observers on 9 June 2017."
    )


def test_a_size_of_which_all_came_at_once_names_them_once() -> None:
    found = item(MEMBERS, "sco-members~size@2025-09-30:partner")
    assert found.answer.explanation == (
        "The partners then were Afghanistan, Armenia, Cambodia, Egypt, Laos, Mongolia, Nepal, "
        "Qatar, Sri Lanka and Turkiye. All of them became partners on 1 September 2025."
    )


def test_what_is_counted_is_asked_below_it_and_never_by_a_code() -> None:
    found = item(TIMELINE, "relations~how-many-before:simla-date+agra-date+indus-date+pow-date")
    assert lines(found) == (
        "With reference to relations between India and Pakistan, consider the following events:",
        "How many of the above took place before the signing of the Simla Agreement?",
    )
    plain = item(model(LINE, EVENTS), "m~how-many-before:simla-date+agra-date+indus-date+pow-date")
    assert lines(plain)[0] == "Consider the following events:"
    name = "sco-china-member+sco-india-observer+sco-iran-observer"
    found = item(MEMBERS, f"sco-members~how-many.observer@2010-01-01:{name}")
    assert lines(found) == (
        (
            "With reference to the Shanghai Cooperation Organisation (SCO) as of 1 January 2010, "
            "consider the following:"
        ),
        "How many of the above were observers?",
    )


def test_a_table_has_its_subject_above_it() -> None:
    pairs = item(AGREEMENTS, "agreements~pairs.date:indus+lahore+simla")
    rows = item(AGREEMENTS, "agreements~how-many-rows.date.place:indus+lahore+simla")
    about = "With reference to agreements between India and Pakistan, consider the following"
    assert lines(pairs)[0] == f"{about} pairs:"
    assert lines(rows)[0] == f"{about} information:"
    plain = model(replace(spec_as(AGREEMENTS, AttributesModel), about=""), AGREEMENTS.facts)
    assert lines(item(plain, pairs.question.id))[0] == "Consider the following pairs:"


def test_a_year_that_is_shown_is_not_said_again() -> None:
    found = item(TIMELINE, "relations~pairs:indus-date+pow-date.agra-date+tashkent-date.simla-date")
    assert told(found, "Indus Waters") == "Correctly matched. On 19 September. At Karachi."
    assert told(found, "Tashkent") == (
        "Not matched; correct: 10 January 1966. Shastri died there the night after. "
        "1972: the signing of the Simla Agreement."
    )
    assert told(found, "prisoners") == "Not matched; correct: August 1973. 2001: the Agra summit."
    found = item(TIMELINE, "relations~pairs:agra-date+boundary-date+siachen-date.indus-date")
    assert told(found, "Agra") == "Correctly matched. In July."
    assert told(found, "boundary") == "Correctly matched."
    assert told(found, "Siachen") == (
        "Not matched; correct: 1984. 1960: the signing of the Indus Waters Treaty."
    )
    found = item(TIMELINE, "relations~year:tashkent-date+agra-date+siachen-date+simla-date")
    assert whys(found) == {
        "1966": "On 10 January. Shastri died there the night after.",
        "1972": "The year of the signing of the Simla Agreement (2 July).",
        "1984": "The year of the occupation of Siachen.",
        "2001": "The year of the Agra summit (July).",
    }


def test_a_status_that_is_shown_is_not_said_again() -> None:
    names = "sco-belarus-observer.member+sco-india-member+sco-nepal-dialogue.observer"
    found = item(MEMBERS, f"sco-members~pairs@2019-11-15:{names}")
    assert told(found, "India") == (
        "Correctly matched. Since 9 June 2017. It was admitted at Astana."
    )
    assert (
        told(found, "Belarus")
        == "Not matched; correct: Observer from 10 July 2015 until 4 July 2024."
    )
    assert (
        told(found, "Nepal")
        == "Not matched; correct: Dialogue partner from 2016 until 1 September 2025."
    )
    names = "sco-china-member+sco-india-member+sco-iran-observer"
    found = item(MEMBERS, f"sco-members~which.member@2019-11-15:{names}")
    assert told(found, "China") == "Since 15 June 2001."
    assert told(found, "Iran") == "An observer from 5 July 2005 until 4 July 2023."
    names = "sco-iran-member+sco-belarus-member+sco-china-member+sco-india-member"
    found = item(MEMBERS, f"sco-members~joined:{names}")
    assert whys(found)["2023"] == "On 4 July."
