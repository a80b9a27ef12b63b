"""`quizgen progress`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen import __version__
from quizgen.cli import options
from quizgen.cli.world import SystemClock, console, today

if TYPE_CHECKING:
    from quizgen.core.progress import Coverage, Progress


class Format(StrEnum):
    """How progress is printed."""

    TEXT = "text"
    JSON = "json"


def progress(
    format_: Annotated[
        Format, typer.Option("--format", help="As text, or as one JSON document.")
    ] = Format.TEXT,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Write it to this file, to be read in a browser or printed.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let --html replace a file there is.")
    ] = False,
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
    from quizgen.cli.keeping import open_history
    from quizgen.core.progress import Revision
    from quizgen.learn.progress import first_day
    from quizgen.learn.progress import progress as work_out

    with open_bank(None, bank, tell=False, plain=plain) as library:
        topics = library.topics()
    day = today()
    with open_history(plain=plain) as history:
        due = history.due_count(SystemClock().wall_ms())
        return work_out(
            [*history.totals(), *history.daily(first_day(day))],
            (each for each, _ in history.days()),
            day,
            coverage=_coverage(topics, history.items_seen()),
            revision=Revision(facts=len(history.memories()), due=due),
        )


def _coverage(topics: list[tuple[str, int]], seen: dict[str, int]) -> list["Coverage"]:
    """How many of a bank's written questions were seen; a topic of models alone has none.

    The history counts questions that models made, too: never more are said than there are.
    """
    from quizgen.core.progress import Coverage
    from quizgen.core.topics import slug

    by_slug: dict[str, int] = {}
    for topic, number in seen.items():
        by_slug[slug(topic)] = by_slug.get(slug(topic), 0) + number
    return [
        Coverage(topic, min(by_slug.get(slug(topic), 0), number), number)
        for topic, number in topics
        if number
    ]


def _write_page(found: "Progress", path: Path) -> None:
    from quizgen.cli.files import replace_file
    from quizgen.core.text import clean
    from quizgen.show.html import progress_page

    replace_file(path, progress_page(found, __version__).encode())
    print(clean(f"Written to {path}."))
