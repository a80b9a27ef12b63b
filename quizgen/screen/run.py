"""Runs a sitting on the whole screen and leaves the terminal as it was."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from quizgen.core.end import End
from quizgen.core.events import Start
from quizgen.core.item import Answer
from quizgen.core.paper import Feedback
from quizgen.core.sitting import Sitting
from quizgen.core.state import Phase
from quizgen.screen.app import ExamApp
from quizgen.screen.look import Look

Minding = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Minds the signals while it is open; it is given what ends the screen, to be called by them."""


def run_screen(sitting: Sitting, answers: Sequence[Answer], look: Look, minding: Minding) -> End:
    """Sit a paper on the whole screen until it is left, and return how that was.

    Where the terminal is gone there is no more input.

    Args:
        answers: In paper order.

    Raises:
        OSError: A practice could not be started, since nothing can be written.
        Exception: Whatever made the screen fail, once the terminal is as it was.
    """
    if sitting.attempt.phase is Phase.READY and sitting.paper.feedback is Feedback.IMMEDIATE:
        sitting.do(Start())
    app = ExamApp(sitting, answers, look)
    with minding(app.leave_soon):
        end = app.run()
    if app.trouble is not None:
        raise app.trouble
    return End.INPUT_ENDED if end is None else end
