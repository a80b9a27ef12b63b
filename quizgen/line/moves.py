"""What a candidate does in a mock, from the key to what is told; the rules are `core.moves`."""

from collections.abc import Callable

from quizgen.core.events import EndSection, Pause, Resume, Submit, Visit
from quizgen.core.keys import Action, Command
from quizgen.core.moves import Notice, finishing, move
from quizgen.core.state import Attempt
from quizgen.line.desk import LineDesk
from quizgen.show.palette import before_submitting, palette
from quizgen.show.questions_list import questions_list
from quizgen.show.rules import keys
from quizgen.show.standing import time_line
from quizgen.show.told import PAUSED, closed


def options(attempt: Attempt) -> int:
    """Return how many options the open question has."""
    return len(attempt.paper.questions[attempt.current].options)


def follow(desk: LineDesk, asked: Action) -> bool:
    """Do what was asked for; return whether the open question is to be shown again."""
    if asked in _SUBMITTING:
        return _submit(desk, _SUBMITTING[asked](desk.attempt))
    found = move(desk.attempt, asked)
    match found:
        case None:
            desk.gap()
            _VIEWS[asked](desk)
            desk.gap()
            return False
        case Notice(text):
            desk.say(text)
            return False
        case Pause():
            return _pause(desk)
        case _:
            return desk.act(found) and isinstance(found, Visit)


def tell_closed(desk: LineDesk, before: Attempt) -> None:
    """Say what the clock closed since, where the paper goes on; what was typed for it is gone."""
    desk.reader.discard_typed_ahead()
    if told := closed(before, desk.attempt):
        desk.say(told)


def _show_palette(desk: LineDesk) -> None:
    desk.console.show(palette(desk.attempt, plain=desk.plain))


def _show_questions(desk: LineDesk) -> None:
    desk.console.show(questions_list(desk.attempt, plain=desk.plain))


def _show_time(desk: LineDesk) -> None:
    sitting = desk.sitting
    clocks = (sitting.remaining_ms(), sitting.question_ms(), sitting.section_ms())
    desk.say(time_line(*clocks, plain=desk.plain))


def _show_keys(desk: LineDesk) -> None:
    desk.console.show(*keys(desk.sitting.paper, options(desk.attempt), plain=desk.plain))


_VIEWS: dict[Action, Callable[[LineDesk], None]] = {
    Command.PALETTE: _show_palette,
    Command.QUESTIONS: _show_questions,
    Command.TIME: _show_time,
    Command.HELP: _show_keys,
}
_SUBMITTING: dict[Action, Callable[[Attempt], EndSection | Submit]] = {
    Command.FINISH: finishing,
    Command.SUBMIT: lambda _: Submit(),
}


def _pause(desk: LineDesk) -> bool:
    """Stop the clocks until the candidate goes on; then the question is shown again."""
    if not desk.act(Pause()):
        return False
    desk.gap()
    desk.ask(f"{PAUSED} Press Enter to go on. ")
    while not desk.do(Resume()):
        desk.ask("Press Enter to go on. ")
    return True


def _submit(desk: LineDesk, event: EndSection | Submit) -> bool:
    """Ask whether to submit or finish, and do; the open question is to be shown again."""
    section = event.section if isinstance(event, EndSection) else None
    before, sitting = desk.attempt, desk.sitting
    remaining = sitting.remaining_ms() if section is None else sitting.section_ms()
    desk.gap()
    desk.console.show(before_submitting(before, remaining, section=section, plain=desk.plain))
    desk.gap()
    line = desk.ask("Submit? yes/no: " if section is None else "Finish it? yes/no: ")
    if line is None:
        tell_closed(desk, before)
    elif line.strip().lower() in {"y", "yes"}:
        desk.act(event)
    else:
        desk.say("Not submitted." if section is None else "Not finished.")
    return True
