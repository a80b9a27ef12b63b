"""The kind of a question is told by its fields."""

from dataclasses import fields

import pytest

from quizgen.forms.kinds import KINDS, compose, kind_of
from quizgen.forms.shared import Setting, slug
from quizgen.forms.spec import (
    ChoiceSpec,
    Common,
    FileSpec,
    PairsSpec,
    ReasonsSpec,
    SequenceSpec,
    StatementsSpec,
    field_names,
)
from quizgen.forms.wording import languages, wording


@pytest.mark.parametrize(
    ("written", "spec"),
    [
        (["question", "options"], ChoiceSpec),
        (["options"], ChoiceSpec),
        (["statements", "options"], StatementsSpec),
        (["about"], StatementsSpec),
        (["pairs", "question"], PairsSpec),
        (["heads", "lead"], PairsSpec),
        (["reasons"], ReasonsSpec),
        (["claim"], ReasonsSpec),
        (["lead", "sequence"], SequenceSpec),
    ],
)
def test_by_the_fields_that_are_there(written: list[str], spec: type[Common] | None) -> None:
    kind = kind_of(written)
    assert kind is not None
    assert kind.spec is spec


def test_other_fields_tell_no_kind() -> None:
    assert kind_of(["id", "answer"]) is None


def test_the_marks_of_a_kind_are_fields_of_it() -> None:
    for kind in KINDS:
        assert set(kind.marks) <= set(field_names(kind.spec))


@pytest.mark.parametrize("spec", [FileSpec, *(kind.spec for kind in KINDS)])
def test_every_field_says_what_it_is_for(spec: type[Common]) -> None:
    assert all(field.metadata["description"] for field in fields(spec))


def test_only_specs_of_a_kind_are_composed() -> None:
    with pytest.raises(TypeError):
        compose(Common(), Setting("notes"))


def test_an_unknown_language_has_no_words() -> None:
    assert languages() == ("en",)
    assert wording("xx") is None
    with pytest.raises(KeyError):
        _ = Setting("notes", lang="xx").words


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Where was it?", "where-was-it"),
        ("Türkiye & SCO", "turkiye-sco"),
        ("हिन्दी", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word"),
        ("x" * 60, "x" * 40),
    ],
)
def test_slugs_are_words_of_the_text(text: str, made: str) -> None:
    assert slug(text) == made
