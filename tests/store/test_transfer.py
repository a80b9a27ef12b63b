"""Everything ever answered can be taken out as text, and taken in on another machine."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quizgen.core.events import Level
from quizgen.core.item import Difficulty, Form
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review
from quizgen.core.paper import VoidPolicy
from quizgen.store import response_lines
from quizgen.store.history import History, Opened
from quizgen.store.history_file import HistoryUnusable
from quizgen.store.response_lines import line_of, moment
from quizgen.store.transfer import Refusal, export_csv, export_jsonl, import_jsonl
from tests.samples import answer
from tests.store.making import (
    BLANK,
    DAY_MS,
    RIGHT,
    START_MS,
    SURE_BUT_WRONG,
    WRONG,
    all_responses,
    opened,
    regrade,
    sit,
    told,
    void,
)

ACTS = [RIGHT, SURE_BUT_WRONG, BLANK]


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    """Return the lines of one attempt of three questions, sat elsewhere."""
    sit(tmp_path / "elsewhere", ACTS)
    with opened(tmp_path / "elsewhere") as history:
        return list(export_jsonl(history))


def test_a_line_says_all_of_a_response_by_documented_keys(lines: list[str]) -> None:
    assert [line[-1] for line in lines] == ["\n"] * 3
    assert json.loads(lines[1]) == {
        "format": 1,
        "attempt": "20231114-221320-3fa2",
        "kind": "mock",
        "title": "Test paper",
        "started": "2023-11-14T22:13:20.000Z",
        "ended": "2023-11-14T22:13:50.000Z",
        "questions": 3,
        "score": "4/3",
        "maximum": "6",
        "regraded": 0,
        "regraded_at": None,
        "first_score": None,
        "first_maximum": None,
        "number": 2,
        "at": "2023-11-14T22:13:40.000Z",
        "item": "test:q2",
        "form": "D",
        "topic": "treaty dates",
        "difficulty": None,
        "fingerprint": "",
        "option": "o2",
        "key": "o1",
        "outcome": "wrong",
        "was": None,
        "marks": "-2/3",
        "spent_ms": 10_000,
        "pace_ms": 60_000,
        "certainty": "sure",
        "facts": ["test:q2"],
        "reviews": [["test:q2", "again"]],
    }


def test_a_line_says_what_regrading_changed(tmp_path: Path) -> None:
    path = sit(tmp_path, ACTS)
    regrade(tmp_path, path.stem, (1, answer("o2")), at_ms=START_MS)
    regrade(tmp_path, path.stem, (0, void()), (1, answer("o2")), policy=VoidPolicy.DROP)
    with opened(tmp_path) as history:
        first, second, third = map(json.loads, export_jsonl(history))
        table = list(csv.DictReader(export_csv(history)))
    for line in (first, second, third):
        assert (line["regraded"], line["first_score"], line["first_maximum"]) == (2, "4/3", "6")
        assert line["regraded_at"] == "2024-09-09T22:13:20.000Z"
        assert (line["score"], line["maximum"]) == ("2", "4")
    assert (first["outcome"], first["was"], first["reviews"]) == ("void", ["o1", "right", "2"], [])
    assert (second["outcome"], second["key"], second["marks"]) == ("right", "o2", "2")
    assert second["was"] == ["o1", "wrong", "-2/3"]
    assert second["reviews"] == [["test:q2", "easy"]]
    assert third["was"] is None
    assert [row["was"] for row in table] == ["o1; right; 2.0000", "o1; wrong; -0.6667", ""]
    assert [row["first_score"] for row in table] == ["1.3333"] * 3
    assert [row["regraded"] for row in table] == ["2"] * 3


def test_every_key_is_told_of_in_the_description_of_the_lines(lines: list[str]) -> None:
    assert response_lines.__doc__ is not None
    for key in json.loads(lines[0]):
        assert f"`{key}`" in response_lines.__doc__


def test_an_attempt_from_elsewhere_stays_when_the_history_is_made_again(
    tmp_path: Path, lines: list[str]
) -> None:
    with opened(tmp_path / "elsewhere") as history:
        there = told(history)
    with opened(tmp_path) as history:
        found = import_jsonl(history, lines)
        assert (found.added, found.responses, found.known, found.refused) == (1, 3, 0, [])
        assert told(history) == there
    (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert told(history) == there
        assert history.delete("20231114-221320-3fa2")
    with opened(tmp_path) as history:
        assert history.attempts() == []


def test_imported_where_its_journal_lies_it_changes_nothing(tmp_path: Path) -> None:
    sit(tmp_path, ACTS)
    with opened(tmp_path) as history:
        before = told(history)
        found = import_jsonl(history, list(export_jsonl(history)))
        assert (found.added, found.known) == (0, 1)
        assert told(history) == before
    assert not (tmp_path / "attempts" / "imported").exists()


def test_lines_of_an_older_quizgen_are_of_attempts_never_regraded(
    tmp_path: Path, lines: list[str]
) -> None:
    new = {"regraded", "regraded_at", "first_score", "first_maximum", "was"}
    older = [
        json.dumps({key: value for key, value in json.loads(line).items() if key not in new})
        for line in lines
    ]
    with opened(tmp_path / "elsewhere") as history:
        there = told(history)
    with opened(tmp_path) as history:
        assert import_jsonl(history, older).added == 1
        assert told(history) == there
        assert list(export_jsonl(history)) == lines


@pytest.fixture
def regraded(tmp_path: Path) -> list[str]:
    """Return the lines of the attempt of `lines` as they are once it is regraded elsewhere."""
    sit(tmp_path / "elsewhere 2", ACTS)
    regrade(tmp_path / "elsewhere 2", "20231114-221320-3fa2", (1, answer("o2")))
    with opened(tmp_path / "elsewhere 2") as history:
        return list(export_jsonl(history))


def test_an_attempt_that_comes_regraded_later_replaces_the_one_imported_before(
    tmp_path: Path, lines: list[str], regraded: list[str]
) -> None:
    with opened(tmp_path) as history:
        import_jsonl(history, lines)
        found = import_jsonl(history, regraded)
        assert (found.added, found.regraded, found.known) == (0, 1, 0)
        after = told(history)
        assert after["attempts"][0].right == 2
        for again in (lines, regraded):
            found = import_jsonl(history, again)
            assert (found.added, found.regraded, found.known, found.sat_here) == (0, 0, 1, 0)
        assert told(history) == after
        assert list(export_jsonl(history)) == regraded
    (path,) = (tmp_path / "attempts" / "imported").iterdir()
    assert path.name == f"20231114-221320-3fa2.{START_MS + 300 * DAY_MS}.1.jsonl"
    with opened(tmp_path) as history:
        assert history.opened == Opened()
    (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert told(history) == after
        assert history.delete("20231114-221320-3fa2")
    assert not path.exists()


def test_one_regraded_anew_elsewhere_in_place_of_a_damaged_regrading_replaces_it_too(
    tmp_path: Path, regraded: list[str]
) -> None:
    elsewhere = tmp_path / "elsewhere 2"
    for path in (elsewhere / "attempts" / "regradings").iterdir():
        path.unlink()
    at_ms = START_MS + 301 * DAY_MS
    regrade(elsewhere, "20231114-221320-3fa2", (0, void()), at_ms=at_ms)
    with opened(elsewhere) as source, opened(tmp_path) as history:
        import_jsonl(history, regraded)
        assert import_jsonl(history, export_jsonl(source)).regraded == 1
        assert told(history) == told(source)
        assert import_jsonl(history, regraded).known == 1
        assert told(history) == told(source)
    assert len(list((tmp_path / "attempts" / "imported").iterdir())) == 1


def test_of_two_files_of_one_import_the_one_regraded_later_counts(
    tmp_path: Path, lines: list[str], regraded: list[str]
) -> None:
    """A process may die before it has deleted the other."""
    with opened(tmp_path) as history:
        import_jsonl(history, regraded)
        after = told(history)
    folder = tmp_path / "attempts" / "imported"
    (folder / "20231114-221320-3fa2.jsonl").write_text("".join(lines))
    for _ in range(2):
        with opened(tmp_path) as history:
            assert told(history) == after
        (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert history.delete("20231114-221320-3fa2")
    assert list(folder.iterdir()) == []


def test_one_that_could_only_be_kept_replaces_the_other_at_the_next_opening(
    tmp_path: Path, lines: list[str], regraded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history may be busy just then."""
    with opened(tmp_path) as history:
        import_jsonl(history, lines)
        monkeypatch.setattr(History, "add_all", lambda *_: False)
        import_jsonl(history, regraded)
        monkeypatch.undo()
        assert history.attempts()[0].right == 1
    with opened(tmp_path) as history:
        assert history.attempts()[0].right == 2


