"""Elements are safe by construction: a text stays a text, and nothing else can be written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.show.html.markup import ATTRIBUTES, ELEMENTS, Element, element, written
from tests.show.pages import read


def test_an_element_is_written_with_its_attributes_and_children() -> None:
    link = element("a", "Question ", element("em", "3"), href="#q3", class_="near", aria_label="x")

    assert written(link) == '<a href="#q3" class="near" aria-label="x">Question <em>3</em></a>'
    assert written(element("meta", charset="utf-8")) == '<meta charset="utf-8">\n'


def test_numbers_are_written_short_and_none_leaves_an_attribute_out() -> None:
    drawn = element("rect", x=1 / 3, width=float(Fraction(1, 2)), height=7, fill=None)

    assert written(drawn) == '<rect x="0.333333" width="0.5" height="7"></rect>\n'


def test_text_is_escaped_in_children_and_attributes() -> None:
    hostile = '<script>"it\'s" & more</script>'
    found = read(written(element("p", hostile, aria_label=hostile)))

    assert found.tags == [("p", {"aria-label": hostile})]
    assert found.text == hostile


def test_what_must_not_reach_a_terminal_reaches_no_page_either() -> None:
    assert (
        written(element("p", "a\x00\x1b[2J\u202eb\ud800"))
        == "<p>a\ufffd\ufffd[2J\ufffdb\ufffd</p>\n"
    )


@pytest.mark.parametrize(
    "name", ["script", "img", "iframe", "link", "object", "form", "P", "p x", ""]
)
def test_other_elements_are_never_written(name: str) -> None:
    with pytest.raises(ValueError, match="never written"):
        element(name)


@pytest.mark.parametrize(
    "name", ["onclick", "style", "src", "srcdoc", "action", "xlink_href", "x>"]
)
def test_other_attributes_are_never_written(name: str) -> None:
    with pytest.raises(ValueError, match="never written"):
        element("p", **{name: "x"})


@pytest.mark.parametrize("target", ["https://example.org", "javascript:alert(1)", "//x", "", " #x"])
def test_a_link_leads_nowhere_but_on_the_page(target: str) -> None:
    with pytest.raises(ValueError, match="a place on the page"):
        element("a", "there", href=target)


def test_a_style_sheet_is_not_escaped_and_cannot_end_early() -> None:
    assert written(element("style", 'a > b { content: "&" }')) == (
        '<style>a > b { content: "&" }</style>\n'
    )
    for sheet in ("</style><script>", element("p")):
        with pytest.raises(ValueError, match="style sheet"):
            element("style", sheet)


@given(st.text(), st.text())
def test_any_text_comes_back_as_itself_or_cleaned(text: str, value: str) -> None:
    found = read(written(element("p", text, aria_label=value)))

    assert [name for name, _ in found.tags] == ["p"]
    assert list(found.tags[0][1]) == ["aria-label"]
    assert found.strange == []


def test_there_is_no_way_round_the_rules() -> None:
    with pytest.raises(ValueError, match="never written"):
        Element("script", (), ("alert(1)",))


def test_nothing_listed_runs_or_loads() -> None:
    assert not ELEMENTS & {"script", "img", "iframe", "link", "object", "embed", "base", "image"}
    assert not ATTRIBUTES & {"src", "style", "srcset", "action", "background", "xlink:href"}
    assert not any(name.startswith("on") for name in ATTRIBUTES)
