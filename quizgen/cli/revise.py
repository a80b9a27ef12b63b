"""What `practice` brings back from the history: what is due, what was missed, what is weak."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quizgen.bank.by_fact import Wanted, outdated
from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose
from quizgen.cli.coming import coming
from quizgen.cli.keeping import open_history
from quizgen.cli.world import SystemClock, today
from quizgen.core.item import Item
from quizgen.core.recall import facts as facts_of
from quizgen.core.topics import slug
from quizgen.show.coming import nothing_due
from quizgen.show.words import count as counted

if TYPE_CHECKING:
    from quizgen.store.history import History

_T = TypeVar("_T")


class Draw(NamedTuple):
    """What is drawn from, how many questions, and by which seed."""

    library: Library
    only: Filter
    number: int
    seed: str


def revised(option: str, draw: Draw, *, plain: bool) -> tuple[str, list[Item]]:
    """Return a title and questions for `--due`, `--missed` or `--weak`.

    If there are none it says why; for `--weak`, that they are drawn as usual.

    Raises:
        HistoryError: The history cannot be used.
        UnknownTopic: No question has a topic of the filter's.
    """
    title, choose_items = _WAYS[option]
    with open_history(plain=plain) as history:
        items = choose_items(history, draw)
    only = draw.only
    return f"{title}: {choose.title(draw.library, only)}" if only.topics else title, items


def _due(history: "History", draw: Draw) -> list[Item]:
    """Questions for facts that are due: sure but wrong first, then longest overdue."""
    library, only, number, seed = draw
    now_ms = SystemClock().wall_ms()
    items: list[Item] = []
    lost = 0
    for batch in _batches(partial(history.due, now_ms), 4 * number):
        used = {fact for item in items for fact in facts_of(item.question, item.answer)}
        wanted = [Wanted(each.fact, each.form if each.failed else None) for each in batch]
        found = library.asking(wanted, number - len(items), seed, only, used)
        items += found.items
        lost += len(found.lost)
        if len(items) == number:
            break
    if not items:
        print(_nothing_due(history, draw))
    if lost:
        _tell_lost(f"{counted(lost, 'due fact')} that no question here asks for any more")
    return items


def _missed(history: "History", draw: Draw) -> list[Item]:
    """Questions whose last response was wrong or blank: sure but wrong first."""
    library, only, number, _ = draw
    if only.topics:
        library.count(only)  # refuses a topic that there is not
    slugs = {slug(topic) for topic in only.topics}
    items: list[Item] = []
    lost = 0
    for batch in _batches(history.missed, number):
        found, gone = library.find(each.item for each in batch)
        meant = [item for item in found if not slugs or slug(item.question.topic) in slugs]
        sound = [item for item in meant if not outdated(item, only.when)]
        lost += len(gone) + len(meant) - len(sound)
        items += sound
        if len(items) >= number:
            break
    if not items:
        where = "on this topic" if slugs else "here"
        print(f"No question {where} was answered wrong, or left blank, when it was last asked.")
    if lost:
        are = "is" if lost == 1 else "are"
        _tell_lost(f"{counted(lost, 'missed question')} that {are} not asked here any more")
    return items[:number]


def _weak(history: "History", draw: Draw) -> list[Item]:
    """Questions on the weakest topics in turns; none where there is too little to tell.

    Where a topic has no more questions, the others go on.
    """
    from quizgen.learn.weak import TOGETHER, turns

    library, only, number, seed = draw
    known = {slug(topic) for topic, _ in library.topics()}
    weak = _weakest(history)
    topics = [topic for topic in weak if slug(topic) in known][:TOGETHER]
    if not topics:
        why = "No weak topic is asked here" if weak else "Too few answers yet to tell a weak topic"
        print(f"{why}: drawn from all of them.", file=sys.stderr)
    drawn = {
        topic: iter(library.draw(number, seed, replace(only, topics=(topic,)))) for topic in topics
    }
    in_turn = (next(drawn[topic], None) for topic in turns(topics, number * len(topics)))
    return [item for item in in_turn if item is not None][:number]


_WAYS: Mapping[str, tuple[str, Callable[["History", Draw], list[Item]]]] = {
    "--due": ("Due for revision", _due),
    "--missed": ("Missed questions", _missed),
    "--weak": ("Weakest topics", _weak),
}


def _batches(ask: Callable[[int], list[_T]], first: int) -> Iterator[list[_T]]:
    """Yield what is asked for, a few at first, as most often these are enough.

    Args:
        ask: Returns the first so many of them.
    """
    seen, limit = 0, first
    while found := ask(limit)[seen:]:
        yield found
        if seen + len(found) < limit:
            return
        seen, limit = limit, 4 * limit


def _weakest(history: "History") -> tuple[str, ...]:
    """The topics, the weakest first; none where there are too few answers to tell."""
    from quizgen.learn.progress import first_day, progress
    from quizgen.learn.weak import weakest

    totals = (*history.totals(), *history.daily(first_day(today())))
    return weakest(progress(totals, (), today()))


def _nothing_due(history: "History", draw: Draw) -> str:
    """Why nothing is asked, and when something will be."""
    if not history.fact_count():
        return "Nothing is due for revision: what you answer comes back after a day or more."
    due = history.due_count(SystemClock().wall_ms())
    if due and draw.only.topics:
        return nothing_due(None, due, "on this topic")
    return nothing_due(coming(history, draw.library), due)


def _tell_lost(what: str) -> None:
    print(f"Passed over: {what}.", file=sys.stderr)
