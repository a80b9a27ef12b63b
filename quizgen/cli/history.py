"""`quizgen history`: the list of finished attempts, and what can be done with them."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, transfer
from quizgen.cli.world import console, folders
from quizgen.core.errors import UserError
from quizgen.core.text import clean

if TYPE_CHECKING:
    from quizgen.show.history_list import Listed
    from quizgen.store.history import History

LATEST = 20
_NAMED = 5
"""Attempts that cannot be read of which each is told; of more, only the number."""

history = typer.Typer(rich_markup_mode="markdown")

Attempt = Annotated[
    str,
    typer.Argument(
        metavar="ATTEMPT",
        help="Its number in the list, or its id, or the beginning or end of that.",
        show_default=False,
    ),
]


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
        rows = _rows(kept)
        out = console(plain=plain)
        out.show(history_list(rows[:number], more=max(len(rows) - number, 0), plain=out.plain))
        _tell_passed_over(kept)


@history.command()
def show(attempt: Attempt, plain: options.Plain = False) -> None:
    """Show one attempt: its score, and what became of each question.

    Example: quizgen history show 1
    """
    from quizgen.cli.keeping import open_history
    from quizgen.show.history_page import history_page

    with open_history(plain=plain) as kept:
        found = _find(kept, attempt)
        responses = list(kept.responses(found.sat.id))
    out = console(plain=plain)
    whole = (folders().attempts / f"{found.sat.id}.jsonl").exists()
    out.show(history_page(found, responses, whole=whole, plain=out.plain))


history.command()(transfer.export)
history.command("import")(transfer.import_)


@history.command()
def delete(
    attempt: Annotated[
        str | None,
        typer.Argument(
            metavar="[ATTEMPT]",
            help="Its number in the list, or its id, or the beginning or end of that.",
            show_default=False,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Delete every finished attempt.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
) -> None:
    """Delete an attempt with every answer in it, for good.

    Example: quizgen history delete 1 --yes
    """
    if (attempt is None) is not all_:
        raise typer.BadParameter("name one attempt, or give --all")
    from quizgen.cli.keeping import open_history
    from quizgen.show.words import count

    with open_history() as kept:
        if attempt is None:
            how_many = len(kept.attempts()) + len(kept.passed_over())
            what = f"all of your {count(how_many, 'finished attempt')}" if how_many else ""
        else:
            found = _find(kept, attempt)
            what = f"attempt {_named(found)}"
        if not what:
            print("There is no finished attempt.")
            return
        if not yes and not _agreed(what):
            print("Nothing was deleted.")
            return
        if attempt is None:
            print(f"{count(kept.delete_all(), 'attempt')} deleted.")
        else:
            kept.delete(found.sat.id)
            print("1 attempt deleted.")


def _agreed(what: str) -> bool:
    """Ask, on standard error, whether something may go."""
    if not sys.stdin.isatty():
        raise NotAsked(f"cannot ask here whether to delete {what}", help="say so with --yes")
    print(clean(f"Delete {what}, with every answer in it? [y/N] "), end="", file=sys.stderr)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def local_time(ms: int) -> datetime:
    """Return a wall time as a moment where the user is."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone()


def _rows(kept: "History") -> "list[Listed]":
    """The attempts, the latest first; the first of all is number 1, so that new ones move none."""
    from quizgen.show.history_list import Listed

    sats = kept.attempts()
    return [
        Listed(len(sats) - place, sat, local_time(sat.started_ms)) for place, sat in enumerate(sats)
    ]


def _find(kept: "History", name: str) -> "Listed":
    """The attempt of a number or an id; a number that is in the list is never a part of an id."""
    from quizgen.store.attempts import NoAttemptYet, NoSuchAttempt, goes_by

    rows = _rows(kept)
    if not rows:
        raise NoAttemptYet(
            "there is no finished attempt yet", help="start one: quizgen practice, quizgen mock"
        )
    matching = [row for row in rows if str(row.number) == name]
    matching = matching or [row for row in rows if goes_by(row.sat.id, name)]
    if len(matching) != 1:
        how_many = f"{len(matching)} finished attempts go" if matching else "no attempt goes"
        raise NoSuchAttempt(
            f"{how_many} by `{name}`", help="see their numbers and dates: quizgen history"
        )
    return matching[0]


def _named(found: "Listed") -> str:
    from quizgen.show.history_list import long_date, score

    sat = found.sat
    return f"{found.number}, {sat.kind}, {sat.title}, {long_date(found.started)}, {score(sat)}"


def _tell_passed_over(kept: "History") -> None:
    found = kept.passed_over()
    for each in found[:_NAMED]:
        print(clean(f"not in the list: {each.message}; {each.help}"), file=sys.stderr)
    if len(found) > _NAMED:
        print(f"and {len(found) - _NAMED} more", file=sys.stderr)
