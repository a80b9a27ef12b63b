"""`quizgen check`, and how diagnostics are printed."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.bank.library import LibraryFile
from quizgen.bank.sources import SourceFile
from quizgen.cli import options
from quizgen.cli.banks import bank_files, open_bank
from quizgen.cli.status import PROBLEMS
from quizgen.cli.world import console, today
from quizgen.core.text import clean
from quizgen.show.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.core.diagnostics import Diagnostic

    Found = Mapping[LibraryFile, Sequence[Diagnostic]]


class Format(StrEnum):
    """How diagnostics are printed."""

    CONCISE = "concise"
    FULL = "full"
    JSON = "json"


def _code_names() -> list[str]:
    """For completion in a shell."""
    from quizgen.core.catalogue import CATALOGUE

    return list(CATALOGUE)


_Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files or folders; without, the shipped questions and your own.",
        show_default=False,
    ),
]
_Strict = Annotated[
    bool, typer.Option("--strict", help="Advice too, and all that is told counts as a problem.")
]
_Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        autocompletion=_code_names,
        help="Tell just these, such as QG107,QG21: the last means all that begin so.",
        show_default=False,
    ),
]
_Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        autocompletion=_code_names,
        help="Do not tell these.",
        show_default=False,
    ),
]
_Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        parser=options.any_day,
        metavar="DATE",
        help="Look for answers out of date as of that day.",
        show_default=False,
    ),
]
_Form = Annotated[
    Format, typer.Option("--format", help="A line each, each with the line it concerns, or data.")
]
_Fix = Annotated[bool, typer.Option("--fix", help="Write missing ids into the files.")]


def check(
    paths: _Paths = None,
    strict: _Strict = False,
    select: _Select = None,
    ignore: _Ignore = None,
    day: _Today = None,
    form: _Form = Format.FULL,
    fix: _Fix = False,
) -> None:
    """Find what is wrong with question files, all of it in one run.

    A comment in a question keeps it from being told one code: # quizgen: ignore QG213

    Exit status 0: nothing; 1: problems; 2: wrong use.

    Example: quizgen check notes.yaml

    Example: quizgen check notes.yaml --strict --ignore QG24

    Example: quizgen check --select QG218,QG219 --today 2027-01-01
    """
    from quizgen.bank.checking import asked_on, findings
    from quizgen.core.catalogue.choosing import chosen, codes

    wanted = chosen(codes(select or ()), codes(ignore or ()), strict=strict)
    if fix:
        for file in bank_files(paths):
            _fix(file)
    day = day or today()
    with open_bank(None, paths, tell=False) as library:
        found = {
            asked_on(library, file, day): told
            for file, told in findings(library, wanted, day).items()
        }
    print_found(found, form, gains=not select, detailed=strict)
    if any(strict or each.is_error for diagnostics in found.values() for each in diagnostics):
        raise typer.Exit(PROBLEMS)


def print_found(
    found: "Found",
    form: Format = Format.FULL,
    *,
    gains: bool = True,
    detailed: bool = False,
) -> None:
    """Print what is wrong with files.

    Args:
        gains: Whether to say what would make them better, unless as data or a line each.
        detailed: Whether all of that is among what was found.
    """
    from quizgen.show import diagnostics as show

    if form is Format.JSON:
        typer.echo(show.as_json(each for diagnostics in found.values() for each in diagnostics))
        return
    for file, diagnostics in found.items():
        if form is Format.CONCISE:
            for each in diagnostics:
                typer.echo(show.concise(each))
        else:
            better = _gains(file, detailed=detailed) if gains else ""
            _print_full(file, diagnostics, better, alone=len(found) == 1)
    if form is Format.FULL and not any(found.values()) and len(found) > 1:
        total = sum(file.count for file in found)
        models = sum(file.models for file in found)
        typer.echo(show.summary(f"{len(found)} files", 0, 0, total, models=models))


def _gains(file: LibraryFile, *, detailed: bool) -> str:
    from quizgen.show import diagnostics as show

    lacking = file.lacking
    numbers = (lacking.ids, lacking.explanations, lacking.sources)
    return show.gains(*numbers, console().width, detailed=detailed)


def _print_full(
    file: LibraryFile, diagnostics: "Sequence[Diagnostic]", better: str, *, alone: bool
) -> None:
    from quizgen.core.diagnostics import Severity
    from quizgen.show import diagnostics as show

    out = console()
    for each in diagnostics:
        out.print(show.coloured(each, out.width), "", sep="\n", soft_wrap=True)
    if diagnostics or better or alone:
        numbers = [sum(each.severity is kind for each in diagnostics) for kind in Severity]
        errors, warnings, advice = numbers
        typer.echo(show.summary(file.name, errors, warnings, file.count, advice, file.models))
    if better:
        typer.echo(better)


def _fix(file: SourceFile) -> None:
    from quizgen.bank.fix import add_missing_ids
    from quizgen.cli.files import read_file, replace_file

    before = read_file(file.path, file.name)
    after, written = add_missing_ids(before, file.name)
    if written:
        replace_file(file.path, after)
        typer.echo(clean(f"{file.name}: wrote {count(written, 'id')}"), err=True)
