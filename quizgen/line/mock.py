"""A mock, line by line: consent, free movement, submission, and only then what was right."""

from collections.abc import Sequence

from quizgen.core.events import Resume, Start
from quizgen.core.item import LETTERS, Answer
from quizgen.core.keys import action
from quizgen.core.paper import Feedback
from quizgen.core.result import Result, result
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Ending, Phase
from quizgen.line.desk import Desk, End
from quizgen.line.moves import follow, options
from quizgen.line.reader import Reader
from quizgen.show.card import card
from quizgen.show.console import QuizConsole
from quizgen.show.question import mock_question
from quizgen.show.review import review
from quizgen.show.rules import instructions
from quizgen.show.standing import left, resumed


def run_mock(
    sitting: Sitting, answers: Sequence[Answer], console: QuizConsole, reader: Reader
) -> End:
    """Sit a mock until it is submitted, by the candidate or by the clock, then show the result.

    An attempt that is under way is gone on with. End of input and Ctrl-C leave it unfinished, to be
    resumed; a candidate who does not consent leaves it unstarted (`STOPPED`).

    Args:
        answers: In paper order; seen only after submission.
    """
    desk = Desk(sitting, console, reader)
    try:
        end = _sit(desk)
    except EOFError:
        end = End.INPUT_ENDED
    except KeyboardInterrupt:
        end = End.INTERRUPTED
    desk.gap()
    if desk.attempt.phase is Phase.SUBMITTED:
        _show_result(desk, answers)
        return End.FINISHED
    if desk.attempt.phase is Phase.READY:
        desk.say("Not started.")
    else:
        desk.say(left(strict=desk.sitting.paper.timing.strict))
    return end


def _sit(desk: Desk) -> End:
    begun = _begin(desk)
    if begun is not None:
        return begun
    shown: int | None = None
    while desk.attempt.phase is Phase.RUNNING:
        current = desk.attempt.current
        if shown != current:
            _show_question(desk)
        shown = current
        line = desk.ask(_prompt(desk.attempt))
        if line is None:
            _tell_closed(desk, current)
        elif follow(desk, action(line, Feedback.AFTER, options(desk.attempt))):
            shown = None
    return End.FINISHED


def _begin(desk: Desk) -> End | None:
    """Ask for consent, or say where a resumed attempt stands; an end if it does not begin."""
    if desk.attempt.phase is Phase.READY:
        return _consent(desk)
    remaining = desk.sitting.remaining_ms()
    desk.console.show(resumed(desk.attempt, remaining, plain=desk.plain))
    if desk.attempt.phase is Phase.PAUSED and not desk.insist(Resume()):
        return End.UNSAVED
    return None


def _consent(desk: Desk) -> End | None:
    desk.console.show(instructions(desk.sitting.paper, plain=desk.plain))
    desk.gap()
    while True:
        line = (desk.ask("Press Enter to start; the clock starts then (q leaves): ") or "").strip()
        if line.lower() == "q":
            return End.STOPPED
        if not line:
            return None if desk.insist(Start()) else End.UNSAVED
        desk.say("The paper has not started: Enter starts it, q leaves.")


def _show_question(desk: Desk) -> None:
    desk.gap()
    remaining = desk.sitting.question_ms()
    if remaining is None:
        remaining = desk.sitting.remaining_ms()
    desk.console.show(mock_question(desk.attempt, remaining, plain=desk.plain))
    desk.gap()


def _prompt(attempt: Attempt) -> str:
    last = LETTERS[options(attempt) - 1]
    return f"{attempt.current + 1} of {len(attempt.entries)} (a-{last}, Enter next, ? help): "


def _tell_closed(desk: Desk, question: int) -> None:
    """Say what the clock closed."""
    desk.reader.discard_typed_ahead()
    if desk.attempt.phase is Phase.RUNNING:
        desk.say(f"Time is up for question {question + 1}.")


def _show_result(desk: Desk, answers: Sequence[Answer]) -> None:
    found = result(desk.attempt, answers)
    if desk.attempt.ending is Ending.TIME:
        desk.say("Time is up: the paper was submitted with every answer that was saved.")
    else:
        desk.say("Submitted.")
    desk.gap()
    desk.console.show(card(found, plain=desk.plain))
    desk.gap()
    _review(desk, found)


def _review(desk: Desk, found: Result) -> None:
    """Show every question; at a terminal one at a time, so that the score can be read first."""
    for view in review(found, plain=desk.plain):
        if desk.reader.terminal and not _goes_on(desk):
            return
        desk.console.show(view)


def _goes_on(desk: Desk) -> bool:
    try:
        line = desk.ask("Enter shows the next question with its reasons (q leaves): ")
    except (EOFError, KeyboardInterrupt):
        return False
    desk.gap()
    return (line or "").strip().lower() != "q"
