"""Practice, line by line: each question is judged as soon as it is closed.

What judges and sums up is imported only then, so that the first question comes at once.
"""

from collections.abc import Sequence

from quizgen.core.events import Clear, Resume, Select, Start, Submit, Visit
from quizgen.core.item import LETTERS, Answer
from quizgen.core.keys import Action, Choose, Command, Unclear, action
from quizgen.core.paper import Feedback
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt, Phase
from quizgen.line.desk import Desk, End
from quizgen.line.reader import Reader
from quizgen.show.console import QuizConsole
from quizgen.show.question import practice_question
from quizgen.show.rules import keys
from quizgen.show.standing import resumed
from quizgen.show.words import capital, sentence

_LATER = "`quizgen resume` goes on from there"


def run_practice(
    sitting: Sitting, answers: Sequence[Answer], console: QuizConsole, reader: Reader
) -> End:
    """Ask every question that is still open, from the first, then hand in and show the card.

    Goes on with an attempt that was begun before. However it ends, the attempt is submitted and
    the card so far is shown; `UNSAVED` says that the journal took no start or no submission.

    Args:
        answers: In paper order.
    """
    desk = Desk(sitting, console, reader)
    try:
        end = _sit(desk, answers)
    except EOFError:
        end = End.INPUT_ENDED
    except KeyboardInterrupt:
        end = End.INTERRUPTED
    if end is not End.FINISHED:
        desk.gap()
    if desk.attempt.phase is Phase.READY:
        return end
    if desk.attempt.phase is not Phase.SUBMITTED and not desk.do(Submit(), _LATER):
        end = End.UNSAVED
    _sum_up(desk, answers)
    return end


def _sum_up(desk: Desk, answers: Sequence[Answer]) -> None:
    from quizgen.core.result import result
    from quizgen.show.card import card

    desk.console.show(card(result(desk.attempt, answers), plain=desk.plain))


def _sit(desk: Desk, answers: Sequence[Answer]) -> End:
    if not _begin(desk):
        return End.UNSAVED
    while (index := _first_open(desk.attempt)) is not None:
        if not _ready(desk):
            return End.STOPPED
        if index != desk.attempt.current and not desk.insist(Visit(index)):
            return End.UNSAVED
        desk.console.show(practice_question(desk.sitting.paper, index, plain=desk.plain))
        desk.gap()
        if not _ask(desk, index):
            return End.STOPPED
        _judge(desk, answers[index], index)
    return End.FINISHED


def _begin(desk: Desk) -> bool:
    """Start, or go on where it was left; False if that cannot be saved."""
    if desk.attempt.phase is Phase.READY:
        return desk.insist(Start())
    desk.console.show(resumed(desk.attempt, desk.sitting.remaining_ms(), plain=desk.plain))
    desk.gap()
    return desk.attempt.phase is not Phase.PAUSED or desk.insist(Resume())


def _ready(desk: Desk) -> bool:
    """Leave a candidate at a terminal time to read before the next question; False to stop.

    Lines that are piped in are answers alone, so nothing is asked of a pipe.
    """
    if not (desk.reader.terminal and desk.attempt.open_entry.locked):
        return True
    timed = desk.sitting.paper.timing.question_ms is not None
    clock = " and starts its clock" if timed else ""
    prompt = f"Enter opens the next question{clock} (q stops): "
    while typed := (desk.ask(prompt) or "").strip():
        if typed.lower() == "q":
            desk.gap()
            return False
        desk.say("The next question is not open yet: Enter opens it, q stops.")
    desk.gap()
    return True


def _first_open(attempt: Attempt) -> int | None:
    open_ones = (index for index, entry in enumerate(attempt.entries) if not entry.locked)
    return next(open_ones, None)


def _ask(desk: Desk, index: int) -> bool:
    """Ask until the question is closed; False if the candidate stops."""
    options = len(desk.sitting.paper.questions[index].options)
    prompt = f"Answer (a-{LETTERS[options - 1]}, s skip, q stop, ? help): "
    while not desk.attempt.entries[index].locked:
        line = desk.ask(prompt)
        if line is None:
            desk.reader.discard_typed_ahead()
            continue
        asked = action(line, Feedback.IMMEDIATE, options)
        if asked is Command.STOP:
            return False
        _follow(desk, asked, index)
    return True


def _follow(desk: Desk, asked: Action, index: int) -> None:
    question = desk.sitting.paper.questions[index]
    match asked:
        case Choose(place):
            desk.do(Select(index, question.options[place].id))
        case Command.SKIP:
            desk.do(Clear(index))
        case Command.HELP:
            desk.gap()
            views = keys(desk.sitting.paper, len(question.options), plain=desk.plain)
            desk.console.show(*views)
            desk.gap()
        case Unclear(reply):
            desk.say(sentence(capital(reply)))
        case _:
            return


def _judge(desk: Desk, answer: Answer, index: int) -> None:
    """Tell what became of a question, why, and leave room before the next."""
    from quizgen.core.result import row
    from quizgen.show.verdict import explanation, verdict

    closed = row(desk.attempt, answer, index)
    desk.gap()
    desk.console.show(verdict(closed, desk.sitting.paper, plain=desk.plain))
    reasons = explanation(closed, plain=desk.plain)
    if reasons.renderables:
        desk.gap()
        desk.console.show(reasons)
    desk.gap()
