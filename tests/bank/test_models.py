"""Facts and item models of a question file: what is read, and what is said of the rest."""

from dataclasses import asdict
from textwrap import dedent, indent

import pytest

from quizgen.bank.loaded import QuestionFile
from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Diagnostic
from quizgen.forms.dates import When
from quizgen.forms.models.model import drawn, made
from quizgen.forms.models.spec import EventFact, StatementsModel, TimelineModel
from quizgen.forms.shared import Setting
from tests.bank.pools import EVENTS, MEMBERS, QUESTION, ROWS, TIMELINE


def read(text: str) -> QuestionFile:
    return read_question_file(dedent(text).encode(), "models.yaml")


def codes(file: QuestionFile) -> list[tuple[str, int]]:
    """Code and line of each finding."""
    return [(found.code, found.span.line) for found in file.diagnostics]


def only(file: QuestionFile) -> Diagnostic:
    """The one finding there is."""
    (found,) = file.diagnostics
    return found


def underlined(found: Diagnostic) -> str:
    """What a finding points at."""
    start = found.span.column - 1
    return found.text[start : start + found.span.length]


def line_of(text: str, part: str) -> int:
    """The line, from 1, of the first place where a text has a part."""
    return text[: text.index(part)].count("\n") + 1


def test_a_file_of_models_alone_is_sound() -> None:
    file = read(EVENTS + TIMELINE)
    assert file.diagnostics == ()
    assert file.items == ()
    (loaded,) = file.models
    assert loaded.span.line == line_of(EVENTS + TIMELINE, "id: treaties")
    assert loaded.model.bank == "models"
    assert isinstance(loaded.model.spec, TimelineModel)
    assert loaded.model.spec.about == "relations between India and Pakistan"
    first = loaded.model.facts[0]
    assert isinstance(first, EventFact)
    assert asdict(first) == {
        "id": "indus",
        "event": "the signing of the Indus Waters Treaty",
        "date": "1960-09-19",
        "why": "At Karachi.",
        "source": "",
        "locator": "",
    }


def test_models_and_questions_may_stand_in_one_file_in_any_order() -> None:
    for text in (EVENTS + TIMELINE + QUESTION, QUESTION + TIMELINE + EVENTS):
        file = read(text)
        assert file.diagnostics == ()
        assert len(file.items) == len(file.models) == 1
    assert len(read(f"{EVENTS}{TIMELINE}\nquestions: []\n").models) == 1


def test_an_item_of_a_model_that_was_read_can_be_drawn() -> None:
    (loaded,) = read(EVENTS + TIMELINE).models
    when = When("2026-11-22")
    name = drawn(loaded.model, "sequence", "seed", when, frozenset())
    assert name is not None
    item = made(loaded.model, name, Setting("models"))
    assert item is not None
    assert item.answer.key == "indus>tashkent>simla>lahore"


def test_what_the_file_says_holds_for_its_models_and_facts() -> None:
    head = "bank: b\ntopic: treaties\ndifficulty: hard\nsource: notes\nlocator: page 1\n"
    sources = "sources:\n  notes: {title: Class notes, date: 2024}\n  own: Own notes\n"
    text = EVENTS.replace("why: At Karachi.", "source: own\n      locator: page 7")
    (loaded,) = read(head + sources + text + TIMELINE).models
    spec, facts = loaded.model.spec, loaded.model.facts
    assert (loaded.model.bank, spec.topic, spec.difficulty) == ("b", "treaties", "hard")
    assert [cited.text for cited in loaded.model.cited][:2] == ["Own notes", "Class notes, 2024"]
    assert [fact.locator for fact in facts][:2] == ["page 7", "page 1"]


def test_a_source_that_is_nearly_the_name_of_one_is_told() -> None:
    sources = "sources:\n  class-notes: Class notes\n"
    for old, indented in (("why: At Karachi.", "      "), ("about: relations", "    ")):
        text = (EVENTS + TIMELINE).replace(old, f"source: class-note\n{indented}{old}")
        found = only(read(sources + text))
        assert (found.code, underlined(found)) == ("QG203", "class-note")
        assert len(read(sources + text).models[0].model.facts) == 4


def test_on_a_question_facts_are_names_as_before() -> None:
    file = read(f"{EVENTS}{TIMELINE}{QUESTION}    facts: [indus]\n")
    assert file.diagnostics == ()
    assert file.items[0].item.question.facts == ("indus",)


