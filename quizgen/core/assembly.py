"""Items, in the order drawn, to a paper with its answers.

The same items, seed and choices give the same paper on every machine: options are ordered by rank
of (seed, item, option), and those that must keep their place do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizgen.core.chance import rank
from quizgen.core.item import DECLINED, LETTERS, Answer, Item, Option, Question
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Section, Timing
from quizgen.core.presets import DEFAULT, SECTIONAL_QUESTIONS, Preset
from quizgen.core.sections import Sections, by_topic, section_of, shares

_DECLINED = Option(DECLINED, "Question not attempted", pinned=True)


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what terms questions are asked.

    Attributes:
        count: Questions asked for.
        seconds: For the whole paper; None: no clock.
        question_seconds: For each question; None: no clock.
        preset: Name of the preset; empty where its marks were changed.
        extra: The share of time added to each clock.
        sections: How the paper is divided.
        pause: Whether the candidate may stop the clocks.
    """

    count: int
    seconds: Fraction | None
    question_seconds: Fraction | None
    marking: MarkingScheme
    preset: str
    extra: Fraction = Fraction(0)
    sections: Sections = Sections.NONE
    pause: bool = False


def time_for(preset: Preset, count: int) -> Fraction:
    """Return the seconds for as many questions at the pace of the preset's whole paper."""
    return Fraction(preset.seconds * count, preset.questions)


def mock_terms(preset: Preset = DEFAULT, count: int | None = None, *, full: bool = False) -> Terms:
    """Return the terms of a mock: a sectional test, or with `full` the preset's whole paper.

    A sectional test has the whole paper's time for each question.
    """
    count = count or (preset.questions if full else SECTIONAL_QUESTIONS)
    clock = preset.question_seconds
    return Terms(
        count,
        time_for(preset, count),
        None if clock is None else Fraction(clock),
        preset.marking,
        preset.name,
    )


def in_proportion(terms: Terms, available: int) -> Terms:
    """Return the terms for as many questions as there are, with the same time for each."""
    if available >= terms.count or terms.seconds is None:
        return replace(terms, count=min(terms.count, available))
    return replace(terms, count=available, seconds=terms.seconds * available / terms.count)


def with_extra_time(terms: Terms, extra: Fraction) -> Terms:
    """Return the terms with every clock longer by a share of it (one third: `Fraction(1, 3)`)."""

    def longer(clock: Fraction | None) -> Fraction | None:
        return None if clock is None else clock * (1 + extra)

    return replace(
        terms,
        seconds=longer(terms.seconds),
        question_seconds=longer(terms.question_seconds),
        extra=extra,
    )


def fits(question: Question, marking: MarkingScheme) -> bool:
    """Return whether the question has room for the paper's option *not attempted*."""
    return not marking.declining or len(question.options) < len(LETTERS)


def assemble(
    items: Sequence[Item],
    terms: Terms,
    seed: str,
    *,
    title: str,
    feedback: Feedback,
    origin: tuple[str, ...] = (),
    code: str = "",
    strict: bool = False,
) -> tuple[Paper, tuple[Answer, ...]]:
    """Return the paper of these items, and the answers to its questions.

    They are asked in this order; in a paper of sections, in this order within each.
    """
    groups = by_topic(items) if terms.sections else ()
    items = [item for group in groups for item in group] or items
    paper_ms = _milliseconds(terms.seconds)
    locked = terms.sections is Sections.LOCKED and len(groups) > 1
    sections = _sections(groups, paper_ms if locked else None)
    paper = Paper(
        title=title,
        questions=tuple(_as_shown(item.question, terms.marking, seed) for item in items),
        sections=sections if len(sections) > 1 else (Section(title, len(items)),),
        marking=terms.marking,
        timing=Timing(
            # The clocks of locked sections are the paper's, divided: it needs no other.
            paper_ms=None if locked else paper_ms,
            question_ms=_milliseconds(terms.question_seconds),
            pause=terms.pause or feedback is Feedback.IMMEDIATE,
            strict=strict,
            extra=terms.extra,
        ),
        feedback=feedback,
        locked=locked,
        preset=terms.preset,
        origin=origin,
        code=code,
        seed=seed,
    )
    return paper, tuple(item.answer for item in items)


def _sections(groups: Sequence[Sequence[Item]], divided_ms: int | None) -> tuple[Section, ...]:
    if divided_ms is None:
        return tuple(section_of(group) for group in groups)
    limits = shares(divided_ms, [len(group) for group in groups])
    return tuple(section_of(group, limit) for group, limit in zip(groups, limits, strict=True))


def _milliseconds(seconds: Fraction | None) -> int | None:
    return None if seconds is None else round(seconds * 1000)


def _as_shown(question: Question, marking: MarkingScheme, seed: str) -> Question:
    options = _shuffled_options(question, seed) if question.shuffle else question.options
    if marking.declining:
        options = (*options, _DECLINED)
    return replace(question, options=options)


def _shuffled_options(question: Question, seed: str) -> tuple[Option, ...]:
    """Free options change places among themselves; pinned ones stay."""
    free = sorted(
        (option for option in question.options if not option.pinned),
        key=lambda option: rank(seed, question.ref, option.id),
    )
    order = iter(free)
    return tuple(option if option.pinned else next(order) for option in question.options)
