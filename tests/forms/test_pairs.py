"""Rows in columns are asked as UPSC prints them, and keyed by their truth."""

from typing import Any

import pytest

from quizgen.core.item import Form, Why
from quizgen.core.text import Table, blocks, plain
from quizgen.forms.spec import PairSpec
from tests.forms.making import codes, item, key, pairs, problems, texts

WHERE = "Agreement | Signed at"


def test_two_columns_read_as_upsc_prints_them() -> None:
    made = item(pairs("++-", heads=WHERE))
    lead, table, closing = made.question.stem.split("\n\n")
    assert lead == "Consider the following pairs:"
    assert table.splitlines() == [
        "|  | Agreement | Signed at |",
        "| --- | --- | --- |",
        "| I. | Left 1 | right 1 |",
        "| II. | Left 2 | right 2 |",
        "| III. | Left 3 | wrong 3 |",
    ]
    assert closing.startswith("Which of the pairs given above ")
    assert closing.endswith("correctly matched?")
    assert made.question.form is Form.PAIRS
    assert not made.question.shuffle


def test_the_stem_is_a_table_for_every_renderer() -> None:
    _, table, _ = blocks(item(pairs("+-", heads=WHERE)).question.stem)
    assert isinstance(table, Table)
    cells = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    assert cells == [
        ["", "Agreement", "Signed at"],
        ["I.", "Left 1", "right 1"],
        ["II.", "Left 2", "wrong 2"],
    ]


@pytest.mark.parametrize(
    ("truths", "right"),
    [
        ("+-", "I only"),
        ("--", "Neither I nor II"),
        ("++", "Both I and II"),
        ("-+-", "II only"),
        ("+++", "I, II and III"),
        ("-++-", "II and III only"),
    ],
)
def test_a_code_names_the_rows_that_are_matched(truths: str, right: str) -> None:
    assert key(item(pairs(truths))) == right


@pytest.mark.parametrize(
    ("truths", "right"),
    [
        ("---", "None of the pairs"),
        ("+--", "Only one pair"),
        ("-++", "Only two pairs"),
        ("+++", "All the three pairs"),
        ("+++-", "Only three pairs"),
        ("++++", "All the four pairs"),
    ],
)
def test_pairs_are_counted(truths: str, right: str) -> None:
    made = item(pairs(truths, ask="how-many"))
    assert key(made) == right
    assert len(texts(made)) == 4
    assert made.question.form is Form.HOW_MANY_PAIRS
    assert made.question.stem.endswith(
        "\n\nHow many of the pairs given above are correctly matched?"
    )


def test_rows_of_three_columns_are_counted_as_rows() -> None:
    made = item(pairs("+-+", columns=3, heads="Agreement | Place | Year", ask="how-many"))
    assert made.question.form is Form.HOW_MANY_ROWS
    assert made.question.stem.startswith("Consider the following information:\n\n")
    assert made.question.stem.endswith(
        "In how many of the above rows is the given information correctly matched?"
    )
    assert texts(made) == ["Only one", "Only two", "All the three", "None"]
    assert key(made) == "Only two"


def test_rows_of_three_columns_may_be_coded() -> None:
    made = item(pairs("+-+", columns=3))
    assert made.question.form is Form.PAIRS
    assert made.question.stem.endswith(
        "In which of the above rows is the given information correctly matched?"
    )
    assert key(made) == "I and III only"


def test_the_closing_line_says_are_when_every_code_names_two_or_more() -> None:
    closings = {
        all(" and " in text for text in texts(made)): made.question.stem.splitlines()[-1]
        for number in range(200)
        for made in [item(pairs("++-", id=f"it-{number}"))]
    }
    assert closings == {
        True: "Which of the pairs given above are correctly matched?",
        False: "Which of the pairs given above is/are correctly matched?",
    }


def test_lines_of_ones_own_stand_as_written() -> None:
    made = item(pairs("+-", lead="Consider these treaties:", closing="Which is right?"))
    assert made.question.stem.startswith("Consider these treaties:\n\n")
    assert made.question.stem.endswith("\n\nWhich is right?")


def test_without_heads_the_row_above_is_empty() -> None:
    assert "\n\n|  |  |  |\n| ---" in item(pairs("+-")).question.stem


def test_a_why_says_what_a_row_should_say() -> None:
    rows = (
        PairSpec(matched="A | x", why="So."),
        PairSpec(mismatched="B | y", match="the U.S.S.R.", why=" Not so. "),
    )
    assert item(pairs("", pairs=rows)).answer.statements == (
        Why("I", True, "So.", "Correctly matched."),
        Why("II", False, "Not so.", "Not matched; correct: the U.S.S.R."),
    )


