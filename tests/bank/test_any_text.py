"""Any text at all gives items or diagnostics, never a traceback."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.fix import add_missing_ids
from quizgen.bank.loader import read_question_file
from quizgen.core.catalogue import CATALOGUE
from quizgen.show.diagnostics import as_json, full
from tests.bank.breaking import MAKERS, sound_file

_MARKS = [": ", " #", "- ", '"', "'", "\t", "[", "]", "{", "}", "&a ", "*a", "!t ", "|\n", ">\n"]
_CONTROLS = ["---\n", "? ", "\n", "\r", "  ", "\x1b", "\u202e", "\ufeff", "\uffff", "\\", "\\ud800"]
_WORDS = [
    "id",
    "question",
    "options",
    "statements",
    "answer",
    "I only",
    "<<",
    "~",
    "title",
    "%",
    "@",
]
SNIPPETS = st.sampled_from([*_MARKS, *_CONTROLS, *_WORDS])


def assert_told(data: bytes) -> None:
    """What is read can be shown: places lie in the file, codes are known."""
    read = read_question_file(data, "any.yaml")
    assert read.items or read.diagnostics
    places = [(found.span.line, found.span.column) for found in read.diagnostics]
    assert places == sorted(places)
    for found in read.diagnostics:
        assert found.code in CATALOGUE
        assert min(found.span.line, found.span.column, found.span.length) >= 1
        assert "\x1b" not in full(found)
    as_json(read.diagnostics).encode()


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


@given(
    seed=st.integers(0, 50),
    kind=st.sampled_from(list(MAKERS)),
    edits=st.lists(
        st.tuples(st.integers(0, 10_000), st.integers(0, 12), SNIPPETS), min_size=1, max_size=4
    ),
)
def test_a_sound_file_with_any_edits(
    seed: int, kind: str, edits: list[tuple[int, int, str]]
) -> None:
    text = sound_file(seed, kind)[0].text
    for place, cut, snippet in edits:
        start = place % (len(text) + 1)
        text = text[:start] + snippet + text[start + cut :]
    assert_told(text.encode(errors="surrogatepass"))


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
