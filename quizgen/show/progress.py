"""The page of `quizgen progress`: how someone is doing, from the whole down to topic and form."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.progress import Progress
from quizgen.show import progress_words as words
from quizgen.show.bars import sparkline
from quizgen.show.layout import Flow, OneLine, spaced
from quizgen.show.standings import certainty, coverage, standings
from quizgen.show.words import sentence

_WIDEST = len("Due for revision")


def progress(found: Progress, *, plain: bool = False) -> Group:
    """Return the page; plain: sentences in place of tables and drawings."""
    if found.whole.ever.accuracy is None:
        parts = _early(found, plain=plain)
    else:
        parts = _whole(found, plain=plain)
    return spaced(parts)


def _early(found: Progress, *, plain: bool) -> Iterator[Iterable[RenderableType]]:
    """What there is to tell of too few answers."""
    some = found.whole.ever.number > 0
    yield _head(found) if some else [Flow(Text(words.NOTHING))]
    yield [Flow(Text(words.EARLY if some else words.BEGIN))]
    yield _to_do(found, plain=plain)
    yield coverage(found.coverage, plain=plain)


def _whole(found: Progress, *, plain: bool) -> Iterator[Iterable[RenderableType]]:
    yield _head(found)
    yield _named(_facts(found, plain=plain), plain=plain)
    yield _to_do(found, plain=plain)
    yield certainty(found.certainty, plain=plain)
    if len(found.topics) > 1:
        yield standings("topic", found.topics, words.topic, plain=plain)
    if len(found.forms) > 1:
        yield standings("form", found.forms, words.form, plain=plain)
    yield coverage(found.coverage, plain=plain)
    yield [Flow(Text(words.LEGEND if plain else f"{words.LEGEND} {words.DRAWN}"))]


def _head(found: Progress) -> Iterator[RenderableType]:
    yield Flow(Text(f"{words.answered(found)}."))
    yield Flow(Text(f"{words.streak(found.streak)}."))


def _facts(found: Progress, *, plain: bool) -> Iterator[tuple[str, str]]:
    """The figures of the whole, each under its name."""
    whole = found.whole
    yield "Accuracy", words.lately(whole)
    if any(week.answers.accuracy is not None for week in whole.weeks):
        drawn = "" if plain else f"{sparkline(week.answers.accuracy for week in whole.weeks)}  "
        label = f"Last {len(whole.weeks)} weeks"
        yield (
            f"{label}, the oldest first" if plain else label,
            drawn + words.weeks(whole, spoken=plain),
        )
    yield "Time", words.pace(whole.time, spoken=plain)
    if found.guesses is not None:
        yield "Guesses", words.guesses(found.guesses)


def _to_do(found: Progress, *, plain: bool) -> Iterator[RenderableType]:
    """What calls for practice, each with its command."""
    known, weakest = found.revision, found.weakest
    if known is not None:
        yield from _named([("Due for revision", words.revision(known))], plain=plain)
        if known.due:
            yield _command("quizgen practice --due", plain=plain)
    if weakest is not None:
        yield from _named([("Weakest topic", words.weakest(weakest))], plain=plain)
        yield _command("quizgen practice --weak", plain=plain)


def _command(command: str, *, plain: bool) -> RenderableType:
    return OneLine(Text(command if plain else f"  {command}"))


def _named(facts: Iterable[tuple[str, str]], *, plain: bool) -> Iterator[RenderableType]:
    for label, fact in facts:
        if plain:
            yield Flow(Text(sentence(f"{label}: {fact}")))
        else:
            yield Flow(Text(fact), Text(f"{label:<{_WIDEST}}  "))