def test_of_three_columns_it_names_those_that_are_wrong() -> None:
    rows = (
        PairSpec(mismatched="A | Simla | 1971", match="Simla | 1972"),
        PairSpec(mismatched="B | Simla | 1971", match="Lahore | 1999"),
    )
    made = item(pairs("", pairs=rows))
    assert [why.verdict for why in made.answer.statements] == [
        "Not matched; correct: 1972.",
        "Not matched; correct: Lahore; 1999.",
    ]


def test_without_ids_the_item_and_its_codes_are_known_by_their_rows() -> None:
    rows = (PairSpec(matched="A | x"), PairSpec(matched="B | y"), PairSpec(matched="C | z"))
    first = item(pairs("", id="", pairs=rows))
    again = item(pairs("", id="", pairs=rows[::-1]))
    assert first.question.id.startswith("x-")
    assert first.question.ref == again.question.ref
    assert first.answer.key == again.answer.key
    assert item(pairs("+-+")).answer.key == "p1+p3"


def test_a_row_is_one_line_however_it_is_typed() -> None:
    rows = (PairSpec(matched="A\n long | x"), PairSpec(matched="B | *y*"))
    stem = item(pairs("", pairs=rows)).question.stem
    assert "| I. | A long | x |" in stem
    assert plain("*y*") == "y"


@pytest.mark.parametrize(
    ("truths", "fields", "says"),
    [
        ("---", {}, "none of the 3 rows is matched, and no code can say that"),
        ("-----", {}, "none of the 5 rows is matched, and no code can say that"),
        ("----", {"ask": "how-many"}, "none of the 4 rows is matched, and no option can say that"),
        ("+-", {"ask": "how-many"}, "`ask: how-many` is for three or four rows, not 2"),
        ("+-+-+", {"ask": "how-many"}, "`ask: how-many` is for three or four rows, not 5"),
    ],
)
def test_a_truth_that_the_form_cannot_say_is_refused_with_the_reason(
    truths: str, fields: dict[str, Any], says: str
) -> None:
    (problem,) = problems(pairs(truths, **fields))
    assert problem.code == "QG116"
    assert says in problem.message
    assert problem.why
    assert ("how-many" in problem.help) == (truths == "---")


def _slip(row: PairSpec, **fields: Any) -> tuple[str, tuple[str | int, ...], str, str]:
    """The one problem of a row below a sound one."""
    rows = (PairSpec(matched="Sound | row"), row)
    (problem,) = problems(pairs("", pairs=rows, **fields))
    return problem.code, problem.path, problem.message, problem.piece


@pytest.mark.parametrize(
    ("text", "says", "piece"),
    [
        ("Simla, 1972", "there is no ` | ` in this row, so there is only one column", ""),
        ("Simla|1972", "a bar without a space on each side does not part columns", "Simla|1972"),
        ("Simla| 1972", "a bar without a space on each side does not part columns", "Simla| 1972"),
        ("Simla | 19|72", "a bar without a space on each side does not part columns", "19|72"),
        ("Simla | ", "a column of this row is empty", ""),
        ("| Simla | 1972", "a column of this row is empty", ""),
        ("Simla | | 1972", "a column of this row is empty", ""),
        ("a | b | c | d", "this row has 4 columns", "d"),
        ("Simla | 1972 | July", "this row has 3 columns, but others have 2", ""),
    ],
)
def test_a_slip_in_the_columns_of_a_row_is_named(text: str, says: str, piece: str) -> None:
    code, path, message, where = _slip(PairSpec(matched=text))
    assert (code, path, where) == ("QG123", ("pairs", 1, "matched"), piece)
    assert message == says


@pytest.mark.parametrize(
    ("heads", "says"),
    [
        ("Agreement", "there is no ` | ` in the heads, so there is only one column"),
        ("Agreement|Place", "a bar without a space on each side does not part columns"),
        ("Agreement | ", "a column of the heads is empty"),
        ("a | b | c | d", "the heads have 4 columns"),
        ("a | b | c", "there are 3 heads, but the rows have 2 columns"),
    ],
)
def test_a_slip_in_the_heads_is_named(heads: str, says: str) -> None:
    (problem,) = problems(pairs("+-", heads=heads))
    assert (problem.code, problem.path) == ("QG123", ("heads",))
    assert problem.message == says


