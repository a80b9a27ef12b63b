"""Rules about what a question lacks: whys, an explanation, a source, an id."""

from tests.bank.judged import asks, states, told

WHOLE = """\
source: Class notes
locator: page 3
questions:
  - id: signed
    question: Where was it signed?
    options:
      - right: Karachi
        why: In 1960.
      - wrong: Simla
        why: Later.
"""


def lines(text: str) -> list[tuple[str, int]]:
    """Code and line of each."""
    return [(one.code, one.span.line) for one in told(text)]


def test_a_question_with_all_of_it_lacks_nothing() -> None:
    assert lines(WHOLE) == []


def test_a_missing_why_is_told_at_its_option() -> None:
    assert lines(WHOLE.replace("        why: Later.\n", "")) == [("QG236", 9)]
    assert lines(WHOLE.replace("        why: Later.\n", "    explanation: So.\n")) == [("QG236", 9)]


def test_statements_rows_and_entries_need_their_whys_too() -> None:
    head = "source: Notes\nlocator: page 3\n"
    first = "+ It is old.\n        why: So it is."
    text = states(first, "- It is new.").replace("  - about", "  - id: x\n    about")
    assert lines(head + text) == [("QG236", 9)]
    rows = (
        "questions:\n  - id: x\n    heads: A | B\n    pairs:\n"
        "      - matched: Simla | 1972\n        why: So.\n      - matched: Ufa | 2015\n"
    )
    assert lines(head + rows) == [("QG236", 9)]
    reasons = (
        "questions:\n  - id: x\n    claim:\n      correct: It failed.\n      why: So.\n"
        "    reasons:\n      - correct: Nobody came.\n        explains: true\n"
    )
    assert ("QG236", 9) in lines(head + reasons)
    entries = (
        "questions:\n  - id: x\n    sequence:\n      - text: A\n        date: 1960\n"
        "      - text: B\n        date: 1961\n        why: So.\n"
        "      - text: C\n        date: 1962\n"
    )
    assert lines(head + entries) == [("QG236", 6), ("QG236", 11)]


def test_a_question_that_explains_nothing_is_told_once() -> None:
    bare = WHOLE.replace("        why: In 1960.\n", "").replace("        why: Later.\n", "")
    assert lines(bare) == [("QG237", 4)]
    assert lines(bare + "    explanation: In 1960.\n") == []


def test_a_question_without_source_is_told_and_with_one_its_place_is_asked_for() -> None:
    assert lines(WHOLE.removeprefix("source: Class notes\n")) == [("QG241", 3)]
    assert lines(WHOLE.replace("locator: page 3\n", "")) == [("QG238", 3)]
    own = WHOLE.replace("source: Class notes\nlocator: page 3\n", "") + "    source: A book\n"
    assert lines(own) == [("QG238", 9)]


def test_a_question_without_id_is_told_where_it_begins() -> None:
    assert lines(WHOLE.replace("id: signed\n    ", "")) == [("QG240", 4)]


def test_advice_is_for_sound_questions_alone() -> None:
    from quizgen.bank.advising import advise

    assert advise(asks("Where?", answer="z").encode(), "file.yaml") == []
    assert advise(b"\xff", "file.yaml") == []
    assert advise(b"questions:\n  - just text\n", "file.yaml") == []
