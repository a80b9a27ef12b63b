"""The keys named in the last line of the exam, the most useful first."""

from quizgen.core.events import EndSection
from quizgen.core.keys import Command, keys_of, letters
from quizgen.core.moves import finishing
from quizgen.core.state import Attempt
from quizgen.screen.frame import Hint

_WORDS = {
    Command.NEXT: ("Enter", "next"),
    Command.PREVIOUS: ("p", "back"),
    Command.GO_TO: ("g", "go to"),
    Command.CLEAR: ("x", "clear"),
    Command.MARK: ("m", "review"),
    Command.FINISH: ("f", "submit"),
    Command.PAUSE: ("z", "pause"),
    Command.NEXT_SECTION: ("Tab", "next section"),
    Command.PALETTE: ("l", "palette"),
    Command.NEXT_UNANSWERED: ("u", "next unanswered"),
    Command.QUESTIONS: ("v", "all questions"),
}
_BESIDE = (
    Command.NEXT,
    Command.PREVIOUS,
    Command.GO_TO,
    Command.CLEAR,
    Command.MARK,
    Command.FINISH,
    Command.PAUSE,
    Command.NEXT_SECTION,
    Command.NEXT_UNANSWERED,
    Command.QUESTIONS,
    Command.PALETTE,
)
_ALONE = (
    Command.NEXT,
    Command.MARK,
    Command.FINISH,
    Command.PALETTE,
    Command.PREVIOUS,
    Command.GO_TO,
    Command.CLEAR,
    Command.PAUSE,
)


def exam_hints(attempt: Attempt, *, alone: bool) -> list[Hint]:
    """Return what the last line has room for from the left, help last.

    Args:
        alone: Whether the palette is folded away, so that its key matters.
    """
    words = dict(_WORDS)
    if attempt.paper.timing.question_ms is not None:
        words[Command.NEXT] = ("Enter", "next, no return")
    order = _ALONE if alone else _BESIDE
    if isinstance(finishing(attempt), EndSection):
        words[Command.FINISH] = ("f", "finish section")
        order = (Command.NEXT, Command.FINISH, Command.MARK, *order)
    has = {key.command for key in keys_of(attempt.paper)}
    hints = [Hint(*words[each], each) for each in dict.fromkeys(order) if each in has]
    options = len(attempt.paper.questions[attempt.current].options)
    answer = Hint(letters(options).replace(" to ", "-"), "answer", Command.HELP)
    help_ = Hint("?", "keys", Command.HELP)
    return [*hints, answer, help_] if alone else [answer, *hints, help_]