def test_an_attempt_that_was_sat_here_stays_as_it_is_marked_here(
    tmp_path: Path, regraded: list[str]
) -> None:
    sit(tmp_path, ACTS)
    with opened(tmp_path) as history:
        before = told(history)
        found = import_jsonl(history, regraded)
        assert (found.added, found.regraded, found.known, found.sat_here) == (0, 0, 1, 1)
        assert told(history) == before
    assert not (tmp_path / "attempts" / "imported").exists()


def test_an_imported_copy_serves_where_the_journal_is_damaged(
    tmp_path: Path, lines: list[str]
) -> None:
    path = sit(tmp_path, ACTS)
    path.write_text("garbage\n")
    with opened(tmp_path / "elsewhere") as history:
        there = told(history)
    with opened(tmp_path) as history:
        assert history.attempts() == []
        assert import_jsonl(history, lines).added == 1
        assert told(history) == there
    for _ in range(2):
        (tmp_path / "history.db").unlink()
        with opened(tmp_path) as history:
            assert told(history) == there
            (named,) = history.passed_over()
            assert (named.name, named.attempt) == (path.name, path.stem)
        (tmp_path / "attempts" / "imported" / path.name).touch()
    with opened(tmp_path) as history:
        assert history.delete(path.stem)
    assert [each for each in (tmp_path / "attempts").rglob("*") if each.is_file()] == []


