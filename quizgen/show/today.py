"""The page that `quizgen` alone shows: what there is, what to do, where answers are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.sitting import left_after
from quizgen.core.state import Attempt
from quizgen.show.layout import BLANK, Flow
from quizgen.show.listing import stock
from quizgen.show.standing import progress
from quizgen.show.words import count, duration, one_line, topic_name

_COMMANDS = (
    ("quizgen practice", "10 questions, explained as you go"),
    ("quizgen mock", "25 questions in 30 minutes, with negative marking"),
    ("quizgen add FILE", "your own questions"),
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt that can be resumed, when it broke off and how long ago, in wall time."""

    kind: str
    attempt: Attempt
    broken_off: datetime
    gap_ms: int


@dataclass(frozen=True, slots=True)
class Today:
    """What there is.

    Attributes:
        topics: Names and numbers of written questions, in the order of the files.
        in_use: How many attempts are being sat in other windows.
        troubled: How many files have problems.
        kept_in: The folder of answers, as its user would write it.
        models: How many item models there are.
    """

    topics: tuple[tuple[str, int], ...]
    unfinished: Unfinished | None
    in_use: int
    troubled: int
    kept_in: str
    models: int = 0


def today(page: Today) -> Group:
    """Return the page."""
    left = _unfinished(page.unfinished)
    return Group(*_questions(page), BLANK, *_to_do(), *_in_use(page), *left, *_kept(page))


def _questions(page: Today) -> Iterator[RenderableType]:
    there_is = stock(sum(number for _, number in page.topics), page.models)
    topics = ", ".join(
        f"{topic_name(topic) or 'without a topic'} {number or ''}".rstrip()
        for topic, number in page.topics
    )
    yield Flow(Text(f"{there_is}: {topics}" if topics else "No questions yet."))
    if page.troubled:
        yield Flow(Text(f"{count(page.troubled, 'file')} with problems; see: quizgen check"))


def _to_do() -> Iterator[RenderableType]:
    width = max(len(command) for command, _ in _COMMANDS)
    for command, does in _COMMANDS:
        yield Flow(Text(does), Text(f"{command:{width}}    "), indent=2)
    yield BLANK


def _in_use(page: Today) -> Iterator[RenderableType]:
    if page.in_use:
        attempts = count(page.in_use, "attempt is", "attempts are")
        yield Flow(Text(f"{attempts} being sat in another window."))
        yield BLANK


def _unfinished(left: Unfinished | None) -> Iterator[RenderableType]:
    if left is None:
        return
    stands = progress(left.attempt, left_after(left.attempt, left.gap_ms))
    clock = "runs on" if left.attempt.paper.timing.strict else "stands still"
    yield Flow(Text(f"An unfinished {one_line(left.kind)}: {stands}."))
    yield Flow(
        Text(
            f"Interrupted at {left.broken_off:%H:%M} ({duration(left.gap_ms)} ago). "
            f"The clock {clock} meanwhile."
        )
    )
    yield Flow(Text("quizgen resume"), indent=2)
    yield BLANK


def _kept(page: Today) -> Iterator[RenderableType]:
    yield Flow(Text(f"Your answers stay on this computer, in {one_line(page.kept_in)}."))
