"""Finds the attempt that a user names: by its number in the list, its id, or a part of that."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.world import folders, local_time
from quizgen.core.errors import UserError

if TYPE_CHECKING:
    from quizgen.core.history import Sat
    from quizgen.show.history_list import Listed
    from quizgen.store.history import History
    from quizgen.store.journal import Recorded

_HELP = "Its number in `quizgen history`, or its id, or the beginning or end of that"
_SEE = "see their numbers and dates: quizgen history"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")

Name = Annotated[str, typer.Argument(metavar="ATTEMPT", help=f"{_HELP}.", show_default=False)]
NameOrLast = Annotated[
    str | None,
    typer.Argument(metavar="[ATTEMPT]", help=f"{_HELP}; the latest without.", show_default=False),
]
NameOrNone = Annotated[
    str | None, typer.Argument(metavar="[ATTEMPT]", help=f"{_HELP}.", show_default=False)
]


class SatElsewhere(UserError):
    """Of an attempt that was imported only the answers are here, not its questions."""

    wrong_use = False


def latest(kept: "History", limit: int) -> "list[Listed]":
    """Return so many attempts, the one that ended last first.

    The first of all is number 1, so that new ones move none.
    """
    count = kept.attempt_count()
    return [_listed(sat, count - place) for place, sat in enumerate(kept.attempts(limit))]


def named(kept: "History", name: str) -> "Listed":
    """Return the attempt of a number in the list, or else of an id or the beginning or end of it.

    `goes_by` says when digits are a part of an id.

    Raises:
        NoAttemptYet: None was finished so far.
        NoSuchAttempt: None or several go by that name.
    """
    from quizgen.store.attempts import NoAttemptYet, NoSuchAttempt, goes_by

    if not kept.attempt_count():
        raise NoAttemptYet(
            "there is no finished attempt yet", help="start one: quizgen practice, quizgen mock"
        )
    numbered = _numbered(kept, name)
    if numbered:
        return numbered
    count = kept.attempt_count()
    found = [
        _listed(sat, count - place)
        for place, sat in enumerate(kept.attempts())
        if goes_by(sat.id, name)
    ]
    if len(found) != 1:
        how_many = f"{len(found)} finished attempts go" if found else "no attempt goes"
        raise NoSuchAttempt(f"{how_many} by `{name}`", help=_SEE)
    return found[0]


def recorded(name: str | None) -> "Recorded":
    """Return an attempt as its journal has it; without a name, the one finished last.

    Raises:
        NoAttemptYet: None was finished so far.
        NoSuchAttempt: None or several go by that name.
        SatElsewhere: It was imported, and has no journal here.
        JournalUnreadable: Its journal, or a regrading, is damaged or of a newer format.
    """
    from quizgen.cli.keeping import open_history
    from quizgen.store.attempts import Attempts, NoSuchAttempt

    attempts = Attempts(folders().attempts)
    if name is None:
        name = _last()
    elif _NUMBER.fullmatch(name):
        with open_history() as kept:
            numbered = _numbered(kept, name)
            name = numbered.sat.id if numbered else name
    try:
        return attempts.find(name)
    except NoSuchAttempt as error:
        if name is not None and _was_imported(name):
            raise SatElsewhere(
                f"attempt `{name}` was sat on another computer",
                why="its answers were imported, its questions in full are there",
                help="do this there; history show tells here what became of each question",
            ) from None
        raise NoSuchAttempt(error.message, error.why, _SEE) from error


def _numbered(kept: "History", name: str) -> "Listed | None":
    count = kept.attempt_count()
    if not _NUMBER.fullmatch(name) or int(name) > count:
        return None
    (sat,) = kept.attempts(limit=1, offset=count - int(name))
    return _listed(sat, int(name))


def _last() -> str | None:
    """The id of the attempt that ended last; None where the history cannot tell: the files must."""
    from quizgen.cli.keeping import open_history

    with suppress(UserError), open_history() as kept:
        return next((sat.id for sat in kept.attempts(limit=1)), None)
    return None


def _was_imported(name: str) -> bool:
    from quizgen.cli.keeping import open_history
    from quizgen.store.attempts import goes_by

    with suppress(UserError), open_history() as kept:
        matching = [sat.id for sat in kept.attempts() if goes_by(sat.id, name)]
        return len(matching) == 1 and not kept.has_journal(matching[0])
    return False


def _listed(sat: "Sat", number: int) -> "Listed":
    from quizgen.show.history_list import Listed

    return Listed(number, sat, local_time(sat.started_ms))