def test_lines_may_be_mixed_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    for day in range(3):
        sit(tmp_path / "elsewhere", ACTS, START_MS + day * DAY_MS)
    with opened(tmp_path / "elsewhere") as history:
        there, lines = told(history), list(export_jsonl(history))
    mixed = ["\ufeff" + lines[0], *reversed(lines[1:]), "\n", "  \r\n"]
    with opened(tmp_path) as history:
        assert import_jsonl(history, mixed).added == 3
        assert told(history) == there


def test_many_attempts_come_in_by_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.store.transfer._BATCH", 4)
    for day in range(3):
        sit(tmp_path / "elsewhere", ACTS, START_MS + day * DAY_MS)
    with opened(tmp_path / "elsewhere") as source, opened(tmp_path) as history:
        assert import_jsonl(history, export_jsonl(source)).added == 3
        assert told(history) == told(source)


def spoilt(line: str, **changes: Any) -> str:
    return json.dumps({**json.loads(line), **changes})


Spoil = Callable[[str], str]
ONCE: dict[str, Any] = {
    "regraded": 1,
    "regraded_at": "2023-11-15T00:00:00.000Z",
    "first_score": "0",
    "first_maximum": "6",
}


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda _: "3, Karachi", "it is not JSON"),
        (lambda _: "[" * 100_000, "it is not JSON"),
        (lambda _: "[]", "it is not a JSON object"),
        (lambda _: "{}", "there is no `format`"),
        (lambda line: spoilt(line, format=2), r"newer quizgen \(format 2\)"),
        (lambda line: spoilt(line, attempt="../../etc"), "`attempt` is not the id of an attempt"),
        (lambda line: spoilt(line, attempt=7), "`attempt` is not text"),
        (lambda line: spoilt(line, kind="exam"), "neither practice nor mock"),
        (lambda line: spoilt(line, title="\ud800"), "`title` is not text"),
        (lambda line: spoilt(line, started="yesterday"), "`started` is not a time"),
        (lambda line: spoilt(line, ended="2023-02-30T00:00:00.000Z"), "`ended` is not a time"),
        (lambda line: spoilt(line, at="1969-12-31T00:00:00.000Z"), "`at` is before 1970"),
        (lambda line: spoilt(line, questions=10**9), "`questions` is not a whole number"),
        (lambda line: spoilt(line, number=0), "`number` is counted from 1"),
        (lambda line: spoilt(line, number=True), "`number` is not a whole number"),
        (lambda line: spoilt(line, spent_ms=-1), "`spent_ms` is not a whole number"),
        (lambda line: spoilt(line, pace_ms=1.5), "`pace_ms` is not a whole number"),
        (lambda line: spoilt(line, marks="1e999999999"), "`marks` is not a fraction"),
        (lambda line: spoilt(line, score="1/0"), "`score` is divided by zero"),
        (lambda line: spoilt(line, form="Z"), "`form` is none of D, S2"),
        (lambda line: spoilt(line, outcome=None), "`outcome` is not text"),
        (lambda line: spoilt(line, difficulty="mild"), "`difficulty` is none of easy, medium"),
        (lambda line: spoilt(line, certainty="maybe"), "`certainty` is none of sure, unsure"),
        (lambda line: spoilt(line, facts="f"), "`facts` is not a list"),
        (lambda line: spoilt(line, facts=[1]), "`facts` is not text"),
        (lambda line: spoilt(line, reviews=[["f", "bad"]]), "`reviews` holds something else"),
        (lambda line: spoilt(line, regraded=-1), "`regraded` is not a whole number"),
        (lambda line: spoilt(line, regraded=1), "`regraded_at` is not text"),
        (lambda line: spoilt(line, **ONCE | {"first_score": None}), "`first_score` is not text"),
        (lambda line: spoilt(line, **ONCE | {"first_maximum": "6."}), "`first_maximum` is not a"),
        (lambda line: spoilt(line, **ONCE, was="o1"), "`was` holds something else"),
        (lambda line: spoilt(line, **ONCE, was=["o1", "wrong"]), "`was` holds something else"),
        (lambda line: spoilt(line, **ONCE, was=[1, "wrong", "0"]), "`key of was` is not text"),
        (lambda line: spoilt(line, **ONCE, was=["o", "bad", "0"]), "`outcome of was` is none of"),
        (lambda line: spoilt(line, **ONCE, was=["o", "void", 0]), "`marks of was` is not text"),
        (lambda line: spoilt(line, **ONCE), "it tells otherwise"),
        (lambda line: spoilt(line, title="Another"), "it tells otherwise"),
        (lambda line: spoilt(line, number=1), "response 1 of attempt .* is there already"),
    ],
)
def test_what_is_no_line_is_refused_by_number_and_nothing_half_imported(
    tmp_path: Path, lines: list[str], spoil: Spoil, reason: str
) -> None:
    lines[1] = spoil(lines[1])
    with opened(tmp_path) as history:
        before = told(history)
        found = import_jsonl(history, lines)
        assert (found.added, found.known) == (0, 0)
        first, second = found.refused
        assert first == Refusal(1, "of attempt 20231114-221320-3fa2 only 2 of 3 responses are here")
        assert second.line == 2
        assert re.search(reason, second.reason)
        assert told(history) == before
    assert not (tmp_path / "attempts").exists()


