"""What questions/README.md shows is what quizgen reads: every example, every kind, every model."""

import re
from pathlib import Path

import pytest

from quizgen.bank.loader import read_question_file
from quizgen.core.item import Form
from quizgen.forms.kinds import KINDS
from quizgen.forms.models.model import made, yields
from quizgen.forms.shared import Setting
from quizgen.forms.spec import Common, field_names

MANUAL = (Path(__file__).parents[1] / "questions/README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"<!-- example -->\n+```yaml\n(.*?)^```$", MANUAL, re.DOTALL | re.MULTILINE)
FILES = [read_question_file(text.encode(), "example.yaml") for text in EXAMPLES]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_is_a_whole_file_that_loads(number: int) -> None:
    file = FILES[number]
    assert [one.message for one in file.diagnostics] == []
    assert file.items or file.models


def test_every_form_has_an_example() -> None:
    shown = {loaded.item.question.form for file in FILES for loaded in file.items}
    assert shown == set(Form)


def test_every_kind_of_model_has_an_example_that_yields_all_it_names() -> None:
    models = [loaded.model for file in FILES for loaded in file.models]
    assert len({type(model.spec) for model in models}) == 4
    for model in models:
        assert {one.name for one in yields(model)} >= set(model.spec.forms)


def test_every_kind_is_named_by_its_field() -> None:
    assert all(f"`{kind.marks[0]}`" in MANUAL for kind in KINDS)


def test_every_field_that_all_questions_share_is_described() -> None:
    assert all(f"`{name}`" in MANUAL or f"`{name}: " in MANUAL for name in field_names(Common))


def test_the_name_of_a_made_question_is_one_that_its_example_makes() -> None:
    (name,) = re.findall(r"recipe,\n?\s*`(agreements~\S+)`", MANUAL)
    (model,) = [
        loaded.model
        for file in FILES
        for loaded in file.models
        if loaded.model.spec.id == "agreements"
    ]
    item = made(model, name, Setting("example"))
    assert item is not None
    assert item.question.stem == "Where was the Indus Waters Treaty signed?"
