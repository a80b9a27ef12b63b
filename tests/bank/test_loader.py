"""What a question file becomes: items, diagnostics, and what would make it better."""

import gc
from textwrap import dedent

import pytest

from quizgen.bank.loaded import Lacking, QuestionFile
from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Severity, Span
from quizgen.core.item import Difficulty

NOTES = """
    title: Treaty dates
    topic: treaty-dates
    source: Class notes

    questions:
      - id: simla-who-and-when
        about: the Simla Agreement
        statements:
          - correct: It was signed in 1972, after the war of 1971.
            why: Signed on 2 July 1972.
          - incorrect: It was signed by two Prime Ministers.
            why: Bhutto was President then, not yet Prime Minister.
        remember: Simla, President and Prime Minister. Lahore, two Prime Ministers.

      - id: indus-signed-where
        question: Where was the Indus Waters Treaty signed?
        options:
          - right: Karachi
            why: Signed there on 19 September 1960.
          - wrong: Simla
            why: The place of the agreement of 1972.
          - wrong: Lahore
            why: The place of the declaration of 1999.
          - wrong: Tashkent
            why: The place of the declaration of 1966.

      - id: sco-created
        question: In which year was the Shanghai Cooperation Organisation created?
        options: [1996, 2001, 2003, 2017]    # as printed in an old paper
        answer: b
        explanation: The Shanghai Five of 1996 and Uzbekistan proclaimed it on 15 June 2001.
    """


def read(text: str, name: str = "notes.yaml") -> QuestionFile:
    return read_question_file(dedent(text).lstrip("\n").encode(), name)


def question(text: str) -> QuestionFile:
    """A file of one question, its fields at the margin; they begin on line 2."""
    lines = dedent(text).strip("\n").splitlines()
    body = "".join(f"{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))
    return read_question_file(f"questions:\n{body}".encode(), "notes.yaml")


def test_the_example_of_the_documentation_is_clean() -> None:
    file = read(NOTES)
    assert file.diagnostics == ()
    assert (file.bank, file.title) == ("notes", "Treaty dates")
    refs = [loaded.item.question.ref for loaded in file.items]
    assert refs == ["notes:simla-who-and-when", "notes:indus-signed-where", "notes:sco-created"]
    first = file.items[0]
    assert first.span == Span(6, 9, len("simla-who-and-when"))
    assert first.item.question.topic == "treaty-dates"
    assert first.item.answer.source == "Class notes"
    assert file.lacking == Lacking()


def test_what_is_typed_is_text_whatever_yaml_makes_of_it() -> None:
    file = question(
        """
        question: 1:30
        options: [no, 017, 2001-06-15, ~]
        answer: no
        topic: 0x1F
        explanation: 1_000
        """
    )
    made = file.items[0].item
    assert [option.text for option in made.question.options] == ["no", "017", "2001-06-15", "~"]
    assert made.question.stem == "1:30"
    assert made.question.option(made.answer.key).text == "no"
    assert (made.question.topic, made.answer.explanation) == ("0x1F", "1_000")


def test_what_the_file_says_holds_where_the_question_does_not() -> None:
    file = read(
        """
        bank: pacts
        difficulty: hard
        tags: [old]
        questions:
          - question: One?
            options: [Aa, Bb]
            answer: a
          - question: Two?
            options: [Aa, Bb]
            answer: a
            difficulty: easy
            topic:
        """
    )
    assert [one.item.question.difficulty for one in file.items] == [
        Difficulty.HARD,
        Difficulty.EASY,
    ]
    assert all(one.item.tags == ("old",) for one in file.items)
    assert all(one.item.question.bank == "pacts" for one in file.items)


def test_what_would_make_a_file_better_is_counted_over_its_sound_questions() -> None:
    file = read(
        """
        questions:
          - question: One?
            options: [Aa, Bb]
            answer: a
          - id: two
            question: Two?
            options: [Aa, {text: Bb, why: Because.}]
            answer: a
            source: Notes
          - question: Broken?
        """
    )
    assert file.lacking == Lacking(ids=1, explanations=1, sources=1)
    assert file.items[0].span == Span(2, 5, len("question: One?"))


@pytest.mark.parametrize(
    ("name", "bank"),
    [("My Notes.yaml", "my-notes"), ("a/b/dates.yml", "dates"), ("हिन्दी.yaml", "bank")],
)
def test_without_a_bank_the_name_of_the_file_serves(name: str, bank: str) -> None:
    assert read(NOTES, name).bank == bank


def test_an_unreadable_file_still_has_a_name() -> None:
    file = read_question_file(b"\x00", "My Notes.yaml")
    assert (file.bank, file.title, file.items) == ("my-notes", "My Notes", ())


def test_a_repeated_id_names_the_line_of_the_first() -> None:
    file = read(NOTES.replace("sco-created", "simla-who-and-when"))
    (found,) = file.diagnostics
    assert (found.code, found.span.line) == ("QG109", 27)
    assert found.message == "the id `simla-who-and-when` is used twice; the first is on line 6"
    assert len(file.items) == 2


def test_the_same_question_twice_without_ids_is_named() -> None:
    once = "  - question: One?\n    options: [Aa, Bb]\n    answer: a\n"
    (found,) = read_question_file(f"questions:\n{once}{once}".encode(), "n.yaml").diagnostics
    assert found.message == "this question is the same as the one on line 2"


def test_errors_and_warnings_are_told_apart_and_name_their_question() -> None:
    file = read(NOTES.replace("explanation: The", "explanation: Option (c), the"))
    (found,) = file.diagnostics
    assert found.severity is Severity.WARNING
    assert found.item == "sco-created"
    assert found.text[found.span.column - 1 :].startswith("Option (c), the")
    assert found.span.length == len("Option (c)")
    assert len(file.items) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Option (c) is far.",
        "The tempting option B is far.",
        "options (a) and (b) are near.",
        "the answer is (d).",
        "choice A.",
    ],
)
def test_letters_of_options_are_seen(text: str) -> None:
    file = question(f"question: X?\noptions: [Aa, Bb]\nanswer: a\nexplanation: {text}")
    assert [found.code for found in file.diagnostics] == ["QG201"]


