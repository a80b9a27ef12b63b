"""`quizgen history export` and `quizgen history import`."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.status import PROBLEMS
from quizgen.core.text import clean

if TYPE_CHECKING:
    from quizgen.store.transfer import Imported

_NAMED = 10
"""Lines of which it is told why they were refused; of more, only the number."""


class Format(StrEnum):
    """How answers are exported."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    format_: Annotated[
        Format,
        typer.Option("--format", help="JSON Lines, which can be imported, or CSV for a sheet."),
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file, not to standard output.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let -o replace a file there is.")] = False,
) -> None:
    """Write out everything you ever answered, a line a response.

    Example: quizgen history export --format csv -o answers.csv
    """
    if force and output is None:
        raise typer.BadParameter("--force is for -o FILE")
    from quizgen.cli.files import replace_by_parts
    from quizgen.cli.keeping import open_history
    from quizgen.cli.places import check_place
    from quizgen.store.transfer import export_csv, export_jsonl

    if output is not None:
        check_place(output, f"answers.{format_}", force=force)
    with open_history(plain=output is None) as kept:
        lines = export_csv(kept) if format_ is Format.CSV else export_jsonl(kept)
        if output is None:
            _print_lines(lines)
            return
        written = replace_by_parts(output, (line.encode() for line in lines))
    from quizgen.show.words import count

    responses = count(written - (format_ is Format.CSV), "response")
    print(clean(f"{responses} written to {output}."))


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What `export` wrote.", show_default=False)
    ],
) -> None:
    """Take in what `quizgen history export` wrote elsewhere; twice does no harm.

    Example: quizgen history import answers.jsonl
    """
    from quizgen.cli.files import CannotRead
    from quizgen.cli.keeping import open_history
    from quizgen.store.transfer import import_jsonl

    try:
        # What is no UTF-8 is refused with its line, not with the file.
        lines = file.open(encoding="utf-8", errors="surrogateescape", newline="\n")
        with lines, open_history() as kept:
            found = import_jsonl(kept, lines)
    except OSError as error:
        raise CannotRead(
            f"cannot read `{file}`: {error.strerror or error}",
            help="what was imported before it stays; import it again",
        ) from error
    _tell_imported(found)
    if found.refused:
        raise typer.Exit(PROBLEMS)


def _print_lines(lines: Iterable[str]) -> None:
    """Print in UTF-8, as files are written, whatever the terminal reads."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line.encode())
    sys.stdout.buffer.flush()


def _tell_imported(found: "Imported") -> None:
    from quizgen.show.words import count

    with_responses = f"with {count(found.responses, 'response')}"
    told = [f"{count(found.added, 'attempt')} {with_responses} imported"] if found.added else []
    told += [f"{count(found.regraded, 'attempt')} regraded as elsewhere"] if found.regraded else []
    if found.known:
        told = [*(told or ["Nothing new"]), f"{count(found.known, 'attempt')} there already"]
    print(f"{'; '.join(told) or 'Nothing was imported'}.")
    if found.sat_here:
        which = count(found.sat_here, "attempt that was sat here", "attempts that were sat here")
        print(f"Regraded elsewhere: {which}; regrade here too: quizgen regrade", file=sys.stderr)
    for each in found.refused[:_NAMED]:
        print(clean(f"line {each.line}: {each.reason}"), file=sys.stderr)
    if len(found.refused) > _NAMED:
        print(f"and {len(found.refused) - _NAMED} more", file=sys.stderr)
