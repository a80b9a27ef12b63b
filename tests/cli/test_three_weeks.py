"""After three weeks of practice, what quizgen tells agrees with figures worked out independently.

Those of `figures` come from the exported history alone, by rules that are written down there anew.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.cli import figures
from tests.cli.figures import Fact, Line
from tests.cli.weeks import COUNT, SUBJECTS, Aspirant, questions

MOST = 12
"""Questions of the revision at the end."""


@dataclass(frozen=True)
class Moment:
    """What is exported at one time, and what quizgen tells of it."""

    now: datetime
    lines: list[Line]
    progress: dict[str, Any]
    page: str

    @property
    def facts(self) -> dict[str, Fact]:
        """Where each fact stands."""
        return figures.facts(self.lines)

    @property
    def last(self) -> list[Line]:
        """The lines of the attempt that ended last."""
        return figures.last_attempt(self.lines)


@dataclass(frozen=True)
class Weeks:
    """Three weeks.

    Attributes:
        before: As they are over.
        after: After a few questions that were due then.
        done: After all that was due.
        nothing: What `practice --due` says then.
    """

    before: Moment
    after: Moment
    done: Moment
    nothing: str


def seen(aspirant: Aspirant) -> Moment:
    """Return what there is to see now."""
    return Moment(
        figures.in_india(aspirant.times.now_ms),
        [json.loads(line) for line in aspirant.does("history", "export").out.splitlines()],
        json.loads(aspirant.does("progress", "--format", "json").out),
        aspirant.does().out,
    )


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Weeks:
    """Return three weeks, lived once for all tests."""
    aspirant = Aspirant(tmp_path_factory.mktemp("weeks"))
    aspirant.three_weeks()
    before = seen(aspirant)
    aspirant.does("practice", "--due", "-n", str(MOST), "--seed", "5", typed="a\n" * MOST)
    after = seen(aspirant)
    for seed in "678":  # some facts are left out the first time: see below
        aspirant.does("practice", "--due", "-n", "99", "--seed", seed, typed="b\n" * 99)
    return Weeks(before, after, seen(aspirant), aspirant.does("practice", "--due").out)


@pytest.fixture(params=["before", "after", "done"])
def moment(request: pytest.FixtureRequest, weeks: Weeks) -> Moment:
    """Return what is seen at each of three times."""
    found = getattr(weeks, request.param)
    assert isinstance(found, Moment)
    return found


def test_the_weeks_are_worth_looking_at(weeks: Weeks) -> None:
    """Practice and mocks, all that can become of a question, many forms, days without practice."""
    lines = weeks.before.lines
    assert len(lines) > 200
    assert {line["kind"] for line in lines} == {"practice", "mock"}
    outcomes = {"right", "wrong", "unanswered", "not attempted", "void"}
    assert {line["outcome"] for line in lines} == outcomes
    assert {line["outcome"] for line in lines if line["was"]} >= {"right", "wrong", "void"}
    assert {line["certainty"] for line in lines} == {"sure", "unsure", "guess", None}
    assert len({line["form"] for line in lines}) >= 6
    assert {rating for line in lines for _, rating in line["reviews"]} == set(figures.RATINGS)
    titles = {line["title"] for line in lines}
    assert {"Due for revision", "Missed questions", "Weakest topics"} <= titles
    assert 10 < len({figures.day(line) for line in lines}) < 21
    due = figures.due(weeks.before.facts, weeks.before.now)
    assert len(due) > MOST
    assert any(weeks.before.facts[fact].sure_but_wrong for fact in due)


def test_each_response_is_rated_by_the_table(moment: Moment) -> None:
    for line in moment.lines:
        ratings = {rating for _, rating in line["reviews"]}
        assert ratings == {figures.rating(line)} - {None}


def test_a_wrong_code_tells_of_what_it_misjudged_any_other_answer_of_all_its_facts(
    moment: Moment,
) -> None:
    of_parts = {name: facts for name, *_, facts in questions()}
    blamed, spared = set[str](), set[str]()
    for line in moment.lines:
        told = [fact for fact, _ in line["reviews"]]
        assert len(told) == len(set(told))
        if line["outcome"] == "wrong" and line["form"] in figures.CODED:
            assert set(told) == figures.misjudged(line, of_parts.get(line["item"], ()))
            blamed.update(told)
            spared |= set(line["facts"]) - set(told)
        elif told:
            assert told == line["facts"]
    assert len(blamed) > 10
    assert len(spared) > 10


def test_progress_agrees_in_every_figure(moment: Moment) -> None:
    lines, today = figures.counted(moment.lines), moment.now.date()
    asked = {line["item"] for line in moment.lines}
    assert {**moment.progress, "quizgen": None} == {
        "format": 1,
        "quizgen": None,
        "today": str(today),
        "since": str(min(figures.day(line) for line in figures.answered(lines))),
        "few": figures.FEW,
        "unanswered": len(lines) - len(figures.answered(lines)),
        "whole": figures.standing("", lines, today),
        "topics": figures.standings("topic", lines, today),
        "forms": figures.standings("form", lines, today),
        "certainty": figures.certainty(lines, today),
        "guesses": figures.guesses(lines),
        "coverage": [
            {
                "topic": subject,
                "seen": sum(name in asked for name, topic, *_ in questions() if topic == subject),
                "questions": COUNT,
            }
            for subject in SUBJECTS
        ],
        "streak": figures.streak(lines, today),
        "revision": {
            "facts": len(moment.facts),
            "due": len(figures.due(moment.facts, moment.now)),
        },
    }


def test_the_page_of_the_day_agrees(moment: Moment) -> None:
    lines, page = moment.lines, " ".join(moment.page.split())
    due = len(figures.due(moment.facts, moment.now))
    told = f"quizgen practice --due {due} facts due for revision" if due else "Nothing is due for"
    assert told in page
    weakest = figures.standings("topic", figures.counted(lines), moment.now.date())[0]
    share = int(weakest["now"]["accuracy"]["decimal"] * 100 + 0.5)
    assert f"--weak the weakest topic: {weakest['name']}, {share} % right" in page
    score, maximum, title = figures.score(lines)
    started = datetime.fromisoformat(moment.last[0]["started"]).astimezone(figures.INDIA)
    assert f"the last score: {score} of {maximum}, {title}, {started:%-d %B %Y}" in page


def test_revision_asks_for_what_is_due_sure_but_wrong_first_then_what_waited_longest(
    weeks: Weeks,
) -> None:
    """No fact twice: one shown with an earlier question, or only beside such a one, is left out."""
    asked = [set(line["facts"]) for line in weeks.after.last]
    assert len(asked) == MOST
    assert sum(map(len, asked)) == len(set().union(*asked))
    rest = iter(asked)
    shown: set[str] = set()
    for fact in figures.due(weeks.before.facts, weeks.before.now):
        if fact in shown or all(shown.intersection(each) for each in asking(fact)):
            continue
        found = next(rest, None)
        if found is None:
            break
        assert fact in found
        shown |= found
    assert next(rest, None) is None


def asking(fact: str) -> list[list[str]]:
    """The facts of each written question that asks for one; of a model: it, for all we know."""
    return [facts for *_, facts in questions() if fact in facts] or [[fact]]


def test_what_was_failed_in_one_form_comes_back_in_another(weeks: Weeks) -> None:
    facts, shown, looked_at = weeks.before.facts, set[str](), 0
    for line in weeks.after.last:
        wanted = next(
            fact for fact in figures.due(facts, weeks.before.now) if fact in line["facts"]
        )
        others = [
            form
            for *_, form, of_it in questions()
            if wanted in of_it and not shown.intersection(of_it)
        ]
        failed = facts[wanted].last["form"]
        if facts[wanted].missed and set(others) - {failed}:
            assert line["form"] != failed
            looked_at += 1
        shown.update(line["facts"])
    assert looked_at >= 3


def test_where_all_that_was_due_is_done_it_is_said_what_comes_back_and_when(weeks: Weeks) -> None:
    now = weeks.done.now
    day, facts = figures.next_day(weeks.done.facts, now)
    missed = sum(fact.missed for fact in facts)
    assert 0 < missed < len(facts)
    assert day == now.date() + timedelta(days=1)
    said = f"Nothing is due for revision; {len(facts)} facts come back tomorrow, {missed} of them"
    assert weeks.nothing == f"{said} missed.\n"
    assert " ".join(weeks.done.page.split()).startswith(f"{said} missed.")
