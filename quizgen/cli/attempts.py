"""`quizgen resume`."""

import sys
from typing import Annotated

import typer

from quizgen.cli import options
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import complain, folders
from quizgen.core.errors import UserError
from quizgen.core.paper import Feedback
from quizgen.core.text import clean

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
    found = unfinished.resumable or unfinished.in_use
    if attempt is not None:
        known = unfinished.resumable + unfinished.in_use
        found = [each for each in known if goes_by(each.header.id, attempt)]
    if not found and unfinished.unreadable:
        raise unfinished.unreadable[0]
    for error in unfinished.unreadable:
        complain(error.message, error.why, error.help)
    if not found:
        raise NothingToResume(
            "there is no unfinished attempt" + (f" `{attempt}`" if attempt else ""),
            help="start one: quizgen practice, quizgen mock",
        )
    for other in found[1:]:
        print(clean(f"Also unfinished: quizgen resume {other.header.id}"), file=sys.stderr)
    is_mock = found[0].header.paper.feedback is Feedback.AFTER
    place = seat(screen=is_mock, line=line, plain=plain, theme=theme, asked=screen)
    raise typer.Exit(sit_again(found[0], place))
