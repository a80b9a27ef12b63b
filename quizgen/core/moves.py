"""What an action asks of an attempt: the moves of a candidate, the same in both front ends.

Pure: it looks at the attempt and names an event, or says why there is nothing to do. What only
informs, or must be confirmed first, is no move.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.core.attempt import apply, can_open
from quizgen.core.events import (
    Certainty,
    Clear,
    EndSection,
    Event,
    Level,
    Mark,
    Pause,
    Select,
    Submit,
    Visit,
)
from quizgen.core.keys import Action, Choose, Command, GoTo, Sure, Unclear
from quizgen.core.paper import Feedback, Paper
from quizgen.core.refusals import Refused
from quizgen.core.state import Attempt, Entry
from quizgen.core.text import clean


@dataclass(frozen=True, slots=True)
class Notice:
    """Nothing happens; `text`, one line that is safe to show, tells the candidate why."""

    text: str


Move = Event | Notice

_CYCLE = (None, *Level)


def move(attempt: Attempt, asked: Action) -> Move | None:
    """Return what an action asks of an attempt that is under way.

    None for what only informs (palette, question list, time, help), what must be confirmed first
    (finish, submit), and the end of a practice.

    Choosing the option that is chosen already takes it back, as in NTA's computer tests; under
    immediate feedback a choice is final.
    """
    match asked:
        case Choose(place):
            return _choose(attempt, place)
        case GoTo(question):
            return _visit(attempt, question)
        case Sure(level):
            return _certain(attempt, level)
        case Unclear(reply):
            return _notice(reply)
        case _:
            handler = _COMMANDS.get(asked)
            return None if handler is None else handler(attempt)


def finishing(attempt: Attempt) -> EndSection | Submit:
    """Return what *finish* means once confirmed: the end of a locked section, or of the paper."""
    paper = attempt.paper
    if paper.locked and attempt.section < len(paper.sections) - 1:
        return EndSection(attempt.section)
    return Submit()


def starts_unasked(paper: Paper) -> bool:
    """Return whether nobody need be asked before the start: a practice that sets no clock going."""
    return paper.feedback is Feedback.IMMEDIATE and paper.timing.question_ms is None


def next_open(attempt: Attempt) -> int | None:
    """Return the index of the first question that can still be answered; None if none can."""
    open_ones = (index for index, entry in enumerate(attempt.entries) if not entry.locked)
    return next(open_ones, None)


def _notice(reason: str) -> Notice:
    """A reason as a sentence of its own; titles within it are the words of question files."""
    reason = " ".join(clean(reason).split())
    return Notice(f"{reason[:1].upper()}{reason[1:]}{'' if reason.endswith('.') else '.'}")


def _choose(attempt: Attempt, place: int) -> Event:
    option = attempt.paper.questions[attempt.current].options[place].id
    final = attempt.paper.feedback is Feedback.IMMEDIATE
    if option == attempt.open_entry.response and not final:
        return Clear(attempt.current)
    return Select(attempt.current, option)


def _visit(attempt: Attempt, question: int) -> Move:
    """A question that cannot be opened is told of in the words of the engine."""
    event = Visit(question)
    try:
        apply(attempt, event, attempt.now_ms)
    except Refused as refusal:
        return _notice(str(refusal))
    return event


def _reach(attempt: Attempt) -> range:
    """The questions among which one goes to and fro: the paper's, or the open section's."""
    paper = attempt.paper
    return paper.span_of(attempt.section) if paper.locked else range(len(paper.questions))


def _within(attempt: Attempt) -> str:
    return " in this section" if _in_sections(attempt) and attempt.paper.locked else ""


def _in_sections(attempt: Attempt) -> bool:
    return len(attempt.paper.sections) > 1


def is_last(attempt: Attempt) -> bool:
    """Return whether *next* has nowhere to go from the open question."""
    return attempt.current == _reach(attempt)[-1]


def _next(attempt: Attempt) -> Move:
    if not is_last(attempt):
        return _visit(attempt, attempt.current + 1)
    if isinstance(finishing(attempt), EndSection):
        return Notice("This is the last question in this section: f finishes it, l shows them all.")
    return Notice("This is the last question: f submits the paper, l shows them all.")


def _previous(attempt: Attempt) -> Move:
    if attempt.current != _reach(attempt)[0]:
        return _visit(attempt, attempt.current - 1)
    return Notice(f"This is the first question{_within(attempt)}.")


def _onward(attempt: Attempt, wanted: Callable[[Entry], bool]) -> Iterator[int]:
    """The wanted questions that can be opened: those after the open one, then those before."""
    count = len(attempt.entries)
    for step in range(1, count):
        index = (attempt.current + step) % count
        if wanted(attempt.entries[index]) and can_open(attempt, index):
            yield index


def _unanswered(entry: Entry) -> bool:
    return entry.response is None and not entry.locked


_IN_ORDER = Notice("Each question has its own clock: they are taken in order.")


def _next_unanswered(attempt: Attempt) -> Move:
    if attempt.paper.timing.question_ms is not None:
        return _IN_ORDER
    index = next(_onward(attempt, _unanswered), None)
    if index is not None:
        return Visit(index)
    every = "Every other" if _unanswered(attempt.open_entry) else "Every"
    return Notice(f"{every} question{_within(attempt)} is answered.")


def _marked(entry: Entry) -> bool:
    return entry.marked


def _next_marked(attempt: Attempt) -> Move:
    if attempt.paper.timing.question_ms is not None:
        return _IN_ORDER
    index = next(_onward(attempt, _marked), None)
    if index is not None:
        return Visit(index)
    none = "No other" if attempt.open_entry.marked else "No"
    return Notice(f"{none} question{_within(attempt)} is marked for review.")


def _next_section(attempt: Attempt) -> Move:
    paper = attempt.paper
    if not _in_sections(attempt):
        return Notice("This paper has no sections.")
    if paper.locked:
        return Notice("The sections are taken one after the other: f finishes this one.")
    following = (paper.section_of(attempt.current) + 1) % len(paper.sections)
    return _visit(attempt, paper.span_of(following).start)


def _clear(attempt: Attempt) -> Event:
    return Clear(attempt.current)


def _mark(attempt: Attempt) -> Move:
    if attempt.paper.timing.question_ms is not None:
        return Notice("There is no return to a question here, so there is no mark for review.")
    return Mark(attempt.current, on=not attempt.open_entry.marked)


def _certain(attempt: Attempt, level: Level | None) -> Move:
    """In a mock it is said of an answer; in practice, where choosing is final, before it."""
    final = attempt.paper.feedback is Feedback.IMMEDIATE
    if attempt.open_entry.response is None and not final:
        return Notice("Answer first; then say how sure you are.")
    return Certainty(attempt.current, level)


def _how_sure(attempt: Attempt) -> Move:
    place = _CYCLE.index(attempt.open_entry.certainty)
    return _certain(attempt, _CYCLE[(place + 1) % len(_CYCLE)])


def _pause(attempt: Attempt) -> Move:
    return Pause() if attempt.paper.timing.pause else Notice("This paper has no pause.")


_COMMANDS: dict[Command, Callable[[Attempt], Move]] = {
    Command.NEXT: _next,
    Command.PREVIOUS: _previous,
    Command.NEXT_UNANSWERED: _next_unanswered,
    Command.NEXT_MARKED: _next_marked,
    Command.NEXT_SECTION: _next_section,
    Command.CLEAR: _clear,
    Command.SKIP: _clear,
    Command.MARK: _mark,
    Command.HOW_SURE: _how_sure,
    Command.PAUSE: _pause,
}