@pytest.mark.parametrize(
    "text",
    [
        "The option a candidate takes.",
        "Article 19(1)(a) grants it.",
        "No option is far.",
        "Plan B was the answer.",
    ],
)
def test_other_letters_are_not(text: str) -> None:
    file = question(f"question: X?\noptions: [Aa, Bb]\nanswer: a\nexplanation: {text}")
    assert file.diagnostics == ()


def test_letters_in_a_why_or_a_line_to_remember_are_seen_too() -> None:
    file = question(
        """
        about: X
        statements:
          - correct: One.
            why: See option (b).
          - incorrect: Two.
        remember: Option (a).
        """
    )
    assert [found.span.line for found in file.diagnostics] == [5, 7]


def test_joiners_that_indian_scripts_need_are_allowed() -> None:
    file = question("question: क्\u200dष and क्\u200cष?\noptions: [Aa, Bb]\nanswer: a")
    assert file.diagnostics == ()
    assert "\u200d" in file.items[0].item.question.stem


@pytest.mark.parametrize("running", [True, False])
def test_the_garbage_collector_is_left_as_it_was(running: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        read(NOTES)
        assert gc.isenabled() is running
    finally:
        (gc.enable if was else gc.disable)()


def test_a_question_with_several_faults_has_them_all_named() -> None:
    file = question(
        """
        question: X?
        options: [Aa, aa]
        anwser: e
        difficulty: medum
        as_of: soon
        """
    )
    assert [found.code for found in file.diagnostics] == [
        "QG107",
        "QG104",
        "QG112",
        "QG106",
        "QG110",
    ]


@pytest.mark.parametrize(
    ("text", "field", "says", "help_"),
    [
        ("pairs: []\nquestion: X?", "question", "a question with pairs has no", "above the rows"),
        ("pairs: []\noptions: [I]", "options", "a question with pairs has no", "quizgen makes"),
        ("pairs: []\nstatements: []", "statements", "with pairs has no", "of its own"),
        ("claim: {correct: A}\nabout: X", "about", "with reasons has no", "always the same"),
        ("sequence: []\nabout: X", "about", "a question with a sequence has no", "the entries"),
        ("sequence: []\nask: which", "ask", "with a sequence has no", "remove it"),
        ("statements: []\nquestion: X?", "question", "with statements has no", "the statements"),
        ("about: X\nquestion: X?\noptions: [a]", "about", "with options has no", "`question`"),
    ],
)
def test_fields_of_another_kind_are_told_so_at_their_name(
    text: str, field: str, says: str, help_: str
) -> None:
    found = next(one for one in question(text).diagnostics if one.code == "QG103")
    assert f"{says} `{field}`" in found.message
    assert help_ in found.help
    assert found.text[found.span.column - 1 :].startswith(field)
    assert found.span.length == len(field)


@pytest.mark.parametrize(
    ("text", "field", "code", "says"),
    [
        ("pairs: [A | B, C | D]", "A | B", "QG102", "entry 1 of `pairs` is text, not a mapping"),
        ("claim: X\nreasons: []", "X", "QG102", "`claim` is text, not a mapping"),
        ("reasons: [{correct: A}]", "reasons", "QG101", "a question with reasons needs `claim`"),
        ("claim: {corect: A}\nreasons: []", "corect", "QG104", "unknown field `corect`"),
        ("claim: {correct: A}\nreasons: [{corect: A}]", "corect", "QG104", "unknown field"),
        ("pairs: [{matchd: A | B}]", "matchd", "QG104", "unknown field `matchd`"),
        ("sequence: [{text: A, dat: 1999}]", "dat", "QG104", "unknown field `dat`"),
        ("sequence: [{date: 1999}]", "{date", "QG101", "an entry needs `text`"),
        (
            "claim: {correct: A}\nreasons: [{correct: B, explains: x}]",
            "x",
            "QG106",
            "`explains` cannot be `x`",
        ),
        ("pairs: []\nask: which-not", "which-not", "QG106", "`ask` cannot be `which-not`"),
    ],
)
def test_slips_in_what_a_question_numbers_are_shown_where_they_are(
    text: str, field: str, code: str, says: str
) -> None:
    found = next(one for one in question(text).diagnostics if one.code == code)
    assert found.message.startswith(says)
    assert found.text[found.span.column - 1 :].startswith(field)


COMMON = """
id: it
topic: t
difficulty: hard
facts: [one, two]
tags: [beyond]
source: A book
locator: page 1
as_of: 2019-11
since: 2001-06-15
until: 2023
explanation: So.
remember: This.
"""


def test_what_a_question_says_of_itself_goes_with_the_item_whatever_its_kind() -> None:
    for kind in (
        "question: X in 2019?\noptions: [a, b]\nanswer: a",
        "about: x in 2019\nstatements: [{correct: A}, {incorrect: B}]",
        "lead: In 2019\npairs: [{matched: A | B}, {matched: C | D}]",
        "claim: {correct: In 2019}\nreasons: [{correct: B}]",
        "lead: In 2019\nsequence: [{text: A, date: 1}, {text: B, date: 2}, {text: C, date: 3}]",
    ):
        text = kind.replace("date: ", "date: 200")
        file = question(f"{COMMON}{text}")
        assert file.diagnostics == ()
        (loaded,) = file.items
        asked, told = loaded.item.question, loaded.item.answer
        assert (asked.id, asked.topic, asked.difficulty) == ("it", "t", "hard")
        assert (asked.facts, asked.as_of) == (("one", "two"), "2019-11")
        assert (told.source, told.locator) == ("A book", "page 1")
        assert (told.since, told.until) == ("2001-06-15", "2023")
        assert (told.explanation, told.remember) == ("So.", "This.")
        assert loaded.item.tags == ("beyond",)


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("just text", "QG102", "a question is a mapping of fields"),
        ("qestion: X?", "QG104", "unknown field `qestion`"),
        ("foo: bar", "QG103", "there is no question here, nor statements"),
        ("question: X?\noptions: {a: b}\nanswer: a", "QG102", "`options` is a mapping, not a list"),
        ("question: X?\noptions: [A, B]\nanswer: [a]", "QG102", "`answer` is a list, not text"),
        ("question: X?\noptions: [A, [B]]\nanswer: a", "QG102", "entry 2 of `options` is a list"),
        ("statements: [x, y]", "QG102", "entry 1 of `statements` is text, not a mapping"),
        ("question: X?\noptions: [A, B]\nshuffle: maybe\nanswer: a", "QG106", "cannot be `maybe`"),
        ("question: X?\noptions:\n- Simla: 1972\n- B", "QG132", "a colon makes `Simla`"),
        (
            "question: X?\noptions:\n- Simla pact:\n  - x\n- B",
            "QG132",
            "a colon makes `Simla pact`",
        ),
        ("about: X\nstatements:\n- correct: A\n  test: b", "QG104", "unknown field `test`"),
    ],
)
def test_a_question_of_the_wrong_shape_is_told_so(text: str, code: str, says: str) -> None:
    found = next(one for one in question(text).diagnostics if one.code == code)
    assert says in found.message


