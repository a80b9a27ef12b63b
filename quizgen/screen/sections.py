"""The sections of a paper as a bar of one line."""

from rich.cells import cell_len
from rich.text import Text

from quizgen.core.keys import GoTo
from quizgen.core.state import Attempt
from quizgen.screen.canvas import target
from quizgen.show.words import topic_name


def section_line(attempt: Attempt, width: int) -> Text:
    """Return every section with how many of its questions are answered, the open one in brackets.

    A closed section says so; one that opens later, too. Where there is no room, titles are cut
    short, all alike.
    """
    paper = attempt.paper
    longest = max(cell_len(topic_name(part.title)) for part in paper.sections)
    for room in range(longest, 0, -1):
        line = _line(attempt, room)
        if cell_len(line.plain) <= width:
            return line
    return _line(attempt, 1)


def _line(attempt: Attempt, room: int) -> Text:
    paper = attempt.paper
    here = attempt.section if paper.locked else paper.section_of(attempt.current)
    parts = []
    for number, section in enumerate(paper.sections):
        span = paper.span_of(number)
        answered = sum(attempt.entries[index].response is not None for index in span)
        title = Text(topic_name(section.title))
        title.truncate(room, overflow="crop")
        words = f"{title.plain} {answered}/{section.count}{_lock(attempt, number)}"
        text = Text(f"[{words}]" if number == here else f" {words} ")
        text.stylize("bold" if number == here else "dim" if _lock(attempt, number) else "")
        text.stylize(target(GoTo(span.start)))
        parts.append(text)
    return Text("").join(parts)


def _lock(attempt: Attempt, section: int) -> str:
    if not attempt.paper.locked or section == attempt.section:
        return ""
    return " closed" if section < attempt.section else " locked"
