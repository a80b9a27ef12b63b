"""The tables of the history.

Marks are exact fractions as text (`-2/3`), times whole milliseconds, `day` the local day on which a
response was taken in. `miss` says what became of a response: see `Miss`.
"""

from enum import IntEnum

LAYOUT_NUMBER = 2
"""Raise it whenever tables, or the rules for what is written into them, change: older files are
then laid out anew and filled from the attempts."""

APPLICATION = 0x515A_6869
"""Marks an SQLite file as ours."""


class Miss(IntEnum):
    """What became of a response, in the order in which misses are brought back."""

    NONE = 0
    SURE_BUT_WRONG = 1
    WRONG = 2
    BLANK = 3


# attempts: `attempt` is a number of this file alone; `regraded` and `regraded_ms` tell whether its
# files hold anything else by now.
# responses: `facts`, `reviews` and `was` as JSON: `[[fact, rating], ...]`, `[key, outcome, marks]`.
# reviews: what `facts` are folded from, in the order of `at_ms, number, part, rating, miss, form`;
# attempts that took place at once are then folded in the same order whichever came in first.
# items: the last response, void ones only where there are no others (`counts` is 0).
# facts: the memory after its last review, and the form in which that asked; `rank` is 0 if it was
# sure but wrong.
# totals: a row with an empty `day` is of all time; `certainty` is empty where it was not said.
# passed_over: files in the folder of attempts that could not be taken in.
# state: `stamp` of the folder as of the last look through it, `schedule` that facts follow.
LAYOUT = """
CREATE TABLE attempts (
    attempt INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    void INTEGER NOT NULL,
    marks TEXT NOT NULL,
    maximum TEXT NOT NULL,
    spent_ms INTEGER NOT NULL,
    regraded INTEGER NOT NULL,
    regraded_ms INTEGER NOT NULL,
    first_marks TEXT,
    first_maximum TEXT
);
CREATE INDEX attempts_by_end ON attempts (ended_ms, id);
CREATE INDEX attempts_by_start ON attempts (started_ms, id);
CREATE TABLE responses (
    attempt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    day TEXT NOT NULL,
    item INTEGER NOT NULL,
    form TEXT NOT NULL,
    topic TEXT NOT NULL,
    difficulty TEXT,
    fingerprint TEXT NOT NULL,
    option TEXT,
    key TEXT NOT NULL,
    outcome TEXT NOT NULL,
    marks TEXT NOT NULL,
    spent_ms INTEGER NOT NULL,
    pace_ms INTEGER,
    certainty TEXT,
    facts TEXT NOT NULL,
    reviews TEXT NOT NULL,
    was TEXT,
    PRIMARY KEY (attempt, number)
) WITHOUT ROWID;
CREATE INDEX responses_by_item ON responses (item);
CREATE TABLE items (
    item INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    counts INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    attempt TEXT NOT NULL,
    number INTEGER NOT NULL,
    miss INTEGER NOT NULL
);
CREATE INDEX items_by_miss ON items (miss, at_ms DESC, name) WHERE miss > 0;
CREATE TABLE facts (
    fact INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    miss INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    form TEXT NOT NULL
);
CREATE INDEX facts_by_due ON facts (rank, due_ms, name);
CREATE TABLE reviews (
    fact INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    miss INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (fact, at_ms, number, part, attempt)
) WITHOUT ROWID;
CREATE TABLE totals (
    day TEXT NOT NULL,
    topic TEXT NOT NULL,
    form TEXT NOT NULL,
    certainty TEXT NOT NULL,
    "right" INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    marks_won TEXT NOT NULL,
    marks_lost TEXT NOT NULL,
    spent_ms INTEGER NOT NULL,
    paced INTEGER NOT NULL,
    pace_ms INTEGER NOT NULL,
    paced_spent_ms INTEGER NOT NULL,
    PRIMARY KEY (day, topic, form, certainty)
) WITHOUT ROWID;
CREATE TABLE days (
    day TEXT NOT NULL PRIMARY KEY,
    answers INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE passed_over (
    name TEXT NOT NULL PRIMARY KEY,
    message TEXT NOT NULL,
    help TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE state (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID
"""
