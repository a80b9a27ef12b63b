"""Runs a sitting on the whole screen and leaves the terminal as it was."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from quizgen.core.end import End
from quizgen.core.events import Start
from quizgen.core.item import Answer
from quizgen.core.moves import starts_unasked
from quizgen.core.sitting import Sitting
from quizgen.core.state import Phase
from quizgen.screen.app import ExamApp
from quizgen.screen.look import Look

if TYPE_CHECKING:
    from quizgen.core.result import Regraded


Minding = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Minds the signals while it is open; it is given what ends the screen, to be called by them."""


def run_screen(
    sitting: Sitting,
    answers: Sequence[Answer],
    look: Look,
    minding: Minding,
    regraded: "Regraded | None" = None,
) -> End:
    """Sit a paper on the whole screen until it is left, and return how that was.

    Where the terminal is gone there is no more input.

    Args:
        answers: In paper order.
        regraded: Of a finished attempt that was.

    Raises:
        OSError: A practice without clocks could not be started, since nothing can be written.
        Exception: Whatever made the screen fail, once the terminal is as it was.
    """
    if sitting.attempt.phase is Phase.READY and starts_unasked(sitting.paper):
        sitting.do(Start())
    app = ExamApp(sitting, answers, look, regraded)
    with minding(app.leave_soon):
        end = app.run()
    if app.trouble is not None:
        raise app.trouble
    return End.INPUT_ENDED if end is None else end
