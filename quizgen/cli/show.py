"""`quizgen show`."""

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank
from quizgen.cli.world import console, new_seed

if TYPE_CHECKING:
    from quizgen.core.item import Item
    from quizgen.core.result import Row

SAMPLES = 5


def show(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Names of questions.", show_default=False),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", metavar="MODEL", help="Samples of this item model.", show_default=False
        ),
    ] = None,
    number: options.Count = None,
    seed: options.Seed = None,
    style: options.Style = None,
    as_of: options.AsOf = None,
    bank: options.Bank = None,
    plain: options.Plain = False,
) -> None:
    """Print questions as they are asked, with key, explanation and source.

    Example: quizgen show simla-who-and-when

    Example: quizgen show --model agreements -n 5
    """
    if (model is None) == (not ids):
        raise typer.BadParameter("name questions by their ids, or a model with --model")
    options.refuse_both(("ID", ids), ("-n", number), ("--as-of", as_of))
    drawn_by = new_seed(seed)
    with open_bank(None, bank, style=style, plain=plain) as library:
        items = (
            choose.named(library, ids or [])
            if model is None
            else choose.sampled(library, model, number or SAMPLES, drawn_by, as_of)
        )
    from quizgen.show.exhibit import exhibit

    out = console(plain=plain)
    for place, item in enumerate(items):
        if place:
            out.show("", "")
        out.show(exhibit(_row(item, drawn_by), plain=out.plain))


def _row(item: "Item", seed: str) -> "Row":
    """The question as a paper would show it, not answered."""
    from quizgen.core.assembly import Terms, assemble
    from quizgen.core.paper import Feedback
    from quizgen.core.presets import DEFAULT
    from quizgen.core.result import row
    from quizgen.core.state import new_attempt

    terms = Terms(1, None, None, DEFAULT.marking, DEFAULT.name, Fraction(0))
    paper, answers = assemble([item], terms, seed, title="", feedback=Feedback.AFTER)
    return row(new_attempt(paper), answers[0], 0)
