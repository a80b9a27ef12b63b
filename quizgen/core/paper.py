"""A paper: questions in their order, sections, marking scheme and timing, all frozen.

Times are whole milliseconds of exam time. Marks are exact fractions: -2/3, never -0.66.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizgen.core.item import Question


class Feedback(StrEnum):
    """When the candidate learns whether he was right."""

    IMMEDIATE = "immediate"
    AFTER = "after"


class VoidPolicy(StrEnum):
    """What becomes of the marks of a question found to have no single right option.

    SCALE: the question is dropped and marks are scaled up to the old maximum.
    FULL_MARKS: everyone gets its full marks.
    DROP: the question leaves both marks and maximum.
    """

    SCALE = "scale"
    FULL_MARKS = "full-marks"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class MarkingScheme:
    """Marks for one question.

    Attributes:
        right: Added for a right response, positive.
        wrong: Taken off for a wrong response, zero or positive.
        blank: Taken off for a blank, zero or positive.
        declining: Whether every question has a last option *not attempted*, which costs nothing.
        blank_limit: The share of blanks above which the exam disqualifies; none if `None`.
        void: What becomes of void questions.
    """

    right: Fraction = Fraction(2)
    wrong: Fraction = Fraction(2, 3)
    blank: Fraction = Fraction(0)
    declining: bool = False
    blank_limit: Fraction | None = None
    void: VoidPolicy = VoidPolicy.SCALE


@dataclass(frozen=True, slots=True)
class Section:
    """Neighbouring questions of a paper.

    Attributes:
        count: How many questions, at least one; the counts of a paper sum to its questions.
        limit_ms: The section's own time; the section closes by itself at its end. None: no clock.
    """

    title: str
    count: int
    limit_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks of a paper; each is absent if None.

    Attributes:
        paper_ms: For the whole paper, from the start.
        question_ms: For each question, from its first visit; at zero it locks. Questions are then
            taken in order, without return.
        pause: Whether the candidate may stop the clocks.
        strict: Whether the clocks run on while the attempt is interrupted.
        extra: The share of time that was added to every clock, for a candidate entitled to it.
    """

    paper_ms: int | None = None
    question_ms: int | None = None
    pause: bool = False
    strict: bool = False
    extra: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is fixed before the first question.

    Attributes:
        questions: In the order asked, options in the order shown.
        sections: In order; a single one where the paper has none.
        locked: Whether sections are taken one after the other, without return; needed where a
            section has its own clock.
        preset: Name of the preset the marking came from; empty for a custom scheme.
        origin: The words of a command that name the bank; none for the usual one.
        code: Names bank, selection and seed; the same code gives the same paper.
        seed: What the draw was made from.
    """

    title: str
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]
    marking: MarkingScheme
    timing: Timing
    feedback: Feedback
    locked: bool = False
    preset: str = ""
    origin: tuple[str, ...] = ()
    code: str = ""
    seed: str = ""

    def __post_init__(self) -> None:
        """Refuse a paper whose parts disagree, so that no engine has to."""
        counts = [section.count for section in self.sections]
        if not self.questions or sum(counts) != len(self.questions) or min(counts) < 1:
            raise ValueError("the sections of a paper hold all of its questions, each at least one")
        if any(section.limit_ms is not None for section in self.sections) and not self.locked:
            raise ValueError("sections with a clock of their own are locked")

    @property
    def banks(self) -> tuple[str, ...]:
        """Paths of the bank it was drawn from, absolute; none for the usual one."""
        return tuple(word for word in self.origin if word != "--bank")

    def section_of(self, index: int) -> int:
        """Return the number, from 0, of the section that holds a question."""
        for number, section in enumerate(self.sections):
            if index < section.count:
                return number
            index -= section.count
        raise IndexError(index)

    def span_of(self, section: int) -> range:
        """Return the indices of a section's questions."""
        first = sum(part.count for part in self.sections[:section])
        return range(first, first + self.sections[section].count)
