"""What `quizgen list --ids` shows: every written question by its id, with words to know it by."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.text import Text

from quizgen.core.item import Question
from quizgen.show.layout import Flow, safe_line, whole
from quizgen.show.questions_list import cut, telling_words
from quizgen.show.words import count, one_line, sentence

_FEWEST = 20
"""Columns below which words say nothing."""


def ids_list(file: str, questions: Sequence[Question], *, plain: bool = False) -> Group:
    """Return a file's name, then a line for each question; an id stays whole, to be copied."""
    ids = [one_line(question.id) for question in questions]
    rows = list(zip(ids, telling_words(questions), strict=True))
    head = safe_line(f"{file}: {count(len(rows), 'question')}", "bold")
    if plain:
        return Group(head, *(Flow(safe_line(f"{id_}: {sentence(words)}")) for id_, words in rows))
    width = max(map(len, ids), default=0)
    return Group(head, *(_Line(id_, words, width) for id_, words in rows))


@dataclass(frozen=True, slots=True)
class _Line:
    """An id, and beside it what fits of the words."""

    id: str
    words: str
    width: int

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the line."""
        width = min(self.width, options.max_width - _FEWEST - 4)
        line = f"  {self.id:<{max(width, 0)}}  "
        room = options.max_width - len(line)
        shown = line + cut(self.words, room) if room >= _FEWEST else line
        yield whole(Text(shown.rstrip()))
