"""The commands under Questions: add, check, explain, list."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.bank.library import LibraryFile
from quizgen.bank.sources import ENDINGS, SourceFile
from quizgen.cli import options
from quizgen.cli.banks import bank_files, open_bank
from quizgen.cli.status import PROBLEMS
from quizgen.cli.world import console, folders
from quizgen.core.errors import UserError
from quizgen.core.text import clean
from quizgen.show.words import count

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Diagnostic

    Found = dict[LibraryFile, list[Diagnostic]]


class Format(StrEnum):
    """How diagnostics are printed."""

    CONCISE = "concise"
    FULL = "full"
    JSON = "json"


class CannotAdd(UserError):
    """The file is not taken into the user's folder."""

    wrong_use = False


class NoSuchCode(UserError):
    """No diagnostic has that code."""


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files or folders; without, the shipped questions and your own.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Format,
        typer.Option("--format", help="A line each, each with the line it concerns, or data."),
    ] = Format.FULL,
    strict: Annotated[
        bool, typer.Option("--strict", help="Warnings count as problems too.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Write missing ids into the files.")] = False,
) -> None:
    """Find what is wrong with question files, all of it in one run.

    Exit status 0: nothing; 1: problems; 2: wrong use.

    Example: quizgen check notes.yaml
    """
    if fix:
        for file in bank_files(paths):
            _fix(file)
    with open_bank(None, paths, tell=False) as library:
        found = {file: library.diagnostics(file) for file in library.files}
    _print(found, form)
    if any(_counts(each, strict=strict) for diagnostics in found.values() for each in diagnostics):
        raise typer.Exit(PROBLEMS)


def _counts(diagnostic: "Diagnostic", *, strict: bool) -> bool:
    return strict or diagnostic.is_error


def _print(found: "Found", form: Format) -> None:
    from quizgen.show import diagnostics as show

    if form is Format.JSON:
        typer.echo(show.as_json(each for diagnostics in found.values() for each in diagnostics))
        return
    for file, diagnostics in found.items():
        _print_file(file, diagnostics, form, alone=len(found) == 1)
    troubled = [file for file, diagnostics in found.items() if diagnostics]
    if form is Format.FULL and not troubled and len(found) > 1:
        total = sum(file.count for file in found)
        typer.echo(show.summary(f"{len(found)} files", 0, 0, total))


def _print_file(
    file: LibraryFile, diagnostics: "list[Diagnostic]", form: Format, *, alone: bool
) -> None:
    from quizgen.show import diagnostics as show

    if form is Format.CONCISE:
        for each in diagnostics:
            typer.echo(show.concise(each))
        return
    out = console()
    for each in diagnostics:
        out.print(show.coloured(each, out.width), "", sep="\n", soft_wrap=True)
    lacking = show.gains(
        file.lacking.ids, file.lacking.explanations, file.lacking.sources, out.width
    )
    if diagnostics or lacking or alone:
        errors = sum(each.is_error for each in diagnostics)
        typer.echo(show.summary(file.name, errors, len(diagnostics) - errors, file.count))
    if lacking:
        typer.echo(lacking)


def _fix(file: SourceFile) -> None:
    from quizgen.bank.fix import add_missing_ids
    from quizgen.cli.files import read_file, replace_file

    before = read_file(file.path, file.name)
    after, written = add_missing_ids(before, file.name)
    if written:
        replace_file(file.path, after)
        typer.echo(clean(f"{file.name}: wrote {count(written, 'id')}"), err=True)


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="A question file.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of your file of that name.")
    ] = False,
) -> None:
    """Check a question file and copy it to your own questions, which are asked with the others.

    Example: quizgen add notes.yaml
    """
    from quizgen.cli.files import read_file, replace_file

    with open_bank(file, None, tell=False) as library:
        (checked,) = library.files
        found = library.diagnostics(checked)
    _print({checked: found}, Format.FULL)
    if any(each.is_error for each in found):
        raise CannotAdd(
            f"`{file}` has problems and was not added",
            why="a file in your questions is asked as it stands",
            help="mend what is listed above, then add it again",
        )
    target = folders().questions / _file_name(file)
    data = read_file(file)
    if target.exists() and read_file(target) != data and not replace:
        raise CannotAdd(
            f"you have a file `{target.name}` already",
            help="give this one another name, or put it in the other's place with --replace",
        )
    replace_file(target, data)
    typer.echo(clean(f"Added {count(checked.count, 'question')}: {target}"))


def _file_name(file: Path) -> str:
    return file.name if file.name.lower().endswith(ENDINGS) else f"{file.name}.yaml"


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As check prints it, such as QG107.")],
) -> None:
    """Say more about a diagnostic: what it means, why it matters, how to mend it.

    Example: quizgen explain QG107
    """
    from quizgen.core.catalogue import CATALOGUE

    rule = CATALOGUE.get(code.strip().upper())
    if rule is None:
        raise NoSuchCode(
            f"there is no diagnostic `{code}`",
            help=f"codes go from {min(CATALOGUE)} to {max(CATALOGUE)}; check prints them",
        )
    typer.echo(f"{code.upper()}: {rule.title} ({rule.severity})\n\n{rule.explain}")


def list_(bank: options.Bank = None, plain: options.Plain = False) -> None:
    """Show which questions are loaded, by file, topic and document.

    Example: quizgen list
    """
    from quizgen.show.listing import Listing, listing

    with open_bank(None, bank, tell=False, plain=plain) as library:
        page = Listing(
            files=tuple((file.name, file.title, file.count, file.errors) for file in library.files),
            topics=tuple(library.topics()),
            documents=tuple(library.documents()),
        )
    out = console(plain=plain)
    out.show(listing(page, plain=out.plain))
