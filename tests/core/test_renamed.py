"""A question without an id is found again after its words were mended, or it was given an id."""

from dataclasses import replace

from quizgen.core.item import Answer, Item, Question
from quizgen.core.renamed import renamed
from tests.core.samples import question

ASKED = replace(
    question("x-4a9b44b12fa8"), stem="Where was the trety signed?", fingerprint="4a9b44b12fa8"
)


def item(name: str, stem: str, fingerprint: str = "other") -> Item:
    return Item(_named(name, stem, fingerprint), Answer("a"))


def _named(name: str, stem: str, fingerprint: str) -> Question:
    return replace(ASKED, id=name, stem=stem, fingerprint=fingerprint)


OTHER = item("other", "When was the charter adopted?")


def test_given_an_id_it_is_found_by_its_words() -> None:
    now = item("signed-where", ASKED.stem, ASKED.fingerprint)
    like = item("x-5", ASKED.stem)
    assert renamed(ASKED, [OTHER, like, now]) is now


def test_with_a_slip_mended_it_is_found_by_its_stem() -> None:
    now = item("x-77aa", "Where was the treaty signed?")
    assert renamed(ASKED, [OTHER, now]) is now


def test_with_other_words_it_is_not_found() -> None:
    assert renamed(ASKED, [OTHER, item("x-77aa", "Where was the Simla treaty signed?")]) is None


def test_where_several_may_be_meant_none_is_taken() -> None:
    several = [item("x-1", "Where was the treaty signed?"), item("x-2", ASKED.stem)]
    assert renamed(ASKED, several) is None


def test_one_that_its_author_named_keeps_its_name() -> None:
    named = replace(ASKED, id="trety")
    assert renamed(named, [item("treaty", ASKED.stem, ASKED.fingerprint)]) is None
