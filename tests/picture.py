"""Draws the picture of the exam that the README shows: `python -m tests.picture` writes it.

It is exported from the application itself, with questions of the shipped bank.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from quizgen.bank.library import Library
from quizgen.bank.sources import named_files
from quizgen.core.assembly import Terms, assemble, mock_terms
from quizgen.core.item import Answer
from quizgen.core.paper import Feedback, Paper
from quizgen.core.sitting import Sitting
from quizgen.core.state import new_attempt
from quizgen.screen.app import ExamApp
from quizgen.screen.look import Look, Shade
from tests.core.samples import HandClock, MemoryJournal

PICTURE = Path(__file__).parent / "pictures" / "exam.svg"
SIZE = (80, 24)
QUESTIONS = 22
SPENT_MS = 8 * 60_000 + 17_000

# To the fourteenth question of a sitting in which some were answered and some marked.
_KEYS = ("enter", *"bnanmndmnncncnancnxnanmnbn", "d", "h", "h")
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture() -> str:
    """Return the picture as SVG that loads nothing."""
    return _FONTS.sub("", asyncio.run(_drawn()))


async def _drawn() -> str:
    paper, answers = _paper()
    clock = HandClock()
    app = ExamApp(Sitting(new_attempt(paper), clock, MemoryJournal()), answers, Look(Shade.DARK))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*_KEYS)
        clock.run(SPENT_MS)
        app.pass_time()
        await pilot.pause()
        return app.export_screenshot(title="quizgen mock --topic treaty-dates")


def _paper() -> tuple[Paper, tuple[Answer, ...]]:
    file = Path(__file__).parent.parent / "questions" / "treaty_dates.yaml"
    with (
        tempfile.TemporaryDirectory() as cache,
        Library.open(named_files([file]), Path(cache)) as bank,
    ):
        items = bank.in_order(bank.files[0])[:QUESTIONS]
    terms: Terms = mock_terms(count=len(items))
    return assemble(items, terms, "1", title="Treaty dates", feedback=Feedback.AFTER)


def main() -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