def test_no_word_of_the_tools_reaches_a_user() -> None:
    file = read(
        """
        title: [a]
        sources: {a: [b], c: {titel: d}, e: {title: f, date: soon}}
        bank: My Bank
        lang: xx
        topik: z
        as_of: 2019-13
        tags: x
        shuffle: maybe
        questions: foo
        """
    )
    assert [found.code for found in file.diagnostics] == [
        *("QG102", "QG102", "QG104", "QG110", "QG111", "QG106", "QG104", "QG110", "QG102"),
        *("QG106", "QG008"),
    ]
    said = " ".join(found.message + found.why + found.help for found in file.diagnostics)
    for word in ("pydantic", "Input", "validation", "dataclass", "str", "None", "keyword"):
        assert f" {word}" not in f" {said}"
    assert file.bank == "notes"


def test_an_unknown_field_left_empty_is_named_too() -> None:
    file = question("question: X?\noptions: [Aa, Bb]\nanswer: a\nexplantion:")
    assert [found.code for found in file.diagnostics] == ["QG104"]


def test_an_id_that_is_no_text_is_named() -> None:
    file = question("id: [x]\nquestion: X?\noptions: [Aa, Bb]\nanswer: a")
    assert [found.message for found in file.diagnostics] == ["`id` is a list, not text"]


