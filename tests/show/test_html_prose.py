"""Texts of question files as elements."""

import pytest

from quizgen.show.html.markup import element, written
from quizgen.show.html.prose import labelled_lines, line, prose
from tests.show.pages import read


def _written(text: str) -> str:
    return written(element("div", *prose(text))).replace("\n", "")


def test_paragraphs_and_emphasis() -> None:
    assert _written("Which is **not** *so*?\n\nThink.") == (
        "<div><p>Which is <strong>not</strong> <em>so</em>?</p><p>Think.</p></div>"
    )
    assert line("a *b*") == ("a ", element("em", "b"))


def test_numbered_lines_keep_the_labels_as_typed() -> None:
    found = read(_written("I. First\nII. Second"))

    assert found.text == "I. FirstII. Second"
    assert len(found.all("li")) == 2
    assert {"class": "labelled", "role": "list"} in found.all("ul")


def test_a_label_stays_a_text() -> None:
    assert read(written(labelled_lines([("<b>", ["<i>"])]))).text == "<b> <i>"


def test_a_table_has_heads_over_its_columns_and_scrolls_in_a_box_of_its_own() -> None:
    found = read(_written("| Year | Joined |\n|---|---|\n| 2017 | India |"))

    assert found.all("th") == [{"scope": "col"}, {"scope": "col"}]
    assert len(found.all("td")) == 2
    assert found.all("div")[1] == {
        "class": "scroll",
        "role": "group",
        "aria-label": "Table",
        "tabindex": "0",
    }


def test_a_first_column_without_a_head_labels_its_rows() -> None:
    found = read(_written("|  | Place |\n|---|---|\n| I. | Simla |\n| II. | Lahore |"))

    assert [each["scope"] for each in found.all("th")] == ["col", "row", "row"]
    assert len(found.all("td")) == 3


@pytest.mark.parametrize("text", ["|  |  |\n|---|---|\n| I. | Simla |", "|  |\n|---|\n| Simla |"])
def test_a_table_without_heads_has_no_row_of_them(text: str) -> None:
    found = read(_written(text))

    assert found.all("thead") == []
    assert "Simla" in found.text
