"""A regrading as one JSON document, for other programs.

Marks are as in `result_json`. What is not there is null.

- `format`: 1; it grows when a key changes its meaning or goes. Keys may be added.
- `attempt`: its id. `recorded`: whether it was kept now. `altered`: whether it changes what counts;
  if not, there is nothing to keep. `dry_run`: whether it is a trial. `policy`, for void questions.
- `before` and `now`: score and counts of the whole, as `score` of a result.
- `changed`: questions whose key is another, each `number`, `ref`, `response`, and `before` and
  `now` with `key`, `outcome` and `marks`.
- `reworded`: `ref`s of questions whose key was left alone, since they read otherwise today.
- `gone`: `ref`s of those that the bank has no more.
"""

import json
from typing import Any

from quizgen.show.regrade import Change, Regrade, changes
from quizgen.show.result_json import marked_record, option_record, score_record

FORMAT = 1


def regrade_json(found: Regrade) -> str:
    """Return the document, in printable ASCII, with a line feed at its end."""
    document = {
        "format": FORMAT,
        "attempt": found.attempt,
        "recorded": found.recorded,
        "altered": found.altered,
        "dry_run": found.dry_run,
        "policy": found.now.attempt.paper.marking.void,
        "before": score_record(found.before),
        "now": score_record(found.now),
        "changed": [_change(each) for each in changes(found.before, found.now)],
        "reworded": [row.question.ref for row in found.reworded],
        "gone": [row.question.ref for row in found.gone],
    }
    # The one control character that JSON leaves as it is.
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f") + "\n"


def _change(change: Change) -> dict[str, Any]:
    row = change.now
    return {
        "number": row.number,
        "ref": row.question.ref,
        "response": option_record(row.question, row.entry.response),
        "before": marked_record(change.before),
        "now": marked_record(row),
    }
