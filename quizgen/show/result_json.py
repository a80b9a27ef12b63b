"""A result as one JSON document, for other programs.

Marks and shares are objects: `exact` is a fraction as text (`"-2/3"`), `decimal` the same as a
number to four places. Times are whole milliseconds of exam time. What is not there is null.

- `format`: 1; it grows when a key changes its meaning or goes. Keys may be added.
- `attempt`: `id`; `kind`, practice or mock; `started`, ISO 8601 with offset; version of `quizgen`.
- `paper`: `title`; `preset` and `code`, perhaps empty; `questions`, how many were asked; `marking`
  with the marks `right`, `wrong`, `blank` (the last two taken off) and `void`, the policy;
  `time_ms` and `question_ms`, its clocks; `extra`, the share of time added to them.
- `ending`: candidate, time, or null while it goes on.
- `score`: `marks` of `maximum`; the counts `right`, `wrong`, `unanswered`, `declined` (answered
  "not attempted"), `void`; `lost_wrong` and `lost_blank`, marks taken off; `scale`, by which all
  marks are multiplied in place of those of void questions, else 1; `accuracy`, right of answered;
  `spent_ms`; `disqualified`, for blanks.
- `regraded`: null, or how many `times`, the last `on` (`YYYY-MM-DD`), and the `first` score, by the
  keys the attempt was sat with.
- `guesses`: `answers`; `without`, the marks had they been left blank, null without any; `gain`;
  `blanks_disqualify`.
- `certainty`: `level` (sure, unsure, guess, null: not said), `answers`, `right`, `share`; empty
  where it was never said.
- `sure_but_wrong`: numbers of questions.
- `topics`, `forms`, `difficulties`, `sections`, `outcomes`: groups by `name`, with `questions`, how
  many of them were `seen`, the counts of the score, `marks`, `maximum`, `spent_ms`; of each kind
  they sum to the score. Forms, difficulties and sections are empty unless there are several.
- `halves`: `first` and `second` of the questions, `early` and `late` in the time used, each
  `questions`, `answers`, `right`, `spent_ms`.
- `changes`: `wrong_to_right`, `right_to_wrong`, `wrong_to_wrong`, `right_to_blank`,
  `wrong_to_blank`, by first answer and end.
- `interruptions`: `at_ms`, `gap_ms` of wall time, `charged` if the clock ran on.
- `cutoffs`: `year`, `category`, `marks`, `distance` (above it, negative below), `source`; empty
  unless a whole paper over the whole syllabus was sat.
- `questions`: those asked for, in paper order: `number`; `ref`, `bank:id`; `fingerprint` of what
  was shown; title of its `section`; `form`, `topic`, `difficulty`, `facts`; `response` and `key`,
  each `option` (its id), `letter` as shown and `text`, no key where it is void; `outcome`; `marks`,
  before any void policy; `first`: null, or the `key`, `outcome` and `marks` before it was regraded;
  `spent_ms`; `timed_out`; `certainty`; `marked`; `changes`, each `at_ms` and `option`.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quizgen.core.analysis import Analysis, Group
from quizgen.core.cutoffs import CATEGORY
from quizgen.core.item import Question
from quizgen.core.marking import Tally
from quizgen.core.paper import Paper
from quizgen.core.result import Regraded, Result, Row

if TYPE_CHECKING:
    from quizgen.show.html import About

FORMAT = 1
_PLACES = 4

Record = dict[str, Any]


def result_json(
    result: Result, found: Analysis, about: "About", rows: Sequence[Row] | None = None
) -> str:
    """Return the document, in printable ASCII, with a line feed at its end.

    Args:
        rows: The questions it lists; None: all of them.
    """
    document = {
        "format": FORMAT,
        "attempt": _attempt(about),
        "paper": _paper(result.attempt.paper),
        "ending": result.attempt.ending,
        "score": score_record(result),
        "regraded": _regraded(result.regraded),
        **_analysis(found),
        "interruptions": [asdict(gap) for gap in result.attempt.interruptions],
        "questions": [
            _row(row, result.attempt.paper, result.was(row))
            for row in (result.rows if rows is None else rows)
        ],
    }
    # The one control character that JSON leaves as it is.
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f") + "\n"


def _number(value: Fraction | None) -> Record | None:
    if value is None:
        return None
    return {"exact": str(value), "decimal": round(float(value), _PLACES)}


def _attempt(about: "About") -> Record:
    return {
        "id": about.attempt,
        "kind": about.kind,
        "started": about.started.isoformat(timespec="seconds"),
        "quizgen": about.version,
    }


def _paper(paper: Paper) -> Record:
    return {
        "title": paper.title,
        "preset": paper.preset,
        "code": paper.code,
        "questions": len(paper.questions),
        "marking": {
            "right": _number(paper.marking.right),
            "wrong": _number(paper.marking.wrong),
            "blank": _number(paper.marking.blank),
            "void": paper.marking.void,
        },
        "time_ms": paper.timing.paper_ms,
        "question_ms": paper.timing.question_ms,
        "extra": _number(paper.timing.extra),
    }


def score_record(result: Result) -> Record:
    """Return the score of a result and its counts."""
    tally = result.tally
    return {
        **_tally(tally),
        "lost_wrong": _number(tally.lost_wrong),
        "lost_blank": _number(tally.lost_blank),
        "scale": _number(tally.scale),
        "accuracy": _number(tally.accuracy),
        "spent_ms": result.spent_ms,
        "disqualified": result.disqualified,
    }


def _regraded(found: Regraded | None) -> Record | None:
    if found is None:
        return None
    return {"times": found.times, "on": found.on, "first": score_record(found.first)}


def _tally(tally: Tally) -> Record:
    return {
        "marks": _number(tally.marks),
        "maximum": _number(tally.maximum),
        "right": tally.right,
        "wrong": tally.wrong,
        "unanswered": tally.unanswered,
        "declined": tally.declined,
        "void": tally.void,
    }


def _analysis(found: Analysis) -> Record:
    return {
        "guesses": {
            "answers": found.guesses,
            "without": _number(found.without_guesses),
            "gain": _number(found.guess_gain),
            "blanks_disqualify": found.blanks_disqualify,
        },
        "certainty": [asdict(each) | {"share": _number(each.share)} for each in found.certainty],
        "sure_but_wrong": [row.number for row in found.sure_but_wrong],
        **{
            name: [_group(group) for group in getattr(found, name)]
            for name in ("topics", "forms", "difficulties", "sections", "outcomes")
        },
        "halves": {
            name: asdict(getattr(found, name)) for name in ("first", "second", "early", "late")
        },
        "changes": asdict(found.changes),
        "cutoffs": [
            {
                "year": each.cutoff.year,
                "category": CATEGORY,
                "marks": _number(each.cutoff.marks),
                "distance": _number(each.marks),
                "source": each.cutoff.source,
            }
            for each in found.cutoffs
        ],
    }


def _group(group: Group) -> Record:
    return {
        "name": group.name,
        "questions": group.questions,
        "seen": group.seen,
        **_tally(group.tally),
        "spent_ms": group.spent_ms,
    }


def _row(row: Row, paper: Paper, was: Row | None) -> Record:
    question, entry = row.question, row.entry
    return {
        "number": row.number,
        "ref": question.ref,
        "fingerprint": question.fingerprint,
        "section": paper.sections[paper.section_of(row.number - 1)].title,
        "form": question.form,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "facts": question.facts,
        "response": option_record(question, entry.response),
        **marked_record(row),
        "first": None if was is None else marked_record(was),
        "spent_ms": entry.spent_ms,
        "timed_out": row.timed_out,
        "certainty": entry.certainty,
        "marked": entry.marked,
        "changes": [{"at_ms": each.at_ms, "option": each.response} for each in row.changes],
    }


def marked_record(row: Row) -> Record:
    """Return key, outcome and marks of a question."""
    return {
        "key": option_record(row.question, row.key),
        "outcome": row.outcome,
        "marks": _number(row.marks),
    }


def option_record(question: Question, option: str | None) -> Record | None:
    """Return an option by its id, with letter and text; None for none."""
    if option is None:
        return None
    return {
        "option": option,
        "letter": question.letter(option),
        "text": question.option(option).text,
    }
