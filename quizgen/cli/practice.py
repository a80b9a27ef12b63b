"""`quizgen practice`."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated

import typer

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.seats import Screen, Theme, seat
from quizgen.cli.world import new_seed
from quizgen.core.assembly import Terms
from quizgen.core.item import Item
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
Due = Annotated[
    bool, typer.Option("--due", help="What you are about to forget, in another form if there is.")
]
Missed = Annotated[
    bool, typer.Option("--missed", help="Questions you last answered wrong or left blank.")
]
Weak = Annotated[bool, typer.Option("--weak", help="Your weakest topics, in turns.")]
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
    due: Due = False,
    missed: Missed = False,
    weak: Weak = False,
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

    Example: quizgen practice --due
    """
    from quizgen.cli.sit import Asked, sit_new

    ways = (("--ids", ids), ("--due", due), ("--missed", missed), ("--weak", weak))
    filters = (("--topic", topic), ("--difficulty", difficulty), ("--as-of", as_of))
    way = _way(ways, filters)
    place = seat(screen=False, plain=plain, theme=theme, asked=screen)
    scheme, name = options.marking(preset, right, wrong, blank)
    only = choose.wanted(topic, difficulty, as_of)
    drawn_by = new_seed(seed)
    if seconds is None and preset and preset.question_seconds:
        seconds = Fraction(preset.question_seconds)
    with open_bank(file, bank, style=style, plain=plain) as library:
        title, items = "", []
        if ids is not None:
            items = choose.named(library, ids.split(","))[:number]
        else:
            if way:
                title, items = _brought_back(way, library, only, number, drawn_by, plain=plain)
            # A file may hold no written question, only models that make them.
            items = items or (choose.in_file_order(library, only, number) if file else [])
            items = items or library.draw(number or QUESTIONS, drawn_by, only)
        items = choose.fitting(items, scheme)
        choose.tell_of_few(len(items), number if ids is None else None)
        asked = Asked(
            items=items,
            terms=Terms(len(items), None, seconds, scheme, name),
            title=title or choose.title(library, only),
            seed=drawn_by,
            bank=library.fingerprint,
            origin=origin(file, bank),
        )
    raise typer.Exit(sit_new(asked, Feedback.IMMEDIATE, place, save=not no_save))


def _brought_back(
    way: str, library: Library, only: Filter, number: int | None, seed: str, *, plain: bool
) -> tuple[str, list[Item]]:
    """Return a title and the questions of a way; neither, if they are to be drawn as usual.

    Raises:
        Exit: That way there are none; why was said.
    """
    from quizgen.cli.revise import Draw, revised

    title, items = revised(way, Draw(library, only, number or QUESTIONS, seed), plain=plain)
    if not items and way != "--weak":
        raise typer.Exit
    return (title, items) if items else ("", [])


_Given = tuple[str, object]
_TAKES: Mapping[str, tuple[str, ...]] = {
    "--ids": (),
    "--due": ("--topic",),
    "--missed": ("--topic",),
    "--weak": ("--difficulty", "--as-of"),
}
"""The filters that may narrow a way to choose questions."""


def _way(ways: Sequence[_Given], filters: Sequence[_Given]) -> str:
    """Return the one way to choose questions that is asked for; empty: they are drawn as usual.

    Raises:
        BadParameter: There are several, or a filter that it does not take.
    """
    for number, way in enumerate(ways):
        if way[1]:
            taken = _TAKES[way[0]]
            others = (each for each in filters if each[0] not in taken)
            options.refuse_both(way, *ways[number + 1 :], *others)
            return way[0]
    return ""
