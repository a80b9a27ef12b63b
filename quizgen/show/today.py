"""The page that `quizgen` alone shows: what there is, what to do, where answers are kept.

What calls for practice stands first: what is due, the weakest topic, an attempt that broke off.
Whoever has no finished attempt sees none of that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.sitting import left_after
from quizgen.core.state import Attempt
from quizgen.show.coming import Coming, nothing_due
from quizgen.show.history_list import Listed, long_date, score
from quizgen.show.layout import BLANK, Flow
from quizgen.show.listing import stock
from quizgen.show.standing import progress
from quizgen.show.words import count, duration, one_line, percent, topic_name

_COMMANDS = (
    ("quizgen practice", "10 questions, explained as you go"),
    ("quizgen mock", "25 questions in 30 minutes, with negative marking"),
    ("quizgen add FILE", "your own questions"),
)
_PROGRESS = ("quizgen progress", "how you are doing")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt that can be resumed, when it broke off and how long ago, in wall time."""

    kind: str
    attempt: Attempt
    broken_off: datetime
    gap_ms: int


@dataclass(frozen=True, slots=True)
class Weakest:
    """The weakest topic, by its name as written, and the share of answers that is right in it."""

    topic: str
    accuracy: Fraction


@dataclass(frozen=True, slots=True)
class Today:
    """What there is.

    Attributes:
        topics: Names and numbers of written questions, in the order of the files.
        in_use: How many attempts are being sat in other windows.
        troubled: How many files have problems.
        kept_in: The folder of answers, as its user would write it.
        models: How many item models there are.
        due: How many facts are due for revision that the questions ask for; None: not known.
        others: How many more are due that they do not ask for.
        coming: What comes back next; None: something is due already, or it is not known.
        weakest: None where there are too few answers to tell.
        last: The latest finished attempt; without one, nothing is told of due and weakest.
    """

    topics: tuple[tuple[str, int], ...]
    unfinished: Unfinished | None
    in_use: int
    troubled: int
    kept_in: str
    models: int = 0
    due: int | None = None
    others: int = 0
    coming: Coming | None = None
    weakest: Weakest | None = None
    last: Listed | None = None


def today(page: Today) -> Group:
    """Return the page."""
    calls, left = list(_calls(page)), list(_unfinished(page.unfinished))
    begun = page.last is not None
    first, later = ([*calls, *left], []) if calls else ([], left)
    there_is = (*_questions(page), BLANK, *_to_do(begun=begun), *_in_use(page))
    return Group(*first, *there_is, *later, *_kept(page))


def _calls(page: Today) -> Iterator[RenderableType]:
    """What the attempts that are over call for; nothing where there are none."""
    if page.last is None:
        return
    if page.due == 0:
        yield Flow(Text(nothing_due(page.coming, page.others)))
        yield BLANK
    calls = []
    if page.due:
        calls.append(("quizgen practice --due", f"{count(page.due, 'fact')} due for revision"))
    if page.weakest is not None:
        topic = topic_name(page.weakest.topic) or "questions without a topic"
        share = percent(page.weakest.accuracy)
        calls.append(("quizgen practice --weak", f"the weakest topic: {topic}, {share} right"))
    calls.append(("quizgen result", f"the last score: {_last(page.last)}"))
    yield from _commands(calls)


def _last(last: Listed) -> str:
    return f"{score(last.sat)}, {one_line(last.sat.title)}, {long_date(last.started)}"


def _questions(page: Today) -> Iterator[RenderableType]:
    there_is = stock(sum(number for _, number in page.topics), page.models)
    topics = ", ".join(
        f"{topic_name(topic) or 'without a topic'} {number or ''}".rstrip()
        for topic, number in page.topics
    )
    yield Flow(Text(f"{there_is}: {topics}" if topics else "No questions yet."))
    if page.troubled:
        yield Flow(Text(f"{count(page.troubled, 'file')} with problems; see: quizgen check"))


def _to_do(*, begun: bool) -> Iterator[RenderableType]:
    yield from _commands([*_COMMANDS, *([_PROGRESS] if begun else [])])


def _commands(commands: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    """What commands do, in a column beside them."""
    width = max(len(command) for command, _ in commands)
    for command, does in commands:
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