def test_a_refused_attempt_does_not_keep_out_the_others(tmp_path: Path, lines: list[str]) -> None:
    sit(tmp_path / "elsewhere", [WRONG], START_MS + DAY_MS)
    with opened(tmp_path / "elsewhere") as history:
        everything = list(export_jsonl(history))
    with opened(tmp_path) as history:
        found = import_jsonl(history, [*everything[1:], lines[1]])
        assert [sat.started_ms for sat in history.attempts()] == [START_MS + DAY_MS]
        assert [each.line for each in found.refused] == [1, 4]


def test_a_line_too_many_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with opened(tmp_path) as history:
        found = import_jsonl(history, [*lines, lines[0]])
        assert found.added == 1
        assert found.refused == [Refusal(4, "all of attempt 20231114-221320-3fa2 was there before")]


def test_a_disk_that_does_not_take_it_is_told_and_nothing_half_written_is_left(
    tmp_path: Path, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with opened(tmp_path) as history:
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(HistoryUnusable, match="No space left"):
            import_jsonl(history, lines)
        monkeypatch.undo()
        assert history.attempts() == []
    assert list((tmp_path / "attempts" / "imported").iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text + "garbage\n", "it is not JSON"),
        (lambda text: text[: text.index("\n") + 1], "not those of one whole attempt"),
        (lambda _: "", "not the text of one attempt"),
        (lambda text: text + text, "not those of one whole attempt"),
        (lambda text: text.replace("Test", "Best", 1), "not the text of one attempt"),
        (lambda text: text.replace("3fa2", "3fa3"), "holds attempt 20231114-221320-3fa3"),
        (
            lambda text: text.replace(
                '"regraded": 0, "regraded_at": null, "first_score": null, "first_maximum": null',
                json.dumps(ONCE)[1:-1],
            ),
            "holds attempt 20231114-221320-3fa2",
        ),
    ],
)
def test_an_imported_file_that_was_changed_is_passed_over_and_named(
    tmp_path: Path, lines: list[str], spoil: Spoil, reason: str
) -> None:
    with opened(tmp_path) as history:
        import_jsonl(history, lines)
    path = tmp_path / "attempts" / "imported" / "20231114-221320-3fa2.jsonl"
    path.write_text(spoil(path.read_text()))
    (tmp_path / "history.db").unlink()
    with opened(tmp_path) as history:
        assert history.attempts() == []
        assert reason in history.passed_over()[0].message
    path.unlink()
    path.mkdir()
    with opened(tmp_path) as history:
        assert "cannot read" in history.passed_over()[0].message


