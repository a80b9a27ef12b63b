"""`quizgen resume` and `quizgen result`."""

import sys
from typing import Annotated

import typer

from quizgen.cli import options
from quizgen.cli.world import complain, console, folders
from quizgen.core.errors import UserError
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
    attempt: Attempt = None, line: options.Line = False, plain: options.Plain = False
) -> None:
    """Go on with an unfinished attempt, every answer kept.

    Example: quizgen resume
    """
    from quizgen.cli.sit import sit_again
    from quizgen.store.attempts import Attempts, goes_by

    del line  # so far every attempt is line by line
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
    raise typer.Exit(sit_again(found[0], plain=plain))


def result(
    attempt: Attempt = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="Only questions answered wrong.")] = False,
    plain: options.Plain = False,
) -> None:
    """Show a finished attempt again: the score, every question, and the paper's code.

    Example: quizgen result --wrong
    """
    from quizgen.core.result import result as score
    from quizgen.show.card import card
    from quizgen.show.layout import BLANK
    from quizgen.show.review import review
    from quizgen.store.attempts import Attempts

    recorded = Attempts(folders().attempts).find(attempt)
    found = score(recorded.attempt, recorded.header.answers)
    out = console(plain=plain)
    out.show(card(found, plain=out.plain), BLANK)
    out.show(*review(found, only_wrong=wrong, plain=out.plain))
