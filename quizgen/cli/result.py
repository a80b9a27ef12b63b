"""`quizgen result`."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen import __version__
from quizgen.cli import options
from quizgen.cli.attempts import Attempt
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import console, folders
from quizgen.core.only import Only

if TYPE_CHECKING:
    from quizgen.core.result import Result
    from quizgen.show.html import About
    from quizgen.store.journal import Header


class Format(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


def result(
    attempt: Attempt = None,
    only: Annotated[
        Only,
        typer.Option(
            "--only",
            metavar="WHICH",
            help=f"Which questions follow the score: {', '.join(Only)}.",
        ),
    ] = Only.ALL,
    wrong: Annotated[bool, typer.Option("--wrong", help="In short for --only wrong.")] = False,
    topic: Annotated[
        str,
        typer.Option(
            "--topic",
            "-t",
            metavar="TOPIC",
            help="Of these questions, those on this topic.",
            show_default=False,
        ),
    ] = "",
    format_: Annotated[
        Format, typer.Option("--format", help="As text, or as one JSON document.")
    ] = Format.TEXT,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Write all of it to this file, to be read in a browser or printed.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let --html replace a file there is.")
    ] = False,
    screen: Screen = False,
    theme: Theme = None,
    plain: options.Plain = False,
) -> None:
    """Show a finished attempt again: the score, what it teaches, and every question.

    Example: quizgen result --only sure-but-wrong

    Example: quizgen result --html result.html
    """
    if wrong and only is not Only.ALL:
        raise typer.BadParameter("--wrong is short for --only wrong: give one of them")
    only = Only.WRONG if wrong else only
    if html is not None:
        _refuse_choices(only is not Only.ALL, bool(topic), format_ is not Format.TEXT)
    elif force:
        raise typer.BadParameter("--force is for --html FILE")
    others = (html is not None, format_ is not Format.TEXT, only is not Only.ALL, bool(topic))
    if screen and any(others):
        raise typer.BadParameter(
            "leave out --html, --format, --only, --wrong and --topic: "
            "--screen shows every question, and f there chooses which"
        )
    from quizgen.core.result import result as score
    from quizgen.store.attempts import Attempts

    place = seat(screen=False, plain=plain, theme=theme, asked=screen)
    recorded = Attempts(folders().attempts).find(attempt)
    if place.screen:
        from quizgen.cli.sit import look_again

        raise typer.Exit(look_again(recorded, place))
    found = score(recorded.attempt, recorded.header.answers)
    if html is not None:
        _write_page(found, recorded.header, html, force=force)
    elif format_ is Format.JSON:
        _print_json(found, recorded.header, only, topic)
    else:
        _print_text(found, only, topic, plain=plain)


def _refuse_choices(*given: bool) -> None:
    """A page holds every question, whatever else was asked for."""
    names = ("--only or --wrong", "--topic", "--format")
    named = [name for name, there in zip(names, given, strict=True) if there]
    if named:
        raise typer.BadParameter(f"leave out {', '.join(named)}: --html writes every question")


def _print_text(found: "Result", only: Only, topic: str, *, plain: bool) -> None:
    from quizgen.core.analysis import analysis
    from quizgen.core.rows import rows_of
    from quizgen.show.analysis import analysis_views
    from quizgen.show.card import card
    from quizgen.show.layout import BLANK, Flow
    from quizgen.show.review import nothing, review

    rows = rows_of(found, only, topic)
    out = console(plain=plain)
    taught = analysis_views(analysis(found), found, plain=out.plain)
    out.show(card(found, plain=out.plain), BLANK)
    if taught.renderables:
        out.show(taught, BLANK)
    if rows:
        out.show(*review(found, rows, plain=out.plain))
    elif found.rows:
        from rich.text import Text

        out.show(Flow(Text(nothing(only, topic))))


def _about(header: "Header") -> "About":
    from quizgen.show.html import About

    started = datetime.fromtimestamp(header.started_ms / 1000, UTC).astimezone()
    return About(header.id, header.kind, started, __version__)


def _print_json(found: "Result", header: "Header", only: Only, topic: str) -> None:
    from quizgen.core.analysis import analysis
    from quizgen.core.rows import rows_of
    from quizgen.show.result_json import result_json

    rows = rows_of(found, only, topic)
    print(result_json(found, analysis(found), _about(header), rows), end="")


def _write_page(found: "Result", header: "Header", path: Path, *, force: bool) -> None:
    from quizgen.cli.files import replace_file
    from quizgen.cli.places import check_place
    from quizgen.core.analysis import analysis
    from quizgen.core.text import clean
    from quizgen.show.html import page

    check_place(path, "result.html", force=force)
    replace_file(path, page(found, analysis(found), _about(header)).encode())
    print(clean(f"Written to {path}."))
