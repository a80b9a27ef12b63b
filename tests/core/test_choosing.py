"""Which codes a user wants to see."""

import pytest

from quizgen.core.catalogue import CATALOGUE
from quizgen.core.catalogue.choosing import UnknownCode, chosen, codes, titles
from quizgen.core.diagnostics import Severity


def test_without_a_choice_all_is_told_but_advice_and_all_if_strict() -> None:
    assert {CATALOGUE[code].severity for code in chosen()} == {Severity.ERROR, Severity.WARNING}
    assert chosen(strict=True) == frozenset(CATALOGUE)


def test_a_beginning_stands_for_all_codes_that_begin_so() -> None:
    assert chosen(["QG21"]) == {code for code in CATALOGUE if code.startswith("QG21")}
    assert chosen(["QG231", "QG107"]) == {"QG231", "QG107"}


def test_what_is_ignored_is_left_out_of_what_is_usual_and_of_what_is_selected() -> None:
    assert chosen() - chosen(ignore=["QG0", "QG201"]) == {
        code for code in CATALOGUE if code.startswith("QG0") or code == "QG201"
    }
    assert "QG231" not in chosen(ignore=["QG24"])
    assert chosen(["QG21"], ["QG214"]) == chosen(["QG21"]) - {"QG214"}
    assert chosen(strict=True) - chosen(ignore=["QG24"], strict=True) == chosen(["QG24"])


def test_the_longer_beginning_wins_and_of_equal_ones_ignoring() -> None:
    assert chosen(["QG214"], ["QG21"]) == {"QG214"}
    assert chosen(["QG2", "QG214"], ["QG21"]) == chosen(["QG2"]) - chosen(["QG21"]) | {"QG214"}
    assert chosen(["QG214"], ["QG214"]) == frozenset()


def test_codes_are_read_from_lists_in_any_case() -> None:
    assert codes(["QG21,qg107", " QG0 QG21"]) == ("QG21", "QG107", "QG0")
    assert codes([]) == codes([", "]) == ()


@pytest.mark.parametrize("text", ["QG999", "G107", "QG107x", "all"])
def test_a_code_that_none_begins_with_is_refused(text: str) -> None:
    with pytest.raises(UnknownCode) as refused:
        codes(["QG107", text])
    assert refused.value.message == f"there is no diagnostic `{text.upper()}`"
    assert f"Codes go from {min(CATALOGUE)} to {max(CATALOGUE)}" in refused.value.help


def test_what_was_probably_meant_is_said() -> None:
    with pytest.raises(UnknownCode) as refused:
        codes(["QGI07"])
    assert refused.value.help.startswith("did you mean `QG107`? ")


def test_codes_that_begin_alike_have_their_titles() -> None:
    found = titles(" qg21")
    assert list(found) == [code for code in CATALOGUE if code.startswith("QG21")]
    assert found["QG213"] == CATALOGUE["QG213"].title
    assert titles("QG9") == titles(" ") == {}