def test_the_row_that_disagrees_with_the_heads_is_named() -> None:
    row = PairSpec(mismatched="Simla | Ufa | 1972", match="Simla | 1972")
    assert _slip(row, heads=WHERE) == (
        "QG123",
        ("pairs", 1, "mismatched"),
        "this row has 3 columns, but the heads name 2",
        "",
    )


@pytest.mark.parametrize(
    ("row", "code", "says"),
    [
        (PairSpec(mismatched="A | x"), "QG101", "a mismatched row needs `match`: what goes with"),
        (PairSpec(mismatched="A | x", match=" "), "QG101", "a mismatched row needs `match`"),
        (PairSpec(matched="A | x", match="y"), "QG124", "this row is matched, so it has no other"),
        (PairSpec(mismatched="A | x", match="X."), "QG124", "`match` says what the row says: `X.`"),
        (PairSpec(mismatched="A | x", match="A | y"), "QG123", "`match` has 2 columns, but"),
        (PairSpec(mismatched="A | x", match="y|z"), "QG123", "a bar without a space on each side"),
        (PairSpec(mismatched="A | x", match="y | "), "QG123", "a column of this row is empty"),
    ],
)
def test_a_slip_in_the_match_of_a_row_is_named(row: PairSpec, code: str, says: str) -> None:
    found, path, message, _ = _slip(row)
    assert (found, path) == (code, ("pairs", 1, "match"))
    assert message.startswith(says)


def test_of_three_columns_the_match_has_two() -> None:
    rows = (PairSpec(matched="A | x | y"), PairSpec(mismatched="B | x | y", match="z"))
    (problem,) = problems(pairs("", pairs=rows))
    assert problem.message == "`match` has one column, but the row has 2 columns after its first"


def test_what_else_is_refused() -> None:
    assert codes(pairs("")) == ["QG115"]
    assert codes(pairs("+")) == ["QG115"]
    assert codes(pairs("+-+-+-+")) == ["QG115"]
    alike = (PairSpec(matched="A | x"), PairSpec(mismatched="a |  X.", match="y"))
    assert codes(pairs("", pairs=alike)) == ["QG120"]
    twice = (PairSpec(matched="A | x", mismatched="A | y"), PairSpec(matched="B | z"))
    assert codes(pairs("", pairs=twice)) == ["QG103"]
    empty = (PairSpec(matched=" "), PairSpec(matched="B | z", id="No Id"))
    assert codes(pairs("", pairs=empty)) == ["QG121", "QG111"]
    taken = (PairSpec(matched="A | x", id="none"), PairSpec(matched="B | z"))
    assert codes(pairs("", pairs=taken)) == ["QG109"]
    same = (PairSpec(matched="A | x", id="a"), PairSpec(matched="B | z", id="a"))
    assert codes(pairs("", pairs=same)) == ["QG109"]
    assert codes(pairs("+-", as_of="soon", since="later")) == ["QG110", "QG110"]


def test_one_subject_with_two_matches_is_refused() -> None:
    torn = (
        PairSpec(matched="Godavari | Trimbak"),
        PairSpec(matched="Kaveri | Talakaveri"),
        PairSpec(matched=" godavari | Amarkantak"),
    )
    (problem,) = problems(pairs("", pairs=torn))
    assert (problem.code, problem.path) == ("QG120", ("pairs", 2, "matched"))
    assert problem.other == ("pairs", 0, "matched")
    mismatched = (torn[0], PairSpec(mismatched="Godavari | Agra", match="Amarkantak"), torn[1])
    assert codes(pairs("", pairs=mismatched)) == ["QG120"]


def test_one_subject_may_come_twice_with_one_match() -> None:
    rows = (
        PairSpec(matched="Godavari | Trimbak"),
        PairSpec(mismatched="Godavari | Amarkantak", match="Trimbak"),
        PairSpec(matched="Kaveri | Talakaveri"),
    )
    assert item(pairs("", pairs=rows)).answer.key


def test_every_row_with_a_slip_is_named_at_once() -> None:
    rows = (
        PairSpec(matched="A"),
        PairSpec(mismatched="B | x", match="x"),
        PairSpec(matched="C|y"),
        PairSpec(matched="D | z"),
    )
    found = problems(pairs("", pairs=rows))
    assert [(problem.code, problem.path[1]) for problem in found] == [
        ("QG123", 0),
        ("QG123", 2),
        ("QG124", 1),
    ]
