"""In every form and every style, the key is what a candidate reads as true, and nothing else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.item import Item
from quizgen.forms.kinds import compose
from quizgen.forms.shared import Setting
from quizgen.forms.spec import Common
from quizgen.forms.wording import STYLES
from tests.forms.making import key, pairs, reasons, sequence, statements, texts
from tests.forms.reading import explained_options, ordered_options, true_options

STYLED = st.sampled_from(STYLES)
IDS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
TRUTHS = st.text("+-", min_size=2, max_size=6)


def made(spec: Common, style: str) -> Item | None:
    """The item in a style; None if the form cannot say what is true."""
    item = compose(spec, Setting("notes", style=style))
    if isinstance(item, Item):
        assert len(set(texts(item))) == len(item.question.options) == 4
        return item
    assert {problem.code for problem in item} == {"QG116"}
    return None


def truth_of(truths: str, said: str) -> dict[str, bool]:
    """What is true of the texts that `making` gives statements and rows."""
    return {said.format(number): truth == "+" for number, truth in enumerate(truths, 1)}


@given(TRUTHS, st.sampled_from(["which", "which-not", "how-many"]), IDS, STYLED)
def test_statements(truths: str, ask: Any, name: str, style: str) -> None:
    item = made(statements(truths, ask=ask, id=name), style)
    if item is None:
        asked = truths.count("-" if ask == "which-not" else "+")
        assert asked == 0 or len(truths) not in (3, 4)
    else:
        assert true_options(item.question, truth_of(truths, "It is {}.")) == [key(item)]


@given(TRUTHS, st.sampled_from([2, 3]), st.sampled_from(["which", "how-many"]), IDS, STYLED)
def test_pairs(truths: str, columns: int, ask: Any, name: str, style: str) -> None:
    heads = "Left | right | and" if columns == 3 else "Left | right"
    item = made(pairs(truths, columns=columns, heads=heads, ask=ask, id=name), style)
    more = " | and {0}" if columns == 3 else ""
    if item is None:
        assert "+" not in truths or len(truths) not in (3, 4)
        return
    true = {
        f"Left {number} | {'right' if truth == '+' else 'wrong'} {number}" + more.format(number): (
            truth == "+"
        )
        for number, truth in enumerate(truths, 1)
    }
    assert true_options(item.question, true) == [key(item)]


@given(st.sampled_from("+-"), st.text("+-!", min_size=1, max_size=2), IDS, STYLED)
def test_reasons(claim: str, truths: str, name: str, style: str) -> None:
    if claim == "-":
        truths = truths.replace("!", "+")  # nothing explains it
    item = made(reasons(claim, truths, id=name), style)
    true = truth_of(truths.replace("!", "+"), "Reason {}.") | {"A claim.": claim == "+"}
    explaining = {f"Reason {number}.": truth == "!" for number, truth in enumerate(truths, 1)}
    if item is None:
        whole = compose(reasons("+", "!" * len(truths)), Setting("notes", style=style))
        assert isinstance(whole, Item)
        read = explained_options(whole.question, true, explaining)
        assert not read or (claim == "-" and len(truths) == 2)
    else:
        assert explained_options(item.question, true, explaining) == [key(item)]


@given(st.permutations(["1947-08", "1960-09-19", "1966", "1999-02-21"]), st.sampled_from([3, 4]))
@pytest.mark.parametrize("style", STYLES)
def test_sequences(style: str, dates: list[str], of: int) -> None:
    item = made(sequence(*dates[:of], id=f"of-{of}"), style)
    assert item is not None
    order = sorted(range(1, of + 1), key=lambda number: dates[number - 1])
    read = ordered_options(item.question, [f"Event {number}" for number in order])
    assert read == [key(item)]