def test_a_wrong_ask_hides_what_may_only_follow_from_it() -> None:
    file = question(
        "about: X\nask: howmany\nstatements: [{incorrect: A}, {incorrect: B}, {incorrect: C}]"
    )
    assert [found.code for found in file.diagnostics] == ["QG106"]


def test_a_letter_on_the_next_line_is_shown_at_the_first() -> None:
    file = question(
        "question: X?\noptions: [Aa, Bb]\nanswer: a\nexplanation: See option\n  (b) too."
    )
    (found,) = file.diagnostics
    assert (found.code, found.span.line) == ("QG201", 5)


def test_sources_may_be_plain_text_and_one_wrong_entry_costs_no_other() -> None:
    text = "sources: {a: Notes, b: {title: Book, date: 2019}, c: {title: X, date: soon}}\n"
    question_text = "questions:\n- {question: X?, options: [Aa, Bb], answer: a, source: b}\n"
    file = read_question_file((text + question_text).encode(), "n.yaml")
    assert [found.code for found in file.diagnostics] == ["QG110"]
    assert file.items[0].item.answer.source == "Book, 2019"


def test_a_wrong_default_costs_no_question() -> None:
    file = read(f"lang: xx\nas_of: soon\n{dedent(NOTES)}")
    assert [found.code for found in file.diagnostics] == ["QG106", "QG110"]
    assert len(file.items) == 3
    assert file.items[0].item.question.as_of == ""


def test_a_second_list_of_questions_is_seen() -> None:
    file = read(f"{dedent(NOTES)}\nquestions: []\n")
    assert [found.code for found in file.diagnostics] == ["QG010"]
    assert len(file.items) == 3
