"""`quizgen practice`."""

from fractions import Fraction
from typing import Annotated

import typer

from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import new_seed
from quizgen.core.assembly import Terms
from quizgen.core.paper import Feedback

QUESTIONS = 10

Seconds = Annotated[
    Fraction | None,
    typer.Option(
        "--seconds",
        parser=options.whole_second,
        metavar="S",
        help="Time for each question; without it you take the time you need.",
        show_default=False,
    ),
]
Ids = Annotated[
    str | None,
    typer.Option(
        "--ids",
        metavar="ID,ID...",
        help="Just these questions, in this order.",
        show_default=False,
    ),
]
NoSave = Annotated[bool, typer.Option("--no-save", help="Keep no record of it.")]


def practice(
    file: options.File = None,
    topic: options.Topic = None,
    number: options.Count = None,
    difficulty: options.Level = None,
    seconds: Seconds = None,
    preset: options.Marking = None,
    right: options.Right = None,
    wrong: options.Wrong = None,
    blank: options.Blank = None,
    seed: options.Seed = None,
    ids: Ids = None,
    style: options.Style = None,
    as_of: options.AsOf = None,
    bank: options.Bank = None,
    screen: Screen = False,
    theme: Theme = None,
    plain: options.Plain = False,
    no_save: NoSave = False,
) -> None:
    """Answer questions one at a time, each explained as you go.

    Ten questions drawn from the bank, or with FILE all of its written questions in its order.

    Example: quizgen practice --topic treaty-dates -n 5
    """
    from quizgen.cli.sit import Asked, sit_new

    options.refuse_both(
        ("--ids", ids), ("--topic", topic), ("--difficulty", difficulty), ("--as-of", as_of)
    )
    place = seat(screen=False, plain=plain, theme=theme, asked=screen)
    scheme, name = options.marking(preset, right, wrong, blank)
    only = choose.wanted(topic, difficulty, as_of)
    drawn_by = new_seed(seed)
    if seconds is None and preset and preset.question_seconds:
        seconds = Fraction(preset.question_seconds)
    with open_bank(file, bank, style=style, plain=plain) as library:
        if ids is not None:
            items = choose.named(library, ids.split(","))[:number]
        else:
            # A file may hold no written question, only models that make them.
            items = choose.in_file_order(library, only, number) if file else []
            items = items or library.draw(number or QUESTIONS, drawn_by, only)
        items = choose.fitting(items, scheme)
        choose.tell_of_few(len(items), number if ids is None else None)
        asked = Asked(
            items=items,
            terms=Terms(len(items), None, seconds, scheme, name),
            title=choose.title(library, only),
            seed=drawn_by,
            bank=library.fingerprint,
            origin=origin(file, bank),
        )
    raise typer.Exit(sit_new(asked, Feedback.IMMEDIATE, place, save=not no_save))
