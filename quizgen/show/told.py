"""What a candidate is told while sitting: what happened, what did not, and what time brought."""

from rich.text import Text

from quizgen.core.desk import Gap, News, Saved, Warned
from quizgen.core.events import Certainty, Clear, EndSection, Event, Level, Mark, Select
from quizgen.core.paper import Feedback
from quizgen.core.refusals import Refused
from quizgen.core.sitting import WARNINGS_MS
from quizgen.core.state import Attempt, Phase
from quizgen.core.text import clean
from quizgen.show.standing import interruption, section_name
from quizgen.show.words import capital, duration, option_name, sentence

URGENCY = dict(zip(WARNINGS_MS, ("bold yellow", "bold red"), strict=True))
"""The style of each warning, by the time it is given at."""

PAUSED = "Paused: the clock stands still."

_LEVELS = {
    Level.SURE: "you are sure",
    Level.UNSURE: "you are unsure",
    Level.GUESS: "you call it a guess",
    None: "you do not say how sure you are",
}


def trouble(error: Refused | OSError, remedy: str = "try again") -> str:
    """Return why an event did not happen.

    Args:
        remedy: What the candidate can do where it could not be saved.
    """
    if isinstance(error, OSError):
        return f"Not saved: {_told(error)} What was saved before is safe; {remedy}."
    return _told(error)


def news(item: News, *, plain: bool = False) -> Text:
    """Return what time brought."""
    match item:
        case Warned(left_ms, section):
            what = " for this section" if section else ""
            return Text(f"{duration(left_ms, spoken=True)} left{what}.", URGENCY[left_ms])
        case Gap(gap_ms, charged):
            return Text(interruption(gap_ms, charged=charged, plain=plain))
        case Saved():
            return Text("Saving works again.")
        case _:
            why = f"The time cannot be saved: {_told(item.error)}"
            return Text(f"{why} Your answers are safe; it is tried again.")


def happened(before: Attempt, event: Event) -> str:
    """Return what an event did to the attempt before it; empty if what is shown next says it.

    Under immediate feedback the verdict says what became of an answer.
    """
    judged = before.paper.feedback is Feedback.IMMEDIATE
    match event:
        case Select(index, option) if not judged:
            name = option_name(before.paper.questions[index], option)
            return f"Saved for question {index + 1}: {sentence(name)}"
        case Clear(index) if not judged:
            return f"Question {index + 1} has no answer now{_taken_back(before, index)}."
        case Mark(index, on):
            state = "marked for review" if on else "no longer marked for review"
            return f"Question {index + 1} is {state}."
        case Certainty(index, level):
            return f"Question {index + 1}: {_LEVELS[level]}."
        case EndSection(section):
            return f"{capital(section_name(before.paper, section))} is closed."
        case _:
            return ""


def closed(before: Attempt, after: Attempt) -> str:
    """Return what the clock closed between two moments; empty if nothing, or the whole paper."""
    if after.phase is not Phase.RUNNING:
        return ""
    if after.section != before.section:
        return f"Time is up for {section_name(before.paper, before.section)}."
    moved = after.current != before.current
    if moved or (after.open_entry.locked and not before.open_entry.locked):
        return f"Time is up for question {before.current + 1}."
    return ""


def _taken_back(before: Attempt, index: int) -> str:
    """Whoever chooses an option again must see that it went."""
    response = before.entries[index].response
    if response is None:
        return ""
    return f": ({before.paper.questions[index].letter(response)}) is taken back"


def _told(error: Exception) -> str:
    """An error in a sentence of its own, with its remedy if it brings one."""
    remedy = getattr(error, "help", "")
    what = (error.strerror if isinstance(error, OSError) else "") or str(error)
    parts = [what, remedy if isinstance(remedy, str) else ""]
    return " ".join(sentence(capital(clean(part))) for part in parts if part)
