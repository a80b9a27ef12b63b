"""What a result teaches beyond its score: where marks, certainty and time went.

Rules that must stay true:

- It counts what happened. Nothing is estimated, ranked or foretold.
- An *answer* is one that counts: a question right or wrong. Blank, declined and void questions
  appear in tallies alone.
- Groups of all questions, of whatever kind, have marks and maxima that sum to those of the paper.
- A share is None where there is nothing to divide by.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizgen.core.cutoffs import Distance, distances
from quizgen.core.events import Level
from quizgen.core.item import Difficulty, Form
from quizgen.core.marking import Outcome, Tally, tally
from quizgen.core.paper import MarkingScheme
from quizgen.core.result import Result, Row
from quizgen.core.topics import slug


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that have something in common.

    Attributes:
        name: As in the data: a topic as first written, the value of a `Form`, `Difficulty` or
            `Outcome`, a section's title. Empty for questions without topic or difficulty.
        spent_ms: Exam time on them.
        seen: How many of them were opened at all.
    """

    name: str
    tally: Tally
    spent_ms: int
    seen: int

    @property
    def questions(self) -> int:
        """How many there are."""
        counts = self.tally
        answered = counts.right + counts.wrong
        return answered + counts.unanswered + counts.declined + counts.void


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """The answers given with one certainty; a level of None: it was not said."""

    level: Level | None
    answers: int
    right: int

    @property
    def wrong(self) -> int:
        """How many of them are wrong."""
        return self.answers - self.right

    @property
    def share(self) -> Fraction | None:
        """The share of them that is right; None where there are none."""
        return Fraction(self.right, self.answers) if self.answers else None


@dataclass(frozen=True, slots=True)
class Changes:
    """Questions by their first answer and by how they ended, where the two differ.

    Attributes:
        right_to_blank: First right, in the end without an answer.
        wrong_to_blank: First wrong, in the end without an answer.
    """

    wrong_to_right: int
    right_to_wrong: int
    wrong_to_wrong: int
    right_to_blank: int = 0
    wrong_to_blank: int = 0

    @property
    def total(self) -> int:
        """Answers that gave way to another one."""
        return self.wrong_to_right + self.right_to_wrong + self.wrong_to_wrong

    @property
    def cleared(self) -> int:
        """Answers that gave way to none."""
        return self.right_to_blank + self.wrong_to_blank


