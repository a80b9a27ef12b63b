"""Past cut-offs of UPSC's General Studies Paper I, and when a score may be held against them.

Rules that must stay true:

- Only a whole paper over the whole syllabus has a distance to a cut-off: UPSC's number of
  questions, marks and time without pause, handed in, and each part of the syllabus in it.
- A distance is no forecast: other candidates sat other questions.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.paper import Feedback, Paper
from quizgen.core.presets import PRESETS
from quizgen.core.result import Result
from quizgen.core.state import Phase
from quizgen.core.topics import slug

CATEGORY = "General"
"""Of candidates; other categories have cut-offs of their own."""


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The marks of the last candidate of a category who passed, of 200.

    Attributes:
        marks: As published, where a third is printed as .34 and two thirds as .66; since 2020
            scaled for questions that were dropped.
        source: The page that lists it; none of them is UPSC's own.
    """

    year: int
    marks: Fraction
    source: str


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a score is from a cut-off: marks above it, negative below."""

    cutoff: Cutoff
    marks: Fraction


_LISTED = "selfstudywala.com, in agreement with learnproai.in"

CUTOFFS = (
    Cutoff(2024, Fraction("87.98"), "pwonlyias.com"),
    Cutoff(2023, Fraction("75.41"), _LISTED),
    Cutoff(2022, Fraction("88.22"), _LISTED),
    Cutoff(2021, Fraction("87.54"), _LISTED),
    Cutoff(2020, Fraction("92.51"), _LISTED),
    Cutoff(2019, Fraction("98"), _LISTED),
    Cutoff(2018, Fraction("98"), _LISTED),
    Cutoff(2017, Fraction("105.34"), _LISTED),
    Cutoff(2016, Fraction("116"), _LISTED),
    Cutoff(2015, Fraction("107.34"), _LISTED),
)
"""Of the General category, the latest first. In 2013 and 2014 both papers counted together."""

_PARTS = (
    {"history", "historical", "culture", "heritage"},
    {"geography", "geographical"},
    {"polity", "political", "constitution", "constitutional", "governance"},
    {"economy", "economic", "economics"},
    {"environment", "environmental", "ecology", "biodiversity", "climate"},
    {"science", "sciences", "technology"},
    {"current"},
)
"""Words by which a topic names a part of the syllabus. Source: its seven heads in the notice."""

_LEAST = Fraction(1, 20)
"""The share of a paper below which a part of the syllabus is not covered by it."""


def distances(result: Result) -> tuple[Distance, ...]:
    """Return the distance to each past cut-off, the latest first; none where it may not be told."""
    if result.attempt.phase is not Phase.SUBMITTED or not _is_whole(result.attempt.paper):
        return ()
    return tuple(Distance(each, result.tally.marks - each.marks) for each in CUTOFFS)


def _is_whole(paper: Paper) -> bool:
    whole, timing = PRESETS["upsc-gs1"], paper.timing
    longest = 1000 * whole.seconds * (1 + timing.extra)
    return (
        paper.preset == whole.name
        and paper.marking == whole.marking
        and paper.feedback is Feedback.AFTER
        and len(paper.questions) == whole.questions
        and timing.paper_ms is not None
        and timing.paper_ms <= longest
        and not timing.pause
        and _covers_syllabus(paper)
    )


def _covers_syllabus(paper: Paper) -> bool:
    found = Counter(_part(question.topic) for question in paper.questions)
    least = _LEAST * len(paper.questions)
    return all(found[number] >= least for number in range(len(_PARTS)))


def _part(topic: str) -> int | None:
    """The one part that a topic names; none where it names several, as *history of science*."""
    words = set(slug(topic).split("-"))
    named = [number for number, part in enumerate(_PARTS) if part & words]
    if "political" in words or "social" in words:  # their science is not that of the syllabus
        named = [number for number in named if "science" not in _PARTS[number]]
    return named[0] if len(named) == 1 else None
