"""Practice, line by line: each question is judged as soon as it is closed.

What judges and sums up is imported only then, so that the first question comes at once.
"""

from collections.abc import Sequence

from quizgen.core.end import End
from quizgen.core.events import Certainty, Resume, Start, Submit, Visit
from quizgen.core.item import LETTERS, Answer
from quizgen.core.keys import Action, Command, action
from quizgen.core.moves import Notice, move, next_open, starts_unasked
from quizgen.core.paper import Feedback
from quizgen.core.sitting import Sitting
from quizgen.core.state import Phase
from quizgen.line.desk import LineDesk
from quizgen.line.reader import Reader
from quizgen.show.console import QuizConsole
from quizgen.show.question import practice_question
from quizgen.show.rules import each_has, keys
from quizgen.show.standing import resumed

_LATER = "`quizgen resume` goes on from there"


def run_practice(
    sitting: Sitting, answers: Sequence[Answer], console: QuizConsole, reader: Reader
) -> End:
    """Ask every question that is still open, from the first, then submit and show the card.

    Goes on with an attempt that was begun before. However it ends, the attempt is submitted and
    the card so far is shown; `UNSAVED` says that the journal took no start or no submission.

    Args:
        answers: In paper order.
    """
    desk = LineDesk(sitting, console, reader)
    try:
        end = _sit(desk, answers)
    except EOFError:
        end = End.INPUT_ENDED
    except KeyboardInterrupt:
        end = End.INTERRUPTED
    if end is not End.FINISHED:
        desk.gap()
    if desk.attempt.phase is Phase.READY:
        desk.say("Not started.")
        return end
    if desk.attempt.phase is not Phase.SUBMITTED and not desk.do(Submit(), _LATER):
        end = End.UNSAVED
    _sum_up(desk, answers)
    return end


def _sum_up(desk: LineDesk, answers: Sequence[Answer]) -> None:
    from quizgen.core.result import result
    from quizgen.show.card import card

    desk.console.show(card(result(desk.attempt, answers), plain=desk.plain))


def _sit(desk: LineDesk, answers: Sequence[Answer]) -> End:
    begun = _begin(desk)
    if begun is not None:
        return begun
    while (index := next_open(desk.attempt)) is not None:
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


def _begin(desk: LineDesk) -> End | None:
    """Start, or go on where it was left; an end if it does not begin."""
    if desk.attempt.phase is Phase.READY:
        if not _consents(desk):
            return End.STOPPED
        return None if desk.insist(Start()) else End.UNSAVED
    desk.console.show(resumed(desk.attempt, desk.sitting.remaining_ms(), plain=desk.plain))
    desk.gap()
    if desk.attempt.phase is Phase.PAUSED and not desk.insist(Resume()):
        return End.UNSAVED
    return None


def _consents(desk: LineDesk) -> bool:
    """Let a candidate at a terminal say when the first question's clock starts; False to leave."""
    paper = desk.sitting.paper
    if starts_unasked(paper) or not desk.reader.terminal:
        return True
    desk.reader.discard_typed_ahead()
    prompt = f"{each_has(paper)} Enter starts (q leaves): "
    if not desk.agrees(prompt, "The first question is not open yet: Enter starts, q leaves."):
        return False
    desk.gap()
    return True


def _ready(desk: LineDesk) -> bool:
    """Leave a candidate at a terminal time to read before the next question; False to stop.

    Lines that are piped in are answers alone, so nothing is asked of a pipe.
    """
    if not (desk.reader.terminal and desk.attempt.open_entry.locked):
        return True
    timed = desk.sitting.paper.timing.question_ms is not None
    clock = " and starts its clock" if timed else ""
    prompt = f"Enter opens the next question{clock} (q stops): "
    if not desk.agrees(prompt, "The next question is not open yet: Enter opens it, q stops."):
        return False
    desk.gap()
    return True


def _ask(desk: LineDesk, index: int) -> bool:
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
        _follow(desk, asked)
    return True


def _follow(desk: LineDesk, asked: Action) -> None:
    found = move(desk.attempt, asked)
    match found:
        case None if asked is Command.HELP:
            paper = desk.sitting.paper
            options = len(paper.questions[desk.attempt.current].options)
            desk.gap()
            desk.console.show(*keys(paper, options, plain=desk.plain))
            desk.gap()
        case None:
            return
        case Notice(text):
            desk.say(text)
        case Certainty():
            desk.act(found)
        case _:
            desk.do(found)  # its verdict follows


def _judge(desk: LineDesk, answer: Answer, index: int) -> None:
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
