"""What a user has answered so far, in days before today."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizgen.cli.world import folders
from quizgen.core.events import Level
from tests.samples import paper, question
from tests.store import making

DAY_MS = making.DAY_MS


def sat(
    days_ago: int,
    right: int,
    wrong: int,
    *,
    topic: str = "treaty dates",
    acts: Sequence[tuple[str | None, Level | None]] = (),
    chance: int = 0xABCD,
) -> Path:
    """Leave the journal of a mock that began so many days ago, at this time of the day.

    Args:
        acts: What was done after the right and the wrong answers.
        chance: The last four digits of its id.
    """
    done = [making.RIGHT] * right + [making.WRONG] * wrong + list(acts)
    names = [f"{topic[:3].lower()}{number}" for number in range(1, len(done) + 1)]
    questions = tuple(question(name, topic=topic) for name in names)
    of = replace(paper(len(done)), title=topic, questions=questions)
    started_ms = time.time_ns() // 1_000_000 - days_ago * DAY_MS - 60_000
    return making.sit(folders().data, done, started_ms, of=of, chance=chance)


def write_bank(path: Path, topic: str = "treaty dates", count: int = 40) -> Path:
    """Write the questions of such mocks, as they would stand in a file."""
    questions = "".join(
        f"  - id: {topic[:3].lower()}{number}\n"
        f"    question: What is {number}?\n"
        f"    options: [alpha, beta]\n"
        f"    answer: a\n"
        for number in range(1, count + 1)
    )
    text = f"title: {topic}\nbank: test\ntopic: {topic}\nquestions:\n{questions}"
    path.write_text(text, encoding="utf-8")
    return path