# For spreadsheets.


@pytest.fixture
def odd(tmp_path: Path) -> History:
    """Return a history whose texts are what a spreadsheet would run."""
    sit(tmp_path / "elsewhere", [SURE_BUT_WRONG])
    with opened(tmp_path / "elsewhere") as history:
        ((sat, (response,)),) = history.records()
    sat = replace(sat, title='=HYPERLINK("http://example.org")', marks=Fraction(-2, 3))
    response = replace(
        response,
        topic="@SUM(1)",
        item="bank:+x",
        fingerprint="\tf",
        option="-1",
        key="\uff1d1",
        difficulty=Difficulty.HARD,
        facts=("=f", "g"),
        reviews=(
            Review("=f", response.at_ms, Rating.AGAIN),
            Review("g", response.at_ms, Rating(2)),
        ),
    )
    history = opened(tmp_path)
    history.keep(sat, [response])
    history.add(sat, [response])
    return history


def test_a_spreadsheet_runs_nothing_of_it(odd: History) -> None:
    with odd:
        text = "".join(export_csv(odd))
    (row,) = csv.DictReader(text.splitlines(keepends=True))
    assert row["title"] == '\'=HYPERLINK("http://example.org")'
    assert (row["topic"], row["fingerprint"], row["option"]) == ("'@SUM(1)", "'\tf", "'-1")
    assert (row["key"], row["item"]) == ("'\uff1d1", "bank:+x")
    assert (row["facts"], row["reviews"]) == ("'=f; g", "'=f: again; g: hard")
    assert (row["score"], row["marks"], row["maximum"]) == ("-0.6667", "-0.6667", "2.0000")
    assert (row["number"], row["spent_ms"], row["certainty"]) == ("1", "10000", "sure")
    assert (row["difficulty"], row["at"]) == ("hard", "2023-11-14T22:13:30.000Z")
    for cell in row.values():
        assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell


def test_no_text_of_it_reaches_a_terminal_as_control_sequence(odd: History) -> None:
    with odd:
        ((sat, (response,)),) = odd.records()
        evil = replace(response, topic="\x1b[31m\x7f\x9b\u202e\u2028")
        line = line_of(sat, evil)
        assert line.isascii()
        assert line.isprintable()
        assert json.loads(line)["topic"] == evil.topic
        odd.delete(sat.id)
        odd.add(sat, [evil])
        assert "\ufffd[31m" in "".join(export_csv(odd))


def test_an_empty_history_exports_no_line_and_a_table_of_nothing_but_its_head(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as history:
        assert list(export_jsonl(history)) == []
        (head,) = export_csv(history)
        assert head.startswith("attempt,kind,title,started,")


def test_a_void_question_counts_nowhere_yet_is_kept(tmp_path: Path, lines: list[str]) -> None:
    lines[0] = spoilt(lines[0], outcome="void", marks="0", reviews=[])
    with opened(tmp_path) as history:
        assert import_jsonl(history, lines).added == 1
        (sat,) = history.attempts()
        assert (sat.right, sat.wrong, sat.unanswered, sat.void) == (0, 1, 1, 1)
        assert sum(each.responses for each in history.totals()) == 2
        assert [each.item for each in history.missed()] == ["test:q2", "test:q3"]
        assert history.items() == ["test:q1", "test:q2", "test:q3"]
        assert all_responses(history)[0].outcome is Outcome.VOID


def test_times_are_exact_to_the_millisecond() -> None:
    assert moment(0) == "1970-01-01T00:00:00.000Z"
    assert moment(253_402_300_799_999) == "9999-12-31T23:59:59.999Z"


def test_what_opening_took_is_said_of_imported_attempts_too(
    tmp_path: Path, lines: list[str]
) -> None:
    with opened(tmp_path) as history:
        import_jsonl(history, lines)
    with opened(tmp_path) as history:
        assert history.opened == Opened()
        (sat,) = history.attempts()
        assert sat.id == "20231114-221320-3fa2"
        assert all_responses(history)[0].form is Form.DIRECT
        assert [each.certainty for each in all_responses(history)] == [None, Level.SURE, None]
