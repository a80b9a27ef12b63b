"""`quizgen mock`."""

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.world import new_seed
from quizgen.core.assembly import in_proportion, mock_terms, time_for, with_extra_time
from quizgen.core.errors import UserError
from quizgen.core.paper import Feedback
from quizgen.core.presets import DEFAULT, PRESETS

if TYPE_CHECKING:
    from quizgen.cli.sit import Asked
    from quizgen.core.code import Selection


Full = Annotated[
    bool, typer.Option("--full", help="The whole paper of the exam, not a sectional test.")
]
Minutes = Annotated[
    Fraction | None,
    typer.Option(
        "--minutes",
        parser=options.positive,
        metavar="M",
        help="Time for the paper.",
        show_default=False,
    ),
]
ExtraTime = Annotated[
    Fraction | None,
    typer.Option(
        "--extra-time",
        parser=options.share,
        metavar="SHARE",
        help="More time for candidates entitled to it, such as 1/3.",
        show_default=False,
    ),
]
Code = Annotated[
    str | None,
    typer.Option(
        "--code",
        metavar="CODE",
        help="Sit the paper of this code again; a result prints it.",
        show_default=False,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="The clock runs on while the mock is interrupted.")
]


class OtherBank(UserError):
    """A paper's code was made from other questions than those at hand."""


def mock(
    file: options.File = None,
    number: options.Count = None,
    full: Full = False,
    minutes: Minutes = None,
    extra_time: ExtraTime = None,
    preset: options.Marking = None,
    right: options.Right = None,
    wrong: options.Wrong = None,
    blank: options.Blank = None,
    topic: options.Topic = None,
    difficulty: options.Level = None,
    seed: options.Seed = None,
    code: Code = None,
    strict: Strict = False,
    bank: options.Bank = None,
    line: options.Line = False,
    plain: options.Plain = False,
) -> None:
    """Sit a timed paper with negative marking; feedback comes after you submit.

    25 questions in 30 minutes, or with FILE all of its questions at 72 seconds each.

    Example: quizgen mock --topic treaty-dates -n 10
    """
    from quizgen.cli.sit import sit_new
    from quizgen.core.code import Selection

    del line  # so far every mock is line by line
    options.refuse_both(
        ("--code", code),
        ("-n", number),
        ("--full", full),
        ("--minutes", minutes),
        ("--marking", preset),
        ("--marks", right),
        ("--wrong", wrong),
        ("--blank", blank),
        ("--topic", topic),
        ("--difficulty", difficulty),
        ("--seed", seed),
    )
    options.refuse_both(("--full", full), ("-n", number))
    with open_bank(file, bank, plain=plain) as library:
        if code is None:
            only = choose.wanted(topic, difficulty)
            if file is not None and number is None and not full:
                number = library.count(only)
            base = preset or DEFAULT
            count = mock_terms(base, number, full=full).count
            selection = Selection(
                count=count,
                seconds=time_for(base, count) if minutes is None else minutes * 60,
                seed=new_seed(seed),
                bank=library.fingerprint,
                preset=base.name,
                marking=options.marking(preset, right, wrong, blank)[0],
                topics=choose.topic_numbers(library, only),
                difficulty=difficulty,
            )
        else:
            selection = _coded(code, library)
        asked = _asked(library, selection, extra_time, origin(file, bank), strict=strict)
    raise typer.Exit(sit_new(asked, Feedback.AFTER, plain=plain))


def _coded(code: str, library: Library) -> "Selection":
    from quizgen.core.code import decode

    selection = decode(code)
    if not library.fingerprint.startswith(selection.bank):
        raise OtherBank(
            f"the code `{code}` is of a paper from another bank",
            why="a code draws the same paper only from the very same questions",
            help="name the files it was made from with --bank, or ask for them",
        )
    return selection


def _asked(
    library: Library,
    selection: "Selection",
    extra_time: Fraction | None,
    named_by: tuple[str, ...],
    *,
    strict: bool,
) -> "Asked":
    from quizgen.cli.sit import Asked
    from quizgen.core.code import encode

    only = Filter(
        topics=choose.topics_numbered(library, selection.topics), difficulty=selection.difficulty
    )
    drawn = library.draw(selection.count, selection.seed, only)
    items = choose.fitting(drawn, selection.marking)
    choose.tell_of_few(len(items), selection.count, ": time in proportion")
    preset = PRESETS[selection.preset]
    terms = replace(
        mock_terms(preset, selection.count),
        seconds=selection.seconds,
        marking=selection.marking,
        preset=preset.name if selection.marking == preset.marking else "",
    )
    return Asked(
        items=items,
        terms=with_extra_time(in_proportion(terms, len(items)), extra_time or Fraction(0)),
        title=choose.title(library, only),
        seed=selection.seed,
        bank=library.fingerprint,
        origin=named_by,
        code=encode(selection),
        strict=strict,
    )
