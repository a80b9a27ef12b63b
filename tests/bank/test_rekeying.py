"""Every question of the shipped bank, written or made, can be regraded in whatever wording."""

import pytest

from quizgen.bank.library import Library
from quizgen.bank.sources import default_files
from quizgen.core.item import Item
from quizgen.core.mix import MIXES
from quizgen.core.parts import said, shown
from quizgen.core.rekeying import Finding, judge
from tests.core.drafts import shown as as_shown


@pytest.fixture(scope="module")
def wordings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Item]]:
    """Return by house style the written questions, and some of each model, by their names."""
    nobody = tmp_path_factory.mktemp("nobody")
    found = {}
    for style in MIXES:
        with Library.open(default_files(nobody), None, style=style) as library:
            items = [item for file in library.files for item in library.in_order(file)]
            for model in library.models():
                items += library.sample(f"{model.model.bank}:{model.model.spec.id}", 12, "1")
        found[style] = {item.question.ref: item for item in items}
    return found


def test_in_the_wording_of_another_year_it_is_the_same_question(
    wordings: dict[str, dict[str, Item]],
) -> None:
    one, *others = wordings.values()
    for other in others:
        assert one.keys() == other.keys()
        for ref, item in one.items():
            question, answer = as_shown(item, "7")
            assert judge(question, answer, other[ref]).finding is Finding.UNCHANGED, ref


def test_each_numbered_question_shows_its_parts_and_options_that_can_be_read(
    wordings: dict[str, dict[str, Item]],
) -> None:
    for items in wordings.values():
        for ref, item in items.items():
            found = shown(item.question, item.answer)
            assert (found is not None) is bool(item.answer.statements), ref
            labels = [why.label for why in item.answer.statements]
            if found is not None:
                assert len(said(item.question, labels)) == len(item.question.options), ref