@pytest.mark.parametrize(
    ("old", "new", "code", "points"),
    [
        ("event: the signing of the Simla", "evnt: the signing of the Simla", "QG104", "evnt"),
        ("date: 1972-07-02", "date: 2 July 1972", "QG110", "2 July 1972"),
        ("date: 1972-07-02", "dat: 1972-07-02", "QG104", "dat"),
        ("date: 1972-07-02", "date:", "QG121", ""),
        ("event: the signing of the Simla Agreement", 'event: " "', "QG121", '" "'),
        ("id: simla", "id: The Simla", "QG111", "The Simla"),
        ("id: simla", "id: none", "QG109", "none"),
        ("id: simla", "id: indus", "QG109", "indus"),
        ("event: the signing of the Simla", "entity: the signing of the Simla", "QG104", "date"),
        ("event: the signing of the Simla Agreement", "why: It was.", "QG152", "id: simla"),
        ("date: 1972-07-02", 'date: 1972-07-02\n      why: "\\e[31m"', "QG009", "\\e"),
        ("date: 1972-07-02", "date: 1972-07-02\n      date: 1973", "QG010", "date"),
        ("signing of the Simla Agreement", "signing #2 at Simla", "QG131", "#2 at Simla"),
    ],
)
def test_an_error_in_a_fact_is_shown_where_it_is_and_costs_that_fact(
    old: str, new: str, code: str, points: str
) -> None:
    assert old in EVENTS
    file = read(EVENTS.replace(old, new) + TIMELINE)
    assert {one.code for one in file.diagnostics} - {"QG101"} == {code}
    found = next(one for one in file.diagnostics if one.code == code)
    assert underlined(found) == points
    (loaded,) = file.models
    assert [fact.id for fact in loaded.model.facts] == ["indus", "tashkent", "lahore"]


@pytest.mark.parametrize(
    ("old", "new", "code", "points"),
    [
        ("timeline: treaties", "timelin: treaties", "QG104", "timelin"),
        ("timeline: treaties", "timeline: treatis", "QG151", "treatis"),
        ("timeline: treaties", "topic: x", "QG152", "id: treaties"),
        ("about: relations", "abot: relations", "QG104", "abot"),
        ("id: treaties", "id: My treaties", "QG111", "My treaties"),
        ("id: treaties", "id:", "QG121", ""),
        ("timeline: treaties", "timeline: treaties\n    as_of: today", "QG110", "today"),
        ("timeline: treaties", "timeline: treaties\n    difficulty: dull", "QG106", "dull"),
        ("timeline: treaties", "timeline: treaties\n    forms: year", "QG102", "year"),
        ("timeline: treaties", "timeline: treaties\n    forms: [year, sequel]", "QG106", "sequel"),
        ("timeline: treaties", "statements: treaties", "QG152", "treaties"),
    ],
)
def test_an_error_in_a_model_is_shown_where_it_is_and_costs_that_model(
    old: str, new: str, code: str, points: str
) -> None:
    assert old in TIMELINE
    other = "  - id: other\n    timeline: treaties\n"
    file = read(EVENTS + TIMELINE.replace(old, new) + other)
    assert only(file).code == code
    assert underlined(only(file)) == points
    assert [loaded.model.spec.id for loaded in file.models] == ["other"]


def test_slips_are_met_with_what_was_probably_meant() -> None:
    for old, new, meant in (
        ("timeline: treaties", "timeline: treatis", "did you mean `treaties`?"),
        ("timeline: treaties", "timelin: treaties", "Did you mean"),
    ):
        help_ = only(read(EVENTS + TIMELINE.replace(old, new))).help
        assert meant.casefold() in help_.casefold()
    found = only(read(f"{EVENTS}{QUESTION}model: []\n"))
    assert "did you mean `models`?" in found.help


def test_the_model_an_error_is_about_is_named() -> None:
    assert only(read(EVENTS + TIMELINE.replace("about", "abot"))).item == "treaties"
    assert only(read(EVENTS.replace("1972-07-02", "soon") + TIMELINE)).item == ""


@pytest.mark.parametrize("part", ["models", "facts"])
@pytest.mark.parametrize("text", ["x", "[x]", "{x: y}", "{x: [y]}"])
def test_another_shape_altogether_is_told_so(part: str, text: str) -> None:
    file = read(f"{part}: {text}\n{QUESTION}")
    sound = part == "models" and text == "[]"
    assert bool(file.diagnostics) != sound
    assert {found.code for found in file.diagnostics} <= {"QG102"}
    assert len(file.items) == 1


