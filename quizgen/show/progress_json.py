"""Progress as one JSON document, for other programs.

Shares and marks are objects: `exact` is a fraction as text (`"11/15"`), `decimal` the same as a
number to four places. Times are whole milliseconds of exam time. What there is too little of to
tell is null, as is what is not there.

- `format`: 1; it grows when a key changes its meaning or goes. Keys may be added.
- `quizgen`: its version.
- `today` and `since`, the first day with an answer, `YYYY-MM-DD`.
- `few`: answers below which there is no figure.
- `unanswered`: questions left without an answer, ever.
- `whole`, and lists of `topics` and `forms`, the weakest first, each with its `name` (as written;
  of a form its code; empty: of all, or without a topic) and the answers `ever`, `now` (the latest
  50, or a few more, of twelve weeks), `before` (as many before these) and in each of the latest
  `weeks`, with its `first` day, the oldest first, the last one ending today.
- Answers are the `number` that are right or wrong, how many are `right`, and their `accuracy`.
- `time`: on the `questions` of the days of `now`: `each_ms`; of those that were on a clock, the
  `paced`, also `paced_each_ms` and what was allowed, `allowed_each_ms`.
- `certainty`: for each `level` that was ever said, its answers `now`.
- `guesses`: their `answers`, marks `won` and `lost`, and their `gain` together; null if there are
  none.
- `coverage`: for each `topic` of the bank how many written `questions` there are and were ever
  `seen`; what item models make is counted in neither.
- `streak`: `days` in a row up to today or yesterday; whether `today` has an answer; the `longest`.
- `revision`: how many `facts` are known of, and are `due` now that the bank asks for.
"""

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from quizgen.core.progress import FEW, Answers, Guesses, Pace, Progress, Standing

FORMAT = 1
_PLACES = 4

Record = dict[str, Any]


def progress_json(found: Progress, version: str) -> str:
    """Return the document, in printable ASCII, with a line feed at its end.

    Args:
        version: Of quizgen.
    """
    document = {
        "format": FORMAT,
        "quizgen": version,
        "today": found.today,
        "since": found.since or None,
        "few": FEW,
        "unanswered": found.unanswered,
        "whole": _standing(found.whole),
        "topics": [_standing(each) for each in found.topics],
        "forms": [_standing(each) for each in found.forms],
        "certainty": [{"level": each.level, "now": _answers(each.now)} for each in found.certainty],
        "guesses": None if found.guesses is None else _guesses(found.guesses),
        "coverage": [asdict(each) for each in found.coverage],
        "streak": asdict(found.streak),
        "revision": None if found.revision is None else asdict(found.revision),
    }
    # The one control character that JSON leaves as it is.
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f") + "\n"


def _number(value: Fraction | None) -> Record | None:
    if value is None:
        return None
    return {"exact": str(value), "decimal": round(float(value), _PLACES)}


def _answers(answers: Answers) -> Record:
    return {
        "number": answers.number,
        "right": answers.right,
        "accuracy": _number(answers.accuracy),
    }


def _standing(standing: Standing) -> Record:
    return {
        "name": standing.name,
        "ever": _answers(standing.ever),
        "now": _answers(standing.now),
        "before": _answers(standing.before),
        "weeks": [{"first": week.first, **_answers(week.answers)} for week in standing.weeks],
        "time": _time(standing.time),
    }


def _time(time: Pace) -> Record:
    return {
        "questions": time.questions,
        "each_ms": time.each_ms,
        "paced": time.paced,
        "paced_each_ms": time.paced_each_ms,
        "allowed_each_ms": time.allowed_each_ms,
    }


def _guesses(guesses: Guesses) -> Record:
    return {
        "answers": _answers(guesses.answers),
        "won": _number(guesses.won),
        "lost": _number(guesses.lost),
        "gain": _number(guesses.gain),
    }
