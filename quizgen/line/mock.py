"""A mock, line by line: consent, free movement, submission, and only then what was right."""

from collections.abc import Sequence

from quizgen.core.analysis import analysis
from quizgen.core.end import End
from quizgen.core.events import Resume, Start
from quizgen.core.item import LETTERS, Answer
from quizgen.core.keys import action
from quizgen.core.paper import Feedback
from quizgen.core.result import Result, result
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Ending, Phase
from quizgen.line.desk import LineDesk
from quizgen.line.moves import follow, options, tell_closed
from quizgen.line.reader import Reader
from quizgen.show.analysis import analysis_views
from quizgen.show.card import card
from quizgen.show.console import QuizConsole
from quizgen.show.layout import BLANK
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
    desk = LineDesk(sitting, console, reader)
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


def _sit(desk: LineDesk) -> End:
    begun = _begin(desk)
    if begun is not None:
        return begun
    shown: int | None = None
    while desk.attempt.phase is Phase.RUNNING:
        before = desk.attempt
        if shown != before.current:
            _show_question(desk)
        shown = before.current
        line = desk.ask(_prompt(before))
        if line is None:
            tell_closed(desk, before)
        elif desk.is_echo(line):
            continue
        elif follow(desk, action(line, Feedback.AFTER, options(desk.attempt))):
            shown = None
    return End.FINISHED


def _begin(desk: LineDesk) -> End | None:
    """Ask for consent, or say where a resumed attempt stands; an end if it does not begin."""
    if desk.attempt.phase is Phase.READY:
        return _consent(desk)
    remaining = desk.sitting.remaining_ms()
    desk.console.show(resumed(desk.attempt, remaining, plain=desk.plain))
    if desk.attempt.phase is Phase.PAUSED and not desk.insist(Resume()):
        return End.UNSAVED
    return None


def _consent(desk: LineDesk) -> End | None:
    desk.console.show(instructions(desk.sitting.paper, plain=desk.plain))
    desk.gap()
    desk.reader.discard_typed_ahead()
    prompt = "Press Enter to start; the clock starts then (q leaves): "
    if not desk.agrees(prompt, "The paper has not started: Enter starts it, q leaves."):
        return End.STOPPED
    return None if desk.insist(Start()) else End.UNSAVED


def _show_question(desk: LineDesk) -> None:
    desk.gap()
    sitting = desk.sitting
    remaining = sitting.question_ms()
    if remaining is None:
        remaining = sitting.remaining_ms()
    desk.console.show(
        mock_question(desk.attempt, remaining, sitting.section_ms(), plain=desk.plain)
    )
    desk.gap()


def _prompt(attempt: Attempt) -> str:
    last = LETTERS[options(attempt) - 1]
    return f"{attempt.current + 1} of {len(attempt.entries)} (a-{last}, Enter next, ? help): "


def _show_result(desk: LineDesk, answers: Sequence[Answer]) -> None:
    found = result(desk.attempt, answers)
    if desk.attempt.ending is Ending.TIME:
        desk.say("Time is up: the paper was submitted with every answer that was saved.")
    else:
        desk.say("Submitted.")
    desk.gap()
    desk.console.show(card(found, plain=desk.plain))
    taught = analysis_views(analysis(found), found, plain=desk.plain)
    if taught.renderables:
        desk.console.show(BLANK, taught)
    desk.gap()
    _review(desk, found)


def _review(desk: LineDesk, found: Result) -> None:
    """Show every question; at a terminal one at a time, so that the score can be read first."""
    for view in review(found, plain=desk.plain):
        if desk.reader.terminal and not _goes_on(desk):
            return
        desk.console.show(view)


def _goes_on(desk: LineDesk) -> bool:
    try:
        line = desk.ask("Enter shows the next question with its reasons (q leaves): ")
    except (EOFError, KeyboardInterrupt):
        return False
    desk.gap()
    return (line or "").strip().lower() != "q"
