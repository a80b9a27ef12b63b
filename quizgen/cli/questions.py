"""Commands under Questions: add, explain, list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.bank.library import Library
from quizgen.bank.sources import ENDINGS
from quizgen.cli import options
from quizgen.cli.banks import open_bank
from quizgen.cli.check import print_found
from quizgen.cli.world import console, folders, today
from quizgen.core.errors import UserError
from quizgen.core.text import clean

if TYPE_CHECKING:
    from rich.console import Group


class CannotAdd(UserError):
    """The file is not taken into the user's folder."""

    wrong_use = False


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="A question file.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of your file of that name.")
    ] = False,
) -> None:
    """Check a question file and copy it to your own questions, which are asked with the others.

    Example: quizgen add notes.yaml
    """
    from quizgen.bank.checking import findings
    from quizgen.cli.files import read_file, replace_file
    from quizgen.core.catalogue.choosing import chosen
    from quizgen.show.listing import stock

    with open_bank(file, None, tell=False) as library:
        (checked,) = library.files
        found = findings(library, chosen(), today())
    print_found(found)
    if any(each.is_error for each in found[checked]):
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
    typer.echo(clean(f"Added {stock(checked.count, checked.models)}: {target}"))


def _file_name(file: Path) -> str:
    return file.name if file.name.lower().endswith(ENDINGS) else f"{file.name}.yaml"


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As check prints it, such as QG107.")],
) -> None:
    """Say more about a diagnostic: what it means, why it matters, how to mend it.

    Example: quizgen explain QG107
    """
    from quizgen.core.catalogue import CATALOGUE
    from quizgen.core.catalogue.choosing import titles, unknown

    name = code.strip().upper()
    rule = CATALOGUE.get(name)
    if rule is None:
        listed = titles(code)
        if not listed:
            raise unknown(code)
        typer.echo("\n".join(f"{each}: {title}" for each, title in sorted(listed.items())))
        return
    typer.echo(f"{name}: {rule.title} ({rule.severity})\n\n{rule.explain}")


def list_(
    bank: options.Bank = None,
    stats: Annotated[
        bool,
        typer.Option("--stats", help="Forms, difficulties and tags; what the item models make."),
    ] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="The id of every written question, file by file.")
    ] = False,
    plain: options.Plain = False,
) -> None:
    """Show which questions are loaded, by file, topic and document.

    Example: quizgen list --stats

    Example: quizgen list --ids
    """
    if stats and ids:
        raise typer.BadParameter("leave out --stats or --ids: each is a list of its own")
    with open_bank(None, bank, tell=False, plain=plain) as library:
        if ids:
            _show_ids(library, plain=plain)
            return
        page = _statistics(library, plain=plain) if stats else _listing(library, plain=plain)
    console(plain=plain).show(page)


def _listing(library: Library, *, plain: bool) -> "Group":
    from quizgen.show.listing import FileRow, Listing, listing

    return listing(
        Listing(
            files=tuple(
                FileRow(file.name, file.title, file.count, file.errors, file.models)
                for file in library.files
            ),
            topics=tuple(library.topics()),
            documents=tuple(library.documents()),
        ),
        plain=console(plain=plain).plain,
    )


def _show_ids(library: Library, *, plain: bool) -> None:
    from quizgen.show.ids_list import ids_list

    out = console(plain=plain)
    for file in library.files:
        questions = [item.question for item in library.in_order(file)]
        out.show(ids_list(file.name, questions, plain=out.plain), "")


def _statistics(library: Library, *, plain: bool) -> "Group":
    from quizgen.cli import choose
    from quizgen.core.mix import MIXES, STYLE
    from quizgen.forms.models.model import count as made
    from quizgen.forms.models.model import fact_count
    from quizgen.show.stats import ModelRow, Statistics, statistics

    today = choose.asked_on(None)
    return statistics(
        Statistics(
            forms=tuple(library.forms()),
            mix=MIXES[STYLE],
            style=STYLE,
            difficulties=tuple(library.difficulties()),
            topics=tuple(library.topics()),
            tags=tuple(library.tags()),
            documents=tuple(library.documents()),
            models=tuple(
                ModelRow(
                    model.spec.id,
                    model.spec.topic,
                    fact_count(model),
                    sum(made(model, today).values()),
                )
                for _, model in library.models()
            ),
        ),
        plain=console(plain=plain).plain,
    )
