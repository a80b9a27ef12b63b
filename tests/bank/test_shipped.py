"""The bank that ships with quizgen: clean, complete, and of the size and shape it says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quizgen.bank.loaded import Lacking
from quizgen.bank.loader import read_question_file
from quizgen.cli.world import today
from quizgen.core.item import LETTERS, Difficulty, Form, Item
from quizgen.core.mix import MIXES, STYLE
from quizgen.forms.dates import When
from quizgen.forms.models.asked import asked_facts
from quizgen.forms.models.model import count, fact_count
from quizgen.show.words import form_name
from tests.cli.run import quizgen

FOLDER = Path(__file__).parents[2] / "questions"
READ = {path: read_question_file(path.read_bytes(), path.name) for path in FOLDER.glob("*.yaml")}
ITEMS = [loaded.item for read in READ.values() for loaded in read.items]
MODELS = [loaded.model for read in READ.values() for loaded in read.models]

TOPICS = {
    "SCO membership",
    "SCO institutions",
    "Track-I and Track-II",
    "treaty dates",
    "Kashmir and India-Pakistan relations",
    "Indus Waters Treaty",
}
DOCUMENTS = (
    "Track II Diplomacy Between India And Pakistan",
    "Track-II Diplomacy and Bifurcation of Kashmir",
)


@pytest.mark.parametrize("path", sorted(READ), ids=lambda path: path.stem)
def test_each_file_is_sound_and_complete(path: Path) -> None:
    read = READ[path]
    assert read.diagnostics == ()
    assert read.lacking == Lacking()
    assert read.bank == "quizgen"


def test_it_passes_the_strictest_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    ended = quizgen("check", "--strict", "--today", "2026-11-22", str(FOLDER))
    assert ended.status == 0, ended.out


def test_no_id_is_used_twice_and_every_option_has_its_why() -> None:
    assert max(Counter(item.question.id for item in ITEMS).values()) == 1
    for item in ITEMS:
        whys = item.answer.statements or item.answer.options
        assert all(why.text for why in whys), item.question.id
        assert 4 == len(item.question.options) < len(LETTERS)
        assert item.question.letter(item.answer.key)


def test_it_has_the_size_and_the_topics_it_should() -> None:
    assert len(ITEMS) >= 160
    assert len(MODELS) >= 6
    assert sum(map(fact_count, MODELS)) >= 200
    assert {item.question.topic for item in ITEMS} == TOPICS
    assert {model.spec.topic for model in MODELS} <= TOPICS


def test_its_forms_are_those_of_the_paper_of_2025_within_three_in_a_hundred() -> None:
    forms = Counter(item.question.form for item in ITEMS)
    assert set(forms) >= set(Form) - {Form.NEGATIVE}
    for share in MIXES[STYLE]:
        found = 100 * sum(forms[form] for form in share.forms) / len(ITEMS)
        assert abs(found - share.part) <= 3, sorted(share.forms)


def test_three_in_ten_are_easy_and_two_are_hard() -> None:
    found = Counter(item.question.difficulty for item in ITEMS)
    for difficulty, part in ((Difficulty.EASY, 30), (Difficulty.MEDIUM, 50), (Difficulty.HARD, 20)):
        assert abs(100 * found[difficulty] / len(ITEMS) - part) <= 3


def test_every_question_says_its_source_and_place_and_what_is_beyond_the_documents() -> None:
    for item in ITEMS:
        question, answer = item.question, item.answer
        assert question.facts, question.id
        assert answer.source, question.id
        assert answer.locator, question.id
        if not answer.source.startswith(DOCUMENTS):
            assert "beyond" in item.tags, question.id


def test_whoever_misjudges_a_statement_is_asked_again_for_its_facts_alone() -> None:
    for item in ITEMS:
        if item.question.form is not Form.SEQUENCE:
            assert all(why.facts for why in item.answer.statements), item.question.id
        assert all(re.fullmatch(r"[a-z0-9-]+", fact) for fact in item.question.facts)


def test_what_a_question_names_besides_its_statements_is_asked_by_something_else() -> None:
    # The wording gives such a fact away, so no paper asks for it as well. A right answer counts it
    # as recalled, and nobody would ever find out that it was not.
    asked = {fact for item in ITEMS for fact in _asked(item)}
    asked |= {each.fact for model in MODELS for each in asked_facts(model)}
    for item in ITEMS:
        assert set(item.question.facts) <= asked


def _asked(item: Item) -> set[str]:
    """What its statements, rows, claims and reasons rest on; all of its facts if it has none."""
    stated = {fact for why in item.answer.statements for fact in why.facts}
    return stated or set(item.question.facts)


def test_every_explanation_has_two_to_five_sentences() -> None:
    initials = re.compile(r"\b(?:[A-Z]|St|v|vs|Art|No|Nos|Dr|Mr|Mrs|Lt|Gen)\.(?=\s)")
    for item in ITEMS:
        text = initials.sub("", item.answer.explanation)
        sentences = re.findall(r"[.!?][\"')]*(?:\s|$)", text)
        assert 2 <= len(sentences) <= 5, item.question.id


def test_what_list_prints_of_it_is_counted_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    shown = quizgen("list", "--stats", "--bank", str(FOLDER)).out
    facts = sum(map(fact_count, MODELS))
    assert shown.startswith(
        f"{len(ITEMS)} written questions, and {len(MODELS)} item models over {facts} facts\n"
    )
    rows = dict(re.findall(r"^(\S.*?) {2,}([\d,]+)(?: |$)", shown, re.MULTILINE))
    for form, number in Counter(item.question.form for item in ITEMS).items():
        assert rows[form_name(form)] == str(number)
    for difficulty, number in Counter(item.question.difficulty for item in ITEMS).items():
        assert rows[str(difficulty)] == str(number)
    assert rows["beyond"] == str(sum("beyond" in item.tags for item in ITEMS))


def test_the_models_make_thousands_of_questions_and_list_prints_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    shown = quizgen("list", "--stats", "--plain", "--bank", str(FOLDER)).out
    made = {model.spec.id: sum(count(model, When(today())).values()) for model in MODELS}
    for name, number in made.items():
        assert re.search(rf"^  {name}: \d+ facts, {number:,} questions\.$", shown, re.MULTILINE)
    assert sum(made.values()) > 10_000
    assert f"Together {sum(made.values()):,} different questions." in shown
