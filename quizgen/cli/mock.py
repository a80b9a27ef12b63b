"""`quizgen mock`."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from quizgen.bank.library import Library
from quizgen.bank.topics import Filter
from quizgen.cli import choose, options
from quizgen.cli.banks import open_bank, origin
from quizgen.cli.seats import Seat, Theme, seat
from quizgen.cli.world import new_seed, today
from quizgen.core.assembly import in_proportion, mock_terms, time_for, with_extra_time
from quizgen.core.errors import UserError
from quizgen.core.mix import MIXES, STYLE
from quizgen.core.paper import Feedback, MarkingScheme
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


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a paper is to be drawn from, and how.

    Attributes:
        number: Of questions; None: as many as usual.
        full: The whole paper of the exam.
        minutes: For the paper; None: at the preset's pace.
    """

    only: Filter
    preset: Preset
    scheme: MarkingScheme
    number: int | None
    full: bool
    minutes: Fraction | None
    seed: str
    style: str
    sections: Sections


def mock(
    context: typer.Context,
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
    place = seat(screen=True, line=line, plain=plain, theme=theme)
    _refuse_clashes(options.given(context))
    only = choose.wanted(topic, difficulty, as_of)
    scheme, _ = options.marking(preset, right, wrong, blank)
    by, divided = new_seed(seed), _divided(sections=sections, locked=locked)
    wish = _Wish(
        only, preset or DEFAULT, scheme, number, full, minutes, by, style or STYLE, divided
    )
    coded = _decoded(code)
    with open_bank(file, bank, style=coded.style if coded else style, plain=plain) as library:
        if coded is None:
            selection = _drawn(library, wish, every_written=file is not None)
        else:
            selection = _of_this_bank(coded, code, library)
        asked = _asked(library, selection, extra_time, origin(file, bank))
    _sit(replace(asked, strict=strict, terms=replace(asked.terms, pause=pause)), place)


_FIXED_BY_CODE = frozenset(
    (
        *("-n", "--full", "--minutes", "--marking", "--marks", "--wrong", "--blank", "--topic"),
        *("--difficulty", "--seed", "--style", "--as-of", "--sections", "--locked"),
    )
)


def _refuse_clashes(given: Sequence[str]) -> None:
    """Refuse options that say again what another fixes, or the contrary."""
    if "--code" in given:
        fixed = ((flag, True) for flag in given if flag in _FIXED_BY_CODE)
        options.refuse_both(("--code", True), *fixed)
    options.refuse_both(("--full", "--full" in given), ("-n", "-n" in given))
    if {"--strict", "--pause"} <= set(given):
        raise typer.BadParameter("leave out --pause or --strict: a strict clock never stops")


def _decoded(code: str | None) -> "Selection | None":
    from quizgen.core.code import decode

    return None if code is None else decode(code)


def _sit(asked: "Asked", place: Seat) -> NoReturn:
    from quizgen.cli.sit import sit_new

    if asked.terms.sections and len(by_topic(asked.items)) == 1:
        print("All questions are of one topic: the paper has no sections.", file=sys.stderr)
    raise typer.Exit(sit_new(asked, Feedback.AFTER, place))


def _divided(*, sections: bool, locked: bool) -> Sections:
    """`--locked` says more than `--sections`."""
    if locked:
        return Sections.LOCKED
    return Sections.FREE if sections else Sections.NONE


def _all_written(library: Library, only: Filter) -> tuple[Filter, int | None]:
    """Leave the models of a file out, and count the rest; a file of models alone stays as it is."""
    written = library.count(only)
    with_models = any(file.models for file in library.files)
    return replace(only, written=bool(written) and with_models), written or None


def _drawn(library: Library, wish: _Wish, *, every_written: bool) -> "Selection":
    """Return what a wish comes to in this bank.

    Args:
        every_written: All written questions, unless the wish names a number.
    """
    from quizgen.core.code import Selection

    only, number = wish.only, wish.number
    if every_written and number is None and not wish.full:
        only, number = _all_written(library, only)
    count = mock_terms(wish.preset, number, full=wish.full).count
    when = only.when or choose.asked_on(None)
    return Selection(
        count=count,
        seconds=time_for(wish.preset, count) if wish.minutes is None else wish.minutes * 60,
        seed=wish.seed,
        bank=library.fingerprint,
        preset=wish.preset.name,
        marking=wish.scheme,
        topics=choose.topic_numbers(library, only),
        difficulty=only.difficulty,
        written=only.written,
        # Only where it makes a difference: a shorter code is easier to type.
        day=when.day if when.as_of or library.day_matters(when.day) else "",
        as_of=when.as_of,
        style=wish.style,
        sections=wish.sections,
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
