"""Hindi is kept for later: what needs no line of quizgen's is asked, the rest is told."""

import pytest

from quizgen.bank.loaded import QuestionFile
from quizgen.bank.loader import read_question_file
from tests.bank.pools import EVENTS, TIMELINE

DIRECT = """
  - question: शिमला समझौता कब हुआ था?
    options: ["1966", "1972", "1999"]
    answer: b
"""
STATEMENTS = """
  - id: simla
    about: शिमला समझौता
    statements:
      - correct: यह 1972 में हुआ था।
      - incorrect: यह लाहौर में हुआ था।
"""
PAIRS = """
  - pairs:
      - matched: शिमला समझौता | 1972
      - matched: ताशकंद घोषणा | 1966
"""
REASONS = """
  - claim:
      correct: शिमला समझौता 1972 में हुआ था।
    reasons:
      - incorrect: यह लाहौर में हुआ था।
"""
SEQUENCE = """
  - sequence:
      - text: शिमला समझौता
        date: 1972
      - text: ताशकंद घोषणा
        date: 1966
      - text: लाहौर घोषणा
        date: 1999
"""
MODEL = EVENTS + TIMELINE


def read(questions: str, *, lang: str = "hi") -> QuestionFile:
    text = f"title: T\nlang: {lang}\nquestions:{questions}"
    return read_question_file(text.encode(), "hindi.yaml")


def test_direct_questions_are_asked_in_any_language() -> None:
    file = read(DIRECT)
    assert file.diagnostics == ()
    assert len(file.items) == 1


@pytest.mark.parametrize("kind", [STATEMENTS, PAIRS, REASONS, SEQUENCE])
def test_other_kinds_are_left_out_and_told_at_the_language(kind: str) -> None:
    file = read(DIRECT + kind)
    (found,) = file.diagnostics
    assert found.code == "QG128"
    assert (found.span.line, found.text) == (2, "lang: hi")
    assert "not there in Hindi yet" in found.message
    assert "on line 8" in found.why
    assert len(file.items) == 1


def test_one_diagnostic_names_all_that_is_left_out() -> None:
    (found,) = read(STATEMENTS + PAIRS + DIRECT + MODEL).diagnostics
    assert found.why == "so 2 questions (lines 4, 10) and all models are left out"
    (found,) = read(DIRECT + MODEL).diagnostics
    assert found.why == "so all models are left out"
    many = "".join(STATEMENTS.replace("simla", f"simla-{number}") for number in range(9))
    (found,) = read(many).diagnostics
    assert found.why == "so 9 questions (lines 4, 10, 16, 22, 28, 34, ...) are left out"


def test_the_language_may_stand_below_the_questions_of_a_file_that_is_taken_apart() -> None:
    text = f"title: T\nquestions:{STATEMENTS}\n  - question: a: b\nlang: hi\n"
    found = read_question_file(text.encode(), "hindi.yaml").diagnostics
    assert [one.code for one in found] == ["QG132", "QG128"]
    assert found[1].text == "lang: hi"


def test_other_faults_of_such_questions_are_told_too() -> None:
    found = read(STATEMENTS.replace("incorrect", "incorect")).diagnostics
    assert [one.code for one in found] == ["QG104"]
    found = read(STATEMENTS + PAIRS.replace(" | 1966", "")).diagnostics
    assert [one.code for one in found] == ["QG128", "QG123"]


def test_no_model_is_asked() -> None:
    assert read(DIRECT + MODEL).models == ()
    assert len(read(DIRECT + MODEL, lang="en").models) == 1


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        (STATEMENTS, "यह 1972 में हुआ था।"),
        (PAIRS, "शिमला समझौता | 1972"),
        (REASONS, "शिमला समझौता 1972 में हुआ था।"),
        (SEQUENCE, "शिमला समझौता"),
    ],
)
def test_hindi_under_english_lines_is_told_once_a_question(kind: str, points: str) -> None:
    file = read(kind, lang="en")
    (found,) = file.diagnostics
    assert found.code == "QG206"
    start = found.span.column - 1
    assert found.text[start : start + found.span.length] == points
    assert len(file.items) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The Simla Agreement is called शिमला समझौता there.",
        "Türkiye and Đà Nẵng are in it.",
        "1972",
    ],
)
def test_names_and_single_words_in_another_script_are_no_fault(said: str) -> None:
    kind = STATEMENTS.replace("यह लाहौर में हुआ था।", "It was signed at Lahore.")
    assert read(kind.replace("यह 1972 में हुआ था।", said), lang="en").diagnostics == ()


def test_a_direct_question_may_be_in_any_script() -> None:
    assert read(DIRECT, lang="en").diagnostics == ()
