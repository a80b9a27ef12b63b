"""What `quizgen regrade` shows: the marks before and now, and what a person must decide."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.marking import Tally
from quizgen.core.result import Result, Row
from quizgen.show.findings import void_questions
from quizgen.show.history_page import question_name
from quizgen.show.layout import Columns, Either, Flow, OneLine, spaced
from quizgen.show.regraded import score_of
from quizgen.show.words import capital, count, listed, marks, one_line

_HEADS = ("No.", "Question", "Yours", "Key was", "Now", "Marks were", "Now")
_RIGHT = frozenset({0, 5, 6})
_FIRM = frozenset({0, 2, 3, 4, 5, 6})
_LISTED = 10


@dataclass(frozen=True, slots=True)
class Regrade:
    """A regrading, recorded or on trial.

    Attributes:
        attempt: Its id.
        name: What it was, and when: `mock, Treaty dates, 22 November 2026`.
        before: The result as it counted so far.
        now: As it counts from now on.
        reworded: Questions whose key was left alone, since they read otherwise today.
        gone: Questions that the bank has no more.
        bank: The words of a command that name the bank; none for the usual one.
        altered: Whether it changes what counts; else there is nothing to record.
        dry_run: Whether it is a trial.
        undoes: Whether it takes the one before it back.
    """

    attempt: str
    name: str
    before: Result
    now: Result
    reworded: tuple[Row, ...] = ()
    gone: tuple[Row, ...] = ()
    bank: tuple[str, ...] = ()
    altered: bool = False
    dry_run: bool = False
    undoes: bool = False

    @property
    def recorded(self) -> bool:
        """Whether it is kept."""
        return self.altered and not self.dry_run


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose key is another now."""

    before: Row
    now: Row


def changes(before: Result, now: Result) -> tuple[Change, ...]:
    """Return the questions whose key is another, in paper order."""
    pairs = zip(before.rows, now.rows, strict=True)
    return tuple(Change(was, row) for was, row in pairs if was.key != row.key)


def regrade_page(found: Regrade, *, plain: bool = False) -> Group:
    """Return the page of a regrading."""
    return spaced(
        (
            (Flow(Text(capital(one_line(found.name)))),),
            _questions(found, plain=plain),
            _whole(found, plain=plain) if found.altered else (),
            _left_alone(found, plain=plain),
            _end(found, plain=plain),
        )
    )


def _questions(found: Regrade, *, plain: bool) -> Iterator[RenderableType]:
    changed = changes(found.before, found.now)
    if not changed:
        as_before = ": the attempt counts as before" if not found.altered else ""
        yield Flow(Text(f"No key has changed{as_before}."))
        return
    sentences = tuple(Flow(Text(_sentence(each)), Text(f"{each.now.number}  ")) for each in changed)
    if plain:
        yield from sentences
        return
    cells = tuple(tuple(map(Text, row)) for row in (_HEADS, *map(_cells, changed)))
    yield Either(Columns(cells, right=_RIGHT, firm=_FIRM), sentences, wrapping=True)


def _cells(change: Change) -> tuple[str, ...]:
    was, row = change.before, change.now
    return (
        str(row.number),
        _name(row),
        _letter(row, row.entry.response) or "none",
        _letter(was, was.key) or "void",
        _letter(row, row.key) or "void",
        _marks(was),
        _marks(row),
    )


def _sentence(change: Change) -> str:
    was, row = change.before, change.now
    yours = _letter(row, row.entry.response)
    answered = f"you answered {yours}" if yours else "you gave no answer"
    keys = [_letter(each, each.key) or "void" for each in (was, row)]
    told = [_marks(each) or "none" for each in (was, row)]
    return (
        f"{_name(row)}: {answered}; the key was {keys[0]} and is now {keys[1]}. "
        f"Marks: {told[0]} before, {told[1]} now."
    )


def _name(row: Row) -> str:
    return question_name(row.question.ref, row.question.topic, row.question.form)


def _letter(row: Row, option: str | None) -> str:
    return f"({row.question.letter(option)})" if option else ""


def _marks(row: Row) -> str:
    """A void question has no marks of its own."""
    return marks(row.marks) if row.key else ""


def _whole(found: Regrade, *, plain: bool) -> Iterator[RenderableType]:
    before, now = found.before.tally, found.now.tally
    rows = [
        (name, was, is_)
        for name, was, is_ in zip(("Score", *_COUNTS), _figures(before), _figures(now), strict=True)
        if (was, is_) != ("0", "0")
    ]
    if plain:
        for name, was, is_ in rows:
            yield Flow(Text(f"{name}: {was} before, {is_} now."))
    else:
        cells = [tuple(map(Text, row)) for row in (("", "Before", "Now"), *rows)]
        yield Columns(tuple(cells), right=frozenset({1, 2}))
    if line := void_questions(found.now):
        yield Flow(Text(line))


_COUNTS = ("Right", "Wrong", "Unanswered", "Void")


def _figures(tally: Tally) -> tuple[str, ...]:
    blank = tally.unanswered + tally.declined
    counts = (tally.right, tally.wrong, blank, tally.void)
    return (score_of(tally.marks, tally.maximum), *map(str, counts))


def _left_alone(found: Regrade, *, plain: bool) -> Iterator[RenderableType]:
    if found.reworded:
        yield Flow(
            Text(
                f"Reworded since, so that the key was left alone: {_named(found.reworded)}. "
                "--accept ID takes the key of today, --void ID voids the question. As they read "
                "today:"
            )
        )
        ids = (row.question.id for row in found.reworded[:_LISTED])
        yield _command("show", *ids, *found.bank, plain=plain)
    if found.gone:
        yield Flow(Text(f"Not in this bank any more, so that the key stays: {_named(found.gone)}."))


def _named(rows: Sequence[Row]) -> str:
    named = [f"question {row.number} ({_name(row)})" for row in rows[:_LISTED]]
    more = len(rows) - _LISTED
    return listed(named + ([count(more, "more", "more")] if more > 0 else []))


def _end(found: Regrade, *, plain: bool) -> Iterator[RenderableType]:
    if found.altered and found.dry_run:
        yield Flow(Text("A trial: nothing was recorded."))
    if found.recorded:
        done = "The last regrading was taken back." if found.undoes else "Recorded."
        yield Flow(Text(f"{done} The first marks stay on record beside these:"))
        yield _command("result", found.attempt, plain=plain)


def _command(*words: str, plain: bool) -> OneLine:
    command = shlex.join(("quizgen", *map(one_line, words)))
    return OneLine(Text(f"{'' if plain else '  '}{command}"))
