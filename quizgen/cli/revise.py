"""What `practice` brings back from the history: what is due, what was missed, what is weak."""

import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quizgen.bank.by_fact import Wanted, outdated
from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose
from quizgen.cli.keeping import open_history
from quizgen.cli.world import SystemClock, today
from quizgen.core.item import Form, Item
from quizgen.core.recall import facts as facts_of
from quizgen.core.topics import slug
from quizgen.show.words import count as counted
from quizgen.show.words import date_in_words

if TYPE_CHECKING:
    from quizgen.core.revision import DueFact
    from quizgen.store.history import History

_T = TypeVar("_T")

_LOOKED_BACK = 500
"""Responses in which the form is looked for that a fact was last failed in: what was failed is due
again within days."""


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
        wanted = _wanted(history, batch)
        found = library.asking(wanted, number - len(items), seed, only, used)
        items += found.items
        lost += len(found.lost)
        if len(items) == number:
            break
    if not items:
        print(_nothing_due(history, now_ms, only))
    _tell_lost(counted(lost, "due fact") if lost else "")
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
        lost += len(gone)
        items += [item for item in found if _is_meant(item, slugs, only)]
        if len(items) >= number:
            break
    if not items:
        where = " on this topic" if slugs else ""
        print(f"No question{where} was answered wrong, or left blank, when it was last asked.")
    _tell_lost(counted(lost, "missed question") if lost else "")
    return items[:number]


def _is_meant(item: Item, slugs: Collection[str], only: Filter) -> bool:
    topic = slug(item.question.topic)
    return not outdated(item, only.when) and (not slugs or topic in slugs)


def _weak(history: "History", draw: Draw) -> list[Item]:
    """Questions on the weakest topics in turns; none where there is too little to tell.

    Where a topic has no more questions, the others go on.
    """
    from quizgen.learn.weak import TOGETHER, turns

    library, only, number, seed = draw
    known = {slug(topic) for topic, _ in library.topics()}
    topics = [topic for topic in _weakest(history) if slug(topic) in known][:TOGETHER]
    if not topics:
        print("Too few answers yet to tell a weak topic: drawn from all of them.", file=sys.stderr)
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


def _wanted(history: "History", facts: Sequence["DueFact"]) -> list[Wanted]:
    """The facts, each with the form it was last failed in as far as that is known."""
    failed = {each.fact for each in facts if each.failed}
    forms = _forms(history, failed)
    return [Wanted(each.fact, forms.get(each.fact)) for each in facts]


def _forms(history: "History", facts: set[str]) -> dict[str, Form]:
    """The form in which each fact was last reviewed, of the latest responses."""
    found: dict[str, tuple[int, Form]] = {}
    looked = 0
    for sat in history.attempts(_LOOKED_BACK):
        if len(found) == len(facts) or looked >= _LOOKED_BACK:
            break
        looked += sat.questions
        for each in history.responses(sat.id):
            for fact in facts.intersection(review.fact for review in each.reviews):
                known = found.get(fact)
                if known is None or known[0] < each.at_ms:
                    found[fact] = each.at_ms, each.form
    return {fact: form for fact, (_, form) in found.items()}


def _weakest(history: "History") -> tuple[str, ...]:
    """The topics, the weakest first; none where there are too few answers to tell."""
    from quizgen.learn.progress import first_day, progress
    from quizgen.learn.weak import weakest

    totals = (*history.totals(), *history.daily(first_day(today())))
    if progress(totals, (), today()).weakest is None:
        return ()
    return weakest(totals, today())


def _nothing_due(history: "History", now_ms: int, only: Filter) -> str:
    due = history.due_count(now_ms)
    if due:
        where = "on this topic" if only.topics else "that this bank asks for"
        return f"Nothing {where} is due for revision; {counted(due, 'other fact')} would be."
    next_ms = history.next_due_ms(now_ms)
    if next_ms is None:
        return "Nothing is due for revision: what you answer comes back after a day or more."
    return f"Nothing is due for revision. The next is due {_moment(next_ms)}."


def _moment(ms: int) -> str:
    """When that is, for somebody who waits for it: `today at 18:30`, `on 24 November 2019`."""
    then = time.localtime(ms / 1000)
    day = time.strftime("%Y-%m-%d", then)
    return time.strftime("today at %H:%M", then) if day == today() else f"on {date_in_words(day)}"


def _tell_lost(what: str) -> None:
    if what:
        print(f"Passed over: {what} that no question here asks for any more.", file=sys.stderr)
