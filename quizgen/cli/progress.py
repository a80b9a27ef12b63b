"""`quizgen progress`."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizgen import __version__
from quizgen.cli import options
from quizgen.cli.options import Format
from quizgen.cli.world import console, today

if TYPE_CHECKING:
    from quizgen.bank.library import Library
    from quizgen.core.progress import Coverage, Progress


def progress(
    format_: options.AsFormat = Format.TEXT,
    html: options.Html = None,
    force: options.ForceHtml = False,
    bank: options.Bank = None,
    plain: options.Plain = False,
) -> None:
    """Show how you are doing: accuracy and its trend, time, guesses, days in a row.

    Example: quizgen progress

    Example: quizgen progress --html progress.html
    """
    if html is not None and format_ is not Format.TEXT:
        raise typer.BadParameter("leave out --format: --html writes a page of its own")
    if force and html is None:
        raise typer.BadParameter("--force is for --html FILE")
    if html is not None:
        from quizgen.cli.places import check_place

        check_place(html, "progress.html", force=force)
    found = _found(bank, plain=plain)
    if html is not None:
        _write_page(found, html)
    elif format_ is Format.JSON:
        from quizgen.show.progress_json import progress_json

        print(progress_json(found, __version__), end="")
    else:
        from quizgen.show.progress import progress as page

        out = console(plain=plain)
        out.show(page(found, plain=out.plain))


def _found(bank: list[Path] | None, *, plain: bool) -> "Progress":
    from quizgen.cli.banks import open_bank
    from quizgen.cli.coming import due_here
    from quizgen.cli.keeping import open_history
    from quizgen.core.progress import Revision
    from quizgen.learn.progress import first_day
    from quizgen.learn.progress import progress as work_out

    day = today()
    with (
        open_bank(None, bank, tell=False, plain=plain) as library,
        open_history(plain=plain) as history,
    ):
        due, _ = due_here(history, library)
        return work_out(
            [*history.totals(), *history.daily(first_day(day))],
            (each for each, _ in history.days()),
            day,
            coverage=_coverage(library, frozenset(history.items())),
            revision=Revision(facts=history.fact_count(), due=due),
        )


def _coverage(library: "Library", asked: frozenset[str]) -> list["Coverage"]:
    """How many of a bank's written questions were seen; a topic of models alone has none."""
    from quizgen.core.progress import Coverage
    from quizgen.core.topics import slug

    seen = library.named(asked)
    return [
        Coverage(topic, seen[slug(topic)], number) for topic, number in library.topics() if number
    ]


def _write_page(found: "Progress", path: Path) -> None:
    from quizgen.cli.files import replace_file
    from quizgen.core.text import clean
    from quizgen.show.html import progress_page

    replace_file(path, progress_page(found, __version__).encode())
    print(clean(f"Written to {path}."))
