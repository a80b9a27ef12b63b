"""Which page an attempt is at, and what is said on coming to it."""

from rich.text import Text

from quizgen.core.paper import Feedback
from quizgen.core.state import Attempt, Ending, Phase
from quizgen.screen.page import Page, Session


def first_page(session: Session) -> Page:
    """Return a new page for where the attempt stands; only that one is loaded."""
    attempt = session.attempt
    practice = attempt.paper.feedback is Feedback.IMMEDIATE
    match attempt.phase:
        case Phase.READY:
            from quizgen.screen.instructions import FirstClock, Instructions

            return FirstClock(session) if practice else Instructions(session)
        case Phase.PAUSED:
            from quizgen.screen.paused import Paused

            return Paused(session)
        case Phase.SUBMITTED:
            from quizgen.screen.result import ResultPage

            return ResultPage(session)
        case Phase.RUNNING if practice:
            from quizgen.screen.practice import Practice

            return Practice(session)
        case _:
            from quizgen.screen.exam import Exam

            return Exam(session)


def handed_in(attempt: Attempt) -> Text:
    """Return what a candidate must know of the end of a mock; empty where it is not over."""
    if attempt.phase is not Phase.SUBMITTED or attempt.paper.feedback is Feedback.IMMEDIATE:
        return Text()
    if attempt.ending is Ending.TIME:
        words = "Time is up: the paper was submitted with every answer that was saved."
        return Text(words, style="bold yellow")
    return Text("Submitted.")
