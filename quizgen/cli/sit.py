"""Sits a paper in this terminal: its journal, its front end, its end."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen import __version__
from quizgen.cli.seats import Seat
from quizgen.cli.status import HUNG_UP, INTERRUPTED, PROBLEMS
from quizgen.cli.world import SystemClock, chance, console, folders, minding_signals
from quizgen.core.assembly import Terms, assemble
from quizgen.core.end import End
from quizgen.core.item import Answer, Item
from quizgen.core.paper import Feedback, Paper
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Phase, new_attempt
from quizgen.store.attempts import Attempts, attempt_id
from quizgen.store.journal import Header, Journal, Recorded

if TYPE_CHECKING:
    from quizgen.core.result import Regraded, Result


@dataclass(frozen=True, slots=True)
class Asked:
    """What a new attempt is about.

    Attributes:
        bank: Fingerprint of the bank.
        origin: The words of the command line that name the bank; none for the usual ones.
        code: Of the paper; empty for practice.
    """

    items: Sequence[Item]
    terms: Terms
    title: str
    seed: str
    bank: str
    origin: tuple[str, ...] = ()
    code: str = ""
    strict: bool = False


class _Unsaved:
    """A journal that keeps nothing, for `--no-save`."""

    def append(self, record: Mapping[str, Any], *, force: bool) -> None:
        """Let a record go."""


def sit_new(asked: Asked, feedback: Feedback, seat: Seat, *, save: bool = True) -> int:
    """Sit a new paper and return the exit status."""
    paper, answers = assemble(
        asked.items,
        asked.terms,
        asked.seed,
        title=asked.title,
        feedback=feedback,
        origin=asked.origin,
        code=asked.code,
        strict=asked.strict,
    )
    clock = SystemClock()
    header = _header(paper, answers, asked.bank, clock.wall_ms())
    journal = Attempts(folders().attempts).begin(header) if save else None
    held: AbstractContextManager[object] = journal or nullcontext()
    with held:
        sitting = Sitting(new_attempt(paper), clock, journal or _Unsaved())
        try:
            status = _run(sitting, answers, seat)
        finally:
            if journal and _is_empty(sitting.attempt):
                journal.discard()
    if journal and sitting.attempt.phase is Phase.SUBMITTED and not _is_empty(sitting.attempt):
        _finish(journal.path)
    return status


def _finish(journal: Path) -> None:
    """Put a submitted attempt with the finished ones, and into the history."""
    from quizgen.cli.keeping import take_in

    take_in(Attempts(folders().attempts).finish(journal))


def _is_empty(attempt: Attempt) -> bool:
    """Whether there is nothing to keep: not started, or a practice left at its first question."""
    stopped = attempt.phase is Phase.SUBMITTED and attempt.paper.feedback is Feedback.IMMEDIATE
    return attempt.phase is Phase.READY or (
        stopped and not any(entry.locked for entry in attempt.entries)
    )


def sit_again(recorded: Recorded, seat: Seat) -> int:
    """Go on with an unfinished attempt and return the exit status.

    Raises:
        StoreError: Another process writes it, or it cannot be read or written.
    """
    journal, recorded = Journal.reopen(recorded.path)
    if recorded.cut:
        print("The last record was cut short and is dropped; the others are kept.", file=sys.stderr)
    with journal:
        sitting = Sitting(recorded.attempt, SystemClock(), journal, recorded.wall_ms)
        status = _run(sitting, recorded.header.answers, seat)
    if sitting.attempt.phase is Phase.SUBMITTED:
        _finish(journal.path)
    return status


def look_again(found: "Result", answers: Sequence[Answer], seat: Seat) -> int:
    """Show a finished attempt, and its answers, on the whole screen; return the exit status."""
    sitting = Sitting(found.attempt, SystemClock(), _Unsaved())
    return _on_screen(sitting, answers, seat, found.regraded)


def _header(paper: Paper, answers: tuple[Answer, ...], bank: str, wall_ms: int) -> Header:
    return Header(
        id=attempt_id(wall_ms, chance(1 << 16)),
        kind="practice" if paper.feedback is Feedback.IMMEDIATE else "mock",
        started_ms=wall_ms,
        bank=bank,
        version=__version__,
        paper=paper,
        answers=answers,
    )


def _run(sitting: Sitting, answers: Sequence[Answer], seat: Seat) -> int:
    try:
        if seat.screen:
            return _on_screen(sitting, answers, seat)
        return _line_by_line(sitting, answers, plain=seat.plain)
    finally:
        with suppress(OSError):  # what could not be saved was told where it happened
            sitting.leave()


def _line_by_line(sitting: Sitting, answers: Sequence[Answer], *, plain: bool) -> int:
    from quizgen.line.reader import open_reader

    if sitting.paper.feedback is Feedback.IMMEDIATE:
        from quizgen.line.practice import run_practice as run
    else:
        from quizgen.line.mock import run_mock as run

    reader = open_reader(sys.stdin, terminal=sys.stdin.isatty())
    out = console(plain=plain)
    _collect_from_now()
    with minding_signals(continued=out.repeat_prompt if reader.terminal else lambda: None):
        return _STATUS.get(run(sitting, answers, out, reader), 0)


def _collect_from_now() -> None:
    """Turn on the collector of garbage, which a start leaves off; what is loaded by now stays."""
    gc.freeze()
    gc.enable()


def _on_screen(
    sitting: Sitting, answers: Sequence[Answer], seat: Seat, regraded: "Regraded | None" = None
) -> int:
    from quizgen.screen.look import Shade, look
    from quizgen.screen.run import run_screen

    ended_by: list[int] = []

    def mind(leave: Callable[[], None]) -> AbstractContextManager[None]:
        def end(number: int) -> None:
            ended_by.append(number)
            leave()

        return minding_signals(ended=end, interrupts=True)

    shade = Shade(seat.shade) if seat.shade else None
    found = look(os.environ, sys.stdout.encoding, shade)
    _collect_from_now()
    end = run_screen(sitting, answers, found, mind, regraded)
    if ended_by:
        return 128 + ended_by[0]
    if end is End.INPUT_ENDED:  # and with it the place to print anything
        return HUNG_UP
    _part(sitting, answers, regraded)
    return _STATUS.get(end, 0)


_STATUS = {End.INTERRUPTED: INTERRUPTED, End.UNSAVED: PROBLEMS}


def _part(sitting: Sitting, answers: Sequence[Answer], regraded: "Regraded | None") -> None:
    """Leave behind, where the screen was, what a candidate comes back to."""
    from quizgen.show.layout import Flow, safe_line
    from quizgen.show.standing import left

    out = console()
    if sitting.attempt.phase is Phase.SUBMITTED:
        from quizgen.core.result import result
        from quizgen.show.card import card

        out.show(card(replace(result(sitting.attempt, answers), regraded=regraded)))
    elif sitting.attempt.phase is Phase.READY:
        out.show(Flow(safe_line("Not started.")))
    else:
        out.show(Flow(safe_line(left(strict=sitting.paper.timing.strict))))
