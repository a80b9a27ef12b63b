"""The open question, as views for a canvas."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from quizgen.core.events import Level
from quizgen.core.item import LETTERS, Question
from quizgen.core.keys import Choose, Command, Sure
from quizgen.core.paper import Feedback, MarkingScheme
from quizgen.core.state import Attempt, Entry
from quizgen.screen.canvas import Target, target
from quizgen.screen.look import Look
from quizgen.show.layout import BLANK, Flow
from quizgen.show.prose import rich_line, text_views
from quizgen.show.words import signed

View = RenderableType | Target


def question_views(
    attempt: Attempt, look: Look, cursor: int | None, key: str | None = None
) -> Iterator[View]:
    """Yield what the open question is worth, its stem and its options.

    Args:
        cursor: Place, from 0, of the option that Enter would choose.
        key: Id of the right option, once it may be seen.
    """
    question, entry = attempt.paper.questions[attempt.current], attempt.open_entry
    yield Flow(Text(worth(attempt.paper.marking), style="dim"))
    yield BLANK
    yield from text_views(question.stem)
    yield BLANK
    yield from _options(question, entry, look, cursor, key)


def worth(scheme: MarkingScheme) -> str:
    """Return what a question is worth: `+2 if right, -0.67 if wrong, 0 if left`."""
    return (
        f"{signed(scheme.right)} if right, {signed(-scheme.wrong)} if wrong, "
        f"{signed(-scheme.blank)} if left"
    )


def _options(
    question: Question, entry: Entry, look: Look, cursor: int | None, key: str | None
) -> Iterator[View]:
    for place, (letter, option) in enumerate(zip(LETTERS, question.options, strict=False)):
        chosen = option.id == entry.response
        before = ">" if place == cursor else " "
        words = rich_line(option.text)
        notes = [note for note in (chosen and "your answer", option.id == key and "right") if note]
        if key is not None and notes:
            words = words + Text(f"   {', '.join(notes)}", style="dim")
        mark = look.chosen if chosen else look.unchosen
        style = ("bold green" if option.id == key else "bold red") if key is not None else "bold"
        lit = chosen or (key is not None and option.id == key)
        label = Text.assemble(before, " ", (mark, style if lit else "dim"), f" ({letter}) ")
        yield Target(Flow(words, label), Choose(place), "bold" if chosen else "")


def how_sure(attempt: Attempt, look: Look) -> Text:
    """Return the line on which a candidate says how sure he is; empty where there is no answer.

    In practice, where an answer is final, it is said before.
    """
    entry, practice = attempt.open_entry, attempt.paper.feedback is Feedback.IMMEDIATE
    if entry.locked or not (practice or entry.response is not None):
        return Text()
    line = Text("How sure?  ")
    line.stylize(target(Command.HOW_SURE))
    line.append(Text("h", style="bold cyan"))
    for level in Level:
        lit = entry.certainty is level
        mark = look.chosen if lit else look.unchosen
        line.append("   ")
        line.append(Text(f"{mark} {level}", target(Sure(level)) + Style(bold=lit)))
    return line
