"""Any text at all gives items or diagnostics, never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.advising import advise
from quizgen.bank.fix import add_missing_ids
from quizgen.bank.loader import read_question_file
from quizgen.core.catalogue import CATALOGUE
from quizgen.show.diagnostics import as_json, full
from tests.bank.pools import EVENTS, MEMBERS, QUESTION, TIMELINE
from tests.bank.sound import MAKERS, sound_file

_MARKS = [": ", " #", "- ", '"', "'", "\t", "[", "]", "{", "}", "&a ", "*a", "!t ", "|\n", ">\n"]
_CONTROLS = ["---\n", "? ", "\n", "\r", "  ", "\x1b", "\u202e", "\ufeff", "\uffff", "\\", "\\ud800"]
_WORDS = [
    "id",
    "question",
    "options",
    "statements",
    "pairs",
    "claim",
    "reasons",
    "sequence",
    "facts",
    "models",
    " | ",
    "answer",
    "as_of",
    "until",
    "stale_after",
    "1 day",
    "0000",
    "I only",
    "<<",
    "~",
    "title",
    "%",
    "@",
]
SNIPPETS = st.sampled_from([*_MARKS, *_CONTROLS, *_WORDS])
EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 12), SNIPPETS), min_size=1, max_size=4
)


def edited(text: str, edits: list[tuple[int, int, str]]) -> bytes:
    """The text with parts of it replaced: place, length and what comes there."""
    for place, cut, snippet in edits:
        start = place % (len(text) + 1)
        text = text[:start] + snippet + text[start + cut :]
    return text.encode(errors="surrogatepass")


def assert_told(data: bytes) -> None:
    """What is read can be shown: places lie in the file, codes are known."""
    read = read_question_file(data, "any.yaml")
    assert read.items or read.models or read.diagnostics
    places = [(found.span.line, found.span.column) for found in read.diagnostics]
    assert places == sorted(places)
    for found in read.diagnostics:
        assert found.code in CATALOGUE
        assert min(found.span.line, found.span.column, found.span.length) >= 1
        assert "\x1b" not in full(found)
    as_json([*read.diagnostics, *read.due, *advise(data, "any.yaml")]).encode()


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert_told(data)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert_told(text.encode(errors="surrogatepass"))


@given(st.lists(SNIPPETS, max_size=60).map("".join))
def test_any_mixture_of_what_yaml_is_made_of(text: str) -> None:
    assert_told(text.encode(errors="surrogatepass"))
    assert_told(f"questions:\n  - question: x\n{text}".encode(errors="surrogatepass"))


@given(edits=EDITS)
def test_sound_facts_and_models_with_any_edits(edits: list[tuple[int, int, str]]) -> None:
    for text in (EVENTS + TIMELINE + QUESTION, MEMBERS):
        assert_told(edited(text, edits))


@given(
    seed=st.integers(0, 50),
    kind=st.sampled_from(list(MAKERS)),
    edits=EDITS,
)
def test_a_sound_file_with_any_edits(
    seed: int, kind: str, edits: list[tuple[int, int, str]]
) -> None:
    assert_told(edited(sound_file(seed, kind)[0].text, edits))


@given(
    seed=st.integers(0, 50),
    place=st.integers(0, 10_000),
    snippet=SNIPPETS,
)
def test_writing_ids_into_any_file_keeps_its_questions(seed: int, place: int, snippet: str) -> None:
    text = "\n".join(
        line.replace(f"id: {line.split('id: ')[1]}", "topic: any") if "- id: " in line else line
        for line in sound_file(seed, "whys")[0].text.splitlines()
    )
    start = place % (len(text) + 1)
    data = (text[:start] + snippet + text[start:]).encode(errors="surrogatepass")
    fixed, _ = add_missing_ids(data, "any.yaml")
    assert len(read_question_file(fixed, "").items) == len(read_question_file(data, "").items)
    assert add_missing_ids(fixed, "any.yaml") == (fixed, 0)


@pytest.mark.parametrize(
    "text",
    [
        f"How many {'is ' * 50_000}",
        f"which {'except for ' * 50_000}, x",
        f"1 {'- ' * 50_000}2 3",
        f"1 {'to from ' * 50_000}",
    ],
    ids=lambda text: text[:20],
)
def test_a_text_made_to_keep_a_rule_busy_for_hours_is_read_in_a_moment(text: str) -> None:
    asked = (
        f'questions:\n  - question: "{text}"\n    options: ["{text}", "2", "3"]\n    answer: b\n'
    )
    counted = "    ask: how-many\n    statements: [{correct: a}, {correct: b}, {correct: c}]\n"
    assert_told(asked.encode())
    assert_told(f'questions:\n  - lead: "How many {text}"\n{counted}'.encode())
