"""Every form of question, as it is asked and as it is explained."""

from functools import cache
from pathlib import Path

import pytest

from quizgen.bank.loader import read_question_file
from quizgen.core.events import Event, Select
from quizgen.core.item import Item
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.result import row
from quizgen.forms.wording import STYLE
from quizgen.show.layout import BLANK
from quizgen.show.question import practice_question
from quizgen.show.verdict import explanation, verdict
from tests.golden_files import assert_golden
from tests.show.exhibits import attempt, shown

FILE = Path(__file__).with_name("forms.yaml")
FORMS = ("d", "s2", "sn", "l", "n", "h", "p", "hp", "hr", "a2", "a3", "q", "g")
TABLES = ("p", "hp", "hr")


@cache
def items(style: str = STYLE) -> dict[str, Item]:
    """One item of each form, by its code."""
    read = read_question_file(FILE.read_bytes(), "forms.yaml", style)
    assert read.diagnostics == ()
    return {loaded.item.question.id: loaded.item for loaded in read.items}


def asked(item: Item, *, plain: bool = False, width: int = 80) -> str:
    """A question answered wrong, with its verdict and all that teaches."""
    paper = Paper(
        title="Practice",
        questions=(item.question,),
        sections=(Section("Practice", 1),),
        marking=MarkingScheme(),
        timing=Timing(),
        feedback=Feedback.IMMEDIATE,
    )
    wrong = next(one.id for one in item.question.options if one.id != item.answer.key)
    answered: tuple[int, Event] = (9_000, Select(0, wrong))
    found = row(attempt(paper, answered), item.answer, 0)
    return shown(
        practice_question(paper, 0, plain=plain),
        BLANK,
        verdict(found, paper, plain=plain),
        BLANK,
        explanation(found, plain=plain),
        plain=plain,
        width=width,
    )


def test_there_is_one_of_each_form() -> None:
    assert tuple(items()) == FORMS
    forms = [item.question.form.lower() for item in items().values()]
    assert forms == [*FORMS[:-1], "d"]


@pytest.mark.parametrize("form", FORMS)
def test_on_a_screen(form: str) -> None:
    assert_golden(f"forms/{form}_80.txt", asked(items()[form]))


@pytest.mark.parametrize("form", FORMS)
def test_read_out(form: str) -> None:
    assert_golden(f"forms/{form}_plain.txt", asked(items()[form], plain=True))


@pytest.mark.parametrize("form", FORMS)
def test_in_the_style_of_2023(form: str) -> None:
    assert_golden(f"forms/{form}_2023.txt", asked(items("upsc-2023")[form]))


@pytest.mark.parametrize("width", [60, 40])
@pytest.mark.parametrize("form", TABLES)
def test_a_table_where_there_is_less_room(form: str, width: int) -> None:
    assert_golden(f"forms/{form}_{width}.txt", asked(items()[form], width=width))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [80, 60, 50, 40, 30, 20])
def test_no_word_is_lost_and_no_line_is_too_long(form: str, width: int) -> None:
    item = items()[form]
    printed = asked(item, width=width)
    assert all(len(line) <= width for line in printed.splitlines())
    letters = "".join(printed.split())
    words = f"{item.question.stem} {' '.join(why.text for why in item.answer.statements)}"
    assert all(word.strip("|*-") in letters for word in words.split() if len(word) < width // 2)


@pytest.mark.parametrize("form", TABLES)
def test_read_out_each_cell_has_its_head(form: str) -> None:
    spoken = " ".join(asked(items()[form], plain=True).split())
    heads = items()[form].question.stem.split("\n\n")[1].splitlines()[0].split(" | ")[1:]
    for head in heads:
        assert spoken.count(f"{head.rstrip(' |')}: ") >= 3
