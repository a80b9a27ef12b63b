"""What a candidate is shown of an item."""

import pytest

from tests.core.samples import question


def test_an_item_is_named_by_its_bank_and_its_id() -> None:
    assert question("simla").ref == "sample:simla"


def test_letters_are_given_by_place() -> None:
    shown = question("simla", options="dbca")
    assert [shown.letter(option) for option in "dbca"] == ["a", "b", "c", "d"]
    assert shown.option("c").text == "Option c of simla"


def test_an_option_that_is_not_there_has_no_letter() -> None:
    shown = question("simla")
    with pytest.raises(KeyError):
        shown.letter("e")
    with pytest.raises(KeyError):
        shown.option("e")
