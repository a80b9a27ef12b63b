"""`quizgen practice`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which questions are to be asked.

    Attributes:
        ids: Just these, separated by commas; None: others.
        way: `--due`, `--missed` or `--weak`; empty: none of them.
        in_order: As they stand in their files, as far as they are written.
    """

    ids: str | None
    way: str
    in_order: bool
    only: Filter
    number: int | None
    seed: str


def practice(
    context: typer.Context,
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

    ways = {"--ids": ids, "--due": due, "--missed": missed, "--weak": weak}
    way = _way([flag for flag, wanted in ways.items() if wanted], options.given(context))
    place = seat(screen=False, plain=plain, theme=theme, asked=screen)
    scheme, name = options.marking(preset, right, wrong, blank)
    only, drawn_by = choose.wanted(topic, difficulty, as_of), new_seed(seed)
    if seconds is None and preset and preset.question_seconds:
        seconds = Fraction(preset.question_seconds)
    wish = _Wish(ids, way, file is not None, only, number, drawn_by)
    with open_bank(file, bank, style=style, plain=plain) as library:
        title, items = _chosen(library, wish, plain=plain)
        items = choose.fitting(items, scheme)
        choose.tell_of_few(len(items), number if ids is None else None)
        terms = Terms(len(items), None, seconds, scheme, name)
        title = title or choose.title(library, only)
        asked = Asked(items, terms, title, drawn_by, library.fingerprint, origin(file, bank))
    raise typer.Exit(sit_new(asked, Feedback.IMMEDIATE, place, save=not no_save))


def _chosen(library: Library, wish: _Wish, *, plain: bool) -> tuple[str, list[Item]]:
    """Return the questions wished for, with a title if they have one of their own.

    Raises:
        Exit: What was asked for by a way of its own is not there; why was said.
    """
    if wish.ids is not None:
        return "", choose.named(library, wish.ids.split(","))[: wish.number]
    title, items = _brought_back(library, wish, plain=plain) if wish.way else ("", [])
    if not items and wish.in_order:  # a file may hold no written question, only models
        items = choose.in_file_order(library, wish.only, wish.number)
    return title, items or library.draw(wish.number or QUESTIONS, wish.seed, wish.only)


def _brought_back(library: Library, wish: _Wish, *, plain: bool) -> tuple[str, list[Item]]:
    """Return a title and the questions of a way; neither, if they are to be drawn as usual.

    Raises:
        Exit: That way there are none; why was said.
    """
    from quizgen.cli.revise import Draw, revised

    draw = Draw(library, wish.only, wish.number or QUESTIONS, wish.seed)
    title, items = revised(wish.way, draw, plain=plain)
    if not items and wish.way != "--weak":
        raise typer.Exit
    return (title, items) if items else ("", [])


_TAKES: Mapping[str, tuple[str, ...]] = {
    "--ids": (),
    "--due": ("--topic",),
    "--missed": ("--topic",),
    "--weak": ("--difficulty", "--as-of"),
}
"""The ways to choose questions, and the filters that may narrow each."""
_FILTERS = ("--topic", "--difficulty", "--as-of")


def _way(ways: Sequence[str], given: Sequence[str]) -> str:
    """Return the one way to choose questions that is asked for; empty: they are drawn as usual.

    Args:
        given: All options on the command line.

    Raises:
        BadParameter: There are several, or a filter that it does not take.
    """
    if not ways:
        return ""
    way, *others = ways
    others += [flag for flag in given if flag in _FILTERS and flag not in _TAKES[way]]
    options.refuse_both((way, True), *((flag, True) for flag in others))
    return way
