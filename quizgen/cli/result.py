"""`quizgen result`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen import __version__
from quizgen.cli import finding, options
from quizgen.cli.options import Format
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import console, local_time
from quizgen.core.only import Only

if TYPE_CHECKING:
    from quizgen.core.result import Result
    from quizgen.show.html import About
    from quizgen.store.journal import Header, Recorded


Which = Annotated[
    Only,
    typer.Option(
        "--only",
        metavar="WHICH",
        help=f"Which questions follow the score: {', '.join(Only)}.",
    ),
]
Wrong = Annotated[bool, typer.Option("--wrong", help="In short for --only wrong.")]
Topic = Annotated[
    str,
    typer.Option(
        "--topic",
        "-t",
        metavar="TOPIC",
        help="Of these questions, those on this topic.",
        show_default=False,
    ),
]


def result(
    attempt: finding.NameOrLast = None,
    only: Which = Only.ALL,
    wrong: Wrong = False,
    topic: Topic = "",
    format_: options.AsFormat = Format.TEXT,
    html: options.Html = None,
    force: options.ForceHtml = False,
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
    narrowed = {
        "--only or --wrong": only is not Only.ALL,
        "--topic": bool(topic),
        "--format": format_ is not Format.TEXT,
    }
    if html is not None:
        _refuse("--html writes every question", narrowed)
    elif force:
        raise typer.BadParameter("--force is for --html FILE")
    if screen:
        whole = "--screen shows every question, and f there chooses which"
        _refuse(whole, {"--html": html is not None, **narrowed})
    place = seat(screen=False, plain=plain, theme=theme, asked=screen)
    recorded = finding.recorded(attempt)
    found = marked(recorded)
    if place.screen:
        from quizgen.cli.sit import look_again

        raise typer.Exit(look_again(found, recorded.marked[1], place))
    if html is not None:
        _write_page(found, recorded.header, html, force=force)
    elif format_ is Format.JSON:
        _print_json(found, recorded.header, only, topic)
    else:
        _print_text(found, only, topic, plain=plain)


def marked(recorded: "Recorded") -> "Result":
    """Return the result of an attempt as it counts now, which says if it was regraded."""
    from quizgen.core.result import Regraded
    from quizgen.core.result import result as score

    found = score(*recorded.marked)
    times = len(recorded.regradings)
    if not times:
        return found
    on = f"{local_time(recorded.regradings[-1].at_ms):%Y-%m-%d}"
    first = score(recorded.attempt, recorded.header.answers)
    return replace(found, regraded=Regraded(times, on, first))


def _refuse(why: str, given: dict[str, bool]) -> None:
    """Refuse options that narrow what is shown whole."""
    named = [name for name, there in given.items() if there]
    if named:
        raise typer.BadParameter(f"leave out {', '.join(named)}: {why}")


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

    return About(header.id, header.kind, local_time(header.started_ms), __version__)


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
