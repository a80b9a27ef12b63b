"""The sections of a paper as a bar of one line."""

from rich.cells import cell_len
from rich.text import Text

from quizgen.core.keys import GoTo
from quizgen.core.state import Attempt
from quizgen.screen.canvas import target
from quizgen.show.standing import section_state
from quizgen.show.words import topic_name


def section_bar(attempt: Attempt, width: int) -> Text:
    """Return every section with how many of its questions are answered, the open one in brackets.

    One that is closed, or opens later, says so. Where there is no room for all the titles, the
    others go by their numbers, so that the open one's is whole.
    """
    for others_by_title, whole in ((True, True), (False, True)):
        line = _line(attempt, others_by_title=others_by_title, whole=whole)
        if cell_len(line.plain) <= width:
            return line
    return _line(attempt, others_by_title=False, whole=False)


def _line(attempt: Attempt, *, others_by_title: bool, whole: bool) -> Text:
    """Not `whole`: of others, the state alone if they have one."""
    paper = attempt.paper
    here = attempt.section if paper.locked else paper.section_of(attempt.current)
    line = Text()
    for number, section in enumerate(paper.sections):
        span = paper.span_of(number)
        answered = sum(attempt.entries[index].response is not None for index in span)
        state = section_state(attempt, number) if number != here else ""
        name = topic_name(section.title) if others_by_title or number == here else ""
        name = name if others_by_title else f"{number + 1} {name}".rstrip()
        count = "" if state and not whole else f"{answered}/{section.count}"
        words = " ".join(part for part in (name, count, state) if part)
        text = Text(f"[{words}]" if number == here else f" {words} ")
        text.stylize("bold" if number == here else "dim" if state else "")
        text.stylize(target(GoTo(span.start)))
        line.append(text)
    return line
