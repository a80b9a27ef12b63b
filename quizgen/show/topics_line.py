"""What a paper is about: its topics with their numbers of questions, the most asked first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from quizgen.core.paper import Paper
from quizgen.core.sections import UNTITLED
from quizgen.core.topics import slug
from quizgen.show.layout import Flow, labelled
from quizgen.show.words import count, topic_name

_LINES = 2


def topics_line(paper: Paper) -> Iterator[RenderableType]:
    """Yield the line, unless there is one topic or the paper's sections say the same."""
    found = Counter(slug(question.topic) for question in paper.questions)
    sections = {slug(question.topic or UNTITLED) for question in paper.questions}
    if len(found) == 1 or sections == {slug(section.title) for section in paper.sections}:
        return
    names: dict[str, str] = {}
    for question in paper.questions:
        names.setdefault(slug(question.topic), topic_name(question.topic) or "no topic")
    told = sorted((-number, names[topic]) for topic, number in found.items())
    yield _Topics(tuple(f"{name} {-number}" for number, name in told))


@dataclass(frozen=True, slots=True)
class _Topics:
    """As many topics as two lines have room for, and how many more there are."""

    told: tuple[str, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        views = [self._view(kept) for kept in range(len(self.told), 0, -1)]
        fitting = (view for view in views if len(console.render_lines(view, options)) <= _LINES)
        yield next(fitting, views[-1])

    def _view(self, kept: int) -> Flow:
        more = len(self.told) - kept
        rest = [f"and {count(more, 'more topic')}"] if more else []
        return labelled("Topics", Text(f"{', '.join([*self.told[:kept], *rest])}."))
