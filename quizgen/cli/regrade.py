"""`quizgen regrade`."""

import shlex
from collections.abc import Mapping, Sequence
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
from quizgen.core.deciding import Decided, decide, undecided
from quizgen.core.errors import UserError
from quizgen.core.paper import VoidPolicy

if TYPE_CHECKING:
    from quizgen.bank.library import Library
    from quizgen.core.item import Item, Question
    from quizgen.core.regrading import Regrading
    from quizgen.core.rekeying import Finding, Judged
    from quizgen.core.result import Result, Row
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
        help="Take the new key of these, though they were reworded or voided by you.",
        show_default=False,
    ),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(
        "--keep",
        metavar="ID,ID...",
        help="Leave these as they count now, whatever the file says; for this run only.",
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
    keep: Keep = None,
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
    if undo and any(given is not None for given in (void, accept, keep, policy, bank)):
        raise typer.BadParameter("--undo takes the last regrading back, and goes alone")
    recorded = finding.recorded(attempt)
    before = _marked(recorded)
    if undo:
        decisions, judged, new = Decided(), {}, _undoing(recorded)
    else:
        decisions = _decisions(before.rows, void, accept, keep, policy)
        judged = _judged(recorded, before.rows, bank, plain=plain)
        new = _decided(recorded, judged, decisions)
    left = undecided(recorded.header.answers, new, judged, decisions)
    found = replace(
        _compared(recorded, before, new, left),
        bank=origin(None, _banks(recorded, bank)),
        dry_run=dry_run,
    )
    if found.recorded:
        _record(recorded, new)
    _show(found, format_, plain=plain)


def _marked(recorded: "Recorded") -> "Result":
    """The result as it counts so far."""
    from quizgen.core.result import result

    return result(*recorded.marked)


def _undoing(recorded: "Recorded") -> "Regrading":
    """What takes the last regrading back.

    Raises:
        NothingToUndo: There was none, or each was taken back.
    """
    from quizgen.core.regrading import undoing

    new = undoing(recorded.header.paper, recorded.regradings)
    if new is None:
        raise NothingToUndo(
            f"attempt {recorded.header.id} has no regrading to take back",
            help="it counts by the keys it was sat with",
        )
    return new


def _judged(
    recorded: "Recorded", rows: "Sequence[Row]", banks: Sequence[Path] | None, *, plain: bool
) -> "dict[int, Judged]":
    """What the bank of today says of each question that counts, by its index from 0."""
    from quizgen.core.rekeying import judge

    items = _items(recorded, rows, banks, plain=plain)
    answers = recorded.header.answers
    return {
        row.number - 1: judge(row.question, answers[row.number - 1], items.get(row.question.ref))
        for row in rows
    }


def _banks(recorded: "Recorded", named: Sequence[Path] | None) -> Sequence[Path]:
    """The paths that are named, else those that the attempt's questions came from."""
    return named or [Path(path) for path in recorded.header.paper.banks]


def _items(
    recorded: "Recorded", rows: "Sequence[Row]", banks: Sequence[Path] | None, *, plain: bool
) -> "dict[str, Item]":
    """The questions as the bank has them now, by their names."""
    try:
        with open_bank(None, _banks(recorded, banks), plain=plain) as library:
            return _found(library, [row.question for row in rows])
    except MissingPath as error:
        if banks:
            raise
        raise MissingPath(
            error.message,
            why="the attempt was sat with its questions",
            help="say where they lie now: --bank PATH",
        ) from error


def _found(library: "Library", questions: "Sequence[Question]") -> "dict[str, Item]":
    """The items that the questions are now, by the names these were asked under."""
    from quizgen.core.renamed import renamed

    items, lost = library.find(question.ref for question in questions)
    found = {item.question.ref: item for item in items}
    if lost:
        files = [file for file in library.files if file.bank in {each.bank for each in questions}]
        others = [item for file in files for item in library.in_order(file)]
        others = [item for item in others if item.question.ref not in found]
        for question in questions:
            item = renamed(question, others) if question.ref in lost else None
            if item is not None:
                found[question.ref] = item
    return found


def _decisions(
    rows: "Sequence[Row]",
    void: Sequence[str] | None,
    accept: Sequence[str] | None,
    keep: Sequence[str] | None,
    policy: VoidPolicy | None,
) -> Decided:
    """What was decided on the command line.

    Raises:
        NotInResult: A question that is named was not asked.
    """
    decided = Decided(_indices(rows, void), _indices(rows, accept), _indices(rows, keep), policy)
    named = (decided.void, decided.accepted, decided.kept)
    if sum(map(len, named)) > len(frozenset().union(*named)):
        raise typer.BadParameter("name a question under one of --void, --accept and --keep")
    return decided


def _indices(rows: "Sequence[Row]", names: Sequence[str] | None) -> frozenset[int]:
    from quizgen.core.rows import rows_named

    given = [name.strip() for part in names or () for name in part.split(",")]
    return frozenset(row.number - 1 for row in rows_named(rows, filter(None, given)))


def _decided(recorded: "Recorded", judged: "dict[int, Judged]", decisions: Decided) -> "Regrading":
    """What counts from now on.

    Raises:
        NoNewKey: A question that is to be accepted has no new key.
    """
    from quizgen.core.regrading import in_force

    header = recorded.header
    last = in_force(header.paper, recorded.regradings)
    for index in sorted(decisions.accepted - frozenset(last.by_hand)):
        if judged[index].answer is None:
            name = header.paper.questions[index].id
            raise NoNewKey(
                f"the bank does not tell the key of question {index + 1}, `{name}`, "
                "as it was shown",
                help=f"if no option that was shown is right: --void {shlex.quote(name)}",
            )
    return decide(header.answers, last, judged, decisions)


def _compared(
    recorded: "Recorded", before: "Result", new: "Regrading", left: "Mapping[int, Finding]"
) -> "Regrade":
    from quizgen.core.regrading import alters, in_force, regraded
    from quizgen.core.rekeying import Finding
    from quizgen.core.result import result
    from quizgen.show.regrade import Regrade

    header = recorded.header
    now = result(*regraded(recorded.attempt, header.answers, new))
    return Regrade(
        attempt=header.id,
        name=_name(header),
        before=before,
        now=now,
        altered=alters(header.answers, in_force(header.paper, recorded.regradings), new),
        reworded=tuple(row for row in now.rows if left.get(row.number - 1) is Finding.REWORDED),
        gone=tuple(row for row in now.rows if left.get(row.number - 1) is Finding.GONE),
        undoes=new.undoes,
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