@dataclass(frozen=True, slots=True)
class Half:
    """One of two parts of a result.

    Attributes:
        spent_ms: Exam time on its questions.
    """

    questions: int
    answers: int
    right: int
    spent_ms: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a result teaches.

    Attributes:
        topics: In order of first appearance.
        forms: In the order of `Form`. Empty unless there are several, here and in the next two.
        difficulties: Easy first, questions without one last.
        sections: In paper order, of those that have questions in the result.
        outcomes: Questions by what became of them, in the order of `Outcome`; those there are.
        certainty: Sure, unsure, guess, not said, of those that have answers; empty where certainty
            was never said.
        sure_but_wrong: In paper order.
        guesses: Answers called a guess.
        without_guesses: Marks had these been left blank, by the paper's own rules for blanks and
            void questions; None without guesses.
        guess_gain: Marks the guesses brought; negative: cost.
        blanks_disqualify: Whether with these left blank the exam would disqualify the paper.
        early: Answers whose last choice was made in the first half of the exam time that was used.
        late: Answers whose last choice was made after it.
        first: The first half of the questions, by their place in the paper; of an odd number the
            larger one.
        second: The other half.
        cutoffs: The latest first; empty unless a whole paper over the whole syllabus was sat.
    """

    topics: tuple[Group, ...]
    forms: tuple[Group, ...]
    difficulties: tuple[Group, ...]
    sections: tuple[Group, ...]
    outcomes: tuple[Group, ...]
    certainty: tuple[CertaintyRow, ...]
    sure_but_wrong: tuple[Row, ...]
    guesses: int
    without_guesses: Fraction | None
    guess_gain: Fraction
    blanks_disqualify: bool
    early: Half
    late: Half
    first: Half
    second: Half
    changes: Changes
    cutoffs: tuple[Distance, ...]


def analysis(result: Result) -> Analysis:
    """Return what a result teaches, whether or not its attempt is over."""
    rows, scheme = result.rows, result.attempt.paper.marking
    guesses = sum(row.guessed for row in rows)
    blanked = _without_guesses(rows, scheme)
    limit = scheme.blank_limit
    early, late = _by_time(result)
    middle = (len(rows) + 1) // 2
    return Analysis(
        topics=_topics(result),
        forms=_several(_groups(result, lambda row: row.question.form, Form)),
        difficulties=_several(_groups(result, _difficulty, (*Difficulty, ""))),
        sections=_several(_sections(result)),
        outcomes=_groups(result, lambda row: row.outcome, Outcome),
        certainty=_certainty(rows),
        sure_but_wrong=tuple(row for row in rows if row.sure_but_wrong),
        guesses=guesses,
        without_guesses=blanked.marks if guesses else None,
        guess_gain=result.tally.marks - blanked.marks,
        blanks_disqualify=limit is not None and blanked.unanswered > limit * len(rows),
        early=early,
        late=late,
        first=_half(rows[:middle]),
        second=_half(rows[middle:]),
        changes=_changes(rows),
        cutoffs=distances(result),
    )


def _group(name: str, rows: Sequence[Row], result: Result) -> Group:
    return Group(
        str(name),
        result.tally_of(rows),
        sum(row.entry.spent_ms for row in rows),
        sum(row.entry.visited for row in rows),
    )


def _groups(result: Result, name: Callable[[Row], str], order: Iterable[str]) -> tuple[Group, ...]:
    """The groups that have rows, in that order of their names."""
    found: dict[str, list[Row]] = {}
    for row in result.rows:
        found.setdefault(name(row), []).append(row)
    return tuple(_group(each, found[each], result) for each in order if each in found)


def _several(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return groups if len(groups) > 1 else ()


def _difficulty(row: Row) -> str:
    return row.question.difficulty or ""


def _topics(result: Result) -> tuple[Group, ...]:
    """Spellings of one topic count as the first of them."""
    names: dict[str, str] = {}
    for row in result.rows:
        names.setdefault(slug(row.question.topic), row.question.topic)
    return _groups(result, lambda row: names[slug(row.question.topic)], names.values())


def _sections(result: Result) -> tuple[Group, ...]:
    """By place, since two sections may have one title."""
    paper = result.attempt.paper
    found = [
        (section.title, [row for row in result.rows if row.number - 1 in paper.span_of(number)])
        for number, section in enumerate(paper.sections)
    ]
    return tuple(_group(title, rows, result) for title, rows in found if rows)


def _certainty(rows: Sequence[Row]) -> tuple[CertaintyRow, ...]:
    found = [_certain(rows, level) for level in (*Level, None)]
    said = any(each.answers for each in found if each.level is not None)
    return tuple(each for each in found if each.answers) if said else ()


def _certain(rows: Sequence[Row], level: Level | None) -> CertaintyRow:
    answers = [row for row in rows if row.answered and row.entry.certainty is level]
    return CertaintyRow(level, len(answers), _right(answers))


def _right(rows: Iterable[Row]) -> int:
    return sum(row.outcome is Outcome.RIGHT for row in rows)


def _without_guesses(rows: Sequence[Row], scheme: MarkingScheme) -> Tally:
    return tally([Outcome.UNANSWERED if row.guessed else row.outcome for row in rows], scheme)


def _half(rows: Sequence[Row]) -> Half:
    answers = [row for row in rows if row.answered]
    return Half(len(rows), len(answers), _right(answers), sum(row.entry.spent_ms for row in rows))


def _by_time(result: Result) -> tuple[Half, Half]:
    used = result.attempt.now_ms
    answers = [row for row in result.rows if row.answered]
    early = [row for row in answers if 2 * row.changes[-1].at_ms <= used]
    late = [row for row in answers if 2 * row.changes[-1].at_ms > used]
    return _half(early), _half(late)


def _changes(rows: Sequence[Row]) -> Changes:
    changed = [row for row in rows if row.changed and row.outcome is not Outcome.VOID]

    def count(ended: bool | None, *, right: bool) -> int:
        return sum(
            _ended(row) is ended and (row.first_answer == row.answer.key) is right
            for row in changed
        )

    return Changes(
        wrong_to_right=count(True, right=False),
        right_to_wrong=count(False, right=True),
        wrong_to_wrong=count(False, right=False),
        right_to_blank=count(None, right=True),
        wrong_to_blank=count(None, right=False),
    )


def _ended(row: Row) -> bool | None:
    """Whether a question ended right or wrong; None: without an answer."""
    return row.outcome is Outcome.RIGHT if row.answered else None