def test_an_empty_list_or_pool_is_no_fault_until_it_is_asked() -> None:
    assert read(f"models: []\nfacts: {{}}\n{QUESTION}").diagnostics == ()
    assert read(f"models:\nfacts:\n{QUESTION}").diagnostics == ()
    file = read(f"facts: {{treaties: []}}\n{TIMELINE}")
    assert only(file).code == "QG154"
    assert only(file).message == "the pool `treaties` is empty"
    assert read("models: []\n").diagnostics[0].code == "QG008"
    assert read(EVENTS).diagnostics[0].code == "QG008"


def test_two_pools_of_one_name_are_told() -> None:
    text = EVENTS + EVENTS.split("facts:\n")[1].replace("id: ", "id: other-") + TIMELINE
    assert "QG010" in dict(codes(read(text)))


def test_a_list_is_no_name_of_a_pool() -> None:
    found = only(read(f"facts:\n  [a]: []\n{QUESTION}"))
    assert (found.code, underlined(found)) == ("QG012", "[a]")


def test_an_id_used_twice_names_the_line_of_the_first() -> None:
    model = "  - id: treaties\n    timeline: treaties\n"
    file = read(EVENTS + TIMELINE + model)
    line = line_of(EVENTS + TIMELINE, "id: treaties")
    assert only(file).message == f"the id `treaties` is used twice; the first is on line {line}"
    assert len(file.models) == 1
    fact = only(read(EVENTS.replace("id: simla", "id: indus") + TIMELINE))
    assert fact.message == "the id `indus` is used twice; the first is on line 4"


def test_facts_of_two_kinds_in_one_pool_are_told_apart() -> None:
    text = EVENTS + "    - id: bhutto\n      correct: Bhutto was President then.\n" + TIMELINE
    found = only(read(text))
    assert found.code == "QG152"
    assert found.message == "the facts above are events, and this is a statement"
    assert underlined(found) == "correct"


def test_a_fact_is_no_text_and_no_list() -> None:
    for entry, shape in (("Tashkent, 1966", "text"), ("[Tashkent]", "a list")):
        file = read(f"{EVENTS}    - {entry}\n{TIMELINE}")
        assert only(file).message == f"a fact is a mapping of fields, not {shape}"
        assert len(file.models) == 1


def test_what_building_a_model_finds_is_shown_at_the_fact() -> None:
    pool = [
        f"  - id: s{number}\n    {truth}: Statement {number}.\n"
        for number, truth in enumerate(("correct", "incorrect", "correct", "correct"))
    ]
    pool[1] += "    against: [s9]\n"
    text = f"facts:\n  said:\n{indent(''.join(pool), '  ')}"
    file = read(f"{text}models:\n  - id: m\n    statements: said\n    about: it\n")
    found = only(file)
    assert (found.code, underlined(found)) == ("QG151", "s9")
    two = read(
        f"{text}models:\n  - id: m\n    statements: said\n    about: it\n"
        "  - id: n\n    statements: said\n    about: it\n"
    )
    assert len(two.diagnostics) == 1, "once, though two models ask for it"


def test_statements_are_checked_like_those_of_a_question() -> None:
    text = """
    facts:
      said:
        - id: both
          correct: One.
          incorrect: Two.
        - id: one
          correct: Three.
        - id: two
          correct: Four.
        - id: three
          incorrect: Five.
    models:
      - id: m
        statements: said
        about: it
    """
    file = read(text)
    assert only(file).code == "QG103"
    (loaded,) = file.models
    assert isinstance(loaded.model.spec, StatementsModel)
    assert [fact.id for fact in loaded.model.facts] == ["one", "two", "three"]


def test_rows_need_values() -> None:
    text = """
    facts:
      rows:
        - id: nothing
          name: None
          values: {}
        - id: blank
          name: Blank
          values:
            place: " "
    """
    found = read(f"{dedent(text)}{QUESTION}").diagnostics
    assert [one.code for one in found] == ["QG121", "QG121"]
    assert underlined(found[1]) == '" "'


