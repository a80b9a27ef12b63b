"""`quizgen regrade`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen import __version__
from quizgen.bank.errors import MissingPath
from quizgen.cli import finding, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.options import Format
from quizgen.cli.world import SystemClock, console, folders, local_time
from quizgen.core.errors import UserError
from quizgen.core.paper import VoidPolicy

if TYPE_CHECKING:
    from quizgen.core.deciding import Decided
    from quizgen.core.item import Item
    from quizgen.core.regrading import Regrading
    from quizgen.core.rekeying import Judged
    from quizgen.core.result import Row
    from quizgen.show.regrade import Regrade
    from quizgen.store.journal import Header, Recorded

Void = Annotated[
    list[str] | None,
    typer.Option(
        "--void",
        metavar="ID,ID...",
        help="Questions that have no single right answer, by id or number; may be repeated.",
        show_default=False,
    ),
]
Accept = Annotated[
    list[str] | None,
    typer.Option(
        "--accept",
        metavar="ID,ID...",
        help="Take the new key of these, though they were reworded or voided.",
        show_default=False,
    ),
]
Policy = Annotated[
    VoidPolicy | None,
    typer.Option(
        "--policy",
        help="Marks of void questions: the others scaled up, full marks for all, or left out.",
        show_default=False,
    ),
]
Undo = Annotated[bool, typer.Option("--undo", help="Take the last regrading back.")]
DryRun = Annotated[bool, typer.Option("-n", "--dry-run", help="Show it, and record nothing.")]


class NothingToUndo(UserError):
    """The attempt counts as it was sat."""

    wrong_use = False


class NoNewKey(UserError):
    """The bank of today does not tell which option shown is right."""


def regrade(
    attempt: finding.Name,
    void: Void = None,
    accept: Accept = None,
    policy: Policy = None,
    undo: Undo = False,
    dry_run: DryRun = False,
    bank: options.Bank = None,
    format_: options.AsFormat = Format.TEXT,
    plain: options.Plain = False,
) -> None:
    """Mark an attempt again after a key was corrected, and show both marks.

    Typos that were mended change nothing. The first marks stay on record.

    Example: quizgen regrade 1
    """
    if undo and any(given is not None for given in (void, accept, policy, bank)):
        raise typer.BadParameter("--undo takes the last regrading back, and goes alone")
    recorded = finding.recorded(attempt)
    if undo:
        new, judged = _taken_back(recorded), {}
    else:
        decisions = _decisions(recorded, void, accept, policy)
        judged = _judged(recorded, bank, plain=plain)
        new = _decided(recorded, judged, decisions)
    found = _compared(recorded, new, judged, dry_run=dry_run)
    found = replace(found, bank=origin(None, _banks(recorded, bank)))
    if found.recorded:
        _record(recorded, new)
    _show(found, format_, plain=plain)


def _taken_back(recorded: "Recorded") -> "Regrading":
    """What counted before the last regrading.

    Raises:
        NothingToUndo: There was none, or each was taken back.
    """
    from quizgen.core.regrading import before_last

    before = before_last(recorded.header.paper, recorded.regradings)
    if before is None:
        raise NothingToUndo(
            f"attempt {recorded.header.id} has no regrading to take back",
            help="it counts by the keys it was sat with",
        )
    return before


def _judged(
    recorded: "Recorded", banks: Sequence[Path] | None, *, plain: bool
) -> "dict[int, Judged]":
    """What the bank of today says of each question that counts, by its index from 0."""
    from quizgen.core.rekeying import judge

    rows = _rows(recorded)
    items = _items(recorded, banks, plain=plain)
    answers = recorded.header.answers
    return {
        row.number - 1: judge(row.question, answers[row.number - 1], items.get(row.question.ref))
        for row in rows
    }


def _rows(recorded: "Recorded") -> "Sequence[Row]":
    from quizgen.core.result import result

    return result(*recorded.marked).rows


def _banks(recorded: "Recorded", named: Sequence[Path] | None) -> Sequence[Path]:
    """The paths that are named, else those that the attempt's questions came from."""
    return named or [Path(word) for word in recorded.header.paper.origin if word != "--bank"]


