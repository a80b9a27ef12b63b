"""What a candidate does in a mock, from the key to what is told."""

from quizgen.core.events import Clear, Mark, Select, Submit, Visit
from quizgen.core.keys import Action, Choose, Command, GoTo, Unclear
from quizgen.core.state import Attempt, Phase
from quizgen.line.desk import Desk
from quizgen.show.palette import before_submitting, palette
from quizgen.show.rules import keys
from quizgen.show.standing import time_line
from quizgen.show.words import capital, option_name, sentence


def options(attempt: Attempt) -> int:
    """Return how many options the open question has."""
    return len(attempt.paper.questions[attempt.current].options)


def follow(desk: Desk, asked: Action) -> bool:
    """Do what was asked for; return whether the open question is to be shown again."""
    match asked:
        case GoTo() | Command.NEXT | Command.PREVIOUS:
            return _go(desk, asked)
        case Command.SUBMIT:
            return _submit(desk)
        case Choose(place):
            _choose(desk, place)
        case Command.CLEAR:
            _clear(desk)
        case Command.MARK:
            _mark(desk)
        case Unclear(reply):
            desk.say(sentence(capital(reply)))
        case _:
            _inform(desk, asked)
    return False


def _go(desk: Desk, asked: Action) -> bool:
    here, last = desk.attempt.current, len(desk.attempt.entries) - 1
    match asked:
        case GoTo(question):
            return desk.do(Visit(question))
        case Command.NEXT if here == last:
            desk.say("This is the last question. `submit` hands the paper in; l shows them all.")
        case Command.NEXT:
            return desk.do(Visit(here + 1))
        case _ if here == 0:
            desk.say("This is the first question.")
        case _:
            return desk.do(Visit(here - 1))
    return False


def _choose(desk: Desk, place: int) -> None:
    current = desk.attempt.current
    question = desk.sitting.paper.questions[current]
    option = question.options[place].id
    if desk.do(Select(current, option)):
        desk.say(f"Saved for question {current + 1}: {sentence(option_name(question, option))}")


def _clear(desk: Desk) -> None:
    current = desk.attempt.current
    if desk.do(Clear(current)):
        desk.say(f"Question {current + 1} has no answer now.")


def _mark(desk: Desk) -> None:
    current, on = desk.attempt.current, not desk.attempt.open_entry.marked
    if desk.do(Mark(current, on)):
        state = "marked for review" if on else "no longer marked for review"
        desk.say(f"Question {current + 1} is {state}.")


def _inform(desk: Desk, asked: Action) -> None:
    """Show what changes nothing: palette, time, keys."""
    desk.gap()
    match asked:
        case Command.PALETTE:
            desk.console.show(palette(desk.attempt, plain=desk.plain))
        case Command.TIME:
            remaining, question = desk.sitting.remaining_ms(), desk.sitting.question_ms()
            desk.say(time_line(remaining, question, plain=desk.plain))
        case _:
            desk.console.show(*keys(desk.sitting.paper, options(desk.attempt), plain=desk.plain))
    desk.gap()


def _submit(desk: Desk) -> bool:
    """Ask whether to hand in, and do; return whether the open question is to be shown again."""
    desk.gap()
    remaining = desk.sitting.remaining_ms()
    desk.console.show(before_submitting(desk.attempt, remaining, plain=desk.plain))
    desk.gap()
    line = desk.ask("Submit? yes/no: ")
    if line is not None and line.strip().lower() in {"y", "yes"}:
        return not desk.do(Submit())
    if desk.attempt.phase is Phase.RUNNING:
        desk.say("Not submitted.")
    return True