def test_a_membership_table_with_a_fact_left_out_is_not_asked() -> None:
    assert len(read(MEMBERS).models) == 1
    file = read(MEMBERS.replace("since: 2005-07-05", "since: July 2005"))
    assert [found.code for found in file.diagnostics] == ["QG110", "QG157"]
    assert file.models == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "points"),
    [
        ("id: observer", "id: An observer", "QG111", "An observer"),
        ("many: observers", "mny: observers", "QG104", "mny"),
        (
            "- id: observer\n        one: an observer",
            "- one: an observer",
            "QG101",
            "one: an observer",
        ),
        ("category: observer", "category: obsrver", "QG151", "obsrver"),
        ("dates: [2019-11-15]", "dates: [soon]", "QG110", "soon"),
        ("as_of: 2024-07-04", "topic: sco", "QG101", "id: sco"),
    ],
)
def test_an_error_in_a_membership_table_is_shown_where_it_is(
    old: str, new: str, code: str, points: str
) -> None:
    assert old in MEMBERS
    file = read(MEMBERS.replace(old, new))
    found = next(one for one in file.diagnostics if one.code == code)
    assert underlined(found) == points
    assert file.models == ()


def test_a_list_without_its_dashes_is_told_so() -> None:
    model = TIMELINE.rstrip() + "\n    forms:\n      year\n      sequence\n"
    found = only(read(EVENTS + model))
    assert (found.code, underlined(found)) == ("QG141", "year")


def test_what_only_follows_from_a_fact_left_out_is_not_told() -> None:
    text = EVENTS.replace("date: 1972-07-02", "date: soon").replace("date: 1999-02-21", "date: x")
    model = TIMELINE.rstrip() + "\n    forms: [sequence]\n"
    file = read(text + model)
    assert {found.code for found in file.diagnostics} == {"QG110"}
    assert file.models == ()
    nothing = read(EVENTS.replace("date: 1", "date: x1") + TIMELINE)
    assert {found.code for found in nothing.diagnostics} == {"QG110"}


def test_after_a_fault_of_yaml_in_a_question_models_are_still_read() -> None:
    fault = "  - question: A stray: colon: here\n    options: [Here, There]\n"
    for text in (EVENTS + TIMELINE + QUESTION + fault, QUESTION + fault + EVENTS + TIMELINE):
        file = read(text)
        assert only(file).code == "QG132"
        assert len(file.items) == len(file.models) == 1


def test_after_one_in_a_fact_the_line_is_taken_as_meant_and_costs_that_fact() -> None:
    text = EVENTS.replace("At Karachi.", "At Karachi: in 1960.")
    for whole in (text + TIMELINE + QUESTION, QUESTION + text + TIMELINE, text + TIMELINE):
        file = read(whole)
        found = only(file)
        assert found.code == "QG132"
        assert found.help.endswith('why: "At Karachi: in 1960."')
        assert len(file.items) == (QUESTION in whole)
        assert [fact.id for fact in file.models[0].model.facts] == ["tashkent", "simla", "lahore"]


def test_a_membership_table_with_a_fault_of_yaml_in_it_is_not_asked() -> None:
    text = MEMBERS.replace("since: 2005-07-05", "why: Since: 2005\n      since: 2005-07-05")
    file = read(text)
    assert [found.code for found in file.diagnostics] == ["QG132", "QG157"]
    assert file.models == ()


def test_after_a_fault_in_the_head_of_a_file_of_models_later_slips_are_told() -> None:
    slip = EVENTS.replace("date: 1972-07-02", "date: soon")
    file = read(f"topic: Polity: Indian\n{slip}{TIMELINE}")
    line = line_of(f"topic: Polity: Indian\n{slip}", "soon")
    assert codes(file) == [("QG132", 1), ("QG110", line)]
    assert file.models[0].model.spec.topic == "Polity: Indian"


def test_after_a_fault_that_cannot_be_mended_models_are_lost_with_a_word_that_names_it() -> None:
    text = EVENTS.replace("    - id: simla", "    id: simla")
    for whole in (text + TIMELINE + QUESTION, QUESTION + text + TIMELINE, text + TIMELINE):
        file = read(f"title: Treaties\n{whole}")
        line = line_of(f"title: Treaties\n{whole}", "id: simla")
        assert codes(file) == [("QG007", line), ("QG156", line)]
        assert file.diagnostics[1].message.startswith(
            f"`facts` cannot be read because of the fault on line {line}, "
        )
        assert len(file.items) == (QUESTION in whole)
        assert file.models == ()
        assert file.title == "Treaties"


