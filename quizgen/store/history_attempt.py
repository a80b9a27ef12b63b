"""What the files of a finished attempt tell the history of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from quizgen.core.history import Response, Sat
from quizgen.core.recording import Occasion, recorded
from quizgen.core.regrading import Regrading, regraded
from quizgen.core.result import result
from quizgen.store.history_folder import ENDING, IMPORTED, imported_name
from quizgen.store.journal import LAST_MS, Header, JournalUnreadable, read
from quizgen.store.regradings import RegradingUnreadable, number_of, read_regrading, regradings_of
from quizgen.store.response_lines import BadLine, parse, sat_of

_CHOICES = {"select", "clear"}
_MOST_MS = 1 << 53

Record = tuple[Sat, tuple[Response, ...]]
Unread = Callable[[RegradingUnreadable], None]


def read_attempt(
    path: Path, regradings: Sequence[Path] | None = None, unread: Unread | None = None
) -> Record:
    """Return what the file of an attempt holds, as it is marked now.

    Args:
        regradings: The files of its regradings; None: they are looked for.
        unread: Told of those that cannot be read, in place of which the one before counts; None:
            that is an error.

    Raises:
        JournalUnreadable: It is damaged, of a newer format, or not named after its attempt.
    """
    if path.parent.name == IMPORTED:
        sat, responses = found = _imported(path)
        name = imported_name(sat)
    else:
        sat, responses = found = _journal(path, regradings, unread)
        name = f"{sat.id}{ENDING}"
    if name != path.name:
        raise JournalUnreadable(
            f"{path} holds attempt {sat.id}", help=f"if it is not a copy, name it {name}"
        )
    moments = [sat.started_ms, sat.ended_ms, *(each.at_ms for each in responses)]
    spans = [sat.spent_ms, *(each.pace_ms or 0 for each in responses)]
    if not (min(moments) >= 0 and max(moments) <= LAST_MS and max(spans) <= _MOST_MS):
        raise _damaged(path, "it has times that cannot be")
    return found


def _journal(path: Path, regradings: Sequence[Path] | None, unread: Unread | None) -> Record:
    found = read(path)
    header = found.header
    if regradings is None:
        regradings = regradings_of(path.parent, header.id)
    last = _last(regradings, header, unread)
    try:
        chosen = {
            each["question"]: int(each["w"]) for each in found.events if each["event"] in _CHOICES
        }
        occasion = Occasion(header.id, header.kind, header.started_ms, found.wall_ms, chosen)
        first = result(found.attempt, header.answers)
        if not regradings:
            return recorded(occasion, first)
        now = result(*regraded(found.attempt, header.answers, last))
        return recorded(occasion, now, first, len(regradings), number_of(regradings[-1]))
    except (LookupError, TypeError, ValueError) as error:
        raise _damaged(path, "its parts do not belong together") from error


def _last(files: Sequence[Path], header: Header, unread: Unread | None) -> Regrading | None:
    """The last regrading of those that can be read."""
    for path in reversed(files):
        try:
            return read_regrading(path, header)
        except RegradingUnreadable as error:
            if unread is None:
                raise
            unread(error)
    return None


def _imported(path: Path) -> Record:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
        found = [parse(line) for line in lines]
        (head,) = {head for head, _ in found}
    except OSError as error:
        raise JournalUnreadable(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        why = str(error) if isinstance(error, BadLine) else "it is not the text of one attempt"
        raise _damaged(path, why, _AGAIN) from error
    responses = tuple(response for _, response in found)
    if not len({each.number for each in responses}) == len(responses) == head.questions:
        raise _damaged(path, "its lines are not those of one whole attempt", _AGAIN)
    return sat_of(head, responses), responses


_LEFT = "the file is left as it is; other attempts are not affected"
_AGAIN = "import the attempt again from where it came from"


def _damaged(path: Path, what: str, remedy: str = _LEFT) -> JournalUnreadable:
    return JournalUnreadable(f"{path} is damaged: {what}", help=remedy)
