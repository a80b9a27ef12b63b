"""A result as one HTML file: what it says, that it is safe, and that everyone can read it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.analysis import Analysis, analysis
from quizgen.core.cutoffs import CUTOFFS, Distance
from quizgen.core.events import Event, Interrupt, Select, Submit, Tick, Visit
from quizgen.core.item import DECLINED, Answer, Option
from quizgen.core.marking import Outcome
from quizgen.core.only import Only
from quizgen.core.paper import Paper, Timing
from quizgen.core.result import Result, result
from quizgen.show.html import About, page
from quizgen.show.html.markup import ATTRIBUTES, ELEMENTS
from tests.golden_files import assert_golden
from tests.show.exhibits import ANSWERS, RAJASTHAN, SPEED, attempt, mock, practice
from tests.show.pages import ABOUT, EVENTS, SMALL, Read, everywhere, read, shown, whole_paper

BIG = whole_paper()


def _sat(paper: Paper, *events: tuple[int, Event]) -> Read:
    return read(shown(result(attempt(paper, *events), ANSWERS)))


def test_of_a_small_paper() -> None:
    assert_golden("show/html_small.html", shown(SMALL))


# What it says


def test_it_names_paper_date_and_terms() -> None:
    text = read(shown(SMALL)).text

    assert "Mock, 22 November 2026, 15:45 IST" in text
    assert "UPSC Civil Services (Preliminary), General Studies Paper I." in text
    assert "3 questions, 30 min for the paper. Marks: right +2, wrong -0.67, blank 0." in text
    assert "Attempt 20261122-101500-3fa2" in text
    assert "Paper 3q-1800s-s48213-b7f3a9c21-k4d" in text


def test_a_speed_test_names_the_clock_of_each_question_and_what_timed_out() -> None:
    paper = replace(mock(SPEED), preset="", code="")
    text = _sat(paper, (57_000, Tick())).text

    assert "3 questions, 19 s for each question." in text
    assert "Time is up: not answered, no marks lost." in text
    assert "UPSC" not in text
    assert "Paper 3q" not in text


def test_it_tells_the_score_and_all_that_explains_it() -> None:
    text = read(shown(SMALL)).text

    assert "Score 1.33 of 6" in text
    assert "Right 1 Wrong 1 Unanswered 1 Accuracy 50 % Lost to wrong answers 0.67" in text
    assert "Time 1 min 1 s Time a question 20 s Slowest: question 3 41 s" in text
    assert "you called a guess your score would be -0.67: it brought you 2." in text


def test_what_was_sure_but_wrong_comes_first_and_leads_to_its_question() -> None:
    found = read(shown(SMALL))

    assert found.text.index("Sure but wrong: look at these first") < found.text.index("Marks by")
    assert "Question 1, treaty dates: Wrong (-0.67) in 14 s. You chose (a) I only." in found.text
    assert {"href": "#q1"} in found.all("a")


def test_a_question_is_told_with_response_key_reasons_and_history() -> None:
    text = read(shown(SMALL)).text
    first = text[text.index("Question 1 of 3") : text.index("Question 2 of 3")]

    assert "treaty dates, medium, two statements" in first
    assert "II. It was signed by two Prime Ministers." in first
    assert "(a) I only Your answer" in first
    assert "(b) II only Right answer" in first
    assert "Wrong (-0.67) in 14 s. You chose (a) I only. Answer: (b) II only." in first
    assert "II. Not correct. Bhutto was President then" in first
    assert "Remember: Simla, President and Prime Minister." in first
    assert "How sure Sure" in first
    assert "Answers given (b), then (a)" in first
    assert "Source Track II Diplomacy Between India And Pakistan, 2025" in first


def test_emphasis_tables_and_dates_of_a_question_are_kept() -> None:
    found = read(shown(SMALL))

    assert "<strong>not</strong> correct?" in shown(SMALL)
    assert "Year Joined 2017 India, Pakistan 2023 Iran" in found.text
    assert "Answers given (c), then cleared As of November 2019" in found.text
    assert "Time 41 s" in found.text


def test_every_why_of_an_option_stands_with_its_option() -> None:
    text = read(shown(SMALL)).text

    assert "(a) Karachi Your answer Right answer Signed there on 19 September 1960." in text
    assert "(b) Simla The place of the agreement of 1972." in text
    assert "Marked For review" in text


def test_groups_have_tables_where_there_are_several() -> None:
    text = read(shown(BIG)).text

    for title in ("By topic", "By section", "By form", "By difficulty", "Time by outcome"):
        assert title in text
    assert "No topic" in text
    assert "Questions 1 to 50" in text
    assert "Answered in the first half of the time" in text
    assert "First part, treaty dates, medium, two statements" in text


def test_a_single_topic_has_neither_table_nor_chart() -> None:
    paper = mock()
    alike = tuple(replace(each, topic="sco", difficulty=None) for each in paper.questions)
    text = _sat(replace(paper, questions=alike), *EVENTS).text

    assert "By topic" not in text
    assert "Marks by topic" not in text
    assert "Certainty and outcome" in text


def test_changed_answers_are_counted_only_where_there_are_some() -> None:
    assert "Answers changed 1 (1 right to wrong)" in read(shown(SMALL)).text
    assert "Changed answers" not in _sat(mock(), (9_000, Select(0, "two")), (9_000, Submit())).text


def test_a_practice_of_one_question_has_no_halves() -> None:
    text = _sat(practice(), (9_000, Select(0, "two")), (9_000, Submit())).text

    assert "Time by outcome" in text
    assert "First and second half" not in text
    assert "Slowest" not in text


def test_a_practice_has_no_early_and_late_answers() -> None:
    events = ((9_000, Select(0, "two")), (9_000, Visit(1)), (15_000, Select(1, "simla")))
    text = _sat(practice(), *events, (15_000, Submit())).text

    assert "First and second half" in text
    assert "Questions 1 to 1" not in text
    assert "Answered in the first half" not in text


def test_times_that_say_nothing_are_not_shown() -> None:
    text = _sat(mock(), (90, Select(0, "two")), (90, Submit())).text

    assert "Where time went" not in text
    assert "Time each" not in text
    assert "Slowest" not in text


def test_an_exam_that_charges_blanks_says_what_they_cost() -> None:
    paper = mock(marking=RAJASTHAN)
    first = paper.questions[0]
    declining = replace(first, options=(*first.options, Option(DECLINED, "Not attempted")))
    paper = replace(paper, questions=(declining, *paper.questions[1:]))
    text = _sat(paper, (61_000, Select(0, DECLINED)), (61_000, Submit())).text

    assert "Not attempted 1 Lost to blanks 0.89" in text
    assert "More than 10 % was left blank: this exam disqualifies such a paper." in text
    assert "Topic Marks Right Wrong Unanswered Not attempted" in text


def test_a_void_question_is_counted_and_has_no_right_answer() -> None:
    rows = (replace(SMALL.rows[0], outcome=Outcome.VOID), *SMALL.rows[1:])
    void = replace(SMALL, rows=rows, tally=replace(SMALL.tally, void=1))
    text = read(shown(void)).text
    first = text[text.index("Question 1 of 3") : text.index("Question 2 of 3")]

    assert "Unanswered 1 Void 1" in text
    assert "Topic Marks Right Wrong Unanswered Void" in text
    assert "Void: this question has no single right answer and is not marked." in first
    assert "Right answer" not in first


def test_an_interruption_is_told() -> None:
    text = _sat(mock(), (1_000, Interrupt(60_000)), (2_000, Submit())).text

    assert "Interrupted once, 1 min; the clock stood still." in text


def test_past_cutoffs_are_shown_where_the_analysis_has_them_each_with_its_source() -> None:
    cutoffs = tuple(Distance(each, SMALL.tally.marks - each.marks) for each in CUTOFFS[:2])
    found: Analysis = replace(analysis(SMALL), cutoffs=cutoffs)
    text = read(page(SMALL, found, ABOUT)).text

    assert "2024 87.98 86.65 below pwonlyias.com" in text
    assert "not a forecast" in text
    assert "Cut-off" not in read(shown(SMALL)).text


def test_without_any_answer_it_says_so() -> None:
    found = _sat(practice(), (1_000, Submit()))

    assert "Nothing was answered, so there is no score." in found.text
    assert found.all("a") == []


def test_a_question_without_topic_reasons_or_history_ends_with_its_verdict() -> None:
    bare = replace(SMALL.rows[1].question, topic="", difficulty=None)
    entry = replace(SMALL.rows[1].entry, certainty=None, marked=False)
    row = replace(SMALL.rows[1], question=bare, entry=entry, answer=Answer("karachi"))
    html = shown(replace(SMALL, rows=(row,)))

    assert "Question 2 of 3 direct Where was" in read(html).text
    assert html.index("(a) Karachi.</p>\n</article>")


def test_what_was_sure_but_wrong_is_named_by_its_number_where_it_has_no_topic() -> None:
    bare = replace(SMALL.rows[0], question=replace(SMALL.rows[0].question, topic=""))

    assert '<a href="#q1">Question 1</a>: Wrong' in shown(replace(SMALL, rows=(bare,)))


def test_a_moment_without_the_name_of_its_zone_is_told_all_the_same() -> None:
    about = About(
        "a", "practice", datetime(2026, 11, 2, 9, 5, tzinfo=UTC).replace(tzinfo=None), "1"
    )

    assert "Practice, 2 November 2026, 09:05 Treaty dates" in read(shown(SMALL, about)).text


# That it is safe

HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "</title></style><style>*{background:url(http://x)}</style>",
        "<!-- ",
        "]]>",
        "<?php",
        "&lt;b&gt;",
        "javascript:alert(1)",
        "| a | <b> |\n|---|---|\n| <i> | </td> |",
        "I. <u>one</u>\nII. **</em>**",
        "\x1b[31m\x00\u202e",
    ]
)
TEXTS = st.lists(HOSTILE | st.text(max_size=30), min_size=1, max_size=3).map(" ".join)


PLAIN = read(shown(everywhere("plain")))
NAMES = {name.lower() for name in ATTRIBUTES}


@given(TEXTS)
def test_no_text_becomes_a_tag_or_an_attribute(text: str) -> None:
    found = read(shown(everywhere(text), replace(ABOUT, attempt=text, kind=text, version=text)))

    assert {name for name, _ in found.tags} <= ELEMENTS
    assert {name for _, attributes in found.tags for name in attributes} <= NAMES
    assert found.strange == ["DOCTYPE html"]
    for name in ("article", "section", "svg", "h1", "style", "a"):
        assert len(found.all(name)) == len(PLAIN.all(name))
    for name in ("id", "href", "class", "role", "fill", "http-equiv", "charset"):
        assert set(found.values(name)) <= set(PLAIN.values(name))


@given(TEXTS)
def test_a_page_can_be_written_as_utf_8(text: str) -> None:
    assert shown(everywhere(text)).encode()


@pytest.mark.parametrize("found", [SMALL, BIG, everywhere("http://x <script src=http://x>")])
def test_it_runs_nothing_and_loads_nothing(found: Result) -> None:
    html = shown(found)
    parts = read(html)
    sheet = html[html.index("<style>") : html.index("</style>")]

    assert "<script" not in html.lower()
    assert not re.search(r"@import|expression|url\(|http", sheet)
    assert all(value.startswith("#") for value in parts.values("href"))
    assert all(re.fullmatch(r"url\(#[a-z-]+\)", value) for value in parts.values("fill"))
    assert {"src", "style"}.isdisjoint(name for _, attributes in parts.tags for name in attributes)


def test_its_policy_forbids_what_it_does_not_do() -> None:
    policy = {"http-equiv": "Content-Security-Policy"}
    found = [each for each in read(shown(SMALL)).all("meta") if policy.items() <= each.items()]

    assert found[0]["content"] == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


# That everyone can read it


@pytest.fixture(scope="module", params=[SMALL, BIG], ids=["small", "big"])
def parts(request: pytest.FixtureRequest) -> Read:
    return read(shown(request.param))


def test_it_has_a_language_landmarks_and_one_main_heading(parts: Read) -> None:
    assert parts.all("html") == [{"lang": "en"}]
    for name in ("header", "main", "footer", "nav", "h1", "title"):
        assert len([tag for tag, found in parts.tags if tag == name and "id" not in found]) >= 1
    assert len(parts.all("h1")) == len(parts.all("main")) == 1


def test_no_level_of_heading_is_left_out(parts: Read) -> None:
    levels = [int(name[1]) for name, _ in parts.tags if re.fullmatch(r"h\d", name)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_head_of_a_table_says_what_it_heads(parts: Read) -> None:
    assert {found["scope"] for found in parts.all("th")} == {"col", "row"}


def test_every_drawing_has_words_or_stands_beside_them(parts: Read) -> None:
    ids = parts.values("id")
    for drawing in parts.all("svg"):
        if drawing.get("aria-hidden") != "true":
            assert drawing["role"] == "img"
            assert all(name in ids for name in (drawing["aria-labelledby"] or "").split())


def test_names_are_given_once_and_what_refers_to_them_finds_them(parts: Read) -> None:
    ids = parts.values("id")
    wanted = [value.removeprefix("#") for value in parts.values("href")]
    wanted += [name for value in parts.values("aria-labelledby") for name in value.split()]
    wanted += parts.values("for")
    wanted += [value[len("url(#") : -1] for value in parts.values("fill")]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


def test_each_question_is_reached_by_a_link_that_says_what_became_of_it(parts: Read) -> None:
    names = [found["aria-label"] for found in parts.all("a") if "aria-label" in found]

    assert len(names) == len(parts.all("article"))
    assert names[0] == "Question 1, wrong"


def test_questions_can_be_chosen_by_kind() -> None:
    small = read(shown(SMALL))
    sheet = shown(SMALL)

    assert "All 3 Wrong 1 Unanswered 1 Marked 1 Guessed 1 Sure but wrong 1 Changed 2" in small.text
    for only in Only:
        hides = f"#questions:has(#only-{only}:checked) > article:not(.is-{only}, :target)"
        assert (hides in sheet) is (only is not Only.ALL)
    assert "is-wrong is-sure-but-wrong is-changed" in str(small.values("class"))


def test_there_is_no_choice_of_kinds_where_there_is_one() -> None:
    text = _sat(practice(Timing()), (9_000, Select(0, "two")), (9_000, Submit())).text

    assert "Show All" not in text


LIGHT = ("paper", "panel")
INKS = ("ink", "quiet", "link", "right", "wrong")


def _luminance(colour: str) -> float:
    """Source: Web Content Accessibility Guidelines 2.2, relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_ink_can_be_read_on_every_paper_light_dark_and_printed() -> None:
    schemes = re.findall(r":root \{(.*?)\}", shown(SMALL), re.DOTALL)
    assert len(schemes) == 3
    for scheme in schemes:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", scheme))
        for paper in LIGHT:
            for ink in INKS:
                assert _contrast(colours[paper], colours[ink]) >= 4.5, (ink, paper)
            assert _contrast(colours[paper], colours["open"]) >= 3  # lines and bars
