"""Progress as one HTML file: what it says, that it is safe, and that everyone can read it."""

import json
import re
from dataclasses import replace
from html import escape, unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.progress import Answers, Coverage, Progress
from quizgen.show.html import progress_page
from quizgen.show.html.markup import ELEMENTS
from tests.golden_files import assert_golden
from tests.show.doing import EARLY, EMPTY, FORMS, PROGRESS, TOPICS, UNTIMED, WHOLE
from tests.show.pages import Read, read
from tests.show.test_html_browser import BROWSER, WIDTHS, Browser

PROBE = """
onload = () => {
  const frames = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, root = page.documentElement;
    const charts = [...page.querySelectorAll("svg.chart")];
    return [
      root.scrollWidth - frame.clientWidth,
      charts.map(each => each.getBoundingClientRect().width),
    ];
  });
  const answer = document.createElement("pre");
  answer.textContent = JSON.stringify(frames);
  document.body.replaceChildren(answer);
};
"""


def page(found: Progress = PROGRESS) -> str:
    return progress_page(found, "0.1.0")


def text(found: Progress = PROGRESS) -> str:
    return read(page(found)).text


def named(evil: str) -> Progress:
    """Return progress with one text in every place that an author can fill."""
    topics = tuple(replace(each, name=f"{evil}{number}") for number, each in enumerate(TOPICS))
    coverage = tuple(replace(each, topic=evil) for each in PROGRESS.coverage)
    return replace(PROGRESS, topics=topics, coverage=coverage)


def test_of_many_answers() -> None:
    assert_golden("show/html_progress.html", page())


# What it says


def test_it_tells_the_whole_before_the_parts() -> None:
    said = text()

    assert "Progress, 22 November 2026 How you are doing 1,284 answers since" in said
    assert "12 days in a row, today included" in said
    assert "Accuracy now 72 % of your latest 54 answers The 51 before 67 % Time each 38 s" in said
    assert "On the clock 51 s Time allowed 1 min 12 s Due for revision 14 of 120 facts" in said
    assert "60 answers you called guesses, 14 right: they cost 2.67 marks" in said
    assert said.index("Accuracy now") < said.index("Accuracy by week") < said.index("Topics, the")


def test_charts_say_in_words_what_they_draw() -> None:
    said = text()

    assert "from 28 September 2026: 46 %; from 5 October 2026: 54 %" in said
    assert "from 26 October 2026: too few to tell" in said
    assert "Sure: 50 answers: 84 %" in said
    assert "SCO membership: 48 %; treaty dates: 72 %" in said
    assert "rivers: too few to tell" in said


def test_tables_have_the_figures_of_topics_forms_and_what_was_seen() -> None:
    said = text()

    assert "SCO membership 420 280 48 % 52 % 38 s" in said
    assert "Rivers 8 5 too few to tell" in said
    assert "How many pairs 200 133 48 % 47 % 51 s" in said
    assert "Treaty dates 48 62 77 %" in said


def test_of_too_few_answers_it_draws_nothing() -> None:
    found = read(page(EARLY))

    assert "Too few answers to tell more: there are figures from 10 on." in found.text
    assert found.all("svg") == []
    assert "Rivers 9 12 75 %" in found.text


def test_without_an_answer_it_says_so() -> None:
    assert "No answers yet." in text(EMPTY)
    assert "Questions seen" not in text(replace(EMPTY, coverage=()))


def test_what_is_not_known_is_not_told() -> None:
    whole = replace(WHOLE, before=Answers(0, 0), time=UNTIMED)
    found = replace(
        PROGRESS,
        whole=whole,
        topics=TOPICS[:1],
        forms=FORMS[:1],
        certainty=(),
        guesses=None,
        revision=None,
        coverage=(),
    )
    body = page(found)
    said = read(body[body.index("<body>") :]).text
    for word in ("The 51", "clock", "When you said", "guesses", "Topics", "Forms", "Due", "seen"):
        assert word not in said


def test_after_a_long_absence_there_is_no_accuracy_now() -> None:
    away = replace(PROGRESS, whole=replace(WHOLE, now=Answers(4, 4)))

    assert "Accuracy now Too few to tell." in text(away)


def test_a_week_of_wrong_answers_alone_has_a_bar_all_the_same() -> None:
    week = replace(WHOLE.weeks[0], answers=Answers(20, 0))
    found = replace(PROGRESS, whole=replace(WHOLE, weeks=(week,)))

    assert '<rect class="bar right" x="169" y="109" width="22" height="1">' in page(found)


# That it is safe

TEXTS = st.sampled_from(
    ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "</title></style>", "\x1b[2J"]
) | st.text(max_size=30)


@given(TEXTS)
def test_no_text_becomes_a_tag_or_an_attribute(evil: str) -> None:
    found, plain = read(page(named(evil))), read(page(named("plain")))

    assert {name for name, _ in found.tags} <= ELEMENTS
    assert found.strange == ["DOCTYPE html"]
    for name in ("section", "svg", "h1", "style"):
        assert len(found.all(name)) == len(plain.all(name))
    for name in ("id", "href", "class", "role", "fill", "http-equiv", "charset"):
        assert set(found.values(name)) == set(plain.values(name))


def test_it_runs_nothing_and_loads_nothing() -> None:
    html = page()

    assert "<script" not in html
    assert "default-src 'none'" in unescape(html)
    assert not re.search(r"(src|href)=", html)


# That everyone can read it


@pytest.fixture(scope="module", params=[PROGRESS, EARLY, EMPTY], ids=["many", "few", "none"])
def parts(request: pytest.FixtureRequest) -> Read:
    return read(page(request.param))


def test_it_has_a_language_landmarks_and_one_main_heading(parts: Read) -> None:
    assert parts.all("html") == [{"lang": "en"}]
    for name in ("header", "main", "footer", "h1"):
        assert len(parts.all(name)) == 1


def test_no_level_of_heading_is_left_out(parts: Read) -> None:
    levels = [int(name[1]) for name, _ in parts.tags if re.fullmatch(r"h\d", name)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_names_are_given_once_and_what_refers_to_them_finds_them(parts: Read) -> None:
    ids = parts.values("id")
    wanted = [name for value in parts.values("aria-labelledby") for name in value.split()]
    wanted += [value[len("url(#") : -1] for value in parts.values("fill")]

    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)


@pytest.mark.skipif(BROWSER is None, reason="no browser is installed here")
def test_in_a_browser_nothing_overflows_and_nothing_is_complained_of(tmp_path: Path) -> None:
    long = named("x" * 400)
    coverage = tuple(Coverage(f"Topic {n}", 10**6, 10**7) for n in range(3))
    html = escape(page(replace(long, coverage=(*long.coverage, *coverage))))
    frames = "".join(f'<iframe width="{width}" srcdoc="{html}"></iframe>' for width in WIDTHS)
    done = Browser(tmp_path).open(
        f"<!DOCTYPE html><body>{frames}<script>{PROBE}</script>", "--dump-dom"
    )
    answer = re.search("<pre>(.*?)</pre>", done.stdout)

    assert answer, done.stderr
    assert "CONSOLE" not in done.stderr
    for width, (overflow, charts) in zip(WIDTHS, json.loads(unescape(answer[1])), strict=True):
        assert overflow <= 0, width
        assert len(charts) == 3
        assert all(100 < chart <= width for chart in charts)
