"""`quizgen history`: the list of finished attempts, and what can be done with them."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import finding, options, transfer
from quizgen.cli.world import console, folders, local_time
from quizgen.core.errors import UserError
from quizgen.core.text import clean

if TYPE_CHECKING:
    from quizgen.core.history import Sat
    from quizgen.show.history_list import Listed
    from quizgen.store.history import History

LATEST = 20
_NAMED = 5
"""Attempts that cannot be read of which each is told; of more, only the number."""

history = typer.Typer(rich_markup_mode="markdown")


class NotAsked(UserError):
    """Nobody is there to say that something may be deleted."""


@history.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    number: Annotated[
        int, typer.Option("-n", "--number", min=1, metavar="N", help="How many of the latest.")
    ] = LATEST,
    plain: options.Plain = False,
) -> None:
    """List your finished attempts, the latest first; export, import or delete them.

    Example: quizgen history
    """
    if context.invoked_subcommand is not None:
        return
    from quizgen.cli.keeping import open_history
    from quizgen.show.history_list import history_list

    with open_history(plain=plain) as kept:
        rows = finding.latest(kept, number)
        out = console(plain=plain)
        out.show(history_list(rows, more=kept.attempt_count() - len(rows), plain=out.plain))
        _tell_passed_over(kept)


@history.command()
def show(attempt: finding.Name, plain: options.Plain = False) -> None:
    """Show one attempt: its score, and what became of each question.

    Example: quizgen history show 1
    """
    from quizgen.cli.keeping import open_history
    from quizgen.show.history_page import history_page

    with open_history(plain=plain) as kept:
        found = finding.named(kept, attempt)
        responses = kept.responses(found.sat.id)
        whole = kept.has_journal(found.sat.id)
    on = _regraded_on(found.sat) if whole else ""
    out = console(plain=plain)
    out.show(history_page(found, responses, whole=whole, regraded_on=on, plain=out.plain))


def _regraded_on(sat: "Sat") -> str:
    """The day on which an attempt that was sat here was last regraded; empty if it never was."""
    if not sat.regraded:
        return ""
    from quizgen.store.attempts import Attempts
    from quizgen.store.journal import StoreError

    with suppress(StoreError):  # one that cannot be read: the history counts as it was before
        recorded = Attempts(folders().attempts).find(sat.id)
        return f"{local_time(recorded.regradings[-1].at_ms):%Y-%m-%d}"
    return ""


history.command()(transfer.export)
history.command("import")(transfer.import_)


@history.command()
def delete(
    attempt: finding.NameOrNone = None,
    all_: Annotated[bool, typer.Option("--all", help="Delete every finished attempt.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
) -> None:
    """Delete an attempt with every answer in it, for good.

    Example: quizgen history delete 1 --yes
    """
    if (attempt is None) is not all_:
        raise typer.BadParameter("name one attempt, or give --all")
    from quizgen.cli.keeping import open_history

    with open_history() as kept:
        if attempt is None:
            _delete_all(kept, yes=yes)
        else:
            _delete(kept, finding.named(kept, attempt), yes=yes)


def _delete_all(kept: "History", *, yes: bool) -> None:
    from quizgen.show.words import count

    unlisted = [each for each in kept.passed_over() if kept.attempt(each.attempt) is None]
    how_many = kept.attempt_count() + len(unlisted)
    if not how_many and not kept.leaves_files():
        print("There is no finished attempt.")
        return
    what = f"all of your {count(how_many, 'finished attempt')}" if how_many else _REMAINS
    if not yes and not _agreed(what):
        print(_LEFT)
        return
    deleted = kept.delete_all()
    print(f"{count(deleted, 'attempt')} deleted." if how_many else f"Deleted {_REMAINS}.")


def _delete(kept: "History", found: "Listed", *, yes: bool) -> None:
    if not yes and not _agreed(f"attempt {_named(found)}"):
        print(_LEFT)
        return
    kept.delete(found.sat.id)
    print("1 attempt deleted.")
    if found.number <= kept.attempt_count():  # who deletes by number again means another one
        print(f"Later ones have moved: number {found.number + 1} is number {found.number} now.")


_LEFT = "Nothing was deleted."
_REMAINS = "what was left of earlier attempts"


def _agreed(what: str) -> bool:
    """Ask, on standard error, whether something may go."""
    if not sys.stdin.isatty():
        raise NotAsked(f"cannot ask here whether to delete {what}", help="say so with --yes")
    print(clean(f"Delete {what}, with every answer in it? [y/N] "), end="", file=sys.stderr)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _named(found: "Listed") -> str:
    from quizgen.show.history_list import long_date, score

    sat = found.sat
    return f"{found.number}, {sat.kind}, {sat.title}, {long_date(found.started)}, {score(sat)}"


def _tell_passed_over(kept: "History") -> None:
    found = kept.passed_over()
    for each in found[:_NAMED]:
        lead = "passed over" if kept.attempt(each.attempt) else "not in the list"
        print(clean(f"{lead}: {each.message}; {each.help}"), file=sys.stderr)
    if len(found) > _NAMED:
        print(f"and {len(found) - _NAMED} more", file=sys.stderr)
