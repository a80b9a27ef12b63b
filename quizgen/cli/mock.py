"""`quizgen mock`."""

import sys
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.seats import Theme, seat
from quizgen.cli.world import new_seed, today
from quizgen.core.assembly import in_proportion, mock_terms, time_for, with_extra_time
from quizgen.core.errors import UserError
from quizgen.core.mix import MIXES, STYLE
from quizgen.core.paper import Feedback
from quizgen.core.presets import DEFAULT, PRESETS, Preset
from quizgen.core.sections import Sections, by_topic
from quizgen.forms.dates import When

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
InSections = Annotated[
    bool, typer.Option("--sections", help="A section for each topic, in any order.")
]
Locked = Annotated[
    bool,
    typer.Option(
        "--locked", help="A section for each topic, one after the other, each with its own time."
    ),
]
MayPause = Annotated[bool, typer.Option("--pause", help="The clock may be stopped, with z.")]


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
    style: options.Style = None,
    as_of: options.AsOf = None,
    sections: InSections = False,
    locked: Locked = False,
    pause: MayPause = False,
    strict: Strict = False,
    bank: options.Bank = None,
    line: options.Line = False,
    theme: Theme = None,
    plain: options.Plain = False,
) -> None:
    """Sit a timed paper with negative marking; feedback comes after you submit.

    25 questions in 30 minutes, or with FILE all of its written questions at 72 seconds each.
    Forms are mixed as in the paper of the year that --style names.

    Example: quizgen mock --topic treaty-dates -n 10
    """
    from quizgen.cli.sit import sit_new
    from quizgen.core.code import decode

    place = seat(screen=True, line=line, plain=plain, theme=theme)
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
        ("--style", style),
        ("--as-of", as_of),
        ("--sections", sections),
        ("--locked", locked),
    )
    options.refuse_both(("--full", full), ("-n", number))
    if strict and pause:
        raise typer.BadParameter("leave out --pause or --strict: a strict clock never stops")
    coded = None if code is None else decode(code)
    with open_bank(file, bank, style=coded.style if coded else style, plain=plain) as library:
        if coded is None:
            base = preset or DEFAULT
            only = choose.wanted(topic, difficulty, as_of)
            if file is not None and number is None and not full:
                only, number = _all_written(library, only)
            selection = replace(
                _selection(library, only, base, mock_terms(base, number, full=full).count),
                seed=new_seed(seed),
                marking=options.marking(preset, right, wrong, blank)[0],
                style=style or STYLE,
                sections=_divided(sections=sections, locked=locked),
            )
            if minutes is not None:
                selection = replace(selection, seconds=minutes * 60)
        else:
            selection = _of_this_bank(coded, code, library)
        asked = _asked(library, selection, extra_time, origin(file, bank))
        asked = replace(asked, strict=strict, terms=replace(asked.terms, pause=pause))
        _tell_of_one_topic(selection, asked)
    raise typer.Exit(sit_new(asked, Feedback.AFTER, place))


def _divided(*, sections: bool, locked: bool) -> Sections:
    """`--locked` says more than `--sections`."""
    if locked:
        return Sections.LOCKED
    return Sections.FREE if sections else Sections.NONE


def _tell_of_one_topic(selection: "Selection", asked: "Asked") -> None:
    if selection.sections and len(by_topic(asked.items)) == 1:
        print("All questions are of one topic: the paper has no sections.", file=sys.stderr)


def _all_written(library: Library, only: Filter) -> tuple[Filter, int | None]:
    """Leave the models of a file out, and count the rest; a file of models alone stays as it is."""
    written = library.count(only)
    with_models = any(file.models for file in library.files)
    return replace(only, written=bool(written) and with_models), written or None


def _selection(library: Library, only: Filter, base: Preset, count: int) -> "Selection":
    from quizgen.core.code import Selection

    when = only.when or choose.asked_on(None)
    return Selection(
        count=count,
        seconds=time_for(base, count),
        seed="",
        bank=library.fingerprint,
        preset=base.name,
        topics=choose.topic_numbers(library, only),
        difficulty=only.difficulty,
        written=only.written,
        # Only where it makes a difference: a shorter code is easier to type.
        day=when.day if when.as_of or library.day_matters(when.day) else "",
        as_of=when.as_of,
    )


def _of_this_bank(selection: "Selection", code: str | None, library: Library) -> "Selection":
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
) -> "Asked":
    from quizgen.cli.sit import Asked
    from quizgen.core.code import encode

    only = Filter(
        topics=choose.topics_numbered(library, selection.topics),
        difficulty=selection.difficulty,
        # Before there were styles, a paper was drawn whatever the dates of its questions.
        when=When(selection.day or today(), selection.as_of) if selection.style else None,
        written=selection.written,
    )
    mix = MIXES[selection.style] if selection.style else ()
    drawn = library.draw(selection.count, selection.seed, only, mix)
    items = choose.fitting(drawn, selection.marking)
    choose.tell_of_few(len(items), selection.count, ": time in proportion")
    preset = PRESETS[selection.preset]
    terms = replace(
        mock_terms(preset, selection.count),
        seconds=selection.seconds,
        marking=selection.marking,
        preset=preset.name if selection.marking == preset.marking else "",
        sections=selection.sections,
    )
    return Asked(
        items=items,
        terms=with_extra_time(in_proportion(terms, len(items)), extra_time or Fraction(0)),
        title=choose.title(library, only),
        seed=selection.seed,
        bank=library.fingerprint,
        origin=named_by,
        code=encode(selection),
    )