@pytest.mark.parametrize("spaces", [0, 1, 3])
def test_a_model_out_of_line_is_shown_where_it_is(spaces: int) -> None:
    text = f"{EVENTS}{TIMELINE}{' ' * spaces}- id: more\n{' ' * spaces}  timeline: treaties\n"
    file = read(text)
    line = line_of(text, "- id: more")
    assert codes(file) == [("QG007", line), ("QG156", line)]
    assert file.diagnostics[0].help.endswith("2 spaces: - id: more")


def test_a_model_in_place_of_a_list_is_shown_where_it_is() -> None:
    text = EVENTS + TIMELINE.replace("- id", "  id")
    assert codes(read(text)) == [("QG102", line_of(text, "  id: treaties\n    timeline"))]


def test_a_models_own_source_and_locator_come_before_the_files() -> None:
    head = "source: laxmikanth\nlocator: chapter 1\nsources:\n  ncert-11: {title: NCERT 11}\n"
    own = "    source: ncert-11\n    locator: page 7\n"
    text = head + EVENTS.replace("why: At", "source: notes\n      why: At") + TIMELINE
    for whole, sources, locator in (
        (text, ["notes", "laxmikanth"], "chapter 1"),
        (text.rstrip() + "\n" + own, ["notes", "NCERT 11"], "page 7"),
    ):
        (loaded,) = read(whole).models
        assert [cited.text for cited in loaded.model.cited][:2] == sources
        assert {fact.locator for fact in loaded.model.facts} == {locator}


def test_what_the_file_says_of_dates_is_no_date_of_an_entity() -> None:
    text = MEMBERS.replace("      since: 2004-06-17\n", "")
    assert [one.code for one in read(f"since: 2001\n{text}").diagnostics] == ["QG101", "QG157"]


def test_one_cause_in_many_facts_is_told_once() -> None:
    file = read(ROWS.replace("- id: place", "- id: plce"))
    assert only(file).message == "the model has no column `place`, named in 3 more places too"
    two = read(ROWS.replace("id: place", "id: plce").replace("place:", "plce:", 2))
    assert only(two).message.endswith("`place`, named in one more place too")


def test_a_sentence_with_another_word_for_the_name_is_told_once() -> None:
    found = only(read(ROWS.replace("{name}", "{river}")))
    assert (found.code, "{river}" in found.message) == ("QG155", True)


def test_facts_in_another_script_are_told_once() -> None:
    hindi = EVENTS.replace("the signing of the Simla Agreement", "शिमला समझौता")
    found = only(read(hindi.replace("the signing of the Lahore Declaration", "लाहौर") + TIMELINE))
    assert (found.code, underlined(found)) == ("QG206", "शिमला समझौता")
    assert only(read(ROWS.replace("Simla Agreement", "शिमला समझौता"))).code == "QG206"
    assert read(f"lang: hi\n{hindi}{TIMELINE}").diagnostics[0].code == "QG128"


def test_an_item_model_has_its_own_place_in_the_file_of_its_bank() -> None:
    assert read(MEMBERS + QUESTION).models[0].span.line == line_of(MEMBERS, "id: sco")


def pool_of(number: int) -> str:
    """The text of a pool of so many events."""
    events = "".join(
        f"    - {{id: e{n}, event: event {n}, date: {1000 + n}}}\n" for n in range(number)
    )
    return f"facts:\n  treaties:\n{events}"


def test_a_pool_of_more_facts_than_can_be_weighed_in_time_is_left_out_and_told_once() -> None:
    file = read(pool_of(501) + TIMELINE + QUESTION)
    assert only(file).code == "QG158"
    assert underlined(only(file)) == "treaties"
    assert "501 facts, and 500 is the most" in only(file).message
    assert (len(file.items), file.models) == (1, ())
    assert len(read(pool_of(500) + TIMELINE).models) == 1


def test_models_past_the_most_of_a_file_are_told_at_the_first_and_the_others_are_asked() -> None:
    models = "".join(f"  - {{id: m{n}, timeline: treaties, forms: [year]}}\n" for n in range(51))
    file = read(f"{EVENTS}models:\n{models}")
    assert only(file).code == "QG158"
    assert "id: m50" in only(file).text
    assert [loaded.model.spec.id for loaded in file.models] == [f"m{n}" for n in range(50)]
