"""`quizgen resume`."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import SystemClock, complain, folders
from quizgen.core.errors import UserError
from quizgen.core.paper import Feedback
from quizgen.core.text import clean

if TYPE_CHECKING:
    from quizgen.store.journal import Recorded

_NAMED = 3
"""Unfinished attempts that are named beside the one that is wanted; of more, only the number."""
Attempt = Annotated[
    str | None,
    typer.Argument(
        metavar="[ATTEMPT]",
        help="Its id, or the beginning or end of it; the latest without.",
        show_default=False,
    ),
]


class NothingToResume(UserError):
    """No attempt is unfinished."""

    wrong_use = False


def resume(
    attempt: Attempt = None,
    line: options.Line = False,
    screen: Screen = False,
    theme: Theme = None,
    plain: options.Plain = False,
) -> None:
    """Go on with an unfinished attempt, every answer kept.

    Example: quizgen resume
    """
    from quizgen.cli.sit import sit_again
    from quizgen.store.attempts import Attempts, goes_by

    unfinished = Attempts(folders().attempts).unfinished()
    known = unfinished.resumable + unfinished.in_use
    found = unfinished.resumable or unfinished.in_use
    if attempt is not None:
        found = [each for each in known if goes_by(each.header.id, attempt)]
    if not known and unfinished.unreadable:
        raise unfinished.unreadable[0]
    for error in unfinished.unreadable:
        complain(error.message, error.why, error.help)
    if not found:
        raise _nothing(attempt, known)
    for line_of_it in _others(found[1:], known):
        print(line_of_it, file=sys.stderr)
    is_mock = found[0].header.paper.feedback is Feedback.AFTER
    place = seat(screen=is_mock, line=line, plain=plain, theme=theme, asked=screen)
    raise typer.Exit(sit_again(found[0], place))


def _nothing(name: str | None, known: Sequence["Recorded"]) -> NothingToResume:
    """There is none, or none of that name: then the latest are named."""
    if not known:
        return NothingToResume(
            "there is no unfinished attempt", help="start one: quizgen practice, quizgen mock"
        )
    named = [f"{_name(each, known)} ({_standing(each)})" for each in known[:_NAMED]]
    more = len(known) - len(named)
    return NothingToResume(
        f"no unfinished attempt goes by `{name}`",
        f"unfinished: {'; '.join([*named, *([f'{more} more'] if more else [])])}",
        "`quizgen resume` alone goes on with the first of them",
    )


def _others(others: Sequence["Recorded"], known: Sequence["Recorded"]) -> Iterator[str]:
    """The commands that go on with others, and where these stand."""
    for other in others[:_NAMED]:
        command = f"quizgen resume {_name(other, known)}"
        yield clean(f"Also unfinished: {command}   {_standing(other)}")
    if len(others) > _NAMED:
        yield f"and {len(others) - _NAMED} more"


def _name(recorded: "Recorded", known: Sequence["Recorded"]) -> str:
    """The end of its id, where no other goes by that."""
    from quizgen.store.attempts import goes_by

    end = recorded.header.id.rpartition("-")[2]
    of_that_name = [each for each in known if goes_by(each.header.id, end)]
    return end if of_that_name == [recorded] else recorded.header.id


def _standing(recorded: "Recorded") -> str:
    from quizgen.core.sitting import left_after
    from quizgen.show.standing import progress

    gap_ms = SystemClock().wall_ms() - recorded.wall_ms
    return progress(recorded.attempt, left_after(recorded.attempt, gap_ms))