def _items(recorded: "Recorded", banks: Sequence[Path] | None, *, plain: bool) -> "dict[str, Item]":
    """The questions as the bank has them now, by their names."""
    try:
        with open_bank(None, _banks(recorded, banks), plain=plain) as library:
            items, _ = library.find(row.question.ref for row in _rows(recorded))
    except MissingPath as error:
        if banks:
            raise
        raise MissingPath(
            error.message,
            why="the attempt was sat with its questions",
            help="say where they lie now: --bank PATH",
        ) from error
    return {item.question.ref: item for item in items}


def _decisions(
    recorded: "Recorded",
    void: Sequence[str] | None,
    accept: Sequence[str] | None,
    policy: VoidPolicy | None,
) -> "Decided":
    """What was decided on the command line.

    Raises:
        NotInResult: A question that is named was not asked.
    """
    from quizgen.core.deciding import Decided

    rows = _rows(recorded)
    voided, accepted = _indices(rows, void), _indices(rows, accept)
    if voided & accepted:
        raise typer.BadParameter("name a question under --void or under --accept, not both")
    return Decided(voided, accepted, policy)


def _indices(rows: "Sequence[Row]", names: Sequence[str] | None) -> frozenset[int]:
    from quizgen.core.rows import rows_named

    given = [name.strip() for part in names or () for name in part.split(",")]
    return frozenset(row.number - 1 for row in rows_named(rows, filter(None, given)))


def _decided(
    recorded: "Recorded", judged: "dict[int, Judged]", decisions: "Decided"
) -> "Regrading":
    """What counts from now on.

    Raises:
        NoNewKey: A question that is to be accepted has no new key.
    """
    from quizgen.core.deciding import decide
    from quizgen.core.regrading import in_force

    header = recorded.header
    for index in sorted(decisions.accepted):
        if judged[index].answer is None:
            raise NoNewKey(
                f"the bank does not tell the key of question {index + 1}, "
                f"`{header.paper.questions[index].id}`, as it was shown",
                help="if no option that was shown is right, give --void",
            )
    last = in_force(header.paper, recorded.regradings)
    return decide(header.answers, last, judged, decisions)


def _compared(
    recorded: "Recorded", new: "Regrading", judged: "dict[int, Judged]", *, dry_run: bool
) -> "Regrade":
    from quizgen.core.deciding import undecided
    from quizgen.core.regrading import alters, in_force, regraded
    from quizgen.core.rekeying import Finding
    from quizgen.core.result import result
    from quizgen.show.regrade import Regrade

    answers = recorded.header.answers
    now = result(*regraded(recorded.attempt, answers, new))
    altered = alters(answers, in_force(recorded.header.paper, recorded.regradings), new)
    left = undecided(answers, new, judged)
    return Regrade(
        attempt=recorded.header.id,
        name=_name(recorded.header),
        before=result(*recorded.marked),
        now=now,
        reworded=tuple(row for row in now.rows if left.get(row.number - 1) is Finding.REWORDED),
        gone=tuple(row for row in now.rows if left.get(row.number - 1) is Finding.GONE),
        recorded=not dry_run if altered else None,
    )


def _name(header: "Header") -> str:
    from quizgen.show.history_list import long_date

    return f"{header.kind}, {header.paper.title}, {long_date(local_time(header.started_ms))}"


def _record(recorded: "Recorded", new: "Regrading") -> None:
    """Keep a regrading, and bring the history in step."""
    from quizgen.cli.keeping import take_in
    from quizgen.store.attempts import Attempts

    kept = replace(new, at_ms=SystemClock().wall_ms(), version=__version__)
    Attempts(folders().attempts).regrade(recorded, kept)
    take_in(recorded.path, "the new marks are saved, but not in the history yet")


def _show(found: "Regrade", format_: Format, *, plain: bool) -> None:
    if format_ is Format.JSON:
        from quizgen.show.regrade_json import regrade_json

        print(regrade_json(found), end="")
        return
    from quizgen.show.regrade import regrade_page

    out = console(plain=plain)
    out.show(regrade_page(found, plain=out.plain))
